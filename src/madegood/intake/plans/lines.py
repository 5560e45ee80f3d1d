"""Lines of a text with their numbers, without page furniture."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from madegood.intake.plans.blocks import Grid, Part
from madegood.intake.plans.reading import Source
from madegood.intake.plans.vocabulary import BULLETS

# No heading or label is longer; longer lines are never matched against patterns.
LONGEST_HEADING = 240
_PAGE_NUMBER = re.compile(
    r"(?:page\s)?[-–]?\s?\d{1,3}\s?[-–]?(?:\s(?:of|/)\s\d{1,3})?|\d{1,3}\s?\|\s?page",
    re.IGNORECASE,
)
_PAGE_FOOT = re.compile(r"\S.*\s{3,}page \d{1,3}(?: of \d{1,3})?", re.IGNORECASE)
_BULLET = re.compile(rf"[{re.escape(BULLETS)}]\s*")
_DASH_BULLET = re.compile(r"[-o§]\s+(?=\S)")


@dataclass(frozen=True)
class Line:
    """A line as printed (`raw`) and its words. `page` marks the first line of a page,
    or a line that a lost bullet or page break has pushed in by a space. Where `grid`
    is given a table stands in the line's place."""

    number: int
    raw: str
    text: str
    page: bool = False
    grid: Grid | None = None
    place: str = ""

    @property
    def blank(self) -> bool:
        return not self.text

    @property
    def indent(self) -> int:
        return len(self.raw) - len(self.raw.lstrip())


def lines_of(text: str, keeps: Callable[[str], bool]) -> list[Line]:
    """Lines numbered from 1. Page furniture is blanked, so that numbers still hold;
    what `keeps` says yes to (headings) is never furniture, however often it returns."""
    found: list[Line] = []
    for number, raw in enumerate(text.split("\n"), 1):
        page = "\f" in raw
        bare = raw.replace("\f", "").replace("\u00a0", " ")
        found.append(Line(number, bare, bare.strip(), page))
    return without_furniture(found, keeps)


def without_furniture(
    lines: Sequence[Line], keeps: Callable[[str], bool]
) -> list[Line]:
    """The lines with page furniture blanked. `keeps` is as for `lines_of`."""
    drop = _furniture(lines, keeps)
    return [Line(n.number, "", "", n.page) if n.number in drop else n for n in lines]


def _furniture(lines: Sequence[Line], keeps: Callable[[str], bool]) -> set[int]:
    """Page numbers standing alone, and the lines that come back beside page breaks."""
    alone = {n.number for n in lines if _is_page_number(lines, n)}
    beside: dict[str, set[int]] = {}
    words = [n for n in lines if not n.blank]
    for at, line in enumerate(words):
        if line.page or line.number in alone:
            for near in words[max(0, at - 2) : at + 2]:
                if not keeps(near.text):
                    beside.setdefault(_key(near.text), set()).add(near.number)
    counts = Counter(_key(n.text) for n in words if len(n.text) < LONGEST_HEADING)
    for key, numbers in beside.items():
        if len(key) > 12 and len(numbers) >= 3 and counts[key] == len(numbers):
            alone |= numbers
    return alone


def _is_page_number(lines: Sequence[Line], line: Line) -> bool:
    if len(line.text) < LONGEST_HEADING and _PAGE_FOOT.fullmatch(line.text):
        return True
    if line.blank or len(line.text) > 20 or not _PAGE_NUMBER.fullmatch(line.text):
        return False
    before = line.number < 2 or lines[line.number - 2].blank
    after = line.number >= len(lines) or lines[line.number].blank
    breaks = line.number < len(lines) and lines[line.number].page
    return (before and after) or breaks or line.page


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()).casefold())


def joined(texts: Iterable[str]) -> str:
    """Wrapped lines as one: a word broken at its hyphen keeps the hyphen alone."""
    whole = ""
    for text in texts:
        words = " ".join(text.split())
        if not words:
            continue
        broken = whole[-1:] == "-" and whole[-2:-1].isalpha() and words[0].islower()
        whole += words if broken or not whole else f" {words}"
    return whole


def part_of(lines: Sequence[Line], file: str) -> Part:
    """Consecutive lines as one paragraph with its source."""
    raw = "\n".join(n.raw.rstrip() for n in lines)
    place = lines[0].place
    source = Source(file, lines[0].number, lines[-1].number, raw.strip(), place)
    return Part(joined(n.text for n in lines), source)


def without_bullet(text: str) -> tuple[str, bool]:
    """The text after its bullet, and whether there was one."""
    found = _BULLET.match(text) or _DASH_BULLET.match(text)
    return (text[found.end() :], True) if found else (text, False)


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Runs of lines with words, parted by blank ones."""
    runs: list[list[Line]] = [[]]
    for line in lines:
        if line.blank:
            runs.append([])
        else:
            runs[-1].append(line)
    return [run for run in runs if run]
