"""What is checked between the cells of a row, and between rows of a child."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Final, TypeGuard

import pyarrow.compute as pc

from madegood.clock.moments import LONDON, Moment
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
