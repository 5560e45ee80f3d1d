"""Writing of the work on an action: updates, milestones, costs, what it waits for."""

from collections.abc import Callable
from dataclasses import replace

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from madegood.clock.today import today
from madegood.plan import milestone_actions, working_actions
from madegood.web.asked import asked
from madegood.web.forms.working import (
    CostForm,
    DoneForm,
    MilestoneForm,
    NeedForm,
    NewDayForm,
    UpdateForm,
    WhyForm,
)
from madegood.web.found import found_action, one_of
from madegood.web.guard import person
from madegood.web.pages.parts import address, shown
from madegood.web.part_page import action_page
from madegood.web.show import show
from madegood.web.tried import tried


def _write(
    request: HttpRequest, number: str, form: Form, done: str, act: Callable[[], object]
) -> HttpResponse:
    """Do it and come back to its section; or show the page with what is wrong."""
    page = action_page(number, person(request), asked(request))
    if tried(form, act):
        return redirect(f"{address(number)}?done={done}#{done}s")
    return shown(request, replace(page, faulty=form))


@require_POST
def tell_update(request: HttpRequest, number: str) -> HttpResponse:
    form = UpdateForm(request.POST)
    return _write(
        request,
        number,
        form,
        "update",
        lambda: working_actions.tell_update(
            by=person(request), number=number, **form.cleaned_data
        ),
    )


@require_POST
def add_milestone(request: HttpRequest, number: str) -> HttpResponse:
    form = MilestoneForm(request.POST)
    return _write(
        request,
        number,
        form,
        "milestone",
        lambda: milestone_actions.add_milestone(
            by=person(request), number=number, **form.cleaned_data
        ),
    )


@require_POST
def record_cost(request: HttpRequest, number: str) -> HttpResponse:
    form = CostForm(request.POST)
    return _write(
        request,
        number,
        form,
        "cost",
        lambda: working_actions.record_cost(
            by=person(request),
            number=number,
            kind=form.cleaned_data["kind"],
            pence=form.cleaned_data["pounds"],
            note=form.cleaned_data["note"],
        ),
    )


@require_POST
def add_need(request: HttpRequest, number: str) -> HttpResponse:
    form = NeedForm(request.POST)
    return _write(
        request,
        number,
        form,
        "need",
        lambda: working_actions.need(
            by=person(request), number=number, **form.cleaned_data
        ),
    )


@require_http_methods(["GET", "POST"])
def end_need(request: HttpRequest, number: str, need_id: int) -> HttpResponse:
    """Why an action no longer waits for another."""
    action, work = found_action(number)
    need = one_of(work.needs, need_id)
    form = WhyForm("end", request.POST if request.method == "POST" else None)
    if tried(
        form,
        lambda: working_actions.end_need(
            by=person(request), number=number, need_id=need_id, **form.cleaned_data
        ),
    ):
        return redirect(f"{address(number)}?done=need_ended#needs")
    return show(
        request,
        "end_need.html",
        section="plan",
        status=400 if form.errors else 200,
        action=action,
        need=need,
        form=form,
    )


@require_http_methods(["GET", "POST"])
def milestone(request: HttpRequest, number: str, milestone_id: int) -> HttpResponse:
    """One milestone: it is done, is dropped, is open again, or moves."""
    action, work = found_action(number)
    step = one_of(work.milestones, milestone_id)
    act = request.POST.get("act", "")
    forms = _milestone_forms(request, act)
    sent = forms.get(act)
    if sent is not None and tried(
        sent, lambda: _milestone_said(request, number, milestone_id, act, sent)
    ):
        return redirect(f"{address(number)}?done=milestone#milestones")
    return show(
        request,
        "milestone.html",
        section="plan",
        status=400 if sent is not None else 200,
        action=action,
        step=step,
        forms=forms,
        form=sent,
    )


def _milestone_forms(request: HttpRequest, act: str) -> dict[str, Form]:
    """The form that was sent as it was sent, and the others empty."""

    def data(name: str) -> object:
        return request.POST if act == name else None

    return {
        "done": DoneForm(data("done")),
        "move": NewDayForm(data("move")),
        "left": WhyForm("left", data("left")),
        "open": WhyForm("open", data("open")),
    }


def _milestone_said(
    request: HttpRequest, number: str, milestone_id: int, act: str, form: Form
) -> object:
    by = person(request)
    given = form.cleaned_data
    if isinstance(form, NewDayForm):
        return milestone_actions.move_milestone(
            by=by, number=number, milestone_id=milestone_id, **given
        )
    return milestone_actions.say_milestone(
        by=by,
        number=number,
        milestone_id=milestone_id,
        word=act,
        on=given.get("on") or today(),
        words=given.get("words") or given.get("why", ""),
    )
