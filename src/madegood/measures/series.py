"""A measure month by month, and whether it has changed by more than chance.

Shares get a p-chart and rates a u-chart, whose limits widen in a month with few cases
or few nights; counts, medians and gaps get an XmR chart, whose limits come from how
much one month usually differs from the next. Where a shift has lasted, the old and the
new level are drawn apart, because one mean through both would describe neither.

Quarters and years are judged by the same rules. Periods that overlap, such as the
twelve months to the end of each month, are only drawn: a point shares eleven months
with the one before, so runs and trends come of themselves, and no rule may be asked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from math import inf
from typing import Protocol

from madegood.clock.periods import Period
from madegood.measures.chance import HAIR, Chart, ChartKind, Signal

# Fewer months than this, and limits drawn round them would be guesses.
FEWEST = 10
# A rate is for each so many nights: what its denominator is divided by.
NIGHTS = 100
_KIND_OF = {"share": ChartKind.P, "rate": ChartKind.U}
_WITHIN = {"share": (0.0, 1.0), "gap": (-1.0, 1.0)}


class Verdict(StrEnum):
    BETTER = "better"
    WORSE = "worse"
    CHANGED = "changed"  # by more than chance, in a measure with no good direction
    NO_CHANGE = "no change"
    TOO_FEW = "too few to say"
    NOT_JUDGED = "not judged"  # the periods overlap


class Counted(Protocol):
    """What a measure's Result offers that a series needs."""

    @property
    def period(self) -> Period | None: ...
    @property
    def value(self) -> float | None: ...
    @property
    def numerator(self) -> int: ...
    @property
    def denominator(self) -> int: ...
    @property
    def unit(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Point:
    """One period. `value` is a fraction for shares; None when there was nothing to
    count, or when `held_back` because few people are behind it."""

    period: Period
    value: float | None
    numerator: int = 0
    denominator: int = 0
    held_back: bool = False


@dataclass(frozen=True)
class Series:
    """Points with, for each, the centre and limits of the level it belongs to.

    `centre`, `lower` and `upper` are None at a point without a value, so that a
    limit never tells the size of a month that is held back. `breaks` are the places
    in `points` where a new level begins. Where the periods are `overlapping` there
    are no levels, no limits and no signal.
    """

    points: tuple[Point, ...]
    unit: str
    good_is: str
    target: float | None
    centre: tuple[float | None, ...]
    lower: tuple[float | None, ...]
    upper: tuple[float | None, ...]
    breaks: tuple[int, ...]
    signal: Signal | None
    overlapping: bool = False

    @property
    def latest(self) -> Point | None:
        """The last point with a value."""
        return next((p for p in reversed(self.points) if p.value is not None), None)

    @property
    def mean(self) -> float | None:
        """The centre of the level the series is at now."""
        return next((c for c in reversed(self.centre) if c is not None), None)

    @property
    def enough(self) -> bool:
        return sum(p.value is not None for p in self.points) >= FEWEST

    @property
    def verdict(self) -> Verdict:
        if self.overlapping:
            return Verdict.NOT_JUDGED
        if not self.enough:
            return Verdict.TOO_FEW
        if self.signal is None:
            return Verdict.NO_CHANGE
        if self.good_is == "neither":
            return Verdict.CHANGED
        wanted = self.signal.up == (self.good_is == "high")
        return Verdict.BETTER if wanted else Verdict.WORSE

    @property
    def gap(self) -> float | None:
        """The latest value less the target: in points for shares, else in the unit."""
        if self.target is None or self.latest is None or self.latest.value is None:
            return None
        parts = 100 if self.unit in ("share", "gap") else 1
        return (self.latest.value - self.target) * parts

    @property
    def at_target(self) -> bool | None:
        """None where there is no target or no value; a target met exactly is met."""
        if self.gap is None or self.good_is == "neither":
            return None
        return self.gap >= -HAIR if self.good_is == "high" else self.gap <= HAIR

    @property
    def gap_words(self) -> str:
        """'22 points below target', or '' where there is no target."""
        if self.gap is None:
            return ""
        # Half a point rounds up, as the shares themselves do.
        whole = int(abs(self.gap) + 0.5 + HAIR)
        size = f"{abs(self.gap):.2f}" if self.unit == "rate" else f"{whole}"
        if float(size) == 0:
            return "at target" if self.at_target else "just short of target"
        noun = "" if self.unit not in ("share", "gap") else " point"
        noun += "s" if noun and size != "1" else ""
        return f"{size}{noun} {'above' if self.gap > 0 else 'below'} target"

    @property
    def sentence(self) -> str:
        """The verdict as something a councillor could read out."""
        if self.overlapping:
            return (
                "Each point shares most of its months with the one before, so whether "
                "it has changed by more than chance is asked of the months, not here."
            )
        if not self.enough:
            have = sum(p.value is not None for p in self.points)
            return (
                f"Too few {noun_of(self.points)}s to say whether it is changing: there "
                f"{'is' if have == 1 else 'are'} {have}, and {FEWEST} are needed."
            )
        if self.signal is None:
            first = next(p for p in self.points if p.value is not None)
            return f"No change by more than chance since {period_words(first.period)}."
        return _say_signal(self.signal, self.points)


def period_words(period: Period) -> str:
    """'October 2025', 'the three months to October 2025' or 'the year to ...'."""
    length = {1: "", 3: "the three months to ", 12: "the year to "}
    months = round(period.days / 30.4)
    return f"{length.get(months, 'the period to ')}{period.last:%B %Y}"


def noun_of(points: Sequence[Point]) -> str:
    """'month', 'quarter' or 'year': what one of the points is."""
    months = round(points[0].period.days / 30.4) if points else 1
    return {1: "month", 3: "quarter", 12: "year"}.get(months, "period")


def series_of(
    results: Iterable[Counted],
    *,
    good_is: str = "high",
    target: float | None = None,
) -> Series:
    """Results of one measure by month, in any order, as a Series.

    Results without a period are left out: a total is not a month.
    """
    counted = [r for r in results if r.period is not None]
    points = [
        Point(r.period, r.value, r.numerator, r.denominator)
        for r in counted
        if r.period is not None
    ]
    unit = counted[0].unit if counted else "share"
    return series(points, unit=unit, good_is=good_is, target=target)


def series(
    points: Iterable[Point], *, unit: str, good_is: str, target: float | None = None
) -> Series:
    """Order the points, find the levels, draw their limits and look for signals."""
    ordered = tuple(sorted(points, key=lambda p: p.period))
    places = [n for n, point in enumerate(ordered) if point.value is not None]
    bare = Series(
        points=ordered,
        unit=unit,
        good_is=good_is,
        target=target,
        centre=(None,) * len(ordered),
        lower=(None,) * len(ordered),
        upper=(None,) * len(ordered),
        breaks=(),
        signal=None,
    )
    if any(after.period.first <= one.period.last for one, after in pairwise(ordered)):
        return replace(bare, overlapping=True)
    if len(places) < FEWEST:
        return bare
    return _drawn_on(bare, places, _chart([ordered[n] for n in places], unit))


def _chart(points: Sequence[Point], unit: str) -> Chart:
    """The chart that the unit asks for, of points that each have a value."""
    kind = _KIND_OF.get(unit, ChartKind.XMR)
    if kind is ChartKind.U and not all(point.denominator for point in points):
        kind = ChartKind.XMR  # a paper may tell a rate without its nights
    weights: list[float] = [1] * len(points)
    if kind is not ChartKind.XMR:
        each = NIGHTS if kind is ChartKind.U else 1
        weights = [max(point.denominator, 1) / each for point in points]
    values = [point.value or 0.0 for point in points]
    return Chart(values, weights, kind=kind, within=_WITHIN.get(unit, (0.0, inf)))


def _drawn_on(bare: Series, places: Sequence[int], chart: Chart) -> Series:
    centre, lower, upper = list(bare.centre), list(bare.lower), list(bare.upper)
    for first, end in chart.levels:
        for n in range(first, end):
            centre[places[n]] = chart.mean(first, end)
            lower[places[n]], upper[places[n]] = chart.limits(first, end, n)
    found = chart.signal()
    return replace(
        bare,
        centre=tuple(centre),
        lower=tuple(lower),
        upper=tuple(upper),
        breaks=tuple(places[first] for first, _ in chart.levels[1:]),
        signal=found
        and replace(found, first=places[found.first], last=places[found.last]),
    )


def _say_signal(signal: Signal, points: Sequence[Point]) -> str:
    higher, noun = "higher" if signal.up else "lower", noun_of(points)
    since = period_words(points[signal.first].period)
    last = period_words(points[signal.last].period)
    return {
        "shift": f"It has been {higher} than before by more than chance since {since}.",
        "run": f"It has stayed {higher} than its average since {since}, which is more "
        "than chance.",
        "beyond": f"In {last} it was {higher} than chance allows.",
        "trend": f"It has {'risen' if signal.up else 'fallen'} every {noun} since "
        f"{since}, which is more than chance.",
        "near": f"Two of the last three {noun}s were so much {higher} than usual that "
        "it is more than chance.",
    }[signal.rule]
