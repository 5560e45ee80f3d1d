"""Tables that no line rules, or only lines across: found by their heading's words, read
by where words stand below it, from page to page until something else begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from pdfplumber.page import Page
from pdfplumber.table import Table as RuledTable

from madegood.intake.documents.column_names import ColumnNames
from madegood.intake.documents.pdf_columns import Columns, columns_under
from madegood.intake.documents.pdf_headings import PrintedHeading, headings_on
from madegood.intake.documents.pdf_lines import Placed
from madegood.intake.documents.pdf_rows import RowReader, rules_across
from madegood.intake.documents.pdf_words import WordLine
from madegood.intake.documents.shapes import Table

# Words this much higher than a table's own are a heading over something else.
_LARGER: Final = 0.8


@dataclass(frozen=True, slots=True)
class PrintedPage:
    page: Page
    lines: Sequence[WordLine]
    ruled: Sequence[RuledTable]


@dataclass
class Unruled:
    """What was found on one page: tables, and how far down each goes."""

    tables: list[Placed] = field(default_factory=list)
    taken: list[tuple[float, float]] = field(default_factory=list)

    def holds(self, top: float, bottom: float) -> bool:
        middle = (top + bottom) / 2
        return any(one[0] <= middle <= one[1] for one in self.taken)

    def meets(self, table: RuledTable) -> bool:
        _, top, _, bottom = table.bbox
        return any(one[0] < bottom - 1 and top < one[1] - 1 for one in self.taken)


def heading_places(
    pages: Sequence[Sequence[WordLine]], names: ColumnNames
) -> list[list[tuple[float, float]]]:
    """How far down each page's heading rows begin and end."""
    return [
        [(heading.top, heading.bottom) for heading in own.values()]
        for own in _headings(pages, names)
    ]


def unruled_tables(pages: Sequence[PrintedPage], names: ColumnNames) -> list[Unruled]:
    """The tables of each page that are not ruled."""
    found = _headings([one.lines for one in pages], names)
    reader = _Reader(names, _layouts(pages, found))
    return [reader.page(one, own) for one, own in zip(pages, found, strict=True)]


# How much of a table's width a band across it has.
_BAND: Final = 0.95
Headings = dict[int, PrintedHeading]


def _headings(
    pages: Sequence[Sequence[WordLine]], names: ColumnNames
) -> list[Headings]:
    """The headings of every page: by listed names, or else by what names are like."""
    for loose in (False, True):
        found = [headings_on(lines, names, loose=loose) for lines in pages]
        if any(found):
            return found
    return [{} for _ in pages]


def _layouts(
    pages: Sequence[PrintedPage], found: Sequence[Headings]
) -> list[tuple[Columns, bool]]:
    """The columns under each heading, by all that stands under it or one like it; and
    whether any line keeps to them."""
    under: list[tuple[PrintedHeading, list[WordLine]]] = []
    now: list[WordLine] | None = None
    for one, headings in zip(pages, found, strict=True):
        at = 0
        while at < len(one.lines):
            heading = headings.get(at)
            if heading is None:
                if now is not None:
                    now.append(one.lines[at])
                at += 1
                continue
            now = next((held for known, held in under if known.like(heading)), None)
            if now is None:
                now = []
                under.append((heading, now))
            at += heading.lines
    made = []
    for heading, lines in under:
        columns = columns_under(heading, lines)
        made.append((columns, any(_keeps_to(columns, line) for line in lines)))
    return made


def _keeps_to(columns: Columns, line: WordLine) -> bool:
    return len(columns.filled(line)) > 1 and not columns.goes_across(line)


@dataclass
class _Reader:
    """Reads page after page; a table is open until something else stands there."""

    names: ColumnNames
    layouts: Sequence[tuple[Columns, bool]]
    columns: Columns | None = None
    open: bool = False
    rows: RowReader | None = None

    def page(self, one: PrintedPage, headings: Headings) -> Unruled:
        made = Unruled()
        trusted = self._trusted(one, headings)
        segment: list[WordLine] = []
        heading: PrintedHeading | None = None
        at = 0
        while at < len(one.lines):
            line = one.lines[at]
            if _inside(line, trusted):
                self._close(one, made, heading, segment)
                self.columns, heading, segment = None, None, []
                at += 1
            elif at in headings:
                self._close(one, made, heading, segment)
                heading, segment = headings[at], []
                self._opens(heading)
                at += headings[at].lines
            else:
                if self._takes(line):
                    segment.append(line)
                else:
                    self._close(one, made, heading, segment)
                    heading, segment = None, []
                at += 1
        self._keep(one, made, heading, segment)
        return made

    def _opens(self, heading: PrintedHeading) -> None:
        columns, kept = next(
            layout for layout in self.layouts if layout[0].heading.like(heading)
        )
        if self.columns is not columns:
            self.rows = RowReader(columns)
        self.columns = columns if kept else None
        self.open = kept

    def _takes(self, line: WordLine) -> bool:
        """Whether a line belongs to the table: while one is open all does but what
        begins something else; after that, what keeps to its columns opens it again."""
        if self.columns is None:
            return False
        across = self.columns.goes_across(line)
        if self.open:
            return not (across or self._begins_anew(line, self.columns))
        self.open = not across and len(self.columns.filled(line)) > 1
        return self.open

    def _begins_anew(self, line: WordLine, columns: Columns) -> bool:
        if columns.filled(line) != [0]:
            return False
        assert self.rows is not None
        larger = self.rows.height and line.height > self.rows.height + _LARGER
        return bool(larger) or self.names.ends(line.text)

    def _close(
        self,
        one: PrintedPage,
        made: Unruled,
        heading: PrintedHeading | None,
        segment: Sequence[WordLine],
    ) -> None:
        self._keep(one, made, heading, segment)
        self.open = False

    def _keep(
        self,
        one: PrintedPage,
        made: Unruled,
        heading: PrintedHeading | None,
        segment: Sequence[WordLine],
    ) -> None:
        if self.columns is None or self.rows is None or not (heading or segment):
            return
        top = heading.top if heading else segment[0].top
        foot = segment[-1].bottom if segment else (heading.bottom if heading else top)
        rules = rules_across(one.page, self.columns)
        rows = [*(heading.rows if heading else ()), *self.rows.rows(segment, rules)]
        made.tables.append(Placed(top, Table(tuple(rows))))
        made.taken.append((top - 1, foot + 1))

    def _trusted(self, one: PrintedPage, headings: Headings) -> list[RuledTable]:
        """The ruled tables that hold all of the rows under the heading in them."""
        kept = []
        for table in one.ruled:
            own = [h for h in headings.values() if _holds(table, h)]
            if own and all(self._is_whole(one, table, heading) for heading in own):
                kept.append(table)
        return kept

    def _is_whole(
        self, one: PrintedPage, table: RuledTable, heading: PrintedHeading
    ) -> bool:
        columns = next(
            layout[0] for layout in self.layouts if layout[0].heading.like(heading)
        )
        parted = len({round(cell[0]) for cell in table.cells}) >= len(heading.spans)
        below = any(
            line.top > heading.bottom and _inside(line, [table]) for line in one.lines
        )
        after = [
            *_until_a_heading(one, table),
            *_across_a_band(one, table, heading),
        ]
        return parted and below and not any(_keeps_to(columns, x) for x in after)


def _across_a_band(
    one: PrintedPage, table: RuledTable, heading: PrintedHeading
) -> Iterator[WordLine]:
    """The lines below a heading in cells as wide as the table: where only its rows are
    shaded, by turns, each looks like one cell though columns stand in it."""
    left, _, right, _ = table.bbox
    wide = [
        cell
        for cell in table.cells
        if cell[1] >= heading.bottom - 1 and cell[2] - cell[0] > _BAND * (right - left)
    ]
    for line in one.lines:
        middle = (line.top + line.bottom) / 2
        if any(cell[1] <= middle <= cell[3] for cell in wide):
            yield line


def _until_a_heading(one: PrintedPage, table: RuledTable) -> Iterator[WordLine]:
    """The lines below a ruled table, down to the next one of its width."""
    foot = table.bbox[3]
    rest = [t.bbox[1] for t in one.ruled if t.bbox[1] >= foot - 1 and len(t.rows) > 1]
    end = min(rest, default=one.page.bbox[3])
    for line in one.lines:
        if foot - 1 <= line.top < end and not _inside(line, one.ruled):
            yield line


def _holds(table: RuledTable, heading: PrintedHeading) -> bool:
    _, top, _, bottom = table.bbox
    return top - 2 <= heading.top and heading.bottom <= bottom + 2


def _inside(line: WordLine, tables: Sequence[RuledTable]) -> bool:
    middle = (line.top + line.bottom) / 2
    return any(table.bbox[1] <= middle <= table.bbox[3] for table in tables)
