"""A published file's rows under their headings, as columns of text."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from madegood.intake.opened import Faulty, Grid, TopRow


class NotRead(Exception):
    """Nothing of a file was read. `known` says whether it is of a kind that should
    have been readable, or simply something else that lay in the folder."""

    def __init__(self, file: str, says: str, *, known: bool) -> None:
        super().__init__(f"{file}: {says}")
        self.file = file
        self.says = says
        self.known = known


@dataclass(frozen=True, slots=True)
class Aside:
    """Rows that were set aside for one reason; `row` is the first, as a spreadsheet
    counts, None where it is not one row's fault."""

    rows: int
    row: int | None
    says: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns by heading, in order; `numbers` says which row of the source each is."""

    columns: dict[str, pa.Array]
    numbers: npt.NDArray[np.int64]
    asides: tuple[Aside, ...]

    def column(self, heading: str) -> pa.Array:
        """A column whatever the case of its heading: `cla_group` was `CLA_group`."""
        return self.columns[self.spelt(heading)]

    def spelt(self, heading: str) -> str:
        return next(one for one in self.columns if one.lower() == heading.lower())

    def has(self, heading: str) -> bool:
        return any(one.lower() == heading.lower() for one in self.columns)

    @property
    def rows(self) -> int:
        return len(self.numbers)


def sheet_under(grid: Grid, heading: TopRow) -> Sheet:
    """Every row under a heading row. Headings that come twice are told apart by a
    number, as the neighbour lists have a dozen columns called SNP."""
    names = _told_apart(heading.cells)
    cells: list[list[pa.Array]] = [[] for _ in names]
    numbers: list[pa.Array] = []
    faults: list[Faulty] = []
    for batch in grid.batches(heading):
        for place, column in enumerate(batch.cells):
            cells[place].append(column)
        numbers.append(batch.numbers)
        faults += batch.faults
    columns = {
        name: pa.concat_arrays(parts) if parts else pa.array([], pa.string())
        for name, parts in zip(names, cells, strict=True)
    }
    rows = pa.concat_arrays(numbers) if numbers else pa.array([], pa.int64())
    return Sheet(columns, rows.to_numpy(), _asides_of(faults))


def paragraphs_under(path: Path, heading: TopRow) -> Sheet:
    """As `sheet_under`, for a CSV file whose cells hold paragraphs: a reader that must
    not be led astray by one stray quotation mark gives such cells up."""
    names = _told_apart(heading.cells)
    columns: list[list[str]] = [[] for _ in names]
    numbers: list[int] = []
    asides: list[Aside] = []
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        for number, row in enumerate(csv.reader(file), 1):
            if number <= heading.number or not any(cell.strip() for cell in row):
                continue
            if len(row) != len(names):
                says = f"{len(row)} cells where there are {len(names)} headings."
                asides.append(Aside(1, number, says))
                continue
            numbers.append(number)
            for column, cell in zip(columns, row, strict=True):
                column.append(cell)
    texts = {
        name: pa.array(column, pa.string())
        for name, column in zip(names, columns, strict=True)
    }
    return Sheet(texts, np.array(numbers, np.int64), tuple(asides))


def _told_apart(headings: Sequence[str]) -> list[str]:
    seen: dict[str, int] = {}
    names = []
    for heading in headings:
        name = heading.strip().lstrip("\ufeff")
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return names


def _asides_of(faults: Sequence[Faulty]) -> tuple[Aside, ...]:
    by_cause: dict[str, list[Faulty]] = {}
    for fault in faults:
        by_cause.setdefault(fault.code, []).append(fault)
    return tuple(
        Aside(len(found), found[0].number, found[0].says) for found in by_cause.values()
    )
