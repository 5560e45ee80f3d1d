"""The rows of one sheet, a batch at a time: cells to values, values checked, each row
read or set aside."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from madegood.clock.moments import london_date
from madegood.intake.at_the_door import let_in
from madegood.intake.cells import kind_of
from madegood.intake.checks import faults
from madegood.intake.columns import ColumnRead, Flags, ReadColumns
from madegood.intake.evidence import Evidence
from madegood.intake.filling import filled
from madegood.intake.findings import Findings, Place
from madegood.intake.formats.base import Field, Filling, Sheet
from madegood.intake.free_texts import FreeTexts
from madegood.intake.headings import Headings
from madegood.intake.no_rows import NoRows
from madegood.intake.opened import Faulty, TextBatch
from madegood.intake.privacy import quotable
from madegood.intake.repeats import Numbers
from madegood.intake.stand_ins import ReadOtherwise
from madegood.intake.table_builder import TableBuilder
from madegood.intake.two_at_once import read_columns
from madegood.record.schema import Kind, Table

_QUOTED = ("bad_code", "bad_yes_no", "unlisted_code", "other_years_code")
# Whole passages of text, in which anything may be said of anyone.
_NEVER_QUOTED = ("bad_outcome",)


@dataclass
class SheetReader:
    """Reads the rows of one sheet. `seen` = `read` + those set aside.

    file      the file's place among those read
    builder   gives the builder of a record table
    evidence  what the rows say of the collection year, of a yearly return
    """

    file: int
    sheet: Sheet
    headings: Headings
    builder: Callable[[Table], TableBuilder]
    findings: Findings
    now: datetime
    evidence: Evidence | None = None
    seen: int = 0
    read: int = 0
    _texts: FreeTexts = field(default_factory=FreeTexts)
    _otherwise: ReadOtherwise = field(default_factory=ReadOtherwise)
    _no_rows: NoRows = field(init=False)

    def __post_init__(self) -> None:
        self._no_rows = NoRows(self.sheet, self.headings)

    def take(self, batch: TextBatch) -> None:
        self.seen += len(batch.numbers) + len(batch.faults)
        for faulty in batch.faults:
            self._refuse_row(faulty)
        batch, none = self._no_rows.without(batch)
        for no_row in none:
            place = self._about(no_row.heading, no_row.number)
            self.findings.add(no_row.code, place, no_row.says)
        if not len(batch.numbers):
            return
        whole = np.ones(len(batch.numbers), dtype=bool)
        arrays: dict[str, pa.Array] = {}
        counts: dict[str, pa.Array] = {}
        read = self.headings.read
        columns_read = read_columns(read, batch.cells, self.sheet.blanks)
        for (position, one), column in zip(read, columns_read, strict=True):
            if column is None:
                counts |= self._texts.take(one, batch.cells[position])
                continue
            whole &= self._well(batch, position, one, column)
            arrays[one.heading] = self._at_the_door(batch, one, column, whole)
        for heading, numbers in counts.items():
            given = arrays.get(heading)
            arrays[heading] = numbers if given is None else pc.coalesce(numbers, given)
        self.read += int(whole.sum())
        columns = ReadColumns(len(whole), arrays, self._kinds(), london_date(self.now))
        if self.evidence is not None:
            self.evidence.take(columns, batch, self.headings)
        self._keep(batch, columns, whole)

    def finish(self) -> None:
        """What is known only when the last row has been read."""
        place = Place(self.headings.file, self.sheet.counted_as)
        if not self.seen:
            self.findings.add(
                "no_rows", place, f"it has no rows of {self.sheet.title}."
            )
        elif not self.sheet.fillings:
            rows, were = ("row", "was") if self.seen == 1 else ("rows", "were")
            says = (
                f"{self.seen:,} {rows} of {self.sheet.title} {were} checked and "
                "counted. No measure stands on them yet, so they are not kept."
            )
            self.findings.add("not_used_yet", place, says)
        if self.seen and self.sheet.caution:
            self.findings.add("read_with_care", place, self.sheet.caution)
        for heading, code, says in self._otherwise.said():
            self.findings.add(code, replace(place, column=heading), says)
        for heading, says, remedy in self._texts.said():
            about = replace(place, column=heading)
            self.findings.add("free_text_column", about, says, remedy=remedy)

    def _well(
        self, batch: TextBatch, position: int, one: Field, column: ColumnRead
    ) -> Flags:
        """Which rows the column leaves whole; the rest have their findings."""
        well = np.ones(len(column.blank), dtype=bool)
        if column.faults:
            self._refuse_cells(batch, position, one, column)
            if not one.lenient:
                well &= ~column.bad
        if one.required and column.blank.any():
            listed = self._listed("required_blank", one.heading, column.blank)
            for place in listed:
                self.findings.add(
                    "required_blank",
                    self._place(batch, place, one.heading),
                    "the cell is blank, and the row means nothing without it.",
                )
            well &= ~column.blank
        self._otherwise.take(one.heading, batch.cells[position], column.read_as)
        return well

    def _at_the_door(
        self, batch: TextBatch, one: Field, column: ColumnRead, whole: Flags
    ) -> pa.Array:
        """The column without what shows who a child is. A row that cannot do without
        the cell is set aside: nobody's NHS number may stand for them here."""
        found = let_in(column, one)
        if found is None:
            return column.values
        if found.whole and not one.required:
            about = self._about(one.heading)
            self.findings.add("identifying_content", about, f"{found.words}: not kept.")
            return found.values
        code = "identifying_id" if one.required else "identifying_cell"
        for place in self._listed(code, one.heading, found.cells):
            self.findings.add(
                code,
                self._place(batch, place, one.heading),
                f"the cell looks like one of the {found.words}.",
            )
        if one.required:
            whole &= ~found.cells
        return found.values

    def _refuse_cells(
        self, batch: TextBatch, position: int, one: Field, column: ColumnRead
    ) -> None:
        texts = batch.cells[position]
        # Whatever a million of them are, the first few thousand will tell.
        code = next(iter(column.faults.values())).code
        for place in self._listed(code, one.heading, column.bad):
            text = texts[place].as_py()
            refused = column.faults[text]
            self.findings.add(
                refused.code,
                self._place(batch, place, one.heading),
                refused.says,
                value=_quoted(text, refused.code),
                remedy=refused.remedy,
                severity=self.sheet.order if one.lenient else None,
            )

    def _listed(self, code: str, heading: str, which: Flags) -> list[int]:
        """The rows to make findings of; of any past the most, only the count."""
        places: list[int] = np.flatnonzero(which).tolist()
        about = self._about(heading)
        room = self.findings.room(code, about)
        if len(places) > room:
            self.findings.more(code, about, len(places) - room)
        return places[:room]

    def _about(self, heading: str, row: int | None = None) -> Place:
        return Place(self.headings.file, self.sheet.counted_as, row, heading)

    def _refuse_row(self, faulty: Faulty) -> None:
        column = None if faulty.at is None else self._heading(faulty.at)
        place = Place(self.headings.file, self.sheet.counted_as, faulty.number, column)
        self.findings.add(faulty.code, place, faulty.says)

    def _keep(self, batch: TextBatch, columns: ReadColumns, whole: Flags) -> None:
        numbers = np.arange(len(whole))
        if not whole.all():
            columns, numbers = columns.filter(pa.array(whole)), numbers[whole]
        counted = self.sheet.counted
        for filling in self.sheet.fillings:
            for rows, places in _said_of(filling, columns, numbers):
                self._note_faults(batch, filling, rows, places.tolist())
                self.builder(filling.table).add(
                    rows,
                    batch.numbers.take(pa.array(places)),
                    file=self.file,
                    sheet=self.sheet.counted_as,
                    aside=filling.aside,
                    versioned=self.sheet.versioned,
                    first=filling is counted,
                )

    def _note_faults(
        self,
        batch: TextBatch,
        filling: Filling,
        rows: pa.RecordBatch,
        places: list[int],
    ) -> None:
        if filling.aside:
            return  # said once for each child elsewhere
        for fault in faults(filling.table, rows, self.now):
            source = filling.columns[fault.column]
            heading = source if isinstance(source, str) else fault.column
            at = places[fault.place]
            self.findings.add(
                fault.code,
                self._place(batch, at, heading),
                fault.says,
                value=self._cell(batch, at, heading),
                severity=self.sheet.order,
            )

    def _cell(self, batch: TextBatch, place: int, heading: str) -> str | None:
        for position, one in self.headings.read:
            if one.heading == heading:
                text: str = batch.cells[position][place].as_py()
                return text.strip()
        return None

    def _kinds(self) -> dict[str, Kind]:
        return {
            one.heading: Kind.TEXT if one.reads is None else kind_of(one.reads)
            for one in self.sheet.fields
        }

    def _heading(self, position: int) -> str:
        """The column a cell stands in, by number where it stands beyond them all."""
        if position < len(self.headings.names):
            return self.headings.names[position]
        return f"number {position + 1}"

    def _place(self, batch: TextBatch, place: int, column: str | None) -> Place:
        return Place(
            self.headings.file,
            self.sheet.counted_as,
            batch.numbers[place].as_py(),
            column,
            _named(batch, self.headings.team, place),
            _named(batch, self.headings.child, place),
        )


def _named(batch: TextBatch, position: int | None, place: int) -> str | None:
    """The cell that names the row's team or child, where there is such a column."""
    if position is None:
        return None
    text: str = batch.cells[position][place].as_py()
    return text.strip() or None


def _quoted(text: str, code: str) -> str | None:
    if code in _NEVER_QUOTED:
        return None
    return quotable(text, quotes_words=code in _QUOTED)


def _said_of(
    filling: Filling, columns: ReadColumns, numbers: Numbers
) -> Iterator[tuple[pa.RecordBatch, Numbers]]:
    """The rows that say something of the filling's table, if any do."""
    if filling.where is not None:
        keep = pc.fill_null(filling.where(columns), pa.scalar(value=False))
        columns = columns.filter(keep)
        numbers = numbers[keep.to_numpy(zero_copy_only=False)]
    if len(numbers):
        yield filled(filling, columns), numbers
