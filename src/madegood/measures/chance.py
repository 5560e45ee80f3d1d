"""Statistical process control: limits, levels, and the rules for more than chance.

The charts are the ordinary ones of the trade. XmR (Shewhart's for single values): the
mean, and three times the mean moving range over 1.128 each way, which is the 2.66 of
the handbooks; no point is screened out, as in the NHS's Making Data Count. p for
shares and u for rates, whose limits follow each point's own denominator, both after
Laney (2002): widened where points differ by more than their denominators explain.

The rules are the four that Making Data Count asks, and its authors advise against
more, because each adds false alarms:

    beyond  a point outside three standard deviations (Western Electric's first)
    run     eight on one side of the mean (Western Electric's; Making Data Count says
            seven, which chance alone makes twice as often)
    trend   six that each rise, or each fall (Nelson's third; Making Data Count says
            seven)
    near    two of three beyond two deviations on one side (Western Electric's second)

Western Electric's remaining rule, four of five beyond one deviation, is not asked: it
is meant for the means of samples, and p and u points, which are not normal, meet it by
chance. Numbers only: what they are of, and how it is said, is series.py's.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import inf, sqrt

# The run that is taken for a shift.
RUN = 8
TREND = 6
# A level shorter than the run is drawn only where it is certain.
SHORTEST = 5
LIMIT, WARNING = 3.0, 2.0
# Two levels this many standard errors apart are two levels (chance: 1 in 15,000),
# even if one odd month broke the run of eight.
CERTAIN = 4.0
# Mean moving range of two to one standard deviation, for normal scatter.
_D2 = 1.128
# Below this, two numbers differ only by rounding.
HAIR = 1e-9


@dataclass(frozen=True, slots=True)
class Signal:
    """More than chance: a rule met, the way it went, and the points it rests on."""

    rule: str
    up: bool
    first: int
    last: int


class ChartKind(StrEnum):
    XMR = "XmR"  # values that stand alone: counts, medians, gaps
    P = "p"  # shares; a point weighs as many as it is a share of
    U = "u"  # so many for each unit; a point weighs as many as it has units


class Chart:
    """The arithmetic, on the usable points only. `within` is what a value can be."""

    def __init__(
        self,
        values: Sequence[float],
        weights: Sequence[float],
        *,
        kind: ChartKind,
        within: tuple[float, float] = (0.0, inf),
    ) -> None:
        self.values, self.weights, self.kind = values, weights, kind
        self.within = within
        starts = [0, *self._shifts(0, len(values))]
        self.levels = list(pairwise([*starts, len(values)]))

    def mean(self, first: int, end: int) -> float:
        weights = self.weights[first:end]
        pairs = zip(self.values[first:end], weights, strict=True)
        return sum(v * w for v, w in pairs) / sum(weights)

    def spread(self, first: int, end: int) -> float:
        """One standard deviation of a point of weight 1, within a level.

        For shares it is the binomial's and for rates Poisson's, widened (never
        narrowed) where points differ by more than chance alone would make them, so
        that large denominators do not turn ordinary unevenness into news.
        """
        if self.kind is ChartKind.XMR:
            return _moving_range(self.values[first:end]) / _D2
        centre, chance = self._by_chance(first, end)
        pairs = zip(self.values[first:end], self.weights[first:end], strict=True)
        scores = [(v - centre) * sqrt(w) / chance for v, w in pairs]
        return chance * max(1.0, _moving_range(scores) / _D2)

    def _by_chance(self, first: int, end: int) -> tuple[float, float]:
        """The level, and the deviation of a point of weight 1 that chance makes. Half
        a case keeps a run of all, or of none, from having limits of no width."""
        cases = sum(self.weights[first:end])
        met = self.mean(first, end) * cases
        if self.kind is ChartKind.U:
            rate = (met + 0.5) / cases
            return rate, sqrt(rate)
        share = (met + 0.5) / (cases + 1)
        return share, sqrt(share * (1 - share))

    def _shifts(self, first: int, end: int) -> list[int]:
        """Where new levels begin: the strongest shift, then within each side of it."""
        candidates = range(first + SHORTEST, end - SHORTEST + 1)
        found = [(self._strength(first, n, end), n) for n in candidates]
        strength, place = max(found, default=(0.0, 0))
        if strength < LIMIT:
            return []
        return [*self._shifts(first, place), place, *self._shifts(place, end)]

    def _strength(self, first: int, place: int, end: int) -> float:
        """How many standard errors apart the two sides are; 0 where that is short of
        certain and the side after does not open with a run of eight beyond the mean
        of the side before."""
        before, after = self.mean(first, place), self.mean(place, end)
        cases = sum(self.weights[first:place]), sum(self.weights[place:end])
        widest = max(self.spread(first, place), self.spread(place, end), HAIR)
        strength = abs(after - before) / (widest * sqrt(1 / cases[0] + 1 / cases[1]))
        way = 1 if after > before else -1
        run = self.values[place : place + RUN]
        kept = len(run) == RUN and place - first >= RUN
        if kept and all((value - before) * way > HAIR for value in run):
            return strength
        return strength if strength >= CERTAIN else 0.0

    def limits(self, first: int, end: int, n: int) -> tuple[float, float]:
        """The lower and upper limit of point `n` of the level first..end."""
        mean = self.mean(first, end)
        reach = LIMIT * self.spread(first, end) / sqrt(self.weights[n])
        least, most = self.within
        return max(least, mean - reach), min(most, mean + reach)

    def signal(self) -> Signal | None:
        """What is going on now, in the present level; else the shift that began it."""
        first, end = self.levels[-1]
        recent = _recent(self._scores(first, end), self.values[first:end])
        if recent:
            moved = (recent.first + first, recent.last + first)
            return Signal(recent.rule, recent.up, *moved)
        if len(self.levels) == 1:
            return None
        before, now = (self.mean(*level) for level in self.levels[-2:])
        return Signal("shift", now > before, first, end - 1)

    def _scores(self, first: int, end: int) -> list[float]:
        """How many standard deviations each point of a level is from its mean."""
        mean, spread = self.mean(first, end), self.spread(first, end)
        if spread <= HAIR:
            return [0.0] * (end - first)
        pairs = zip(self.values[first:end], self.weights[first:end], strict=True)
        return [(v - mean) * sqrt(w) / spread for v, w in pairs]


def _recent(scores: Sequence[float], values: Sequence[float]) -> Signal | None:
    """The first of the four rules that the latest points meet."""
    rules: tuple[Callable[[], Signal | None], ...] = (
        lambda: _beyond(scores),
        lambda: _run(scores),
        lambda: _trend(values),
        lambda: _near(scores),
    )
    return next((found for rule in rules if (found := rule())), None)


def _beyond(scores: Sequence[float]) -> Signal | None:
    """The latest point lies outside the limits."""
    last = len(scores) - 1
    if abs(scores[last]) <= LIMIT + HAIR:
        return None
    return Signal("beyond", scores[last] > 0, last, last)


def _run(scores: Sequence[float]) -> Signal | None:
    """The latest eight lie on one side of the mean."""
    first = len(scores) - RUN
    if first <= 0 or not _one_way(scores[first:]):
        return None
    return Signal("run", scores[-1] > 0, first, len(scores) - 1)


def _trend(values: Sequence[float]) -> Signal | None:
    """The latest six each rose, or each fell."""
    steps = [after - before for before, after in pairwise(values[-TREND:])]
    if len(steps) < TREND - 1 or not _one_way(steps):
        return None
    return Signal("trend", steps[0] > 0, len(values) - TREND, len(values) - 1)


def _near(scores: Sequence[float]) -> Signal | None:
    """The latest, and one of the two before it, lie in the outer third of one side."""
    way = 1 if scores[-1] > 0 else -1
    near = [n for n in range(-3, 0) if scores[n] * way > WARNING + HAIR]
    if -1 not in near or len(near) < 2:
        return None
    return Signal("near", way > 0, len(scores) + near[0], len(scores) - 1)


def _one_way(numbers: Sequence[float]) -> bool:
    return all(n > HAIR for n in numbers) or all(n < -HAIR for n in numbers)


def _moving_range(numbers: Sequence[float]) -> float:
    steps = [abs(after - before) for before, after in pairwise(numbers)]
    return sum(steps) / len(steps) if steps else 0.0
