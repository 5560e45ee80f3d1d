"""From files to a snapshot, straight through, for whoever is at the machine."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict, Unpack

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.warehouse import locks, receiving, uploads
from madegood.warehouse.faults import LoadRefused
from madegood.warehouse.models import StoredSnapshot, Upload
from madegood.warehouse.saying import where_it_is
from madegood.warehouse.states import UploadState
from madegood.warehouse.storing import store

Progress = Callable[[Path, int], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """`repeated`: the same files had been loaded before, as `says` says."""

    snapshot: StoredSnapshot
    upload: Upload
    repeated: bool
    says: str


class Asked(TypedDict, total=False):
    """What is asked of a load besides.

    alone   keep nothing of the newest snapshot; else what it has of other tables and
            sources stays
    again   put the same files in once more; else they change nothing
    ids_of  the system whose ids the children have, where they are not the authority's
    """

    alone: bool
    again: bool
    ids_of: str


def load(*, by: User | None, paths: Sequence[Path], label: str = "") -> StoredSnapshot:
    """The snapshot of these files; see `load_files`."""
    return load_files(by=by, paths=paths, label=label).snapshot


def load_files(
    *,
    by: User | None,
    paths: Sequence[Path],
    label: str = "",
    accept_set_aside: bool = False,
    progress: Progress | None = None,
    **asked: Unpack[Asked],
) -> Loaded:
    """Read the files and keep them as a snapshot, or store nothing.

    However often it is cut short, doing it again ends as if it had been done once.

    Raises LoadRefused (nothing stored), accounts' Refused, measures' BadSettings.
    """
    if by is not None:
        require(by, Permission.DATA_LOAD)
    label = uploads.named(label or ", ".join(path.name for path in paths))
    alone = asked.get("alone", False)
    arrived = receiving.look_at(paths, asked.get("ids_of", ""))
    uploads.allow(label, arrived)
    after = uploads.again_after(again=asked.get("again", False))
    digest = arrived.digest(alone=alone, after=after)
    with locks.held(uploads.lock_of(digest)):
        upload, _ = uploads.begin(
            Upload(label=label, received_by=by, alone=alone),
            arrived,
            after=after,
            queued=False,
        )
        if upload.state == UploadState.STORED:
            assert upload.snapshot is not None
            return Loaded(
                upload.snapshot, upload, repeated=True, says=where_it_is(upload)
            )
        if upload.state in (UploadState.RECEIVED, UploadState.READING):
            _read(upload, paths, progress, accept_set_aside=accept_set_aside)
        return _finished(by, upload, accept_set_aside=accept_set_aside)


def _read(
    upload: Upload,
    paths: Sequence[Path],
    progress: Progress | None,
    *,
    accept_set_aside: bool,
) -> None:
    errors = uploads.read(
        upload, paths, rows_may_be_set_aside=accept_set_aside, progress=progress
    )
    if upload.state == UploadState.REFUSED:
        raise LoadRefused(upload.refusal, errors)


def _finished(by: User | None, upload: Upload, *, accept_set_aside: bool) -> Loaded:
    if upload.state == UploadState.READ:
        _accept(by, upload, accept_set_aside=accept_set_aside)
    stored = store(upload)
    uploads.change(upload, UploadState.STORED)
    return Loaded(stored, upload, repeated=False, says=where_it_is(upload))


def _accept(by: User | None, upload: Upload, *, accept_set_aside: bool) -> None:
    faulty = upload.findings.filter(severity="error").exists()
    if faulty and not accept_set_aside:
        raise LoadRefused(
            f"{upload.label}: {upload.set_aside:,} rows were set aside, and somebody "
            "must accept that: on the Data page, or here with --accept-set-aside."
        )
    with transaction.atomic():
        uploads.accepted(upload, by)
