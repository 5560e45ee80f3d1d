"""The heading row of a table that is not ruled, told by the names of its columns.

What names a column only those who read plans know; they hand it in as `ColumnNames`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from madegood.intake.documents.column_names import ColumnNames
from madegood.intake.documents.pdf_words import Word, WordLine
from madegood.intake.documents.shapes import TableCell

# The lines that a heading row may be wrapped over.
_MOST_LINES: Final = 5
# How far under each other they are at most, in heights of a line: where names are in no
# list a row of words is soon taken for them.
_CLOSE: Final = 0.5
_APART: Final = 1.4
_LONGEST: Final = 500
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PrintedHeading:
    """A heading row where it stands. `spans` is how far each name goes, left to right,
    `lines` how many printed lines it takes."""

    rows: tuple[tuple[TableCell, ...], ...]
    roles: tuple[str, ...]
    spans: tuple[Span, ...]
    top: float
    bottom: float
    lines: int

    @property
    def known(self) -> int:
        return sum(1 for role in self.roles if role)

    def like(self, other: "PrintedHeading") -> bool:
        """Whether both head columns of one name at one place."""
        return self.rows == other.rows and all(
            abs(one[0] - two[0]) < 3
            for one, two in zip(self.spans, other.spans, strict=True)
        )


def headings_on(
    lines: Sequence[WordLine], names: ColumnNames, *, loose: bool
) -> dict[int, PrintedHeading]:
    """The heading rows among a page's lines, by the place of their first line."""
    found: dict[int, PrintedHeading] = {}
    at = 0
    while at < len(lines):
        heading = _heading(lines, at, names, loose=loose)
        if heading is not None:
            found[at] = heading
        at += heading.lines if heading is not None else 1
    return found


def _heading(
    lines: Sequence[WordLine], at: int, names: ColumnNames, *, loose: bool
) -> PrintedHeading | None:
    """The heading that begins with a line: of those that know most columns the longest,
    since a name may be wrapped."""
    best: PrintedHeading | None = None
    for size in range(1, _MOST_LINES + 1):
        own = lines[at : at + size]
        if len(own) < size or not _close(own, _CLOSE if loose else _APART):
            break
        made = _named(own, names, loose=loose)
        if made is None:
            continue
        if (
            best is None
            or made.known > best.known
            or (made.known == best.known and not (loose and not own[0].bold))
        ):
            best = made
    if best is None or (loose and len(best.roles) < 3):
        return None
    return best


def _close(own: Sequence[WordLine], most: float) -> bool:
    """Whether the last line belongs with those above: near, and of their weight."""
    if len(own) < 2:
        return True
    foot = max(line.bottom for line in own[:-1])
    near = own[-1].top - foot <= most * own[-1].height
    return near and own[-1].bold == own[0].bold


def _named(
    own: Sequence[WordLine], names: ColumnNames, *, loose: bool
) -> PrintedHeading | None:
    pieces = [piece for line in own for piece in line.pieces()]
    if len(pieces) < 2 or sum(len(line.text) for line in own) > _LONGEST:
        return None
    over = [piece for piece in pieces if _is_over(piece, pieces)]
    columns = _columns([piece for piece in pieces if piece not in over])
    if len(columns) < 2:
        return None
    rows = tuple(_rows(columns, over))
    roles = names.roles(rows, loose=loose)
    if roles is None:
        return None
    return PrintedHeading(
        rows,
        roles,
        tuple(span for span, _ in columns),
        min(line.top for line in own),
        max(line.bottom for line in own),
        len(own),
    )


Piece = tuple[Word, ...]


def _span(piece: Piece) -> Span:
    return piece[0].left, piece[-1].right


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_over(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether a name stands over two or more that are side by side below it."""
    under = [
        other
        for other in pieces
        if other[0].box[1] >= piece[0].box[3] - 1 and _meet(_span(piece), _span(other))
    ]
    return any(
        not _meet(_span(one), _span(two))
        for one in under
        for two in under
        if abs(one[0].box[1] - two[0].box[1]) < 1
    )


def _columns(pieces: Sequence[Piece]) -> list[tuple[Span, str]]:
    """Pieces above each other are one name."""
    found: list[tuple[Span, list[Piece]]] = []
    for piece in pieces:
        meets = [one for one in found if _meet(one[0], _span(piece))]
        found = [one for one in found if one not in meets]
        held = [other for one in meets for other in one[1]] + [piece]
        span = (min(_span(p)[0] for p in held), max(_span(p)[1] for p in held))
        found.append((span, held))
    found.sort(key=lambda one: one[0])
    return [(span, " ".join(w.text for p in held for w in p)) for span, held in found]


def _rows(
    columns: Sequence[tuple[Span, str]], over: Sequence[Piece]
) -> Iterator[tuple[TableCell, ...]]:
    """The heading as rows of cells: two where a name stands over others."""
    tops: list[TableCell] = []
    below: list[TableCell] = []
    before: Piece | None = None
    for span, label in columns:
        above = next((piece for piece in over if _meet(span, _span(piece))), None)
        if above is None:
            tops.append(TableCell((label,)))
            below.append(TableCell(up=True))
        else:
            name = " ".join(word.text for word in above)
            again = above is before
            tops.append(TableCell(left=True) if again else TableCell((name,)))
            below.append(TableCell((label,)))
        before = above
    yield tuple(tops)
    if over:
        yield tuple(below)
