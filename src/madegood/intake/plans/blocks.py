"""The seam between document formats and the plan.

A front end (text today; Word, Excel, PDF and HTML tables later) turns a document into
blocks in reading order: passages of words, and grids whose columns are known. Everything
after the blocks is shared. See docs/adr/0004-plan-reader-seam.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from madegood.intake.plans.reading import Source


class Role(StrEnum):
    """What a column of an action table holds."""

    RECOMMENDATION = "recommendation"
    REF = "ref"
    ACTION = "action"
    OWNER = "who"
    START = "start"
    DUE = "by when"
    PROGRESS = "progress"
    EVIDENCE = "evidence"
    OUTCOME = "expected outcome"


@dataclass(frozen=True)
class Part:
    """One paragraph of a cell or of a list."""

    text: str
    source: Source


@dataclass(frozen=True)
class Column:
    role: Role
    label: str


@dataclass(frozen=True)
class Cell:
    """A cell: its paragraphs in order. An empty cell has none."""

    parts: tuple[Part, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(p.text for p in self.parts)

    @property
    def source(self) -> Source | None:
        return span(p.source for p in self.parts)


@dataclass(frozen=True)
class Doubt:
    """Something a front end could not settle. The assembler says it as a finding."""

    kind: str
    source: Source
    message: str
    remedy: str


@dataclass(frozen=True)
class Row:
    """A row of an action table. `printed` is every column's name, known or not, and
    what stands under it, as the document has them; empty where it has no such names."""

    cells: tuple[tuple[Role, Cell], ...]
    doubts: tuple[Doubt, ...] = ()
    printed: tuple[tuple[str, str], ...] = ()

    def cell(self, role: Role) -> Cell:
        """Every column of that role, together ("RAG" and "Progress" are both progress)."""
        return Cell(tuple(p for r, c in self.cells if r is role for p in c.parts))

    @property
    def source(self) -> Source | None:
        return span(p.source for _, c in self.cells for p in c.parts)


@dataclass(frozen=True)
class Grid:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    source: Source


@dataclass(frozen=True)
class Passage:
    """Words outside a table. `heading` is "recommendation" or "outcomes" when the words
    are such a heading, and `kind` what the recommendation is called there; a list under an outcomes heading is in `parts`, with `loose` the
    paragraphs near it that do not look like part of the list."""

    parts: tuple[Part, ...]
    heading: str | None = None
    number: str | None = None
    kind: str = ""
    loose: tuple[Part, ...] = ()
    doubts: tuple[Doubt, ...] = field(default=())


Block = Grid | Passage


def _shortly(last: str, first: str) -> str:
    """The end of a range without what its beginning has said: "row 5"."""
    before, _, end = last.rpartition(", ")
    return end if before and first.startswith(f"{before}, ") else last


def span(sources: Iterable[Source]) -> Source | None:
    """One source from the first line of several to the last, or None of none."""
    given = list(sources)
    if not given:
        return None
    last = max(given, key=lambda s: s.last_line)
    place = min(given, key=lambda s: s.first_line).place
    if last.place and place and last.place != place:
        place = f"{place} to {_shortly(last.place, place)}"
    return replace(
        given[0],
        place=place,
        first_line=min(s.first_line for s in given),
        last_line=max(s.last_line for s in given),
        text="\n".join(s.text for s in given),
    )
