"""What was promised every so often: confirming it, reporting on it, changing it."""

from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from madegood.plan import commitment_actions, reporting_actions
from madegood.plan.cycles import every_of
from madegood.plan.views import ActionView
from madegood.plan.working_views import CommitmentView
from madegood.web.forms.commitments import (
    ChangeForm,
    CommitmentForm,
    ReportForm,
    every_chosen,
)
from madegood.web.forms.working import WhyForm
from madegood.web.found import found_action, one_of
from madegood.web.guard import person
from madegood.web.pages.parts import address
from madegood.web.show import show
from madegood.web.tried import tried

DONE = {
    "report": "The report is recorded for its period.",
    "change": "The change is recorded. It begins when the running period is over.",
    "end": "The commitment has ended. What was missed until now stays on the page.",
}


@require_http_methods(["GET", "POST"])
def promise(request: HttpRequest, number: str, place: int) -> HttpResponse:
    """A promise read in the plan's words: a commitment, or none."""
    action, _ = found_action(number)
    read_as, every, words = _promise(action, place)
    act = request.POST.get("act", "")
    confirm = CommitmentForm(
        request.POST if act == "confirm" else None, words=words, every=every
    )
    aside = WhyForm("aside", request.POST if act == "aside" else None)
    by = person(request)
    if tried(
        confirm,
        lambda: commitment_actions.confirm_commitment(
            by=by, number=number, promise=confirm.promise(read_as)
        ),
    ):
        return redirect(f"{address(number)}?done=commitment#reports")
    if tried(
        aside,
        lambda: commitment_actions.set_aside_promise(
            by=by, number=number, read_as=read_as, **aside.cleaned_data
        ),
    ):
        return redirect(f"{address(number)}?done=aside#reports")
    return _decide(request, action, confirm, aside, words=words, every=every)


@require_http_methods(["GET", "POST"])
def add_commitment(request: HttpRequest, number: str) -> HttpResponse:
    """A commitment that the plan's words do not make."""
    action, _ = found_action(number)
    form = CommitmentForm(request.POST if request.method == "POST" else None)
    if tried(
        form,
        lambda: commitment_actions.confirm_commitment(
            by=person(request), number=number, promise=form.promise()
        ),
    ):
        return redirect(f"{address(number)}?done=commitment#reports")
    return _decide(request, action, form, None)


def _promise(action: ActionView, place: int) -> tuple[str, Any, str]:
    for at, read_as in enumerate(action.commitments, 1):
        read = every_of(read_as)
        if at == place and read:
            return read_as, *read
    raise Http404


def _decide(
    request: HttpRequest,
    action: ActionView,
    form: CommitmentForm,
    aside: WhyForm | None,
    **read: Any,
) -> HttpResponse:
    sent = next((f for f in (form, aside) if f is not None and f.is_bound), None)
    return show(
        request,
        "promise.html",
        section="plan",
        status=400 if sent else 200,
        action=action,
        form=form,
        aside=aside,
        sent=sent,
        **read,
    )


@require_GET
def commitment(request: HttpRequest, number: str, commitment_id: int) -> HttpResponse:
    """One commitment: its periods, and the forms for those who may use them."""
    action, view = _found(number, commitment_id)
    return _shown(request, action, view)


@require_POST
def say_commitment(
    request: HttpRequest, number: str, commitment_id: int
) -> HttpResponse:
    """A report on a period, a change of how often, or the end of it."""
    action, view = _found(number, commitment_id)
    act = request.POST.get("act", "")
    sent = _forms(request, act, action, view).get(act)
    if sent is None:
        raise Http404
    if tried(sent, lambda: _act(request, number, commitment_id, sent)):
        where = reverse("commitment", args=[number, commitment_id])
        return redirect(f"{where}?{urlencode({'done': act})}")
    return _shown(request, action, view, act=act, sent=sent)


def _found(number: str, commitment_id: int) -> tuple[ActionView, CommitmentView]:
    action, work = found_action(number)
    kept = [each for each in work.commitments if not each.set_aside]
    return action, one_of(kept, commitment_id)


def _shown(
    request: HttpRequest,
    action: ActionView,
    view: CommitmentView,
    *,
    act: str = "",
    sent: Form | None = None,
) -> HttpResponse:
    forms = _forms(request, "", action, view) | ({act: sent} if sent else {})
    return show(
        request,
        "commitment.html",
        section="plan",
        status=400 if sent is not None else 200,
        action=action,
        each=view,
        forms=forms,
        form=sent,
        done=DONE.get(request.GET.get("done", ""), ""),
    )


def _forms(
    request: HttpRequest, act: str, action: ActionView, view: CommitmentView
) -> dict[str, Form]:
    def data(name: str) -> object:
        return request.POST if act == name else None

    forms: dict[str, Form] = {}
    if view.periods:
        forms["report"] = ReportForm(view.periods, action.evidence, data("report"))
    if view.running:
        forms["change"] = ChangeForm(data("change"), now=view.every)
        forms["end"] = WhyForm("end", data("end"))
    return forms


def _act(request: HttpRequest, number: str, commitment_id: int, form: Form) -> object:
    by = person(request)
    if isinstance(form, ReportForm):
        return reporting_actions.report_period(
            by=by, number=number, commitment_id=commitment_id, given=form.reported()
        )
    if isinstance(form, ChangeForm):
        given = form.cleaned_data
        return commitment_actions.change_commitment(
            by=by,
            number=number,
            commitment_id=commitment_id,
            every=every_chosen(given["every"]),
            agreed_by=given["agreed_by"],
            why=given["why"],
        )
    return commitment_actions.end_commitment(
        by=by, number=number, commitment_id=commitment_id, why=form.cleaned_data["why"]
    )
