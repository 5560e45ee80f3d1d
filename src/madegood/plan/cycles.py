"""Clocks of what was promised to be done every so often. Plain Python.

A promise is divided into periods; each has a day by which its report is due. What a
period is called follows from reports and dates alone and is never typed in.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from madegood.clock.periods import add_months

__all__ = [
    "UNITS",
    "Every",
    "Made",
    "PeriodState",
    "PeriodView",
    "Term",
    "every_of",
    "judged",
    "next_start",
]

DAYS = {"day": 1, "week": 7}
# A school year has three terms, so one comes round about every four months.
MONTHS = {"month": 1, "quarter": 3, "term": 4, "year": 12}
UNITS = (*DAYS, *MONTHS)
# Nobody waits for more periods than these, and a slip of the keyboard must end.
MOST_PERIODS = 4_000
_READ = re.compile(rf"every (?:(\d{{1,3}}) )?({'|'.join(UNITS)})s?: (.+)", re.DOTALL)
_NAMED = {
    (1, "day"): "daily",
    (1, "week"): "weekly",
    (2, "week"): "every other week",
    (1, "month"): "monthly",
    (2, "month"): "every other month",
    (1, "quarter"): "quarterly",
    (1, "term"): "termly",
    (1, "year"): "annually",
}


@dataclass(frozen=True, slots=True)
class Every:
    count: int
    unit: str

    def __str__(self) -> str:
        return _NAMED.get((self.count, self.unit), f"every {self.count} {self.unit}s")

    def after(self, first: date, times: int) -> date:
        """The first day of the period that begins so many periods later. Counted from
        the first day each time: the 31st of a month comes back after February."""
        if self.unit in DAYS:
            return first + timedelta(days=DAYS[self.unit] * self.count * times)
        return add_months(first, MONTHS[self.unit] * self.count * times)


def every_of(promise: str) -> tuple[Every, str] | None:
    """How often, and the words, of a promise read in a plan ("every 2 months: …");
    None for one that names no interval that a clock can keep."""
    read = _READ.fullmatch(promise)
    if read is None:
        return None
    return Every(int(read[1] or 1), read[2]), read[3].strip()


@dataclass(frozen=True, slots=True)
class Term:
    """How often from a day on; `grace` is days after a period till its report is due."""

    every: Every
    first_day: date
    grace: int


@dataclass(frozen=True, slots=True)
class Made:
    """A report for the period that begins on `period`."""

    period: date
    on: date
    what: str
    link: str
    by: str
    recorded_on: date


class PeriodState(StrEnum):
    KEPT = "kept"
    LATE = "kept late"
    MISSED = "missed"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class PeriodView:
    first: date
    last: date
    due: date
    state: PeriodState
    report: Made | None
    days_late: int


def _spans(
    terms: Sequence[Term], ended: date | None, on: date
) -> Iterable[tuple[date, date, date]]:
    """First day, last day and due day of each period that has begun."""
    changes = [each.first_day for each in terms[1:]]
    for place, term in enumerate(terms):
        ends = [*changes[place : place + 1], *([ended] if ended else [])]
        until = min(ends, default=date.max)
        for times in range(MOST_PERIODS):
            first = term.every.after(term.first_day, times)
            last = term.every.after(term.first_day, times + 1) - timedelta(days=1)
            if first > on or last >= until:
                break
            yield first, last, last + timedelta(days=term.grace)


def judged(
    terms: Sequence[Term], reports: Iterable[Made], *, ended: date | None, on: date
) -> tuple[PeriodView, ...]:
    """Every period that has begun by a day, the oldest first. A period that was not
    over when the promise ended, or changed, is asked nothing of."""
    first_of: dict[date, Made] = {}
    for report in sorted(reports, key=lambda each: each.on):
        first_of.setdefault(report.period, report)
    return tuple(
        _judge(first, last, due, first_of.get(first), on)
        for first, last, due in _spans(terms, ended, on)
    )


def _judge(
    first: date, last: date, due: date, report: Made | None, on: date
) -> PeriodView:
    days = max(((report.on if report else on) - due).days, 0)
    if report:
        state = PeriodState.LATE if days else PeriodState.KEPT
    else:
        state = PeriodState.MISSED if days else PeriodState.DUE
    return PeriodView(first, last, due, state, report, days)


def next_start(term: Term, on: date) -> date:
    """The first day after the period of a term that is running: when it can change."""
    for times in range(MOST_PERIODS):
        start = term.every.after(term.first_day, times)
        if start > on:
            return start
    return on + timedelta(days=1)
