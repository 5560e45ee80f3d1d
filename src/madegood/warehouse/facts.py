"""What a blob says of itself: how much of each column is filled, which days it spans.

Parquet keeps both beside the rows, so that nothing is read but a footer.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pyarrow.parquet as pq

from madegood.clock.moments import london_date
from madegood.clock.today import now
from madegood.record.schema import Column, Kind
from madegood.record.tables import table
from madegood.warehouse import blobs

# A birth years ago says nothing of how far a file reaches.
_NOT_EVENTS = frozenset({"date_of_birth"})


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last London day on which anything happened or was
    recorded, None where no
    row has a date."""

    first: date | None
    last: date | None


def filled(blob: str) -> dict[str, int]:
    """For each column of the record, how many rows have something in it."""
    facts = pq.read_metadata(blobs.path_of(blob))
    counts: dict[str, int] = {}
    for at in range(facts.num_row_groups):
        group = facts.row_group(at)
        for place in range(group.num_columns):
            column = group.column(place)
            name = column.path_in_schema
            if not name.endswith("__dated"):
                counts[name] = counts.get(name, 0) + _some(group.num_rows, column)
    return counts


def span(blob: str, name: str) -> Span:
    """The days of a table's events, none later than today."""
    facts = pq.read_metadata(blobs.path_of(blob))
    places = {facts.schema.column(n).path: n for n in range(facts.num_columns)}
    days = [
        day
        for column in table(name).columns
        if _dates_events(column) and column.name in places
        for at in range(facts.num_row_groups)
        for day in _ends(facts.row_group(at).column(places[column.name]).statistics)
    ]
    if not days:
        return Span(None, None)
    today = london_date(now())
    return Span(min(*days, today), min(max(days), today))


def _dates_events(column: Column) -> bool:
    dates = column.kind in (Kind.MOMENT, Kind.DATE) and not column.planned
    return dates and column.name not in _NOT_EVENTS


def _some(rows: int, column: pq.ColumnChunkMetaData) -> int:
    """A group of no rows has no statistics."""
    return int(rows - column.statistics.null_count) if rows else 0


def _ends(statistics: pq.Statistics | None) -> list[date]:
    if statistics is None or not statistics.has_min_max:
        return []
    return [_day(statistics.min), _day(statistics.max)]


def _day(value: date | datetime) -> date:
    if not isinstance(value, datetime):
        return value
    return london_date(value if value.tzinfo else value.replace(tzinfo=UTC))
