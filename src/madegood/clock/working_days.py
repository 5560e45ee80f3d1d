"""Working days: Monday to Friday less the bank holidays of England and Wales.

The start is day 0 even when it is itself a working day, and may be a weekend; the
n-th working day strictly after it is day n (rules.md 0.2; the words are those of
SI 2005/1533 reg 2 and SI 2007/462). The library calendars tried for this roll
forward from a Saturday and are a day out.
"""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache

from govuk_bank_holidays.bank_holidays import BankHolidays

_SATURDAY = 5


class BeyondCalendar(ValueError):
    """The bank holidays of that year are not listed, so the day cannot be told."""


@cache
def bank_holidays() -> frozenset[date]:
    """Every listed bank holiday of England and Wales, substitutes and one-offs too."""
    listed = BankHolidays(use_cached_holidays=True).get_holidays(
        division=BankHolidays.ENGLAND_AND_WALES
    )
    return frozenset(holiday["date"] for holiday in listed)


@cache
def span() -> tuple[date, date]:
    """The first and last day the list can answer for: whole calendar years."""
    years = [day.year for day in bank_holidays()]
    return date(min(years), 1, 1), date(max(years), 12, 31)


@cache
def working_days() -> tuple[date, ...]:
    """Every working day of the span, in order."""
    first, last = span()
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    holidays = bank_holidays()
    return tuple(d for d in days if d.weekday() < _SATURDAY and d not in holidays)


def is_working_day(day: date) -> bool:
    _within(day)
    return day.weekday() < _SATURDAY and day not in bank_holidays()


def add_working_days(start: date, days: int) -> date:
    """The n-th working day strictly after `start`; raises BeyondCalendar."""
    if days < 1:
        raise ValueError(f"{days} working days: give at least 1")
    place = bisect_right(working_days(), _within(start)) + days - 1
    if place >= len(working_days()):
        raise BeyondCalendar(_beyond(start))
    return working_days()[place]


def working_days_before(end: date, days: int) -> date:
    """The n-th working day strictly before `end`; raises BeyondCalendar."""
    if days < 1:
        raise ValueError(f"{days} working days: give at least 1")
    place = bisect_left(working_days(), _within(end)) - days
    if place < 0:
        raise BeyondCalendar(_beyond(end))
    return working_days()[place]


def elapsed_working_days(start: date, end: date) -> int:
    """How many working days lie in (start, end]; raises ValueError if end < start."""
    if _within(end) < _within(start):
        raise ValueError(f"{end} is before {start}")
    return bisect_right(working_days(), end) - bisect_right(working_days(), start)


def _within(day: date) -> date:
    first, last = span()
    if not first <= day <= last:
        raise BeyondCalendar(_beyond(day))
    return day


def _beyond(day: date) -> str:
    first, last = span()
    return (
        f"Bank holidays are listed from {first.year} to {last.year}, so working days "
        f"from {day.isoformat()} cannot be counted. Update govuk-bank-holidays."
    )
