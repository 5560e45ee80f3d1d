"""One measure: read it, cut it another way, and explain what is odd in it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.assurance import actions
from madegood.assurance.explain_actions import NotExplained, explain
from madegood.assurance.queries import NoSuchThing, oddities, targets
from madegood.measures import Measure
from madegood.warehouse import queries as warehouse
from madegood.web.forms.explain import ExplainForm
from madegood.web.guard import person
from madegood.web.measure_odd import OddRow, choices_alike
from madegood.web.measure_page import MeasurePage
from madegood.web.measure_series import MONTH, STEPS
from madegood.web.pages.measures import found
from madegood.web.show import show
from madegood.web.words import count_of

DONE = (
    "What you said is recorded, and what stands on this measure has been tested again."
)


def one(request: HttpRequest, measure_id: str) -> HttpResponse:
    """`?step=` cuts the series by month, quarter, year to March or rolling year."""
    step = request.GET.get("step", MONTH)
    return _shown(request, found(measure_id), step if step in STEPS else MONTH)


@require_POST
def explain_oddity(
    request: HttpRequest, measure_id: str, oddity_id: int
) -> HttpResponse:
    asked = found(measure_id)
    form = ExplainForm(oddity_id, request.POST, choices_alike(oddity_id, oddities()))
    if form.is_valid():
        try:
            explain(
                by=person(request),
                oddity_id=oddity_id,
                verdict=form.cleaned_data["verdict"],
                why=form.cleaned_data["why"],
                also=form.cleaned_data["also"],
            )
        except NotExplained as fault:
            form.add_error(None, str(fault))
        else:
            _retest(request)
            return redirect(f"{reverse('measure', args=[asked.id])}?done=explained")
    return _shown(request, asked, MONTH, faulty=(oddity_id, form))


def _retest(request: HttpRequest) -> None:
    """Whatever stands on the measure may stand differently from now on."""
    try:
        actions.retest(by=person(request))
    except NoSuchThing:  # there is no plan yet, so nothing stands on it
        return


def _shown(
    request: HttpRequest,
    asked: Measure,
    step: str,
    faulty: tuple[int, ExplainForm] | None = None,
) -> HttpResponse:
    page = MeasurePage(
        asked,
        warehouse.latest_run(),
        targets().get(asked.id),
        step,
        may(person(request), Permission.MEASURES_EXPLAIN),
        faulty,
    )
    return show(
        request,
        "measure.html",
        section="measures",
        status=400 if faulty else 200,
        measure=asked,
        page=page,
        form=faulty[1] if faulty else None,
        done=DONE if request.GET.get("done") == "explained" else "",
        trail=[("Measures", reverse("measures"))],
    )


def questions(request: HttpRequest) -> HttpResponse:
    """Everything odd that was ever found, the unexplained first."""
    rows = [OddRow(one) for one in oddities()]
    waiting = [row for row in rows if row.oddity.in_the_way]
    return show(
        request,
        "odd.html",
        section="measures",
        lead=_lead(len(waiting), len(rows)),
        waiting=waiting,
        others=[row for row in rows if not row.oddity.in_the_way],
        trail=[("Measures", reverse("measures"))],
    )


def _lead(waiting: int, found: int) -> str:
    if not found:
        return "Nothing odd has been found in the numbers."
    if not waiting:
        return f"{count_of(found, 'odd thing')} found in the numbers, all explained."
    verb = "waits" if waiting == 1 else "wait"
    return (
        f"{count_of(waiting, 'odd thing')} in the numbers {verb} for somebody to explain "
        "it. Until then the measures they are in prove nothing."
    )
