"""An authority beside its neighbours, its region and England.

What was published is given to four decimal places, finer than any of it, and what is
worked out of it to two, halves to the even neighbour as NumPy rounds. The rank is from high to low, equals sharing the better place, among authorities that have
a number: regions and England are none, though they stand in the same column.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from madegood.benchmarks.places import ENGLAND
from madegood.benchmarks.table import Table
from madegood.benchmarks.values import Numbers
from madegood.benchmarks.years import Year

PUBLISHED_PLACES: Final = 4
WORKED_OUT_PLACES: Final = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """One indicator in one year. `printed` is our cell as published; what is None has
    no number. `of` authorities have one, `neighbours` of ours among them."""

    indicator: str
    year: Year
    printed: str
    own: float | None
    neighbours: int
    median: float | None
    mean: float | None
    lowest: float | None
    highest: float | None
    region: float | None
    england: float | None
    rank: int | None
    of: int


@dataclass(frozen=True, slots=True)
class Against:
    """Whose figures, and whose beside them, by the department's numbers."""

    authority: str
    neighbours: tuple[str, ...]
    region: str


def compare(
    table: Table, against: Against, rows: Sequence[int] | None = None
) -> list[Comparison]:
    """Every row that has a cell of ours, or those asked for, in order."""
    wanted = np.arange(len(table.keys)) if rows is None else np.array(rows, np.int64)
    return list(_compared(table, against, wanted)) if len(wanted) else []


def _compared(
    table: Table, against: Against, wanted: "np.ndarray[tuple[int], np.dtype[np.int64]]"
) -> Iterator[Comparison]:
    numbers = table.numbers[wanted]
    # In the order of the file, nearest first being nothing to a sum but its last digit.
    near = numbers[:, np.sort(table.columns(against.neighbours))]
    counted = (~np.isnan(near)).sum(axis=1)
    median = _each(near, np.median, WORKED_OUT_PLACES)
    mean = _each(near, np.mean, WORKED_OUT_PLACES)
    lowest = _each(near, np.min, PUBLISHED_PLACES)
    highest = _each(near, np.max, PUBLISHED_PLACES)
    everyone = numbers[:, table.authorities]
    of = (~np.isnan(everyone)).sum(axis=1)
    for at, row in enumerate(wanted.tolist()):
        printed = table.text(row, against.authority)
        if printed is None:
            continue
        own = table.number(row, against.authority)
        higher = None if own is None else int((everyone[at] > own).sum())
        yield Comparison(
            table.keys[row].indicator,
            table.keys[row].year,
            printed,
            _rounded(own),
            int(counted[at]),
            median[at],
            mean[at],
            lowest[at],
            highest[at],
            _rounded(table.number(row, against.region)),
            _rounded(table.number(row, ENGLAND)),
            None if higher is None else higher + 1,
            int(of[at]),
        )


def _each(
    near: Numbers, what: Callable[[Numbers], np.float64], places: int
) -> list[float | None]:
    """Of each row's numbers, leaving out neighbours that have none."""
    found: list[float | None] = []
    for row in near:
        there = row[~np.isnan(row)]
        found.append(float(np.round(what(there), places)) if len(there) else None)
    return found


def _rounded(number: float | None) -> float | None:
    return None if number is None else float(np.round(number, PUBLISHED_PLACES))
