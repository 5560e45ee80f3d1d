"""A column of cells at once: each different text is read once, however often it comes.

A return of a million reviews has a few thousand dates and eight codes. Ids differ in
every row, and nothing in them has to be understood: they are looked at together.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from madegood.clock.moments import Moment, start_of_day
from madegood.intake.cells import (
    FORMULA,
    LONGEST_CELL,
    Reads,
    Unreadable,
    Value,
    is_blank,
    kind_of,
    read_moment,
    read_text,
)
from madegood.intake.formats.base import Field
from madegood.intake.ids import DECIMAL, QUOTED, SHORTENED, IdExcept, reads_ids
from madegood.intake.moment_columns import plain_moments
from madegood.intake.return_dates import month_first
from madegood.intake.stand_ins import ReadAs
from madegood.record.schema import Kind

Flags = npt.NDArray[np.bool_]

MOMENT: Final = pa.struct([("at", pa.timestamp("s", tz="UTC")), ("dated", pa.bool_())])
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """A column as read: `values` is null where the cell was blank or could not be read;
    `blank` and `bad` say which; `faults` has the fault of each different bad text, and
    `read_as` how each was read of which that must be said."""

    values: pa.Array
    blank: Flags
    bad: Flags
    faults: Mapping[str, Unreadable]
    read_as: Mapping[str, ReadAs] = field(default_factory=dict)


class ReadColumns:
    """The columns of some rows, by heading: what `formats.base.Columns` promises."""

    def __init__(
        self,
        length: int,
        arrays: Mapping[str, pa.Array],
        kinds: Mapping[str, Kind],
        today: date,
    ) -> None:
        self.length = length
        self.today = today
        self._arrays = arrays
        self._kinds = kinds

    def __getitem__(self, heading: str) -> pa.Array:
        found = self._arrays.get(heading)
        if found is None:
            return pa.nulls(self.length, arrow_type(self._kinds[heading]))
        return found

    def filter(self, keep: pa.Array) -> "ReadColumns":
        kept = {name: column.filter(keep) for name, column in self._arrays.items()}
        count = pc.sum(keep).as_py() or 0
        return ReadColumns(count, kept, self._kinds, self.today)


def arrow_type(kind: Kind) -> pa.DataType:
    """How a column of that kind is held while it is read."""
    match kind:
        case Kind.DATE:
            return pa.date32()
        case Kind.MOMENT:
            return MOMENT
        case Kind.NUMBER:
            return pa.float64()
        case Kind.ID | Kind.TEXT | Kind.FREE_TEXT | Kind.CODE | Kind.YES_NO:
            return pa.string()


def read_column(texts: pa.Array, one: Field, blanks: frozenset[str]) -> ColumnRead:
    """Read a column of text cells (strings, no nulls) as the field says."""
    assert one.reads is not None
    is_id = reads_ids(one.reads)
    if is_id or one.reads is read_text:
        together = _plain_texts(texts, blanks)
        if together is not None and is_id:
            together = _plain_keys(together, one.reads)
        if together is not None:
            return together
    if one.reads is read_moment:
        return _moments(texts, one.reads, blanks)
    return _one_by_one(texts, one.reads, blanks)


def _moments(texts: pa.Array, reads: Reads, blanks: frozenset[str]) -> ColumnRead:
    """Those written as databases write them all at once, the others each by itself."""
    seconds, told = plain_moments(texts)
    if not told.any():
        return _one_by_one(texts, reads, blanks)
    others = np.flatnonzero(~told)
    rest = _one_by_one(texts.take(pa.array(others)), reads, blanks)
    at = pa.array(seconds, pa.int64()).cast(pa.timestamp("s", tz="UTC"))
    dated = pa.repeat(pa.scalar(value=False), len(texts))
    values = pa.StructArray.from_arrays([at, dated], fields=list(MOMENT))
    blank, bad = np.zeros(len(texts), dtype=bool), np.zeros(len(texts), dtype=bool)
    blank[others], bad[others] = rest.blank, rest.bad
    if len(others):
        order = np.arange(len(texts))
        order[others] = len(texts) + np.arange(len(others))
        values = pa.concat_arrays([values, rest.values]).take(pa.array(order))
    return ColumnRead(values, blank, bad, rest.faults, rest.read_as)


def _one_by_one(texts: pa.Array, reads: Reads, blanks: frozenset[str]) -> ColumnRead:
    encoded = pc.dictionary_encode(texts)
    each = _each(encoded.dictionary, reads, blanks)
    if each.faults and kind_of(reads) is Kind.DATE:
        texts_of = encoded.dictionary.to_pylist()
        each.refuse(month_first(each.faults, texts_of), texts_of)
    places = encoded.indices
    bad = pa.array(
        [text in each.faults for text in encoded.dictionary.to_pylist()], pa.bool_()
    )
    return ColumnRead(
        as_arrow(each.values, kind_of(reads)).take(places),
        _flags(pa.array(each.blank, pa.bool_()).take(places)),
        _flags(bad.take(places)),
        each.faults,
        each.read_as,
    )


@dataclass(slots=True)
class _Each:
    """What each different text of a column came to."""

    values: list[Value] = field(default_factory=list)
    blank: list[bool] = field(default_factory=list)
    faults: dict[str, Unreadable] = field(default_factory=dict)
    read_as: dict[str, ReadAs] = field(default_factory=dict)

    def refuse(self, more: Mapping[str, Unreadable], texts: list[str]) -> None:
        """What was read, and turns out not to be as it seemed."""
        self.faults.update(more)
        self.values = [
            None if text in more else value
            for text, value in zip(texts, self.values, strict=True)
        ]


def _each(different: pa.Array, reads: Reads, blanks: frozenset[str]) -> _Each:
    each = _Each()
    for text in different.to_pylist():
        blank = is_blank(text, blanks)
        value: Value = None
        if not blank:
            try:
                value = reads(text)
            except ReadAs as how:
                each.read_as[text] = how
                value, blank = how.value, how.value is None
            except Unreadable as refused:
                each.faults[text] = refused
        each.values.append(value)
        each.blank.append(blank)
    return each


def _plain_texts(texts: pa.Array, blanks: frozenset[str]) -> ColumnRead | None:
    """Ids and names with nothing wrong in any of them; None sends them one by one."""
    trimmed = pc.utf8_trim_whitespace(texts)
    fine = (
        (pc.max(pc.utf8_length(trimmed)).as_py() or 0) <= LONGEST_CELL
        and pc.all(pc.utf8_is_printable(trimmed)).as_py() is not False
        and not pc.any(pc.match_substring_regex(trimmed, FORMULA)).as_py()
    )
    if not fine:
        return None
    blank = pc.is_in(trimmed, pa.array(sorted(blanks), pa.string()))
    values = pc.if_else(blank, pa.scalar(None, pa.string()), trimmed)
    return ColumnRead(values, _flags(blank), np.zeros(len(texts), dtype=bool), {})


def _plain_keys(read: ColumnRead, reads: Reads) -> ColumnRead | None:
    """Ids without what spreadsheets gave them; None where some stand for nobody, or
    have been shortened."""
    whole = read.values
    if pc.any(pc.starts_with(whole, "'")).as_py():
        whole = pc.replace_substring_regex(whole, QUOTED, r"\1")
    summed = pc.any(pc.match_substring(whole, "+")).as_py()
    if summed and pc.any(pc.match_substring_regex(whole, SHORTENED)).as_py():
        return None
    if pc.any(pc.match_substring(whole, ".")).as_py():
        whole = pc.replace_substring_regex(whole, DECIMAL, r"\1")
    if isinstance(reads, IdExcept):
        nobody = pa.array(sorted(reads.nobody), pa.string())
        if pc.any(pc.is_in(whole, nobody)).as_py():
            return None
    return ColumnRead(whole, read.blank, read.bad, read.faults)


def as_arrow(values: list[Value], kind: Kind) -> pa.Array:
    """Values as the array of their kind."""
    if kind is Kind.MOMENT:
        return pa.array([_moment(value) for value in values], MOMENT)
    if kind in (Kind.DATE, Kind.NUMBER):
        return pa.array(values, arrow_type(kind))
    return pa.array([None if v is None else str(v) for v in values], pa.string())


def _moment(value: Value) -> dict[str, object] | None:
    if not isinstance(value, Moment):
        return None
    seconds = int((value.at - _EPOCH).total_seconds())
    return {"at": seconds, "dated": value.dated}


def starts_of_days(dates: pa.Array) -> pa.Array:
    """Dates as moments of which only the London day is known."""
    encoded = pc.dictionary_encode(dates)
    starts = [
        None if day is None else _moment(Moment(start_of_day(day), dated=True))
        for day in encoded.dictionary.to_pylist()
    ]
    return pa.array(starts, MOMENT).take(encoded.indices)


def _flags(array: pa.Array) -> Flags:
    found: Flags = array.to_numpy(zero_copy_only=False)
    return found
