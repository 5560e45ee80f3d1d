"""Which faults stop a load, and which a person may accept."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from madegood.intake.findings import Finding, printable
from madegood.intake.reading import FileRead, Reading
from madegood.warehouse.models import DataProtectionDecision, StoredSnapshot, Upload

# Counts rows that were set aside and are too many to list.
_MORE = "more_of_the_same"


class LoadRefused(ValueError):
    """Nothing was stored. `findings` say what to mend, where the files are at fault."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)


def whole_file_faults(reading: Reading) -> Iterator[Finding]:
    """Errors that are not about rows: a file, or a table of it, that was not read.

    A row that is set aside is counted under its table; an error about a table that is
    not counted is about all of it.
    """
    counted = _counted(reading.files)
    for one in reading.errors:
        about_rows = one.code == _MORE or one.table in counted.get(one.file, ())
        if not about_rows:
            yield one


def refusal_of(upload: Upload, reading: Reading) -> str:
    """Why nothing of these files can be kept, or "" where a person may decide."""
    faults = list(whole_file_faults(reading))
    if faults:
        return told(upload.label, faults)
    changed = _changed(upload, reading.files)
    if changed:
        return (
            f"{upload.label}: {changed} changed while it was being read. Send it again "
            "when the export has finished."
        )
    if not reading.parts:
        return (
            f"{upload.label}: no row of these files can be kept. See what was found in "
            "each, and send them again when it has been put right."
        )
    return not_allowed(upload.label, synthetic=upload.synthetic)


def without_emptied(reading: Reading) -> Reading:
    """The reading without tables that have no rows because all were set aside: what is
    loaded of them already is truer than nothing. A table whose file has no rows at all
    is another matter, and is empty."""
    lost = {
        one.format
        for one in reading.files
        for count in one.tables.values()
        if count.rows and not count.read
    }
    parts = tuple(
        part
        for part in reading.parts
        if part.rows.num_rows or part.source.partition(":")[0] not in lost
    )
    return replace(reading, parts=parts)


def not_allowed(label: str, *, synthetic: bool) -> str:
    """Why such data may not be kept here, or ""."""
    if not synthetic and not DataProtectionDecision.objects.exists():
        return (
            f"{label}: only synthetic data loads until the authority has recorded its "
            "data-protection decision. Record it on the Data page, with who decided "
            "and the reference of the impact assessment."
        )
    if synthetic and StoredSnapshot.objects.filter(synthetic=False).exists():
        return (
            f"{label}: these files are synthetic, and this data folder holds real "
            "children's records, which made-up ones would stand in front of. Load "
            "them in a data folder of their own (--dir)."
        )
    return ""


def told(label: str, faults: Sequence[Finding]) -> str:
    first = faults[0]
    many = "1 fault was" if len(faults) == 1 else f"{len(faults):,} faults were"
    return (
        f"{label}: {many} found, so nothing was stored. "
        f"The first: {first.message} {first.remedy}"
    )


def _counted(files: Sequence[FileRead]) -> dict[str, Collection[str | None]]:
    counted: dict[str, set[str | None]] = {}
    for one in files:
        counted.setdefault(printable(one.path.name), set()).update(one.tables)
    return dict(counted)


def _changed(upload: Upload, files: Sequence[FileRead]) -> str:
    """A file whose bytes are no longer those that were received."""
    received = set(upload.hashes)
    changed = (
        printable(f.path.name) for f in files if f.sha256 and f.sha256 not in received
    )
    return next(changed, "")
