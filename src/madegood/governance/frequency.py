"""How often something was agreed to happen, and whether it did.

A board that meets "monthly" on the second Tuesday is not late because this month's
second Tuesday is 33 days after the last. So a frequency in months is kept by the last
day of its month, and one in weeks by the Sunday of its week. What falls in a month that
the board leaves out (August, for most) is due by the end of the next month it does not.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from madegood.clock.periods import add_months, month_of

_NAMED = {
    (1, "month"): "monthly",
    (2, "month"): "every other month",
    (3, "month"): "quarterly",
    (6, "month"): "six-monthly",
    (12, "month"): "yearly",
    (1, "week"): "weekly",
    (2, "week"): "fortnightly",
}
_NUMBERS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine")
UNITS = ("week", "month")
MOST = {"week": 52, "month": 24}
# More turns than ten years of weeks have; nothing is judged further back.
_MOST_TURNS = 530


@dataclass(frozen=True, slots=True)
class Frequency:
    """Every so many weeks or months, leaving out the months numbered in `skips`."""

    every: int
    unit: str
    skips: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if self.unit not in UNITS or not 1 <= self.every <= MOST[self.unit]:
            raise ValueError(f"every {self.every} {self.unit}s is not a frequency")
        if len(self.skips) > 11 or not self.skips <= set(range(1, 13)):
            raise ValueError("A board must meet in at least one month of the year.")

    @property
    def says(self) -> str:
        """monthly, every six weeks, quarterly …"""
        named = _NAMED.get((self.every, self.unit))
        if named:
            return named
        count = _NUMBERS[self.every] if self.every < len(_NUMBERS) else f"{self.every}"
        return f"every {count} {self.unit}s"

    def due_after(self, last: date) -> date:
        """The last day on which the next one keeps to what was agreed."""
        if self.unit == "month":
            due = month_of(add_months(last, self.every)).last
        else:
            week = last + timedelta(weeks=self.every)
            due = week + timedelta(days=6 - week.weekday())
        while due.month in self.skips:
            due = month_of(add_months(due.replace(day=1), 1)).last
        return due


class Turn(StrEnum):
    """What became of one time that was agreed."""

    KEPT = "kept"
    MISSED = "missed"
    OVERDUE = "overdue"
    NOT_DUE = "not due"


@dataclass(frozen=True, slots=True)
class Kept:
    """One turn: due by a day, and the day it was kept on (None: not, or not yet)."""

    turn: Turn
    due: date
    on: date | None = None


def turns(
    frequency: Frequency, agreed_on: date, held: Iterable[date], as_of: date
) -> list[Kept]:
    """Every turn from the day the frequency was agreed until a day, in order.

    A turn that passed is *missed* where one was held since, and *overdue* while none
    has been. The clock starts again with each that was held, or with the day that
    passed.
    """
    days = sorted(day for day in set(held) if agreed_on <= day <= as_of)
    found: list[Kept] = []
    anchor = agreed_on
    while len(found) < _MOST_TURNS:
        due = frequency.due_after(anchor)
        later = [day for day in days if day > anchor or _first(found, day, agreed_on)]
        on = next((day for day in later if day <= due), None)
        if on is not None:
            found.append(Kept(Turn.KEPT, due, on))
        elif due >= as_of:
            found.append(Kept(Turn.NOT_DUE, due))
            break
        else:
            found.append(Kept(Turn.MISSED if later else Turn.OVERDUE, due))
        anchor = on or due
    return found


def _first(found: Sequence[Kept], day: date, agreed_on: date) -> bool:
    """A meeting on the very day of the agreement is the first that keeps to it."""
    return not found and day == agreed_on


def stands(found: Sequence[Kept]) -> Kept | None:
    """What is to be said now: the first turn that is overdue, or the last there is."""
    overdue = next((kept for kept in found if kept.turn is Turn.OVERDUE), None)
    return overdue or (found[-1] if found else None)
