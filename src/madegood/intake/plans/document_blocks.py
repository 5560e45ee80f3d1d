"""A document's paragraphs and tables as the blocks every reader of plans takes."""

from collections.abc import Sequence
from dataclasses import replace

from madegood.intake.documents.shapes import Item, Paragraph, PlainText, Table
from madegood.intake.documents.words import BULLET
from madegood.intake.plans.blocks import Block, Grid
from madegood.intake.plans.document_tables import Said, Tables
from madegood.intake.plans.headings import keeps_its_place
from madegood.intake.plans.lines import Line, without_furniture
from madegood.intake.plans.text_blocks import blocks_of, text_blocks


def document_blocks(items: Sequence[Item], file: str) -> list[Block]:
    """The blocks of a document, in order. Places count its paragraphs and rows."""
    if len(items) == 1 and isinstance(items[0], PlainText):
        return text_blocks(items[0].text, file)
    made = _Lines(file)
    for item in _whole_tables(_placed(_without_furniture(items))):
        made.take(item)
    return blocks_of(made.lines, file)


def _without_furniture(items: Sequence[Item]) -> list[Item]:
    """The items without what is printed on page after page."""
    lines = [
        Line(at, item.text, item.text, item.page)
        if isinstance(item, Paragraph)
        else Line(at, "", "")
        for at, item in enumerate(items)
    ]
    kept = without_furniture(lines, keeps_its_place)
    return [
        item
        for item, was, now in zip(items, lines, kept, strict=True)
        if was.blank or not now.blank
    ]


def _placed(items: Sequence[Item]) -> list[Item]:
    """Each table's rows with where they stand, for what only its order tells: Word and
    web pages have no pages and no names of sheets."""
    placed: list[Item] = []
    tables = 0
    for item in items:
        if isinstance(item, Table):
            tables += 1
            if not item.places:
                rows = range(1, len(item.rows) + 1)
                places = tuple(f"table {tables}, row {at}" for at in rows)
                placed.append(replace(item, places=places))
                continue
        elif isinstance(item, Paragraph) and not item.place:
            where = f"below table {tables}" if tables else "above the first table"
            placed.append(replace(item, place=where))
            continue
        placed.append(item)
    return placed


def _whole_tables(items: Sequence[Item]) -> list[Item]:
    """A table that goes on at the top of the next page as one."""
    made: list[Item] = []
    for item in items:
        before = made[-1] if made else None
        if (
            isinstance(item, Table)
            and isinstance(before, Table)
            and item.page
            and item.width == before.width
        ):
            made[-1] = replace(
                before,
                rows=(*before.rows, *item.rows),
                places=(*before.places, *item.places),
                breaks=(*before.breaks, len(before.rows)),
            )
        else:
            made.append(item)
    return made


class _Lines:
    """Lines with blank ones between what is not one paragraph or one list."""

    def __init__(self, file: str) -> None:
        self.lines: list[Line] = []
        self.tables = Tables(file)
        self._listed = False

    def take(self, item: Item) -> None:
        match item:
            case Table():
                self._table(item)
            case Paragraph():
                self._say(item)
            case PlainText():
                for line in item.text.split("\n"):
                    self._say(Paragraph(line, wraps=True))

    def _table(self, table: Table) -> None:
        for piece in self.tables.pieces(table, len(self.lines) + 1):
            if isinstance(piece, Said):
                self._say(Paragraph(piece.text, piece.listed, place=piece.where))
            else:
                self._put(piece)

    def _put(self, grid: Grid) -> None:
        self._blank()
        self.lines.append(Line(len(self.lines) + 1, "", "", grid=grid))
        self._listed = False

    def _say(self, said: Paragraph) -> None:
        if not said.wraps and not (said.listed and self._listed):
            self._blank()
        words = f"{BULLET}{said.text}" if said.listed and not said.wraps else said.text
        number = len(self.lines) + 1
        line = Line(number, words, words.strip(), said.page, place=said.place)
        self.lines.append(line)
        self._listed = said.listed

    def _blank(self) -> None:
        if self.lines:
            self.lines.append(Line(len(self.lines) + 1, "", ""))
