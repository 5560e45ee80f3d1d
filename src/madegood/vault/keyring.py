"""The folder of keys: each made once, whole or not at all, readable by us alone.

Plain Python, because a restore must work before there is a ledger. A key's fingerprint
tells two keys apart and says nothing else: it is a hash of 256 random bits.
"""

import contextlib
import hashlib
import os
import secrets
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PSEUDONYMS: Final = "pseudonyms"
VAULT: Final = "vault"
MATCHING: Final = "matching"
SESSION: Final = "session"
CALLED: Final = {
    PSEUDONYMS: "the key that makes children’s codes",
    VAULT: "the key of the vault, which turns codes back",
    MATCHING: "the key of the matching lists",
    SESSION: "the key that signs sessions",
}
_BYTES: Final = 32
_NEXT: Final = ".next"


class KeyMissing(RuntimeError):
    """A key that was in use is not in the folder, or another stands in its place."""


class KeyUnreadable(RuntimeError):
    """What stands in the folder under a key's name is not a key."""


def called(name: str) -> str:
    """A key in words; a research purpose's is named by its purpose."""
    purpose = name.removeprefix(f"{PSEUDONYMS}-")
    return CALLED.get(name, f"the key that makes codes for “{purpose}”")


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys in one folder."""

    folder: Path

    def names(self) -> list[str]:
        """The keys that are there, by name."""
        if not self.folder.is_dir():
            return []
        return sorted(
            path.name
            for path in self.folder.iterdir()
            if path.is_file() and not path.name.startswith(".") and not path.suffix
        )

    def has(self, name: str) -> bool:
        return (self.folder / name).is_file()

    def written(self, name: str) -> str:
        """A key as its file holds it. Raises KeyMissing, KeyUnreadable."""
        path = self.folder / name
        try:
            text = path.read_text("ascii").strip()
        except FileNotFoundError:
            raise KeyMissing(
                f"{called(name).capitalize()} is not in {self.folder}. Restore it from "
                "the escrow with `madegood keys restore`."
            ) from None
        except (OSError, UnicodeDecodeError) as fault:
            raise KeyUnreadable(
                f"{path} cannot be read as a key ({type(fault).__name__}). Restore it "
                "from the escrow with `madegood keys restore`."
            ) from None
        if not text:
            raise KeyUnreadable(f"{path} is empty. Restore it from the escrow.")
        return text

    def keys(self, name: str) -> list[bytes]:
        """The key's own bytes, made now if there is none of that name; more than one
        where new keys have been laid over the first."""
        if not self.has(name):
            self.put(name, secrets.token_hex(_BYTES))
        try:
            return [bytes.fromhex(line) for line in self.written(name).split()]
        except ValueError:
            raise KeyUnreadable(
                f"{self.folder / name} does not hold a key in hexadecimal. Restore it "
                "from the escrow with `madegood keys restore`."
            ) from None

    def key(self, name: str) -> bytes:
        """The same for a key that has no other laid over it."""
        return self.keys(name)[-1]

    def put(self, name: str, written: str) -> None:
        """Write a key that is not there yet; one that is stays as it is."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (
            _beside(self.folder, written) as made,
            contextlib.suppress(FileExistsError),
        ):
            os.link(made, self.folder / name)
        _onto_disk(self.folder)

    def replace(self, name: str, written: str) -> None:
        """Write a key, whatever was there."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _beside(self.folder, written) as made:
            made.replace(self.folder / name)
        _onto_disk(self.folder)

    def propose(self, name: str, *, over: bool = False) -> bytes:
        """A new key beside the one in use, which takes its place at `promote`, or is
        laid over it there."""
        written = secrets.token_hex(_BYTES)
        before = f"{self.written(name)}\n" if over else ""
        self.replace(name + _NEXT, before + written)
        return bytes.fromhex(written)

    def proposed(self, name: str) -> str | None:
        """The fingerprint of the key that waits to take this one's place, if any."""
        path = self.folder / (name + _NEXT)
        return fingerprint(path.read_text("ascii").strip()) if path.is_file() else None

    def promote(self, name: str) -> None:
        """The proposed key takes the place of the one in use, in one step."""
        (self.folder / (name + _NEXT)).replace(self.folder / name)
        _onto_disk(self.folder)

    def withdraw(self, name: str) -> None:
        """The proposed key is forgotten."""
        (self.folder / (name + _NEXT)).unlink(missing_ok=True)

    def fingerprints(self) -> dict[str, str]:
        """What tells each key from any other, without showing it."""
        return {name: fingerprint(self.written(name)) for name in self.names()}


def fingerprint(written: str) -> str:
    """16 hexadecimal letters that are always the same for the same key."""
    return hashlib.sha256(b"madegood key\0" + written.encode()).hexdigest()[:16]


@contextlib.contextmanager
def _beside(folder: Path, written: str) -> Iterator[Path]:
    """The key whole in a file of its own, so that no reader meets half of it."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=".key-")
    path = Path(name)
    try:
        with os.fdopen(handle, "w") as out:
            out.write(written)
            out.flush()
            os.fsync(out.fileno())
        yield path
    finally:
        path.unlink(missing_ok=True)


def _onto_disk(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
