"""Rows of one key: which of them are the same thing said again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

_TOO_MANY: Final = 1 << 62
_NO_DAY: Final = -(1 << 30)

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def numbered(rows: pa.Table, columns: Sequence[str]) -> Numbers:
    """Rows that are alike in the columns get the same number, others different ones."""
    together: Numbers = np.zeros(rows.num_rows, dtype=np.int64)
    most = 1
    for name in columns:
        if rows[name].null_count == rows.num_rows:
            continue
        codes, count = _coded(rows[name])
        if most * count >= _TOO_MANY:
            _, together = np.unique(together, return_inverse=True)
            most = rows.num_rows
        together, most = together * count + codes, most * count
    return together


def _coded(column: pa.ChunkedArray) -> tuple[Numbers, int]:
    """Each different value as a number, null as one of its own, and how many."""
    if pa.types.is_date(column.type):  # days are numbers already
        days = (
            pc.fill_null(column.cast(pa.int32()), _NO_DAY).to_numpy().astype(np.int64)
        )
        least = int(days.min(initial=0))
        return days - least, int(days.max(initial=0)) - least + 1
    if pa.types.is_timestamp(column.type):
        _, codes = np.unique(
            pc.fill_null(column.cast(pa.int64()), _NO_DAY).to_numpy(),
            return_inverse=True,
        )
        return codes.astype(np.int64), len(codes) + 1
    encoded = pc.dictionary_encode(column.combine_chunks(), null_encoding="encode")
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.unify_dictionaries().combine_chunks()
    codes = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    return codes, len(encoded.dictionary) + 1


def first_of_each(numbers: Numbers, order: Numbers) -> Numbers:
    """For every row the place of the row of its number that stands first in `order`
    (lowest first; of equal ones the earlier row)."""
    in_order = np.sort(numbers)
    if not (in_order[1:] == in_order[:-1]).any():
        return np.arange(len(numbers))  # all different, as in most tables
    places = np.lexsort((np.arange(len(numbers)), order, numbers))
    ordered = numbers[places]
    begins = np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]
    firsts = places[np.flatnonzero(begins)][np.cumsum(begins) - 1]
    found: Numbers = np.empty(len(numbers), dtype=np.int64)
    found[places] = firsts
    return found


@dataclass(frozen=True, slots=True)
class At:
    """Which file, by its place among those read, which sheet of it, which row."""

    file: int
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """A row that says again what another row has said. `team` and `child` are those of
    the row, the child as the source names them."""

    at: At
    before: At
    team: str | None
    child: str | None


@dataclass(frozen=True, slots=True)
class RepeatGroup:
    """The repeats of one sheet of one file; `superseded` where a later return has
    rightly taken their place; `counted` where the rows are counted by this table, and
    are set aside with what repeats in it."""

    repeats: "Repeats"
    file: int
    sheet: str
    superseded: bool
    counted: bool
    count: int
    members: Numbers

    def first(self, most: int) -> Iterator[Repeat]:
        """At most so many of them."""
        for member in self.members[:most].tolist():
            yield self.repeats.made_out(member)


@dataclass(frozen=True)
class Repeats:
    """The repeats in a table. `again` holds their places in it, `befores` those of the
    rows they repeat; there may be as many as there are rows, so each is only made out
    when it is asked for."""

    rows: pa.Table
    at: pa.Table
    sheets: tuple[str, ...]
    again: Numbers
    befores: Numbers
    superseded: Flags

    def groups(self) -> Iterator["RepeatGroup"]:
        """Those of each sheet of each file, superseded or not. What a row says besides
        of another thing is a repeat only where it says something else of it."""
        if not len(self.again):
            return
        files = self.at["file"].to_numpy()[self.again].astype(np.int64)
        sheets = self.at["sheet"].to_numpy()[self.again].astype(np.int64)
        counted = self.at["first"].to_numpy()[self.again].astype(np.int64)
        superseded = self.superseded.astype(np.int64)
        alike = np.stack([files, sheets, superseded, counted], axis=1)
        groups, places = np.unique(alike, axis=0, return_inverse=True)
        for number, (file, sheet, later, own) in enumerate(groups.tolist()):
            members = np.flatnonzero(places.ravel() == number)
            if not own:
                members = members[self._other(members)]
            if len(members):
                yield RepeatGroup(
                    self,
                    file,
                    self.sheets[sheet],
                    bool(later),
                    bool(own),
                    len(members),
                    members,
                )

    def _other(self, members: Numbers) -> Flags:
        """Which of them say something else than the rows they repeat."""
        both = np.concatenate([self.again[members], self.befores[members]])
        rows = self.rows.take(pa.array(both))
        said = numbered(rows, rows.column_names)
        found: Flags = said[: len(members)] != said[len(members) :]
        return found

    def made_out(self, member: int) -> Repeat:
        place, before = int(self.again[member]), int(self.befores[member])
        return Repeat(self._at(place), self._at(before), *named(self.rows, place))

    def _at(self, place: int) -> At:
        return At(
            self.at["file"][place].as_py(),
            self.sheets[self.at["sheet"][place].as_py()],
            self.at["row"][place].as_py(),
        )


def named(rows: pa.Table, index: int) -> tuple[str | None, str | None]:
    """The team of a row of a record table, and its child as the source names them."""
    child = rows["child_id"][index].as_py() if "child_id" in rows.schema.names else None
    return rows["team"][index].as_py(), child
