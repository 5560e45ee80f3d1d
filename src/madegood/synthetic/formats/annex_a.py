"""Annex A as Ofsted's workbook, and as a CSV file for each list.

Excel holds 1,048,576 rows in a sheet: what is over goes on in `List_1 (2)` and so on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from madegood.synthetic.cells import british
from madegood.synthetic.formats.annex_a_headings import (
    HEADINGS,
    TITLES,
    Headings,
    heading,
)
from madegood.synthetic.formats.annex_a_rows import annex_a_rows
from madegood.synthetic.formats.base import CsvRows, Files, Part, headed
from madegood.synthetic.life import Life
from madegood.synthetic.making import Making
from madegood.synthetic.story import Story

FOLDER: Final = "annex-a"
SHEET_ROWS: Final = 1_048_576
# A workbook's own date would make every telling's bytes different.
_MADE: Final = datetime(2026, 1, 1)  # noqa: DTZ001 - a workbook has no zone
_CSV: Final = {
    f"list_{number}.csv": tuple(heading(one, Headings.REGIONAL) for one in held)
    for number, held in enumerate(HEADINGS, 1)
}
_CODE_MARK: Final = 3  # the letters, bracket and space before a code: "a) "


def csv_files(out: Path, _making: Making) -> Files:
    return Files(out / FOLDER / "csv", headed(_CSV))


class CsvForm:
    """`annex-a/csv/list_1.csv` and the rest, under regional headings."""

    def __init__(self, _story: Story) -> None:
        self._rows = CsvRows()

    def write(self, life: Life) -> None:
        for number, cells in annex_a_rows(life):
            self._rows.add(f"list_{number}.csv", [_text(cell) for cell in cells])

    def part(self) -> Part:
        return self._rows.part()


class WorkbookForm:
    """Rows for the workbook: only it can put them in its sheets."""

    def __init__(self, _story: Story) -> None:
        self._rows: dict[str, list[list[Any]]] = {}

    def write(self, life: Life) -> None:
        for number, cells in annex_a_rows(life):
            self._rows.setdefault(str(number), []).append(cells)

    def part(self) -> Part:
        held, self._rows = self._rows, {}
        return held


@dataclass(slots=True)
class _Sheet:
    """A list's sheet, and the row that comes next."""

    number: int
    worksheet: Any
    row: int
    sheets: int = 1


@dataclass
class Workbook:
    """`annex-a/annex_a.xlsx`, written a row at a time."""

    out: Path
    whose: Headings = Headings.OFSTED
    most: int = SHEET_ROWS
    _sheets: dict[str, _Sheet] = field(default_factory=dict)

    def __post_init__(self) -> None:
        folder = self.out / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / "annex_a.xlsx"
        # Only the process that writes the workbook needs it.
        import xlsxwriter  # noqa: PLC0415

        self._book = xlsxwriter.Workbook(
            self.path, {"constant_memory": True, "strings_to_formulas": False}
        )
        self._book.set_properties({"created": _MADE})
        self._dated = self._book.add_format({"num_format": "dd/mm/yyyy"})
        if self.whose is Headings.OFSTED:
            _front(self._book.add_worksheet("Front_Sheet"))
        for number in range(1, len(HEADINGS) + 1):
            self._sheets[str(number)] = self._begin(number)

    def _begin(self, number: int, sheets: int = 1) -> _Sheet:
        """Ofsted's sheets have a title above their headings; nobody else's do."""
        ofsted = self.whose is Headings.OFSTED
        name = f"List_{number}" if ofsted else f"List {number}"
        worksheet = self._book.add_worksheet(
            name if sheets == 1 else f"{name} ({sheets})"
        )
        row = 0
        if ofsted:
            worksheet.write_string(0, 0, f"List {number}: {TITLES[number - 1]}")
            row = 1
        for column, said in enumerate(HEADINGS[number - 1]):
            worksheet.write_string(row, column, heading(said, self.whose))
        return _Sheet(number, worksheet, row + 1, sheets)

    def take(self, part: Mapping[str, list[list[Any]]]) -> None:
        for number, rows in part.items():
            for cells in rows:
                self._write(number, cells)

    def _write(self, number: str, cells: list[Any]) -> None:
        sheet = self._sheets[number]
        if sheet.row >= self.most:
            sheet = self._begin(sheet.number, sheet.sheets + 1)
            self._sheets[number] = sheet
        worksheet, row = sheet.worksheet, sheet.row
        for column, cell in enumerate(cells):
            if cell is None or cell == "":
                continue
            if isinstance(cell, date):
                worksheet.write_datetime(row, column, cell, self._dated)
            elif isinstance(cell, int):
                worksheet.write_number(row, column, cell)
            else:
                worksheet.write_string(row, column, self._said(cell))
        sheet.row += 1

    def _said(self, cell: str) -> str:
        """Regional templates and reports leave out the letter before a code."""
        marked = cell[1:_CODE_MARK] == ") " and cell[0].isalpha()
        return (
            cell[_CODE_MARK:] if marked and self.whose is not Headings.OFSTED else cell
        )

    def close(self) -> list[Path]:
        self._book.close()
        return [self.path]


def _front(worksheet: Any) -> None:
    worksheet.write_string(0, 0, "A synthetic authority: no child in it is real")
    worksheet.write_string(2, 0, "Child-level data, Annex A, lists 1 to 11")


def workbook(out: Path, making: Making) -> Workbook:
    return Workbook(out, making.headings)


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    return british(cell) if isinstance(cell, date) else str(cell)
