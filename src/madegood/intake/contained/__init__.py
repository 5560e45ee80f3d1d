"""Reading files in a process of its own that may not take more than it is given."""

from madegood.intake.contained.ids import read_ids_contained
from madegood.intake.contained.reading import ReaderFailed, read_contained
from madegood.intake.contained.rows import read_rows_contained

__all__ = [
    "ReaderFailed",
    "read_contained",
    "read_ids_contained",
    "read_rows_contained",
]
