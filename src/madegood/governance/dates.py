"""The days a board meets by a rule, and the days by which its papers are due.

*Papers.* The agenda and reports of a meeting that the public may attend are open to
them for five clear days before it (Local Government Act 1972 s100B(3) and s100A(6)(a),
five in place of three by SI 2002/715). Neither the day of publication nor that of the
meeting is counted, and here, as councils' own standing orders have it, only working
days are: the reading that cannot be too short.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from madegood.clock.periods import add_months, month_of
from madegood.clock.working_days import (
    bank_holidays,
    is_working_day,
    span,
    working_days_before,
)

CLEAR_DAYS = 5
NOTICE_SOURCE = (
    "Local Government Act 1972 s100A(6) and s100B(3), as amended by SI 2002/715: five "
    "clear days, counted as working days, neither the day of publication nor that of "
    "the meeting being one of them"
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
PLACES = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class NotARule(ValueError):
    """No calendar can be made as given; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`place` is which weekday of the month (-1: the last); None where it is every so
    many weeks from `first`. `weekday` 0 is Monday; it is not asked of weeks, which keep
    the weekday of their first day."""

    every: int
    first: date
    place: int | None = None
    weekday: int = 0
    skips: frozenset[int] = frozenset()

    @property
    def says(self) -> str:
        left = _listed([MONTHS[n - 1] for n in sorted(self.skips)])
        tail = f", leaving out {left}" if left else ""
        if self.place is None:
            often = "every week" if self.every == 1 else f"every {self.every} weeks"
            return f"{often} from {self.first:%-d %B %Y}{tail}"
        often = "month" if self.every == 1 else f"{self.every} months"
        return f"{PLACES[self.place]} {WEEKDAYS[self.weekday]} of every {often}{tail}"


@dataclass(frozen=True, slots=True)
class Planned:
    """A day by the rule; `instead_of` is the bank holiday it would have been."""

    day: date
    instead_of: date | None = None


def planned(rule: Rule, last: date) -> list[Planned]:
    """Every day of the rule until a day. One on a bank holiday, or at a weekend, moves
    to the next working day. Raises NotARule."""
    begins, ends = span()
    if not begins <= rule.first <= last <= ends:
        raise NotARule(
            f"Bank holidays are known from {begins.year} to {ends.year}. Choose days "
            "within those years, the last not before the first."
        )
    return [
        _moved(day)
        for day in _days(rule, last)
        if day.month not in rule.skips and day >= rule.first
    ]


def _days(rule: Rule, last: date) -> Iterator[date]:
    turn = 0
    while True:
        if rule.place is None:
            day = rule.first + timedelta(weeks=rule.every * turn)
            begins = day
        else:
            begins = add_months(rule.first.replace(day=1), rule.every * turn)
            day = _weekday_of(begins, rule.place, rule.weekday)
        if begins > last:
            return
        if day <= last:
            yield day
        turn += 1


def _weekday_of(month: date, place: int, weekday: int) -> date:
    """The n-th, or the last, such weekday of a month."""
    if place > 0:
        first = month.replace(day=1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place - 1))
    end = month_of(month).last
    return end - timedelta(days=(end.weekday() - weekday) % 7)


def _moved(day: date) -> Planned:
    there = day
    while not is_working_day(there):
        there += timedelta(days=1)
    return Planned(there, day if there != day else None)


def papers_due(meeting: date, working_days: int) -> date:
    """So many working days before a meeting; raises BeyondCalendar."""
    return working_days_before(meeting, working_days)


def publish_by(meeting: date) -> date:
    """The last day to publish the agenda of a meeting in public; raises
    BeyondCalendar."""
    return working_days_before(meeting, CLEAR_DAYS + 1)


def not_a_working_day(day: date) -> str:
    """Why nobody would be there; "" where they might. Raises BeyondCalendar."""
    if is_working_day(day):
        return ""
    if day in bank_holidays():
        return f"{day:%-d %B %Y} is a bank holiday."
    return f"{day:%-d %B %Y} is a {day:%A}."


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
