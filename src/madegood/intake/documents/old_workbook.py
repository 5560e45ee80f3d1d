"""Workbooks of before 2007 (.xls): every sheet that has words, one table each.

Which cells are merged is not told by them; a merged cell's words stand in its first
cell and the others are empty, which the reader of tables reads the same way.
"""

from datetime import date, datetime, time
from pathlib import Path

import fastexcel

from madegood.intake.documents.shapes import (
    Item,
    NotADocument,
    Paragraph,
    Table,
    TableCell,
)

MOST_CELLS = 200_000


def old_workbook_document(path: Path) -> list[Item]:
    """Each sheet's name and table, in order. Raises NotADocument."""
    try:
        book = fastexcel.read_excel(path.read_bytes())
        items: list[Item] = []
        for name in book.sheet_names:
            rows = _rows(book, name)
            if any(cell.text for row in rows for cell in row):
                numbered = range(1, len(rows) + 1)
                places = tuple(f"sheet “{name}”, row {at}" for at in numbered)
                title = Paragraph(name, place=f"sheet “{name}”, its name")
                items += [title, Table(rows, places=places)]
    except fastexcel.FastExcelError:
        raise NotADocument(
            "It begins like an Excel workbook of before 2007 and cannot be opened as "
            "one. Open it in Excel, save it as .xlsx, and try that."
        ) from None
    return items


def _rows(book: fastexcel.ExcelReader, name: str) -> tuple[tuple[TableCell, ...], ...]:
    sheet = book.load_sheet(name, header_row=None, dtypes=None)
    if sheet.total_height * sheet.width > MOST_CELLS:
        raise NotADocument(
            f"The sheet “{name}” is {sheet.total_height:,} rows by {sheet.width:,} "
            "columns, which no plan is. Delete the empty rows and columns after its "
            "last words, save, and try again."
        )
    batch = sheet.to_arrow()
    columns = [column.to_pylist() for column in batch.columns]
    return tuple(
        tuple(TableCell(tuple(_lines(value))) for value in row)
        for row in zip(*columns, strict=True)
    )


def _lines(value: object) -> list[str]:
    return [" ".join(n.split()) for n in _words(value).split("\n") if n.strip()]


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
