"""What is checked between the cells of a row, and between rows of a child."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Final, TypeGuard

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from madegood.clock.moments import LONDON, Moment, london_date
from madegood.intake.cells import Value
from madegood.record.references import REFERENCES, Reference
from madegood.record.schema import Kind, Table
from madegood.record.snapshot import Snapshot
from madegood.record.tables import table

Flags = npt.NDArray[np.bool_]

Numbers = npt.NDArray[np.int64]

_HOUR: Final = 60 * 60
_DAY: Final = 24 * _HOUR
_ONE_HOUR: Final = timedelta(hours=1)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_DAY: Final = _EPOCH.date()


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in a row that is read all the same: its place among the rows looked at,
    the record column, and why."""

    place: int
    code: str
    column: str
    says: str


def faults(about: Table, rows: pa.RecordBatch, now: datetime) -> Iterator[Fault]:
    """End before start, and dates that had not come when the row was written."""
    for earlier, later in about.ordered:
        for place in _may_precede(rows, later, earlier):
            first, last = (
                _value(rows, earlier, place),
                _value(rows, later, place),
            )
            if _before(last, first):
                says = f"{_said(last)} is before {earlier}, {_said(first)}."
                yield Fault(place, "end_before_start", later, says)
    for name in _actual_dates(about):
        yield from _not_yet(rows, name, now)


def _not_yet(rows: pa.RecordBatch, name: str, now: datetime) -> Iterator[Fault]:
    seconds, known = _seconds(rows[name])
    ahead = known & (seconds > int(now.timestamp()) - _DAY)
    come = set()
    for place in np.flatnonzero(ahead).tolist():
        value = _value(rows, name, place)
        if _before(Moment(now), value):
            come.add(place)
            yield Fault(place, "future_date", name, f"{_said(value)} has not come yet.")
    for place in _may_precede(rows, "recorded_at", name):
        value = _value(rows, name, place)
        recorded = _value(rows, "recorded_at", place)
        if place not in come and _before(recorded, value):
            says = f"{_said(value)} is after recorded_at, {_said(recorded)}."
            yield Fault(place, "future_date", name, says)


def _may_precede(rows: pa.RecordBatch, one: str, other: str) -> list[int]:
    """Rows in which `one` may lie before `other`: no such row is left out."""
    if len(rows) in (rows[one].null_count, rows[other].null_count):
        return []
    first, known = _seconds(rows[one])
    second, also_known = _seconds(rows[other])
    sooner = first < second
    by_day = _is_dated(rows, one) | _is_dated(rows, other)
    if (sooner & by_day).any():  # known by its day alone: compared by the day
        earlier = _days(rows[one], first) < _days(rows[other], second)
        sooner = np.where(by_day, earlier, sooner)
    found: list[int] = np.flatnonzero(known & also_known & sooner).tolist()
    return found


def _is_dated(rows: pa.RecordBatch, name: str) -> Flags:
    """Of which rows only the day is known."""
    if pa.types.is_date(rows[name].type):
        return np.ones(len(rows), np.bool_)
    dated: Flags = rows[f"{name}__dated"].to_numpy(zero_copy_only=False)
    return dated


def _seconds(column: pa.Array) -> tuple[Numbers, Flags]:
    """Seconds since 1970 (a date's are its midnight in UTC), and which are known."""
    known: Flags = pc.is_valid(column).to_numpy(zero_copy_only=False)
    if pa.types.is_date(column.type):
        whole = pc.fill_null(column.cast(pa.int32()), 0).to_numpy().astype(np.int64)
        return whole * _DAY, known
    return pc.fill_null(column.cast(pa.int64()), 0).to_numpy(), known


def _days(column: pa.Array, seconds: Numbers) -> Numbers:
    """The London day of each, as days since 1970. London's clocks change on the hour."""
    if pa.types.is_date(column.type):
        return seconds // _DAY
    hours, places = np.unique(seconds // _HOUR, return_inverse=True)
    days = [
        (london_date(_EPOCH + hour * _ONE_HOUR) - _FIRST_DAY).days
        for hour in hours.tolist()
    ]
    return np.array(days, dtype=np.int64)[places]


def _value(rows: pa.RecordBatch, name: str, place: int) -> Value:
    found: Value = rows[name][place].as_py()
    if isinstance(found, datetime):
        return Moment(found, dated=rows[f"{name}__dated"][place].as_py())
    return found


@cache
def _actual_dates(about: Table) -> tuple[str, ...]:
    return tuple(
        column.name
        for column in about.columns
        if column.kind in (Kind.DATE, Kind.MOMENT) and not column.planned
    )


def _before(one: Value, other: Value) -> bool:
    """Whether one is certainly before the other: by the day where either is a day."""
    if _is_timed(one) and _is_timed(other):
        return one.at < other.at
    return _day(one) < _day(other)


def _is_timed(value: Value) -> TypeGuard[Moment]:
    return isinstance(value, Moment) and not value.dated


def _day(value: Value) -> date:
    if isinstance(value, Moment):
        return value.day
    assert isinstance(value, date)
    return value


def _said(value: Value) -> str:
    if isinstance(value, Moment) and not value.dated:
        return value.at.astimezone(LONDON).strftime("%Y-%m-%d %H:%M (London)")
    return _day(value).isoformat()


def strays(snapshot: Snapshot) -> Iterator[tuple[Reference, int]]:
    """Rows that refer to something no file holds, where both tables were given. A
    blank refers to nothing."""
    for reference in REFERENCES:
        if snapshot.has(reference.table) and snapshot.has(reference.to):
            named = snapshot.rows(reference.table)[reference.column]
            if named.null_count == len(named):
                continue
            key = table(reference.to).identity[0]
            held = pc.is_in(named, snapshot.rows(reference.to)[key].combine_chunks())
            stray = pc.and_(pc.is_valid(named), pc.invert(held))
            for place in pc.indices_nonzero(stray).to_pylist():
                yield reference, place
