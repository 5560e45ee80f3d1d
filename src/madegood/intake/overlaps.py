"""Missing or away periods of one child that overlap.

Millions of periods are sorted as numbers, and only the children who have an overlap
are looked at one by one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Numbers = npt.NDArray[np.int64]

_DAY: Final = 24 * 60 * 60
_ENDLESS: Final = np.iinfo(np.int64).max
_LONG_AGO: Final = np.iinfo(np.int64).min
_ENDS: Final = ("ended_at", "returned_at", "located_at")


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two periods of one child that overlap, by their places in the table."""

    one: int
    other: int


def overlapping_periods(missing: pa.Table) -> Iterator[Overlap]:
    """Periods that begin before another of the same child has ended.

    Of several versions of an episode only the latest is looked at. Periods that touch
    do not overlap, nor do a period's last day and the day on which the next began; one
    with no end overlaps every later one.
    """
    places = _latest_versions(missing)
    starts = _seconds(missing["started_at"], _ENDLESS)[places]
    places, starts = places[starts != _ENDLESS], starts[starts != _ENDLESS]
    if len(places) < 2:
        return
    children = _numbered(missing["child_id"])[places]
    ends = np.minimum.reduce([_seconds(missing[n], _ENDLESS) for n in _ENDS])[places]
    order = np.lexsort((places, starts, children))
    children, starts, ends = children[order], starts[order], ends[order]
    # A start known only by its day may have been at any second of that day.
    dated = missing["started_at__dated"].to_numpy()[places][order]
    latest = starts + np.where(dated, _DAY - 1, 0)
    # If any two of a child's periods overlap, two neighbours do.
    near = (children[1:] == children[:-1]) & (starts[1:] < ends[:-1])
    in_order = places[order]
    for child in np.unique(children[1:][near]):
        first, last = np.searchsorted(children, [child, child + 1])
        yield from _of_one_child(
            latest[first:last].tolist(),
            ends[first:last].tolist(),
            in_order[first:last].tolist(),
        )


def _of_one_child(
    starts: list[int], ends: list[int], places: list[int]
) -> Iterator[Overlap]:
    """Each period against whichever of those before it ends last."""
    holder = 0
    for at in range(1, len(places)):
        if starts[at] < ends[holder]:
            yield Overlap(places[holder], places[at])
        if ends[at] > ends[holder]:
            holder = at


def _latest_versions(missing: pa.Table) -> Numbers:
    """The place of each episode's last recorded row."""
    episodes = _numbered(missing["episode_id"])
    recorded = _seconds(missing["recorded_at"], _LONG_AGO)
    order = np.lexsort((np.arange(len(episodes)), recorded, episodes))
    ordered = episodes[order]
    is_last = np.append(ordered[1:] != ordered[:-1], True)[: len(ordered)]
    latest: Numbers = order[is_last]
    return latest


def _seconds(moments: pa.ChunkedArray, blank: int) -> Numbers:
    return _array(pc.fill_null(moments.cast(pa.int64()), pa.scalar(blank, pa.int64())))


def _numbered(ids: pa.ChunkedArray) -> Numbers:
    """Each different id as a number of its own."""
    return _array(pc.rank(ids, tiebreaker="dense").cast(pa.int64()))


def _array(values: Any) -> Numbers:
    found: Numbers = values.to_numpy()
    return found
