"""The sheet of actions as a file: CSV, or a workbook. Nothing in either can be run."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import xlsxwriter

from madegood.intake.harmless import harmless_and_back
from madegood.plan.progress import DELIVERY_WORDS
from madegood.plan.sheet import Cell, SheetRow
from madegood.plan.sheet_columns import COLUMNS, FORMATS_SAID

__all__ = ["sheet_csv", "sheet_workbook"]

_SAFE: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# Rows that spreadsheets check as they are typed in.
_CHECKED: Final = 5_000
_HOW: Final = (
    (
        "Edit the white columns and send the file back on the page it came from. You see "
        "what would change, row by row, before anything does."
    ),
    "The grey columns say how things stand. What is written in them changes nothing.",
    (
        f"Days: {FORMATS_SAID}. A date that moves needs who agreed it and why; it is never "
        "taken away."
    ),
    (
        "Answers for it: one post. Shared with: other posts, parted by semicolons. A new "
        "owner needs why."
    ),
    (
        "What is said: one of the words below. “Complete” needs evidence on record first, "
        "and a step back needs new words beside it."
    ),
    (
        "Milestones: one on each line, as 2027-03-31: Contract signed. Add a line for a new "
        "one, or change a day. What became of it is said on the action’s page."
    ),
    "Keep the column Version: it tells whether somebody has changed the action since.",
)


def sheet_csv(rows: Sequence[SheetRow]) -> bytes:
    held = io.StringIO(newline="")
    writer = csv.writer(held)
    writer.writerow([column.heading for column in COLUMNS])
    writer.writerows([_text(row.cells[c.id]) for c in COLUMNS] for row in rows)
    return held.getvalue().encode("utf-8-sig")


def sheet_workbook(rows: Sequence[SheetRow], posts: Sequence[str]) -> bytes:
    """Two sheets: the actions, and how to fill them in with what may be written."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, _SAFE)
    actions, notes = book.add_worksheet("Actions"), book.add_worksheet("How to")
    look = _Look(book)
    _actions(actions, look, rows)
    _notes(notes, look, posts)
    _choices(actions, len(posts))
    book.close()
    return held.getvalue()


class _Look:
    def __init__(self, book: Any) -> None:
        plain = {"num_format": "@", "valign": "top", "text_wrap": True, "border": 1}
        plain |= {"border_color": "#b1b4b6"}
        grey, day = {"bg_color": "#e8eaeb"}, {"num_format": "dd/mm/yyyy"}
        self.head = book.add_format(plain | {"bold": True})
        self.head_locked = book.add_format(plain | {"bold": True} | grey)
        self.text = book.add_format(plain)
        self.locked = book.add_format(plain | grey)
        self.day = book.add_format(plain | day)
        self.day_locked = book.add_format(plain | day | grey)
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.note = book.add_format({"text_wrap": True, "valign": "top"})


def _actions(sheet: Any, look: _Look, rows: Sequence[SheetRow]) -> None:
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width)
        head = look.head_locked if column.locked else look.head
        sheet.write_string(0, place, column.heading, head)
    for line, row in enumerate(rows, start=1):
        for place, column in enumerate(COLUMNS):
            _write(sheet, look, (line, place), row.cells[column.id])
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _write(sheet: Any, look: _Look, at: tuple[int, int], cell: Cell) -> None:
    column = COLUMNS[at[1]]
    days = column.id in ("due", "first_due")
    if days:
        form = look.day_locked if column.locked else look.day
    else:
        form = look.locked if column.locked else look.text
    if isinstance(cell, date):
        sheet.write_datetime(*at, cell, form)
    elif isinstance(cell, int):
        sheet.write_number(*at, cell, form)
    elif cell:
        sheet.write_string(*at, harmless_and_back(cell), form)
    else:
        sheet.write_blank(*at, None, form)


def _notes(sheet: Any, look: _Look, posts: Sequence[str]) -> None:
    sheet.set_column(0, 0, 90)
    sheet.set_column(1, 1, 40)
    sheet.set_column(2, 2, 24)
    sheet.write_string(0, 0, "How to change actions here", look.title)
    for line, words in enumerate(_HOW, start=1):
        sheet.write_string(line, 0, words, look.note)
    lists = (
        (1, "Posts", posts),
        (2, "What can be said", list(DELIVERY_WORDS.values())),
    )
    for place, name, some in lists:
        sheet.write_string(0, place, name, look.title)
        for line, words in enumerate(some, start=1):
            sheet.write_string(line, place, harmless_and_back(words), look.note)


def _choices(sheet: Any, posts: int) -> None:
    """Lists to choose from; what is typed instead is judged when it comes back."""
    ends = {"accountable": ("B", posts), "delivery": ("C", len(DELIVERY_WORDS))}
    for place, column in enumerate(COLUMNS):
        letter, size = ends.get(column.id, ("", 0))
        if size:
            source = f"='How to'!${letter}$2:${letter}${size + 1}"
            sheet.data_validation(
                1,
                place,
                _CHECKED,
                place,
                {"validate": "list", "source": source, "show_error": False},
            )


def _text(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    return harmless_and_back("" if cell is None else str(cell))
