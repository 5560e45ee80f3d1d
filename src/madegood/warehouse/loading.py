"""From files to an immutable snapshot, or to nothing at all."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pyarrow.compute as pc
from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.moments import london_date
from madegood.clock.today import now
from madegood.intake import Reading, read_files
from madegood.intake.findings import Finding
from madegood.intake.pseudonyms import Pseudonyms
from madegood.measures import Settings
from madegood.record.schema import Kind
from madegood.record.snapshot import Snapshot
from madegood.record.tables import table
from madegood.trail.actions import record_event
from madegood.warehouse import keeping
from madegood.warehouse.models import (
    DataProtectionDecision,
    StoredFile,
    StoredFinding,
    StoredSnapshot,
)

# Wide enough for any file a person would mend by hand; past it the grouped counts in
# the message say the rest.
MOST_FINDINGS_KEPT = 5_000


class LoadRefused(ValueError):
    """Nothing was stored. `findings` say what to mend, where the files are at fault."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)


def load(*, by: User | None, paths: Sequence[Path], label: str = "") -> StoredSnapshot:
    """Read the files and keep them as one snapshot; the same files again give the same.

    Raises LoadRefused (nothing stored), accounts' Refused, measures' BadSettings.
    """
    if by is not None:
        require(by, Permission.DATA_LOAD)
    label = label or ", ".join(path.name for path in paths)
    settings_text = _settings_of(paths)
    reading = read_files(paths)
    _refuse_faults(by, label, reading)
    synthetic = _is_synthetic(paths)
    if not synthetic and not DataProtectionDecision.objects.exists():
        raise LoadRefused(
            f"{label}: only synthetic data loads until the authority has recorded its "
            "data-protection decision. Record it on the Data page, with who decided "
            "and the reference of the impact assessment."
        )
    content = _content(reading, settings_text)
    kept = StoredSnapshot.objects.filter(content=content).first()
    if kept is not None:
        return kept
    keyed = Pseudonyms(keeping.pseudonym_key(), "ledger").apply(reading.snapshot)
    keeping.keep_snapshot(content, keyed)
    return _store(by, label, reading, content, settings_text, synthetic=synthetic)


@transaction.atomic
def _store(
    by: User | None,
    label: str,
    reading: Reading,
    content: str,
    settings_text: str,
    *,
    synthetic: bool,
) -> StoredSnapshot:
    stored, made = StoredSnapshot.objects.get_or_create(
        content=content,
        defaults={
            "label": label[:200],
            "loaded_at": now(),
            "loaded_by": by,
            "synthetic": synthetic,
            "settings_text": settings_text,
            "data_to": data_to(reading.snapshot),
            "rows": sum(rows.num_rows for rows in reading.snapshot.tables.values()),
        },
    )
    if not made:
        return stored
    _store_lineage(stored, reading)
    record_event(
        by=by,
        kind="snapshot_loaded",
        subject=stored,
        rows=stored.rows,
        files=len(reading.files),
    )
    return stored


def _store_lineage(stored: StoredSnapshot, reading: Reading) -> None:
    StoredFile.objects.bulk_create(
        StoredFile(
            snapshot=stored,
            name=read.path.name,
            format=read.format or "",
            edition=read.edition or "",
            sha256=read.sha256 or "",
            tables={
                name: {"rows": c.rows, "read": c.read, "set_aside": c.set_aside}
                for name, c in read.tables.items()
            },
        )
        for read in reading.files
    )
    StoredFinding.objects.bulk_create(
        _stored_finding(stored, finding)
        for finding in reading.findings[:MOST_FINDINGS_KEPT]
    )


def data_to(snapshot: Snapshot) -> date | None:
    """The last London day on which anything in it happened, no later than today."""
    latest: date | None = None
    for name, rows in snapshot.tables.items():
        for column in table(name).columns:
            if column.kind not in (Kind.MOMENT, Kind.DATE) or column.planned:
                continue
            found = pc.max(rows[column.name]).as_py()
            if found is None:
                continue
            day = london_date(found) if column.kind is Kind.MOMENT else found
            latest = day if latest is None else max(latest, day)
    return None if latest is None else min(latest, london_date(now()))


def _refuse_faults(by: User | None, label: str, reading: Reading) -> None:
    faults = reading.errors
    if not faults:
        return
    record_event(
        by=by, kind="load_refused", subject="load", label=label, errors=len(faults)
    )
    first = faults[0]
    many = "1 fault was" if len(faults) == 1 else f"{len(faults):,} faults were"
    raise LoadRefused(
        f"{label}: {many} found, so nothing was stored. "
        f"The first: {first.message} {first.remedy}",
        faults,
    )


def _settings_of(paths: Sequence[Path]) -> str:
    """The settings file that came with the data; raises BadSettings if unusable."""
    for path in paths:
        found = path / "settings.toml" if path.is_dir() else path
        if found.name == "settings.toml" and found.exists():
            Settings.read(found)
            return found.read_text(encoding="utf-8-sig")
    return ""


def _is_synthetic(paths: Sequence[Path]) -> bool:
    """Whether the files came with a generator's own truth."""
    for path in paths:
        truth = path / "truth.json" if path.is_dir() else path
        if truth.name == "truth.json" and truth.exists():
            try:
                return "seed" in json.loads(truth.read_text())
            except (json.JSONDecodeError, UnicodeDecodeError):
                return False
    return False


def _content(reading: Reading, settings_text: str) -> str:
    parts = sorted(read.sha256 or "" for read in reading.files)
    return hashlib.sha256("\n".join([*parts, settings_text]).encode()).hexdigest()


def _stored_finding(stored: StoredSnapshot, finding: Finding) -> StoredFinding:
    return StoredFinding(
        snapshot=stored,
        file=str(finding.file),
        table=finding.table or "",
        row=finding.row,
        column=finding.column or "",
        code=finding.code,
        severity=finding.severity.value,
        message=finding.message,
        remedy=finding.remedy,
    )
