"""Files as they arrive: looked at, hashed, and kept for ourselves until they are read."""

import hashlib
import json
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from django.conf import settings

from madegood.intake.findings import Findings, printable
from madegood.intake.folders import data_files
from madegood.measures import Settings
from madegood.vault.queries import links_standing, systems
from madegood.warehouse import locks
from madegood.warehouse.faults import LoadRefused

Sent = tuple[str, Iterable[bytes]]

_PART: Final = ".part-"
_LOCK: Final = "receiving"


@dataclass(frozen=True, slots=True)
class Arrived:
    """What a load is of, before any of it is read.

    hashes  of the data files, in order of hash
    ids_of  the other system whose ids the children have; "" where they are ours
    links   which links with that system there were
    """

    hashes: tuple[str, ...]
    settings_text: str
    synthetic: bool
    ids_of: str = ""
    links: str = ""

    def digest(self, *, alone: bool, after: str) -> str:
        """The same for the same files, whatever they are called and whoever sends
        them. `after` names the snapshot that they are to follow once more."""
        asked = [self.hashes, self.settings_text, self.synthetic, alone, after]
        if self.ids_of:
            # Once a pair has been confirmed the same files say more than before.
            asked += [self.ids_of, self.links]
        return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


def look_at(paths: Sequence[Path], ids_of: str = "") -> Arrived:
    """Hash the data files, and read the settings that came with them.

    A file that cannot be opened has no hash: the reader will say so in words of its
    own. Raises measures' BadSettings; LoadRefused where nothing is linked with the
    system whose ids the children have.
    """
    system = " ".join(ids_of.lower().split())
    return Arrived(
        tuple(sorted(map(_hash, data_files(paths, Findings())))),
        _settings_of(paths),
        _is_synthetic(paths),
        system,
        _links_with(system) if system else "",
    )


def uploads_folder() -> Path:
    made = Path(settings.DATA_DIR) / "uploads"
    made.mkdir(parents=True, exist_ok=True, mode=0o700)
    return made


@contextmanager
def received(files: Sequence[Sent]) -> Iterator[Path]:
    """A folder of our own with each file in it. It is gone afterwards unless an upload
    has been told its name: who dies meanwhile leaves it to the sweeper.

    Raises LoadRefused where there is nothing to keep, or no room for it.
    """
    if not files:
        raise LoadRefused("No file was sent. Choose the files to load.")
    with locks.held(_LOCK, shared=True):
        made = uploads_folder() / secrets.token_hex(16)
        made.mkdir(mode=0o700)
        try:
            _write(files, made)
            yield made
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise


def discard(folder: str) -> None:
    """Files may hold names: they go as soon as they have been read."""
    if folder:
        shutil.rmtree(uploads_folder() / folder, ignore_errors=True)


def sweep_folders(named: Callable[[], Iterable[str]]) -> int:
    """Remove the folders that no upload names; how many. `named` is asked once nobody
    is receiving anything; raises locks.Busy while somebody is."""
    with locks.held(_LOCK, wait=False):
        wanted = set(named())
        left = [one for one in uploads_folder().iterdir() if one.name not in wanted]
        for folder in left:
            shutil.rmtree(folder, ignore_errors=True)
        return len(left)


def _links_with(system: str) -> str:
    standing = links_standing(system)
    if not standing:
        linked = [one.name for one in systems() if one.linked]
        there = f" There are links with: {', '.join(linked)}." if linked else ""
        raise LoadRefused(
            f"No child is linked with the system “{printable(system[:40])}” yet, so "
            f"files that have its ids cannot be loaded.{there} Match the two lists "
            "(madegood match propose), confirm pairs on the page Data, Matching, and "
            "load again."
        )
    return standing


def _write(files: Sequence[Sent], folder: Path) -> None:
    try:
        for place, (name, chunks) in enumerate(files):
            path = folder / _safe(name, place)
            if path.exists():
                path = folder / f"{place}-{path.name}"
            with path.open("xb") as out:
                for chunk in chunks:
                    out.write(chunk)
            path.chmod(0o600)
    except OSError as fault:
        raise LoadRefused(
            f"The files could not be kept ({fault.strerror or fault}), so nothing was "
            "received. See that the data folder's disk is not full, and send them "
            "again."
        ) from fault


def _safe(name: str, place: int) -> str:
    """Only the last part of a name is used, so that a name cannot point elsewhere."""
    said = PurePosixPath(name.replace("\\", "/").replace("\0", "")).name
    return said[-120:] if said.strip(". ") else f"file-{place}"


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""


def _settings_of(paths: Sequence[Path]) -> str:
    """The settings file that came with the data; raises BadSettings if unusable."""
    for path in paths:
        found = path / "settings.toml" if path.is_dir() else path
        if found.name == "settings.toml" and found.exists():
            Settings.read(found)
            return found.read_text(encoding="utf-8-sig")
    return ""


def _is_synthetic(paths: Sequence[Path]) -> bool:
    """Whether the files came with a generator's own truth."""
    for path in paths:
        truth = path / "truth.json" if path.is_dir() else path
        if truth.name == "truth.json" and truth.exists():
            try:
                return "seed" in json.loads(truth.read_text())
            except (json.JSONDecodeError, UnicodeDecodeError):
                return False
    return False
