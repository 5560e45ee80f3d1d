"""Steps through time: months, quarters, years to 31 March, and twelve months rolling.

A step is always whole: asked of a few days, the month or year that they fall in is
given. The quarters are those of the calendar, of which the financial year has four.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from madegood.clock.periods import (
    Period,
    add_months,
    month_of,
    months,
    quarter_of,
    year_to_march,
)

MONTH: Final = "month"
QUARTER: Final = "quarter"
YEAR: Final = "year"
ROLLING: Final = "rolling12"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time that a result is asked of; no period is all of time.

    step, name   the step it is one of, and which: `month` and `2026-05`, `quarter`
                 and `2026-Q2`, `year` (to 31 March) and `2026-27`, `rolling12` and
                 the month that its twelve months end with
    """

    period: Period | None
    step: str = ""
    name: str = ""

    @property
    def by(self) -> dict[str, str]:
        """What a result says of the step, beside its groups."""
        return {self.step: self.name} if self.step else {}


ALL_TIME: Final = Span(None)


def rolling_year(day: date) -> Period:
    """The twelve calendar months up to and including the one a day falls in."""
    last = month_of(day)
    return Period(add_months(last.first, -11), last.last)


def _month_name(period: Period) -> str:
    return f"{period.last:%Y-%m}"


def _quarter_name(period: Period) -> str:
    return f"{period.first.year}-Q{(period.first.month + 2) // 3}"


def _year_name(period: Period) -> str:
    return f"{period.first.year}-{period.last.year % 100:02}"


_PERIOD_OF: Final[dict[str, Callable[[date], Period]]] = {
    MONTH: month_of,
    QUARTER: quarter_of,
    YEAR: year_to_march,
    ROLLING: rolling_year,
}
_NAME_OF: Final[dict[str, Callable[[Period], str]]] = {
    MONTH: _month_name,
    QUARTER: _quarter_name,
    YEAR: _year_name,
    ROLLING: _month_name,
}
STEPS: Final = tuple(_PERIOD_OF)


def steps(step: str, first: date, last: date) -> list[Span]:
    """Every step that a span of days touches, in order; of twelve months rolling, one
    that ends with each month."""
    periods = dict.fromkeys(_PERIOD_OF[step](m.last) for m in months(first, last))
    return [Span(period, step, _NAME_OF[step](period)) for period in periods]


def asked_spans(
    step: str, periods: Sequence[Period], first: date | None, today: date
) -> list[Span]:
    """What is asked of: the periods, or the steps that they touch; without periods,
    all of time, or every step from the first day that is counted (`first`)."""
    if not step:
        return [Span(period) for period in periods] or [ALL_TIME]
    if not periods:
        return steps(step, first, today) if first is not None else []
    found: dict[Span, None] = {}
    for period in periods:
        # Where no first day was asked for, there is none before anything was counted.
        begins = period.first if period.first > date.min else first or period.last
        found |= dict.fromkeys(steps(step, begins, period.last))
    return list(found)
