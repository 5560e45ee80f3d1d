"""A document as any format gives it: paragraphs and tables, in reading order."""

import json
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias


class NotADocument(Exception):
    """A file that cannot be read as the document it seems to be; the message says why
    and what to do, without the file's name."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words outside a table. `listed` marks an item of a list, `page` the first line of
    a page, and `wraps` a line that goes on with the one before it. `place` says where a
    person finds it."""

    text: str
    listed: bool = False
    page: bool = False
    wraps: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of the grid. One that another covers has no words of its own: `left` where
    it is joined to the cell on its left, `up` to the one above. `shade` is the colour it
    is filled with, in a word, where it has no words: "Green"."""

    paragraphs: tuple[str, ...] = ()
    left: bool = False
    up: bool = False
    shade: str = ""

    @property
    def text(self) -> str:
        return " ".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as the widest has. `page` where it begins a page, so that
    it may go on with the table before it. `places` says of each row where a person
    finds it, "sheet “Plan”, row 3"; empty where nobody has said. `breaks` are the rows
    before which a page ended, so that each may be the rest of the one above."""

    rows: tuple[tuple[TableCell, ...], ...]
    page: bool = False
    places: tuple[str, ...] = ()
    breaks: tuple[int, ...] = ()

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class PlainText:
    """A document, or the rest of one, whose tables are only spaces between words."""

    text: str


Item: TypeAlias = Paragraph | Table | PlainText
_KINDS: dict[str, type[Item]] = {
    "paragraph": Paragraph,
    "table": Table,
    "text": PlainText,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def as_bytes(items: list[Item]) -> bytes:
    """What the reading process hands over."""
    return json.dumps([[_NAMES[type(item)], asdict(item)] for item in items]).encode()


def from_bytes(data: bytes) -> list[Item]:
    """The items again; raises ValueError where they are not such."""
    return [_item(kind, said) for kind, said in json.loads(data)]


def _item(kind: str, said: dict[str, Any]) -> Item:
    if kind != "table":
        return _KINDS[kind](**said)
    rows = tuple(
        tuple(
            TableCell(
                tuple(cell["paragraphs"]), cell["left"], cell["up"], cell["shade"]
            )
            for cell in row
        )
        for row in said["rows"]
    )
    return Table(rows, said["page"], tuple(said["places"]), tuple(said["breaks"]))
