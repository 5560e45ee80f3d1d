"""A PDF's words line by line, as somebody reads them: one column after the other, a ruled
table row by row, with a blank line where a gap is, and without what every page prints."""

from collections.abc import Iterator, Sequence
from typing import Final

from pdfplumber.page import Page
from pdfplumber.table import Table as RuledTable

from madegood.intake.documents.pdf_lines import GAP, furniture_of, lines_of
from madegood.intake.documents.pdf_tables import placed_table, ruled_tables
from madegood.intake.documents.pdf_words import WordLine, gaps, without, word_lines
from madegood.intake.documents.shapes import Table

# A page is in two columns where a stretch around its middle is empty on nearly all lines
# and so many lines stand on either side of it.
_MIDDLE: Final = (0.35, 0.65)
_CROSSED: Final = 0.25
_FEWEST: Final = 12
_NARROWEST: Final = 8.0
# What stands beside each other in a table is this far apart.
_BESIDE: Final = "   "
_FEWEST_ROWS: Final = 2


def words_of_pages(pages: Sequence[Page]) -> str:
    """Every page's lines, a page's first after a form feed."""
    out = furniture_of(pages, [lines_of(page) for page in pages])
    kept = [
        without(word_lines(page), printed)
        for page, printed in zip(pages, out, strict=True)
    ]
    return "\n\f".join(
        "\n".join(_whole(page, lines)) for page, lines in zip(pages, kept, strict=True)
    )


def _whole(page: Page, lines: Sequence[WordLine]) -> Iterator[str]:
    """A page from its top down: its tables as rows, and the lines between them."""
    rest = list(lines)
    for ruled in sorted(ruled_tables(page), key=lambda one: one.bbox[1]):
        _, top, _, bottom = ruled.bbox
        rows = list(_rows(page, ruled))
        inside = [x for x in rest if top <= (x.top + x.bottom) / 2 <= bottom]
        if not rows or not inside:
            continue
        above = [x for x in rest if (x.top + x.bottom) / 2 < top]
        yield from _spaced(page, above)
        yield from rows
        rest = [x for x in rest if (x.top + x.bottom) / 2 > bottom]
    yield from _spaced(page, rest)


def _rows(page: Page, ruled: RuledTable) -> Iterator[str]:
    """A table's rows, each with a gap round it and its cells beside each other. A box
    round words is no table."""
    table = placed_table(page, ruled).item
    assert isinstance(table, Table)
    if len(table.rows) < _FEWEST_ROWS:
        return
    for row in table.rows:
        cells = [cell.paragraphs for cell in row if cell.paragraphs]
        if not cells:
            continue
        yield ""
        first = _BESIDE.join(paragraphs[0] for paragraphs in cells)
        yield from (first, *(more for own in cells for more in own[1:]))
    yield ""


def _spaced(page: Page, lines: Sequence[WordLine]) -> Iterator[str]:
    for run in _in_order(page, lines):
        yield run[0].text
        for line, gap in gaps(run):
            if gap > GAP * line.height:
                yield ""
            yield line.text


def _in_order(page: Page, lines: Sequence[WordLine]) -> Iterator[list[WordLine]]:
    """Runs of lines: the whole page, or between lines that go across it the left column
    and then the right one."""
    gutter = _gutter(page, lines)
    if gutter is None:
        if lines:
            yield list(lines)
        return
    left: list[WordLine] = []
    right: list[WordLine] = []
    for line in lines:
        if _crosses(line, gutter):
            yield from (run for run in (left, right, [line]) if run)
            left, right = [], []
            continue
        for side, own in (
            (left, [word for word in line.words if word.right <= gutter]),
            (right, [word for word in line.words if word.left >= gutter]),
        ):
            if own:
                side.append(WordLine(tuple(own)))
    yield from (run for run in (left, right) if run)


def _gutter(page: Page, lines: Sequence[WordLine]) -> float | None:
    """Where the page is parted into two columns; None where it is not."""
    low, high = (page.bbox[0] + part * page.width for part in _MIDDLE)
    fewest: tuple[int, float] | None = None
    for x in range(int(low), int(high), 3):
        edges = (float(x), x + _NARROWEST)
        crossed = sum(1 for line in lines if _between(line, *edges))
        left = sum(1 for line in lines if line.words[0].left < x)
        right = sum(1 for line in lines if line.words[-1].right > edges[1])
        most = _CROSSED * len(lines)
        if crossed <= most and min(left, right) - crossed >= _FEWEST:
            here = (crossed, x + _NARROWEST / 2)
            fewest = min(fewest or here, here)
    return fewest[1] if fewest else None


def _between(line: WordLine, low: float, high: float) -> bool:
    return any(word.left < high and word.right > low for word in line.words)


def _crosses(line: WordLine, gutter: float) -> bool:
    """Whether a piece of the line goes over the gutter."""
    return any(piece[0].left < gutter < piece[-1].right for piece in line.pieces())
