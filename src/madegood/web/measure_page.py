"""What the page of one measure shows, gathered once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.conf import settings
from django.urls import reverse

from madegood.measures import Measure, Result, Settings, measure, say
from madegood.measures.series import Point, Series
from madegood.reports import charts
from madegood.reports.charts import Svg
from madegood.warehouse import queries as warehouse
from madegood.warehouse.queries import RunView
from madegood.web.known import Known, known_by, run_day
from madegood.web.measure_words import (
    ProviderRow,
    bounds_words,
    by_provider,
    lead,
    met_words,
    month_words,
    monthly,
    of_words,
    parts_of,
)
from madegood.web.standing import direction
from madegood.web.words import day, figure

NEVER = (
    "A target on it would press people to change what is recorded, or what a child "
    "chooses. It is read beside other measures, never alone."
)
VALUE_WORDS = {"share": "Rate", "count": "Number", "rate": "For every 100 nights"}


@dataclass(frozen=True)
class Link:
    text: str
    href: str


@dataclass(frozen=True)
class Fact:
    """A term of the small print, its words, and any links after them."""

    term: str
    text: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class MeasurePage:
    """Asks the warehouse at most three times, and only for what is shown."""

    measure: Measure
    run: RunView | None
    target: float | None

    @cached_property
    def known(self) -> Known:
        return known_by(self.run)

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
    def series(self) -> Series:
        return monthly(self.measure, self.months, self.day, self.target)

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
    def never(self) -> str:
        return NEVER if self.measure.never_a_target else ""

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

    def chart(self, *, narrow: bool) -> Svg:
        return charts.run_chart(
            self.series,
            title=self.measure.title,
            folder=settings.DATA_DIR / "charts",
            narrow=narrow,
        )

    @property
    def charted(self) -> bool:
        return self.series.latest is not None

    @cached_property
    def latest(self) -> Result | None:
        """The result of the last whole month that has a value."""
        point = self.series.latest
        return next(
            (r for r in self.months if point and r.period == point.period), None
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
        when = month_words(point.period, as_of)
        said = (
            f"{of} in {when}" if of else when,
            self.series.gap_words,
            direction(self.series),
            bounds_words(self.measure, self.latest),
        )
        return [line for line in said if line]

    @property
    def parts_heading(self) -> str:
        now, as_of = self.current, self.day
        if now is None or now.period is None or as_of is None:
            return ""
        size = sum(now.states.values())
        whose = f"Where the {size:,} of {month_words(now.period, as_of)}"
        if self.known.says_now:
            return f"{whose} are now"
        return f"{whose} stood on {day(self.known.data_to)}"

    @property
    def parts_words(self) -> str:
        if self.current is None:
            return ""
        return charts.say_parts(parts_of(self.measure, self.current))

    @property
    def bar(self) -> Svg:
        assert self.current is not None
        return charts.state_bar(
            parts_of(self.measure, self.current), title=self.parts_heading
        )

    @cached_property
    def providers(self) -> list[ProviderRow]:
        if self.run is None:
            return []
        groups = warehouse.group_results(self.run, self.measure.id, "provider")
        return by_provider(self.measure, groups)

    @cached_property
    def _settings(self) -> Settings:
        return warehouse.run_settings(self.run) if self.run else Settings.default()

    @property
    def sentence(self) -> str:
        return say(self.measure, self._settings)

    @property
    def facts(self) -> list[Fact]:
        asked = self.measure
        facts = [
            Fact("Local choices", " ".join(self._choices())),
            Fact(
                "Read beside",
                links=tuple(
                    Link(measure(other).title, reverse("measure", args=[other]))
                    for other in asked.balances
                ),
            ),
            Fact("Data", self._data()),
            Fact(
                "Kept by",
                f"{asked.owner.title}; checked by {asked.checked_by.title}; to be "
                f"reviewed by {day(asked.review_by)}. Definition {self._definition()}.",
            ),
        ]
        return [fact for fact in facts if fact.text or fact.links]

    def _choices(self) -> Iterator[str]:
        """Each setting with what it is set to: 'Within how many days: 90.'"""
        chosen = self._settings.of(self.measure.id)
        for spec in self.measure.settings:
            value = chosen[spec.name]
            words = (
                ("yes" if value else "no") if isinstance(value, bool) else f"{value}"
            )
            yield f"{spec.says.removesuffix('.')}: {words}."

    def _data(self) -> str:
        if self.run is None:
            return ""
        kind = " Synthetic: no real child is in it." if self.run.synthetic else ""
        return f"{self.run.snapshot_label}, data to {day(self.run.data_to)}.{kind}"

    def _definition(self) -> str:
        return self.latest.definition if self.latest else self.measure.definition
