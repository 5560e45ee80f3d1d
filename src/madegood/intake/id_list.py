"""A list of ids that somebody counted: pasted, or a file of text, CSV or a workbook.

People paste a column, a row, or a whole table out of a report. What is asked for is
the one column of ids; which it is, its heading tells, else it is the first. Blank rows
and headings are passed over, what spreadsheets do to ids is undone, and an id that
stands twice is given twice, with both its places. Nothing here is kept or told on.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from madegood.intake.cells import Unreadable
from madegood.intake.ids import read_key
from madegood.intake.limits import MIB, Limits
from madegood.intake.small_table import (
    NotATable,
    Row,
    decoded,
    is_workbook,
    sheet_rows,
    text_rows,
)

MOST_IDS: Final = 20_000
MOST_BYTES: Final = 4 * MIB
LONGEST_ID: Final = 60
# As letters only, small: "Child ID" and "child_id" are one.
_HEADINGS: Final = (
    *("childid", "childsid", "personid", "clientid", "caseid", "id", "ids", "childids"),
    *("personnumber", "childnumber", "casenumber", "number", "reference", "ref"),
    *("uniquereference", "uniqueid", "systemid", "mosaicid", "lcsid", "eclipseid"),
    *("ssdpersonid", "personids", "child", "person", "urn", "childuniqueid"),
    *("episodeid", "planid", "referralid", "assessmentid", "visitid", "subject"),
    *("enquiryid", "interviewid", "discussionid", "contactid", "auditid", "serviceid"),
)
_INSTEAD: Final = "Save the list again as CSV, or paste the column of ids alone."
_SHOWN: Final = 5


class NotAList(ValueError):
    """There is no list of ids in what was given; the message says what to do."""


@dataclass(frozen=True, slots=True)
class IdList:
    """Ids as the case system has them, each with the row or place it stands in.

    unread  places whose cell is no id: a spreadsheet shortened it, or it is too long
    column  the heading under which they stood; "" where there was none
    """

    ids: tuple[tuple[int, str], ...]
    unread: tuple[int, ...] = ()
    column: str = ""

    @property
    def repeated(self) -> int:
        """How many entries are of an id that had been met."""
        return len(self.ids) - len({name for _, name in self.ids})

    @property
    def words(self) -> str:
        """'52 ids under “Child ID”, 3 of them met before; 1 could not be read …'"""
        size = len(self.ids)
        said = f"{size:,} id{'' if size == 1 else 's'}"
        if self.column:
            said += f" under “{self.column}”"
        if self.repeated:
            said += f", {self.repeated:,} of them met before"
        if self.unread:
            places = ", ".join(f"{place:,}" for place in self.unread[:_SHOWN])
            more = " …" if len(self.unread) > _SHOWN else ""
            said += (
                f"; {len(self.unread):,} could not be read as an id "
                f"(row {places}{more})"
            )
        return f"{said}."


def read_id_file(path: Path, limits: Limits) -> IdList:
    """The ids in a file, whatever its name says it is. Raises NotAList."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise NotAList(
            f"The file is {size / MIB:,.1f} MiB, and a list of ids is no more than "
            f"{MOST_BYTES // MIB}. Keep the column of ids alone."
        )
    try:
        if is_workbook(path):
            return _chosen(sheet_rows(path, limits))
        return read_id_text(decoded(path.read_bytes()))
    except NotATable as fault:
        raise NotAList(f"{fault} {_INSTEAD}") from None


def read_id_text(text: str) -> IdList:
    """The ids in a text: one on each line, all on one line, or a column of a table.
    Raises NotAList."""
    if len(text) > MOST_BYTES:
        raise NotAList(
            f"What was pasted is longer than {MOST_BYTES // MIB} million characters. "
            "Paste the column of ids alone."
        )
    text = text.removeprefix("\ufeff").replace("\0", "")
    filled = [line for line in text.splitlines() if line.strip()]
    if len(filled) == 1 and _plain(filled[0]) not in _HEADINGS:
        names = re.split(r"[\s,;|]+", filled[0].strip())
        return _chosen((n, [name]) for n, name in enumerate(names, start=1))
    try:
        return _chosen(text_rows(text))
    except NotATable as fault:
        raise NotAList(f"{fault} {_INSTEAD}") from None


# ---- which column, and what it says ---------------------------------------------
def _chosen(rows: Iterable[Row]) -> IdList:
    given = iter(rows)
    first = next((row for row in given if any(cell.strip() for cell in row[1])), None)
    if first is None:
        raise NotAList("There are no ids in it. Paste or choose a list of ids.")
    second = next(given, None)
    at, heading = _column(first[1], () if second is None else second[1])
    below = chain(() if second is None else (second,), given)
    found: list[tuple[int, str]] = []
    unread: list[int] = []
    for place, cells in below if heading else chain((first,), below):
        _read(place, cells[at] if at < len(cells) else "", found, unread)
        if len(found) > MOST_IDS:
            raise NotAList(
                f"There are more than {MOST_IDS:,} ids. Compare a shorter span at a time."
            )
    if not found:
        raise NotAList(
            "There is nothing in it that could be an id. Give the case system’s own "
            "numbers, in a column headed “Child ID” or alone."
        )
    return IdList(tuple(found), tuple(unread), heading)


def _column(cells: Sequence[str], below: Sequence[str]) -> tuple[int, str]:
    """Which column, and its heading. Where no cell is a heading that is known it is the
    first that has anything, which is a heading if only what is below it has digits."""
    plain = [_plain(cell) for cell in cells]
    digits = [any(letter.isdigit() for letter in cell) for cell in cells]
    for name in _HEADINGS:
        if name in plain and not digits[plain.index(name)]:
            at = plain.index(name)
            return at, " ".join(cells[at].split())
    at = next(n for n, cell in enumerate(cells) if cell.strip())
    under = below[at] if at < len(below) else ""
    heads = not digits[at] and any(letter.isdigit() for letter in under)
    return at, " ".join(cells[at].split()) if heads else ""


def _plain(cell: str) -> str:
    return re.sub(r"[^a-z]+", "", cell.lower())


def _read(
    place: int, cell: str, found: list[tuple[int, str]], unread: list[int]
) -> None:
    try:
        name = read_key(cell)
    except Unreadable:
        unread.append(place)
        return
    if len(name) > LONGEST_ID:
        unread.append(place)
    elif name:
        found.append((place, name))
