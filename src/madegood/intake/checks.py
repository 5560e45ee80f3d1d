"""What is checked between the cells of a row, and between rows of a child."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, Final, TypeGuard

import pyarrow as pa
import pyarrow.compute as pc

from madegood.clock.moments import LONDON, Moment, end_of_day, london_date
from madegood.intake.cells import Value
from madegood.intake.formats.base import Values
from madegood.record.schema import Kind, Table
from madegood.record.snapshot import Snapshot
from madegood.record.tables import table

_ENDLESS: Final = datetime.max.replace(tzinfo=UTC)
_LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)
_ENDS: Final = ("ended_at", "returned_at", "located_at")


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in a row that is read all the same: which record column, and why."""

    code: str
    column: str
    says: str


def faults(about: Table, values: Values, now: datetime) -> Iterator[Fault]:
    """End before start, and dates that had not come when the row was written."""
    for earlier, later in about.ordered:
        first, last = values.get(earlier), values.get(later)
        if first is not None and last is not None and _before(last, first):
            says = f"{_said(last)} is before {earlier}, {_said(first)}."
            yield Fault("end_before_start", later, says)
    recorded = values.get("recorded_at")
    for name in _actual_dates(about):
        value = values.get(name)
        if value is None:
            continue
        if _before(Moment(now), value):
            yield Fault("future_date", name, f"{_said(value)} has not come yet.")
        elif recorded is not None and _before(recorded, value):
            says = f"{_said(value)} is after recorded_at, {_said(recorded)}."
            yield Fault("future_date", name, says)


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


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two periods of one child that overlap, by their places in the table."""

    one: int
    other: int


def overlapping_periods(missing: pa.Table) -> list[Overlap]:
    """Missing or away periods that begin before another of the same child has ended.

    Of several versions of an episode only the latest is looked at. Periods that touch
    do not overlap; one with no end overlaps every later one.
    """
    children, starts = _columns(missing, ("child_id", "started_at"))
    (dated,) = _columns(missing, ("started_at__dated",))
    ends = [_earliest(row) for row in zip(*_columns(missing, _ENDS), strict=True)]
    by_child: dict[str, list[_Period]] = {}
    for place in _latest_versions(missing):
        if start := starts[place]:
            # Known only by its day, it may have begun at any hour of that day.
            latest = end_of_day(london_date(start)) if dated[place] else start
            period = _Period(start, latest, ends[place], place)
            by_child.setdefault(children[place], []).append(period)
    return [
        found for periods in by_child.values() for found in _overlaps(sorted(periods))
    ]


@dataclass(frozen=True, slots=True, order=True)
class _Period:
    start: datetime
    latest_start: datetime
    end: datetime
    place: int


def _overlaps(periods: list[_Period]) -> Iterator[Overlap]:
    holder = periods[0]
    for period in periods[1:]:
        if period.latest_start < holder.end:
            yield Overlap(holder.place, period.place)
        if period.end > holder.end:
            holder = period


def _columns(rows: pa.Table, names: tuple[str, ...]) -> list[list[Any]]:
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


@dataclass(frozen=True, slots=True)
class Reference:
    """A column of one table whose every value should be a key of another."""

    table: str
    column: str
    to: str


REFERENCES: Final = (
    Reference("care_episodes", "child_id", "children"),
    Reference("missing_episodes", "child_id", "children"),
    Reference("return_interviews", "child_id", "children"),
    Reference("return_interview_episodes", "interview_id", "return_interviews"),
    Reference("return_interview_episodes", "episode_id", "missing_episodes"),
)


def strays(snapshot: Snapshot) -> Iterator[tuple[Reference, int]]:
    """Rows that refer to something no file holds, where both tables were given."""
    for reference in REFERENCES:
        if snapshot.has(reference.table) and snapshot.has(reference.to):
            named = snapshot.rows(reference.table)[reference.column]
            (key,) = table(reference.to).identity
            held = pc.is_in(named, snapshot.rows(reference.to)[key].combine_chunks())
            for place in pc.indices_nonzero(pc.invert(held)).to_pylist():
                yield reference, place
