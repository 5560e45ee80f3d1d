"""The guide as it is kept in the repository: its pages, and what each section says.

The pages are Markdown of few kinds (headings, paragraphs, lists, tables), and are told
here as plain blocks; how they look is for the pages of the program.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parents[3] / "docs" / "guide"
# The page of the folder itself goes by this name.
FIRST: Final = "guide"
_HEADING: Final = re.compile(r"^(#{1,4}) +(.+)$")
_LIST: Final = re.compile(r"^ {0,3}(?:[-*]|\d+\.) +")
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Block:
    """`kind` is heading, paragraph, list or table; `rows` its text: one for a heading
    or a paragraph, one for each item, or the cells of each row."""

    kind: str
    rows: tuple[tuple[str, ...], ...]
    level: int = 0
    numbered: bool = False

    @property
    def anchor(self) -> str:
        return anchor(self.rows[0][0])


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading of a page, as plain words."""

    page: Page
    title: str
    anchor: str
    text: str


class NoSuchPage(LookupError):
    """The guide has no page of that name."""


@lru_cache(maxsize=1)
def pages() -> tuple[Page, ...]:
    """Every page of the guide, the first one first; none where it is not installed."""
    files = sorted(FOLDER.glob("*.md"), key=lambda file: (file.stem != "README", file))
    return tuple(_page(file) for file in files)


def page(name: str) -> Page:
    """Raises NoSuchPage."""
    for found in pages():
        if found.name == name:
            return found
    raise NoSuchPage(f"The guide has no page called {name}.")


def sections(of: Page) -> Iterator[Section]:
    """The page cut up by its headings."""
    title = of.title
    text: list[str] = []
    for block in of.blocks:
        if block.kind == "heading":
            if text:
                yield Section(of, title, anchor(title), "\n".join(text))
            title, text = plain(block.rows[0][0]), []
        else:
            text += [plain(" ".join(row)) for row in block.rows]
    if text:
        yield Section(of, title, anchor(title), "\n".join(text))


def plain(text: str) -> str:
    """A text without the marks of Markdown."""
    return re.sub(r"[*`]+", "", _LINK.sub(r"\1", text)).strip()


def anchor(title: str) -> str:
    words = re.findall(r"[a-z0-9]+", plain(title).lower())
    return "-".join(words)


def _page(file: Path) -> Page:
    blocks = tuple(_blocks(file.read_text(encoding="utf-8")))
    name = FIRST if file.stem == "README" else file.stem
    first = next((b for b in blocks if b.kind == "heading"), None)
    return Page(name, plain(first.rows[0][0]) if first else name, blocks)


def _blocks(text: str) -> Iterator[Block]:
    for part in re.split(r"\n\s*\n", text):
        lines = [line for line in part.splitlines() if line.strip()]
        if lines and not lines[0].lstrip().startswith("!["):
            yield from _parts(lines)


def _parts(lines: list[str]) -> Iterator[Block]:
    """A stretch without a blank line: a heading may stand right above its text."""
    found = _HEADING.match(lines[0])
    if found:
        yield Block("heading", ((found[2],),), level=len(found[1]))
        if lines[1:]:
            yield from _parts(lines[1:])
    elif lines[0].startswith("|"):
        rows = [_cells(line) for line in lines if not set(line) <= set("|-: ")]
        yield Block("table", tuple(rows))
    elif _LIST.match(lines[0]):
        numbered = lines[0].lstrip()[0].isdigit()
        items = tuple((item,) for item in _items(lines))
        yield Block("list", items, numbered=numbered)
    else:
        yield Block("paragraph", ((" ".join(line.strip() for line in lines),),))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def _items(lines: list[str]) -> list[str]:
    items: list[str] = []
    for line in lines:
        if _LIST.match(line):
            items.append(_LIST.sub("", line).strip())
        else:
            items[-1] += f" {line.strip()}"
    return items
