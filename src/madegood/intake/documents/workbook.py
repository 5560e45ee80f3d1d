"""Workbooks (.xlsx): every sheet that has words, one table each."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from zipfile import BadZipFile

import openpyxl
from lxml import etree
from openpyxl.cell.cell import Cell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from madegood.intake.documents.shades import shade_of
from madegood.intake.documents.shapes import (
    Item,
    NotADocument,
    Paragraph,
    Table,
    TableCell,
)

MOST_CELLS = 200_000
_DECIMALS = re.compile(r"[#0,]*0(?:\.(?P<figures>0+))?(?P<share>%)?")


def workbook_document(path: Path) -> list[Item]:
    """Each sheet's name and table, in order. Raises NotADocument."""
    try:
        book = openpyxl.load_workbook(path, data_only=True, keep_links=False)
    except (
        InvalidFileException,
        BadZipFile,
        KeyError,
        ValueError,
        etree.XMLSyntaxError,
    ):
        raise NotADocument(
            "It begins like an Excel workbook and cannot be opened as one. Open it in "
            "Excel, save it again as .xlsx, and try that."
        ) from None
    return [item for sheet in book.worksheets for item in _items(sheet)]


def _items(sheet: Worksheet) -> Iterator[Item]:
    if sheet.max_row * sheet.max_column > MOST_CELLS:
        raise NotADocument(
            f"The sheet “{sheet.title}” is {sheet.max_row:,} rows by "
            f"{sheet.max_column:,} columns, which no plan is. Delete the empty rows and "
            "columns after its last words, save, and try again."
        )
    if sheet.sheet_state != "visible":
        # What is put out of sight is an older plan or the lists behind the cells.
        yield Paragraph(
            f"{sheet.title} is a hidden sheet and was not read",
            place=f"sheet “{sheet.title}”, hidden",
        )
        return
    rows = tuple(_rows(sheet))
    places = tuple(f"sheet “{sheet.title}”, row {at}" for at in range(1, len(rows) + 1))
    table = Table(rows, places=places)
    if any(cell.text for row in table.rows for cell in row):
        yield Paragraph(sheet.title, place=f"sheet “{sheet.title}”, its name")
        yield table


def _rows(sheet: Worksheet) -> Iterator[tuple[TableCell, ...]]:
    covered = _covered(sheet)
    for number, cells in enumerate(sheet.iter_rows(), 1):
        yield tuple(
            covered.get((number, at)) or _cell(cell) for at, cell in enumerate(cells, 1)
        )


def _cell(cell: Cell) -> TableCell:
    words = tuple(_lines(_shown(cell)))
    if words or not cell.has_style or cell.fill.fill_type != "solid":
        return TableCell(words)
    colour = cell.fill.fgColor
    return TableCell(shade=shade_of(colour.rgb) if colour.type == "rgb" else "")


def _shown(cell: Cell) -> object:
    """A number as its cell shows it where the figures after the point are told: action
    "2.10" is not 2.1, and 0.85 is "85%"."""
    value, shape = cell.value, _DECIMALS.fullmatch(cell.number_format or "")
    if shape is None or isinstance(value, bool) or not isinstance(value, int | float):
        return value
    figures = len(shape["figures"] or "")
    if shape["share"]:
        return f"{value:.{figures}%}"
    return f"{value:.{figures}f}" if figures else value


def _covered(sheet: Worksheet) -> dict[tuple[int, int], TableCell]:
    found = {}
    for merged in sheet.merged_cells.ranges:
        for row in range(merged.min_row, merged.max_row + 1):
            for at in range(merged.min_col, merged.max_col + 1):
                if (row, at) != (merged.min_row, merged.min_col):
                    up = row > merged.min_row
                    found[row, at] = TableCell(left=not up, up=up)
    return found


def _lines(value: object) -> Iterator[str]:
    """A cell's words by line, dates as the Madegood extract writes them."""
    for line in _words(value).split("\n"):
        if line.strip():
            yield " ".join(line.split())


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return str(value)
