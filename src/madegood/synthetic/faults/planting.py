"""Which rows are spoilt, and the files written again with them so."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, Final

from madegood.record.tables import table
from madegood.synthetic.faults.kinds import KINDS, TOO_FEW, TOO_MANY, Cells, Kind
from madegood.synthetic.faults.overlapping import OVERLAP, overlapping_row

Fault = dict[str, Any]
Turn = Callable[[], bool]

# Rows are chosen among so many of a file's first: enough for any number of faults that
# a person will look at, and no file has to be held.
AMONG: Final = 50_000
NAMED_FILES: Final = 2
NAME_COLUMN, NAME_CODE = "Child Name", "identifying_column"
FORENAMES: Final = ("Adelina", "Bertrand", "Clementine", "Dougal", "Estella", "Fergus")
SURNAMES: Final = ("Applethwaite", "Bracegirdle", "Cholmondeley", "Thistlewood")


@dataclass
class _Spoilt:
    """What is to be done to one file."""

    path: Path
    columns: list[str]
    rows: dict[int, tuple[Kind, str]] = field(default_factory=dict)
    added: list[tuple[str, str, Cells]] = field(default_factory=list)
    named: bool = False

    @property
    def table(self) -> str:
        return self.path.stem


def plant(out: Path, many: float, seed: int, skip: frozenset[str]) -> list[Fault]:
    """Plant so many faults (below 1: that share of the rows) in the extract's files in
    `out`, and list them. `skip` are children whose missing episodes overlap already.
    """
    chance = Random(f"{seed}:faults")  # noqa: S311 - repeatable, not secret
    wanted = round(many * _rows_in(out)) if many < 1 else int(many)
    plans = _Plans(out, chance, skip)
    plans.choose(wanted)
    return sorted(
        (fault for one in plans.files.values() for fault in _write(one, chance)),
        key=lambda fault: (fault["file"], fault["row"], str(fault["column"])),
    )


def _rows_in(out: Path) -> int:
    return sum(max(0, _lines_of(path) - 1) for path in out.glob("*.csv"))


def _lines_of(path: Path) -> int:
    with path.open("rb") as file:
        return sum(
            block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")
        )


class _Plans:
    """Faults chosen in turn, kind after kind, no two in one row."""

    def __init__(self, out: Path, chance: Random, skip: frozenset[str]) -> None:
        self._out, self._chance, self._skip = out, chance, skip
        self._heads: dict[str, list[Cells]] = {}
        self.files: dict[str, _Spoilt] = {}

    def choose(self, wanted: int) -> None:
        turns: list[Turn] = [partial(self._one, kind) for kind in KINDS]
        turns += [self._overlap, self._name]
        planted, since = 0, 0
        for turn in _round(turns):
            if planted >= wanted or since > len(turns):
                return
            done = turn()
            planted, since = planted + done, 0 if done else since + 1

    def _one(self, kind: Kind) -> bool:
        places = list(kind.places)
        self._chance.shuffle(places)
        return any(self._place(kind, name, column) for name, column in places)

    def _place(self, kind: Kind, name: str, column: str) -> bool:
        head = self._head(name)
        file = self.files.get(name)
        for _ in range(20 if head else 0):
            place = self._chance.randrange(len(head))
            if file is not None and place in file.rows:
                continue
            if not kind.fits(head[place], name, column):
                continue
            file = self._file(name)
            file.rows[place] = (kind, column)
            if kind.added:
                file.added.append((kind.code, column, dict(head[place])))
            return True
        return False

    def _overlap(self) -> bool:
        head = self._head("missing_episodes")
        for _ in range(60 if head else 0):
            place = self._chance.randrange(len(head))
            file = self._file("missing_episodes")
            row = head[place]
            found = None if row["child_id"] in self._skip else overlapping_row(row)
            if place in file.rows or found is None:
                continue
            file.rows[place] = (OVERLAP, "")
            file.added.append((OVERLAP.code, "", found))
            return True
        return False

    def _name(self) -> bool:
        """A column that names the child, in a file that is about children."""
        named = sum(one.named for one in self.files.values())
        for name in ("transfers", "cin_plans"):
            if named < NAMED_FILES and self._head(name):
                file = self._file(name)
                if not file.named:
                    file.named = True
                    return True
        return False

    def _file(self, name: str) -> _Spoilt:
        if name not in self.files:
            columns = [column.name for column in table(name).columns]
            self.files[name] = _Spoilt(self._out / f"{name}.csv", columns)
        return self.files[name]

    def _head(self, name: str) -> list[Cells]:
        if name not in self._heads:
            path = self._out / f"{name}.csv"
            self._heads[name] = list(_head_of(path)) if path.exists() else []
        return self._heads[name]


def _round(turns: Sequence[Turn]) -> Iterator[Turn]:
    while True:
        yield from turns


def _head_of(path: Path) -> Iterator[Cells]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from islice(csv.DictReader(file), AMONG)


def _write(one: _Spoilt, chance: Random) -> Iterator[Fault]:
    """The file again with its faults; yields what each is, and where."""
    beside = one.path.with_suffix(".spoilt")
    with one.path.open("rb") as old, beside.open("wb") as new:
        heading = old.readline()
        if one.named:
            heading = heading.rstrip(b"\n") + f",{NAME_COLUMN}\n".encode()
            yield _fault(one, 1, NAME_COLUMN, NAME_CODE)
        new.write(heading)
        row = 1
        for row, line in enumerate(old, 2):
            named = _named(line, chance) if one.named else line
            spoilt = one.rows.get(row - 2)
            if spoilt is None or spoilt[0].added:
                new.write(named)
                continue
            kind, column = spoilt
            new.write(_spoil(one, named, spoilt, chance))
            yield _fault(one, row, None if kind.whole else column, kind.code)
        for after, (code, column, cells) in enumerate(one.added, row + 1):
            line = _line([cells[name] for name in one.columns])
            new.write(_named(line, chance) if one.named else line)
            yield _fault(one, after, column or None, code)
    beside.replace(one.path)


def _spoil(
    one: _Spoilt, line: bytes, spoilt: tuple[Kind, str], chance: Random
) -> bytes:
    kind, column = spoilt
    cells = next(csv.reader([line.decode()]))
    told = dict(zip(one.columns, cells, strict=False))
    kind.spoil(told, column, chance)
    said = [*told.values(), *cells[len(one.columns) :]]
    if kind.code == TOO_FEW:
        said = said[:-2]
    if kind.code == TOO_MANY:
        said = [*said, "one too many"]
    return _line(said)


def _named(line: bytes, chance: Random) -> bytes:
    name = f"{chance.choice(FORENAMES)} {chance.choice(SURNAMES)}"
    return line.rstrip(b"\n") + f",{name}\n".encode()


def _line(cells: Iterable[str]) -> bytes:
    held = io.StringIO(newline="")
    csv.writer(held, lineterminator="\n").writerow(cells)
    return held.getvalue().encode("utf-8", errors="surrogateescape")


def _fault(one: _Spoilt, row: int, column: str | None, code: str) -> Fault:
    return {
        "file": one.path.name,
        "table": one.table,
        "row": row,
        "column": column,
        "code": code,
    }
