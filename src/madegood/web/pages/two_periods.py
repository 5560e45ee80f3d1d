"""Two periods of a measure side by side, chosen by whoever asks."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from madegood.clock.moments import london_date
from madegood.warehouse import queries as warehouse
from madegood.web.forms.two_periods import TwoPeriodsForm
from madegood.web.known import known_by
from madegood.web.pages.errors import message
from madegood.web.pages.measures import found
from madegood.web.show import show
from madegood.web.two_periods_page import TwoPeriodsPage, choices


@require_GET
def two(request: HttpRequest, measure_id: str) -> HttpResponse:
    asked, run = found(measure_id), warehouse.latest_run()
    offered = choices(asked, run) if run else []
    if run is None or len(offered) < 2:
        return message(
            request,
            "There are not two periods to compare yet",
            f"“{asked.title}” has been computed for fewer than two months.",
            "Load data that reaches further back, or wait for a month to pass.",
            status=404,
            way=("Back to the measure", reverse("measure", args=[asked.id])),
        )
    form = TwoPeriodsForm(offered, london_date(run.as_of), request.GET.dict())
    page = TwoPeriodsPage(asked, run, form.chosen()) if form.is_valid() else None
    return show(
        request,
        "two_periods.html",
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
