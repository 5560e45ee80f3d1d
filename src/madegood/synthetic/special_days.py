"""Days that trip a clock: before long gaps, at weekends, when the clocks change, and
those whose number the month to come has not."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from madegood.clock.working_days import is_working_day

DAY = timedelta(days=1)
_LONG_GAP = 4
_BEFORE_THE_STORY = timedelta(days=365)


@dataclass(frozen=True)
class SpecialDays:
    """Every such day of a span, by what makes it one, and what makes each one."""

    by_kind: dict[str, list[date]]
    names: dict[date, tuple[str, ...]]

    def one(self, low: date, high: date, chance: Random) -> date | None:
        """One within [low, high], each kind as likely as another."""
        kind = chance.choice(sorted(self.by_kind)) if self.by_kind else ""
        days = self.by_kind.get(kind, [])
        first, last = bisect_left(days, low), bisect_right(days, high)
        return days[chance.randrange(first, last)] if first < last else None


@lru_cache(maxsize=8)
def special_days(first: date, until: date) -> SpecialDays:
    """From a year before `first` to `until`."""
    by_kind: dict[str, list[date]] = {}
    names: dict[date, tuple[str, ...]] = {}
    day = first - _BEFORE_THE_STORY
    while day <= until:
        found = tuple(_names(day))
        for name in found:
            by_kind.setdefault(name, []).append(day)
        if found:
            names[day] = found
        day += DAY
    return SpecialDays(by_kind, names)


def _names(day: date) -> Iterator[str]:
    if _gap_after(day) >= _LONG_GAP and is_working_day(day):
        yield "before a long gap"
    if day.weekday() == 5:
        yield "at a weekend"
    if day.weekday() == 4 and _clocks_change(day + 2 * DAY):
        yield "before the clocks change"
    if (day.month, day.day) == (2, 29):
        yield "29 February"
    if day.day == 31 or (day.day == 30 and day.month == 11):
        yield "last of a month"


def _gap_after(day: date) -> int:
    """Days until the next working day."""
    later = day + DAY
    while not is_working_day(later):
        later += DAY
    return (later - day).days


def _clocks_change(day: date) -> bool:
    if day.month not in (3, 10) or day.weekday() != 6:
        return False
    return day.day > monthrange(day.year, day.month)[1] - 7
