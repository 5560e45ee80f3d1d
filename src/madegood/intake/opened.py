"""A data file once it is open, whatever kind of file it is: grids of text.

A grid is one table of a file: a CSV file has one, a workbook one for each sheet, a
census one for each kind of element. Rows come in batches of Arrow text, because a
return has a million of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple, Protocol

import pyarrow as pa

# How far down the headings may stand: Ofsted's own workbook has a title above them.
TOP_ROWS: Final = 12


class Unopened(Exception):
    """The file is not one that can be read as a table; nothing was read of it.

    `table`, `row` and `column` name the place in it where that is known.
    """

    def __init__(
        self,
        code: str,
        says: str,
        *,
        table: str | None = None,
        row: int | None = None,
        column: str | None = None,
    ) -> None:
        super().__init__(says)
        self.code = code
        self.says = says
        self.table = table
        self.row = row
        self.column = column


@dataclass(frozen=True, slots=True)
class Faulty:
    """A row that cannot be taken apart into cells. `number` counts from 1, headings
    included; `code` is the cause, and `at` the place of the cell that is to blame."""

    number: int
    code: str
    says: str
    at: int | None = None


@dataclass(frozen=True, slots=True)
class TextBatch:
    """Some rows of a grid: `cells` has a string array for each heading, with no nulls;
    `numbers` (int64) says which row of the source each is."""

    numbers: pa.Array
    cells: tuple[pa.Array, ...]
    faults: tuple[Faulty, ...] = ()


@dataclass(frozen=True, slots=True)
class TopRow:
    """A row near the top of a grid, with its number in the source."""

    number: int
    cells: tuple[str, ...]


class Grid(Protocol):
    """One table of text. `name` is the sheet's, or the file's without its ending;
    `of` names the format where the file itself says which it is."""

    name: str

    @property
    def of(self) -> str | None: ...

    @property
    def top(self) -> Sequence[TopRow]: ...

    def batches(self, heading: TopRow) -> Iterator[TextBatch]:
        """The rows under the heading row that hold anything; to be read once."""
        ...


class Noted(NamedTuple):
    """What was found while opening a file: its cause, what it says, and the place."""

    code: str
    says: str
    table: str | None = None
    row: int | None = None
    column: str | None = None


class Opened(Protocol):
    """A file open as grids, to be read in order, once, and closed.

    `edition` is what the file says of itself, where it does: a census has a year.
    """

    path: Path

    @property
    def edition(self) -> str | None: ...

    def grids(self) -> Iterator[Grid]: ...
    def notes(self) -> Iterator[Noted]: ...

    def sha256(self) -> str: ...
    def __enter__(self) -> "Opened": ...
    def __exit__(self, *raised: object) -> None: ...
