"""What came of reading files: what each held, what was wrong, and the record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

import pyarrow as pa

from madegood.intake.findings import Finding, Severity
from madegood.intake.merging import PRECEDENCE, merged
from madegood.record.snapshot import Snapshot

# Where each row of a part came from: the file's place among those read, the sheet of
# it, and the row as the source numbers it.
ORIGIN: Final = pa.schema(
    [("file", pa.int32()), ("sheet", pa.string()), ("row", pa.int64())]
)


@dataclass(frozen=True, slots=True)
class TableCount:
    """Rows of a table in one file: rows = read + set_aside, always."""

    rows: int
    read: int
    set_aside: int


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file. `format`, `edition` and `sha256` are None where it could not be read
    far enough to tell; `tables` is then empty."""

    path: Path
    format: str | None
    edition: str | None
    sha256: str | None
    tables: Mapping[str, TableCount]


@dataclass(frozen=True, slots=True)
class Part:
    """What one source gives one table of the record.

    `source` is the format's name; `origin` (schema ORIGIN) says for each row of `rows`
    where it came from.
    """

    table: str
    source: str
    rows: pa.Table
    origin: pa.Table


@dataclass(frozen=True)
class Reading:
    """Everything read, and everything found."""

    files: tuple[FileRead, ...]
    findings: tuple[Finding, ...]
    parts: tuple[Part, ...]
    precedence: tuple[str, ...] = field(default=PRECEDENCE)

    @cached_property
    def snapshot(self) -> Snapshot:
        """The parts as one record: see `intake.merging`."""
        tables = {
            name: one.rows for name, one in merged(self.parts, self.precedence).items()
        }
        return Snapshot(tables)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What stops the files being stored."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.severity is Severity.WARNING)
