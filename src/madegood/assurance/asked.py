"""What a test asks, how far its numbers may be trusted, and what it showed."""

from dataclasses import dataclass
from datetime import date
from math import comb
from typing import Final

from madegood.assurance.standing import Rung, RungState

# One chance in twenty: less likely than this at the target, and it is not chance.
DOUBT: Final = 0.05


@dataclass(frozen=True, slots=True)
class Question:
    """A test as attached. `target` is a fraction for shares; `periods` in months;
    `minimum` is the fewest in a month, or in a sample, that can show anything."""

    kind: str
    title: str
    measure_id: str = ""
    unit: str = "share"
    good_is: str = "high"
    target: float | None = None
    baseline: float | None = None
    periods: int = 3
    minimum: int = 10
    max_age_days: int = 365


@dataclass(frozen=True, slots=True)
class Trust:
    """How far the measure's numbers may be trusted.

    in_the_way  a clause for each oddity that stands between the series and any proof
    odd_since   the day the earliest of them began
    most_bad    the largest share of rows with bad data that still proves
    """

    in_the_way: tuple[str, ...] = ()
    odd_since: date | None = None
    most_bad: float = 0.05


TRUSTED = Trust()


@dataclass(frozen=True, slots=True)
class Observed:
    """`against`: it says the opposite of a claim, by more than chance. `unchecked`: it
    rests on evidence that only the person who recorded it has seen."""

    rungs: dict[Rung, RungState]
    says: str
    against: bool = False
    unchecked: bool = False


def fewer_by_chance(good: int, of: int, target: float) -> float:
    """The chance of no more than `good` of `of`, were the true share the target."""
    if target >= 1:
        return 1.0 if good >= of else 0.0
    return sum(
        comb(of, k) * target**k * (1 - target) ** (of - k) for k in range(good + 1)
    )


def rung_state(*, reached: bool, fallen: bool) -> RungState:
    if reached:
        return RungState.REACHED
    return RungState.FALLEN if fallen else RungState.EMPTY
