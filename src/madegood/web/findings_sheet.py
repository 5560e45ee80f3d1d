"""The spreadsheet that is sent to the teams that have to put findings right.

Every cell is written as text: nothing that stood in a file is run as a formula or
followed as a link in somebody's spreadsheet. No sheet is hidden, and the workbook does
not say who made it.
"""

import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import xlsxwriter

from madegood.intake.findings import CAUSES
from madegood.record.wording import titled
from madegood.warehouse.queries import FindingRow
from madegood.web.findings import NO_TEAM, what_is_wrong
from madegood.web.words import count_of, moment, quoted

_SAFE: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LONGEST_NAME: Final = 31
_NOT_IN_A_NAME: Final = re.compile(r"[\[\]:*?/\\']")
_COLUMNS: Final = (
    ("Child", 18),
    ("File", 26),
    ("Table", 24),
    ("Row", 9),
    ("Column", 24),
    ("What is wrong", 56),
    ("What to do", 56),
)


def findings_workbook(
    rows: Sequence[FindingRow],
    *,
    label: str,
    read_at: datetime,
    children: Mapping[str, str] | None = None,
) -> bytes:
    """An .xlsx workbook of findings: a summary, then a sheet for each team.

    `children` turns pseudonyms into the case system's own ids, in a column of their
    own; without it no column says anything of a child.
    """
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, _SAFE)
    # Its own clock would be in the file; the moment of reading says more.
    book.set_properties({"created": read_at.replace(tzinfo=None)})
    look = _Look(book)
    by_team = _by_team(rows)
    _summary(book, look, by_team, f"{label}, read on {moment(read_at)}", len(rows))
    names: set[str] = {"summary"}
    for team, theirs in by_team.items():
        sheet = book.add_worksheet(_sheet_name(team or NO_TEAM.capitalize(), names))
        _fill(sheet, look, theirs, children)
    book.close()
    return held.getvalue()


class _Look:
    """The few formats a workbook has."""

    def __init__(self, book: Any) -> None:
        self.text = book.add_format({"num_format": "@", "valign": "top"})
        self.wrapped = book.add_format(
            {"num_format": "@", "valign": "top", "text_wrap": True}
        )
        self.heading = book.add_format({"bold": True, "num_format": "@", "bottom": 1})
        self.title = book.add_format({"bold": True, "font_size": 14})


def _by_team(rows: Sequence[FindingRow]) -> dict[str, list[FindingRow]]:
    """In order of their names, the rows of no team last."""
    found: dict[str, list[FindingRow]] = {}
    for row in rows:
        found.setdefault(row.team, []).append(row)
    return {team: found[team] for team in sorted(found, key=lambda t: (not t, t))}


def _summary(
    book: Any,
    look: _Look,
    by_team: Mapping[str, Sequence[FindingRow]],
    about: str,
    times: int,
) -> None:
    sheet = book.add_worksheet("Summary")
    _on_paper(sheet)
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 1, 52)
    sheet.set_column(2, 2, 9)
    sheet.write_string(0, 0, "What to put right in the source system", look.title)
    sheet.write_string(1, 0, about)
    said = f"{count_of(times, 'finding')}. Row 1 of a file is its heading row. "
    said += "Put each right in the source system, not in the file, and export again."
    sheet.write_string(2, 0, said)
    for place, heading in enumerate(("Team", "What is wrong", "Times")):
        sheet.write_string(4, place, heading, look.heading)
    line = 5
    for team, rows in by_team.items():
        for code, count in Counter(row.code for row in rows).most_common():
            sheet.write_string(line, 0, team or NO_TEAM.capitalize(), look.text)
            title = CAUSES[code].title if code in CAUSES else code
            sheet.write_string(line, 1, title, look.wrapped)
            sheet.write_number(line, 2, count)
            line += 1


def _fill(
    sheet: Any,
    look: _Look,
    rows: Sequence[FindingRow],
    children: Mapping[str, str] | None,
) -> None:
    columns = _COLUMNS if children is not None else _COLUMNS[1:]
    _on_paper(sheet)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    for place, (heading, width) in enumerate(columns):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, heading, look.heading)
    for line, row in enumerate(rows, start=1):
        cells = _cells(row, children)
        for place, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(line, place, cell, look.text)
            else:
                format_ = look.wrapped if place >= len(cells) - 2 else look.text
                sheet.write_string(line, place, cell, format_)


def _cells(
    row: FindingRow, children: Mapping[str, str] | None
) -> tuple[str | int, ...]:
    cells: tuple[str | int, ...] = (
        row.file,
        titled(row.table),
        "" if row.row is None else row.row,
        row.column,
        what_is_wrong(row),
        quoted(row.remedy),
    )
    if children is None:
        return cells
    return (children.get(row.child, ""), *cells)


def _on_paper(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&RPage &P of &N")


def _sheet_name(team: str, taken: set[str]) -> str:
    """A name a workbook accepts, and no other sheet has (they do not tell capitals)."""
    plain = _NOT_IN_A_NAME.sub(" ", team).strip()[:_LONGEST_NAME].strip() or "Team"
    if plain.lower() == "history":  # Excel keeps that name for itself
        plain = "History team"
    name, number = plain, 2
    while name.lower() in taken:
        end = f" {number}"
        name, number = plain[: _LONGEST_NAME - len(end)] + end, number + 1
    taken.add(name.lower())
    return name
