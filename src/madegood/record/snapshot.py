"""A set of record tables as they were read, ready to be measured."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa

from madegood.record.tables import TABLES, table


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

    @property
    def absent(self) -> tuple[str, ...]:
        return tuple(t.name for t in TABLES if t.name not in self.tables)
