"""From the ledger's rows to what is seen of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from madegood.intake.findings import CAUSES
from madegood.warehouse.models import (
    QualityCount,
    StoredFile,
    StoredPart,
    StoredSnapshot,
    StoredTable,
    Upload,
)
from madegood.warehouse.saying import is_silent, where_it_is
from madegood.warehouse.states import UploadState
from madegood.warehouse.views import (
    FileView,
    FindingView,
    PartView,
    Preview,
    SnapshotView,
    TablePreview,
    TableView,
    UploadView,
)

COMMAND_LINE = "the command line"


def snapshot_view(stored: StoredSnapshot, kept_until: date | None) -> SnapshotView:
    brought = brought_by(stored)
    return SnapshotView(
        id=stored.pk,
        label=stored.label,
        loaded_at=stored.loaded_at,
        loaded_by=str(stored.loaded_by or COMMAND_LINE),
        synthetic=stored.synthetic,
        data_to=stored.data_to,
        rows=stored.rows,
        content=stored.content,
        files=tuple(map(file_view, stored.files.all())),
        findings=groups(brought),
        manifest=stored.manifest,
        parts=tuple(map(part_view, stored.parts.all())),
        tables=tuple(map(table_view, stored.tables.all())),
        upload_id=brought[0].pk if brought else None,
        kept_until=kept_until,
        expired_at=stored.expired_at,
        on_hold=stored.on_hold,
        hold_why=stored.hold_why,
        erasures=stored.erasures,
    )


def brought_by(stored: StoredSnapshot) -> list[Upload]:
    """The upload that made a snapshot, none where it was made before there were any.
    Later ones with the same rows changed nothing, and count for nothing."""
    return sorted(stored.uploads.all(), key=lambda one: one.pk)[:1]


def upload_view(upload: Upload, newest_id: int | None, *, whole: bool) -> UploadView:
    return UploadView(
        id=upload.pk,
        label=upload.label,
        state=UploadState(upload.state),
        says=where_it_is(upload),
        received_at=upload.received_at,
        received_by=str(upload.received_by or COMMAND_LINE),
        alone=upload.alone,
        synthetic=upload.synthetic,
        files=tuple(map(file_view, upload.files.all())) if whole else (),
        files_total=upload.files_total,
        files_done=upload.files_done,
        rows_so_far=upload.rows_so_far,
        heartbeat=upload.heartbeat,
        stalled=is_silent(upload),
        rows=upload.rows,
        read=upload.read,
        set_aside=upload.set_aside,
        groups=groups([upload]) if whole else (),
        preview=_preview(upload.preview, newest_id) if whole else None,
        decided_by=str(upload.decided_by or ""),
        decided_at=upload.decided_at,
        why=upload.why,
        accepted_set_aside=upload.accepted_set_aside,
        snapshot_id=upload.snapshot_id,
        refusal=upload.refusal,
        ids_of=upload.ids_of,
    )


def file_view(one: StoredFile) -> FileView:
    return FileView(one.name, one.format, one.edition, one.sha256, one.tables)


def part_view(one: StoredPart) -> PartView:
    upload = one.upload
    return PartView(
        one.table, one.source, one.rows, upload.pk, _stored_at(upload), upload.label
    )


def table_view(one: StoredTable) -> TableView:
    return TableView(one.name, one.rows, tuple(one.sources), one.filled, one.data_to)


def groups(uploads: Iterable[Upload]) -> tuple[FindingView, ...]:
    """Findings by file, cause and column, with the first for an example. What stops a
    load comes first."""
    found: dict[tuple[str, str, str], FindingView] = {}
    for upload in uploads:
        for count in upload.quality.all():
            if count.code:
                key = (count.file, count.code, count.column)
                found[key] = _counted(count, found.get(key))
    return tuple(sorted(found.values(), key=lambda group: group.severity != "error"))


def quality_rows(upload: Upload) -> Mapping[tuple[str, str], list[QualityCount]]:
    """An upload's counts by table and team."""
    found: dict[tuple[str, str], list[QualityCount]] = {}
    for one in upload.quality.all():
        found.setdefault((one.table, one.team), []).append(one)
    return found


def _counted(one: QualityCount, before: FindingView | None) -> FindingView:
    """The group with one more team's count in it."""
    if before is not None:
        example = before.example or one.example
        teams = before.teams | {one.team: before.teams.get(one.team, 0) + one.rows}
        return replace(
            before, count=before.count + one.rows, example=example, teams=teams
        )
    cause = CAUSES.get(one.code)
    return FindingView(
        file=one.file,
        code=one.code,
        severity=one.severity,
        count=one.rows,
        example=one.example,
        remedy=one.remedy,
        table=one.table,
        column=one.column,
        title=cause.title if cause else one.code,
        teams={one.team: one.rows},
    )


def _preview(kept: dict[str, Any] | None, newest_id: int | None) -> Preview | None:
    if kept is None:
        return None
    base = StoredSnapshot.objects.filter(pk=kept["base"]).first()
    return Preview(
        base_id=kept["base"],
        base_label="" if base is None else base.label,
        stale=kept["base"] != newest_id,
        tables=tuple(map(_table_preview, kept["tables"])),
        kept=_parts(kept["kept"]),
        replaced=_parts(kept["replaced"]),
        feeds=tuple(kept["feeds"]),
        lacks={name: tuple(tables) for name, tables in kept["lacks"].items()},
    )


def _table_preview(kept: dict[str, Any]) -> TablePreview:
    return TablePreview(
        **{
            **kept,
            "first": _date(kept["first"]),
            "last": _date(kept["last"]),
            "sources": tuple(kept["sources"]),
        }
    )


def _parts(kept: Iterable[dict[str, Any]]) -> tuple[PartView, ...]:
    whence = Upload.objects.in_bulk([one["upload"] for one in kept])
    return tuple(
        PartView(
            one["table"],
            one["source"],
            one["rows"],
            one["upload"],
            _stored_at(whence[one["upload"]]),
            whence[one["upload"]].label,
        )
        for one in kept
    )


def _stored_at(upload: Upload) -> datetime:
    return upload.decided_at or upload.received_at


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
