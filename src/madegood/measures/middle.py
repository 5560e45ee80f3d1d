"""A number that each row has, in the middle of them: beside a share that is met or not
met at one limit, how far from the limit most of them are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import quantiles
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from madegood.measures.engines.reference_rows import known_rows
from madegood.measures.library import standard_of
from madegood.measures.model import Measure, judged_of
from madegood.measures.states import RowState, State
from madegood.record.snapshot import Snapshot

# Of fewer the middle is that of one or two of them.
FEWEST: Final = 10
# The measures whose rows have such a number, and its column.
NUMBERS: Final = {"plan_reading_age": "reading_age"}


@dataclass(frozen=True, slots=True)
class Middle:
    """Half are at most `median`; the middle half lies from `low` to `high`."""

    of: int
    low: float
    median: float
    high: float


def middle(numbers: Sequence[float]) -> Middle | None:
    """None of fewer than ten."""
    if len(numbers) < FEWEST:
        return None
    low, median, high = quantiles(numbers, n=4, method="inclusive")
    return Middle(len(numbers), low, median, high)


def has_numbers(measure: Measure) -> bool:
    return standard_of(measure.id).id in NUMBERS


def numbers_of(
    measure: Measure, rows: Iterable[RowState], snapshot: Snapshot, as_of: datetime
) -> list[float]:
    """The number of each row that was judged met or not met, as known at the moment."""
    read = judged_of(measure.kind).rows
    column = NUMBERS[standard_of(measure.id).id]
    judged = [r.subject for r in rows if r.state in (State.MET, State.NOT_MET)]
    there = snapshot.rows(read.table)
    asked = pc.is_in(there[read.key], pa.array(sorted(set(judged)), pa.string()))
    known = known_rows(there.filter(asked), read, as_of)
    told = {row.texts[read.key]: row.numbers.get(column) for row in known}
    found = (told.get(subject) for subject in judged)
    return [number for number in found if number is not None]
