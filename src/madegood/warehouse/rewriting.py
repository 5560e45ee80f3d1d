"""Changing what was kept, in the two cases where that must be: a child is erased, or
the pseudonyms get a new key. New blobs first, then the ledger in one transaction, then
the old blobs go: cut short anywhere, it is as before or as after.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import pyarrow as pa

from madegood.warehouse import blobs, locks
from madegood.warehouse.composing import Composed, manifest
from madegood.warehouse.facts import filled, span
from madegood.warehouse.models import (
    RunRows,
    StoredPart,
    StoredSnapshot,
    StoredTable,
    Upload,
)
from madegood.warehouse.states import UploadState

# What is asked of a part or table: the rows it is to have, and where they came from.
Change = Callable[[pa.Table, pa.Table], tuple[pa.Table, pa.Table]]


class StillReading(RuntimeError):
    """Files are here that nobody has read yet: what is in them cannot be changed."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Rows and where each came from, as two blobs."""

    table: str
    source: str
    blob: str
    lineage: str


@contextmanager
def everything_still() -> Iterator[None]:
    """Nothing is loaded, read or computed meanwhile. Raises StillReading."""
    with locks.held("snapshots"), blobs.nobody_writing():
        waiting = Upload.objects.exclude(folder="").filter(
            state__in=(UploadState.RECEIVED, UploadState.READING)
        )
        if waiting.exists():
            raise StillReading(
                "Files have been received that are not read yet, and may hold the same "
                "child. Wait until they have been, or withdraw them on the Data page."
            )
        yield


def pairs() -> list[Pair]:
    """Every part and table that is kept, once each."""
    parts = StoredPart.objects.values_list("table", "source", "blob", "lineage")
    tables = StoredTable.objects.values_list("name", "blob", "lineage")
    held = {Pair(*part) for part in parts}
    known = {(one.table, one.blob, one.lineage) for one in held}
    held |= {
        Pair(name, "", b, ln) for name, b, ln in tables if (name, b, ln) not in known
    }
    return sorted(held, key=lambda one: (one.table, one.source, one.blob))


def put_in_place(changed: Mapping[tuple[str, str], tuple[str, str]]) -> set[int]:
    """Name new pairs of blobs where the ledger names old ones; the snapshots that
    changed. Within a transaction."""
    for part in StoredPart.objects.all():
        new = changed.get((part.blob, part.lineage))
        if new is not None:
            part.blob, part.lineage = new
            part.rows = blobs.rows_in(part.blob)
            part.save()
    snapshots = set()
    for one in StoredTable.objects.all():
        new = changed.get((one.blob, one.lineage))
        if new is not None:
            one.blob, one.lineage = new
            one.rows, one.filled = blobs.rows_in(one.blob), filled(one.blob)
            one.data_to = span(one.blob, one.name).last
            one.save()
            snapshots.add(one.snapshot_id)
    for stored in StoredSnapshot.objects.filter(expired_at=None):
        _sum_up(stored)
    return snapshots


def put_rows_in_place(changed: Mapping[str, str]) -> None:
    """The same for row states."""
    for one in RunRows.objects.filter(blob__in=changed):
        one.blob = changed[one.blob]
        one.rows = blobs.rows_in(one.blob)
        one.save()


def named() -> set[str]:
    """Every blob that the ledger names."""
    found: set[str] = set()
    for model in (StoredPart, StoredTable):
        for pair in model.objects.values_list("blob", "lineage"):
            found.update(pair)
    found.update(RunRows.objects.values_list("blob", flat=True))
    return found


def _sum_up(stored: StoredSnapshot) -> None:
    tables = [
        Composed(t.name, t.blob, t.lineage, t.rows, tuple(t.sources))
        for t in stored.tables.all()
    ]
    stored.rows = sum(one.rows for one in tables)
    stored.manifest = manifest(stored.parts.all(), tables, stored.settings_text)
    stored.save(update_fields=["rows", "manifest"])
