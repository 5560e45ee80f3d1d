"""What is checked between the cells of a row, and between rows of a child."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Final, TypeGuard

import pyarrow as pa

from madegood.clock.moments import Moment
from madegood.intake.cells import Value
from madegood.intake.formats.base import Values
from madegood.record.schema import Kind, Table

_ENDLESS: Final = datetime.max.replace(tzinfo=UTC)
_LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)
_ENDS: Final = ("ended_at", "returned_at", "located_at")


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in a row that is read all the same: which record column, and why."""

    code: str
    column: str
    says: str


def faults(table: Table, values: Values, now: datetime) -> Iterator[Fault]:
    """End before start, and dates that had not come when the row was written."""
    for earlier, later in table.ordered:
        first, last = values.get(earlier), values.get(later)
        if first is not None and last is not None and _before(last, first):
            says = f"{_said(last)} is before {earlier}, {_said(first)}."
            yield Fault("end_before_start", later, says)
    recorded = values.get("recorded_at")
    for name in _actual_dates(table):
        value = values.get(name)
        if value is None:
            continue
        if _before(Moment(now), value):
            yield Fault("future_date", name, f"{_said(value)} has not come yet.")
        elif recorded is not None and _before(recorded, value):
            says = f"{_said(value)} is after recorded_at, {_said(recorded)}."
            yield Fault("future_date", name, says)


@cache
def _actual_dates(table: Table) -> tuple[str, ...]:
    return tuple(
        column.name
        for column in table.columns
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
        return value.at.strftime("%Y-%m-%d %H:%M UTC")
    return _day(value).isoformat()


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two periods of one child that overlap, by their places in the table."""

    first: int
    second: int


def overlapping_periods(missing: pa.Table) -> list[Overlap]:
    """Missing or away periods that begin before another of the same child has ended.

    Of several versions of an episode only the latest is looked at. Periods that touch
    do not overlap; one with no end overlaps every later one.
    """
    held = {name: missing[name].to_pylist() for name in ("child_id", "started_at")}
    ends = [_earliest(row) for row in zip(*_columns(missing, _ENDS), strict=True)]
    by_child: dict[str, list[tuple[datetime, datetime, int]]] = {}
    for place in _latest_versions(missing):
        if start := held["started_at"][place]:
            period = (start, ends[place], place)
            by_child.setdefault(held["child_id"][place], []).append(period)
    return [
        found for periods in by_child.values() for found in _overlaps(sorted(periods))
    ]


def _overlaps(periods: list[tuple[datetime, datetime, int]]) -> Iterator[Overlap]:
    _, last_end, holder = periods[0]
    for start, end, place in periods[1:]:
        if start < last_end:
            yield Overlap(holder, place)
        if end > last_end:
            last_end, holder = end, place


def _columns(rows: pa.Table, names: tuple[str, ...]) -> list[list[datetime | None]]:
    return [rows[name].to_pylist() for name in names]


def _earliest(ends: tuple[datetime | None, ...]) -> datetime:
    return min((end for end in ends if end is not None), default=_ENDLESS)


def _latest_versions(missing: pa.Table) -> Iterator[int]:
    latest: dict[str, int] = {}
    recorded = [when or _LONG_AGO for when in missing["recorded_at"].to_pylist()]
    for place, episode in enumerate(missing["episode_id"].to_pylist()):
        held = latest.get(episode)
        if held is None or recorded[place] >= recorded[held]:
            latest[episode] = place
    yield from latest.values()
