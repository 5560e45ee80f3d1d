"""How long a snapshot keeps its rows. Plain Python, so that it can be argued with.

All are kept for some months, so that any question about the recent past can be asked
of what was known then; after that the last of each month, for some years. The newest
never expires: without it there would be no record.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from madegood.clock.periods import add_months

MONTHS: Final = 13
YEARS: Final = 6
_MOST_YEARS: Final = 75


class NotASchedule(ValueError):
    """The numbers given are no schedule; the message says why."""


@dataclass(frozen=True, slots=True)
class Rule:
    months: int = MONTHS
    years: int = YEARS

    def __post_init__(self) -> None:
        if self.months < 1 or not self.months <= 12 * self.years <= 12 * _MOST_YEARS:
            raise NotASchedule(
                "Keep all snapshots for at least one month, and each month's last for "
                f"as long or longer, up to {_MOST_YEARS} years."
            )


@dataclass(frozen=True, slots=True)
class Loaded:
    """A snapshot as the schedule sees it. `number` orders those of one day."""

    number: int
    on: date
    held: bool = False


def last_days(loaded: Iterable[Loaded], rule: Rule) -> Mapping[int, date | None]:
    """The last day on which each keeps its rows, by number; None where no day is set."""
    every = sorted(loaded, key=lambda one: (one.on, one.number))
    last_of_month = {(one.on.year, one.on.month): one.number for one in every}
    return {
        one.number: None
        if one.held or one is every[-1]
        else _last_day(one, rule, kept=last_of_month[one.on.year, one.on.month])
        for one in every
    }


def _last_day(one: Loaded, rule: Rule, *, kept: int) -> date:
    months = 12 * rule.years if one.number == kept else rule.months
    return add_months(one.on, months)
