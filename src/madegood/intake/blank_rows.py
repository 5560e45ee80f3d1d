"""Rows with no text at all, as spreadsheets leave them between and below others."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Flags = npt.NDArray[np.bool_]


def holds_something(columns: Sequence[pa.Array]) -> Flags:
    """Which rows have any text in any of the columns (strings, no nulls).

    The first letter of the first cell tells for almost every row; only where it is
    missing, or might be a space of some script, is the row looked at whole.
    """
    found = _begins_plainly(columns[0])
    doubtful = np.flatnonzero(~found)
    if len(doubtful):
        places = pa.array(doubtful)
        filled = np.zeros(len(doubtful), dtype=bool)
        for column in columns:
            trimmed = pc.utf8_trim_whitespace(column.take(places))
            filled |= pc.greater(pc.binary_length(trimmed), 0).to_numpy(
                zero_copy_only=False
            )
        found[doubtful] = filled
    return found


def _begins_plainly(column: pa.Array) -> Flags:
    """Which cells begin with a printable ASCII character that is not a space."""
    _, offsets, data = column.buffers()
    if data is None or not data.size:
        return np.zeros(len(column), dtype=bool)
    starts = np.frombuffer(offsets, dtype=np.int32)[
        column.offset : column.offset + len(column) + 1
    ]
    letters = np.frombuffer(data, dtype=np.uint8)
    empty = starts[:-1] == starts[1:]
    first = letters[np.minimum(starts[:-1], len(letters) - 1)]
    found: Flags = ~empty & (first > ord(" ")) & (first < 0x7F)
    return found
