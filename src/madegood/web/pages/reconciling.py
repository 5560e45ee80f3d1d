"""An analyst's own list held against ours: who is in theirs, ours or both, and why.

The ids of the list become codes as soon as they are read. Nothing of it is kept: the
page carries the codes, sealed for the person who asked, so that the same comparison
can be taken away as a file. Each look and each file is on the trail first.
"""

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.clock.moments import london_date
from madegood.measures import Measure
from madegood.measures.two_lists import Reconciled, Side
from madegood.trail.actions import NoReason, record_event, record_reading
from madegood.vault.actions import KeyMissing, KeyUnreadable, LogUnwritten, reveal
from madegood.vault.queries import codes_of
from madegood.warehouse import queries as warehouse
from madegood.warehouse.queries import RowsExpired, RunView
from madegood.web import grants
from madegood.web.csv_cells import csv_file
from madegood.web.forms.reconcile import ReconcileForm
from madegood.web.guard import person
from madegood.web.known import known_by
from madegood.web.pages.errors import message
from madegood.web.pages.looking import trail, unwritten
from madegood.web.pages.measures import found
from madegood.web.reconcile_page import (
    Question,
    ReconcilePage,
    headings,
    opened,
    sheet,
)
from madegood.web.show import show


@require_http_methods(["GET", "POST"])
def hold_a_list(request: HttpRequest, measure_id: str) -> HttpResponse:
    """The form; and the answer, which no address holds."""
    asked, run = found(measure_id), warehouse.latest_run()
    if run is None:
        return message(
            request,
            "No data has been loaded yet",
            "There is nothing to hold a list against until data is loaded.",
            status=404,
        )
    granted = grants.grant(request, asked.id)
    form = ReconcileForm(
        asked,
        london_date(run.as_of),
        granted=granted is not None,
        data=request.POST if request.method == "POST" else None,
        files=request.FILES if request.method == "POST" else None,
    )
    if not form.is_valid():
        return _ask(request, asked, run, form)
    if granted is None:
        grants.give(request, asked.id, form.said())
    return _answer(request, asked, run, form)


@require_http_methods(["POST"])
def take_away(request: HttpRequest, measure_id: str) -> HttpResponse:
    """The comparison that was just shown, as a file."""
    asked, run = found(measure_id), warehouse.latest_run()
    granted = grants.grant(request, asked.id)
    sealed = str(request.POST.get("sealed", ""))
    question = opened(sealed, asked, person(request).pk)
    if run is None or granted is None or question is None:
        return message(
            request,
            "This comparison is no longer open",
            "A comparison can be taken away for ten minutes after it was made, by the "
            "person who made it. Nothing was taken.",
            "Hold the list against the measure again.",
            status=400,
            way=("Hold a list again", reverse("reconcile", args=[asked.id])),
        )
    turning = "numbers" in request.POST
    if turning and not may(request.user, Permission.CHILDREN_REIDENTIFY):
        raise PermissionDenied
    try:
        told = question.answer(asked, run)
        record_event(
            by=person(request),
            kind="list_taken",
            subject="measure",
            label=asked.title,
            why=granted.reason,
            rows=len(told.entries),
        )
        numbers = _numbers(request, told, granted.reason) if turning else {}
    except (DatabaseError, LogUnwritten):
        return unwritten(request)
    except RowsExpired as fault:
        return _expired(request, fault)
    name = f"compared-{asked.id}-{london_date(run.as_of).isoformat()}.csv"
    return csv_file(headings(numbers), sheet(told, numbers), name=name)


def _numbers(request: HttpRequest, told: Reconciled, reason: str) -> dict[str, str]:
    children = {
        entry.told.child if entry.told else entry.id for entry in told.entries
    } - {""}
    return reveal(by=person(request), pseudonyms=children, why=reason)


def _ask(
    request: HttpRequest, asked: Measure, run: RunView, form: ReconcileForm
) -> HttpResponse:
    return show(
        request,
        "reconcile.html",
        section="measures",
        status=400 if form.errors else 200,
        measure=asked,
        form=form,
        known=str(known_by(run, asked.needs)),
        trail=trail(asked),
    )


def _answer(
    request: HttpRequest, asked: Measure, run: RunView, form: ReconcileForm
) -> HttpResponse:
    granted = grants.grant(request, asked.id)
    assert granted is not None
    try:
        question = _question(form)
        told = question.answer(asked, run)
    except (KeyMissing, KeyUnreadable) as fault:
        return message(request, "The keys cannot be used", str(fault), status=503)
    except RowsExpired as fault:
        return _expired(request, fault)
    page = ReconcilePage(
        told, question.sealed(asked, person(request).pk), form.listed.words
    )
    if not _written(request, asked, page, granted.reason, len(form.listed.ids)):
        return unwritten(request)
    return show(
        request,
        "reconciled.html",
        section="measures",
        measure=asked,
        page=page,
        granted=granted,
        known=str(known_by(run, asked.needs)),
        trail=[
            *trail(asked),
            ("Hold a list against it", reverse("reconcile", args=[asked.id])),
        ],
    )


def _question(form: ReconcileForm) -> Question:
    """The list by code: from here on nothing knows the ids."""
    codes = codes_of([name for _, name in form.listed.ids])
    listed = [
        (line, code) for (line, _), code in zip(form.listed.ids, codes, strict=True)
    ]
    return Question(form.result, form.period, form.by, listed)


def _written(
    request: HttpRequest, asked: Measure, page: ReconcilePage, reason: str, listed: int
) -> bool:
    told, by = page.found, person(request)
    try:
        record_reading(
            by=by, subject_id=asked.id, label=asked.title, rows=page.shown, why=reason
        )
        record_event(
            by=by,
            kind="list_compared",
            subject="measure",
            label=asked.title,
            why=reason,
            listed=listed,
            theirs=told.count(Side.THEIRS),
            ours=told.count(Side.OURS),
            both=told.count(Side.BOTH),
        )
    except (DatabaseError, NoReason):
        return False
    return True


def _expired(request: HttpRequest, fault: RowsExpired) -> HttpResponse:
    return message(request, "The rows are gone", str(fault), status=410)
