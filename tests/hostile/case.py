"""What one hostile input is: how it is made, and what must come of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

# How many of each kind security.md T5 asks for.
WANTED: Final = {
    "bombs and lies": 60,
    "broken workbooks": 40,
    "formulas": 60,
    "dialects": 40,
    "unicode": 40,
    "dates": 60,
    "paths": 40,
    "markup": 40,
    "numbers": 40,
    "doubles": 40,
    "symbols": 40,
}


@dataclass(frozen=True)
class Refused:
    """The finding there must be: its cause, and the row and column where one exists."""

    code: str
    row: int | None = None
    column: str | None = None


@dataclass(frozen=True)
class Accepted:
    """Nothing in it is wrong: `rows` are read and none set aside. `notes` are causes
    of the warnings there must be."""

    rows: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hostile:
    """`make` gives the bytes, from a number of the input's own so that no two inputs
    have an id in common; `name` is its file, with {} where that number goes. `put`
    places it instead where it is more than bytes."""

    kind: str
    says: str
    name: str
    expects: Refused | Accepted
    make: Callable[[int], bytes] = lambda n: b""
    put: Callable[[Path], None] | None = None

    def file(self, number: int) -> str:
        return self.name.replace("{}", f"h{number:03}")

    def place(self, folder: Path, number: int) -> Path:
        """Write it into the folder."""
        path = folder / self.file(number)
        if self.put is not None:
            self.put(path)
        else:
            path.write_bytes(self.make(number))
        return path
