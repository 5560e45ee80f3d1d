"""Action tables among a document's tables: headers, and what stands between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from madegood.intake.documents.shapes import Table, TableCell
from madegood.intake.plans.blocks import Grid, span
from madegood.intake.plans.document_headers import (
    Header,
    below,
    card_of,
    header_in,
    header_of,
    names_actions,
)
from madegood.intake.plans.document_rows import (
    PlacedRow,
    TableRows,
    place_of,
    placed_row,
)
from madegood.intake.plans.headings import outcome_heading, recommendation_heading
from madegood.intake.plans.lines import without_bullet
from madegood.intake.plans.measure_tables import measures_in


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
            yield from self._grid(
                card[0], [PlacedRow(first, card[1], place_of(table, 0))]
            )
            return
        measures = (
            None if names_actions(table) else measures_in(table, first, self.file)
        )
        if measures is not None:
            yield measures
        else:
            yield from self._by_rows(table, first)

    def _by_rows(self, table: Table, first: int) -> Iterator[Piece]:
        """The grids under the headers among its rows, and what stands between."""
        header = self.last if self.last is not None and self.last.fits(table) else None
        loose = header_in(table) if header is None else None
        rows: list[PlacedRow] = []
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
                where = place_of(table, place - first)
                for said in _words_of(cells, place):
                    yield replace(said, where=where)
            else:
                rows.append(placed_row(table, place - first, first))
        yield from self._grid(header, rows)
        self.last = header or self.last

    def _grid(self, header: Header | None, rows: Sequence[PlacedRow]) -> Iterator[Grid]:
        if header is None or not rows:
            return
        made = TableRows(header, self.file)
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
