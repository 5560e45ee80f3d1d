"""A measure's series as its page shows it: how it is cut, its points, its last one."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse

from madegood.measures import Measure, Result
from madegood.measures.series import Point, Series, period_words
from madegood.warehouse import queries as warehouse
from madegood.warehouse.queries import RunView
from madegood.web.known import run_day
from madegood.web.measure_words import (
    bounds_words,
    lead,
    met_words,
    monthly,
    of_words,
    period_of_words,
)
from madegood.web.standing import direction
from madegood.web.words import figure, month

# How the series may be cut, by the word in the address.
MONTH = "month"
STEPS = {
    MONTH: "month",
    "quarter": "quarter",
    "year": "year to March",
    "rolling12": "twelve months, rolling",
}
VALUE_WORDS = {
    "share": "Rate",
    "count": "Number",
    "rate": "For every 100 nights",
    "days": "Middle case, days",
    "weeks": "Middle case, weeks",
    "gap": "Gap, percentage points",
}


@dataclass(frozen=True)
class StepLink:
    """A way to cut the series; `here` is the one that is shown."""

    text: str
    href: str
    here: bool


@dataclass(frozen=True)
class MeasureSeries:
    """One measure of a run. `step` is a key of STEPS."""

    measure: Measure
    run: RunView | None
    target: float | None
    step: str = MONTH

    @property
    def day(self) -> date | None:
        """The day the results are as of."""
        return run_day(self.run)

    @cached_property
    def months(self) -> list[Result]:
        if self.run is None:
            return []
        return warehouse.series_results(self.run, self.measure.id)

    @cached_property
    def stepped(self) -> list[Result]:
        """The results by the step that is asked for."""
        if self.run is None or self.step == MONTH:
            return self.months
        return warehouse.series_results(self.run, self.measure.id, step=self.step)

    @cached_property
    def series(self) -> Series:
        return monthly(self.measure, self.stepped, self.day, self.target)

    @property
    def steps(self) -> list[StepLink]:
        here = reverse("measure", args=[self.measure.id])
        return [
            StepLink(
                words,
                here if step == MONTH else f"{here}?step={step}",
                step == self.step,
            )
            for step, words in STEPS.items()
        ]

    @property
    def noun(self) -> str:
        return {"year": "year", "rolling12": "year"}.get(self.step, self.step)

    @property
    def by_words(self) -> str:
        """'month by month', as the picture is called for those who do not see it."""
        return f"{self.noun} by {self.noun}"

    def point_words(self, point: Point) -> str:
        if self.step == MONTH:
            return month(point.period)
        words = period_words(point.period)
        return words[0].upper() + words[1:]

    @property
    def table_words(self) -> str:
        return f"The {self.noun}s as a table"

    @property
    def share(self) -> bool:
        return self.measure.unit == "share"

    @property
    def lead(self) -> str:
        as_of = self.day
        if as_of is None:
            return "Nothing has been computed yet: load data first."
        return lead(self.measure, self.series, as_of)

    @property
    def points(self) -> list[Point]:
        """Newest first, as a reader asks for them."""
        return list(reversed(self.series.points))

    @property
    def met_words(self) -> str:
        return met_words(self.measure)

    @property
    def value_words(self) -> str:
        return VALUE_WORDS[self.measure.unit]

    @property
    def charted(self) -> bool:
        return self.series.latest is not None

    @cached_property
    def latest(self) -> Result | None:
        """The result of the last whole month that has a value."""
        point = self.series.latest
        return next(
            (r for r in self.stepped if point and r.period == point.period), None
        )

    @property
    def current(self) -> Result | None:
        """The result of the month that the day asked about falls in."""
        return self.months[-1] if self.months else None

    @property
    def big(self) -> str:
        return figure(self.latest.value, self.measure.unit) if self.latest else ""

    @property
    def company(self) -> list[str]:
        point, as_of = self.series.latest, self.day
        if point is None or as_of is None or self.latest is None:
            return []
        of = of_words(self.measure.unit, point)
        when = period_of_words(point.period, as_of)
        said = (
            f"{of} in {when}" if of else when,
            self.series.gap_words,
            direction(self.series),
            bounds_words(self.measure, self.latest),
        )
        return [line for line in said if line]
