"""How sharp the plan's expected outcomes are: which can be counted, which are tested.
Plain Python."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from madegood.assurance.views import (
    OutcomeStanding,
    PlanStanding,
    RecommendationStanding,
)
from madegood.intake.plans import Countability


class Sharpness(StrEnum):
    """What has become of an outcome."""

    OPEN = "open"
    TESTED = "tested"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Sharpened:
    """The plan's outcomes in numbers. `read` counts them as the reader took them."""

    total: int
    read: dict[Countability, int]
    now: dict[Countability, int]
    tested: int
    retired: int

    @property
    def left(self) -> int:
        return self.total - self.tested - self.retired


def sharpness(outcome: OutcomeStanding) -> Sharpness:
    if outcome.detail.retired_on is not None:
        return Sharpness.RETIRED
    return Sharpness.TESTED if outcome.tests else Sharpness.OPEN


def sharpened(plan: PlanStanding) -> Sharpened:
    outcomes = [o for r in plan.recommendations for o in r.outcomes]
    states = [sharpness(outcome) for outcome in outcomes]
    return Sharpened(
        total=len(outcomes),
        read=_counted(o.detail.read_as for o in outcomes),
        now=_counted(
            o.detail.countability for o in outcomes if o.detail.retired_on is None
        ),
        tested=states.count(Sharpness.TESTED),
        retired=states.count(Sharpness.RETIRED),
    )


def _counted(given: Iterable[Countability]) -> dict[Countability, int]:
    found = dict.fromkeys(Countability, 0)
    for each in given:
        found[each] += 1
    return found


def next_open(
    plan: PlanStanding, after: str
) -> tuple[RecommendationStanding, OutcomeStanding] | None:
    """The next outcome that nothing tests, after the one of that number; from the
    beginning again where none comes after it."""
    every = [(rec, outcome) for rec in plan.recommendations for outcome in rec.outcomes]
    place = next((i for i, (_, o) in enumerate(every) if o.number == after), -1)
    for rec, outcome in (*every[place + 1 :], *every[:place]):
        if sharpness(outcome) is Sharpness.OPEN:
            return rec, outcome
    return None
