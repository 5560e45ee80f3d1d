"""What has happened to a part of the plan: who did what, when and why."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from madegood.plan import queries
from madegood.web.plan_links import plan_href, plan_words
from madegood.web.show import show
from madegood.web.words import count_of

KINDS = {
    "recommendation": "Recommendation",
    "action": "Action",
    "outcome": "Expected outcome",
}


def history(request: HttpRequest, kind: str, number: str) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    try:
        events = queries.history(kind, number)
    except queries.NoSuchThing:
        raise Http404 from None
    name = f"{KINDS[kind]} {number}"
    said = f"{count_of(len(events), 'thing')} on record, the newest first."
    return show(
        request,
        "history.html",
        section="plan",
        name=name,
        lead=said if events else "Nothing has been done to it since it was read in.",
        events=events,
        trail=[
            (plan_words(number), plan_href(number)),
            (name, reverse(kind, args=[number])),
        ],
    )
