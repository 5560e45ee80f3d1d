"""Batches of rows into one table of the record, with where each row came from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.repeats import Numbers, Repeats, first_of_each, numbered
from madegood.intake.spooled import Spool
from madegood.record.schema import Table

Flags = npt.NDArray[np.bool_]

_PLACES: Final = pa.schema(
    [
        ("file", pa.int32()),
        ("sheet", pa.int16()),
        ("row", pa.int64()),
        ("first", pa.bool_()),
    ]
)


@dataclass
class TableBuilder:
    """One table as one source gives it, gathered from as many sheets as hold it.

    `aside` batches only mention what the table is about: of one key they are put
    together and complete the rows that are about it.
    """

    table: Table
    _sheets: list[str] = field(default_factory=list)
    _versioned: set[int] = field(default_factory=set)
    _own: Spool = field(init=False)
    _own_at: Spool = field(init=False)
    _aside: Spool = field(init=False)
    _aside_at: Spool = field(init=False)

    def __post_init__(self) -> None:
        self._own, self._aside = (Spool(self.table.arrow_schema()) for _ in range(2))
        self._own_at, self._aside_at = Spool(_PLACES), Spool(_PLACES)

    def add(
        self,
        rows: pa.RecordBatch,
        numbers: pa.Array,
        *,
        file: int,
        sheet: str,
        aside: bool = False,
        versioned: bool = False,
        first: bool = True,
    ) -> None:
        """Rows, and their numbers (int64) in that sheet of that file. `first` is the
        table by which its rows are counted: of what they say of others beside it, a
        repeat is no row lost."""
        if sheet not in self._sheets:
            self._sheets.append(sheet)
        if versioned:
            self._versioned.add(file)
        at = pa.record_batch(
            [
                pa.repeat(pa.scalar(file, pa.int32()), rows.num_rows),
                pa.repeat(
                    pa.scalar(self._sheets.index(sheet), pa.int16()), rows.num_rows
                ),
                numbers.cast(pa.int64()),
                pa.repeat(pa.scalar(first, pa.bool_()), rows.num_rows),
            ],
            names=_PLACES.names,
        )
        (self._aside if aside else self._own).append(rows)
        (self._aside_at if aside else self._own_at).append(at)

    def finished(self, ranks: Sequence[int]) -> "Built":
        """The rows, each thing once, and the repeats among those about it. `ranks` says
        of each file how late its return is: of two returns the later one speaks."""
        rows, at = self._own.table(), self._own_at.table()
        repeats = self._repeats(rows, at, np.array(ranks, np.int64))
        if len(repeats.again):
            keep = np.ones(rows.num_rows, dtype=bool)
            keep[repeats.again] = False
            rows, at = rows.filter(pa.array(keep)), at.filter(pa.array(keep))
        if self._aside:
            rows, at = self._completed(rows, at)
        return Built(rows, at, tuple(self._sheets), repeats)

    def _repeats(self, rows: pa.Table, at: pa.Table, ranks: Numbers) -> "Repeats":
        keys = numbered(rows, (*self.table.identity, "recorded_at"))
        files = at["file"].to_numpy()
        is_return = np.isin(files, sorted(self._versioned))
        # The latest return speaks; of anything else, what was said first.
        order = np.where(is_return, -ranks[files], files)
        firsts = first_of_each(keys, order)
        if self._versioned and (firsts != np.arange(len(firsts))).any():
            # Years put together in one file: the row that says more was written later.
            fuller = _filled(rows) * is_return
            firsts = first_of_each(keys, order * (rows.num_columns + 1) - fuller)
        again = np.flatnonzero(firsts != np.arange(len(firsts)))
        befores = firsts[again]
        superseded = is_return[again] & (files[again] != files[befores])
        return Repeats(rows, at, tuple(self._sheets), again, befores, superseded)

    def _completed(self, rows: pa.Table, at: pa.Table) -> tuple[pa.Table, pa.Table]:
        """Blanks filled from what is said in passing; who is only mentioned is added."""
        aside = self._aside.table()
        whole = pa.concat_tables([rows, aside])
        places = pa.concat_tables([at, self._aside_at.table()])
        keys = numbered(whole, self.table.identity)
        order = np.repeat([0, 1], [rows.num_rows, aside.num_rows]).astype(np.int64)
        firsts = first_of_each(keys, order)
        own = np.arange(whole.num_rows) < rows.num_rows
        stays = own | (firsts == np.arange(len(firsts)))
        # Nobody but these is spoken of twice.
        alike = np.flatnonzero(np.bincount(firsts, minlength=len(firsts))[firsts] > 1)
        said = {
            name: _who_says(whole[name], keys, own, alike)
            for name in whole.column_names
            if not name.endswith("__dated")
        }
        columns = [
            whole[name].take(pa.array(said[name.removesuffix("__dated")][stays]))
            for name in whole.column_names
        ]
        done = pa.table(columns, schema=whole.schema)
        return done, places.filter(pa.array(stays))


@dataclass(frozen=True, slots=True)
class Built:
    """A finished table: `at` has file, sheet (a place in `sheets`), row, and whether
    this is the table by which the row is counted."""

    rows: pa.Table
    at: pa.Table
    sheets: tuple[str, ...]
    repeats: Repeats

    def origin(self) -> pa.Table:
        """As `reading.ORIGIN` has it."""
        sheets = pa.array(self.sheets, pa.string())
        named = sheets.take(self.at["sheet"].combine_chunks())
        return pa.table(
            [self.at["file"], named, self.at["row"]], names=["file", "sheet", "row"]
        )


def _filled(rows: pa.Table) -> Numbers:
    """How many cells of each row say something."""
    counts = np.zeros(rows.num_rows, dtype=np.int64)
    for name in rows.column_names:
        counts += pc.is_valid(rows[name]).to_numpy()
    return counts


def _who_says(
    column: pa.ChunkedArray, keys: Numbers, own: Flags, alike: Numbers
) -> Numbers:
    """For each row its own place if it says something in the column, else that of the
    first row that says it in passing of the same key, else its own. Only rows of
    `alike` have one of the same key."""
    found: Numbers = np.arange(len(keys))
    said = pc.is_valid(column).to_numpy()[alike]
    ranked = np.where(said & ~own[alike], 0, 1)
    firsts = first_of_each(keys[alike], ranked)
    found[alike] = np.where(said | (ranked[firsts] == 1), alike, alike[firsts])
    return found
