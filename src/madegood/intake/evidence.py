"""What the rows of a yearly return say of its year: the dates in them, and the codes
that not every year's list has."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.cells import EARLIEST_YEAR, LATEST_YEAR
from madegood.intake.codes_by_year import CodesByYear, named
from madegood.intake.columns import ReadColumns
from madegood.intake.findings import Findings, Place
from madegood.intake.formats.base import Sheet
from madegood.intake.headings import Headings
from madegood.intake.opened import TextBatch

_APRILS: Final = np.array(
    [
        (date(year, 4, 1) - date(1970, 1, 1)).days
        for year in range(EARLIEST_YEAR, LATEST_YEAR + 1)
    ]
)

Days = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Coded:
    """Rows of a batch that hold a code which not every year's list has."""

    codes: pa.Array
    numbers: pa.Array
    children: pa.Array | None
    teams: pa.Array | None


@dataclass
class Evidence:
    """What the rows of one sheet of one file say of its year."""

    file: int
    sheet: Sheet
    years: Counter[int] = field(default_factory=Counter)
    born: Counter[int] = field(default_factory=Counter)
    coded: dict[str, list[_Coded]] = field(default_factory=dict)
    seen: dict[str, Counter[str]] = field(default_factory=dict)

    def take(self, columns: ReadColumns, batch: TextBatch, headings: Headings) -> None:
        """Rows as read, and as they came."""
        told = self.sheet.year_told
        if told is None:
            return
        for heading in told.by:
            self.years.update(_years(columns[heading]))
        for heading in told.not_before:
            self.born.update(_years(columns[heading]))
        for one, listed in _listed(self.sheet):
            found = _changing(columns[one], listed)
            if found is not None:
                self._take_codes(one, *found, batch, headings)

    def _take_codes(
        self,
        heading: str,
        codes: pa.Array,
        places: pa.Array,
        batch: TextBatch,
        headings: Headings,
    ) -> None:
        counted = self.seen.setdefault(heading, Counter())
        for pair in pc.value_counts(codes).to_pylist():
            counted[pair["values"]] += pair["counts"]
        self.coded.setdefault(heading, []).append(
            _Coded(
                codes,
                batch.numbers.take(places),
                _said(batch, headings.child, places),
                _said(batch, headings.team, places),
            )
        )

    def strange(self, year: int) -> int:
        """How many of its codes are of other years' lists than that one's."""
        return sum(
            count
            for heading, listed in _listed(self.sheet)
            for code, count in self.seen.get(heading, {}).items()
            if not listed.has(code, year)
        )

    def note(self, year: int, file: str, findings: Findings) -> None:
        """A finding for each code of another year's list."""
        for heading, listed in _listed(self.sheet):
            for code in self.seen.get(heading, ()):
                if not listed.has(code, year):
                    says = (
                        f"'{code}' was in the list {listed.years_said(code)}, and this "
                        f"is a return of {named(year)}."
                    )
                    self._note(heading, code, says, file, findings)

    def _note(
        self, heading: str, code: str, says: str, file: str, findings: Findings
    ) -> None:
        about = Place(file, self.sheet.counted_as, None, heading)
        for batch in self.coded[heading]:
            places = pc.indices_nonzero(pc.equal(batch.codes, code)).to_pylist()
            room = findings.room("other_years_code", about)
            for at in places[:room]:
                place = Place(
                    file,
                    self.sheet.counted_as,
                    batch.numbers[at].as_py(),
                    heading,
                    batch.teams and batch.teams[at].as_py(),
                    batch.children and batch.children[at].as_py(),
                )
                findings.add("other_years_code", place, says, value=code)
            if len(places) > room:
                findings.more("other_years_code", about, len(places) - room)


def _listed(sheet: Sheet) -> Iterator[tuple[str, CodesByYear]]:
    for one in sheet.fields:
        if isinstance(one.reads, CodesByYear) and one.reads.changing:
            yield one.heading, one.reads


def _changing(
    column: pa.Array, listed: CodesByYear
) -> tuple[pa.Array, pa.Array] | None:
    """The codes in a column that not every year's list has, and their rows."""
    codes, rows = _apart(column) if listed.many else (column, None)
    changing = pa.array(listed.changing, pa.string())
    found = pc.indices_nonzero(pc.is_in(codes, changing))
    if not len(found):
        return None
    return codes.take(found), found if rows is None else rows.take(found)


def _said(batch: TextBatch, position: int | None, places: pa.Array) -> pa.Array | None:
    """The trimmed cells of a column in these rows, null where blank."""
    if position is None:
        return None
    trimmed = pc.utf8_trim_whitespace(batch.cells[position].take(places))
    return pc.if_else(pc.equal(trimmed, ""), pa.scalar(None, pa.string()), trimmed)


def _apart(column: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Cells of several codes as one code each, with the row that each stood in."""
    lists = pc.split_pattern(column, " ")
    return pc.list_flatten(lists), pc.list_parent_indices(lists)


def _years(column: pa.Array) -> Counter[int]:
    """How many of the dates lie in each collection year."""
    days: Days = column.drop_null().cast(pa.int32()).to_numpy().astype(np.int64)
    places = np.searchsorted(_APRILS, days, side="right")
    found, counts = np.unique(places, return_counts=True)
    return Counter(
        dict(zip((found + EARLIEST_YEAR).tolist(), counts.tolist(), strict=True))
    )
