"""Attached files on disk: named by their own SHA-256, written once, never changed.

A file is written beside its place, looked into, flushed, and only then given its name; a
process that dies half-way leaves nothing but a part that nobody names. Whoever takes a
file records it in the ledger within `received()`, so that no sweep takes it meanwhile.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from django.conf import settings

from madegood.accounts.models import User
from madegood.clock.today import now
from madegood.intake.attached import AttachedKind, NotTaken, look_into
from madegood.intake.limits import MIB
from madegood.plan.file_models import AttachedFile
from madegood.warehouse import locks

_PART: Final = ".part-"
_LOCK: Final = "attached"
_LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class Received:
    """A file that was looked into and is on the disk, not yet in the ledger."""

    sha256: str
    name: str
    kind: AttachedKind
    size: int
    readable: bool


class Lost(RuntimeError):
    """A file that the ledger names is not on the disk, or is not what it was."""


def folder() -> Path:
    """Where attached files are: made when first asked for, for us alone."""
    made = Path(settings.DATA_DIR) / "attached"
    made.mkdir(parents=True, exist_ok=True, mode=0o700)
    return made


def path_of(sha256: str) -> Path:
    return folder() / sha256[:2] / sha256


def most_bytes() -> int:
    return int(settings.ATTACHED_MIB) * MIB


@contextmanager
def received(name: str, chunks: Iterable[bytes]) -> Iterator[Received]:
    """Keep a file, and hold it kept until the ledger names it. Raises NotTaken."""
    called = _plain_name(name)
    with locks.held(_LOCK, shared=True):
        handle, made = tempfile.mkstemp(prefix=_PART, dir=folder())
        part = Path(made)
        try:
            with os.fdopen(handle, "wb") as out:
                size, sha256 = _write(out, chunks)
            looked = look_into(part, called, settings.OFFICE_POSTCODES)
            _put_in_place(part, path_of(sha256))
        finally:
            part.unlink(missing_ok=True)
        yield Received(sha256, called, looked.kind, size, looked.readable)


def record(*, by: User, given: Received) -> AttachedFile:
    """Name the file in the ledger. Call within `received()`, in a transaction."""
    return AttachedFile.objects.create(
        sha256=given.sha256,
        name=given.name,
        kind=given.kind.name,
        size=given.size,
        readable=given.readable,
        received_at=now(),
        received_by=by,
    )


def read(sha256: str) -> bytes:
    """The very bytes that were attached; raises Lost where they are not."""
    try:
        data = path_of(sha256).read_bytes()
    except FileNotFoundError:
        raise Lost(
            "The file is not in the data folder. Ask whoever keeps the system to put it "
            "back from a backup."
        ) from None
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Lost(
            "The file on the disk is not the one that was attached: its hash differs. Ask "
            "whoever keeps the system to put it back from a backup."
        )
    return data


def is_whole(sha256: str) -> bool | None:
    """Whether what is on the disk is what its name says; None where it is not there."""
    try:
        with path_of(sha256).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except FileNotFoundError:
        return None


def unnamed(named: Iterable[str]) -> list[Path]:
    """Files, and parts of files, that the ledger does not name: left by somebody who
    died half-way, or whose action was refused. Waits until nobody is taking any."""
    wanted = set(named)
    with locks.held(_LOCK):
        return [
            path
            for path in folder().rglob("*")
            if path.is_file() and path.name not in wanted
        ]


def _write(out: BinaryIO, chunks: Iterable[bytes]) -> tuple[int, str]:
    size, digest, most = 0, hashlib.sha256(), most_bytes()
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise NotTaken(
                f"The file is larger than {most // MIB:,} MiB, which is the most that is "
                "kept. Attach the pages that show it, or give a link to where it is."
            )
        digest.update(chunk)
        out.write(chunk)
    out.flush()
    os.fsync(out.fileno())
    return size, digest.hexdigest()


def _put_in_place(part: Path, place: Path) -> None:
    if is_whole(place.name):
        return
    place.parent.mkdir(exist_ok=True, mode=0o700)
    part.chmod(0o400)
    part.replace(place)
    for written in (place.parent, place.parent.parent):
        _settle(written)


def _settle(place: Path) -> None:
    """A renamed file is there after a power cut only once its folder is written."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _plain_name(name: str) -> str:
    """The last part of a name, in letters that are shown as they are."""
    last = PurePosixPath(name.replace("\\", "/")).name
    said = "".join(letter for letter in last if letter.isprintable()).strip()
    stem, ending = PurePosixPath(said).stem, PurePosixPath(said).suffix
    return f"{stem[: _LONGEST_NAME - len(ending)]}{ending}" if said else "file"
