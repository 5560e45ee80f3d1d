"""The rows of a table that is not ruled: between the lines across it where it has some,
else by the gaps between them and by what begins a row."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from pdfplumber.page import Page

from madegood.intake.documents.pdf_columns import Columns
from madegood.intake.documents.pdf_tables import MARK, cell_paragraphs
from madegood.intake.documents.pdf_words import Word, WordLine, gaps, printed
from madegood.intake.documents.shapes import TableCell

# How much of a table's width a line across it must go.
_ACROSS: Final = 0.6
_NUMBER: Final = re.compile(
    r"\(?[A-Z]{0,3}\.?\d{1,3}(?:[.:]\d{1,2})*[a-z]?[.)]?", re.IGNORECASE
)


def rules_across(page: Page, columns: Columns) -> list[float]:
    """How far down lines go across the table, or the edges of a shading do."""
    level = sorted(
        (edge["top"], max(edge["x0"], columns.left), min(edge["x1"], columns.right))
        for edge in page.edges
        if edge["orientation"] == "h"
    )
    found: list[float] = []
    covered: list[tuple[float, float]] = []
    at = float("-inf")
    for top, left, right in [*level, (float("inf"), 0.0, 0.0)]:
        if top - at > 1.5:
            if _length(covered) >= _ACROSS * (columns.right - columns.left):
                found.append(at)
            covered = []
        if right > left:
            covered.append((left, right))
        at = top
    return found


def _length(spans: Sequence[tuple[float, float]]) -> float:
    """How much is covered by spans that may lie over each other."""
    whole, end = 0.0, float("-inf")
    for left, right in sorted(spans):
        whole += max(0.0, right - max(left, end))
        end = max(end, right)
    return whole


class RowReader:
    """Parts a table's lines into rows. Whether it is ruled across is remembered from
    page to page, since a page may hold one row."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.ruled = False
        self.height = 0.0
        self.numbered = False

    def rows(
        self, lines: Sequence[WordLine], rules: Sequence[float]
    ) -> Iterator[tuple[TableCell, ...]]:
        if not lines:
            return
        self.height = self.height or median(line.height for line in lines)
        foot = lines[-1].bottom + lines[-1].height
        inside = [y for y in rules if lines[0].bottom - 2 < y < foot]
        self.ruled = self.ruled or bool(inside)
        self.numbered = self.numbered or any(map(self._has_number, lines))
        parted = _between(lines, rules) if self.ruled else self._by_gaps(lines)
        for row in parted:
            yield self._cells(row)

    def _cells(self, row: Sequence[WordLine]) -> tuple[TableCell, ...]:
        columns = self.columns
        own: list[list[tuple[Word, ...]]] = [[] for _ in columns.edges]
        for line in row:
            for at, words in enumerate(columns.dealt(line)):
                if words:
                    own[at].append(words)
        ends = [edge - columns.padding for edge in columns.edges[1:]] + [columns.right]
        cells = []
        for edge, end, held in zip(columns.edges, ends, own, strict=True):
            left = min((words[0].left for words in held), default=edge)
            said = cell_paragraphs(
                [printed(words) for words in held], (left, 0, end, 0)
            )
            cells.append(TableCell(tuple(said)))
        return tuple(cells)

    def _by_gaps(self, lines: Sequence[WordLine]) -> Iterator[list[WordLine]]:
        row: list[WordLine] = []
        clusters = self._clusters(lines)
        for cluster in clusters:
            # What a page ends with may be of the row that begins the next one.
            last = cluster is clusters[-1] and not self._told(cluster).get("action")
            if row and (last or self._opens(cluster, row)):
                yield row
                row = []
            row += cluster
        if row:
            yield row

    def _clusters(self, lines: Sequence[WordLine]) -> list[list[WordLine]]:
        """Lines between gaps; where there are none wider than others, each line, or
        where rows are numbered from number to number."""
        wide = self.columns.parted
        clusters = [[lines[0]]]
        for line, gap in gaps(lines):
            fresh = self.numbered and self._has_number(line)
            if wide is None or gap > wide or fresh:
                clusters.append([line])
            else:
                clusters[-1].append(line)
        return clusters

    def _has_number(self, line: WordLine) -> bool:
        at = self._place("ref")
        if at is None:
            return False
        words = self.columns.dealt(line)[at]
        return bool(words) and _NUMBER.fullmatch(words[0].text) is not None

    def _opens(self, cluster: Sequence[WordLine], row: Sequence[WordLine]) -> bool:
        """Whether lines begin a row: with their number where rows are numbered, else
        with an action and with who, by when or how far beside it."""
        if self.numbered:
            return self._has_number(cluster[0])
        told = self._told(cluster)
        action = told.get("action", ())
        if not action or action[0].text[0].islower():
            return False
        named: list[str] = [role for role in ("who", "by when") if role in told]
        beside = named or ["progress"]
        if self.columns.parted is None and not self._finished(row):
            # No gap tells rows apart: what is named must begin here too.
            return all(_begins(told[role]) for role in (*beside, "action"))
        return any(told.get(role) for role in beside)

    def _told(self, cluster: Sequence[WordLine]) -> dict[str, tuple[Word, ...]]:
        """The first words under each column that is known."""
        return {
            role: next((w for line in cluster if (w := self._under(line, at))), ())
            for at, role in enumerate(self.columns.heading.roles)
            if role
        }

    def _finished(self, row: Sequence[WordLine]) -> bool:
        return row[-1].text.endswith((".", "!", "?"))

    def _under(self, line: WordLine, at: int) -> tuple[Word, ...]:
        return self.columns.dealt(line)[at]

    def _place(self, role: str) -> int | None:
        roles = self.columns.heading.roles
        return roles.index(role) if role in roles else None


def _begins(words: Sequence[Word]) -> bool:
    """Whether words may be a cell's first: no bullet, no small letter."""
    first = words[0].text if words else ""
    return bool(first) and not first[0].islower() and not MARK.match(f"{first} ")


def _between(
    lines: Sequence[WordLine], rules: Sequence[float]
) -> Iterator[list[WordLine]]:
    edges = [float("-inf"), *sorted(rules), float("inf")]
    for top, foot in pairwise(edges):
        row = [line for line in lines if top <= (line.top + line.bottom) / 2 < foot]
        if row:
            yield row
