"""The measures: all of them."""

from django.http import Http404, HttpRequest, HttpResponse

from madegood.assurance.queries import targets
from madegood.measures import LIBRARY, Measure, Settings, UnknownMeasure, measure
from madegood.measures.computable import Matrix, computable
from madegood.warehouse import queries as warehouse
from madegood.warehouse.queries import RunView
from madegood.web.forms.measures import ListForm
from madegood.web.known import known_by, run_day
from madegood.web.measure_list import Listed, lead, themes
from madegood.web.measure_words import monthly
from madegood.web.show import show

NOTHING = (
    f"{len(LIBRARY)} measures test the plan against practice. Nothing has been computed "
    "yet: load data first."
)


def found(measure_id: str) -> Measure:
    """The measure of that name, or no such page."""
    try:
        return measure(measure_id)
    except UnknownMeasure:
        raise Http404 from None


def library(request: HttpRequest) -> HttpResponse:
    """Every measure of the library, under the recommendation it answers."""
    run = warehouse.latest_run()
    can = computable(warehouse.filled(run.snapshot_id if run else None))
    rows = _listed(run, can)
    form = ListForm(
        [
            (
                each.theme.casefold(),
                f"{each.number}. {each.theme[:1].upper()}{each.theme[1:]}",
            )
            for each in can.recommendations
        ],
        request.GET.dict(),
    )
    shown = form.chosen(rows)
    return show(
        request,
        "measures.html",
        section="measures",
        lead=lead(rows) if run else NOTHING,
        known=str(known_by(run)),
        form=form,
        shown=len(shown),
        every=len(rows),
        themes=themes(rows, shown, can),
    )


def _listed(run: RunView | None, can: Matrix) -> list[Listed]:
    wanted, day = targets(), run_day(run)
    results = warehouse.all_series(run) if run else {}
    answers = {each.measure: each for each in can.measures}
    most_bad = (warehouse.run_settings(run) if run else Settings()).most_bad_percent
    rows = []
    for each in LIBRARY:
        months = results.get(each.id, [])
        series = monthly(each, months, day, wanted.get(each.id))
        at = series.latest.period if series.latest else None
        latest = next((r for r in reversed(months) if at and r.period == at), None)
        rows.append(Listed(each, series, latest, day, answers[each.id], most_bad))
    return rows
