"""The ruled tables of a PDF's page, cell by cell."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from pdfplumber.page import Page
from pdfplumber.table import Table as RuledTable

from madegood.intake.documents.pdf_lines import (
    GAP,
    NEAR,
    Box,
    Placed,
    PrintedLine,
    lines_of,
    run_on,
    within,
)
from madegood.intake.documents.shades import shade_in
from madegood.intake.documents.shapes import Table, TableCell

MARK: Final = re.compile(
    r"[•●▪■◼◦‣∙·○➢➤►✓\uf0b7\uf0a7\uf06e\uf0d8\uf0fc]\s*|[-–]\s+(?=\S)"
)


def ruled_tables(page: Page) -> list[RuledTable]:
    settings = {"explicit_horizontal_lines": _unruled_ends(page)}
    return [table for table in page.find_tables(settings) if _has_words(page, table)]


def _has_words(page: Page, table: RuledTable) -> bool:
    wide = len(table.rows) > 1 or len(table.rows[0].cells) > 1
    return wide and bool(page.crop(within(page, table.bbox)).extract_text().strip())


def _unruled_ends(page: Page) -> list[dict[str, Any]]:
    """A line across the ends of upright lines where none is ruled: a table that a page
    break parts often has no line there."""
    upright = [e for e in page.edges if e["orientation"] == "v"]
    level = [e["top"] for e in page.edges if e["orientation"] == "h"]
    made = []
    for end in ("top", "bottom"):
        by_height: dict[int, list[dict[str, Any]]] = {}
        for edge in upright:
            by_height.setdefault(round(edge[end]), []).append(edge)
        for edges in by_height.values():
            at = edges[0][end]
            if len(edges) > 1 and all(abs(at - other) > NEAR for other in level):
                made.append(_across(edges, at))
    return made


def _across(edges: Sequence[dict[str, Any]], at: float) -> dict[str, Any]:
    left, right = min(e["x0"] for e in edges), max(e["x1"] for e in edges)
    return {
        "object_type": "line",
        "x0": left,
        "x1": right,
        "top": at,
        "bottom": at,
        "width": right - left,
        "height": 0,
    }


def placed_table(page: Page, ruled: RuledTable) -> Placed:
    edges = _edges(ruled)
    seen: set[Box] = set()
    rows = [_row(page, ruled, edges, middle, seen) for middle in _middles(ruled)]
    return Placed(ruled.bbox[1], Table(tuple(rows)))


def _middles(ruled: RuledTable) -> Iterator[float]:
    """A height inside each row and no other: halfway down its shortest cell, since one
    that spans rows reaches far below its own."""
    for row in ruled.rows:
        cells = [cell for cell in row.cells if cell is not None]
        yield (row.bbox[1] + min(cell[3] for cell in cells)) / 2


def _edges(ruled: RuledTable) -> list[float]:
    """The left edge of each column, those closer than a hair being one."""
    found: list[float] = []
    for x in sorted(cell[0] for cell in ruled.cells):
        if not found or x - found[-1] > NEAR:
            found.append(x)
    return found


def _row(
    page: Page, ruled: RuledTable, edges: Sequence[float], middle: float, seen: set[Box]
) -> tuple[TableCell, ...]:
    cells: list[TableCell] = []
    here: set[Box] = set()
    for x in edges:
        cell = next((one for one in ruled.cells if _covers(one, x, middle)), None)
        if cell is None:
            cells.append(TableCell())
        elif cell in here:
            cells.append(TableCell(left=True))
        elif cell in seen:
            cells.append(TableCell(up=True))
        else:
            inside = page.crop(within(page, cell))
            words = tuple(cell_paragraphs(lines_of(inside), cell))
            cells.append(TableCell(words, shade="" if words else shade_at(page, cell)))
        if cell is not None:
            here.add(cell)
    seen |= here
    return tuple(cells)


def shade_at(page: Page, cell: Box) -> str:
    """The colour of what is filled inside a cell's box, or fills it."""
    for rect in page.rects:
        middle = (rect["x0"] + rect["x1"]) / 2, (rect["top"] + rect["bottom"]) / 2
        colour = rect.get("non_stroking_color")
        if rect["fill"] and _covers(cell, *middle) and isinstance(colour, tuple):
            word = shade_in(colour)
            if word:
                return word
    return ""


def _covers(cell: Box, x: float, y: float) -> bool:
    return cell[0] - NEAR <= x < cell[2] - NEAR and cell[1] <= y <= cell[3]


def cell_paragraphs(lines: Sequence[PrintedLine], cell: Box) -> Iterator[str]:
    """A cell's words, wrapped lines joined. A bullet or a gap begins another paragraph;
    so does a line after one that had room for its first word."""
    words: list[str] = []
    before = None
    margin = min((line.box[0] for line in lines), default=0) - cell[0]
    for line in lines:
        if before is not None and (
            MARK.match(line.text)
            or line.box[1] - before.box[3] > line.height * GAP
            or before.box[2] + line.first_word + line.height < cell[2] - margin
        ):
            yield run_on(words)
            words = []
        words.append(line.text)
        before = line
    if words:
        yield run_on(words)
