"""Periods: months, quarters, years to 31 March; and calendar months added to a date."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A run of whole London days, both ends counted."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def add_months(start: date, months: int) -> date:
    """Calendar months, clamped to the month's end: 30 November + 3 = 28 February."""
    count = start.year * 12 + start.month - 1 + months
    year, month = divmod(count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def birthday(born: date, age: int) -> date:
    """The day an age is attained; 29 February is kept on 1 March (rules.md 0.5)."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def month_of(day: date) -> Period:
    return Period(day.replace(day=1), _month_end(day))


def months(first: date, last: date) -> list[Period]:
    """Every calendar month that a span touches, in order."""
    found = []
    start = first.replace(day=1)
    while start <= last:
        found.append(month_of(start))
        start = _month_end(start) + timedelta(days=1)
    return found


def quarter_of(day: date) -> Period:
    start = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    return Period(start, _month_end(add_months(start, 2)))


def year_to_march(day: date) -> Period:
    """The statistical year a day falls in: 1 April to 31 March."""
    start = day.year if day.month > 3 else day.year - 1
    return Period(date(start, 4, 1), date(start + 1, 3, 31))


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def last_months(day: date, number: int) -> list[Period]:
    """So many calendar months up to and including the one of a day."""
    last = month_of(day)
    return months(add_months(last.first, 1 - number), last.last)
