"""Which format a grid is of, and which of its rows the headings are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from madegood.intake.findings import Findings, Place
from madegood.intake.formats import FORMATS
from madegood.intake.formats.base import Format, Sheet
from madegood.intake.opened import Grid, TopRow, Unopened

_MOST_COLUMNS: Final = 500
# Of headings that most files have, two say nothing.
_FEWEST_ALIKE: Final = 3
_MOST_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a grid is, and where its headings stand."""

    format: str
    sheet: Sheet
    heading: TopRow


def recognised(grid: Grid) -> Recognised | None:
    """The format, the kind and the heading row, or None.

    A title may stand above the headings. A name alone is enough only for the first
    row, so that what is missing from it can be said. A file without commas is none of
    them, whatever it is called: every column would only seem to be missing.
    """
    asked = [one for one in FORMATS if grid.of in (None, one.name)]
    rows = [row for row in grid.top if _could_be_headings(row)]
    for row in rows:
        for one in asked:
            sheet = one.recognise(grid.name, row.cells)
            if sheet is not None and sheet.known(row.cells):
                return Recognised(one.name, sheet, row)
    _refuse_too_wide(grid.top)
    return _by_name_alone(grid, asked, rows)


def _refuse_too_wide(top: Sequence[TopRow]) -> None:
    for row in top:
        if len(row.cells) > _MOST_COLUMNS:
            raise Unopened(
                "too_many_columns",
                f"the row has {len(row.cells):,} columns; {_MOST_COLUMNS} is the most.",
                row=row.number or None,
            )


def _by_name_alone(
    grid: Grid, asked: Sequence[Format], rows: Sequence[TopRow]
) -> Recognised | None:
    for row in rows[:1]:
        for one in asked:
            sheet = one.recognise(grid.name, row.cells)
            if sheet is not None:
                return Recognised(one.name, sheet, row)
    return None


def _could_be_headings(row: TopRow) -> bool:
    return len(row.cells) <= _MOST_COLUMNS and not has_other_separator(row.cells)


def has_other_separator(headings: Sequence[str]) -> bool:
    return len(headings) == 1 and any(mark in headings[0] for mark in ";\t|")


def refuse_layout(file: str, grids: Sequence[Grid], findings: Findings) -> None:
    """Say of a file of which nothing was recognised what it seems to be."""
    if not grids:
        findings.add("empty_file", Place(file), "there is nothing in the file.")
        return
    top = grids[0].top[0]
    place = Place(file, row=top.number or None)
    if has_other_separator(top.cells):
        findings.add("wrong_separator", place, "the cells are not separated by commas.")
        return
    names = ", ".join(one.title for one in FORMATS)
    says = (
        f"the heading row (columns: {len(top.cells):,}) is not that of any file that "
        f"is read ({names})."
    )
    findings.add("unknown_layout", place, says + _nearest(top.cells))


def _nearest(headings: Sequence[str]) -> str:
    """What the headings are most like, as a sentence, where they are like anything."""
    like = [
        (known, sheet)
        for known, sheet in ((each.known(headings), each) for each in _kinds())
        if known >= _FEWEST_ALIKE and known * 2 >= len(headings)
    ]
    if not like:
        return ""
    _, sheet = max(like, key=lambda one: (one[0], -len(one[1].missing(headings))))
    wanting = [repr(name) for name in sheet.missing(headings)]
    if not wanting:
        return f" It is most like {sheet.title}."
    more = f" and {len(wanting) - _MOST_NAMED:,} more"
    named = ", ".join(wanting[:_MOST_NAMED]) + more * (len(wanting) > _MOST_NAMED)
    return f" It is most like {sheet.title}, which must also have {named}."


def _kinds() -> Iterator[Sheet]:
    return (sheet for one in FORMATS for sheet in one.sheets)
