"""A data file once it is open, whatever kind of file it is: headings, then rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class Unopened(Exception):
    """The file is not one that can be read as a table; nothing was read of it."""

    def __init__(self, code: str, says: str) -> None:
        super().__init__(says)
        self.code = code
        self.says = says


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it lies in the file. `number` counts from 1, headings included;
    `fault` is the cause of a row that cannot be taken apart into cells, and `at` the
    cell that is to blame."""

    number: int
    cells: list[str]
    fault: str | None = None
    says: str = ""
    at: int | None = None


class Opened(Protocol):
    """A file open as rows of text, to be read once and closed."""

    path: Path
    headings: list[str]

    def rows(self) -> Iterator[Row]: ...
    def sha256(self) -> str: ...
    def __enter__(self) -> "Opened": ...
    def __exit__(self, *raised: object) -> None: ...
