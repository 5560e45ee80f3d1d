"""A folder that files are dropped into: which of them belong together, and whether
they are all there yet."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from madegood.clock.today import now
from madegood.intake.findings import Findings
from madegood.intake.folders import data_files

RECEIPT: Final = ".receipt.json"
MARKER: Final = ".done"
# What programs call a file that they are still writing.
_UNFINISHED: Final = (".part", ".tmp", ".filepart", ".crdownload", ".partial", "~")

# Each file with its size and when it was last written.
Seen = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """The files of one folder, as they are now: one set, loaded together."""

    folder: Path
    files: tuple[Path, ...]
    seen: Seen
    complete: bool
    unfinished: bool
    links: tuple[str, ...]


@dataclass
class DropFolder:
    """The folder itself is one set; so is each folder in it, as a nightly job that
    names a folder by the date leaves them.

    steady  seconds for which nothing may have changed before a set is taken as whole,
            unless a `.done` file, newer than the rest, says so
    """

    folder: Path
    steady: float
    linked: set[Path] = field(default_factory=set)
    _before: dict[Path, tuple[Seen, float]] = field(default_factory=dict)

    def whole(self) -> Iterator[Dropped]:
        """The sets that are all there, oldest first. Links lead anywhere and are not
        followed: a folder that holds one waits, and `linked` names it."""
        found = [self._look(folder) for folder in self._folders()]
        self.linked = {one.folder / name for one in found for name in one.links}
        sets = [one for one in found if one.files and self._is_whole(one)]
        yield from sorted(sets, key=lambda one: max(at for _, _, at in one.seen))

    def _folders(self) -> list[Path]:
        inner = [
            path
            for path in self.folder.iterdir()
            if path.is_dir() and not path.is_symlink() and path.name[0] != "."
        ]
        return [self.folder, *sorted(inner)]

    def _look(self, folder: Path) -> Dropped:
        there = [path for path in folder.iterdir() if path.name[0] != "."]
        files = tuple(
            path
            for path in data_files([folder], Findings())
            if path.is_file() and not path.is_symlink()
        )
        seen = tuple(_seen(path) for path in there if _matters(path))
        marked = [_seen(p)[2] for p in there if p.name.endswith(MARKER)]
        newest = max((at for _, _, at in seen), default=0)
        return Dropped(
            folder,
            files,
            tuple(sorted(seen)),
            complete=bool(marked) and max(marked) >= newest,
            unfinished=any(path.name.endswith(_UNFINISHED) for path in there),
            links=tuple(path.name for path in there if path.is_symlink()),
        )

    def _is_whole(self, one: Dropped) -> bool:
        if one.unfinished or one.links:
            return False
        if one.complete:
            return True
        moment = now().timestamp()
        seen, since = self._before.get(one.folder, ((), moment))
        if seen != one.seen:
            self._before[one.folder] = (one.seen, moment)
            return False
        return moment - since >= self.steady


def _matters(path: Path) -> bool:
    ours = path.name.endswith((RECEIPT, MARKER))
    return path.is_file() and not path.is_symlink() and not ours


def _seen(path: Path) -> tuple[str, int, int]:
    facts = path.stat()
    return path.name, facts.st_size, facts.st_mtime_ns
