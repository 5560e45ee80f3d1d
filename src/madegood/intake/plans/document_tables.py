"""Action tables among a document's tables: headers, rows, merged cells, and rows that a
page break has parted.

What a merged cell means depends on its column. An owner, a date or how far it has got
stands for every row it spans; an action that spans several rows is one action.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from madegood.intake.documents.shapes import Table, TableCell
from madegood.intake.plans.blocks import (
    Cell,
    Column,
    Doubt,
    Grid,
    Part,
    Role,
    Row,
    span,
)
from madegood.intake.plans.document_headers import (
    Header,
    below,
    card_of,
    header_in,
    header_of,
)
from madegood.intake.plans.headings import outcome_heading, recommendation_heading
from madegood.intake.plans.lines import without_bullet
from madegood.intake.plans.owners import is_owner
from madegood.intake.plans.reading import Source

ENDED: Final = (".", "!", "?", ":", ";")
# What one merged cell says of every row it spans.
_SAID_OF_ALL: Final = frozenset({Role.OWNER, Role.DUE, Role.START, Role.PROGRESS})


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a table that are no row of actions: a title across it, say."""

    text: str
    place: int
    listed: bool = False
    where: str = ""


Piece = Grid | Said


@dataclass
class Tables:
    """Reads the tables of one document in order; a table without a header may go on
    with the one before."""

    file: str
    last: Header | None = None

    def pieces(self, table: Table, first: int) -> Iterator[Piece]:
        """The grids of a table and the words between them. `first` is the place of its
        first row, counted through the document."""
        card = card_of(table)
        if card is not None:
            yield from self._grid(card[0], [_Placed(first, card[1], _at(table, 0))])
            return
        header = self.last if self.last is not None and self.last.fits(table) else None
        loose = header_in(table) if header is None else None
        rows: list[_Placed] = []
        opened = False  # whether the row before was the header's first
        for place, cells in enumerate(table.rows, first):
            found = header_of(cells, loose=loose is not None)
            second = below(header, cells) if opened and header is not None else None
            opened = found is not None
            if second is not None:
                header = second
            elif found is not None and header is not None and _again(found, header):
                continue  # printed again at the top of a page
            elif found is not None:
                yield from self._grid(header, rows)
                header, rows = found, []
            elif header is None or _is_across(cells):
                yield from self._grid(header, rows)
                rows = []
                where = _at(table, place - first)
                for said in _words_of(cells, place):
                    yield replace(said, where=where)
            else:
                rows.append(_placed(table, place - first, first))
        yield from self._grid(header, rows)
        self.last = header or self.last

    def _grid(self, header: Header | None, rows: Sequence["_Placed"]) -> Iterator[Grid]:
        if header is None or not rows:
            return
        made = _Rows(header, self.file)
        for row in rows:
            made.take(row)
        source = span(
            p.source for row in made.rows for _, cell in row.cells for p in cell.parts
        )
        if source is not None:
            columns = tuple(c for c in header.columns if c is not None)
            yield Grid(columns, tuple(made.rows), source)


def _again(found: Header, header: Header) -> bool:
    return found == header or found.labels == header.labels


@dataclass(frozen=True, slots=True)
class _Placed:
    place: int
    cells: tuple[TableCell, ...]
    where: str = ""
    page: int = 0


def _placed(table: Table, row: int, first: int) -> _Placed:
    page = bisect_right(table.breaks, row)
    return _Placed(first + row, table.rows[row], _at(table, row), page)


def _at(table: Table, row: int) -> str:
    return table.places[row] if row < len(table.places) else ""


class _Rows:
    """Rows as they come, each joined to the one before where it belongs to it."""

    def __init__(self, header: Header, file: str) -> None:
        self.header = header
        self.file = file
        self.rows: list[Row] = []
        # What was last joined without an action of its own, and the row before that.
        self._piece: tuple[Sequence[_Said], list[Row]] | None = None
        self._page = 0

    def take(self, placed: _Placed) -> None:
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
        self, column: Column | None, cell: TableCell, at: _Placed
    ) -> tuple[Part, ...]:
        said = cell.paragraphs
        if not said and column is not None and column.role is Role.PROGRESS:
            said = (cell.shade,)  # how far it has got may be told by a colour alone
        return tuple(
            Part(text, Source(self.file, at.place, at.place, words, at.where))
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


def _is_across(cells: Sequence[TableCell]) -> bool:
    """Whether one cell goes across the table, or a heading stands alone in its row."""
    own = [cell for cell in cells if not cell.left and not cell.up]
    filled = [cell for cell in own if cell.text]
    if len(filled) != 1 or any(cell.up for cell in cells):
        return False
    text = filled[0].text
    if len(own) == 1 and len(cells) > 1:
        return True
    alone = recommendation_heading(text) is not None
    return alone or outcome_heading(text) is not None


def _words_of(cells: Sequence[TableCell], place: int) -> Iterator[Said]:
    """A row that is no row of actions, as words: under a heading in its first cell the
    others are a list."""
    filled = [cell for cell in cells if cell.text]
    if not filled:
        return
    if len(filled) > 1 and outcome_heading(filled[0].text) is not None:
        yield Said(filled[0].text, place)
        for cell in filled[1:]:
            for words in cell.paragraphs:
                yield Said(without_bullet(words)[0], place, listed=True)
        return
    if len(filled) == 1:
        for words in filled[0].paragraphs:
            bare, marked = without_bullet(words)
            yield Said(bare, place, listed=marked)
        return
    yield Said("  ".join(cell.text for cell in filled), place)
