"""Where the columns of a table that is not ruled begin, and what stands in each."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from madegood.intake.documents.pdf_headings import PrintedHeading
from madegood.intake.documents.pdf_words import WIDE, Word, WordLine, gaps

# How many of a table's lines may have words where two columns are parted.
_ASTRAY: Final = 0.03
# A name that begins where a column may begin is worth as much as so many rows.
_NAME: Final = 3
_SAME: Final = 2.0
# A gap larger than that between a paragraph's lines by this part of a line parts rows.
_PARTED: Final = 0.2


@dataclass(frozen=True)
class Columns:
    """A heading with the left edge of each of its columns, how wide the gap before each
    is, and where the last one ends. `parted` is how far down a line stands below the
    one before where a paragraph ends; None where no gap tells."""

    heading: PrintedHeading
    edges: tuple[float, ...]
    gutters: tuple[float, ...]
    right: float
    parted: float | None

    @property
    def left(self) -> float:
        return self.edges[0]

    @property
    def padding(self) -> float:
        """How far a column's words keep from the next column at the least."""
        return min((gap for gap in self.gutters[1:]), default=0.0)

    def dealt(self, line: WordLine) -> list[tuple[Word, ...]]:
        """The line's words by column."""
        cells: list[list[Word]] = [[] for _ in self.edges]
        for word in line.words:
            cells[max(0, bisect_right(self.edges, word.left + 1) - 1)].append(word)
        return [tuple(cell) for cell in cells]

    def filled(self, line: WordLine) -> list[int]:
        return [at for at, cell in enumerate(self.dealt(line)) if cell]

    def goes_across(self, line: WordLine) -> bool:
        """Whether the line's words run on where columns are parted, as prose does."""
        for word in line.words:
            if any(
                word.left < edge - 1 and word.right > edge + 2 for edge in self.edges
            ):
                return True
        cells = [(at, cell) for at, cell in enumerate(self.dealt(line)) if cell]
        for (_, one), (at, two) in pairwise(cells):
            least = min(WIDE * line.height, 0.7 * self.gutters[at])
            if two[0].left - one[-1].right < least:
                return True
        return False


def columns_under(heading: PrintedHeading, lines: Sequence[WordLine]) -> Columns:
    """The columns of a heading, by all the lines that stand below it."""
    own = [line for line in lines if not _runs_on(line, heading)]
    words = [word for line in own for word in line.words]
    edges = [min([heading.spans[0][0], *_lefts(words, heading)])]
    gutters = [0.0]
    for at in range(1, len(heading.spans)):
        low, high = heading.spans[at - 1][1], heading.spans[at][0]
        edge, gap = _edge(low, high, words, len(own))
        edges.append(edge)
        gutters.append(gap)
    right = max([heading.spans[-1][1], *(word.right for word in words)])
    return Columns(heading, tuple(edges), tuple(gutters), right, _parted(own))


def _parted(lines: Sequence[WordLine]) -> float | None:
    """The least gap that is wider than those between a paragraph's lines."""
    below = sorted(
        gap for line, gap in gaps(lines) if -line.height < gap < 3 * line.height
    )
    if not below:
        return None
    least = below[len(below) // 10] + _PARTED * lines[0].height
    return least if below[-1] > least else None


def _lefts(words: Sequence[Word], heading: PrintedHeading) -> list[float]:
    return [word.left for word in words if word.left < heading.spans[0][1]]


def _runs_on(line: WordLine, heading: PrintedHeading) -> bool:
    """Whether a piece of the line goes on past where another column's name begins."""
    for piece in line.pieces():
        begun = [s for s in heading.spans if piece[0].left < s[0] - _SAME]
        if any(piece[-1].right > span[0] + _SAME for span in begun):
            return True
    return False


def _edge(
    low: float, high: float, words: Sequence[Word], lines: int
) -> tuple[float, float]:
    """Where a column begins between the name on its left and its own, and how wide the
    gap before it is: at the right end of an empty stretch, where most words begin."""
    if high - low < 1:
        return high - 1, 0.0
    allowed = int(lines * _ASTRAY)
    best, chosen = (-1.0, -1.0), (high - 1, high - low)
    for start, end in _empty(low, high, words, allowed):
        begin = sum(1 for word in words if abs(word.left - end) <= _SAME)
        if end >= high - 1:
            begin += _NAME
        if (begin, end - start) > best:
            best, chosen = (begin, end - start), (end - 1, end - start)
    return chosen


def _empty(
    low: float, high: float, words: Sequence[Word], allowed: int
) -> list[tuple[float, float]]:
    """The stretches between two places where no more than so many words stand."""
    marks = [(low, 0), (high, 0)]
    standing = 0
    for word in words:
        if word.right <= low or word.left >= high:
            continue
        marks += [(max(word.left, low), 1), (min(word.right, high), -1)]
    marks.sort()
    found: list[tuple[float, float]] = []
    for (x, change), (after, _) in pairwise(marks):
        standing += change
        if standing <= allowed and after - x > 0.5:
            if found and abs(found[-1][1] - x) < 0.01:
                found[-1] = (found[-1][0], after)
            else:
                found.append((x, after))
    return found
