"""How long, by the name of the setting that says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from madegood.measures.vocabulary.tests import Test


@dataclass(frozen=True, slots=True)
class Hours:
    """Elapsed hours, the last one counted; by date alone, whole days rounded up."""

    setting: str = "hours"


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Working days strictly after the start's date, to the end of the last."""

    setting: str = "working_days"


@dataclass(frozen=True, slots=True)
class Days:
    """Calendar days after the start's date, to the end of the last; weeks are seven."""

    setting: str = "days"
    each: int = 1


@dataclass(frozen=True, slots=True)
class Months:
    """Calendar months after the start's date, to the end of that day; a month that
    has no such day ends it (30 November and 3 months is 28 February)."""

    setting: str = "months"


@dataclass(frozen=True, slots=True)
class SameDay:
    """The end of the day of the start."""


@dataclass(frozen=True, slots=True)
class OnDay:
    """A day that the row itself gives."""

    column: str


@dataclass(frozen=True, slots=True)
class Depends:
    """One limit for rows that pass a test, another for the rest."""

    when: Test
    then: Limit
    otherwise: Limit


Limit: TypeAlias = Hours | WorkingDays | Days | Months | SameDay | OnDay | Depends
