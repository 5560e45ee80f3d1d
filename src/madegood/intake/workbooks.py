"""Excel workbooks, old (.xls) and new (.xlsx): a grid for each sheet that is shown.

Every cell is taken as text: a date as `2026-05-31 00:00:00`, a whole number without a
point. What a cell means is decided by the column it stands in, never by its format.
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import fastexcel
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.blank_rows import holds_something
from madegood.intake.inflating import check_archive
from madegood.intake.limits import Limits
from madegood.intake.opened import TOP_ROWS, Grid, Noted, TextBatch, TopRow, Unopened

_BATCH: Final = 50_000


class WorkbookFile:
    """Given whole: what is hashed is what is parsed. Raises Unopened."""

    edition = None

    def __init__(self, path: Path, limits: Limits) -> None:
        self.path = path
        data = path.read_bytes()
        self._sha256 = hashlib.sha256(data).hexdigest()
        self._archive = check_archive(data, limits)
        with _or_damaged("the workbook is damaged, or is not one."):
            self._book: Any = fastexcel.read_excel(data)
        self._hidden: list[str] = []

    def grids(self) -> Iterator[Grid]:
        for name in self._book.sheet_names:
            grid = self._grid(name)
            if grid is not None and grid.top:
                yield grid

    def _grid(self, name: str) -> "SheetGrid | None":
        with _or_damaged(f"the sheet '{name}' is damaged."):
            sheet = self._book.load_sheet(
                name, header_row=None, skip_rows=0, dtypes="string"
            )
            if sheet.visible != "visible":
                self._hidden.append(name)
                return None
            return SheetGrid(name, sheet.to_arrow())

    def notes(self) -> Iterator[Noted]:
        yield from (Noted(*note) for note in self._archive.notes)
        for name in self._hidden:
            yield Noted("hidden_sheet", f"the sheet '{name}' is hidden: not read.")

    def sha256(self) -> str:
        return self._sha256

    def __enter__(self) -> "WorkbookFile":
        return self

    def __exit__(self, *raised: object) -> None:
        self._book = None


@contextmanager
def _or_damaged(says: str) -> Iterator[None]:
    """What the library refuses, and what it breaks down on: a panic of its Rust code is
    no Exception, and is the workbook's fault all the same."""
    try:
        yield
    except fastexcel.FastExcelError:
        raise Unopened("damaged_workbook", says) from None
    except BaseException as fault:
        if type(fault).__name__ != "PanicException":
            raise
        raise Unopened("damaged_workbook", says) from None


class SheetGrid:
    """One sheet. Its rows are numbered as the spreadsheet numbers them."""

    of = None

    def __init__(self, name: str, cells: pa.RecordBatch) -> None:
        self.name = name
        self._cells = cells
        self.top: Sequence[TopRow] = _top(cells)

    def batches(self, heading: TopRow) -> Iterator[TextBatch]:
        rows = self._cells.num_rows
        for start in range(heading.number, rows, _BATCH):
            part = self._cells.slice(start, _BATCH)
            columns = [pc.fill_null(column, "") for column in part.columns]
            numbers = np.arange(start + 1, start + 1 + part.num_rows)
            yield shown_rows(numbers, columns)


def shown_rows(numbers: "np.ndarray[Any, Any]", columns: list[pa.Array]) -> TextBatch:
    """The rows that hold anything: a sheet runs on below its last one."""
    keep = holds_something(columns)
    if not keep.all():
        columns = [column.filter(pa.array(keep)) for column in columns]
    return TextBatch(pa.array(numbers[keep], pa.int64()), tuple(columns))


def _top(cells: pa.RecordBatch) -> tuple[TopRow, ...]:
    found: list[TopRow] = []
    start = 0
    while start < cells.num_rows and len(found) < TOP_ROWS:
        for at, row in enumerate(
            zip(*(c.to_pylist() for c in cells.slice(start, 50).columns), strict=True)
        ):
            if any(cell and cell.strip() for cell in row) and len(found) < TOP_ROWS:
                found.append(TopRow(start + at + 1, tuple(cell or "" for cell in row)))
        start += 50
    return tuple(found)
