"""What follows an interview: its report, the plan, and who held it."""

from madegood.measures.library.common_rules import rule
from madegood.measures.library.missing_rows import (
    INTERVIEW_FLAGS,
    INTERVIEWS,
    OF_INTERVIEWS,
)
from madegood.measures.model import Clock, Rule, Share
from madegood.measures.states import State
from madegood.measures.vocabulary import (
    At,
    Before,
    ByDue,
    FirstOf,
    HasDue,
    Is,
    Known,
    Not,
    OnlyIf,
    Passed,
    Start,
    Stop,
    WorkingDays,
)

_ASKED = FirstOf((At("held_at"), At("offered_at"), At("referred_to_provider_at")))


def _after_interview(nothing: str, done: str) -> tuple[Rule, ...]:
    return (
        *OF_INTERVIEWS,
        rule(State.DQ_ERROR, "beyond_calendar", Not(HasDue())),
        rule(State.DQ_ERROR, "stop_before_start", Before(Stop(), Start())),
        rule(State.MET, done, ByDue(Stop())),
        rule(State.NOT_MET, "late", Known(Stop())),
        rule(State.OVERDUE, nothing, Passed()),
        rule(State.PENDING, ""),
    )


REPORTED = Clock(
    INTERVIEWS,
    At("held_at"),
    _after_interview("no_report", "reported"),
    INTERVIEW_FLAGS,
    _ASKED,
    stop=At("report_received_at"),
    within=WorkingDays(),
)

PLAN_UPDATED = Clock(
    INTERVIEWS,
    OnlyIf(FirstOf((At("report_received_at"), At("held_at"))), Known(At("held_at"))),
    _after_interview("plan_not_updated", "plan_updated"),
    INTERVIEW_FLAGS,
    _ASKED,
    stop=At("plan_updated_on"),
    within=WorkingDays(),
)

INDEPENDENT = Share(
    INTERVIEWS,
    At("held_at"),
    (
        *OF_INTERVIEWS,
        rule(State.MET, "independent", Is("independent", "yes")),
        rule(State.NOT_MET, "not_independent", Is("independent", "no")),
        rule(
            State.NOT_APPLICABLE,
            "recorded_not_applicable",
            Is("independent", "not_applicable"),
        ),
        rule(State.DQ_ERROR, "independence_not_recorded"),
    ),
    INTERVIEW_FLAGS,
    _ASKED,
    stop=At("held_at"),
)
