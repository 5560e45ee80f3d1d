"""The front door: contacts, referrals, assessments, and every visit to a child."""

from madegood.record.schema import Table
from madegood.record.tables.columns import (
    CHILD,
    day,
    key,
    moment,
    ref,
    text,
    yes_no,
)

CONTACTS = Table(
    "contacts",
    "What reached the authority about a child, before anything was decided.",
    ("contact_id",),
    (
        key("contact_id", "The id of the contact."),
        CHILD,
        moment("received_at", "When it was received, by whichever team."),
        text("source", "Who made it: the CIN census code (1A … 10) or local words."),
        text("source_agency", "The agency that made it."),
        moment("decision_at", "When it was decided what to do about it."),
        moment(
            "decision_recorded_at",
            "When that decision was written down: one written after a visit and dated "
            "before it is marked.",
        ),
        text("decision", "What was decided.", known_from="decision_at"),
        text(
            "decided_by_role",
            "The role of whoever decided, never a name.",
            known_from="decision_at",
        ),
    ),
    (("received_at", "decision_at"),),
)

REFERRALS = Table(
    "referrals",
    "Requests for children's social care, each with what was decided within a day.",
    ("referral_id",),
    (
        key("referral_id", "The id of the referral."),
        CHILD,
        moment("received_at", "When it was received: the clock starts here."),
        text("source", "Who made it: the CIN census code (1A … 10) or local words."),
        moment("decision_at", "When the type of response was decided."),
        moment("decision_recorded_at", "When that decision was written down."),
        text(
            "decided_by_role",
            "The role of whoever decided, never a name.",
            known_from="decision_at",
        ),
        yes_no(
            "no_further_action",
            "Whether nothing further was to be done.",
            known_from="decision_at",
        ),
        day("closed_on", "When the case was closed; blank is open."),
        text(
            "closure_reason",
            "Why: the CIN census code (RC1 … RC9) or local words.",
            known_from="closed_on",
        ),
    ),
    (("received_at", "decision_at"), ("received_at", "closed_on")),
)

ASSESSMENTS = Table(
    "assessments",
    "Child and family assessments.",
    ("assessment_id",),
    (
        key("assessment_id", "The id of the assessment."),
        CHILD,
        ref("referral_id", "The referral it answers: 45 working days run from there."),
        day("started_on", "When it began."),
        day(
            "authorised_on",
            "When a manager signed it off, agencies and family having been told.",
        ),
        yes_no(
            "child_seen",
            "Whether the child was seen during it.",
            known_from="authorised_on",
        ),
        text(
            "outcome",
            "What it led to. Write `no_further_action` where nothing followed.",
            "no_further_action early_help child_in_need child_protection looked_after",
            known_from="authorised_on",
        ),
    ),
    (("started_on", "authorised_on"),),
)

VISITS = Table(
    "visits",
    "Visits to a child, whoever made them and whatever they were for. Siblings seen "
    "at one visit have a row each.",
    ("visit_id",),
    (
        key("visit_id", "The id of the visit to this child."),
        CHILD,
        moment("visited_at", "When."),
        text(
            "kind",
            "What the case system calls it. The words threshold visit, initial visit, "
            "screening visit and home visit pre-assessment are looked for.",
            known_from="visited_at",
        ),
        text(
            "purpose",
            "What it was for, which tells a visit that is rightly made before an "
            "assessment.",
            "assessment statutory emergency joint_after_strategy_discussion "
            "private_fostering return_interview education early_help "
            "homeless_joint_interview",
            known_from="visited_at",
        ),
        text("organisation", "Who visited.", "social_care early_help police health"),
        ref("contact_id", "The contact that it followed."),
        ref("referral_id", "The referral that it followed."),
        yes_no("seen", "Whether the child was seen.", known_from="visited_at"),
        yes_no(
            "seen_alone", "Whether the child was seen alone.", known_from="visited_at"
        ),
        ref("worker_id", "A pseudonym for the worker, the same in every row."),
    ),
)

TRANSFERS = Table(
    "transfers",
    "A child's case handed from one team to another.",
    ("transfer_id",),
    (
        key("transfer_id", "The id of the transfer."),
        CHILD,
        text("from_team", "The team that handed over."),
        text("to_team", "The team that received."),
        moment("sent_at", "When it was sent."),
        moment("accepted_at", "When it was accepted."),
        day("first_contact_on", "When the new team first saw or spoke to the family."),
    ),
    (("sent_at", "accepted_at"),),
)
