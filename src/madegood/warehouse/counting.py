"""Counting what is stored again: rows expected = rows stored + rows refused, and every
blob that is named is there with as many rows as the ledger says."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from django.db import transaction

from madegood.clock.today import now
from madegood.trail.actions import record_event
from madegood.warehouse import blobs
from madegood.warehouse.models import (
    StoreCheck,
    StoredPart,
    StoredSnapshot,
    StoredTable,
    Upload,
)
from madegood.warehouse.states import UploadState

# A blob whose size and rows are right can still have been changed: the newest
# snapshot's are hashed again so often.
HASHED_EVERY: Final = timedelta(days=1)
_UPLOADS, _BLOBS, _BYTES = "uploads", "blobs", "bytes"


def count_again() -> int:
    """Count, and write down what does not add up; how many things do not. The trail is
    told when that changes, and not each minute."""
    faulty = _write(_UPLOADS, list(_uploads())) + _write(_BLOBS, list(_blobs()))
    last = StoreCheck.objects.filter(subject=_BYTES).first()
    if last is None or now() - last.at > HASHED_EVERY:
        return faulty + _write(_BYTES, list(_altered()))
    return faulty + (not last.ok)


def _uploads() -> Iterator[str]:
    done = (UploadState.READ, UploadState.ACCEPTED, UploadState.STORED)
    for one in Upload.objects.filter(state__in=done):
        if one.rows != one.read + one.set_aside:
            yield (
                f"{one.label}: {one.rows:,} rows, of which {one.read:,} were read and "
                f"{one.set_aside:,} set aside"
            )
    stored = StoredSnapshot.objects.filter(expired_at=None).exclude(manifest="")
    for snapshot in stored.prefetch_related("tables"):
        there = sum(table.rows for table in snapshot.tables.all())
        if there != snapshot.rows:
            yield f"{snapshot.label}: {snapshot.rows:,} rows, and {there:,} in its tables"


def _blobs() -> Iterator[str]:
    """Only footers are read, and each blob's once."""
    seen: set[str] = set()
    for model in (StoredPart, StoredTable):
        for one in model.objects.all():
            for blob in (one.blob, one.lineage):
                if blob in seen:
                    continue
                seen.add(blob)
                if not blobs.holds(blob):
                    yield f"{one}: {blob[:12]}.parquet is not there"
                elif (rows := blobs.rows_in(blob)) != one.rows:
                    yield f"{one}: {one.rows:,} rows, and {rows:,} on the disk"


def _altered() -> Iterator[str]:
    newest = StoredSnapshot.objects.first()
    for one in newest.tables.all() if newest else ():
        for blob in (one.blob, one.lineage):
            if blobs.holds(blob) and not blobs.is_whole(blob):
                yield f"{one}: {blob[:12]}.parquet is not what it was"


@transaction.atomic
def _write(subject: str, faults: list[str]) -> int:
    before = StoreCheck.objects.filter(subject=subject).first()
    says = "; ".join(faults[:20]) + ("; …" if len(faults) > 20 else "")
    StoreCheck.objects.update_or_create(
        subject=subject,
        defaults={"at": now(), "ok": not faults, "says": says or "adds up"},
    )
    if faults and (before is None or before.says != says):
        record_event(by=None, kind="store_faulty", subject=subject, why=says)
    elif not faults and before is not None and not before.ok:
        record_event(by=None, kind="store_mended", subject=subject)
    return len(faults)
