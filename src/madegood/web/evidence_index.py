"""The evidence register as a file: for a board, an inspector, the council's archive."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import xlsxwriter
from django.http import HttpResponse

from madegood.plan.register import Entry
from madegood.web.csv_cells import csv_file

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SAFE: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_COLUMNS: Final = (
    ("Recommendation", 15),
    ("Part", 9),
    ("What it is for", 50),
    ("Shows", 8),
    ("Evidence", 50),
    ("Version", 8),
    ("Current", 8),
    ("From", 12),
    ("Looked at", 10),
    ("Good", 8),
    ("Review by", 12),
    ("Out of date from", 16),
    ("Recorded by", 22),
    ("Recorded on", 12),
    ("Checked by", 22),
    ("File", 36),
    ("SHA-256", 66),
    ("Link", 40),
)


def _cells(entries: Iterable[Entry], day: date) -> Iterable[list[object]]:
    for entry in entries:
        e = entry.evidence
        stale = entry.stale_from(day)
        file = e.file.name if e.file is not None and entry.voices else ""
        yield [
            entry.recommendation,
            entry.part,
            entry.text,
            e.rung,
            e.title,
            e.version,
            "yes" if e.current else "replaced",
            e.happened_on.isoformat(),
            "" if e.looked_at is None else e.looked_at,
            "" if e.good is None else e.good,
            e.review_by.isoformat(),
            stale.isoformat() if stale else "",
            e.recorded_by,
            e.recorded_at.date().isoformat(),
            e.checked_by or "nobody yet",
            file,
            e.sha256,
            e.link if entry.voices else "",
        ]


def index_csv(entries: Sequence[Entry], day: date) -> HttpResponse:
    return csv_file(
        [name for name, _ in _COLUMNS],
        _cells(entries, day),
        name=f"evidence-{day.isoformat()}.csv",
    )


def index_workbook(entries: Sequence[Entry], day: date) -> HttpResponse:
    """Every cell is text or a number: nothing in it can be run or followed."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, _SAFE)
    sheet = book.add_worksheet("Evidence")
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for place, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(place, place, width, body)
        sheet.write_string(0, place, name, head)
    for row, cells in enumerate(_cells(entries, day), 1):
        for place, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(row, place, cell)
            else:
                sheet.write_string(row, place, str(cell))
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(entries), 1), len(_COLUMNS) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    book.close()
    answer = HttpResponse(held.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = (
        f'attachment; filename="evidence-{day.isoformat()}.xlsx"'
    )
    return answer
