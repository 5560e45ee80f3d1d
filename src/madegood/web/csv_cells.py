"""Rows as a CSV file that a spreadsheet opens without running any of it."""

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from madegood.intake.harmless import harmless


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
