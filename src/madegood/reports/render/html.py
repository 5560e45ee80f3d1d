"""A document as one HTML page that needs nothing else; the PDF is made from it."""

from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files
from itertools import count

from madegood.reports.blocks import (
    Block,
    Bullets,
    Column,
    Document,
    Figure,
    Heading,
    Table,
    Terms,
    Text,
    Together,
)
from madegood.reports.numbers import day_words
from madegood.reports.papers.words import STATES

# How a state or a mark is set off. The words and shapes say it; this only helps.
_TONES = {
    STATES["embedded"]: "good",
    STATES["holding"]: "good",
    STATES["in_progress"]: "open",
    STATES["untestable"]: "open",
    STATES["claimed_not_evidenced"]: "said",
    STATES["contradicted"]: "bad",
    STATES["slipping"]: "bad",
}
# A table of more rows than this may go on to the next page.
_LONG = 6
# Beyond so many columns the room between them shrinks.
_MANY = 5
_MARKS = {"✓": "yes", "○": "no", "✕": "fell", "–": "none"}


def render(document: Document) -> str:
    """The whole page, with its style inside it."""
    title = f"{document.title}, {day_words(document.as_of)}"
    return (
        '<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_style_of(document)}</style></head>"
        f"<body><main>{body(document)}</main></body></html>\n"
    )


@cache
def style() -> str:
    """The stylesheet of every paper, for pages that have a colour of their own."""
    return _sheet() + _widths(range(1, 101))


@cache
def _sheet() -> str:
    return (files("madegood.reports.render") / "paper.css").read_text("utf-8")


def _style_of(document: Document) -> str:
    """The stylesheet of one paper: the council's colour and only the widths in use."""
    used = {
        _percent(column, block.columns)
        for block in document.flat()
        if isinstance(block, Table)
        for column in block.columns
    }
    root = f":root {{ --mg-accent: {document.colour}; }}\n"
    return root + _sheet() + _widths(sorted(used))


def _widths(used: Iterable[int]) -> str:
    """A class for each column width, since the pages' content security policy would
    refuse a style attribute."""
    return "".join(f".w{n} {{ width: {n}%; }}\n" for n in used)


def _percent(column: Column, columns: tuple[Column, ...]) -> int:
    return round(column.width * 100 / sum(each.width for each in columns))


def body(document: Document) -> str:
    """The paper without page or style, for a page that has its own."""
    places = count(1)
    parts = "".join(_block(each, places) for each in document.blocks)
    return (
        '<article class="paper"><header class="paper-head">'
        f'<p class="paper-council">{escape(document.council)}</p>'
        f"<h1>{escape(document.title)}</h1>"
        f'<p class="paper-running">As known at {day_words(document.as_of)}</p>'
        f'<p class="paper-marking">{escape(document.marking)}</p>'
        f"</header>{parts}</article>"
    )


def _block(block: Block, places: "count[int]") -> str:  # noqa: PLR0911 - one case each
    match block:
        case Heading():
            fresh = ' class="new-page"' if block.new_page else ""
            level, place = block.level, f"part-{next(places)}"
            words = escape(block.text)
            return f'<h{level} id="{place}"{fresh}>{words}</h{level}>'
        case Text():
            kind = f' class="{block.kind}"' if block.kind else ""
            return f"<p{kind}>{escape(block.words)}</p>"
        case Bullets():
            tag = "ol" if block.numbered else "ul"
            items = "".join(f"<li>{escape(item)}</li>" for item in block.items)
            return f"<{tag}>{items}</{tag}>"
        case Terms():
            return _terms(block)
        case Table():
            return _table(block)
        case Figure():
            says = escape(block.says)
            return f"<figure>{block.svg}<figcaption>{says}</figcaption></figure>"
        case Together():
            inside = "".join(_block(each, places) for each in block.blocks)
            return f'<div class="together">{inside}</div>'


def _terms(terms: Terms) -> str:
    pairs = "".join(
        f"<div><dt>{_marked(term)}</dt><dd>{escape(meaning)}</dd></div>"
        for term, meaning in terms.pairs
    )
    return f"<dl>{pairs}</dl>"


def _table(table: Table) -> str:
    widths = "".join(
        f'<col class="w{_percent(column, table.columns)}">' for column in table.columns
    )
    head = "".join(
        f'<th scope="col"{_side(column)}>{escape(column.heading)}</th>'
        for column in table.columns
    )
    last = len(table.rows) - 1
    rows = "".join(
        _row(row, table.columns, total=table.total and n == last)
        for n, row in enumerate(table.rows)
    )
    many = " many" if len(table.columns) > _MANY else ""
    compact = f' class="compact{many}"' if table.compact else ""
    long = " table--long" if len(table.rows) > _LONG else ""
    return (
        f'<div class="table{long}" role="region" tabindex="0" '
        f'aria-label="{escape(table.caption)}">'
        f"<table{compact}><caption>{escape(table.caption)}</caption>"
        f"<colgroup>{widths}</colgroup><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(row: tuple[str, ...], columns: tuple[Column, ...], *, total: bool) -> str:
    head, *rest = row
    cells = "".join(
        f"<td{_side(column)}>{_marked(cell)}</td>"
        for cell, column in zip(rest, columns[1:], strict=True)
    )
    kind = ' class="total"' if total else ""
    return f'<tr{kind}><th scope="row">{_marked(head)}</th>{cells}</tr>'


def _side(column: Column) -> str:
    return ' class="number"' if column.numbers else ""


def _marked(cell: str) -> str:
    """A state as a tag, a rung's mark with its word for who listens, anything else as
    it is."""
    if cell in _TONES:
        return f'<span class="tag tag--{_TONES[cell]}">{escape(cell)}</span>'
    if cell[:1] in _MARKS and len(cell) < 12:
        return (
            f'<span class="mark mark--{_MARKS[cell[:1]]}">'
            f'<span aria-hidden="true">{cell[:1]}</span>'
            f'<span class="unseen"> {escape(cell[2:])}</span></span>'
        )
    return escape(cell)
