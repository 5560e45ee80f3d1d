"""Rows of a document's action table as they come, each joined to the one before where it
belongs to it.

What a merged cell means depends on its column. An owner, a date or how far it has got
stands for every row it spans; an action that spans several rows is one action.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from madegood.intake.documents.shapes import Table, TableCell
from madegood.intake.plans.blocks import Cell, Column, Doubt, Part, Role, Row, span
from madegood.intake.plans.document_headers import Header
from madegood.intake.plans.lines import without_bullet
from madegood.intake.plans.owners import is_owner
from madegood.intake.plans.reading import Source
from madegood.intake.plans.vocabulary import plain

# A date under such a name says that it is done.
_FINISHED: Final = re.compile(
    r"\bcompleted on\b|\b(?:date|when) completed\b|\bactual (?:completion|finish|end)\b"
)
ENDED: Final = (".", "!", "?", ":", ";")
# What one merged cell says of every row it spans.
_SAID_OF_ALL: Final = frozenset({Role.OWNER, Role.DUE, Role.START, Role.PROGRESS})


@dataclass(frozen=True, slots=True)
class PlacedRow:
    place: int
    cells: tuple[TableCell, ...]
    where: str = ""
    page: int = 0


def placed_row(table: Table, row: int, first: int) -> PlacedRow:
    page = bisect_right(table.breaks, row)
    return PlacedRow(first + row, table.rows[row], place_of(table, row), page)


def place_of(table: Table, row: int) -> str:
    return table.places[row] if row < len(table.places) else ""


class TableRows:
    """Rows as they come, each joined to the one before where it belongs to it."""

    def __init__(self, header: Header, file: str) -> None:
        self.header = header
        self.file = file
        self.rows: list[Row] = []
        # What was last joined without an action of its own, and the row before that.
        self._piece: tuple[Sequence[_Said], list[Row]] | None = None
        self._page = 0

    def take(self, placed: PlacedRow) -> None:
        if not any(cell.text for cell in placed.cells):
            return  # a row of fills alone is no row
        cells = [
            (column, self._parts(column, cell, placed), cell)
            for column, cell in zip(self.header.columns, placed.cells, strict=False)
        ]
        piece, self._piece = self._piece, None
        turned, self._page = placed.page != self._page, placed.page
        if not _given(cells, Role.ACTION):
            self._piece = cells, list(self.rows)
        if turned and piece is not None and _fit(piece[0], cells):
            self.rows = [*piece[1], self._joined(self._fresh(piece[0]), cells)]
        elif self.rows and (self._goes_on(cells) or (turned and self._is_rest(cells))):
            self.rows[-1] = self._joined(self.rows[-1], cells)
        else:
            self.rows.append(self._fresh(cells))

    def _parts(
        self, column: Column | None, cell: TableCell, at: PlacedRow
    ) -> tuple[Part, ...]:
        said = cell.paragraphs
        if not said and column is not None and column.role is Role.PROGRESS:
            said = (cell.shade,)  # how far it has got may be told by a colour alone
        finished = column is not None and _FINISHED.search(plain(column.label))
        return tuple(
            Part(
                f"Completed {text}" if finished and text[:1].isdigit() else text,
                Source(self.file, at.place, at.place, words, at.where),
            )
            for words in said
            if (text := without_bullet(words)[0].strip())
        )

    def _fresh(self, cells: Sequence["_Said"]) -> Row:
        given, printed = [], []
        for column, parts, cell in cells:
            own = parts
            if column is not None:
                shared = cell.up and column.role in _SAID_OF_ALL and self.rows
                own = self.rows[-1].cell(column.role).parts if shared else parts
                given.append((column.role, Cell(own)))
            printed.append(_as_printed(own))
        named = tuple(zip(self.header.labels, printed, strict=False))
        return Row(tuple(given), tuple(self._doubts(cells)), named)

    def _goes_on(self, cells: Sequence["_Said"]) -> bool:
        """Whether a row is the rest of the one before: its action is one merged cell
        with that, or it has no number where rows are numbered, or it starts in the
        middle of a sentence with nobody named."""
        by_role = {
            column.role: (parts, cell)
            for column, parts, cell in cells
            if column is not None
        }
        action, cell = by_role.get(Role.ACTION, ((), TableCell()))
        if cell.up:
            return True
        number = by_role.get(Role.REF)
        if number is not None and self.rows[-1].cell(Role.REF).parts:
            return not number[0] and not number[1].up and not _opens(action)
        if not action:
            # Only the rest of who, or only the rest of how far.
            both = (Role.OWNER, Role.PROGRESS)
            return not all(by_role.get(role, ((), cell))[0] for role in both)
        owner = by_role.get(Role.OWNER)
        unnamed = owner is not None and not owner[0] and not owner[1].up
        return unnamed and not _opens(action)

    def _is_rest(self, cells: Sequence["_Said"]) -> bool:
        """Whether the first row of a page is the rest of the last one of the page
        before: it has no number where rows are numbered, some of its cells go on in the
        middle of a sentence, or it names nobody and no day where rows do."""
        given = {column.role: parts for column, parts, _ in cells if column and parts}
        before = self.rows[-1]
        if before.cell(Role.REF).parts:
            return Role.REF not in given
        for role, parts in given.items():
            said = before.cell(role).text
            if said and not said.endswith(ENDED) and not _opens(parts):
                return True
        if Role.OWNER in given and not is_owner(
            " ".join(p.text for p in given[Role.OWNER])
        ):
            return is_owner(
                f"{before.cell(Role.OWNER).text} {given[Role.OWNER][0].text}"
            )
        named = [role for role in (Role.OWNER, Role.DUE) if before.cell(role).parts]
        return bool(named) and not any(role in given for role in named)

    def _joined(self, row: Row, cells: Sequence["_Said"]) -> Row:
        """The row with the rest of it: a sentence that was parted is one again."""
        given = list(row.cells)
        more = [(column, parts) for column, parts, _ in cells if column is not None]
        for at, (role, cell) in enumerate(given):
            parts = more[at][1] if at < len(more) else ()
            given[at] = (role, Cell(_run_on(cell.parts, parts)))
        printed = tuple(
            (label, "\n".join(filter(None, (said, _as_printed(parts)))))
            for (label, said), (_, parts, _) in zip(row.printed, cells, strict=False)
        )
        return Row(tuple(given), (*row.doubts, *self._doubts(cells)), printed)

    def _doubts(self, cells: Sequence["_Said"]) -> Iterator[Doubt]:
        for at, (column, parts, _) in enumerate(cells):
            if column is None and parts:
                said = " ".join(part.text for part in parts)
                name = self.header.labels[at] or f"column {at + 1}, which has no name"
                yield Doubt(
                    "column_not_known",
                    parts[0].source,
                    f"Under “{name}”: “{said}”. No such column is known, so it is kept "
                    "here and is in no action.",
                    "If it matters, add it to the action's progress when you import.",
                )


_Said = tuple[Column | None, tuple[Part, ...], TableCell]


def _as_printed(parts: Sequence[Part]) -> str:
    return "\n".join(part.source.text for part in parts)


def _given(cells: Sequence[_Said], role: Role) -> bool:
    return any(parts and column and column.role is role for column, parts, _ in cells)


def _fit(piece: Sequence[_Said], cells: Sequence[_Said]) -> bool:
    """Whether a page's last words are of the row that begins the next page: they fill
    just what that leaves empty. A printer that keeps a paragraph's lines together moves
    one cell of a row to the next page and leaves another behind."""
    both = list(zip(piece, cells, strict=False))
    empties = any(one and not other for (_, one, _), (_, other, _) in both)
    apart = not any(one and other for (_, one, _), (_, other, _) in both)
    names = _given(piece, Role.OWNER) and empties
    return _given(cells, Role.ACTION) and (apart or names)


def _opens(parts: Sequence[Part]) -> bool:
    return bool(parts) and not parts[0].text[0].islower()


def _run_on(before: tuple[Part, ...], after: tuple[Part, ...]) -> tuple[Part, ...]:
    if not before or not after:
        return before or after
    last, first = before[-1], after[0]
    if last.text.endswith(ENDED) or not first.text[0].islower():
        return (*before, *after)
    source = span((last.source, first.source)) or last.source
    joined = replace(last, text=f"{last.text} {first.text}", source=source)
    return (*before[:-1], joined, *after[1:])
