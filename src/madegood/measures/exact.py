"""The two exact tests by which anything here is told apart from chance.

    fisher  two shares: of all tables with these margins, those no likelier than this one
    split   two counts: `first` of `every` events fell where a share `part` of the time,
            or of the children, was (Przyborowski and Wilenski, 1940)

Both are two sided, and as right of eleven rows as of a million.
"""

from collections.abc import Callable
from math import exp, lgamma, log

# Below this a term of a sum adds nothing; two terms this near are the same.
_NOTHING, _HAIR = 1e-17, 1e-7


def fisher(met: int, due: int, other_met: int, other_due: int) -> float:
    """The p of two shares being one."""
    whole, every = due + other_due, met + other_met
    least, most = max(0, every - other_due), min(due, every)
    base = _choose(whole, every)

    def weight(here: int) -> float:
        return _choose(due, here) + _choose(other_due, every - here) - base

    return _two_sided(met, least, most, weight)


def split(first: int, every: int, part: float) -> float:
    """The p of `first` of `every` events having fallen in that part."""
    if not 0 < part < 1:
        return 1.0

    def weight(here: int) -> float:
        ways = _choose(every, here)
        return ways + here * log(part) + (every - here) * log(1 - part)

    return _two_sided(first, 0, every, weight)


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
