"""The columns of a batch, two at a time: none looks at another, and most of the work is
done where Python need not wait."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import pyarrow as pa

from madegood.intake.columns import ColumnRead, read_column
from madegood.intake.formats.base import Field

_READERS: Final = ThreadPoolExecutor(max_workers=2)


def read_columns(
    wanted: Sequence[tuple[int, Field]],
    cells: Sequence[pa.Array],
    blanks: frozenset[str],
) -> Iterator[ColumnRead | None]:
    """Each column as read, in order; None where only the length of its texts is
    wanted."""

    def read(which: tuple[int, Field]) -> ColumnRead | None:
        position, one = which
        return None if one.measured_only else read_column(cells[position], one, blanks)

    return _READERS.map(read, wanted)
