"""Where an upload stands. Plain Python: what may follow what is decided here."""

from enum import StrEnum
from typing import Final


class UploadState(StrEnum):
    RECEIVED = "received"
    READING = "reading"
    READ = "read"
    ACCEPTED = "accepted"
    STORED = "stored"
    REFUSED = "refused"
    FAILED = "failed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"

    @property
    def live(self) -> bool:
        """Whether the same files again are this upload and not a new one."""
        return self in LIVE

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(state.value, state.value) for state in cls]


LIVE: Final = (
    UploadState.RECEIVED,
    UploadState.READING,
    UploadState.READ,
    UploadState.ACCEPTED,
    UploadState.STORED,
)

_NEXT: Final[dict[UploadState, frozenset[UploadState]]] = {
    UploadState.RECEIVED: frozenset(
        {UploadState.READING, UploadState.FAILED, UploadState.WITHDRAWN}
    ),
    # Read again from the start, after whoever was reading died.
    UploadState.READING: frozenset(
        {
            UploadState.RECEIVED,
            UploadState.READING,
            UploadState.READ,
            UploadState.REFUSED,
            UploadState.FAILED,
            UploadState.WITHDRAWN,
        }
    ),
    UploadState.READ: frozenset(
        {UploadState.ACCEPTED, UploadState.REJECTED, UploadState.WITHDRAWN}
    ),
    UploadState.ACCEPTED: frozenset({UploadState.STORED}),
    UploadState.STORED: frozenset({UploadState.EXPIRED}),
}


def may_become(now: UploadState, then: UploadState) -> bool:
    """Whether an upload in one state may go straight to another."""
    return then in _NEXT.get(now, frozenset())
