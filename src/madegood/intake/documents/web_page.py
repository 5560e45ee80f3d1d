"""Web pages (.html, or saved from Word as one): headings, paragraphs, lists, tables."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from madegood.intake.documents.shades import shade_of
from madegood.intake.documents.shapes import (
    Item,
    NotADocument,
    Paragraph,
    Table,
    TableCell,
)

_LEFT_OUT = frozenset({"script", "style", "head", "nav", "template", "noscript", "svg"})
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "ul",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
    ]
)
_MOST_SPAN = 200
_FILL = re.compile(r"background(?:-color)?\s*:\s*(#[0-9A-Fa-f]{6}|[A-Za-z]+)")


def web_document(path: Path) -> list[Item]:
    """Paragraphs and tables in order. Raises NotADocument."""
    parser = html.HTMLParser(
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        encoding=_encoding(path.read_bytes()),
    )
    try:
        root = html.parse(str(path), parser=parser).getroot()
    except (etree.LxmlError, OSError):
        root = None
    if root is None:
        raise NotADocument(
            "It begins like a web page and there is nothing in it that can be read. "
            "Open it in a browser, select all, and paste it into a Word document."
        )
    return list(_items(root))


def _encoding(data: bytes) -> str | None:
    """UTF-8 where it is that, whatever the page says; else what the page says."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _items(root: html.HtmlElement) -> Iterator[Item]:
    words: list[str] = []
    # A stack of our own: pages can be nested deeper than Python may call.
    waiting: list[tuple[str, object]] = [("open", root)]
    while waiting:
        what, node = waiting.pop()
        if what == "words":
            words.append(str(node))
        elif what == "end":
            yield from _flushed(words, listed=bool(node))
        elif isinstance(node, html.HtmlElement):
            yield from _opened(node, words, waiting)
    yield from _flushed(words, listed=False)


def _opened(
    node: html.HtmlElement, words: list[str], waiting: list[tuple[str, object]]
) -> Iterator[Item]:
    tag = node.tag
    if node.tail:
        waiting.append(("words", node.tail))
    if tag in _LEFT_OUT:
        return
    if tag == "table":
        yield from _flushed(words, listed=False)
        for caption in node.findall("caption"):
            yield from _flushed([str(caption.text_content())], listed=False)
        yield _table(node)
        return
    if tag == "br":
        words.append("\n")
        return
    block = tag in _BLOCKS
    if block:
        yield from _flushed(words, listed=False)
        waiting.append(("end", tag == "li"))
    waiting.extend(("open", child) for child in reversed(node))
    if node.text:
        words.append(node.text)


def _flushed(words: list[str], *, listed: bool) -> Iterator[Paragraph]:
    lines = [_squeezed(line) for line in _joined(words).split("\n")]
    words.clear()
    for place, line in enumerate(line for line in lines if line):
        yield Paragraph(line, listed=listed, wraps=place > 0)


def _joined(words: list[str]) -> str:
    """Line breaks of the source are spaces; those of <br> stand."""
    return "".join(
        piece if piece == "\n" else re.sub(r"\s+", " ", piece) for piece in words
    )


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _table(table: html.HtmlElement) -> Table:
    """The grid, with spans written out."""
    rows: list[list[TableCell]] = []
    down: dict[int, int] = {}
    for row in _rows_of(table):
        cells: list[TableCell] = []
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            _fill_down(cells, down)
            across, along = _span(cell, "colspan"), _span(cell, "rowspan")
            words = tuple(_cell_words(cell))
            cells.append(TableCell(words, shade="" if words else _shade(cell)))
            cells += [TableCell(left=True)] * (across - 1)
            for at in range(len(cells) - across, len(cells)):
                if along > 1:
                    down[at] = along - 1
        _fill_down(cells, down)
        rows.append(cells)
    width = max((len(row) for row in rows), default=0)
    return Table(tuple((*row, *[TableCell()] * (width - len(row))) for row in rows))


def _shade(cell: html.HtmlElement) -> str:
    styled = _FILL.search(cell.get("style") or "")
    return shade_of(styled[1] if styled else cell.get("bgcolor"))


def _rows_of(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Its own rows, not those of a table inside a cell."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _fill_down(cells: list[TableCell], down: dict[int, int]) -> None:
    while down.get(len(cells), 0) > 0:
        down[len(cells)] -= 1
        cells.append(TableCell(up=True))


def _span(cell: html.HtmlElement, name: str) -> int:
    said = (cell.get(name) or "1").strip()
    return min(int(said), _MOST_SPAN) if said.isdecimal() and int(said) else 1


def _cell_words(cell: html.HtmlElement) -> Iterator[str]:
    copied = html.fragment_fromstring("<div></div>")
    copied.text = cell.text
    copied.extend(list(cell))
    for item in _items(copied):
        if isinstance(item, Paragraph):
            yield f"• {item.text}" if item.listed else item.text
        elif isinstance(item, Table):
            yield from (c.text for row in item.rows for c in row if c.text)
