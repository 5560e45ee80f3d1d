"""Grids gathered row by row: what a census or a payload holds of each kind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pyarrow as pa

from madegood.intake.opened import TextBatch, TopRow, Unopened

# Rows wait as Python's own objects until there are so many: enough that making Arrow
# text of them costs little, few enough that ten kinds waiting are not a burden.
_WAITING: Final = 4_000
_MOST_HEADINGS: Final = 500


@dataclass
class GatheredGrid:
    """Rows of one kind, given one by one and kept as Arrow text. A row's number is its
    place among those of its kind: the first is 1. Headings are those that came."""

    name: str
    of: str | None
    count: int = 0
    _waiting: list[Mapping[str, str]] = field(default_factory=list)
    _batches: list[tuple[int, dict[str, pa.Array]]] = field(default_factory=list)
    _headings: dict[str, None] = field(default_factory=dict)

    def add(self, cells: Mapping[str, str]) -> None:
        """A row, to be kept as it is given; a heading it does not name is blank. Raises
        Unopened when there are more headings than any table has."""
        if not cells.keys() <= self._headings.keys():
            self.expect(tuple(cells))
        self._waiting.append(cells)
        self.count += 1
        if len(self._waiting) >= _WAITING:
            self._flush()

    def expect(self, headings: Sequence[str]) -> None:
        """Headings that are there though no row has filled them."""
        self._headings.update(dict.fromkeys(headings))
        if len(self._headings) > _MOST_HEADINGS:
            raise Unopened(
                "too_many_columns",
                f"its {self.name} have more than {_MOST_HEADINGS} different things in "
                "them.",
                table=self.name,
                row=self.count + 1,
            )

    @property
    def top(self) -> Sequence[TopRow]:
        return (TopRow(0, tuple(self._headings)),)

    def _flush(self) -> None:
        filled = {name for row in self._waiting for name in row}
        columns = {
            name: pa.array([row.get(name, "") for row in self._waiting], pa.string())
            for name in filled
        }
        self._batches.append((len(self._waiting), columns))
        self._waiting = []

    def batches(self, heading: TopRow) -> Iterator[TextBatch]:
        """Each batch is let go of as it is read."""
        if self._waiting:
            self._flush()
        start = 1
        self._batches.reverse()
        while self._batches:
            length, columns = self._batches.pop()
            blank = pa.repeat(pa.scalar("", pa.string()), length)
            cells = tuple(columns.get(name, blank) for name in heading.cells)
            numbers = pa.array(np.arange(start, start + length), pa.int64())
            yield TextBatch(numbers, cells)
            start += length
