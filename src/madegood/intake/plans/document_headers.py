"""The header of an action table: which cell names which column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from madegood.intake.documents.shapes import Table, TableCell
from madegood.intake.plans.blocks import Column, Role
from madegood.intake.plans.column_clues import role_by_clue
from madegood.intake.plans.headings import is_header, labels_in
from madegood.intake.plans.lines import LONGEST_HEADING
from madegood.intake.plans.vocabulary import plain

_THEME = re.compile(r"\b(?:themes?|priority|priorities|workstreams?|objectives?)\b")
# A table's header stands within this many rows of its top.
_TOP = 12
_NUMBER = re.compile(r"[A-Z]{0,3}\d{0,2}(?:[.:]\d{1,2})?[a-z]?[.)]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """A column for each place of the grid, None where its name is not known, and the
    names as they are written."""

    columns: tuple[Column | None, ...]
    labels: tuple[str, ...]

    def fits(self, table: Table) -> bool:
        """Whether a table may go on under this header: it is as wide, and has none."""
        return table.width == len(self.columns) and not names_actions(table)


def header_of(cells: Sequence[TableCell], *, loose: bool = False) -> Header | None:
    """The header in a row of cells, if it is one. A cell that is joined to the one on
    its left has that one's name.

    A header is known by names that are in the lists; what the words of its other names
    tell is taken too. `loose` is for a table that has no such row: there the words of
    the names are enough.
    """
    columns: list[Column | None] = []
    labels: list[str] = []
    for cell in cells:
        if cell.left and columns:
            columns.append(columns[-1])
            labels.append(labels[-1])
            continue
        label = cell.text
        if len(label) > LONGEST_HEADING:
            return None
        labels.append(label)
        columns.append(_column(label))
    listed = [column for column in columns if column is not None]
    columns = _with_numbers(columns, labels)
    columns = [
        column or _by_clue(label) for column, label in zip(columns, labels, strict=True)
    ]
    columns = _without_themes(columns)
    known = [column for column in columns if column is not None]
    unknown = [
        label
        for label, column in zip(labels, columns, strict=True)
        if label and column is None
    ]
    if not is_header(known if loose else listed) or len(unknown) > len(known):
        return None
    return Header(tuple(columns), tuple(labels))


def _without_themes(columns: Sequence[Column | None]) -> list[Column | None]:
    """The columns without the plan's own theme or priority where another beside it tells
    what inspectors asked: two names are not one title."""
    asked = [c for c in columns if c is not None and c.role is Role.RECOMMENDATION]
    themes = [c for c in asked if _THEME.search(plain(c.label))]
    if len(themes) in (0, len(asked)):
        return list(columns)
    return [None if column in themes else column for column in columns]


def names_actions(table: Table) -> bool:
    """Whether a header of actions stands near the table's top."""
    return any(header_of(row, loose=True) is not None for row in table.rows[:_TOP])


def header_in(table: Table) -> Header | None:
    """The header of a table none of whose rows is made of listed names: the first that
    reads like one."""
    if any(header_of(row) is not None for row in table.rows):
        return None
    found = (header_of(row, loose=True) for row in table.rows[:_TOP])
    return next((header for header in found if header is not None), None)


def below(header: Header, cells: Sequence[TableCell]) -> Header | None:
    """The header with the names of a second row of it, in which a name that stood over
    two columns is parted into theirs; None where the row is no such row. A name that is
    not known holds what the one above it says: "Q1" under "Progress" is progress."""
    if not any(cell.up for cell in cells) or len(cells) != len(header.columns):
        return None
    columns, labels = list(header.columns), list(header.labels)
    for at, cell in enumerate(cells):
        if cell.up or not cell.text:
            continue
        above = columns[at]
        named = _column(cell.text) or _by_clue(cell.text)
        if named is None and above is not None:
            named = Column(above.role, cell.text)
        columns[at], labels[at] = named, cell.text
    return Header(tuple(columns), tuple(labels))


def card_of(table: Table) -> tuple[Header, tuple[TableCell, ...]] | None:
    """A table that is one action, its names down the side, as a header and a row."""
    if table.width < 2 or len(table.rows) < 2:
        return None
    columns, labels, cells = [], [], []
    for row in table.rows:
        own = [cell for cell in row[1:] if not cell.left and not cell.up]
        told = [cell for cell in own if cell.text]
        named = _column(row[0].text) or _by_clue(row[0].text)
        if named is None or len(told) > 1 or row[0].up:
            return None
        columns.append(named)
        labels.append(row[0].text)
        cells.append(told[0] if told else TableCell())
    roles = [column.role for column in columns]
    if not is_header(columns) or roles.count(Role.ACTION) != 1:
        return None
    return Header(tuple(columns), tuple(labels)), tuple(cells)


def _by_clue(label: str) -> Column | None:
    role = role_by_clue(label)
    return Column(role, label) if role is not None else None


def _column(label: str) -> Column | None:
    """The column a cell names. One that names two ("Lead and timescale") is the first's:
    what stands under it is kept whole."""
    capital = label[:1].upper() + label[1:]
    found = labels_in(" ".join(capital.split()))
    return Column(found[0].role, label) if found else None


def _with_numbers(
    columns: Sequence[Column | None], labels: Sequence[str]
) -> list[Column | None]:
    """A first column with no name, or with a number's, holds the rows' numbers."""
    made = list(columns)
    has = any(column is not None and column.role is Role.REF for column in made)
    nameless = bool(made) and made[0] is None and _by_clue(labels[0]) is None
    if nameless and not has and _NUMBER.fullmatch(labels[0].strip()):
        made[0] = Column(Role.REF, labels[0] or "(row number)")
    return made
