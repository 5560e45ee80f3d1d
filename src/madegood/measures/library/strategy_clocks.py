"""Recommendation 2: how soon strategy discussions are held, and late ones raised."""

from madegood.measures.library.common_rules import clocked, rule
from madegood.measures.library.front_door_rules import (
    blank_start,
    gap,
    long_gap,
    outlived,
)
from madegood.measures.library.keepers import kept_by
from madegood.measures.library.strategy_rules import (
    ANSWERED,
    ANY_CALL,
    DECIDED,
    DISCUSSIONS,
    FALLS_DUE,
    LOCAL,
    MOVED,
    ONE_DAY,
    OWNER,
    RESCINDED,
    THEME,
    of_decisions,
)
from madegood.measures.model import Clock, Measure, Phrases, SettingSpec
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    After,
    All,
    AsOf,
    At,
    Before,
    ByDateOnly,
    ByDue,
    Hours,
    Known,
    Marked,
    Not,
    NotRecorded,
    OnOrBeforeDay,
    Passed,
    Start,
    Stop,
    WorkingDays,
)

_LATE_UNEXPLAINED = All((Passed(), Not(ByDue(Stop())), NotRecorded("delay_reason")))
_FLAGS = (
    ("no_delay_reason", _LATE_UNEXPLAINED),
    ("future_date", Marked("future_date")),
)
_CLOCK_RULES = (
    *of_decisions(ByDue(RESCINDED), ByDue(MOVED)),
    blank_start("decision_not_dated"),
    *outlived(),
    *clocked("discussion_held", "discussion_not_held"),
)
_NEEDS = ("strategy_discussions", "strategy_attendance")

_WITHIN_A_DAY = Clock(
    DISCUSSIONS,
    DECIDED,
    _CLOCK_RULES,
    (
        long_gap(After(Start(), WorkingDays())),
        ("date_precision", ByDateOnly()),
        *_FLAGS,
    ),
    At("held_at"),
    stop=ANSWERED,
    within=WorkingDays(),
)

_WITHIN_HOURS = Clock(
    DISCUSSIONS,
    DECIDED,
    _CLOCK_RULES,
    (long_gap(), ("date_precision", ByDateOnly()), *_FLAGS),
    At("held_at"),
    stop=ANSWERED,
    within=Hours(),
)

_ESCALATE = WorkingDays("escalate_working_days")

# Raised before it was late is raised in time; before there was a decision is a fault.
_ESCALATED = Clock(
    DISCUSSIONS,
    FALLS_DUE,
    (
        *of_decisions(OnOrBeforeDay(RESCINDED, Start()), OnOrBeforeDay(MOVED, Start())),
        blank_start("decision_not_dated"),
        rule(State.DQ_ERROR, "held_before_decided", Before(ANSWERED, DECIDED)),
        rule(State.NOT_APPLICABLE, "held_in_time", OnOrBeforeDay(ANSWERED, Start())),
        *outlived(),
        rule(State.NOT_DUE, "not_late_yet", Not(Before(Start(), AsOf()))),
        rule(State.DQ_ERROR, "stop_before_start", Before(Stop(), DECIDED)),
        rule(State.MET, "escalated", ByDue(Stop())),
        rule(State.NOT_MET, "late", Known(Stop())),
        rule(State.OVERDUE, "not_escalated", Passed()),
        rule(State.PENDING, ""),
    ),
    (
        long_gap(After(Start(), _ESCALATE)),
        ("future_date", Marked("future_date")),
    ),
    DECIDED,
    stop=At("escalated_at"),
    within=_ESCALATE,
)

_measure = kept_by(THEME, OWNER)

CLOCKS: tuple[Measure, ...] = (
    _measure(
        id="strategy_discussion_1wd",
        title="Strategy discussions held within 1 working day",
        why="A child who may be suffering significant harm waits until it is held; in "
        "2019 some waited more than a week.",
        source=LOCAL,
        kind=_WITHIN_A_DAY,
        phrases=Phrases(
            "Of the decisions that a strategy discussion was needed in the period, "
            "the share held by the end of working day {working_days} after",
            "Decided",
            "the discussion was held",
        ),
        needs=_NEEDS,
        good_is="high",
        settings=(ONE_DAY, ANY_CALL, gap()),
        balances=("strategy_discussion_24h", "strategy_discussion_quorate"),
    ),
    _measure(
        id="strategy_discussion_24h",
        title="Strategy discussions held within 24 hours",
        why="Working days stand still at weekends, and risk does not.",
        source="Local standard: normally within 24 hours of the decision, as in Tees.",
        kind=_WITHIN_HOURS,
        phrases=Phrases(
            "Of the decisions that a strategy discussion was needed in the period, "
            "the share held no more than {hours} hours after",
            "Decided",
            "the discussion was held",
        ),
        needs=_NEEDS,
        good_is="high",
        settings=(
            SettingSpec("hours", 24, "Elapsed hours after the decision.", LOCAL),
            ANY_CALL,
            gap(),
        ),
        balances=("strategy_discussion_1wd", "strategy_discussion_quorate"),
    ),
    _measure(
        id="strategy_delay_escalated_1wd",
        title="Late strategy discussions raised within 1 working day",
        why="A late discussion that nobody raises stays late.",
        source="Local standard. No national one.",
        kind=_ESCALATED,
        phrases=Phrases(
            "Of the strategy discussions not held within {working_days} working days "
            "of the decision, the share whose delay was raised by the end of working "
            "day {escalate_working_days} after",
            "Fell due",
            "the delay was raised",
        ),
        needs=_NEEDS,
        good_is="high",
        settings=(
            ONE_DAY,
            SettingSpec(
                "escalate_working_days",
                1,
                "Working days after it fell due.",
                "Local standard. No national one.",
            ),
            ANY_CALL,
            gap(),
        ),
        balances=("strategy_discussion_1wd",),
    ),
)
