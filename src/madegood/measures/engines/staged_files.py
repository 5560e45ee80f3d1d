"""The record's tables as DuckDB reads them where they are kept: what staging.staged says
of rows in memory, said in SQL of a Parquet file, and only of what is asked for.

A London day is what is dear to work out of a moment. But for the last hours of a day it
is that of UTC, and the hours that London is ahead on a day are bits, so that the
database's own calendar of zones is asked of a few rows instead of all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final

from madegood.clock.moments import start_of_day
from madegood.measures.engines.file_facts import FIRST, LAST, Facts
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
from madegood.record.versions import in_one_version

_SUMMER: Final = "mg_summer"
_BLANK: Final = "NULL::"
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


@dataclass(frozen=True)
class Looked:
    """How a table's rows are seen in a file: each column by the cell it is told of, and
    what the cells are read of. What the file says of them: whether each row is the only
    version (record.versions), and of its events the last second and the last day."""

    cells: Mapping[str, str]
    read: str
    once: bool | None
    last: tuple[int, int] | None

    def seen(self) -> str:
        """The query of the rows, staged."""
        return f"SELECT {_named(self.cells)} FROM {self.read}"  # noqa: S608

    def to_hold(self) -> str:
        """The same without the columns that are blank throughout."""
        return f"SELECT {_named(self._filled())} FROM {self.read}"  # noqa: S608

    def held(self, name: str) -> str:
        """The rows as `to_hold` had them put in a table."""
        there = {column: f'"{column}"' for column in self._filled()}
        return f"SELECT {_named({**self.cells, **there})} FROM {name}"  # noqa: S608

    def _filled(self) -> dict[str, str]:
        cells = self.cells.items()
        return {n: cell for n, cell in cells if not cell.startswith(_BLANK)}


def _named(cells: Mapping[str, str]) -> str:
    return ", ".join(f'{cell} AS "{name}"' for name, cell in cells.items())


def looked_at(shape: Table, file: Path) -> Looked:
    """What the file has not, or has nothing in, is said to be blank."""
    facts = Facts.of(file)
    told: dict[str, str] = {}
    read = ["file_row_number"]
    for column in shape.columns:
        cells = _Cells(column, facts)
        read += cells.read()
        told |= cells.told()
    if shape.name == "children":
        read += _read_of_children(facts)
        told |= _told_of_children(facts)
    told[ROW_NUMBER] = "file_row_number"
    place = str(file).replace("'", "''")
    # The columns are the record's own, and the path is where we keep it. Days are worked
    # out apart, for what is made of them is asked of several times.
    return Looked(
        told,
        f"(SELECT {', '.join(read)} "  # noqa: S608
        f"FROM read_parquet('{place}', file_row_number = true))",
        in_one_version(shape, facts.said),
        facts.last(shape),
    )


class _Cells:
    """One column: what is read of the file, and what is told of that."""

    def __init__(self, column: Column, facts: Facts) -> None:
        self._column = column
        self._name = column.name
        self._there = column.name in facts.filled
        dated = f"{column.name}__dated"
        self._dated = dated in facts.filled and dated in facts.ever
        self._near = column.name in facts.near

    def read(self) -> Iterator[str]:
        if not self._there:
            return
        cell, day = f'"{self._name}"', parts(self._name)[2]
        match self._column.kind:
            case Kind.DATE:
                yield f'{cell} - {_EPOCH} AS "{day}"'
            case Kind.MOMENT:
                yield f"{_second(cell)} AS {cell}"
                yield f'{_london_day(cell)} AS "{day}"'
                if self._dated:
                    yield f'"{self._name}__dated"'
            case Kind.NUMBER:
                yield f"{cell}::DOUBLE AS {cell}"
            case _:
                yield f"{cell}::VARCHAR AS {cell}"

    def told(self) -> dict[str, str]:
        if is_moment(self._column):
            return dict(zip(parts(self._name), self._parts(), strict=True))
        if self._there:
            return {self._name: f'"{self._name}"'}
        number = self._column.kind is Kind.NUMBER
        return {self._name: f"{_BLANK}{'DOUBLE' if number else 'VARCHAR'}"}

    def _parts(self) -> tuple[str, str, str]:
        if not self._there:
            return (f"{_BLANK}BIGINT",) * 3
        cell, day = f'"{self._name}"', f'"{parts(self._name)[2]}"'
        if self._column.kind is Kind.DATE:
            near = self._near
            return _first_second(day, near=near), _last_second(day, near=near), day
        if not self._dated:
            return cell, cell, day
        dated = f'"{self._name}__dated"'
        over = _last_second(day, near=self._near)
        last = f"CASE WHEN {dated} THEN {over} ELSE {cell} END"
        return cell, last, day


def _second(cell: str) -> str:
    """A moment is kept to the second."""
    return f"epoch_us({cell}) // 1000000"


def _london_day(cell: str) -> str:
    second = f"({_second(cell)})"
    return (
        f"CASE WHEN {second} % {_DAY} BETWEEN 0 AND {_SAME_DAY - 1} "
        f"THEN {second} // {_DAY} "
        f"ELSE ({cell} AT TIME ZONE 'Europe/London')::DATE - {_EPOCH} END"
    )


def _first_second(day: str, *, near: bool) -> str:
    return f"({day} * {_DAY} - {_ahead(day, near=near)})"


def _last_second(day: str, *, near: bool) -> str:
    """No clock change touches midnight."""
    return f"({day} * {_DAY} + {_DAY - 1} - {_ahead(f'({day} + 1)', near=near)})"


def _ahead(day: str, *, near: bool) -> str:
    """By how many seconds London is ahead of UTC as a day begins."""
    bit = f"get_bit(getvariable('{_SUMMER}'), {day}::INTEGER) * 3600"
    if near:
        return bit
    there = f"({_EPOCH} + {day}::INTEGER)::TIMESTAMP"
    ruled = f"epoch({there}) - epoch({there} AT TIME ZONE 'Europe/London')"
    return (
        f"CASE WHEN {day} BETWEEN 0 AND {day_number(LAST)} "
        f"THEN {bit} ELSE ({ruled})::BIGINT END"
    )


@lru_cache(maxsize=1)
def _summer() -> str:
    """Of each day whether London is an hour ahead as it begins."""
    days = range((LAST - FIRST).days + 1)
    begun = (start_of_day(FIRST + timedelta(days=n)).timestamp() for n in days)
    return "".join(str(int(n * _DAY != at)) for n, at in zip(days, begun, strict=True))


def _read_of_children(facts: Facts) -> Iterator[str]:
    """The day each child comes of age, and what breakdowns tell children apart by."""
    if "date_of_birth" in facts.filled:
        born = '"date_of_birth"'
        yield f"{_birthday(born, 18)} AS adult_on__day"
        yield from (f"{_birthday(born, age)} AS {turned(age)}" for age, _ in BANDS)
    if "ethnicity" in facts.filled:
        # One test for each: of a list, the database would make a join.
        named = " ".join(
            f"WHEN '{code}' THEN '{name}'"
            for name, codes in ETHNIC_GROUPS.items()
            for code in codes
        )
        told = f"CASE upper(ethnicity) {named} ELSE '' END"
        yield f"CASE WHEN ethnicity IS NOT NULL THEN {told} END AS {ETHNIC_GROUP}"


def _told_of_children(facts: Facts) -> dict[str, str]:
    first, last, day = parts("adult_on")
    days = (first, last, day, *(turned(age) for age, _ in BANDS))
    told = dict.fromkeys(days, f"{_BLANK}BIGINT")
    if "date_of_birth" in facts.filled:
        told = {name: f'"{name}"' for name in told}
        told[first] = _first_second(day, near=False)
        told[last] = _last_second(day, near=False)
    there = "ethnicity" in facts.filled
    return {**told, ETHNIC_GROUP: ETHNIC_GROUP if there else f"{_BLANK}VARCHAR"}


def _birthday(born: str, age: int) -> str:
    """29 February is kept on 1 March."""
    day = f"({born} + INTERVAL {age} YEAR)::DATE"
    leap = f"CASE WHEN day({born}) = 29 AND day({day}) = 28 THEN 1 ELSE 0 END"
    return f"{day} - {_EPOCH} + {leap}"
