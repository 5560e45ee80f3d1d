"""One row at a time: cells to values, values checked, the row read or set aside."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from madegood.intake.cells import Unreadable, is_blank
from madegood.intake.checks import faults
from madegood.intake.findings import Findings, Place
from madegood.intake.formats.base import Field, Sheet, Values
from madegood.intake.headings import Headings
from madegood.intake.opened import Row
from madegood.intake.privacy import quotable
from madegood.intake.table_builder import At, TableBuilder


@dataclass
class _Measured:
    """A free-text column as far as it is looked at: how many cells, how long."""

    cells: int = 0
    longest: int = 0


@dataclass
class RowReader:
    """Reads the rows of one file, of one kind. `seen` = `read` + those set aside.
    `files` names the files read so far, this one last."""

    sheet: Sheet
    headings: Headings
    files: Sequence[str]
    builder: TableBuilder | None
    findings: Findings
    now: datetime
    seen: int = 0
    read: int = 0
    _texts: dict[str, _Measured] = field(default_factory=dict)

    def take(self, row: Row) -> None:
        self.seen += 1
        if row.fault is not None:
            column = None if row.at is None else self._heading(row.at)
            self.findings.add(row.fault, self._place(row, column), row.says)
            return
        values = self._values(row)
        if values is None or not self._keep(
            row, values, At(len(self.files) - 1, row.number)
        ):
            return
        self.read += 1

    def finish(self) -> None:
        """What is known only when the last row has been read."""
        place = Place(self.headings.file, self.sheet.counted_as)
        if not self.seen:
            self.findings.add("no_rows", place, "there are headings and no rows.")
        elif self.builder is None:
            says = (
                f"{self.seen:,} rows of {self.sheet.title} were checked and "
                "counted. No measure stands on them yet, so they are not kept."
            )
            self.findings.add("not_used_yet", place, says)
        for heading, text in self._texts.items():
            says = (
                f"free text in {text.cells:,} cells, {text.longest:,} characters at "
                "most: measured and not kept."
            )
            where = Place(self.headings.file, self.sheet.counted_as, 1, heading)
            self.findings.add("free_text_column", where, says)

    def _values(self, row: Row) -> Values | None:
        """The row's values by record column, or None where it must be set aside; every
        fault of the row is found, not only the first."""
        values: Values = {}
        whole = True
        for position, one in self.headings.read:
            text = row.cells[position]
            if is_blank(text):
                whole = self._blank_is_well(row, one) and whole
            elif one.measured_only:
                self._measure(one, text)
            else:
                whole = self._read_cell(row, one, text, values) and whole
        return values if whole else None

    def _read_cell(self, row: Row, one: Field, text: str, values: Values) -> bool:
        assert one.reads is not None
        try:
            value = one.reads(text)
        except Unreadable as refused:
            self._refuse_cell(row, one, text, refused)
            return one.lenient
        if one.into is not None:
            values[one.into] = value
        return True

    def _refuse_cell(
        self, row: Row, one: Field, text: str, refused: Unreadable
    ) -> None:
        quotes = refused.code in ("bad_code", "bad_yes_no", "unlisted_code")
        self.findings.add(
            refused.code,
            self._place(row, one.heading),
            refused.says,
            value=quotable(text, quotes_words=quotes),
            remedy=refused.remedy,
        )

    def _blank_is_well(self, row: Row, one: Field) -> bool:
        if one.required:
            self.findings.add(
                "required_blank",
                self._place(row, one.heading),
                "the cell is blank, and the row means nothing without it.",
            )
        return not one.required

    def _measure(self, one: Field, text: str) -> None:
        measured = self._texts.setdefault(one.heading, _Measured())
        measured.cells += 1
        measured.longest = max(measured.longest, len(text))

    def _keep(self, row: Row, values: Values, at: At) -> bool:
        """Into the table, unless the same row was read before."""
        if self.builder is None:
            return True
        if self.sheet.completes is not None:
            self.sheet.completes(values)
        before = self.builder.already(values)
        if before is not None:
            self._refuse_repeat(row, before, at)
            return False
        self.builder.add(values, at)
        self._note_faults(row, values)
        return True

    def _refuse_repeat(self, row: Row, before: At, at: At) -> None:
        assert self.builder is not None
        key = self.builder.table.identity
        headings = [f.heading for f in self.sheet.fields if f.into in key]
        where = "" if before.file == at.file else f" of {self.files[before.file]}"
        says = (
            f"the same {' and '.join(headings)}, with the same recorded_at, was given "
            f"in row {before.row:,}{where}."
        )
        self.findings.add("repeated_key", self._place(row, ", ".join(headings)), says)

    def _note_faults(self, row: Row, values: Values) -> None:
        assert self.builder is not None
        for fault in faults(self.builder.table, values, self.now):
            position, one = next(
                pair for pair in self.headings.read if pair[1].into == fault.column
            )
            self.findings.add(
                fault.code,
                self._place(row, one.heading),
                fault.says,
                value=row.cells[position].strip(),
                severity=self.sheet.order,
            )

    def _heading(self, position: int) -> str:
        """The column a cell stands in, by number where it stands beyond them all."""
        if position < len(self.headings.names):
            return self.headings.names[position]
        return f"number {position + 1}"

    def _place(self, row: Row, column: str | None) -> Place:
        return Place(self.headings.file, self.sheet.counted_as, row.number, column)
