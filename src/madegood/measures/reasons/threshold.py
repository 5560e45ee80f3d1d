"""Why a row about a visit or a contact before a decision has its state."""

from typing import Final

THRESHOLD: Final[dict[str, str]] = {
    "another_organisation": "the visit was not social care's",
    "assessment_not_dated": "when the assessment started is blank",
    "before_they_ceased": "made before the day they were to cease",
    "before_decision": "nothing was open and nothing was decided",
    "came_again": "another contact came",
    "came_no_more": "no other contact came in that time",
    "case_open": "something was open for the child",
    "closed_soon": "closed soon, with no further action",
    "decided_before_received": "the decision is dated before the contact",
    "decided_first": "it was decided what to do before the visit",
    "decision_backdated": "the decision is dated before the visit and was written "
    "down after it",
    "led_further": "something followed from the assessment",
    "named_but_not_linked": "it is called a visit of this kind, and is linked to no "
    "contact or referral: somebody should look",
    "not_decided": "nothing has been decided",
    "not_linked": "the visit is linked to no contact or referral",
    "not_referred_before": "no other referral in that time",
    "outcome_not_recorded": "what the assessment led to is blank",
    "received_not_recorded": "when the referral was received is blank",
    "referred_again": "there was another referral in that time",
    "rightly_made_first": "a visit that is rightly made before a decision",
    "took_longer": "it was not closed that soon",
    "visit_not_dated": "when the visit was made is blank",
}
