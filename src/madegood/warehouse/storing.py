"""From an accepted upload to the snapshot that follows the newest."""

import hashlib
from collections.abc import Sequence

from django.db import transaction

from madegood.accounts.models import User
from madegood.clock.today import now
from madegood.trail.actions import record_event
from madegood.warehouse import blobs, locks
from madegood.warehouse.composing import (
    Composed,
    Given,
    base_of,
    compose,
    manifest,
    newest,
    order,
    together,
)
from madegood.warehouse.facts import filled, span
from madegood.warehouse.models import StoredSnapshot, StoredTable, Upload


def store(upload: Upload) -> StoredSnapshot:
    """The snapshot that an upload makes: its parts, and those of the newest snapshot
    that it does not replace.

    Where that is what the newest holds already, it is the newest. One upload is stored
    at a time, for each stands on the one before. Done again it has no effect.
    """
    if upload.snapshot is not None:
        return upload.snapshot
    with locks.held("snapshots"), blobs.writing():
        before = newest()
        base = base_of(alone=upload.alone, synthetic=upload.synthetic)
        settings_text = upload.settings_text or (base.settings_text if base else "")
        parts = list(
            together(base.parts.all() if base else (), upload.parts.all()).values()
        )
        tables = compose(parts, order())
        named = manifest(parts, tables, settings_text)
        with transaction.atomic():
            stored = before
            if before is None or before.manifest != named:
                stored = _make(upload, before, named, settings_text)
                _fill(stored, upload, parts, tables)
            upload.snapshot = stored
            upload.save(update_fields=["snapshot"])
    assert stored is not None
    return stored


def _make(
    upload: Upload, before: StoredSnapshot | None, named: str, settings_text: str
) -> StoredSnapshot:
    return StoredSnapshot.objects.create(
        content=_content(named, before),
        manifest=named,
        label=upload.label[:200],
        loaded_at=now(),
        loaded_by=_whose(upload),
        synthetic=upload.synthetic,
        settings_text=settings_text,
        rows=0,
    )


def _fill(
    stored: StoredSnapshot,
    upload: Upload,
    parts: Sequence[Given],
    tables: Sequence[Composed],
) -> None:
    stored.parts.set(parts)  # type: ignore[arg-type]
    made = StoredTable.objects.bulk_create(_table(stored, one) for one in tables)
    stored.rows = sum(one.rows for one in tables)
    stored.data_to = max((one.data_to for one in made if one.data_to), default=None)
    stored.save(update_fields=["rows", "data_to"])
    upload.files.update(snapshot=stored)
    upload.findings.update(snapshot=stored)
    record_event(
        by=_whose(upload),
        kind="snapshot_loaded",
        subject=stored,
        rows=stored.rows,
        files=upload.files.count(),
    )


def _content(named: str, before: StoredSnapshot | None) -> str:
    """Its manifest names it. Rows that come back after others make a snapshot of their
    own, named also by what it follows, so that the earlier one is not mistaken for it."""
    if before is None or not StoredSnapshot.objects.filter(content=named).exists():
        return named
    return hashlib.sha256(f"{named} after {before.content}".encode()).hexdigest()


def _table(stored: StoredSnapshot, one: Composed) -> StoredTable:
    return StoredTable(
        snapshot=stored,
        name=one.name,
        blob=one.blob,
        lineage=one.lineage,
        rows=one.rows,
        sources=list(one.sources),
        filled=filled(one.blob),
        data_to=span(one.blob, one.name).last,
    )


def _whose(upload: Upload) -> User | None:
    return upload.decided_by or upload.received_by
