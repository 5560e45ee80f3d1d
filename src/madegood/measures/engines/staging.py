"""Snapshots as a database is given them: whole numbers, so that engines cannot differ.

A moment NAME becomes NAME (first second), NAME__last (last second) and NAME__day (its
London day, counted from 1970-01-01). Time zones are settled here and nowhere else.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from madegood.clock.moments import LONDON, end_of_day, london_date, start_of_day
from madegood.clock.periods import birthday
from madegood.clock.working_days import span, working_days
from madegood.measures.who import BANDS, ethnic_group
from madegood.record.schema import Column, Kind, Table

EPOCH = date(1970, 1, 1)
ROW_NUMBER = "row_number_given"
ETHNIC_GROUP = "ethnic_group"
_ALL_DAYS = (date(1970, 1, 2), date(2060, 1, 1))
# Arrow knows of no clock change after 2037.
_RULES_END = int(datetime(2037, 1, 1, tzinfo=UTC).timestamp())
_TEXT = (Kind.ID, Kind.TEXT, Kind.FREE_TEXT, Kind.CODE, Kind.YES_NO)


def parts(name: str) -> tuple[str, str, str]:
    """The three columns of a moment."""
    return name, f"{name}__last", f"{name}__day"


def turned(age: int) -> str:
    """The column of a child's birthday."""
    return f"turned_{age}"


def is_moment(column: Column) -> bool:
    return column.kind in (Kind.DATE, Kind.MOMENT)


def is_event(column: Column) -> bool:
    """Whether a column dates what happened, and so hides what is yet to come."""
    return is_moment(column) and not column.planned and column.name != "recorded_at"


def staged(stored: pa.Table, shape: Table, at: int = 0) -> pa.Table:
    """The table with its texts and numbers as they are and its moments as whole
    numbers. Rows are numbered from `at`: a table may come in pieces."""
    columns: dict[str, pa.Array] = {}
    for column in shape.columns:
        cells = stored[column.name].combine_chunks()
        if column.kind in _TEXT or column.kind is Kind.NUMBER:
            columns[column.name] = cells
        elif is_moment(column):
            dated = None
            if column.kind is Kind.MOMENT:
                dated = stored[f"{column.name}__dated"].combine_chunks()
            columns |= _moment(column.name, cells, dated)
    if shape.name == "children":
        columns |= _of_children(stored)
    columns[ROW_NUMBER] = pa.array(np.arange(at, at + stored.num_rows), pa.int64())
    return pa.table(columns)


def _moment(name: str, cells: pa.Array, dated: pa.Array | None) -> dict[str, pa.Array]:
    """Dates (`dated` None) are whole days; moments are so where `dated` is true."""
    if cells.null_count == len(cells):
        return dict.fromkeys(parts(name), pa.nulls(len(cells), pa.int64()))
    if dated is None:
        days = cells.cast(pa.int32()).cast(pa.int64())
        first = _seconds(days, at_end=False)
        last = _seconds(days, at_end=True)
    else:
        first = cells.cast(pa.int64())
        days = _london_days(cells, first)
        last = pc.if_else(
            pc.fill_null(dated, fill_value=False), _seconds(days, at_end=True), first
        )
    return dict(zip(parts(name), (first, last, days), strict=True))


def _london_days(cells: pa.Array, seconds: pa.Array) -> pa.Array:
    if pc.max(seconds).as_py() >= _RULES_END:
        return _each(seconds, _london_day, pa.int64())
    there = pc.local_timestamp(cells.cast(pa.timestamp("s", tz=str(LONDON))))
    return there.cast(pa.date32()).cast(pa.int32()).cast(pa.int64())


def _london_day(second: int) -> int:
    return day_number(london_date(second_at(second)))


def _seconds(days: pa.Array, *, at_end: bool) -> pa.Array:
    """The first or last second of each London day."""
    return _each(days, _last_second if at_end else _first_second, pa.int64())


@lru_cache(maxsize=200_000)
def _first_second(day: int) -> int:
    return int(start_of_day(day_at(day)).timestamp())


@lru_cache(maxsize=200_000)
def _last_second(day: int) -> int:
    return int(end_of_day(day_at(day)).timestamp())


def _each(cells: pa.Array, of: Callable[[Any], object], kind: pa.DataType) -> pa.Array:
    """Each cell as a function has it, which is asked once for all that are the same."""
    coded = cells.dictionary_encode()
    told = [None if cell is None else of(cell) for cell in coded.dictionary.to_pylist()]
    return pa.array(told, kind).take(coded.indices)


def _of_children(stored: pa.Table) -> dict[str, pa.Array]:
    """The day each child comes of age, and what breakdowns tell children apart by."""
    born = stored["date_of_birth"].combine_chunks()
    adult_on = _each(born, lambda day: birthday(day, 18), pa.date32())
    turning = {turned(age): _each(born, _turning(age), pa.int64()) for age, _ in BANDS}
    ethnicity = stored["ethnicity"].combine_chunks()
    return {
        **_moment("adult_on", adult_on, None),
        **turning,
        ETHNIC_GROUP: _each(ethnicity, ethnic_group, pa.string()),
    }


def _turning(age: int) -> Callable[[date], int]:
    return lambda born: day_number(birthday(born, age))


def day_seconds() -> pa.Table:
    """The first and last second of every London day that a record may speak of."""
    days = pa.array(range(*map(day_number, _ALL_DAYS)), pa.int64())
    first, last = (_seconds(days, at_end=at_end) for at_end in (False, True))
    return pa.table({"second_day": days, "second_first": first, "second_last": last})


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


def age_pieces() -> pa.Table:
    """A number for each age band, and for the time before birth."""
    return _numbers(age_piece=list(range(len(BANDS) + 2)))


def _numbers(**columns: list[int]) -> pa.Table:
    return pa.table({name: pa.array(c, pa.int64()) for name, c in columns.items()})


def day_number(day: date) -> int:
    return (day - EPOCH).days


def day_at(number: int) -> date:
    return EPOCH + timedelta(days=number)


def second_at(number: int) -> datetime:
    return datetime.fromtimestamp(number, UTC)
