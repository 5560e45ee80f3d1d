"""What is done each minute, and each day, whether anybody asks or not: work that a dead
worker left is taken up, leavings are removed, and what is stored is counted again."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q

from madegood.clock.today import now
from madegood.trail.actions import record_event
from madegood.vault.actions import clear_over
from madegood.warehouse import blobs, locks, queue, receiving
from madegood.warehouse.counting import count_again
from madegood.warehouse.expiring import expire
from madegood.warehouse.held import let_go
from madegood.warehouse.models import StoredFinding, Upload
from madegood.warehouse.rewriting import named
from madegood.warehouse.saying import SILENT_FOR
from madegood.warehouse.states import UploadState
from madegood.warehouse.uploads import (
    MOST_ATTEMPTS,
    change,
    give_up,
    lock_of,
)

# Nobody decides about last month's files any more: a newer export is to be had.
UNDECIDED_FOR: Final = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Swept:
    """How many uploads were taken up again, folders and blobs removed, and things that
    do not add up."""

    taken_up: int
    folders: int
    blobs: int
    faulty: int


def sweep() -> Swept:
    """What every minute needs. Any number of workers may do it at once."""
    taken_up = sum(map(_take_up, _left_lying()))
    return Swept(taken_up, _sweep_folders(), _sweep_blobs(), count_again())


def sweep_daily() -> list[str]:
    """What every day needs: rows whose time is over, uploads nobody decided, what was
    found in files of which nothing was kept, and lists of people for matching; says of
    which systems those were. Raises vault's NotMatched where nobody can tell how long
    such lists are kept, all else done."""
    expire()
    StoredFinding.objects.filter(
        upload__state__in=(UploadState.REFUSED, UploadState.FAILED),
        upload__received_at__lt=now() - UNDECIDED_FOR,
    ).delete()
    long_ago = now() - UNDECIDED_FOR
    for upload in Upload.objects.filter(
        state=UploadState.READ, received_at__lt=long_ago
    ):
        _withdraw(upload)
    return clear_over()


def _left_lying() -> list[Upload]:
    """Uploads that somebody should be at, and nobody has been heard of."""
    since = now() - SILENT_FOR
    silent = Q(heartbeat__lt=since) | Q(heartbeat=None, received_at__lt=since)
    accepted = Q(state=UploadState.ACCEPTED, decided_at__lt=since)
    reading = Q(state__in=(UploadState.RECEIVED, UploadState.READING)) & silent
    return list(Upload.objects.filter(reading | accepted))


def _take_up(upload: Upload) -> bool:
    """Have it done by whoever is there. Held by its lock, it is being done."""
    try:
        with locks.held(lock_of(upload.digest), wait=False):
            upload.refresh_from_db()
            return _begin_again(upload)
    except locks.Busy:
        return False


def _begin_again(upload: Upload) -> bool:
    if upload.state == UploadState.ACCEPTED:
        return _ask_again(upload, queue.FINISH)
    if upload.state not in (UploadState.RECEIVED, UploadState.READING):
        return False
    if not upload.folder:
        give_up(upload, "The command that was reading it stopped.")
        return False
    if upload.attempts >= MOST_ATTEMPTS:
        tries = f"{upload.attempts} times"
        give_up(upload, f"Reading it was cut short {tries}. {upload.refusal}".strip())
        return False
    if upload.state == UploadState.READING:
        change(upload, UploadState.RECEIVED)
    return _ask_again(upload, queue.READ)


def _ask_again(upload: Upload, task: str) -> bool:
    if queue.is_waiting(upload.task):
        return False
    with transaction.atomic():
        upload.task = queue.later(task, upload.pk)
        upload.save(update_fields=["task"])
    return True


def _sweep_folders() -> int:
    """Folders of files that no upload names: whoever received them died."""
    with suppress(locks.Busy):
        return receiving.sweep_folders(
            lambda: Upload.objects.exclude(folder="").values_list("folder", flat=True)
        )
    return 0


def _sweep_blobs() -> int:
    """Blobs that nothing names, once nobody is writing any."""
    with suppress(locks.Busy), blobs.nobody_writing(wait=False):
        return blobs.sweep(named())
    return 0


def _withdraw(upload: Upload) -> None:
    why = f"nobody decided within {UNDECIDED_FOR.days} days"
    with transaction.atomic():
        change(upload, UploadState.WITHDRAWN, decided_at=now(), why=why)
        let_go(upload.parts.all(), upload.findings.all())
        record_event(by=None, kind="upload_withdrawn", subject=upload, why=why)
