"""Every plan at once; which is the main one; ending one."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from madegood.assurance import queries
from madegood.assurance.actions import retest
from madegood.plan import plan_actions
from madegood.plan.queries import every_plan_name
from madegood.web.asked import asked
from madegood.web.forms.plans import WhyForm
from madegood.web.guard import person
from madegood.web.known import known
from madegood.web.plan_words import lead
from madegood.web.show import show
from madegood.web.words import count_of

SAID = {
    "main": "This is the main plan from today. Its numbers are said without a name.",
    "ended": "The plan has ended. Nothing of it is tested from today; it stays readable.",
}


def every_plan(request: HttpRequest) -> HttpResponse:
    """Each plan with how it stands, the main one first, those that have ended last."""
    when = asked(request)
    plans = [
        queries.plan_standing(when.moment, short)
        for short in every_plan_name(when.moment)
    ]
    if not plans:
        return show(request, "no_plan.html", section="plan")
    live = [plan for plan in plans if plan.ended_on is None]
    said = f"{count_of(len(live), 'plan')} are at work at once"
    return show(
        request,
        "plans.html",
        section="plan",
        status=400 if when.form.errors else 200,
        plans=[(plan, lead(plan)) for plan in plans],
        lead=f"{said}." if len(live) > 1 else "One plan is at work.",
        known=known(when.day, plans[0].data_to),
        form=when.form,
        as_of_query=when.query,
        done=SAID.get(request.GET.get("done", ""), ""),
    )


@require_http_methods(["GET", "POST"])
def make_main(request: HttpRequest, short: str) -> HttpResponse:
    return _ask_why(
        request,
        short,
        "main",
        lambda why: plan_actions.make_main(by=person(request), short=short, why=why),
    )


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, short: str) -> HttpResponse:
    return _ask_why(
        request,
        short,
        "ended",
        lambda why: plan_actions.end_plan(by=person(request), short=short, why=why),
    )


def _ask_why(
    request: HttpRequest, short: str, done: str, act: Callable[[str], object]
) -> HttpResponse:
    """A page that asks for the reason, and does it once one is given."""
    try:
        plan = queries.plan_standing(None, short)
    except queries.NoSuchThing:
        raise Http404 from None
    form = WhyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            act(form.cleaned_data["why"])
        except plan_actions.NotChanged as fault:
            form.add_error(None, str(fault))
        else:
            retest(by=person(request))
            return redirect(f"{reverse('plans')}?done={done}")
    return show(
        request,
        "plan_why.html",
        section="plan",
        status=400 if form.is_bound else 200,
        plan=plan,
        form=form,
        ending=done == "ended",
    )
