"""Replay: the plan of 2019 and what was published, year by year."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from madegood.benchmarks.alarms import SENTENCE
from madegood.benchmarks.queries import Missing
from madegood.web.pages.benchmarks import (
    NOTHING,
    made_from,
    published_trail,
    section,
)
from madegood.web.replay_page import YEARS, replay_page
from madegood.web.show import show


@require_GET
def replay(request: HttpRequest) -> HttpResponse:
    says = NOTHING
    try:
        page = replay_page(request.GET.get("year", ""))
    except Missing as fault:
        page, says = None, str(fault)
    at = YEARS.index(page.year) if page else 0
    return show(
        request,
        "replay.html",
        section=section(request),
        page=page,
        says=says,
        years=YEARS,
        earlier=YEARS[at - 1] if page and at else None,
        later=YEARS[at + 1] if page and at + 1 < len(YEARS) else None,
        rule=SENTENCE,
        made_from=made_from(page.setting) if page else "",
        trail=[
            *published_trail(request),
            ("Published figures", reverse("benchmarks")),
        ],
    )
