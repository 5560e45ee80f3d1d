"""Definition breaks: a sudden step with a sign that something else is now counted.

A step alone may be practice that changed. It is asked about only where it comes with a
change that practice does not make: the definition that computed it, how many there are
to count, or a reason that used to be common and is now gone, or was never there. In
2021 Solihull closed 9 of 2,272 referrals with no further action, after 1,334 of 3,061
in 2020 (DfE, children in need census): the families had not changed, the form had.

What one cannot know from a series is which of the two it was. So a break is a question
put to a person, and the series proves nothing until it is answered.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from madegood.clock.periods import Period
from madegood.measures.states import Result

# How many periods each side of a step are taken together.
AROUND = 6
# A step: this many standard errors, and this many of a hundred (or of a share, for
# numbers that are not shares: a half more, or a third less).
DEVIATIONS, POINTS, TIMES = 5.0, 0.10, 1.5
# The denominator has changed: by a fifth at once, or by half in all (TIMES).
OTHER_SIZE, SIZE_DEVIATIONS = 0.20, 3.0
_USUAL = 2.66
# A reason that was one in ten, with at least so many expected, does not end by chance.
COMMON, FEWEST_EXPECTED = 0.10, 10
_HAIR = 1e-9


@dataclass(frozen=True, slots=True)
class Break:
    """A step at `place` of the periods given. `signs` are what changed with it:
    "definition", "denominator", or the code of a reason that came or went."""

    period: Period
    before: tuple[int, int]
    after: tuple[int, int]
    signs: tuple[str, ...]
    strength: float


@dataclass(frozen=True, slots=True)
class _Side:
    """Some periods together. For a count, `of` is how many periods there were."""

    met: int
    of: float
    reasons: Counter[str]
    size: float


def breaks(results: Sequence[Result]) -> list[Break]:
    """Every break in results of whole periods, in order. A step is told once, where it
    is strongest; medians and gaps are not asked, having nothing to add up."""
    if not results or results[0].unit not in ("share", "count", "rate"):
        return []
    found = [one for place in range(1, len(results)) if (one := _at(results, place))]
    return _strongest(results, found)


def _strongest(results: Sequence[Result], found: Sequence[Break]) -> list[Break]:
    """Of breaks within a look's width of one another, which tell of one step, one."""
    places = {result.period: n for n, result in enumerate(results)}
    kept: list[Break] = []
    for one in sorted(found, key=lambda each: -each.strength):
        near = (abs(places[one.period] - places[other.period]) for other in kept)
        if all(apart >= AROUND for apart in near):
            kept.append(one)
    return sorted(kept, key=lambda each: each.period)


def _at(results: Sequence[Result], place: int) -> Break | None:
    """A break where the `place`-th period begins something else."""
    here = results[place]
    sides = results[max(0, place - AROUND) : place], results[place : place + AROUND]
    before, after = _side(sides[0]), _side(sides[1])
    strength = _step(here.unit, before, after)
    if strength < DEVIATIONS or not _sudden(results, place, before, after):
        return None
    signs = tuple(_signs(results, place, before, after))
    if not signs or here.period is None:
        return None
    return Break(
        here.period,
        (results[place - 1].numerator, results[place - 1].denominator),
        (here.numerator, here.denominator),
        signs,
        strength,
    )


def _side(results: Sequence[Result]) -> _Side:
    counts = results[0].unit == "count"
    reasons: Counter[str] = Counter()
    for result in results:
        reasons.update(result.reasons)
    of = len(results) if counts else sum(r.denominator for r in results)
    size = sum(reasons.values()) if counts else sum(r.denominator for r in results)
    return _Side(sum(r.numerator for r in results), of, reasons, size / len(results))


def _step(unit: str, before: _Side, after: _Side) -> float:
    """How many standard errors apart the two sides are; nought where that is small."""
    if not before.of or not after.of:
        return 0.0
    old, new = before.met / before.of, after.met / after.of
    whole = (before.met + after.met + 0.5) / (before.of + after.of + 1)
    if unit == "share":
        if abs(new - old) < POINTS - _HAIR:
            return 0.0
        error = sqrt(whole * (1 - whole) * (1 / before.of + 1 / after.of))
    else:
        if max(old, new) < TIMES * min(old, new) + _HAIR:
            return 0.0
        error = sqrt(whole * (1 / before.of + 1 / after.of))
    return abs(new - old) / error


def _sudden(results: Sequence[Result], place: int, before: _Side, after: _Side) -> bool:
    """Most of the step lies between two periods that follow each other."""
    one, other = (_value(result) for result in results[place - 1 : place + 1])
    if one is None or other is None:
        return False
    step = after.met / after.of - before.met / before.of
    return (other - one) * (1 if step > 0 else -1) >= abs(step) / 2


def _value(result: Result) -> float | None:
    if result.unit == "count":
        return float(result.numerator)
    return result.numerator / result.denominator if result.denominator else None


def _signs(
    results: Sequence[Result], place: int, before: _Side, after: _Side
) -> list[str]:
    found = []
    if results[place - 1].definition != results[place].definition:
        found.append("definition")
    if _other_size(results, place, before, after):
        found.append("denominator")
    return [*found, *_come_or_gone(before, after)]


def _other_size(
    results: Sequence[Result], place: int, before: _Side, after: _Side
) -> bool:
    """How many there are to count has changed: from one period to the next, where they
    are large, by more than they usually do; from the one side to the other by half,
    where each period has few. Numbers that drift or go with the seasons do neither."""
    if results[place].unit == "count":
        return False
    sizes = [float(r.denominator) for r in results[max(0, place - AROUND) : place + 1]]
    step, usual = abs(sizes[-1] - sizes[-2]), _usual_steps(sizes[:-1])
    at_once = _beyond(sizes[-2], sizes[-1], 1) and step >= OTHER_SIZE * sizes[-2]
    less, more = sorted((before.size, after.size))
    in_all = _beyond(less, more, len(sizes) - 1) and more >= TIMES * less
    return (at_once and step > usual) or in_all


def _usual_steps(sizes: Sequence[float]) -> float:
    """The largest step that is usual: an XmR chart's limit, where there are enough."""
    steps = [abs(after - one) for one, after in pairwise(sizes)]
    return _USUAL * sum(steps) / len(steps) if len(steps) >= 2 else 0.0


def _beyond(old: float, new: float, times: int) -> bool:
    """Whether two means of so many periods differ by more than chance."""
    return abs(new - old) * sqrt(times) > SIZE_DEVIATIONS * sqrt(new + old)


def _come_or_gone(before: _Side, after: _Side) -> list[str]:
    """Reasons that were common on one side and are on the other in no row at all."""
    return sorted(
        {
            reason
            for here, there in ((before, after), (after, before))
            for reason, count in here.reasons.items()
            if not there.reasons[reason] and _common(count, here, there)
        }
    )


def _common(count: int, here: _Side, there: _Side) -> bool:
    share = count / max(here.reasons.total(), 1)
    return share >= COMMON and share * there.reasons.total() >= FEWEST_EXPECTED
