"""Measures about a visit or a contact before a decision.

When visits before a decision end, they may come back by another name: as assessments
closed at once, or as contacts and referrals that come again (rules.md §3).
"""

from madegood.measures.library.common_rules import of_another_authority, rule
from madegood.measures.library.front_door_rules import (
    ASSESSMENTS,
    CHILDS_CONTACTS,
    CHILDS_REFERRALS,
    CONTACTS,
    REFERRALS,
    before_start,
    blank_start,
)
from madegood.measures.library.keepers import kept_by
from madegood.measures.library.threshold_visits import OWNER, THEME, VISITS
from madegood.measures.model import Clock, Measure, Phrases, SettingSpec, Share
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    THERE,
    All,
    At,
    Before,
    ByDue,
    Earliest,
    Is,
    Known,
    Marked,
    Months,
    Not,
    NotRecorded,
    Passed,
    Same,
    Some,
    Start,
    Stop,
    WithinLast,
    WorkingDays,
)

_LOCAL = "Local: a sign that a visit before a decision has been given another name."
_FLAGS = (("future_date", Marked("future_date")),)
_RECEIVED = At("received_at")
_THEIRS = At("received_at", THERE)

_CLOSED_SOON = Share(
    ASSESSMENTS,
    At("started_on"),
    (
        of_another_authority(),
        blank_start("assessment_not_dated"),
        before_start(),
        rule(
            State.MET, "closed_soon", ByDue(Stop()), Is("outcome", "no_further_action")
        ),
        rule(
            State.DQ_ERROR,
            "outcome_not_recorded",
            ByDue(Stop()),
            NotRecorded("outcome"),
        ),
        rule(State.NOT_MET, "led_further", ByDue(Stop())),
        rule(State.NOT_MET, "took_longer", Passed()),
        rule(State.PENDING, ""),
    ),
    _FLAGS,
    At("authorised_on"),
    stop=At("authorised_on"),
    matures=WorkingDays(),
)

# Another contact before the decision is more of the same; after it, it comes again.
_ANOTHER_CONTACT = Earliest(
    CHILDS_CONTACTS,
    "received_at",
    All((Before(Start(), _THEIRS), Not(Same("contact_id", "contact_id")))),
)

_REOPENED = Clock(
    CONTACTS,
    At("decision_at"),
    (
        of_another_authority(),
        rule(State.NOT_APPLICABLE, "not_decided", Not(Known(Start()))),
        rule(State.DQ_ERROR, "decided_before_received", Before(Start(), _RECEIVED)),
        rule(State.MET, "came_again", ByDue(Stop())),
        rule(State.NOT_MET, "came_no_more", Passed()),
        rule(State.PENDING, ""),
    ),
    _FLAGS,
    _RECEIVED,
    stop=_ANOTHER_CONTACT,
    within=WorkingDays(),
)

_BEFORE_IT = All(
    (
        Before(_THEIRS, _RECEIVED),
        WithinLast(_THEIRS, _RECEIVED, Months()),
        Not(Same("referral_id", "referral_id")),
    )
)

_AGAIN = Share(
    REFERRALS,
    _RECEIVED,
    (
        of_another_authority(),
        blank_start("received_not_recorded"),
        rule(State.MET, "referred_again", Some(CHILDS_REFERRALS, _BEFORE_IT)),
        rule(State.NOT_MET, "not_referred_before"),
    ),
    _FLAGS,
    At("decision_at"),
    stop=_RECEIVED,
)

_measure = kept_by(THEME, OWNER)

THRESHOLD: tuple[Measure, ...] = (
    *VISITS,
    _measure(
        id="assessment_closed_nfa_10wd",
        title="Assessments closed within 10 working days with no further action",
        why="A visit before a decision can be written down as a short assessment.",
        source=_LOCAL,
        kind=_CLOSED_SOON,
        phrases=Phrases(
            "Of the assessments started in the period, the share closed within "
            "{working_days} working days with no further action",
            "Started",
            "the assessment was authorised",
        ),
        needs=("assessments",),
        good_is="low",
        settings=(
            SettingSpec("working_days", 10, "Working days after the start.", _LOCAL),
        ),
        balances=("threshold_visits", "rereferral_12m"),
        never_a_target=True,
    ),
    _measure(
        id="contact_reopened_20wd",
        title="Contacts with another within 20 working days",
        why="A contact that was closed too soon comes again.",
        source=_LOCAL,
        kind=_REOPENED,
        phrases=Phrases(
            "Of the contacts decided in the period, the share with another about the "
            "same child within {working_days} working days after",
            "Decided",
            "the next contact came",
        ),
        needs=("contacts",),
        good_is="low",
        settings=(
            SettingSpec("working_days", 20, "Working days after the decision.", _LOCAL),
        ),
        balances=("threshold_visits", "referral_decision_1wd"),
        never_a_target=True,
    ),
    _measure(
        id="rereferral_12m",
        title="Referrals again within 12 months",
        why="A child who is referred again may not have been helped the first time.",
        source="Local: referrals with another for the same child received in the 12 "
        "calendar months before.",
        kind=_AGAIN,
        phrases=Phrases(
            "Of the referrals received in the period, the share with another for the "
            "same child in the {months} months before",
            "Received",
        ),
        needs=("referrals",),
        good_is="low",
        settings=(
            SettingSpec("months", 12, "Calendar months before the referral.", _LOCAL),
        ),
        balances=("threshold_visits",),
        never_a_target=True,
    ),
)
