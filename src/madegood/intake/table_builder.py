"""Rows of values into an Arrow table of the record's shape, a batch at a time."""

import hashlib
from array import array
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

import pyarrow as pa

from madegood.clock.moments import Moment
from madegood.intake.cells import Value
from madegood.intake.formats.base import Values
from madegood.record.schema import Kind, Table

_BATCH: Final = 50_000
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class At:
    """Which file, by its place among those read, and which row of it."""

    file: int
    row: int


@dataclass
class TableBuilder:
    """One table, gathered from as many files as hold it.

    Keys are kept as digests: a million rows of keys then cost tens of megabytes.
    """

    table: Table
    _waiting: dict[str, list[Value]] = field(default_factory=dict)
    _batches: list[pa.RecordBatch] = field(default_factory=list)
    _keys: dict[bytes, int] = field(default_factory=dict)
    _files: "array[int]" = field(default_factory=lambda: array("i"))
    _rows: "array[int]" = field(default_factory=lambda: array("l"))

    def __post_init__(self) -> None:
        self._waiting = {column.name: [] for column in self.table.columns}

    def already(self, values: Values) -> At | None:
        """Where a row of the same key and the same recorded_at was read before."""
        found = self._keys.get(self._key(values))
        return None if found is None else self.place(found)

    def add(self, values: Values, at: At) -> None:
        self._keys[self._key(values)] = len(self._rows)
        self._files.append(at.file)
        self._rows.append(at.row)
        for name, column in self._waiting.items():
            column.append(values.get(name))
        if len(column) >= _BATCH:
            self._flush()

    def place(self, index: int) -> At:
        """Where the row at this index of the finished table came from."""
        return At(self._files[index], self._rows[index])

    def finished(self) -> pa.Table:
        self._flush()
        return pa.Table.from_batches(self._batches, self.table.arrow_schema())

    def _key(self, values: Values) -> bytes:
        parts = [values.get(name) for name in self.table.identity]
        said = "\x1f".join(str(part) for part in (*parts, values.get("recorded_at")))
        return hashlib.blake2b(said.encode(), digest_size=16).digest()

    def _flush(self) -> None:
        arrays: list[pa.Array] = []
        schema = self.table.arrow_schema()
        for column in self.table.columns:
            values = self._waiting[column.name]
            if column.kind is Kind.MOMENT:
                arrays += _moments(values)
            else:
                arrays.append(pa.array(values, schema.field(column.name).type))
            self._waiting[column.name] = []
        self._batches.append(pa.RecordBatch.from_arrays(arrays, schema=schema))


def _moments(values: list[Value]) -> tuple[pa.Array, pa.Array]:
    """Seconds in UTC, and whether only the day is known."""
    seconds: list[int | None] = []
    dated: list[bool] = []
    for value in values:
        if isinstance(value, Moment):
            seconds.append(int((value.at - _EPOCH).total_seconds()))
            dated.append(value.dated)
        else:
            seconds.append(None)
            dated.append(False)
    whole = pa.array(seconds, pa.int64()).cast(pa.timestamp("s", tz="UTC"))
    return whole, pa.array(dated, pa.bool_())
