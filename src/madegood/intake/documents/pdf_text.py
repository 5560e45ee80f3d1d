"""A PDF's words line by line, as somebody reads them: one column after the other, with a
blank line where a gap is, and without what every page prints."""

from collections.abc import Iterator, Sequence
from typing import Final

from pdfplumber.page import Page

from madegood.intake.documents.pdf_lines import GAP, furniture_of, lines_of
from madegood.intake.documents.pdf_words import WordLine, gaps, without, word_lines

# A page is in two columns where a stretch around its middle is empty on nearly all lines
# and so many lines stand on either side of it.
_MIDDLE: Final = (0.35, 0.65)
_CROSSED: Final = 0.25
_FEWEST: Final = 12
_NARROWEST: Final = 8.0


def words_of_pages(pages: Sequence[Page]) -> str:
    """Every page's lines, a page's first after a form feed."""
    out = furniture_of(pages, [lines_of(page) for page in pages])
    kept = [
        without(word_lines(page), printed)
        for page, printed in zip(pages, out, strict=True)
    ]
    return "\n\f".join(
        "\n".join(_spaced(page, lines)) for page, lines in zip(pages, kept, strict=True)
    )


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
    for x in range(int(low), int(high), 3):
        edges = (float(x), x + _NARROWEST)
        crossed = sum(1 for line in lines if _between(line, *edges))
        left = sum(1 for line in lines if line.words[0].left < x)
        right = sum(1 for line in lines if line.words[-1].right > edges[1])
        most = _CROSSED * len(lines)
        if crossed <= most and min(left, right) - crossed >= _FEWEST:
            return x + _NARROWEST / 2
    return None


def _between(line: WordLine, low: float, high: float) -> bool:
    return any(word.left < high and word.right > low for word in line.words)


def _crosses(line: WordLine, gutter: float) -> bool:
    """Whether a piece of the line goes over the gutter."""
    return any(piece[0].left < gutter < piece[-1].right for piece in line.pieces())
