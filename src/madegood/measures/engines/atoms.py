"""Time cut so that every period that is asked of is a run of whole pieces.

A piece, or atom, is a calendar month, or less where a period begins or ends within it.
Days beyond the calendar kept here count with its first or its last.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import pyarrow as pa

from madegood.clock.periods import Period, months
from madegood.measures.engines.staging import day_at, day_number
from madegood.measures.steps import Span

FIRST_DAY: Final = day_number(date(1900, 1, 1))
LAST_DAY: Final = day_number(date(2100, 12, 31))
# Of rows that no day puts in a period: they count in all of time, and nowhere else.
UNDATED: Final = -1


class Atoms:
    """The atoms of some periods; without any, the months. `bounded` where only days
    within the periods are asked about."""

    def __init__(self, periods: Sequence[Period]) -> None:
        self.periods = tuple(periods)
        self.bounded = bool(periods)
        cuts = {edge for p in periods for edge in (day_number(p.first), _after(p))}
        kept = {cut for cut in cuts if FIRST_DAY < cut <= LAST_DAY}
        self._starts = sorted({*_month_starts(), *kept})

    def within(self, period: Period | None) -> range:
        """The atoms of a period; of all time, with the undated."""
        if period is None:
            return range(UNDATED, len(self._starts))
        return range(
            self._atom(day_number(period.first)), self._atom(_after(period) - 1) + 1
        )

    def days(self) -> pa.Table:
        """The atom of each day: of every one, or of those within the periods."""
        first, last = FIRST_DAY, LAST_DAY
        if self.bounded:
            first = max(first, min(day_number(p.first) for p in self.periods))
            last = min(last, max(_after(p) - 1 for p in self.periods))
        days = np.arange(min(first, last), last + 1)
        atoms = np.searchsorted(np.array(self._starts), days, side="right") - 1
        return pa.table(
            {
                "atom_day": pa.array(days, pa.int64()),
                "atom": pa.array(atoms, pa.int64()),
            }
        )

    def of_spans(self, spans: Iterable[Span], *, standing: bool) -> pa.Table:
        """Each atom of each span, which goes by its place. How things stand is told of
        rows whatever their day."""
        pairs = [
            (atom, at)
            for at, one in enumerate(spans)
            for atom in self.within(None if standing else one.period)
        ]
        return pa.table(
            {
                "of_atom": pa.array([atom for atom, _ in pairs], pa.int64()),
                "span": pa.array([at for _, at in pairs], pa.int64()),
            }
        )

    def _atom(self, day: int) -> int:
        kept = min(max(day, FIRST_DAY), LAST_DAY)
        return bisect_right(self._starts, kept) - 1


def _after(period: Period) -> int:
    return day_number(period.last) + 1


@lru_cache(maxsize=1)
def _month_starts() -> tuple[int, ...]:
    first, last = day_at(FIRST_DAY), day_at(LAST_DAY)
    return tuple(day_number(month.first) for month in months(first, last))
