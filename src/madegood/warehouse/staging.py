"""From files to keyed parts on the disk and an upload that says what was read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

import pyarrow as pa
from django.db import transaction

from madegood.intake.findings import Finding, printable
from madegood.intake.reading import FileRead, Reading
from madegood.trail.actions import record_event
from madegood.vault.actions import remember
from madegood.warehouse import blobs
from madegood.warehouse.faults import refusal_of, told, without_emptied
from madegood.warehouse.keyed import KeptPart, child_ids, children_of, keep_parts
from madegood.warehouse.linking import by_links
from madegood.warehouse.models import (
    QualityCount,
    StoredFile,
    StoredFinding,
    StoredPart,
    Upload,
)
from madegood.warehouse.previewing import preview_of
from madegood.warehouse.states import UploadState

# Wide enough for any file a person would mend by hand; past it the counts by cause
# say the rest.
MOST_FINDINGS_KEPT = 50_000
_AT_ONCE = 2_000


def stage(
    upload: Upload, reading: Reading, *, rows_may_be_set_aside: bool
) -> tuple[Finding, ...]:
    """Keep what was read, keyed, and say so, or say why nothing can be; the errors.

    The parts are on the disk before the ledger names them, and the ledger changes in
    one transaction; done again from the start it has the same effect.

    rows_may_be_set_aside  leave it to somebody to accept that; else it is refused
    """
    with blobs.writing():
        if upload.ids_of:
            reading = by_links(reading, upload.ids_of)
        reading = without_emptied(reading)
        why = refusal_of(upload, reading)
        if not why and reading.errors and not rows_may_be_set_aside:
            why = told(upload.label, reading.errors)
        # Another system's ids are not ours to remember.
        nobody = pa.chunked_array([], pa.string())
        children = nobody if why or upload.ids_of else child_ids(reading)
        parts = [] if why else list(keep_parts(reading, upload.ids_of))
        # The rows are on the disk now, and need no memory any more.
        reading = replace(reading, parts=())
        pa.default_memory_pool().release_unused()
        preview = None if why else preview_of(upload, parts, reading)
        with transaction.atomic():
            remember(children)
            _told(upload, reading, parts, preview, why)
    return reading.errors


def _told(
    upload: Upload,
    reading: Reading,
    parts: Sequence[KeptPart],
    preview: dict[str, object] | None,
    why: str,
) -> None:
    _clear(upload)
    _store_files(upload, reading.files)
    _store_findings(
        upload,
        reading.findings,
        children_of(reading.findings, upload.ids_of) if parts else {},
    )
    StoredPart.objects.bulk_create(
        StoredPart(
            upload=upload,
            table=one.table,
            source=one.source,
            blob=one.blob,
            lineage=one.lineage,
            rows=one.rows,
        )
        for one in parts
    )
    QualityCount.objects.bulk_create(
        _counts(upload, reading.findings, parts), batch_size=_AT_ONCE
    )
    _sum_up(upload, reading.files)
    upload.preview = preview
    upload.refusal = why
    upload.folder = ""
    upload.state = UploadState.REFUSED if why else UploadState.READ
    upload.save()
    _record(upload, reading)


def _clear(upload: Upload) -> None:
    """What an attempt that was cut short may have left."""
    for left in (upload.files, upload.findings, upload.parts, upload.quality):
        left.all().delete()


def _sum_up(upload: Upload, files: Iterable[FileRead]) -> None:
    counts = [count for one in files for count in one.tables.values()]
    upload.rows = sum(count.rows for count in counts)
    upload.read = sum(count.read for count in counts)
    upload.set_aside = sum(count.set_aside for count in counts)
    upload.files_done = upload.files_total
    upload.rows_so_far = upload.rows


def _record(upload: Upload, reading: Reading) -> None:
    by = upload.received_by
    if upload.state == UploadState.REFUSED:
        errors = len(reading.errors)
        record_event(by=by, kind="load_refused", subject=upload, errors=errors)
        return
    record_event(
        by=None,
        kind="upload_read",
        subject=upload,
        rows=upload.rows,
        read=upload.read,
        set_aside=upload.set_aside,
    )


def _store_files(upload: Upload, files: Iterable[FileRead]) -> None:
    StoredFile.objects.bulk_create(
        StoredFile(
            upload=upload,
            name=printable(one.path.name)[:255],
            format=one.format or "",
            edition=one.edition or "",
            sha256=one.sha256 or "",
            tables={
                name: {"rows": c.rows, "read": c.read, "set_aside": c.set_aside}
                for name, c in one.tables.items()
            },
        )
        for one in files
    )


def _store_findings(
    upload: Upload, findings: Sequence[Finding], children: Mapping[str, str]
) -> None:
    StoredFinding.objects.bulk_create(
        (
            StoredFinding(
                upload=upload,
                file=one.file[:255],
                table=one.table or "",
                row=one.row,
                column=(one.column or "")[:100],
                team=(one.team or "")[:200],
                child=children.get(one.child or "", ""),
                code=one.code,
                severity=one.severity.value,
                message=one.message,
                remedy=one.remedy,
            )
            for one in islice(findings, MOST_FINDINGS_KEPT)
        ),
        batch_size=_AT_ONCE,
    )


def _counts(
    upload: Upload, findings: Iterable[Finding], parts: Iterable[KeptPart]
) -> Iterator[QualityCount]:
    """Findings by cause and team, and the rows there were for each team."""
    alike: Counter[tuple[str, str, str, str, str, str]] = Counter()
    first: dict[tuple[str, str, str, str, str, str], Finding] = {}
    for one in findings:
        place = (one.file[:255], one.table or "", (one.column or "")[:100])
        cause = (*place, (one.team or "")[:200], one.code, one.severity.value)
        first.setdefault(cause, one)
        alike[cause] += 1
    for cause, count in alike.items():
        file, table, column, team, code, severity = cause
        yield QualityCount(
            upload=upload,
            file=file,
            table=table,
            column=column,
            team=team,
            code=code,
            severity=severity,
            rows=count,
            example=first[cause].message,
            remedy=first[cause].remedy,
        )
    rows: Counter[tuple[str, str]] = Counter()
    for part in parts:
        for team, count in part.teams.items():
            rows[part.table, team[:200]] += count
    for (table, team), count in rows.items():
        yield QualityCount(upload=upload, table=table, team=team, rows=count)
