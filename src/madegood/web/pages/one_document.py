"""One document: read it, submit a version, decide a step, tell people, acknowledge."""

from collections.abc import Callable
from dataclasses import replace

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from madegood.accounts.actions import Refused
from madegood.documents import actions, approving, queries, telling
from madegood.plan.actions import NotSaid
from madegood.plan.finding import NoSuchThing
from madegood.web.around import spoken_of
from madegood.web.document_page import DocumentPage, document_page
from madegood.web.forms.document_steps import (
    AcknowledgeForm,
    DecisionForm,
    RetireDocumentForm,
    TellForm,
)
from madegood.web.guard import person
from madegood.web.show import show

DONE = {
    "recorded": "The document is recorded. Submit its first version next, and say who "
    "must approve it.",
    "changed": "The change is recorded, and what it was is kept.",
    "version": "The version is recorded and waits for its first approver.",
    "decision": "The decision is recorded.",
    "told": "It is recorded that they were told.",
    "acknowledged": "The acknowledgement is recorded.",
    "evidence": "The approved version is recorded as evidence. It counts in full once "
    "somebody else has checked it.",
    "retired": "The document is retired. It stays in the register, with your reason.",
}


def document(request: HttpRequest, document_id: int) -> HttpResponse:
    return shown(request, page_of(request, document_id))


def page_of(request: HttpRequest, document_id: int) -> DocumentPage:
    try:
        return document_page(document_id, person(request))
    except queries.NoSuchDocument:
        raise Http404 from None


def shown(request: HttpRequest, page: DocumentPage) -> HttpResponse:
    return show(
        request,
        "document.html",
        section="plan",
        status=400 if page.faulty else 200,
        page=page,
        doc=page.document,
        form=page.faulty,
        done=DONE.get(request.GET.get("done", ""), ""),
        **spoken_of(request, "document", f"{page.document.id}"),
    )


def do(
    request: HttpRequest,
    page: DocumentPage,
    form: Form,
    done: str,
    act: Callable[[], object],
) -> HttpResponse:
    """Do it and come back to the page; or show the page with what is wrong."""
    if form.is_valid():
        try:
            act()
        except (actions.NotWritten, Refused, NotSaid) as fault:
            form.add_error(None, str(fault))
        except NoSuchThing:
            raise Http404 from None
        else:
            where = reverse("document", args=[page.document.id])
            return redirect(f"{where}?done={done}")
    return shown(request, replace(page, faulty=form))


@require_POST
def decide(request: HttpRequest, document_id: int, step_id: int) -> HttpResponse:
    page = page_of(request, document_id)
    steps = page.document.newest.steps if page.document.newest else ()
    step = next((s for s in steps if s.id == step_id), None)
    if step is None:
        raise Http404
    form = DecisionForm(step, request.POST)
    return do(
        request,
        page,
        form,
        "decision",
        lambda: approving.decide_step(
            by=person(request),
            document_id=document_id,
            step_id=step_id,
            said=form.decision(),
        ),
    )


@require_POST
def tell(request: HttpRequest, document_id: int) -> HttpResponse:
    page = page_of(request, document_id)
    form = TellForm(queries.owners(), queries.bodies(), request.POST)
    return do(
        request,
        page,
        form,
        "told",
        lambda: telling.tell(
            by=person(request), document_id=document_id, told=form.told()
        ),
    )


@require_POST
def acknowledge(
    request: HttpRequest, document_id: int, telling_id: int
) -> HttpResponse:
    page = page_of(request, document_id)
    if telling_id not in {each.id for each in page.document.tellings}:
        raise Http404
    form = AcknowledgeForm(request.POST)
    return do(
        request,
        page,
        form,
        "acknowledged",
        lambda: telling.acknowledge(
            by=person(request),
            document_id=document_id,
            telling_id=telling_id,
            note=form.cleaned_data["note"],
        ),
    )


@require_POST
def as_evidence(request: HttpRequest, document_id: int, number: str) -> HttpResponse:
    page = page_of(request, document_id)
    if number not in page.document.actions:
        raise Http404
    form = Form({})
    return do(
        request,
        page,
        form,
        "evidence",
        lambda: approving.record_as_evidence(
            by=person(request), document_id=document_id, number=number
        ),
    )


@require_POST
def retire(request: HttpRequest, document_id: int) -> HttpResponse:
    page = page_of(request, document_id)
    form = RetireDocumentForm(request.POST)
    return do(
        request,
        page,
        form,
        "retired",
        lambda: actions.retire_document(
            by=person(request), document_id=document_id, why=form.cleaned_data["why"]
        ),
    )
