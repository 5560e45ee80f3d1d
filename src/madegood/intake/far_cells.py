"""The rectangle round a sheet's cells, found without taking the sheet apart.

A reader of workbooks holds that rectangle whole: a sheet of two cells, A1 and
XFD1048576, asks for seventeen thousand million. So the corners are looked for in the
bytes as they are inflated, before any reader sees them.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.int64]

# `r="XFD1048576"`: what must lie whole in one piece for its corner to be seen.
LONGEST: Final = 16
_SHEET: Final = b"sheetData"
_QUOTES: Final = (ord('"'), ord("'"))
_R_EQUALS: Final = ord("r") | ord("=") << 8
_A: Final = np.uint8(ord("A"))
_NOUGHT: Final = np.uint8(ord("0"))
_LETTERS: Final = 26


@dataclass
class Corner:
    """The farthest row and column of a sheet's cells so far, counted from 1."""

    row: int = 0
    column: int = 0
    first_row: int = 1 << 40
    in_sheet: bool = False

    @property
    def cells(self) -> int:
        return max(0, self.row - self.first_row + 1) * self.column

    @property
    def name(self) -> str:
        """The far corner as a spreadsheet names it: XFD1048576."""
        return f"{self.column_name}{self.row}"

    @property
    def column_name(self) -> str:
        letters, left = "", self.column
        while left:
            left, last = divmod(left - 1, 26)
            letters = chr(ord("A") + last) + letters
        return letters

    def look(self, piece: bytes, *, filled_only: bool) -> None:
        """Look at the next bytes of a part. With `filled_only`, cells that have only
        a format are passed over: readers do not keep them."""
        if not self.in_sheet:
            at = piece.find(_SHEET)
            if at < 0:
                return
            self.in_sheet = True
            piece = piece[at:]
        data: Bytes = np.frombuffer(piece + b"\0" * LONGEST, np.uint8)
        places = _references(data)
        if filled_only and len(places):
            places = places[_filled(data, places)]
        if len(places):
            self._take(*_columns_and_rows(data, places))

    def _take(self, columns: Numbers, rows: Numbers) -> None:
        is_cell = (columns > 0) & (rows > 0)
        if is_cell.any():
            self.column = max(self.column, int(columns.max()))
            self.row = max(self.row, int(rows[is_cell].max()))
            self.first_row = min(self.first_row, int(rows[is_cell].min()))


def _references(data: Bytes) -> Numbers:
    """Where each `r="A1"` has its first letter. Two bytes are compared at once, first
    those from even places, then those from odd ones."""
    halves = []
    for first in (0, 1):
        inner = data[first : len(data) - LONGEST]
        pairs = inner[: len(inner) // 2 * 2].view("<u2")
        halves.append(np.flatnonzero(pairs == _R_EQUALS) * 2 + first)
    places: Numbers = np.concatenate(halves)
    quote = data.take(places + 2)
    quoted = (quote == _QUOTES[0]) | (quote == _QUOTES[1])
    # A row's own number begins with a digit: it is no cell.
    lettered = data.take(places + 3) >= ord("A")
    found: Numbers = places[quoted & lettered] + 3
    return found


def _filled(data: Bytes, places: Numbers) -> npt.NDArray[np.bool_]:
    """Which tags are not closed where they open, as an empty cell's is."""
    ends: Numbers = np.flatnonzero(data == ord(">"))
    if not len(ends):
        return np.ones(len(places), np.bool_)
    at = np.minimum(np.searchsorted(ends, places), len(ends) - 1)
    filled: npt.NDArray[np.bool_] = data[ends[at] - 1] != ord("/")
    return filled


def _columns_and_rows(data: Bytes, places: Numbers) -> tuple[Numbers, Numbers]:
    columns: npt.NDArray[np.int32] = np.zeros(len(places), np.int32)
    rows: Numbers = np.zeros(len(places), np.int64)
    for step in range(11):
        said = data[step:].take(places)
        is_letter = said - _A < _LETTERS
        if step < 4 and is_letter.any():
            is_letter &= rows == 0
            columns = np.where(is_letter, columns * 26 + (said - _A) + 1, columns)
        digit = said - _NOUGHT
        is_digit = digit < 10
        if step >= 4 and not is_digit.any():
            break
        rows = np.where(is_digit, rows * 10 + digit, rows)
    return columns.astype(np.int64), rows
