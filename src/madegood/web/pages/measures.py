"""The measures: all of them, and one with its picture, its tables and small print."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from madegood.assurance.queries import targets
from madegood.measures import LIBRARY, Measure, UnknownMeasure, measure
from madegood.measures.series import Series
from madegood.reports import charts
from madegood.warehouse import queries as warehouse
from madegood.web.known import known_by, run_day
from madegood.web.measure_page import MeasurePage
from madegood.web.measure_words import month_words, monthly, of_words
from madegood.web.show import show
from madegood.web.standing import direction
from madegood.web.words import count_of, figure


@dataclass(frozen=True)
class Listed:
    """A measure as a row of the list."""

    measure: Measure
    series: Series
    day: date | None

    @property
    def spark(self) -> str:
        return charts.sparkline(self.series, title=self.measure.title)

    @property
    def value(self) -> str:
        latest = self.series.latest
        return figure(latest.value, self.measure.unit) if latest else ""

    @property
    def of(self) -> str:
        latest = self.series.latest
        return of_words(self.measure.unit, latest) if latest else ""

    @property
    def when(self) -> str:
        latest = self.series.latest
        if latest is None or self.day is None:
            return ""
        return month_words(latest.period, self.day)

    @property
    def company(self) -> list[str]:
        said = (self.series.gap_words, direction(self.series))
        return [line for line in said if line]


def found(measure_id: str) -> Measure:
    """The measure of that name, or no such page."""
    try:
        return measure(measure_id)
    except UnknownMeasure:
        raise Http404 from None


def library(request: HttpRequest) -> HttpResponse:
    """Every measure of the library, under the recommendation it answers."""
    run = warehouse.latest_run()
    wanted = targets()
    day = run_day(run)
    results = warehouse.all_series(run) if run else {}
    listed = [
        Listed(
            each,
            monthly(each, results.get(each.id, []), day, wanted.get(each.id)),
            day,
        )
        for each in LIBRARY
    ]
    return show(
        request,
        "measures.html",
        section="measures",
        lead=f"{count_of(len(LIBRARY), 'measure')} test the plan against practice. "
        "Each says what it counts, where its rule comes from and who keeps it true.",
        known=str(known_by(run)),
        groups=[
            {"title": theme[:1].upper() + theme[1:], "rows": list(rows)}
            for theme, rows in groupby(
                listed, key=lambda row: row.measure.recommendation_theme
            )
        ],
    )


def one(request: HttpRequest, measure_id: str) -> HttpResponse:
    asked = found(measure_id)
    run = warehouse.latest_run()
    page = MeasurePage(asked, run, targets().get(asked.id))
    return show(
        request,
        "measure.html",
        section="measures",
        measure=asked,
        page=page,
        trail=[("Measures", reverse("measures"))],
    )
