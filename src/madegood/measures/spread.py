"""How many days things took, against their limit: the distribution behind a rate.

Only clocks have one. A day is counted as the limit counts: working days for a limit of
working days; whole days begun for one of hours, so that 72 hours exactly is the third
day; dates apart for the rest. Where rows have different limits, or a limit of calendar
months, days are told from the day each was due.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil

from madegood.clock.moments import london_date
from madegood.clock.periods import Period
from madegood.clock.working_days import elapsed_working_days
from madegood.measures.model import Choice, Clock, Measure
from madegood.measures.states import RowState, State, When
from madegood.measures.vocabulary import Days, Hours, Limit, WorkingDays

_DONE = (State.MET, State.NOT_MET)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Spread:
    """Things done, by day. `counts` has a day and how many, in order of day.

    limit   the last day in time, day 0 being that of the start; None where days are
            told from the day due: -1 is the day before it, 1 the day after
    undone  how many are overdue and so on no day yet
    """

    working: bool
    limit: int | None
    counts: tuple[tuple[int, int], ...]
    undone: int = 0

    @property
    def of(self) -> int:
        return sum(count for _, count in self.counts)

    @property
    def last_in_time(self) -> int:
        return 0 if self.limit is None else self.limit


def spread(
    measure: Measure,
    rows: Iterable[RowState],
    within: Period,
    values: Mapping[str, Choice],
) -> Spread | None:
    """The spread of what was counted in a period; None for what is not a clock.

    `values` are the measure's settings. Rows whose dates are at fault are in no spread:
    nobody knows how long they took.
    """
    if not isinstance(measure.kind, Clock):
        return None
    chosen = [r for r in rows if r.counted_on is not None and r.counted_on in within]
    limit = _limit(measure.kind.within, values)
    working = isinstance(measure.kind.within, WorkingDays)
    counts: Counter[int] = Counter()
    for row in chosen:
        day = None if row.state not in _DONE else _day(measure.kind.within, row)
        if day is not None:
            counts[day] += 1
    undone = sum(row.state is State.OVERDUE for row in chosen)
    return Spread(working, limit, tuple(sorted(counts.items())), undone)


def _limit(within: Limit, values: Mapping[str, Choice]) -> int | None:
    """The limit in days; None where it is not one number of them for every row."""
    match within:
        case Hours():
            return ceil(int(values[within.setting]) / 24)
        case WorkingDays():
            return int(values[within.setting])
        case Days():
            return int(values[within.setting]) * within.each
        case _:
            return None


def _day(within: Limit, row: RowState) -> int | None:
    if row.stop is None:
        return None
    match within:
        case Hours() | Days() | WorkingDays():
            return None if row.start is None else _since(within, row.start, row.stop)
        case _:
            return None if row.due is None else (_date(row.stop) - _date(row.due)).days


def _since(within: Limit, start: When, stop: When) -> int | None:
    """None where the stop is before the start: that is a fault, not a short time."""
    first, last = _date(start), _date(stop)
    if last < first:
        return None
    if isinstance(within, WorkingDays):
        return elapsed_working_days(first, last)
    exact = isinstance(start, datetime) and isinstance(stop, datetime)
    if isinstance(within, Hours) and exact:
        assert isinstance(start, datetime)
        assert isinstance(stop, datetime)
        return max(ceil((stop - start) / _DAY), 0)
    return (last - first).days


def _date(when: When) -> date:
    assert when is not None
    return london_date(when) if isinstance(when, datetime) else when
