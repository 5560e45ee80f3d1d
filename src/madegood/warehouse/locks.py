"""Locks between processes that vanish with whoever holds them, however it dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


class Busy(RuntimeError):
    """Somebody else is at it."""


@contextmanager
def held(name: str, *, shared: bool = False, wait: bool = True) -> Iterator[None]:
    """Hold the lock of that name, with others where `shared`. Raises Busy where it
    cannot be had at once and `wait` is false. Not to be held twice by one process:
    the second would wait for the first for ever."""
    place = Path(settings.DATA_DIR) / "locks"
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(place / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
            fcntl.flock(handle, kind | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            raise Busy(name) from None
        yield
    finally:
        os.close(handle)
