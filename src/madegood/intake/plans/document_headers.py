"""The header of an action table: which cell names which column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from madegood.intake.documents.shapes import Table, TableCell
from madegood.intake.plans.blocks import Column, Role
from madegood.intake.plans.headings import is_header, labels_in
from madegood.intake.plans.lines import LONGEST_HEADING

_NUMBER = re.compile(r"[A-Z]{0,3}\d{0,2}(?:[.:]\d{1,2})?[a-z]?[.)]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """A column for each place of the grid, None where its name is not known, and the
    names as they are written."""

    columns: tuple[Column | None, ...]
    labels: tuple[str, ...]

    def fits(self, table: Table) -> bool:
        """Whether a table may go on under this header: it is as wide, and has none."""
        return table.width == len(self.columns) and not any(
            header_of(row) is not None for row in table.rows[:3]
        )


def header_of(cells: Sequence[TableCell]) -> Header | None:
    """The header in a row of cells, if it is one. A cell that is joined to the one on
    its left has that one's name."""
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
    known = [column for column in columns if column is not None]
    unknown = [
        label
        for label, column in zip(labels, columns, strict=True)
        if label and column is None
    ]
    if not is_header(known) or len(unknown) > len(known):
        return None
    return Header(tuple(_with_numbers(columns, labels)), tuple(labels))


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
    if made and made[0] is None and not has and _NUMBER.fullmatch(labels[0].strip()):
        made[0] = Column(Role.REF, labels[0] or "(row number)")
    return made
