"""What a measure is in SQL, remembered: to put it into words takes longer than to run
it on most authorities' data.

The text of a query depends on the measure, its settings and this program, and never on
anybody's data: moments stand in it as marks that are replaced when it is run. It is
kept in the folder where a person's programs keep such things (XDG_CACHE_HOME), and is
worked out again where that folder cannot be read or written.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from madegood import record

# No moment of anybody's record: they stand for the moment asked about, for its day, and
# for the last day that is over by then.
NOW: Final = 8_100_000_000_000_001
TODAY: Final = 8_100_000_001
OVER: Final = 8_200_000_002
NAMES: Final = re.compile(r"\bmg_[a-z]+_[a-z0-9_]+\b")
_MOST: Final = 4_000


@dataclass(frozen=True)
class AsOf:
    """A moment asked about: its second, its London day, and the last day that is over
    by then, whose end is when what is due on a date is late."""

    now: int
    today: int
    over: int


MARKS: Final = AsOf(NOW, TODAY, OVER)


def at(sql: str, values: Sequence[str]) -> str:
    """The query with what stands for the marks, in their order: a moment's own numbers,
    or where they are to be had."""
    for mark, value in zip(astuple(MARKS), values, strict=True):
        sql = sql.replace(str(mark), value)
    return sql


def named(kind: str, what: object) -> str:
    """A table's name that is the same wherever the same thing is meant."""
    said = hashlib.sha256(repr(what).encode()).hexdigest()[:16]
    return f"mg_{kind}_{said}"


class Compiled:
    """Queries by name; `keep` writes those that are new."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or _folder()) / f"measures-{_program()}.json"
        self._known = _read(self._path)
        self._new: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        return self._known.get(name)

    def put(self, name: str, sql: str) -> None:
        self._known[name] = self._new[name] = sql

    def keep(self) -> None:
        """Write what is new beside what others have written; else do without."""
        if not self._new:
            return
        both = _read(self._path) | self._new
        kept = dict(list(both.items())[-_MOST:])
        beside = self._path.with_suffix(f".{os.getpid()}")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside.write_text(json.dumps(kept))
            beside.replace(self._path)
        except OSError:
            beside.unlink(missing_ok=True)
        self._new = {}


def _folder() -> Path:
    given = os.environ.get("XDG_CACHE_HOME")
    return (Path(given) if given else Path.home() / ".cache") / "madegood"


def _read(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_text())
    except (OSError, ValueError, RecursionError):
        return {}
    good = isinstance(found, dict)
    return {str(k): str(v) for k, v in found.items()} if good else {}


@lru_cache(maxsize=1)
def _program() -> str:
    """What has a say in how a query is put, as one name."""
    said = hashlib.sha256()
    for path in sorted(_sources()):
        said.update(path.read_bytes())
    for library in ("ibis-framework", "duckdb", "sqlglot"):
        said.update(version(library).encode())
    return said.hexdigest()[:16]


def _sources() -> Iterable[Path]:
    of_measures, of_record = (
        Path(__file__).parents[1],
        Path(record.__file__ or "").parent,
    )
    yield from (of_measures / "engines").glob("*.py")
    yield from (of_measures / "vocabulary").glob("*.py")
    yield of_measures / "who.py"
    yield from of_record.rglob("*.py")
