"""PDFs that have text: tables by their ruled lines, or by their heading and where words
stand under it; the rest line by line.

A PDF says where each letter stands and nothing of what it belongs to. Where no table is
found either way, the text is laid out as it stands on the page and read as plain text is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.table import Table as RuledTable
from pdfplumber.utils.exceptions import PdfminerException

from madegood.intake.documents.column_names import ColumnNames
from madegood.intake.documents.pdf_fonts import FontsWithOwnMaps
from madegood.intake.documents.pdf_lines import (
    PrintedLine,
    furniture_of,
    lines_of,
    paragraphs_of,
    plain,
    within,
)
from madegood.intake.documents.pdf_tables import placed_table, ruled_tables
from madegood.intake.documents.pdf_text import words_of_pages
from madegood.intake.documents.pdf_unruled import (
    PrintedPage,
    Unruled,
    heading_places,
    unruled_tables,
)
from madegood.intake.documents.pdf_words import without, word_lines
from madegood.intake.documents.shapes import (
    Item,
    NotADocument,
    Paragraph,
    PlainText,
    Table,
)

MOST_PAGES: Final = 200
# A page with fewer letters than this is a picture of one.
_FEWEST_LETTERS: Final = 20


def pdf_document(path: Path, names: ColumnNames) -> list[Item]:
    """Paragraphs and tables in order. Raises NotADocument."""
    with _opened(path) as pdf:
        items = list(_items([_upright(page) for page in pdf.pages], names))
        if any(isinstance(item, Table) for item in items):
            return items
        return [PlainText(_laid_out(pdf.pages))]


def pdf_text(path: Path) -> str:
    """The text alone, page by page, as an inspection report is read. Raises
    NotADocument."""
    with _opened(path) as pdf:
        return words_of_pages([_upright(page) for page in pdf.pages])


def _upright(page: Page) -> Page:
    """The page without words that stand across it, a watermark's or a margin's; a page
    whose words mostly do is read as it is."""
    tilted = sum(1 for letter in page.chars if _tilted(letter))
    if not tilted or tilted * 2 > len(page.chars):
        return page
    return page.filter(lambda one: not _tilted(one))


def _tilted(one: dict[str, Any]) -> bool:
    """Whether a letter climbs as it is written."""
    across, climbs, *_ = one.get("matrix", (1, 0))
    return one["object_type"] == "char" and bool(abs(climbs) > abs(across) / 10)


def _opened(path: Path) -> PDF:
    try:
        pdf = pdfplumber.open(path, unicode_norm="NFKC")
        pdf.rsrcmgr = FontsWithOwnMaps()
        pages = len(pdf.pages)
    except (PDFException, PdfminerException) as fault:
        inner = fault.args[0] if fault.args else fault
        if "Password" in type(inner).__name__:
            raise NotADocument(
                "It is locked with a password. Open it, save or print it to a PDF "
                "without one, and try that."
            ) from None
        raise NotADocument(
            "It begins like a PDF and cannot be opened as one. Open it in a PDF "
            "reader, print it to a new PDF, and try that."
        ) from None
    if pages > MOST_PAGES:
        raise NotADocument(
            f"It has {pages:,} pages; a plan or report is read up to {MOST_PAGES}. "
            "Save the pages that hold it as a PDF of their own."
        )
    letters = [len(page.chars) for page in pdf.pages]
    if not letters or max(letters) < _FEWEST_LETTERS:
        raise NotADocument(
            "It is a picture of pages (a scan), with no text to read. Run text "
            "recognition over it, check the words against the paper, and try that."
        )
    return pdf


def _laid_out(pages: Sequence[Page]) -> str:
    return "\f".join(plain(page.extract_text(layout=True)) for page in pages)


def _items(pages: Sequence[Page], names: ColumnNames) -> Iterator[Item]:
    ruled = [ruled_tables(page) for page in pages]
    words = [word_lines(page) for page in pages]
    heads = heading_places(words, names)
    lines = [
        lines_of(_outside(page, tables))
        for page, tables in zip(pages, ruled, strict=True)
    ]
    furniture = furniture_of(pages, _apart_from(heads, lines))
    printed = [
        PrintedPage(page, without(own, out), tables)
        for page, own, out, tables in zip(pages, words, furniture, ruled, strict=True)
    ]
    unruled = unruled_tables(printed, names)
    for number, (one, said, out, found) in enumerate(
        zip(printed, lines, furniture, unruled, strict=True), 1
    ):
        for item in _page(one, [x for x in said if x not in out], found):
            yield _on_page(item, number)


def _apart_from(
    heads: Sequence[Sequence[tuple[float, float]]],
    lines: Sequence[Sequence[PrintedLine]],
) -> list[list[PrintedLine]]:
    """The lines of each page that are no heading row: one that is printed again on
    every page is no page's furniture."""
    return [
        [x for x in said if not any(a - 1 <= x.box[1] <= b for a, b in own)]
        for own, said in zip(heads, lines, strict=True)
    ]


def _page(
    one: PrintedPage, lines: Sequence[PrintedLine], found: Unruled
) -> Iterator[Item]:
    """A page's items from its top down."""
    outside = [x for x in lines if not found.holds(x.box[1], x.box[3])]
    tables = [table for table in one.ruled if not found.meets(table)]
    placed = [
        *paragraphs_of(outside),
        *(placed_table(one.page, table) for table in tables),
        *found.tables,
    ]
    placed.sort(key=lambda one: one.top)
    for place, each in enumerate(placed):
        yield replace(each.item, page=place == 0)


def _on_page(item: Item, number: int) -> Item:
    match item:
        case Table():
            rows = range(1, len(item.rows) + 1)
            places = tuple(f"page {number}, table row {at}" for at in rows)
            return replace(item, places=places)
        case Paragraph():
            return replace(item, place=f"page {number}")
        case PlainText():
            return item


def _outside(page: Page, tables: Sequence[RuledTable]) -> Page:
    outside = page
    for table in tables:
        outside = outside.outside_bbox(within(page, table.bbox))
    return outside
