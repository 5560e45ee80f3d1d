"""Whether a measure is otherwise for one group of children than for all the others.

It is told of groups and never of a child. Each group is held against the others
together, not against a total that it is part of:

    a share   Fisher's exact test of the two by two table, met and not met
    a count   the exact binomial test of the group's part of all that was counted,
              against its part of the children who could have been

Of many groups one will differ by chance. Holm's correction (1979) keeps it to one list
in a hundred in which no group differs at all that any group of it is said to. A group
with fewer than ten, or with fewer than ten others, is not told apart: its numbers are
not given, and neither is it tested. That what differs is unfair, or why it differs, is
for people to find out.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, lgamma, log
from typing import Final

from madegood.measures.states import Result

FEWEST: Final = 10
# Of lists in which no group differs, how many may say that one does.
ALARMS: Final = 0.01
HIGHER: Final = "higher than the others by more than chance"
LOWER: Final = "lower than the others by more than chance"
ALIKE: Final = "no further from the others than chance allows"
TOO_FEW: Final = "too few to say"
# Below this a term of a sum adds nothing; two terms this near are the same.
_NOTHING, _HAIR = 1e-17, 1e-9


@dataclass(frozen=True, slots=True)
class Part:
    """One group. `of` is how many rows are due, of a share; of a count, how many
    children there are; `met` how many of them are met, or were counted."""

    name: str
    of: int
    met: int


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a group: its value, the others', and whether chance makes such
    a difference. Of too few, neither value is given."""

    name: str
    words: str
    value: float | None = None
    others: float | None = None
    p: float | None = None


def shares(parts: Sequence[Part]) -> list[Told]:
    """Groups of a share, in the order given."""
    return _told(parts, _fisher)


def counts(parts: Sequence[Part]) -> list[Told]:
    """Groups of a count, for each child of the group, in the order given."""
    return _told(parts, _binomial)


def parts_of(
    results: Sequence[Result], group: str, children: Mapping[str, int] | None = None
) -> list[Part]:
    """Results by one group as its parts. A count needs how many `children` there are
    in each group: how many things happened says nothing by itself."""
    return [
        Part(name, result.denominator if children is None else children[name], met)
        for result in results
        for name, met in [(result.by[group], result.numerator)]
        if children is None or name in children
    ]


def _told(parts: Sequence[Part], test: Callable[[Part, Part], float]) -> list[Told]:
    held = [(part, _others(part, parts)) for part in parts]
    tested = {
        part.name: test(part, others)
        for part, others in held
        if min(part.of, others.of) >= FEWEST
    }
    apart = _holm(tested)
    return [
        _say(part, others, tested.get(part.name), part.name in apart)
        for part, others in held
    ]


def _others(part: Part, parts: Sequence[Part]) -> Part:
    of = sum(each.of for each in parts) - part.of
    return Part("", of, sum(each.met for each in parts) - part.met)


def _holm(tested: Mapping[str, float]) -> set[str]:
    """The groups that differ: the least likely is held to the strictest level, and
    the first that passes for chance lets all that are likelier pass too."""
    apart: set[str] = set()
    for place, (name, p) in enumerate(sorted(tested.items(), key=lambda one: one[1])):
        if p > ALARMS / (len(tested) - place):
            break
        apart.add(name)
    return apart


def _say(part: Part, others: Part, p: float | None, apart: bool) -> Told:  # noqa: FBT001
    if p is None:
        return Told(part.name, TOO_FEW)
    value, rest = part.met / part.of, others.met / others.of
    words = ALIKE if not apart else HIGHER if value > rest else LOWER
    return Told(part.name, words, value, rest, p)


# ---- the two tests ----------------------------------------------------------------
def _fisher(part: Part, others: Part) -> float:
    """How likely so uneven a table is, its margins given, if the group is as the
    others."""
    met, of = part.met + others.met, part.of + others.of
    least, most = max(0, met - others.of), min(met, part.of)

    def weight(here: int) -> float:
        ways = _choose(part.of, here) + _choose(others.of, met - here)
        return ways - _choose(of, met)

    return _two_sided(part.met, least, most, weight)


def _binomial(part: Part, others: Part) -> float:
    """How likely so uneven a part of all that was counted is, if it falls on every
    child alike."""
    counted = part.met + others.met
    share = part.of / (part.of + others.of)

    def weight(here: int) -> float:
        ways = _choose(counted, here)
        return ways + here * log(share) + (counted - here) * log(1 - share)

    return _two_sided(part.met, 0, counted, weight)


def _choose(of: int, some: int) -> float:
    """The logarithm of the number of ways."""
    return lgamma(of + 1) - lgamma(some + 1) - lgamma(of - some + 1)


def _two_sided(
    seen: int, least: int, most: int, weight: Callable[[int], float]
) -> float:
    """The chance of all that are no likelier than what was seen. What is likely rises
    to one summit and falls from it, so each side is summed outwards until no more is
    added."""
    limit = weight(seen) + _HAIR
    top = _summit(least, most, weight)
    below = _edge(least - 1, top, lambda here: weight(here) <= limit)
    above = -_edge(-(most + 1), -top, lambda here: weight(-here) <= limit)
    down = _sum(below, -1, least, weight)
    up = _sum(max(above, below + 1), 1, most, weight)
    return min(1.0, down + up)


def _summit(least: int, most: int, weight: Callable[[int], float]) -> int:
    while least < most:
        middle = (least + most) // 2
        if weight(middle) < weight(middle + 1):
            least = middle + 1
        else:
            most = middle
    return least


def _edge(outside: int, top: int, unlikely: Callable[[int], bool]) -> int:
    """The last place before the summit that is unlikely; `outside` where none is."""
    if unlikely(top):
        return top
    low, high = outside, top
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if unlikely(middle) else (low, middle)
    return low


def _sum(start: int, way: int, end: int, weight: Callable[[int], float]) -> float:
    total = 0.0
    here = start
    while (end - here) * way >= 0:
        term = exp(weight(here))
        total += term
        if term < total * _NOTHING:
            break
        here += way
    return total
