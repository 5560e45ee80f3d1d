"""How far from target, and how long at the present pace: in ranges, or not at all.

The pace is the median of the slopes between every two points of the present level
(Theil and Sen), which one odd month cannot bend; whether there is a pace at all is
asked of the same pairs (Mann and Kendall): if chance alone would as often rise or fall
as much, there is none. The answer is the range that the slope's own 95% interval
gives, rounded outwards, because "in 7 months" would claim to know what nobody does.

It speaks only of the level that holds now: a step up a year ago is no pace. Only where
one line is closer to the last twelve points than their levels are, they are one
movement, which the levels cut up. It is not asked where the target is met, of measures without a target, which are all that are
never a target, or of periods that overlap.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from math import ceil, erf, floor, sqrt
from statistics import median

from madegood.measures.chance import HAIR
from madegood.measures.series import Series, noun_of

# Fewer points of the present level, and a slope is a guess.
FEWEST = 8
# More, and what was done long ago would be called the present pace.
MOST = 12
# Further away than this many periods nothing goes on at the same pace.
FURTHEST = 36
# One chance in twenty, and the normal deviate of it.
DOUBT, _DEVIATE = 0.05, 1.96

Placed = tuple[int, float]


class Course(StrEnum):
    AT_TARGET = "at target"
    TOO_SOON = "too soon to say"
    STILL = "not at this pace"
    AWAY = "moving away"
    FAR = "too far off"
    TOWARDS = "towards target"


@dataclass(frozen=True, slots=True)
class Pace:
    """`soonest` and `latest` are whole periods from the last point, only where the
    course is towards target; `latest` None where it may be further than FURTHEST."""

    course: Course
    noun: str
    points: int
    soonest: int | None = None
    latest: int | None = None

    @property
    def words(self) -> str:
        """A sentence for the page."""
        return {
            Course.AT_TARGET: "It is at target now.",
            Course.TOO_SOON: "It is too soon to say how long it will take to reach the "
            f"target: its present level has {self._points}, and {FEWEST} are needed.",
            Course.STILL: "It will not reach the target at this pace: over "
            f"{self._span} there is no steady rise or fall beyond chance.",
            Course.AWAY: f"It is moving away from the target over {self._span}, by more "
            "than chance.",
            Course.FAR: "It will not reach the target at this pace: it is moving towards "
            f"it, but would need more than {FURTHEST} {self.noun}s.",
            Course.TOWARDS: f"At the pace of {self._span} it would reach the target in "
            f"{self._range}, if nothing changes.",
        }[self.course]

    @property
    def _points(self) -> str:
        return f"{self.points} {self.noun}{'' if self.points == 1 else 's'}"

    @property
    def _span(self) -> str:
        return f"the last {self.points} {self.noun}s"

    @property
    def _range(self) -> str:
        if self.latest is None:
            return f"no fewer than {self.soonest} {self.noun}s, and perhaps never"
        if self.soonest == self.latest:
            return f"about {self.latest} {self.noun}{'' if self.latest == 1 else 's'}"
        return f"{self.soonest} to {self.latest} {self.noun}s"


def pace(series: Series) -> Pace | None:
    """How long to target; None where no target is asked for."""
    no_way = series.good_is == "neither" or series.overlapping
    if series.target is None or series.latest is None or no_way:
        return None
    values = _present(series)
    noun = noun_of(series.points)
    if series.at_target:
        return Pace(Course.AT_TARGET, noun, len(values))
    if len(values) < FEWEST:
        return Pace(Course.TOO_SOON, noun, len(values))
    return _towards(series, values, noun)


def _present(series: Series) -> list[Placed]:
    """The last points that have a value, each with its place; only those of the present
    level, unless they are one movement."""
    known = [
        (n, point.value)
        for n, point in enumerate(series.points)
        if point.value is not None
    ][-MOST:]
    begun = series.breaks[-1] if series.breaks else 0
    if len(known) >= FEWEST and _one_movement(series, known):
        return known
    return [(n, value) for n, value in known if n >= begun]


def _one_movement(series: Series, known: Sequence[Placed]) -> bool:
    """Whether a line is closer to the points than the levels they were put in are."""
    slope, _, _ = slopes(known)
    start = median(value - slope * n for n, value in known)
    line = sum(abs(value - start - slope * n) for n, value in known)
    levels = sum(abs(value - (series.centre[n] or 0.0)) for n, value in known)
    return line < levels


def _towards(series: Series, values: Sequence[Placed], noun: str) -> Pace:
    assert series.target is not None
    size = len(values)
    if by_chance([value for _, value in values]) >= DOUBT:
        return Pace(Course.STILL, noun, size)
    slope, low, high = slopes(values)
    now = _fitted(values, slope)
    wanted = 1 if series.good_is == "high" else -1
    if slope * wanted < 0:
        return Pace(Course.AWAY, noun, size)
    gap = (series.target - now) * wanted
    if gap <= HAIR:
        # The last point is short of target, what it moves along is not.
        return Pace(Course.TOWARDS, noun, size, 1, 1)
    slowest, fastest = sorted((low * wanted, high * wanted))
    if gap / (slope * wanted) > FURTHEST:
        return Pace(Course.FAR, noun, size)
    soonest = max(floor(gap / fastest), 1)
    far = slowest <= HAIR or gap / slowest > FURTHEST
    return Pace(
        Course.TOWARDS,
        noun,
        size,
        soonest,
        None if far else max(ceil(gap / slowest), 1),
    )


def slopes(values: Sequence[Placed]) -> tuple[float, float, float]:
    """The median slope for each period, and the ends of its 95% interval (Sen 1968)."""
    found = sorted(
        (after - before) / (later - sooner)
        for (sooner, before), (later, after) in combinations(values, 2)
    )
    size = len(values)
    reach = _DEVIATE * sqrt(size * (size - 1) * (2 * size + 5) / 18)
    least = max(floor((len(found) - reach) / 2), 0)
    most = min(ceil((len(found) + reach) / 2), len(found) - 1)
    return median(found), found[least], found[most]


def _fitted(values: Sequence[Placed], slope: float) -> float:
    """Where the line is at the last point."""
    start = median(value - slope * n for n, value in values)
    return start + slope * values[-1][0]


def by_chance(values: Sequence[float]) -> float:
    """How often chance would rise, or fall, at least as steadily: Mann and Kendall's
    test, with the normal curve that their own tables come to from eight points on.
    Two that are equal count for neither way."""
    size = len(values)
    score = sum((b > a) - (b < a) for a, b in combinations(values, 2))
    spread = sqrt(size * (size - 1) * (2 * size + 5) / 18)
    deviate = max(abs(score) - 1, 0) / spread
    return 1 - erf(deviate / sqrt(2))
