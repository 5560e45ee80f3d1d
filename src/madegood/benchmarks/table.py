"""A release's figures as a grid: a row for each indicator and year, a column for each
place. All of them can be compared at once, and a cell can still be had as printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from madegood.benchmarks.cells import codes_of, values_of
from madegood.benchmarks.places import is_authority
from madegood.benchmarks.values import Numbers, numbers_of
from madegood.benchmarks.years import Year, year_of


@dataclass(frozen=True, slots=True)
class Key:
    """A row of the grid: an indicator in a year."""

    indicator: str
    year: Year


class Table:
    """Built from the long table of `cells`. Rows are in order of indicator and year."""

    def __init__(self, cells: pa.Table) -> None:
        indicators, years = values_of(cells["indicator"]), values_of(cells["year"])
        self.places = values_of(cells["place"])
        self._column = {place: at for at, place in enumerate(self.places)}
        found, rows = np.unique(
            codes_of(cells["indicator"]) * len(years) + codes_of(cells["year"]),
            return_inverse=True,
        )
        parsed = [year_of(label) for label in years]
        keys = [
            Key(indicators[one // len(years)], parsed[one % len(years)])
            for one in found.tolist()
        ]
        order = sorted(range(len(keys)), key=lambda at: _order(keys[at]))
        self.keys = [keys[at] for at in order]
        to = np.empty(len(keys), np.int64)
        to[order] = np.arange(len(keys))
        at = (to[rows], codes_of(cells["place"]))
        self._texts = [*values_of(cells["text"]), ""]
        # Whether a row was printed at all is known apart from what it says.
        self._cells = np.full((len(keys), len(self.places)), -1, np.int64)
        self._cells[at] = codes_of(cells["text"])

    @cached_property
    def numbers(self) -> Numbers:
        """The numbers of the whole grid, NaN where there is none."""
        return numbers_of(self._texts)[self._cells]

    @cached_property
    def rows_of(self) -> dict[str, list[int]]:
        """The rows of each indicator, in order of year."""
        found: dict[str, list[int]] = {}
        for at, key in enumerate(self.keys):
            found.setdefault(key.indicator, []).append(at)
        return found

    @cached_property
    def authorities(self) -> npt.NDArray[np.int64]:
        """The columns of authorities: regions and England stand beside them."""
        return self.columns([one for one in self.places if is_authority(one)])

    def columns(self, places: Sequence[str]) -> npt.NDArray[np.int64]:
        """The columns of those places that are in it, in the order given."""
        there = [self._column[one] for one in places if one in self._column]
        return np.array(there, np.int64)

    def holds(self, place: str) -> bool:
        return place in self._column

    def text(self, row: int, place: str) -> str | None:
        """A cell as it was printed; None where nothing was."""
        if place not in self._column:
            return None
        cell = int(self._cells[row, self._column[place]])
        return None if cell < 0 else self._texts[cell]

    def number(self, row: int, place: str) -> float | None:
        if place not in self._column:
            return None
        found = float(self.numbers[row, self._column[place]])
        return None if np.isnan(found) else found

    def printed(self) -> Iterator[tuple[Key, str, str]]:
        """Every cell: its row, its place, and what it says."""
        for row, column in zip(*np.nonzero(self._cells >= 0), strict=True):
            text = self._texts[int(self._cells[row, column])]
            yield self.keys[int(row)], self.places[int(column)], text


def _order(key: Key) -> tuple[str, Year]:
    return key.indicator, key.year
