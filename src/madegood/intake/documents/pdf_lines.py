"""The printed lines of a PDF's page, and which of them are only furniture."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from pdfplumber.page import Page

from madegood.intake.documents.shapes import Paragraph, Table

# How much of a page's height its top and its foot are.
_EDGE: Final = 0.12
# Lines further apart than this many times their height are two paragraphs.
GAP: Final = 0.8
# Two places closer than this, in points, are one.
NEAR: Final = 2.0

# A page that says which one it is does so though there is no other.
_PAGE_OF: Final = re.compile(r"page \d{1,3}(?: (?:of|/) \d{1,3})?", re.IGNORECASE)

Box: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True)
class Placed:
    top: float
    item: Paragraph | Table


def within(page: Page, box: Box) -> Box:
    x0, top, x1, bottom = page.bbox
    return (max(box[0], x0), max(box[1], top), min(box[2], x1), min(box[3], bottom))


def plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("\u00a0", " ")


@dataclass(frozen=True)
class PrintedLine:
    """A printed line: its words, where it stands, and how wide its first word is."""

    text: str
    box: Box
    first_word: float

    @property
    def height(self) -> float:
        return self.box[3] - self.box[1]

    @property
    def key(self) -> str:
        """What is the same of it on every page that prints it."""
        return re.sub(r"\d+", "#", self.text.casefold())


def lines_of(part: Page) -> list[PrintedLine]:
    found = []
    for line in part.extract_text_lines():
        text = plain(line["text"]).strip()
        if text:
            box = (line["x0"], line["top"], line["x1"], line["bottom"])
            found.append(PrintedLine(text, box, _first_word(line["chars"])))
    return found


def run_on(lines: Sequence[str]) -> str:
    """Wrapped lines as one: a word that was broken at its hyphen or stroke is whole."""
    whole = ""
    for line in lines:
        broken = re.search(r"[^\W\d_][-/]$", whole) and line[:1].islower()
        whole += line if broken or not whole else f" {line}"
    return whole


def _first_word(letters: Sequence[dict[str, Any]]) -> float:
    end = letters[0]["x1"]
    for letter in letters:
        if not letter["text"].strip() or letter["x0"] - end > NEAR:
            break
        end = letter["x1"]
    return float(end - letters[0]["x0"])


def furniture_of(
    pages: Sequence[Page], lines: Sequence[Sequence[PrintedLine]]
) -> list[list[PrintedLine]]:
    """What stands at the top or foot of page after page, titles and page numbers, by
    page."""
    at_edges = []
    for page, said in zip(pages, lines, strict=True):
        edge = page.height * _EDGE
        low = page.height - edge
        at_edges.append([x for x in said if x.box[3] < edge or x.box[1] > low])
    on_pages = Counter(key for said in at_edges for key in {line.key for line in said})
    fewest = max(2, min(3, len(pages)))
    return [
        [x for x in said if on_pages[x.key] >= fewest or _PAGE_OF.fullmatch(x.text)]
        for said in at_edges
    ]


def paragraphs_of(lines: Sequence[PrintedLine]) -> Iterator[Placed]:
    """Each line of words; `wraps` where it stands close under the one before."""
    bottom = None
    for line in lines:
        close = bottom is not None and line.box[1] - bottom < line.height * GAP
        yield Placed(line.box[1], Paragraph(line.text, wraps=close))
        bottom = line.box[3]
