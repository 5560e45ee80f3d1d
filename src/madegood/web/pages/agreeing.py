"""How far auditors and moderators agree on the grades of the same audits."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from madegood.clock.moments import london_date
from madegood.clock.periods import Period
from madegood.measures import RowState, State
from madegood.measures.steps import YEAR, rolling_year
from madegood.warehouse import queries as warehouse
from madegood.warehouse.queries import RowsExpired, RunView
from madegood.web.agreement_page import AgreementPage
from madegood.web.forms.agreement import AgreementForm
from madegood.web.known import known_by
from madegood.web.pages.errors import message
from madegood.web.pages.measures import found
from madegood.web.show import show

MEASURE = "audit_grade_agreement"
HEADING = "How far auditors and moderators agree cannot be said"


@require_GET
def grade_agreement(request: HttpRequest) -> HttpResponse:
    run, asked = warehouse.latest_run(), found(MEASURE)
    if run is None:
        return _cannot(request, "No data has been loaded yet.", "Load data first.")
    form = AgreementForm(
        rolling_year(london_date(run.as_of)), _years(run), request.GET.dict()
    )
    page = None
    if form.is_valid():
        try:
            page = _page(run, form)
        except RowsExpired as gone:
            return _cannot(request, str(gone), "Load newer audits to see it again.")
    return show(
        request,
        "grade_agreement.html",
        section="measures",
        status=200 if page else 400,
        measure=asked,
        form=form,
        page=page,
        known=str(known_by(run, asked.needs)),
        trail=[
            ("Measures", reverse("measures")),
            (asked.title, reverse("measure", args=[asked.id])),
        ],
    )


def _years(run: RunView) -> list[Period]:
    """Those with audits, the newest first."""
    results = warehouse.series_results(run, MEASURE, step=YEAR)
    told = {r.period for r in results if r.period is not None and r.denominator}
    return sorted(told, reverse=True)


def _page(run: RunView, form: AgreementForm) -> AgreementPage:
    period = form.period()
    rows = [
        row
        for row in warehouse.every_row(run.id, MEASURE)
        if row.state in (State.MET, State.NOT_MET) and _within(row, period)
    ]
    return AgreementPage(
        warehouse.grade_pairs(run, rows),
        sum("not_blind" in row.flags for row in rows),
        form.words[:1].lower() + form.words[1:],
    )


def _within(row: RowState, period: Period | None) -> bool:
    if period is None:
        return True
    return row.counted_on is not None and row.counted_on in period


def _cannot(request: HttpRequest, *lines: str) -> HttpResponse:
    return message(
        request,
        HEADING,
        *lines,
        status=404,
        way=("Back to the measures", reverse("measures")),
    )
