"""Claims we cannot yet prove: said to be complete, and nothing beyond its having been
done is shown. Plain Python.

For each: what is missing, and who could give it. Whoever owns an action can show that it
was done; only somebody else can say that practice changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from madegood.assurance.standing import Rung, RungState
from madegood.assurance.views import (
    ActionStanding,
    PlanStanding,
    RecommendationStanding,
    TestView,
)
from madegood.measures import measure
from madegood.plan.progress import DELIVERY_WORDS

_AUDITOR: Final = "an auditor who does not own the action"
_FAMILIES: Final = "children and families, asked by somebody who does not own it"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that would show it, and who could give it."""

    what: str
    who: str


@dataclass(frozen=True, slots=True)
class Unproved:
    """A complete claim of which at most the first rung is reached."""

    recommendation: str
    number: str
    text: str
    claim: str
    said_on: date | None
    done: bool
    because: str
    owners: tuple[str, ...]
    missing: tuple[Missing, ...]


def unproved(plan: PlanStanding) -> tuple[Unproved, ...]:
    """In the plan's order."""
    return tuple(
        _unproved(rec, action)
        for rec in plan.recommendations
        for action in rec.actions
        if action.detail.claimed_complete and action.standing.highest <= Rung.DONE
    )


def _unproved(rec: RecommendationStanding, action: ActionStanding) -> Unproved:
    claims = action.detail.claims
    return Unproved(
        recommendation=rec.number,
        number=action.number,
        text=action.text,
        claim=DELIVERY_WORDS[action.delivery],
        said_on=claims[-1].said_on if claims else None,
        done=action.standing.highest is Rung.DONE,
        because=action.standing.because,
        owners=action.owners,
        missing=tuple(_missing(action)),
    )


def _missing(action: ActionStanding) -> Iterator[Missing]:
    rungs = action.standing.rungs
    owners = " or ".join(action.owners) or "whoever the plan manager names as owner"
    if rungs[Rung.DONE] is not RungState.REACHED:
        yield Missing("a document that shows it was done", owners)
    asked = {test.kind for test in action.tests}
    if not asked - {"document"}:
        yield Missing(
            "a test of the practice: an audit, what families say, or a measure",
            f"the plan manager, with {owners}",
        )
    for test in action.tests:
        yield from _of_test(test, action)


def _of_test(test: TestView, action: ActionStanding) -> Iterator[Missing]:
    rungs = action.standing.rungs
    if test.kind == "sample" and rungs[Rung.SEEN] is not RungState.REACHED:
        yield Missing(f"records looked at: {test.title}", _AUDITOR)
    elif test.kind == "feedback" and rungs[Rung.SAID] is not RungState.REACHED:
        yield Missing(f"what they say: {test.title}", _FAMILIES)
    elif test.kind == "measure" and rungs[Rung.MOVED] is not RungState.REACHED:
        yield Missing(
            f"the measure at its target: {test.title}",
            f"{measure(test.measure_id).owner.title}, who keeps the measure",
        )
