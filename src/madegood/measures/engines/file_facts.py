"""What a Parquet file says of itself: its footer, read before any of its rows are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

import pyarrow.parquet as pq

from madegood.measures.engines.staging import day_number, is_event
from madegood.record.schema import Table

# From when London was at most one hour ahead of UTC and never behind it, to as long as
# the bits go; other days are worked out by the zone's own rules.
FIRST, LAST = date(1970, 1, 1), date(2060, 1, 1)
_BEGAN: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Facts:
    """What a file says of its columns: those it does not say are blank in every row,
    those it does not say are false in every row, and those whose days it says are all
    among the bits; the most in any row; and what it says beside."""

    filled: frozenset[str]
    ever: frozenset[str]
    near: frozenset[str]
    most: Mapping[str, object]
    said: Mapping[bytes, bytes] | None

    @classmethod
    def of(cls, file: Path) -> "Facts":
        kept = pq.read_metadata(file)
        blank = dict.fromkeys(kept.schema.names, 0)
        near = dict.fromkeys(kept.schema.names, True)
        most: dict[str, set[object]] = {name: set() for name in kept.schema.names}
        for at in range(kept.num_row_groups):
            group = kept.row_group(at)
            for place in range(group.num_columns):
                column = group.column(place)
                name, told = column.path_in_schema, column.statistics
                if told is not None and told.has_null_count:
                    blank[name] += told.null_count
                near[name] = near.get(name, False) and _near(told, group.num_rows)
                most.setdefault(name, {None}).update(_most(told, group.num_rows))
        return cls(
            frozenset(name for name, rows in blank.items() if rows < kept.num_rows),
            frozenset(name for name, each in most.items() if each - {False}),
            frozenset(name for name, all_near in near.items() if all_near),
            {name: _greatest(each) for name, each in most.items()},
            kept.metadata,
        )

    def last(self, shape: Table) -> tuple[int, int] | None:
        """The last second and the last day of any event, planned ones apart, as later
        than which none is to be hidden; None where the file does not say."""
        seconds, days = [0], [0]
        for column in shape.columns:
            if not is_event(column) or column.name not in self.filled:
                continue
            most = self.most[column.name]
            if isinstance(most, datetime) and most.tzinfo is not None:
                seconds.append(int((most - _BEGAN) // timedelta(seconds=1)))
            elif isinstance(most, date) and not isinstance(most, datetime):
                days.append(day_number(most))
            else:
                return None
        return max(seconds), max(days)


def _most(told: pq.Statistics | None, rows: int) -> Iterator[object]:
    """The most in a group of rows: None where that is not said, nothing where there is
    nothing."""
    if told is not None and told.has_null_count and told.null_count == rows:
        return
    yield told.max if told is not None and told.has_min_max else None


def _greatest(each: set[object]) -> object:
    days = [one for one in each if isinstance(one, date)]
    return max(days) if days and len(days) == len(each) else None


def _near(told: pq.Statistics | None, rows: int) -> bool:
    if told is None or (told.has_null_count and told.null_count == rows):
        return told is not None
    if not told.has_min_max or not isinstance(told.min, date):
        return False
    # A day of a moment may be the day before or after that of UTC.
    first, last = (f"{day:%Y-%m-%d}" for day in (told.min, told.max))
    return f"{FIRST}" < first and last < f"{LAST}"
