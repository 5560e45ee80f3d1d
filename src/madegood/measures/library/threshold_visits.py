"""Recommendation 3: visits made so that managers could decide, found by what was open.

Nobody need have called it a threshold visit. It is social care's visit to a child for
whom nothing is open, before the contact or referral it is linked to was decided. A
visit linked to neither cannot be told (rules.md §3).
"""

from madegood.measures.library.common_rules import of_another_authority, rule
from madegood.measures.library.front_door_rules import (
    ASSESSMENTS,
    CONTACTS_AS_RECORDED,
    ENQUIRIES,
    REFERRALS_AS_RECORDED,
    WRITTEN_LATER,
    blank_start,
)
from madegood.measures.library.keepers import kept_by
from madegood.measures.model import Count, Measure, Phrases, Post, SettingSpec
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    ALWAYS,
    THERE,
    All,
    At,
    Before,
    Either,
    Is,
    Known,
    Linked,
    Marked,
    Not,
    NotRecorded,
    OneOf,
    OnOrBeforeDay,
    Rows,
    SameChild,
    SetDay,
    Some,
    Test,
)

THEME = "threshold visits"
OWNER = Post("Head of Service, Front Door")
_SOURCE = (
    "Not a statutory idea. Inspectors (2020) found visits made so that managers could "
    "decide, and up to two weeks' delay; guidance has a child seen in an assessment."
)

_VISITS = Rows("visits", "visit_id", appears="visited_at")
_VISITED = At("visited_at")
_ITS_REFERRAL = Linked(REFERRALS_AS_RECORDED, there="referral_id", here="referral_id")
_ITS_CONTACT = Linked(CONTACTS_AS_RECORDED, there="contact_id", here="contact_id")
_DECIDED, _RECORDED = At("decision_at", THERE), At("decision_recorded_at", THERE)

_NAMES = (
    "threshold visit",
    "initial visit",
    "screening visit",
    "home visit pre-assessment",
)
_NAMED = OneOf(
    "kind", (*_NAMES, *(name.capitalize() for name in _NAMES), *map(str.title, _NAMES))
)
# Visits that are rightly made with nothing open and before a decision.
_RIGHTLY_MADE = (
    "emergency",
    "joint_after_strategy_discussion",
    "private_fostering",
    "return_interview",
    "education",
    "early_help",
    "homeless_joint_interview",
)


def _open(rows: Rows, *begins: str, ended: str = "ended_on") -> Test:
    """Begun by the day of the visit, and not ended before it."""
    begun = tuple(OnOrBeforeDay(At(name, THERE), _VISITED) for name in begins)
    over = Before(At(ended, THERE), _VISITED)
    return Some(SameChild(rows), All((Either(begun), Not(over))))


def _spans(table: str, key: str) -> Test:
    return _open(Rows(table, key, appears="started_on"), "started_on")


# The referral's decision is the later one: where there is a referral, it is asked.
_ITS_DECISION = (
    (_ITS_REFERRAL, ALWAYS),
    (_ITS_CONTACT, Not(Some(_ITS_REFERRAL, ALWAYS))),
)


def _of_its_decision(test: Test) -> Test:
    return Either(tuple(All((when, Some(link, test))) for link, when in _ITS_DECISION))


# An assessment follows the decision: one that began on the day of a visit made before
# the decision was not open at the visit.
_DECIDED_AFTER = _of_its_decision(Before(_VISITED, _DECIDED))
_BEGUN_THE_DAY_BEFORE = Some(
    SameChild(ASSESSMENTS),
    All(
        (
            Before(At("started_on", THERE), _VISITED),
            Not(Before(At("authorised_on", THERE), _VISITED)),
        )
    ),
)
_BEGUN_THAT_DAY = All(
    (
        _open(ASSESSMENTS, "started_on", ended="authorised_on"),
        Not(_DECIDED_AFTER),
    )
)

_SOMETHING_OPEN = Either(
    (
        _BEGUN_THE_DAY_BEFORE,
        _BEGUN_THAT_DAY,
        _open(ENQUIRIES, "started_on", ended="completed_on"),
        _spans("cin_plans", "plan_id"),
        _spans("cp_plans", "plan_id"),
        _spans("care_episodes", "child_id"),
        _spans("care_leavers", "child_id"),
        _spans("court_orders", "child_id"),
        _spans("short_breaks", "child_id"),
        _open(
            Rows("private_fostering", "arrangement_id"),
            "notified_on",
            "aware_on",
            "started_on",
        ),
    )
)

_DECIDED_FIRST = _of_its_decision(
    All(
        (
            Known(_DECIDED),
            Not(Before(_VISITED, _DECIDED)),
            Not(Marked(WRITTEN_LATER, THERE)),
        )
    )
)
_BACKDATED = _of_its_decision(
    All(
        (
            Known(_DECIDED),
            Not(Before(_VISITED, _DECIDED)),
            Before(_VISITED, _RECORDED),
        )
    )
)
_LINKED = Either((Some(_ITS_REFERRAL, ALWAYS), Some(_ITS_CONTACT, ALWAYS)))

_VISITS_BEFORE = Count(
    _VISITS,
    _VISITED,
    (
        of_another_authority(),
        rule(
            State.NOT_APPLICABLE,
            "another_organisation",
            Not(NotRecorded("organisation")),
            Not(Is("organisation", "social_care")),
        ),
        blank_start("visit_not_dated"),
        rule(
            State.NOT_APPLICABLE,
            "before_they_ceased",
            Before(_VISITED, SetDay("ceased_on")),
        ),
        rule(
            State.NOT_APPLICABLE, "rightly_made_first", OneOf("purpose", _RIGHTLY_MADE)
        ),
        rule(State.NOT_APPLICABLE, "case_open", _SOMETHING_OPEN),
        rule(State.DQ_ERROR, "named_but_not_linked", Not(_LINKED), _NAMED),
        rule(State.DQ_ERROR, "not_linked", Not(_LINKED)),
        rule(State.NOT_APPLICABLE, "decision_backdated", _BACKDATED),
        rule(State.NOT_APPLICABLE, "decided_first", _DECIDED_FIRST),
        rule(State.MET, "before_decision"),
    ),
    (
        ("backdated", _BACKDATED),
        ("named_threshold_visit", _NAMED),
        ("future_date", Marked("future_date")),
    ),
)

_measure = kept_by(THEME, OWNER)

VISITS: tuple[Measure, ...] = (
    _measure(
        id="threshold_visits",
        title="Visits before a decision on threshold",
        why="Children repeat their story, and wait up to two weeks for a decision.",
        source=_SOURCE,
        kind=_VISITS_BEFORE,
        phrases=Phrases(
            "The number of visits to a child by social care in the period, with "
            "nothing open for the child, before the contact or referral was decided",
            "Visited",
        ),
        # Without what else was open, visits that are rightly made would be counted.
        needs=(
            "visits",
            "contacts",
            "referrals",
            "assessments",
            "s47_enquiries",
            "cin_plans",
            "cp_plans",
            "care_episodes",
            "care_leavers",
            "court_orders",
            "short_breaks",
            "private_fostering",
        ),
        good_is="low",
        settings=(
            SettingSpec(
                "ceased_on",
                "",
                "The day from which no such visit was to be made; with one, only "
                "those from that day on are counted.",
                "Local: the authority's own decision to end them.",
            ),
        ),
        balances=(
            "referral_decision_1wd",
            "assessment_closed_nfa_10wd",
            "contact_reopened_20wd",
        ),
    ),
)
