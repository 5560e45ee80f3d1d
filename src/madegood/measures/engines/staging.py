"""Snapshots as a database is given them: whole numbers, so that engines cannot differ.

A moment NAME becomes NAME (first second), NAME__last (last second) and NAME__day (its
London day, counted from 1970-01-01). Time zones are settled here and nowhere else.
"""

from datetime import UTC, date, datetime, timedelta

import pyarrow as pa
import pyarrow.compute as pc

from madegood.clock.moments import LONDON, end_of_day, start_of_day
from madegood.clock.periods import birthday
from madegood.clock.working_days import span, working_days
from madegood.record.schema import Column, Kind, Table

EPOCH = date(1970, 1, 1)
ROW_NUMBER = "row_number_given"
_TEXT = (Kind.ID, Kind.TEXT, Kind.FREE_TEXT, Kind.CODE, Kind.YES_NO)


def parts(name: str) -> tuple[str, str, str]:
    """The three columns of a moment."""
    return name, f"{name}__last", f"{name}__day"


def is_moment(column: Column) -> bool:
    return column.kind in (Kind.DATE, Kind.MOMENT)


def staged(stored: pa.Table, shape: Table) -> pa.Table:
    """The table with its texts as they are and its moments as whole numbers."""
    columns: dict[str, pa.Array] = {}
    for column in shape.columns:
        cells = stored[column.name].combine_chunks()
        if column.kind in _TEXT:
            columns[column.name] = cells
        elif is_moment(column):
            dated = None
            if column.kind is Kind.MOMENT:
                dated = stored[f"{column.name}__dated"].combine_chunks()
            columns |= _moment(column.name, cells, dated)
    if shape.name == "children":
        columns |= _moment("adult_on", _adult_on(stored["date_of_birth"]), None)
    columns[ROW_NUMBER] = pa.array(range(stored.num_rows), pa.int64())
    return pa.table(columns)


def _moment(name: str, cells: pa.Array, dated: pa.Array | None) -> dict[str, pa.Array]:
    """Dates (`dated` None) are whole days; moments are so where `dated` is true."""
    if dated is None:
        days = cells.cast(pa.int32()).cast(pa.int64())
        first = _seconds(days, at_end=False)
        last = _seconds(days, at_end=True)
    else:
        there = pc.local_timestamp(cells.cast(pa.timestamp("s", tz=str(LONDON))))
        days = there.cast(pa.date32()).cast(pa.int32()).cast(pa.int64())
        first = cells.cast(pa.int64())
        last = pc.if_else(
            pc.fill_null(dated, fill_value=False), _seconds(days, at_end=True), first
        )
    return dict(zip(parts(name), (first, last, days), strict=True))


def _seconds(days: pa.Array, *, at_end: bool) -> pa.Array:
    """The first or last second of each London day."""
    edge = end_of_day if at_end else start_of_day
    table = {
        day: int(edge(day_at(day)).timestamp())
        for day in pc.unique(days).to_pylist()
        if day is not None
    }
    found = [None if day is None else table[day] for day in days.to_pylist()]
    return pa.array(found, pa.int64())


def _adult_on(born: pa.ChunkedArray) -> pa.Array:
    days = [None if day is None else birthday(day, 18) for day in born.to_pylist()]
    return pa.array(days, pa.date32())


def calendar() -> pa.Table:
    """Each listed day, and how many working days there have been by its end."""
    first, last = span()
    open_days = set(working_days())
    days, counts, count = [], [], 0
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        count += day in open_days
        days.append(day_number(day))
        counts.append(count)
    return _numbers(calendar_day=days, calendar_count=counts)


def working_day_numbers() -> pa.Table:
    """Each working day by its place in the calendar, the first being 1."""
    days = [day_number(day) for day in working_days()]
    return _numbers(working_place=list(range(1, len(days) + 1)), working_day=days)


def _numbers(**columns: list[int]) -> pa.Table:
    return pa.table({name: pa.array(c, pa.int64()) for name, c in columns.items()})


def day_number(day: date) -> int:
    return (day - EPOCH).days


def day_at(number: int) -> date:
    return EPOCH + timedelta(days=number)


def second_at(number: int) -> datetime:
    return datetime.fromtimestamp(number, UTC)
