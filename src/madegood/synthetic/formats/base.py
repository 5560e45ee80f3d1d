"""What every format is made of: what a child puts in its files, and the files.

Children are written in ranges, perhaps by several processes at once. A form gathers
what a range puts in each file; a binding, of which there is one, appends the parts in
the order of the ranges. So the bytes do not depend on how the work was shared out, and
neither the children nor their rows are held.
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Protocol

from madegood.synthetic.life import Life

# A file's path within the folder, or a sheet's name, and what a range of children adds.
Part = dict[str, Any]


class Form(Protocol):
    """Gathers what children put in the files of one format."""

    def write(self, life: Life) -> None: ...

    def part(self) -> Part:
        """What has been gathered since this was last asked."""
        ...


class Binding(Protocol):
    """The files of one format, open until the last part is in."""

    def take(self, part: Part) -> None: ...

    def close(self) -> list[Path]:
        """The files that were written."""
        ...


class CsvRows:
    """Rows for CSV files: UTF-8, comma, newline, the same everywhere."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Sequence[Any]]] = {}

    def add(self, file: str, row: Sequence[Any]) -> None:
        self._rows.setdefault(file, []).append(row)

    def part(self) -> Part:
        found = {file: csv_bytes(rows) for file, rows in self._rows.items()}
        self._rows = {}
        return found


def csv_bytes(rows: Sequence[Sequence[Any]]) -> bytes:
    held = io.StringIO(newline="")
    csv.writer(held, lineterminator="\n").writerows(rows)
    return held.getvalue().encode()


class Files:
    """Files of bytes, each opened when something is first put in it, or at once where
    it is one of `always`: a table of which nothing is told has no file, since an empty
    one would say that nothing ever happened.

    opening, closing  what stands before and after, by the file's path
    between           what stands between two parts
    """

    def __init__(
        self,
        folder: Path,
        opening: Callable[[str], bytes],
        *,
        always: Sequence[str] = (),
        between: bytes = b"",
        closing: bytes = b"",
    ) -> None:
        self._folder, self._opening = folder, opening
        self._between, self._closing = between, closing
        self._open: dict[str, IO[bytes]] = {}
        self._begun: set[str] = set()
        for name in always:
            self._file(name)

    def take(self, part: Mapping[str, bytes]) -> None:
        for name, held in part.items():
            file = self._file(name)
            if name in self._begun:
                file.write(self._between)
            self._begun.add(name)
            file.write(held)

    def _file(self, name: str) -> IO[bytes]:
        if name not in self._open:
            path = self._folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            self._open[name] = path.open("wb")
            self._open[name].write(self._opening(name))
        return self._open[name]

    def close(self) -> list[Path]:
        for file in self._open.values():
            file.write(self._closing)
            file.close()
        return [self._folder / name for name in self._open]


def headed(columns: Mapping[str, Sequence[str]]) -> Callable[[str], bytes]:
    """The heading row of a CSV file, found by the last part of its path."""
    lines = {name: csv_bytes([held]) for name, held in columns.items()}
    return lambda path: lines[Path(path).name]
