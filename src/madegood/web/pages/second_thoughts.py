"""Withdrawing an answer, and opening again what a board had closed."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from madegood.governance import second_thoughts as actions
from madegood.web.forms.board import WhyForm
from madegood.web.forms.matter import ReopenForm
from madegood.web.guard import person
from madegood.web.pages.matters import say


@require_POST
def withdraw(request: HttpRequest, matter_id: int) -> HttpResponse:
    form = WhyForm(request.POST, "withdraw")
    return say(
        request,
        matter_id,
        form,
        "withdrawn",
        lambda: actions.withdraw_answer(
            by=person(request), matter_id=matter_id, **form.cleaned_data
        ),
    )


@require_POST
def reopen(request: HttpRequest, matter_id: int) -> HttpResponse:
    form = ReopenForm(request.POST)
    return say(
        request,
        matter_id,
        form,
        "reopened",
        lambda: actions.reopen_matter(
            by=person(request), matter_id=matter_id, **form.cleaned_data
        ),
    )
