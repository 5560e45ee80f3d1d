"""What a paper is made of: a few kinds of block, which every renderer can draw."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from madegood.reports.svg import ACCENT, Svg


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is the paper's title, 2 a section, 3 a part of one. `new_page` starts
    it on a fresh page where there are pages."""

    level: int
    text: str
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph: plain, the lead under a title, or small print."""

    words: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """Words and what they mean, or questions and their answers."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading, its share of the width beside the other columns'
    shares, whether it is numbers."""

    heading: str
    width: int
    numbers: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; the first cell of each row heads it."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: bool = False
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, and the words that say what it shows."""

    svg: Svg
    title: str
    says: str


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that must not be parted by the end of a page."""

    blocks: "tuple[Heading | Text | Bullets | Terms | Table | Figure, ...]"


Block: TypeAlias = Heading | Text | Bullets | Terms | Table | Figure | Together


@dataclass(frozen=True)
class Document:
    """A paper, before it is a page, a PDF or a Word file."""

    title: str
    council: str
    as_of: date
    made_on: date
    marking: str
    blocks: tuple[Block, ...] = field(default_factory=tuple)
    colour: str = ACCENT

    def flat(self) -> Iterator[Block]:
        """Every block in order, with those kept together taken out of their wrapper."""
        for block in self.blocks:
            if isinstance(block, Together):
                yield from block.blocks
            else:
                yield block
