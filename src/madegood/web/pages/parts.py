"""One action, or one expected outcome: read it, and say something of it."""

from collections.abc import Callable
from dataclasses import replace

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from madegood.assurance import actions as assurance
from madegood.assurance.withdraw_actions import NotWithdrawn
from madegood.intake.attached import NotTaken
from madegood.plan import actions as plans
from madegood.plan.numbers import names_an_action
from madegood.plan.progress import Delivery
from madegood.warehouse.queries import local_variants
from madegood.web.around import around
from madegood.web.asked import asked
from madegood.web.forms.attach import AttachForm
from madegood.web.forms.part import (
    ClaimForm,
    DateForm,
    RetireForm,
    SignForm,
)
from madegood.web.guard import person
from madegood.web.known import known
from madegood.web.part_done import DONE
from madegood.web.part_page import PartPage, action_page, outcome_page
from madegood.web.show import show

# Whatever cannot be done as given, each with a message that says why and what to do.
REFUSALS = (
    plans.NotSaid,
    NotTaken,
    NotWithdrawn,
    assurance.NotSigned,
    assurance.NotAttached,
)


def page_of(request: HttpRequest, number: str) -> PartPage:
    """An action ends in a digit (4.3), an expected outcome in a letter (4.b)."""
    make = action_page if names_an_action(number) else outcome_page
    return make(number, person(request), asked(request))


def address(number: str) -> str:
    route = "action" if names_an_action(number) else "outcome"
    return reverse(route, args=[number])


def action(request: HttpRequest, number: str) -> HttpResponse:
    return shown(request, action_page(number, person(request), asked(request)))


def outcome(request: HttpRequest, number: str) -> HttpResponse:
    return shown(request, outcome_page(number, person(request), asked(request)))


def shown(request: HttpRequest, page: PartPage) -> HttpResponse:
    return show(
        request,
        "part.html",
        section="plan",
        status=400 if page.faulty else 200,
        page=page,
        part=page.part,
        rec=page.rec,
        known=str(known(page.asked.day, page.plan.data_to)),
        form=page.faulty,
        done=DONE.get(request.GET.get("done", ""), ""),
        as_of_query=page.asked.query,
        **around(request, page.kind, page.part.number, page.part.detail.id),
    )


def say(
    request: HttpRequest, number: str, form: Form, done: str, act: Callable[[], object]
) -> HttpResponse:
    """Do it, test the plan again so that a change has its date, and come back to the
    page; or show the page with what is wrong."""
    page = page_of(request, number)
    if form.is_valid():
        try:
            act()
        except REFUSALS as fault:
            form.add_error(None, str(fault))
        except plans.NoSuchThing:  # an expected outcome has no claim and no date
            raise Http404 from None
        else:
            assurance.retest(by=person(request))
            return redirect(f"{address(number)}?done={done}")
    return shown(request, replace(page, faulty=form))


@require_POST
def sign(request: HttpRequest, number: str) -> HttpResponse:
    form = SignForm(request.POST)
    return say(
        request,
        number,
        form,
        "sign",
        lambda: assurance.sign(
            by=person(request), number=number, why=form.cleaned_data["why"]
        ),
    )


@require_POST
def claim(request: HttpRequest, number: str) -> HttpResponse:
    form = ClaimForm(request.POST)
    return say(
        request,
        number,
        form,
        "claim",
        lambda: plans.say_progress(
            by=person(request),
            number=number,
            delivery=Delivery(form.cleaned_data["delivery"]),
            words=form.cleaned_data["words"],
        ),
    )


@require_POST
def move_date(request: HttpRequest, number: str) -> HttpResponse:
    form = DateForm(request.POST)
    return say(
        request,
        number,
        form,
        "date",
        lambda: plans.move_date(by=person(request), number=number, **form.cleaned_data),
    )


@require_POST
def attach(request: HttpRequest, number: str) -> HttpResponse:
    form = AttachForm(request.POST, local_variants())
    return say(
        request,
        number,
        form,
        "test",
        lambda: assurance.attach_test(
            by=person(request), number=number, test=form.given()
        ),
    )


@require_POST
def retire(request: HttpRequest, number: str) -> HttpResponse:
    if names_an_action(number):
        raise Http404  # an action is done or not done; only an outcome is retired
    form = RetireForm(request.POST)
    return say(
        request,
        number,
        form,
        "retire",
        lambda: plans.retire_outcome(
            by=person(request), number=number, **form.cleaned_data
        ),
    )
