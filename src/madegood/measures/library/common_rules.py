"""Rules that measures of every theme begin or end with."""

from madegood.measures.model import Rule
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    HERE,
    After,
    All,
    AsOf,
    At,
    Before,
    ByDue,
    Is,
    Known,
    Limit,
    MomentOf,
    Not,
    NotRecorded,
    Of,
    OnOrBeforeDay,
    Passed,
    Setting,
    Start,
    Stop,
    Test,
)

ADULT = At("child.adult_on")


def rule(state: State, reason: str, *when: Test) -> Rule:
    """Rows that pass every one of these tests."""
    return Rule(state, reason, All(when))


def clocked(done: str, not_done: str, *, late: str = "late") -> tuple[Rule, ...]:
    """The states of a clock that has started: rules.md §0.4."""
    return (
        rule(State.DQ_ERROR, "stop_before_start", Before(Stop(), Start())),
        rule(State.MET, done, ByDue(Stop())),
        rule(State.NOT_MET, late, Known(Stop())),
        rule(State.OVERDUE, not_done, Passed()),
        rule(State.PENDING, ""),
    )


def ended_first(ended: MomentOf, limit: Limit, reason: str) -> Rule:
    """What it was about ended before the last day, with nothing done: no answer can
    come any more. What ended on the last day had all its time."""
    before = Before(ended, After(Start(), limit))
    return rule(State.CENSORED, reason, before, Not(Known(Stop())))


STOPPED_AS_A_CHILD: Test = Before(Stop(), ADULT)


def came_of_age(stopped_as_a_child: Test = STOPPED_AS_A_CHILD) -> Rule:
    """The eighteenth birthday fell while the clock ran, and has come (rules.md §0.5)."""
    return rule(
        State.CENSORED,
        "turned_18",
        ByDue(ADULT),
        OnOrBeforeDay(ADULT, AsOf()),
        Not(stopped_as_a_child),
    )


def another_authority(of: Of = HERE) -> Test:
    """A row, or the child's own, names an authority that is not ours."""
    given = Not(NotRecorded("responsible_authority", of))
    return All((given, Not(Is("responsible_authority", Setting("authority"), of))))


def of_another_authority() -> Rule:
    """Another authority answers for the child."""
    return Rule(State.EXCLUDED, "other_authority", another_authority())
