"""A set of record tables as they were read, ready to be measured."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pyarrow as pa

from madegood.record.tables import TABLES, table

PIECE: Final = 250_000


@dataclass(frozen=True)
class Snapshot:
    """The record's tables. One that was not supplied is absent, which is not empty:
    a measure that needs it says so instead of counting nought."""

    tables: Mapping[str, pa.Table] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, rows in self.tables.items():
            wanted = table(name).arrow_schema()
            if not rows.schema.equals(wanted):
                raise ValueError(f"{name} is not in the record's shape:\n{rows.schema}")

    def has(self, name: str) -> bool:
        return name in self.tables

    def rows(self, name: str) -> pa.Table:
        """The table, or an empty one of the same shape."""
        return self.tables.get(name, table(name).empty())

    def pieces(self, name: str) -> Iterator[pa.Table]:
        """The table in pieces that follow each other, one at least: of a large table,
        no more need be in memory at once."""
        whole = self.rows(name)
        for at in range(0, max(whole.num_rows, 1), PIECE):
            yield whole.slice(at, PIECE)

    def file(self, name: str) -> Path | None:
        """The Parquet file that holds the table, if it is kept so: its rows in their
        order. A column that the record has gained since may be missing from it, and
        columns that only older editions had may be there."""
        del name
        return None

    @property
    def absent(self) -> tuple[str, ...]:
        return tuple(t.name for t in TABLES if t.name not in self.tables)
