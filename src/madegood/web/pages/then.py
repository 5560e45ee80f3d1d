"""“What did we say in March?”: the plan, or a part of it, on one day beside another."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from madegood.assurance import past
from madegood.assurance.between import PartBetween
from madegood.web.forms.then import ThenForm
from madegood.web.pages.history import KINDS
from madegood.web.plan_links import plan_href, plan_words
from madegood.web.show import show
from madegood.web.words import count_of, day


def plan_then(request: HttpRequest) -> HttpResponse:
    """Whatever changed in the plan between two days."""
    form = ThenForm(request.GET.dict())
    short = request.GET.get("plan", "")
    try:
        between = past.plan_between(*form.moments, short)
    except past.NoSuchThing:
        if short:
            raise Http404 from None
        return show(request, "no_plan.html", section="plan")
    return show(
        request,
        "plan_then.html",
        section="plan",
        status=400 if form.errors else 200,
        form=form,
        between=between,
        short="" if between.main else between.short,
        names=KINDS,
        lead=_lead(between, form),
        query=f"?on={form.days[0]}&to={form.days[1]}",
    )


def _lead(between: past.Between, form: ThenForm) -> str:
    first, second = form.days
    if between.adopted_on > first:
        return (
            f"The plan was adopted on {day(between.adopted_on)}, so nothing of it was "
            f"on record on {day(first)}."
        )
    changed = len(between.changed)
    parts = count_of(len(between.parts), "part")
    if not changed:
        return f"Nothing that was on record changed from {day(first)} to {day(second)}."
    return f"{changed} of {parts} changed from {day(first)} to {day(second)}."


def part_then(request: HttpRequest, kind: str, number: str) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    form = ThenForm(request.GET.dict())
    try:
        between, part, events = past.part_between(kind, number, *form.moments)
    except past.NoSuchThing:
        raise Http404 from None
    name = f"{KINDS[kind]} {number}"
    return show(
        request,
        "part_then.html",
        section="plan",
        status=400 if form.errors else 200,
        form=form,
        name=name,
        part=part,
        events=events,
        lead=_part_lead(part, between, form),
        trail=[
            (plan_words(number), plan_href(number)),
            (name, reverse(kind, args=[number])),
        ],
    )


def _part_lead(part: PartBetween, between: past.Between, form: ThenForm) -> str:
    first, second = form.days
    if between.adopted_on > first:
        return _lead(between, form)
    changed = len(part.changed)
    if not changed:
        return f"Nothing of it changed from {day(first)} to {day(second)}."
    return f"{count_of(changed, 'thing')} of it changed from {day(first)} to {day(second)}."
