"""Where an upload stands, in a sentence."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from madegood.clock.moments import LONDON
from madegood.clock.today import now
from madegood.warehouse.models import Upload
from madegood.warehouse.states import UploadState

# Whoever reads says so every few seconds: silent for so long, they are dead.
SILENT_FOR: Final = timedelta(seconds=60)


def where_it_is(upload: Upload) -> str:
    """As a person who sent it, or sends it again, should be told."""
    return _SAYS[UploadState(upload.state)](upload)


def is_silent(upload: Upload) -> bool:
    """Whether whoever reads it has not been heard of for too long."""
    heard = upload.heartbeat or upload.received_at
    return upload.state == UploadState.READING and now() - heard > SILENT_FOR


def _reading(upload: Upload) -> str:
    if is_silent(upload):
        return (
            "Reading was cut short. It will be begun again within two minutes, if "
            "the worker is running (`madegood worker`)."
        )
    return (
        f"Being read: file {min(upload.files_done + 1, upload.files_total):,} of "
        f"{upload.files_total:,}, {upload.rows_so_far:,} rows so far."
    )


def _when(at: datetime | None) -> str:
    if at is None:
        return "before"
    return f"on {at.astimezone(LONDON):%-d %B %Y} at {at.astimezone(LONDON):%H:%M}"


def _read(upload: Upload) -> str:
    return (
        f"Already read, {_when(upload.received_at)}: {upload.read:,} of "
        f"{upload.rows:,} rows. It waits for somebody to accept or reject it."
    )


_SAYS: Final[dict[UploadState, Callable[[Upload], str]]] = {
    UploadState.RECEIVED: lambda u: (
        f"Received {_when(u.received_at)}, and waiting to be read."
    ),
    UploadState.READING: _reading,
    UploadState.READ: _read,
    UploadState.ACCEPTED: lambda u: (
        f"Already accepted {_when(u.decided_at)}, and being stored."
    ),
    UploadState.STORED: lambda u: (
        f"Already loaded {_when(u.decided_at)} as “{u.label}”."
    ),
    UploadState.REFUSED: lambda u: f"Refused, and nothing of it kept. {u.refusal}",
    UploadState.FAILED: lambda u: f"Could not be read: {u.refusal} Send it again.",
    UploadState.REJECTED: lambda u: f"Rejected {_when(u.decided_at)}: {u.why}",
    UploadState.WITHDRAWN: lambda u: f"Withdrawn {_when(u.decided_at)}: {u.why}",
    UploadState.EXPIRED: lambda u: (
        f"Loaded {_when(u.decided_at)}; its rows have been removed since, as their "
        "time was over."
    ),
}
