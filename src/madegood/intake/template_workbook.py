"""The templates as one workbook: a sheet for each table, with the words beside it."""

import io
from typing import Any, Final

import xlsxwriter

from madegood.intake.dictionary import holds, known_by
from madegood.record.least import Columns
from madegood.record.schema import NO, NOT_APPLICABLE, YES, Column, Kind
from madegood.record.tables import table

_ROWS: Final = 10_000
_LONGEST_PROMPT: Final = 255
_LONGEST_TITLE: Final = 32
_SHOWN_AS: Final[dict[Kind, str]] = {
    Kind.DATE: "yyyy-mm-dd",
    Kind.MOMENT: "yyyy-mm-dd hh:mm",
    Kind.NUMBER: "General",
}
_NOTES: Final = """\
The Madegood extract, version 1: a sheet for each table.
Fill the sheets you can and delete the others: an empty one says there were none.
The columns in bold must be filled in every row.
A blank means not recorded, which is never read as no.
No names, addresses, postcodes, NHS numbers or UPNs: such a column is not read.
Times are London time. A date alone is accepted where a time is asked for.
What a column holds is in the sheet Dictionary, and shown as you stand in a cell.
Put the filled workbook in a folder of its own, FOLDER, and check it with
madegood data check FOLDER
"""


def workbook(columns: Columns) -> bytes:
    """An .xlsx workbook of empty tables, made of the columns that are asked for."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False})
    bold, wrapped = (
        book.add_format({"bold": True}),
        book.add_format({"text_wrap": True}),
    )
    notes = book.add_worksheet("Read me")
    notes.set_column(0, 0, 100, wrapped)
    for place, line in enumerate(_NOTES.splitlines()):
        notes.write_string(place, 0, line)
    _dictionary(book, columns, bold, wrapped)
    for name, wanted in columns.items():
        _sheet(book, name, wanted)
    book.close()
    return held.getvalue()


def _dictionary(book: Any, columns: Columns, bold: Any, wrapped: Any) -> None:
    sheet = book.add_worksheet("Dictionary")
    sheet.set_column(0, 1, 28)
    sheet.set_column(2, 3, 70, wrapped)
    sheet.freeze_panes(1, 0)
    for place, heading in enumerate(("table", "column", "holds", "says")):
        sheet.write_string(0, place, heading, bold)
    row = 1
    for name, wanted in columns.items():
        one = table(name)
        says = f"{one.says} {known_by(one)}".replace("`", "")
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 3, says)
        row += 1
        for column in map(one.column, wanted):
            look = (bold,) if column.required else ()
            sheet.write_string(row, 0, name)
            sheet.write_string(row, 1, column.name, *look)
            sheet.write_string(row, 2, holds(column).replace("`", ""))
            sheet.write_string(row, 3, column.says)
            row += 1


def _sheet(book: Any, name: str, wanted: tuple[str, ...]) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(map(table(name).column, wanted)):
        # An id is text: a spreadsheet would take the noughts from the front of it.
        shown = _SHOWN_AS.get(column.kind, "@")
        width = max(14, len(column.name) + 2)
        sheet.set_column(place, place, width, book.add_format({"num_format": shown}))
        plain = book.add_format({"bold": column.required, "num_format": "@"})
        sheet.write_string(0, place, column.name, plain)
        sheet.data_validation(1, place, _ROWS, place, _entry(column))


def _entry(column: Column) -> dict[str, Any]:
    """What a person who stands in a cell is shown and offered."""
    said = f"{column.says} ({holds(column).split(' (also')[0]})".replace("`", "")
    entry: dict[str, Any] = {
        "validate": "any",
        "input_title": column.name[:_LONGEST_TITLE],
        "input_message": said[:_LONGEST_PROMPT],
    }
    offered = _offered(column)
    if offered:
        # Only warned of: other spellings are read too.
        entry |= {"validate": "list", "source": offered, "error_type": "warning"}
    return entry


def _offered(column: Column) -> list[str]:
    if column.kind is Kind.YES_NO:
        return [YES, NO, NOT_APPLICABLE]
    return list(column.codes)
