"""The clocks of child protection and child in need plans: rules.md §4.

A plan is a chain: the first review some time after it starts, each later one some time
after the last. A conference that was not quorate is no review; one of which the quorum
is blank was held, and is one, with a mark.
"""

from typing import Final

from madegood.measures.library.common_rules import (
    came_of_age,
    clocked,
    ended_first,
    of_another_authority,
    rule,
)
from madegood.measures.model import Clock, Rule
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    ALWAYS,
    THERE,
    All,
    At,
    Before,
    ByDue,
    Chained,
    Days,
    Depends,
    Earliest,
    FirstOf,
    Is,
    Known,
    Limit,
    Linked,
    Marked,
    Months,
    Not,
    NotRecorded,
    On,
    OneOf,
    OnOrBeforeDay,
    Rows,
    SameChild,
    Some,
    Start,
    Stop,
    Test,
    WorkingDays,
)

_ENDED = At("ended_on")
_DIED = At("child.died_on")
_WEEK: Final = 7
_THEIRS = rule(State.EXCLUDED, "temporary_plan", Is("temporary_other_authority", "yes"))
_REVIEW_TOO_SOON = rule(
    # The review of a plan cannot be on the day it starts, or before (rules.md §4).
    State.DQ_ERROR,
    "review_not_after_start",
    Marked("first_link"),
    OnOrBeforeDay(Stop(), Start()),
)


# A chain is in the order of its reviews: none but the first can be before its start.
_REVIEWED = clocked("reviewed", "not_reviewed")[1:]


def _plan_dates() -> tuple[Rule, ...]:
    backwards = Before(_ENDED, At("started_on"))
    return (
        rule(State.DQ_ERROR, "plan_start_not_recorded", Not(Known(Start()))),
        rule(State.DQ_ERROR, "plan_ended_before_started", backwards),
    )


def _no_longer(limit: Limit) -> tuple[Rule, ...]:
    """The plan, the childhood or the child ended while the clock ran."""
    return (
        rule(State.EXCLUDED, "died", ByDue(_DIED), Not(ByDue(Stop()))),
        ended_first(_ENDED, limit, "plan_ended"),
        came_of_age(),
    )


def _each(first: Limit, later: Limit) -> Limit:
    return Depends(Marked("first_link"), first, later)


# ---- reviews of child protection plans -------------------------------------------
_CP_REVIEWS = Linked(Rows("cp_reviews", "review_id"), there="plan_id", here="plan_id")
_QUORATE = Not(Is("quorate", "no", THERE))
_CP_PLANS = Rows("cp_plans", "plan_id", appears="started_on")
_CP_CHAIN = Rows(
    "cp_plans",
    "plan_id",
    appears="started_on",
    chain=Chained("started_on", _CP_REVIEWS, "held_on", _QUORATE),
)
_BY_PROXY = On("proxy_days")
_CP_LIMIT = Depends(
    _BY_PROXY,
    _each(Days("first_days"), Days("then_days")),
    _each(Months("first_months"), Months("then_months")),
)
_HELD_ON = At("held_on", THERE)
_QUORUM_BLANK = Some(
    _CP_REVIEWS,
    All(
        (
            NotRecorded("quorate", THERE),
            OnOrBeforeDay(_HELD_ON, Stop()),
            OnOrBeforeDay(Stop(), _HELD_ON),
        )
    ),
)

CP_REVIEWED = Clock(
    _CP_CHAIN,
    At("link_started"),
    (
        of_another_authority(),
        _THEIRS,
        *_plan_dates(),
        _REVIEW_TOO_SOON,
        *_no_longer(_CP_LIMIT),
        *_REVIEWED,
    ),
    # The two rules disagree in both directions, so that which was used is said.
    (("counted_in_days", _BY_PROXY), ("quorum_not_recorded", _QUORUM_BLANK)),
    stop=At("link_stopped"),
    within=_CP_LIMIT,
)

# ---- the first core group ------------------------------------------------------------
_CONFERENCE = Linked(
    Rows("conferences", "conference_id"), there="conference_id", here="conference_id"
)
_CORE_GROUPS = Linked(
    Rows("core_groups", "core_group_id"), there="plan_id", here="plan_id"
)

CORE_GROUP = Clock(
    _CP_PLANS,
    FirstOf((Earliest(_CONFERENCE, "held_on", ALWAYS), At("started_on"))),
    (
        of_another_authority(),
        _THEIRS,
        *_plan_dates(),
        *_no_longer(WorkingDays()),
        *clocked("core_group_held", "core_group_not_held"),
    ),
    counted_from=_ENDED,
    stop=Earliest(_CORE_GROUPS, "held_on", ALWAYS),
    within=WorkingDays(),
)

# ---- reviews of child in need plans ---------------------------------------------------
_CIN_CHAIN = Rows(
    "cin_plans",
    "plan_id",
    appears="started_on",
    chain=Chained(
        "started_on",
        Linked(Rows("cin_reviews", "review_id"), there="plan_id", here="plan_id"),
        "held_on",
        ALWAYS,
    ),
)
_CIN_STARTED, _STARTED_THERE = At("started_on"), At("started_on", THERE)


def _begun_since(table: str, key: str, counts: Test = ALWAYS) -> Earliest:
    """The first of these of the child's to begin after the plan did, or on its day."""
    return Earliest(
        SameChild(Rows(table, key, appears="started_on")),
        "started_on",
        All((OnOrBeforeDay(_CIN_STARTED, _STARTED_THERE), counts)),
    )


# A child in need plan ends when a child protection plan begins, or the child comes into
# care; a series of short breaks (V3, V4) is part of the plan and does not end it.
_PROTECTED = _begun_since(
    "cp_plans", "plan_id", Not(Is("temporary_other_authority", "yes", THERE))
)
_IN_CARE = _begun_since(
    "care_episodes", "child_id", Not(OneOf("legal_status", ("V3", "V4"), THERE))
)
_CIN_LIMIT = _each(Days("first_weeks", _WEEK), Days("then_weeks", _WEEK))

CIN_REVIEWED = Clock(
    _CIN_CHAIN,
    At("link_started"),
    (
        of_another_authority(),
        *_plan_dates(),
        _REVIEW_TOO_SOON,
        *_no_longer(_CIN_LIMIT),
        ended_first(_PROTECTED, _CIN_LIMIT, "protection_plan_began"),
        ended_first(_IN_CARE, _CIN_LIMIT, "care_began"),
        *_REVIEWED,
    ),
    stop=At("link_stopped"),
    within=_CIN_LIMIT,
)
