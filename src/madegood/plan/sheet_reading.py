"""A sheet that came back: what each of its rows wishes, before anything is decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from madegood.intake.harmless import as_it_was
from madegood.plan.not_said import NotSaid
from madegood.plan.sheet_columns import NAMED, column_of

__all__ = ["NotASheet", "Sheet", "Wish", "read_sheet"]

_NEEDED = ("number", "version")
_HEADING_WITHIN = 20


class NotASheet(NotSaid):
    """It is no sheet of actions; the message says what is missing and what to do."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A row as it came back. `row` is its number in the spreadsheet; `cells` are those
    of our columns that are in the file."""

    row: int
    cells: dict[str, str]

    @property
    def number(self) -> str:
        return " ".join(self.cells["number"].split()).upper()


@dataclass(frozen=True, slots=True)
class Sheet:
    """`unknown` are headings that are none of ours; nothing under them is read."""

    wishes: tuple[Wish, ...]
    unknown: tuple[str, ...] = ()


def read_sheet(rows: Iterable[tuple[int, Sequence[str]]]) -> Sheet:
    """Raises NotASheet."""
    given = list(rows)
    at, columns = _headings(given)
    unknown = [
        " ".join(cell.split())
        for cell, column in zip(given[at][1], columns, strict=True)
        if cell.strip() and not column
    ]
    wishes = tuple(
        Wish(place, _cells(columns, cells))
        for place, cells in given[at + 1 :]
        if any(cell.strip() for cell in cells)
    )
    if not wishes:
        raise NotASheet("There is no row below the headings. Send the sheet with rows.")
    return Sheet(wishes, tuple(unknown))


def _headings(rows: Sequence[tuple[int, Sequence[str]]]) -> tuple[int, list[str]]:
    best: list[str] = []
    for at, (_, cells) in enumerate(rows[:_HEADING_WITHIN]):
        columns = [column_of(cell) for cell in cells]
        if all(needed in columns for needed in _NEEDED):
            twice = {c for c in columns if c and columns.count(c) > 1}
            if twice:
                names = ", ".join(sorted(NAMED[c].name for c in twice))
                raise NotASheet(
                    f"These columns stand twice: {names}. Keep one of each."
                )
            return at, columns
        best = max(best, [c for c in columns if c], key=len)
    missing = [NAMED[needed].name for needed in _NEEDED if needed not in best]
    raise NotASheet(
        f"The file has no column “{'” and no column “'.join(missing)}”. Download the "
        "actions, edit that file, and keep all of its columns. If it is a workbook, the "
        "actions must be on its first sheet."
    )


def _cells(columns: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    padded = [*cells, *[""] * (len(columns) - len(cells))]
    return {
        column: as_it_was(_lines(cell)).strip()
        for column, cell in zip(columns, padded, strict=False)
        if column
    }


def _lines(cell: str) -> str:
    """Line ends as we write them, whatever a spreadsheet wrote."""
    plain = cell.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    return plain.replace("\xa0", " ")
