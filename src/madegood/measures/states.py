"""The nine states a row can be in, and what an engine says of a row."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Literal, TypeAlias

from madegood.clock.periods import Period
from madegood.measures.who import Who


class State(StrEnum):
    """Identical for every measure (rules.md 0.4)."""

    MET = "MET"
    NOT_MET = "NOT_MET"
    OVERDUE = "OVERDUE"
    PENDING = "PENDING"
    NOT_DUE = "NOT_DUE"
    NOT_APPLICABLE = "NOT_APPLICABLE"
    EXCLUDED = "EXCLUDED"
    CENSORED = "CENSORED"
    DQ_ERROR = "DQ_ERROR"


When: TypeAlias = datetime | date | None
Unit: TypeAlias = Literal["share", "count", "rate", "days", "weeks", "gap"]


@dataclass(frozen=True, slots=True)
class RowState:
    """One row as a measure judges it.

    start, due, stop  a datetime in UTC where the second is known; a date where only
                      the London date is, or where the limit is one of dates
    counted_on        the London day that puts the row in a period
    amount            what a counted row brings to a sum, where it is not one
    who               the child on the day it is counted; None where it names no child
    """

    measure: str
    subject: str
    child: str
    start: When
    due: When
    stop: When
    state: State
    reason: str
    flags: tuple[str, ...]
    counted_on: date | None
    team: str | None
    provider: str | None
    amount: float | None = None
    who: Who | None = None

    def retold(self, subject: str, state: State, reason: str) -> "RowState":
        """The same row, told of another subject."""
        return replace(self, subject=subject, state=state, reason=reason)


@dataclass(frozen=True, slots=True)
class Stay:
    """A run of nights in one place, both days counted: what a rate divides by. One in
    which the child passes into another age band is two."""

    first: date
    last: date
    team: str | None
    provider: str | None
    who: Who | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A measure summed over a period and a group.

    value   a fraction 0 to 1 for a share; a number for a count; for each hundred
            nights for a rate; the median in days or weeks; a fraction -1 to 1 for a
            gap; None where there is nothing to divide, or no median yet
    bounds  the value if none of the rows with bad data were met, and if all were
    absent  tables the measure needs that the snapshot does not have
    first   the first day counted, where no period was asked for
    links   of a chain, how many links were due; its numbers count what has links
    """

    measure: str
    period: Period | None
    by: dict[str, str]
    states: dict[State, int]
    reasons: dict[str, int]
    numerator: int
    denominator: int
    value: float | None
    bounds: tuple[float | None, float | None]
    unit: Unit
    definition: str
    absent: tuple[str, ...] = field(default=())
    first: date | None = None
    links: int | None = None

    def span(self, as_of: date) -> tuple[date | None, date]:
        """The days the result is about: those asked for, else those there were."""
        if self.period is None:
            return self.first, as_of
        asked = self.period.first
        return (self.first if asked == date.min else asked), self.period.last
