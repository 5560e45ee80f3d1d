"""What a later release printed otherwise than an earlier one of the same table.

Published history moves: figures are corrected, and numbers that had been printed are
later held back. A number that was withdrawn is counted and never repeated.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa

from madegood.benchmarks.cells import codes_of, values_of
from madegood.benchmarks.values import numbers_of

KINDS: Final = ("corrected", "withdrawn", "given", "resigned")
_KEY: Final = ["indicator", "year", "place"]


@dataclass(frozen=True, slots=True)
class Changed:
    """One cell. `before` is blank where a number was withdrawn."""

    indicator: str
    year: str
    place: str
    kind: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Of the cells that both releases print, how many say the same and which do not.

    corrected  another number     withdrawn  a number that is now a sign
    given      a sign that is now a number     resigned  another sign
    """

    both: int
    only_before: int
    only_after: int
    cells: tuple[Changed, ...]

    def of(self, kind: str) -> int:
        return sum(one.kind == kind for one in self.cells)


def changes(before: pa.Table, after: pa.Table) -> Changes:
    """Compare two long tables of `cells`, as printed: 10 and 10.0 are the same."""
    first, second = _plain(before), _plain(after)
    joined = first.join(second, keys=_KEY, join_type="inner", right_suffix="_after")
    was, now = joined["text"].to_pylist(), joined["text_after"].to_pylist()
    numbers, later = numbers_of(was), numbers_of(now)
    said = np.array([one.strip().lower() for one in was], object)
    says = np.array([one.strip().lower() for one in now], object)
    neither = np.isnan(numbers) & np.isnan(later)
    same = np.where(neither, said == says, numbers == later)
    rows = joined.select(_KEY).to_pylist()
    cells = [
        Changed(
            **rows[at],
            kind=_kind(numbers[at], later[at]),
            before="" if _kind(numbers[at], later[at]) == "withdrawn" else was[at],
            after=now[at],
        )
        for at in np.flatnonzero(~same.astype(bool)).tolist()
    ]
    cells.sort(key=lambda one: (one.indicator, one.year, one.place))
    both = joined.num_rows
    return Changes(both, first.num_rows - both, second.num_rows - both, tuple(cells))


def _kind(before: float, after: float) -> str:
    if np.isnan(before):
        return "resigned" if np.isnan(after) else "given"
    return "withdrawn" if np.isnan(after) else "corrected"


def _plain(cells: pa.Table) -> pa.Table:
    """Joins want plain columns."""
    return pa.table(
        {
            name: pa.array(values_of(cells[name]), pa.string()).take(
                pa.array(codes_of(cells[name]))
            )
            for name in (*_KEY, "text")
        }
    )
