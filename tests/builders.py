"""Make things: a small plan on file, a plan in the ledger, a month of a measure."""

from datetime import date
from pathlib import Path

from madegood.clock.periods import Period, add_months, month_of
from madegood.intake.plans import (
    Action,
    Countability,
    Delivery,
    Inspection,
    Outcome,
    PlanReading,
    Recommendation,
    Source,
)
from madegood.measures import Result, State
from madegood.plan import actions
from madegood.plan.models import Plan
from tests.cast import person

LINE = Source(str(Path("plans") / "plan.txt"), 4, 5, "as printed")
ADOPTED = date(2026, 1, 1)


def an_action(number="4.1", text="Review the specification", **given) -> Action:
    about = {
        "owners": ("Head of Service Children’s Commissioning",),
        "progress": "Completed",
        "delivery": Delivery.COMPLETE,
        "because": "says “Completed”",
        "row": 1,
        "source": LINE,
        "sources": {},
    }
    return Action(number, text, **{**about, **given})


def an_outcome(
    number="4.a", text="Interviews within 72 hours", countable=True, partly=False
) -> Outcome:
    if not countable:
        how = Countability.PARTLY if partly else Countability.NOT
        return Outcome(number, text, how, "names no number", LINE)
    return Outcome(number, text, Countability.COUNTABLE, "names “72 hours”", LINE)


def a_reading(actions=None, outcomes=None, findings=()) -> PlanReading:
    recommendation = Recommendation(
        "4",
        "The offer and take up of return home interviews",
        "plan",
        LINE,
        tuple(actions if actions is not None else [an_action()]),
        tuple(outcomes if outcomes is not None else [an_outcome()]),
    )
    inspection = Inspection("Oakshire", "inspection", published="2020-01-09")
    return PlanReading(inspection, (recommendation,), tuple(findings), files=("p.txt",))


def a_plan(tested_from=None, **given) -> Plan:
    """A plan that Priya confirmed, every row accepted in one act."""
    priya = person("priya")
    draft = actions.start_draft(by=priya, reading=a_reading(**given))
    actions.accept_rest(by=priya, draft_id=draft.pk)
    return actions.confirm_draft(
        by=priya, draft_id=draft.pk, adopted_on=ADOPTED, tested_from=tested_from
    )


def a_month(period: Period, met: int, due: int, faults: int = 0) -> Result:
    """A month of a share; `faults` rows are outside the rate and widen its bounds."""
    whole = due + faults
    return Result(
        measure="rhi_held_72h",
        period=period,
        by={},
        states=dict.fromkeys(State, 0) | {State.DQ_ERROR: faults},
        reasons={},
        numerator=met,
        denominator=due,
        value=met / due if due else None,
        bounds=(met / whole, (met + faults) / whole) if whole else (None, None),
        unit="share",
        definition="d",
    )


def months(*met_of_due: tuple[int, int], last=date(2026, 10, 1)) -> list[Result]:
    """Months in a row that end with the one `last` is in."""
    count = len(met_of_due)
    return [
        a_month(month_of(add_months(last, n + 1 - count)), met, due)
        for n, (met, due) in enumerate(met_of_due)
    ]
