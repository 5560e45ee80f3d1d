"""Heaping: far more is finished at the limit, or on the first day, than next to it.

Neither is wrong by itself. A date may be the day of a panel; a decision may truly be
made at once. But a rate that stands on such a heap has not shown that children are
seen sooner: Solihull's assessments in 45 days went from 75% in 2022 to 85% in 2024
while 36.5% of them came to end on days 41 to 45 (DfE, children in need census).

A heap has three marks: it is more than chance beside its neighbours, several times
what they would give, and enough of the whole to matter. A deadline always draws some:
England's assessments of 2024 end on days 41 to 45 2.3 times as often as the days about
them would give, so a heap begins at three times.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from madegood.measures.spread import Spread

# Of fewer things done, any day may be the most common; and fewer are no heap.
FEWEST, FEWEST_IN_HEAP = 30, 10
TIMES = 3.0
DEVIATIONS = 3.0
# What part of all that is done must lie in the heap: on several days, or on one.
SEVERAL_DAYS, ONE_DAY = 0.20, 0.10
# On a shorter limit the first day is what is asked for, and there are no neighbours.
SHORTEST_LIMIT, SHORTEST_FOR_SAME_DAY = 5, 10
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Band:
    """How many were done on days `first` to `last`, both counted."""

    first: int
    last: int
    count: int

    @property
    def days(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Heap:
    """`count` of `of` were done on days `first` to `last`; their neighbours would give
    `expected`."""

    kind: Literal["limit", "same day"]
    first: int
    last: int
    count: int
    of: int
    expected: float

    @property
    def share(self) -> float:
        return self.count / self.of


def bands_of(found: Spread) -> list[Band]:
    """A band for each day there is."""
    return [Band(day, day, count) for day, count in found.counts]


def heaps(found: Spread) -> list[Heap]:
    """Every heap in a spread, that at the limit first. Where there is no one limit in
    days there are reviews and visits in a chain, which are booked for just before they
    are due, as they should be: those are not asked."""
    limit = found.limit
    if limit is None or limit < SHORTEST_LIMIT:
        return []
    bands = bands_of(found)
    at_once = heap_at_once(bands) if limit >= SHORTEST_FOR_SAME_DAY else None
    at_limit = heap_at(bands, limit, _width(found)) or heap_at(bands, limit, 1)
    return [heap for heap in (at_limit, at_once) if heap is not None]


def _width(found: Spread) -> int:
    """How many days up to the limit are looked at. Calendar days go by whole weeks, in
    which every day of the week comes once; of working days a ninth: 5 of 45."""
    if not found.working:
        return _WEEK if found.last_in_time >= 2 * _WEEK else 1
    return max(1, found.last_in_time // 9)


def heap_at(bands: Sequence[Band], limit: int, width: int) -> Heap | None:
    """The last `width` days in time against twice as many before and as many after."""
    heap = Band(limit - width + 1, limit, 0)
    before = Band(heap.first - 2 * width, heap.first - 1, 0)
    after = Band(limit + 1, limit + width, 0)
    beside = [_filled(bands, before), _filled(bands, after)]
    return _heap("limit", bands, _filled(bands, heap), beside)


def heap_at_once(bands: Sequence[Band], width: int = 10) -> Heap | None:
    """The day of the start against the days that follow it."""
    beside = [_filled(bands, Band(1, width, 0))]
    return _heap("same day", bands, _filled(bands, Band(0, 0, 0)), beside)


def _filled(bands: Sequence[Band], wanted: Band) -> Band:
    """How many were done in a span; a band that is only partly in it counts in part."""
    count = 0.0
    for band in bands:
        shared = min(band.last, wanted.last) - max(band.first, wanted.first) + 1
        if shared > 0:
            count += band.count * shared / band.days
    return Band(wanted.first, wanted.last, round(count))


def _heap(
    kind: Literal["limit", "same day"],
    bands: Sequence[Band],
    found: Band,
    beside: Sequence[Band],
) -> Heap | None:
    of = sum(band.count for band in bands)
    least = ONE_DAY if found.days == 1 else SEVERAL_DAYS
    if of < FEWEST:
        return None
    each = found.days / len(beside)
    expected = sum(band.count / band.days * each for band in beside)
    # What chance does to the heap, and to what its neighbours say of it.
    spread = sqrt(
        max(expected, 1) + sum(b.count * (each / b.days) ** 2 for b in beside)
    )
    beyond = found.count - expected > DEVIATIONS * spread
    enough = max(least * of, FEWEST_IN_HEAP)
    many = found.count >= TIMES * expected and found.count >= enough
    if not (beyond and many):
        return None
    return Heap(kind, found.first, found.last, found.count, of, expected)
