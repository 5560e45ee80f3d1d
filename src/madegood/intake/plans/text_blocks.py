"""The front end for plain text: lines in, blocks out (see blocks.py)."""

from collections.abc import Sequence
from dataclasses import dataclass

from madegood.intake.plans.blocks import Block, Column, Grid, Part, Passage
from madegood.intake.plans.flattened import flattened_rows
from madegood.intake.plans.headings import (
    RecommendationHeading,
    is_header,
    keeps_its_place,
    labels_in,
    numbered_heading,
    outcome_heading,
    recommendation_heading,
)
from madegood.intake.plans.labelled import with_labelled
from madegood.intake.plans.layout import (
    SideHeader,
    side_header,
    side_rows,
    stands_side_by_side,
)
from madegood.intake.plans.lines import (
    LONGEST_HEADING,
    Line,
    lines_of,
    paragraphs,
    part_of,
    without_bullet,
)
from madegood.intake.plans.listed_actions import with_listed
from madegood.intake.plans.outcome_lists import doubted, listed

# A header may be spread over this many lines with words.
HEADER_LINES = 9


@dataclass(frozen=True)
class Header:
    """A table's header: its columns and the line after it."""

    columns: tuple[Column, ...]
    after: int
    side: SideHeader | None


@dataclass(frozen=True)
class Sign:
    """A line that ends what came before: a heading or a table's header."""

    at: int
    after: int
    heading: RecommendationHeading | None = None
    outcomes: str | None = None
    header: Header | None = None
    grid: Grid | None = None


def text_blocks(text: str, file: str) -> list[Block]:
    """The blocks of a plain text, in order. No line with words is left out, except page
    furniture and the headers of tables."""
    return blocks_of(lines_of(text, keeps_its_place), file)


def blocks_of(lines: Sequence[Line], file: str) -> list[Block]:
    """The blocks of lines, among which tables may stand that are grids already."""
    if not any(line.grid is not None for line in lines) and not _has_header(lines):
        lines = with_labelled(lines, file)
        if not any(line.grid is not None for line in lines):
            lines = with_listed(lines, file)
    signs = _signs(lines)
    ends = [s.at for s in signs[1:]] + [len(lines)]
    blocks: list[Block] = _loose(lines[: signs[0].at if signs else len(lines)], file)
    spaces = _spaces_matter(lines)
    for sign, end in zip(signs, ends, strict=False):
        blocks += _block(sign, lines, end, file, spaces_matter=spaces)
    return blocks


def _has_header(lines: Sequence[Line]) -> bool:
    return any(not n.blank and _header(lines, at) for at, n in enumerate(lines))


def _spaces_matter(lines: Sequence[Line]) -> bool:
    empty = sum(1 for n in lines if not n.raw)
    spaced = sum(1 for n in lines if n.blank and n.raw)
    return min(empty, spaced) * 10 > max(empty, spaced)


def _signs(lines: Sequence[Line]) -> list[Sign]:
    found: list[Sign] = []
    at = 0
    while at < len(lines):
        empty = lines[at].blank and lines[at].grid is None
        sign = None if empty else _sign(lines, at)
        if sign is not None and not _repeats(sign, found):
            found.append(sign)
        at = sign.after if sign is not None else at + 1
    return found


def _repeats(sign: Sign, found: Sequence[Sign]) -> bool:
    """Whether a header is only printed again at the top of the next page."""
    if sign.header is None or not found or found[-1].header is None:
        return False
    return sign.header.columns == found[-1].header.columns and sign.header.side is None


def _sign(lines: Sequence[Line], at: int) -> Sign | None:
    grid = lines[at].grid
    return _sign_in_words(lines, at) if grid is None else Sign(at, at + 1, grid=grid)


def _sign_in_words(lines: Sequence[Line], at: int) -> Sign | None:
    line = lines[at]
    if len(line.text) > LONGEST_HEADING:
        return None
    before = lines[at - 1].text if at and not line.page else ""
    header = _header(lines, at)
    if header is not None:
        return Sign(at, header.after, header=header)
    words = without_bullet(line.text)[0]
    heading = recommendation_heading(words, before)
    if heading is not None:
        return Sign(at, at + 1, heading=heading)
    rest = outcome_heading(words, before)
    if rest is not None:
        return Sign(at, at + 1, outcomes=rest)
    numbered = numbered_heading(line.text)
    if numbered is not None and _a_table_follows(lines, at):
        return Sign(at, at + 1, heading=numbered)
    return None


def _a_table_follows(lines: Sequence[Line], at: int) -> bool:
    """Whether only the rest of a title stands between a numbered line and a header."""
    words = 0
    for ahead in range(at + 1, min(at + 20, len(lines))):
        if lines[ahead].grid is not None:
            return True
        if lines[ahead].blank:
            continue
        if _header(lines, ahead) is not None:
            return True
        words += 1
        if words > 4 or numbered_heading(lines[ahead].text) is not None:
            return False
    return False


def _header(lines: Sequence[Line], at: int) -> Header | None:
    """The header that begins at a line, taking as many lines as are column names."""
    if not lines[at].text[0].isupper() and lines[at].text[0] != "|":
        return None
    side = _side_header(lines, at)
    if side is not None:
        return side
    words: list[str] = []
    best: Header | None = None
    for ahead in range(at, min(at + HEADER_LINES * 3, len(lines))):
        if lines[ahead].grid is not None:
            break
        text = lines[ahead].text
        if not text:
            continue
        words.append(text)
        columns = labels_in(" ".join(words))
        if len(words) > HEADER_LINES or (columns is None and labels_in(text) is None):
            break
        if columns is not None and is_header(columns):
            best = Header(tuple(columns), ahead + 1, None)
    return best


def _side_header(lines: Sequence[Line], at: int) -> Header | None:
    for size in (3, 2, 1):
        block = lines[at : at + size]
        if len(block) < size or any(n.blank for n in block):
            continue
        side = side_header(block)
        if side is not None and stands_side_by_side(side, lines[at + size : at + 60]):
            return Header(side.columns, at + size, side)
    return None


def _block(
    sign: Sign, lines: Sequence[Line], end: int, file: str, *, spaces_matter: bool
) -> list[Block]:
    own = lines[sign.at : sign.after]
    body = lines[sign.after : end]
    if sign.grid is not None:
        return [sign.grid, *_loose(body, file)]
    if sign.header is not None:
        return _grid(
            sign.header,
            own,
            _trimmed(body, sign.header),
            file,
            spaces_matter=spaces_matter,
        )
    if sign.outcomes is not None:
        return [_outcomes(sign.outcomes, own, body, file)]
    assert sign.heading is not None
    return _headed(sign.heading, own, body, file)


def _trimmed(body: Sequence[Line], header: Header) -> list[Line]:
    """The table's lines without its header printed again."""
    kept: list[Line] = []
    at = 0
    while at < len(body):
        again = None
        if not body[at].blank:
            again = _header(body, at)
        if again is not None and again.columns == header.columns:
            at = again.after
            continue
        kept.append(body[at])
        at += 1
    return kept


def _grid(
    header: Header,
    own: Sequence[Line],
    body: Sequence[Line],
    file: str,
    *,
    spaces_matter: bool,
) -> list[Block]:
    if header.side is not None:
        rows = side_rows(header.side, body, file)
    else:
        rows = flattened_rows(header.columns, body, file, spaces_matter=spaces_matter)
    words = [n for n in own if not n.blank]
    return [Grid(header.columns, rows, part_of(words, file).source)]


def _headed(
    heading: RecommendationHeading, own: Sequence[Line], body: Sequence[Line], file: str
) -> list[Block]:
    """A recommendation's heading with its title, then whatever stands under it."""
    runs = paragraphs(body)
    first = list(own)
    if heading.title and runs and runs[0][0].number == own[-1].number + 1:
        first += runs.pop(0)
        title = part_of(first, file).text
        title = title[title.index(heading.title.split()[0]) :]
    elif heading.title:
        title = heading.title
    elif runs:
        first += runs.pop(0)
        title = part_of(first[len(own) :], file).text
    else:
        title = ""
    while title and runs and runs[0][0].text[0].islower():
        first += runs[0]
        title += f" {part_of(runs.pop(0), file).text}"
    source = part_of([n for n in first if not n.blank], file).source
    top = Passage(
        (Part(title, source),),
        heading="recommendation",
        number=heading.number,
        kind=heading.kind,
    )
    return [top, *(Passage((part_of(run, file),)) for run in runs)]


def _outcomes(
    rest: str, own: Sequence[Line], body: Sequence[Line], file: str
) -> Passage:
    items, loose = listed(body, file)
    if rest:
        items = (Part(rest, part_of(own, file).source), *items)
    return Passage(items, heading="outcomes", loose=loose, doubts=doubted(items))


def _loose(lines: Sequence[Line], file: str) -> list[Block]:
    return [Passage((part_of(run, file),)) for run in paragraphs(lines)]
