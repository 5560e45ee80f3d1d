"""What came of reading files: what each held, what was wrong, and the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from madegood.intake.findings import Finding, Severity
from madegood.record.snapshot import Snapshot


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
class Reading:
    """Everything read, and everything found."""

    files: tuple[FileRead, ...]
    findings: tuple[Finding, ...]
    snapshot: Snapshot

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What stops the files being stored."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.severity is Severity.WARNING)
