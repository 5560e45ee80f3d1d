"""Rows of a table that are no rows of it: totals, notes, ruled lines, headings again.

Reports put them under a table, or on every page of it. They are told by the words that
stand where the row's child should be named, and set aside as what they are: read as
children they would be counted, and refused as rows without a date nobody could mend
them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.cells import FORMULA
from madegood.intake.formats.base import Field, Sheet, plain
from madegood.intake.headings import Headings
from madegood.intake.ids import read_child
from madegood.intake.opened import TextBatch

# An id without a digit is rare, and one of three words is none.
_SUSPECT: Final = (
    r"^[^0-9]*[^0-9\s][^0-9]*$|^\s*\S+\s+\S+\s+\S+|(?i)^\W*(sub|total|page)"
)
_SUMMED: Final = re.compile(
    r"\W*((grand|sub|overall)[ -]*)?(totals?|counts?|sum|average|mean)\b"
    r"|\W*(page|printed|source|notes?|report|end of)\b",
    re.IGNORECASE,
)
# Three words and more, one of them a small one: a note, and not somebody's names.
_SENTENCE: Final = re.compile(r"(?=.*(^|\s)\(?[a-z]{2})\S+(\s+\S+){2,}")
_RULE: Final = re.compile(r"[-=_*\s]{3,}")
_NOTE: Final = "words stand where a child's id should: a total, a note or the headings."
_NEVER: Final = 1 << 62
# What stands under the headings in a row that says what each column holds.
_KINDS_OF_COLUMN: Final = frozenset(
    [
        "text",
        "string",
        "number",
        "integer",
        "numeric",
        "char",
        "varchar",
        "alphanumeric",
        "id",
        "identifier",
        "format",
        "type",
        "mandatory",
        "required",
    ]
)


class NoRow(NamedTuple):
    """A row that is none: its number, the heading that told it, the cause and why."""

    number: int
    heading: str
    code: str
    says: str


@dataclass
class NoRows:
    """Looks through the rows of a sheet, a batch at a time."""

    sheet: Sheet
    headings: Headings
    _other: int = _NEVER

    def without(self, batch: TextBatch) -> tuple[TextBatch, list[NoRow]]:
        """The batch without such rows, and what they were."""
        for position, one in self.headings.read:
            if one.required and one.reads is read_child:
                return self._without(batch, position, one)
        return batch, []

    def _without(
        self, batch: TextBatch, position: int, one: Field
    ) -> tuple[TextBatch, list[NoRow]]:
        cells = batch.cells[position]
        notes = self._notes(cells, one)
        if not notes and self._other == _NEVER:
            return batch, []
        self._look_for_another_table(batch, position, notes, one)
        noted = pc.is_in(cells, pa.array(notes, pa.string()))
        under = pc.greater_equal(batch.numbers, self._other)
        says = f"other headings than the first stand in row {self._other:,}."
        found = [
            *_said(batch, pc.and_not(noted, under), one, "not_a_row", _NOTE),
            *_said(batch, under, one, "another_table", says),
        ]
        keep = pc.invert(pc.or_(noted, under))
        left = tuple(column.filter(keep) for column in batch.cells)
        return replace(batch, numbers=batch.numbers.filter(keep), cells=left), found

    def _notes(self, cells: pa.Array, one: Field) -> list[str]:
        suspect = pc.match_substring_regex(cells, _SUSPECT)
        if not pc.any(suspect).as_py():
            return []
        texts = pc.unique(cells.filter(suspect)).to_pylist()
        return [text for text in texts if _is_note(text, self.sheet, one)]

    def _look_for_another_table(
        self, batch: TextBatch, position: int, notes: list[str], one: Field
    ) -> None:
        """Whether other headings come below: the rows under them are not of this."""
        again = [text for text in notes if self.sheet.field(text) is one]
        if not again or self._other != _NEVER:
            return
        found = pc.is_in(batch.cells[position], pa.array(again, pa.string()))
        for at in pc.indices_nonzero(found).to_pylist():
            cells = [column[at].as_py() for column in batch.cells]
            if not _same(cells, self.headings.names):
                self._other = batch.numbers[at].as_py()
                return


def _said(
    batch: TextBatch, which: pa.Array, one: Field, code: str, says: str
) -> list[NoRow]:
    numbers = batch.numbers.filter(which).to_pylist()
    return [NoRow(number, one.heading, code, says) for number in numbers]


def _same(cells: Sequence[str], names: Sequence[str]) -> bool:
    """Whether what stands there is what stands above it, as far as anything does."""
    return all(
        plain(cell) == plain(name)
        for cell, name in zip(cells, names, strict=True)
        if cell.strip()
    )


def _is_note(text: str, sheet: Sheet, one: Field) -> bool:
    said = text.strip()
    if _RULE.fullmatch(said):
        return True
    if said in sheet.blanks or re.match(FORMULA, said):
        return False
    return (
        sheet.field(said) is one
        or plain(said) in _KINDS_OF_COLUMN
        or _SUMMED.match(said) is not None
        or _SENTENCE.fullmatch(said) is not None
    )
