"""The record's tables as DuckDB reads them where they are kept: what staging.staged says
of rows in memory, said in SQL of a Parquet file, and only of what is asked for.

A London day is what is dear to work out of a moment. But for the last hours of a day it
is that of UTC, and the hours that London is ahead on a day are bits, so that the
database's own calendar of zones is asked of a few rows instead of all.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final

import pyarrow.parquet as pq

from madegood.clock.moments import start_of_day
from madegood.measures.engines.staging import (
    ETHNIC_GROUP,
    ROW_NUMBER,
    day_number,
    is_moment,
    parts,
    turned,
)
from madegood.measures.who import BANDS, ETHNIC_GROUPS
from madegood.record.schema import Column, Kind, Table

# From when London was at most one hour ahead of UTC and never behind it, to as long as
# the bits go; other days are worked out by the zone's own rules.
_FIRST, _LAST = date(1970, 1, 1), date(2060, 1, 1)
_SUMMER: Final = "mg_summer"
_EPOCH: Final = "DATE '1970-01-01'"
_DAY: Final = 86_400
# London was never more than two hours ahead, and since 1970 never behind.
_SAME_DAY: Final = 22 * 3600
# DuckDB reads these in a file's name as a pattern.
_PATTERNS: Final = frozenset("*?[")


def can_be_looked_at(file: Path) -> bool:
    """Whether DuckDB takes the name of the file for that file's."""
    return not _PATTERNS & set(str(file))


def settings() -> Iterator[str]:
    """What a connection is told before it looks at a file."""
    yield "SET timezone = 'UTC'"
    yield f"SET VARIABLE {_SUMMER} = '{_summer()}'::BIT"


def looked_at(shape: Table, file: Path) -> str:
    """The query of a table's rows in a file, staged. What the file has not, or has
    nothing in, is said to be blank."""
    filled = _filled(file)
    read, told = ["file_row_number"], []
    for column in shape.columns:
        cells = _Cells(column, filled)
        read += cells.read()
        told += cells.told()
    if shape.name == "children":
        read += _read_of_children(filled)
        told += _told_of_children(filled)
    told.append(f"file_row_number AS {ROW_NUMBER}")
    place = str(file).replace("'", "''")
    # The columns are the record's own, and the path is where we keep it. Days are worked
    # out apart, for what is made of them is asked of several times.
    return (
        f"SELECT {', '.join(told)} FROM (SELECT {', '.join(read)} "  # noqa: S608
        f"FROM read_parquet('{place}', file_row_number = true))"
    )


def _filled(file: Path) -> frozenset[str]:
    """The columns that the file does not say are blank in every row."""
    kept = pq.read_metadata(file)
    blank = {name: 0 for name in kept.schema.names}
    for at in range(kept.num_row_groups):
        group = kept.row_group(at)
        for place in range(group.num_columns):
            column = group.column(place)
            told = column.statistics
            if told is not None and told.has_null_count:
                blank[column.path_in_schema] += told.null_count
    return frozenset(name for name, rows in blank.items() if rows < kept.num_rows)


class _Cells:
    """One column: what is read of the file, and what is told of that."""

    def __init__(self, column: Column, filled: frozenset[str]) -> None:
        self._column = column
        self._name = column.name
        self._there = column.name in filled
        self._dated = f"{column.name}__dated" in filled

    def read(self) -> Iterator[str]:
        if not self._there:
            return
        cell, day = f'"{self._name}"', parts(self._name)[2]
        match self._column.kind:
            case Kind.DATE:
                yield f'{cell} - {_EPOCH} AS "{day}"'
            case Kind.MOMENT:
                yield f"epoch_ms({cell}) // 1000 AS {cell}"
                yield f'{_london_day(cell)} AS "{day}"'
                if self._dated:
                    yield f'"{self._name}__dated"'
            case Kind.NUMBER:
                yield f"{cell}::DOUBLE AS {cell}"
            case _:
                yield f"{cell}::VARCHAR AS {cell}"

    def told(self) -> Iterator[str]:
        cell = f'"{self._name}"'
        if is_moment(self._column):
            of = zip(self._parts(), parts(self._name), strict=True)
            yield from (f'{part} AS "{name}"' for part, name in of)
        elif self._there:
            yield cell
        else:
            number = self._column.kind is Kind.NUMBER
            yield f"NULL::{'DOUBLE' if number else 'VARCHAR'} AS {cell}"

    def _parts(self) -> tuple[str, str, str]:
        if not self._there:
            return ("NULL::BIGINT",) * 3
        cell, day = f'"{self._name}"', f'"{parts(self._name)[2]}"'
        if self._column.kind is Kind.DATE:
            return _first_second(day), _last_second(day), day
        if not self._dated:
            return cell, cell, day
        dated = f'"{self._name}__dated"'
        last = f"CASE WHEN {dated} THEN {_last_second(day)} ELSE {cell} END"
        return cell, last, day


def _london_day(cell: str) -> str:
    second = f"(epoch_ms({cell}) // 1000)"
    return (
        f"CASE WHEN {second} % {_DAY} BETWEEN 0 AND {_SAME_DAY - 1} "
        f"THEN {second} // {_DAY} "
        f"ELSE ({cell} AT TIME ZONE 'Europe/London')::DATE - {_EPOCH} END"
    )


def _first_second(day: str) -> str:
    return f"({day} * {_DAY} - {_ahead(day)})"


def _last_second(day: str) -> str:
    """No clock change touches midnight."""
    return f"({day} * {_DAY} + {_DAY - 1} - {_ahead(f'({day} + 1)')})"


def _ahead(day: str) -> str:
    """By how many seconds London is ahead of UTC as a day begins."""
    there = f"({_EPOCH} + {day}::INTEGER)::TIMESTAMP"
    ruled = f"epoch({there}) - epoch({there} AT TIME ZONE 'Europe/London')"
    return (
        f"CASE WHEN {day} BETWEEN 0 AND {day_number(_LAST)} "
        f"THEN get_bit(getvariable('{_SUMMER}'), {day}::INTEGER) * 3600 "
        f"ELSE ({ruled})::BIGINT END"
    )


@lru_cache(maxsize=1)
def _summer() -> str:
    """Of each day whether London is an hour ahead as it begins."""
    days = range((_LAST - _FIRST).days + 1)
    begun = (start_of_day(_FIRST + timedelta(days=n)).timestamp() for n in days)
    return "".join(
        str(int(n * _DAY != at)) for n, at in zip(days, begun, strict=True)
    )


def _read_of_children(filled: frozenset[str]) -> Iterator[str]:
    """The day each child comes of age, and what breakdowns tell children apart by."""
    if "date_of_birth" in filled:
        born = '"date_of_birth"'
        yield f"{_birthday(born, 18)} AS adult_on__day"
        yield from (f"{_birthday(born, age)} AS {turned(age)}" for age, _ in BANDS)
    if "ethnicity" in filled:
        # One test for each: of a list, the database would make a join.
        named = " ".join(
            f"WHEN '{code}' THEN '{name}'"
            for name, codes in ETHNIC_GROUPS.items()
            for code in codes
        )
        told = f"CASE upper(ethnicity) {named} ELSE '' END"
        yield f"CASE WHEN ethnicity IS NOT NULL THEN {told} END AS {ETHNIC_GROUP}"


def _told_of_children(filled: frozenset[str]) -> Iterator[str]:
    first, last, day = parts("adult_on")
    if "date_of_birth" in filled:
        yield f"{_first_second(day)} AS {first}"
        yield f"{_last_second(day)} AS {last}"
        yield from (day, *(turned(age) for age, _ in BANDS))
    else:
        blank = (first, last, day, *(turned(age) for age, _ in BANDS))
        yield from (f"NULL::BIGINT AS {name}" for name in blank)
    there = "ethnicity" in filled
    yield ETHNIC_GROUP if there else f"NULL::VARCHAR AS {ETHNIC_GROUP}"


def _birthday(born: str, age: int) -> str:
    """29 February is kept on 1 March."""
    day = f"({born} + INTERVAL {age} YEAR)::DATE"
    leap = f"CASE WHEN day({born}) = 29 AND day({day}) = 28 THEN 1 ELSE 0 END"
    return f"{day} - {_EPOCH} + {leap}"
