"""Uploads: received, read, decided, stored. Every step can be done again from its
start, by whoever comes, without a second effect."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from django.db import DatabaseError, IntegrityError, transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now
from madegood.intake.findings import Finding, printable
from madegood.trail.actions import record_event, require_reason
from madegood.warehouse import composing, locks, queue, receiving
from madegood.warehouse.faults import LoadRefused, not_allowed
from madegood.warehouse.held import let_go
from madegood.warehouse.keyed import read_apart
from madegood.warehouse.models import Upload
from madegood.warehouse.receiving import Arrived, Sent
from madegood.warehouse.saying import where_it_is
from madegood.warehouse.staging import stage
from madegood.warehouse.states import LIVE, UploadState, may_become

MOST_ATTEMPTS: Final = 3
_TELL_EVERY: Final = timedelta(seconds=2)


class NotReady(ValueError):
    """The upload does not stand where that can be done; the message says where."""


class Moved(NotReady):
    """What was agreed to is not what is there: read the page again."""


@dataclass(frozen=True, slots=True)
class Received:
    """`repeated`: the same files were here before, and `says` what became of them."""

    upload_id: int
    repeated: bool
    says: str


def receive(
    *,
    by: User | None,
    files: Sequence[Sent],
    label: str = "",
    alone: bool = False,
    again: bool = False,
    ids_of: str = "",
) -> Received:
    """Keep the files for ourselves and have them read in the background.

    alone  keep nothing of the newest snapshot
    again  do not take them for a repetition, though they were loaded before
    ids_of the system whose ids the children have, where they are not the authority's
    Raises LoadRefused, accounts' Refused, measures' BadSettings.
    """
    if by is not None:
        require(by, Permission.DATA_LOAD)
    with receiving.received(files) as folder:
        arrived = receiving.look_at([folder], ids_of)
        allow(label or "These files", arrived)
        upload, made = begin(
            Upload(
                label=named(label or ", ".join(sorted(name for name, _ in files))),
                received_by=by,
                alone=alone,
                folder=folder.name,
            ),
            arrived,
            after=again_after(again=again),
            queued=True,
        )
        if not made:
            receiving.discard(folder.name)
    return Received(upload.pk, not made, where_it_is(upload))


def allow(label: str, arrived: Arrived) -> None:
    """Before anything is read or kept; raises LoadRefused."""
    if why := not_allowed(label, synthetic=arrived.synthetic):
        raise LoadRefused(why)


def begin(
    upload: Upload, arrived: Arrived, *, after: str, queued: bool
) -> tuple[Upload, bool]:
    """The upload of these files that lives, or this new one, and whether it is new."""
    upload.digest = arrived.digest(alone=upload.alone, after=after)
    upload.hashes = list(arrived.hashes)
    upload.settings_text = arrived.settings_text
    upload.synthetic = arrived.synthetic
    upload.ids_of = arrived.ids_of
    upload.files_total = len(arrived.hashes)
    upload.state = UploadState.RECEIVED
    upload.received_at = now()
    if (before := living(upload.digest)) is not None:
        return before, False
    try:
        with transaction.atomic():
            upload.save()
            if queued:
                upload.task = queue.later(queue.READ, upload.pk)
                upload.save(update_fields=["task"])
            record_event(
                by=upload.received_by,
                kind="upload_received",
                subject=upload,
                files=upload.files_total,
            )
    except IntegrityError:
        before = living(upload.digest)
        if before is None:
            raise
        return before, False
    return upload, True


def living(digest: str) -> Upload | None:
    return Upload.objects.filter(digest=digest, state__in=LIVE).first()


def process(upload_id: int) -> None:
    """Read an upload's files, unless somebody is at it or it has been done."""
    upload = Upload.objects.get(pk=upload_id)
    with suppress(locks.Busy), locks.held(lock_of(upload.digest), wait=False):
        upload.refresh_from_db()
        if upload.folder and upload.state in (
            UploadState.RECEIVED,
            UploadState.READING,
        ):
            read(upload, [receiving.uploads_folder() / upload.folder])


def read(
    upload: Upload,
    paths: Sequence[Path],
    *,
    rows_may_be_set_aside: bool = True,
    progress: Callable[[Path, int], None] | None = None,
) -> tuple[Finding, ...]:
    """Read the files and keep what they hold; the errors found. Under the upload's
    lock.

    Raises whatever stopped it, after saying so in the ledger if that can be.
    """
    change(upload, UploadState.READING, attempts=upload.attempts + 1, heartbeat=now())
    folder = upload.folder
    try:
        errors = stage(
            upload,
            # Given away and not held, so that its rows can go once they are kept.
            read_apart(paths, _Told(upload, progress)),
            rows_may_be_set_aside=rows_may_be_set_aside,
        )
    except Exception as fault:
        with suppress(DatabaseError):
            _failed(upload, f"{fault}")
        raise
    receiving.discard(folder)
    return errors


def accept(*, by: User, upload_id: int, set_aside: int) -> None:
    """Take what was read, knowing how many rows were set aside; it is stored and the
    measures computed in the background. Raises NotReady, Moved, accounts' Refused."""
    require(by, Permission.DATA_LOAD)
    with transaction.atomic():
        upload = _decided(upload_id, UploadState.ACCEPTED)
        if set_aside != upload.set_aside:
            raise Moved(
                f"{upload.set_aside:,} rows were set aside, not {set_aside:,}: look at "
                "them again before you accept."
            )
        accepted(upload, by)
        upload.task = queue.later(queue.FINISH, upload.pk)
        upload.save(update_fields=["task"])


def accepted(upload: Upload, by: User | None) -> None:
    """Write down who took it, and how many rows they took as set aside."""
    change(
        upload,
        UploadState.ACCEPTED,
        decided_by=by,
        decided_at=now(),
        accepted_set_aside=upload.set_aside,
    )
    record_event(
        by=by, kind="upload_accepted", subject=upload, set_aside=upload.set_aside
    )


def reject(*, by: User, upload_id: int, why: str) -> None:
    """Leave out what was read. Raises NoReason, NotReady, accounts' Refused."""
    _leave_out(by, upload_id, why, UploadState.REJECTED)


def withdraw(*, by: User, upload_id: int, why: str) -> None:
    """Take back what was sent, before it is stored. Raises as `reject`."""
    _leave_out(by, upload_id, why, UploadState.WITHDRAWN)


def change(upload: Upload, then: UploadState, **fields: object) -> None:
    """Move an upload on; raises NotReady where it may not go there."""
    if not may_become(UploadState(upload.state), then):
        raise NotReady(f"{where_it_is(upload)} Nothing was done.")
    upload.state = then
    for name, value in fields.items():
        setattr(upload, name, value)
    upload.save()


def again_after(*, again: bool) -> str:
    """The snapshot that files given once more on purpose are to follow."""
    newest = composing.newest() if again else None
    return "" if newest is None else newest.content


def named(label: str) -> str:
    """What an upload is called: whatever a file's name may hold, it can be stored."""
    return printable(label)[:200]


def lock_of(digest: str) -> str:
    """One lock for all files of the same beginning: there are no more than 256."""
    return f"upload-{digest[:2]}"


class _Told:
    """Writes down how far the reading is, now and then, and tells whoever watches."""

    def __init__(
        self, upload: Upload, watching: Callable[[Path, int], None] | None
    ) -> None:
        self.upload = upload.pk
        self.watching = watching
        self.path: Path | None = None
        self.before, self.of_this, self.done = 0, 0, 0
        self.last = now()

    def __call__(self, path: Path, rows: int) -> None:
        if path != self.path:
            self.done += self.path is not None
            self.path, self.before = path, self.before + self.of_this
        self.of_this = rows
        if self.watching is not None and rows:
            self.watching(path, rows)
        if now() - self.last >= _TELL_EVERY:
            self.last = now()
            Upload.objects.filter(pk=self.upload).update(
                heartbeat=self.last,
                files_done=self.done,
                rows_so_far=self.before + self.of_this,
            )


def _failed(upload: Upload, says: str) -> None:
    """To be tried again where its files are still here, a few times."""
    upload.refresh_from_db()
    if upload.folder and upload.attempts < MOST_ATTEMPTS:
        change(upload, UploadState.RECEIVED, refusal=says)
        return
    give_up(upload, says)


def give_up(upload: Upload, says: str) -> None:
    folder = upload.folder
    with transaction.atomic():
        change(upload, UploadState.FAILED, refusal=says, folder="")
        record_event(by=None, kind="upload_failed", subject=upload, why=says)
    receiving.discard(folder)


def _leave_out(by: User, upload_id: int, why: str, then: UploadState) -> None:
    require(by, Permission.DATA_LOAD)
    require_reason(why)
    with transaction.atomic():
        upload = _decided(upload_id, then)
        folder = upload.folder
        change(upload, then, decided_by=by, decided_at=now(), why=why, folder="")
        let_go(upload.parts.all(), upload.findings.all())
        record_event(by=by, kind=f"upload_{then}", subject=upload, why=why)
    receiving.discard(folder)


def _decided(upload_id: int, then: UploadState) -> Upload:
    """The upload, locked until the transaction ends, if that may be decided of it."""
    upload = Upload.objects.select_for_update(of=("self",)).get(pk=upload_id)
    if not may_become(UploadState(upload.state), then):
        raise NotReady(f"{where_it_is(upload)} Nothing was done.")
    return upload
