"""One change to several actions: choose them, say what, see what it does, make it."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from madegood.assurance.actions import retest
from madegood.clock.today import now
from madegood.plan import bulk_actions
from madegood.plan.lateness import Lateness
from madegood.plan.plans import every_live_plan
from madegood.plan.post_page import every_post
from madegood.plan.views import ActionView, PlanView
from madegood.plan.working import action_lateness
from madegood.web.boarding import recommendation_choices
from madegood.web.forms.bulk import KINDS, FilterForm, change_form, change_of
from madegood.web.guard import person
from madegood.web.show import show
from madegood.web.words import count_of


@dataclass(frozen=True)
class Row:
    action: ActionView
    recommendation: str
    lateness: Lateness


def choose(request: HttpRequest) -> HttpResponse:
    """Every action, those that are asked for, with a box for each."""
    plans = every_live_plan(now())
    if not plans:
        return show(request, "no_plan.html", section="plan")
    rows = _rows(plans)
    form = FilterForm(recommendation_choices(), _owners(rows), request.GET)
    return show(
        request,
        "bulk.html",
        section="plan",
        rows=[row for row in rows if _asked_for(row, form)],
        total=len(rows),
        form=form,
        kinds=KINDS,
        done=_done(request.GET.get("done", "")),
        fault="Choose at least one action, and what is to be set."
        if "none" in request.GET
        else "",
    )


def _rows(plans: list[PlanView]) -> list[Row]:
    at = now()
    return [
        Row(action, rec.number, action_lateness(action, at))
        for plan in plans
        for rec in plan.recommendations
        for action in rec.actions
    ]


def _owners(rows: list[Row]) -> list[str]:
    return sorted({post for row in rows for post in row.action.owners})


def _asked_for(row: Row, form: FilterForm) -> bool:
    late = form.wanted("late")
    wanted = (
        (form.wanted("recommendation"), row.recommendation),
        (form.wanted("delivery"), row.action.delivery.value),
    )
    return (
        all(asked in ("", has) for asked, has in wanted)
        and form.wanted("post") in ("", *row.action.owners)
        and (late != "late" or row.lateness.late)
        and (late != "no_date" or row.action.due is None)
    )


def _done(count: str) -> str:
    if not count.isdecimal():
        return ""
    return f"{count_of(int(count[:4]), 'action')} changed."


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest) -> HttpResponse:
    """What is set for those chosen; then what it would do; then it is done."""
    given = request.POST if request.method == "POST" else request.GET
    kind, numbers = given.get("kind", ""), given.getlist("actions")
    posts = [title for _, title in every_post()]
    sent = request.POST if request.method == "POST" else None
    if request.method == "GET" and (not numbers or not kind):
        return redirect(f"{reverse('bulk')}?none=1")
    form = change_form(kind, posts, sent)
    if form is None:
        raise Http404
    tried: list[bulk_actions.Tried] = []
    if form.is_valid():
        meant = change_of(form)
        try:
            if "make" in request.POST:
                count = bulk_actions.make_change(
                    by=person(request), numbers=numbers, change=meant
                )
                retest(by=person(request))
                return redirect(f"{reverse('bulk')}?done={count}")
        except bulk_actions.Faulty as fault:
            form.add_error(None, str(fault))
        tried = bulk_actions.try_change(
            by=person(request), numbers=numbers[: bulk_actions.MOST], change=meant
        )
    wrong = sum(bool(each.fault) for each in tried)
    return show(
        request,
        "bulk_change.html",
        section="plan",
        status=400 if form.errors or wrong else 200,
        kind=kind,
        kind_words=dict(KINDS)[kind],
        numbers=numbers,
        form=form,
        tried=tried,
        wrong=wrong,
    )
