"""Rows as a CSV file that a spreadsheet opens without running any of it."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from django.http import HttpResponse

# What a spreadsheet takes for the beginning of a formula.
_BEGINS: Final = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
)


def harmless(cell: object) -> str:
    """The cell as text; behind an apostrophe where it could be run."""
    text = "" if cell is None else str(cell)
    # Spaces before the sign do not keep a spreadsheet from seeing it.
    return f"'{text}" if text.lstrip(" \xa0").startswith(_BEGINS) else text


def csv_file(
    headings: Sequence[str], rows: Iterable[Sequence[object]], *, name: str
) -> HttpResponse:
    """A download that opens in a spreadsheet with its letters whole."""
    held = io.StringIO(newline="")
    writer = csv.writer(held)
    writer.writerow(headings)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    answer = HttpResponse(
        held.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
