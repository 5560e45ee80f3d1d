"""The door to children's rows: a reason is asked first, and each look is written down."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.measures import Measure, RowState
from madegood.trail.actions import NoReason, record_reading
from madegood.vault.actions import reveal
from madegood.warehouse import queries as warehouse
from madegood.warehouse.queries import RunView
from madegood.web import grants
from madegood.web.forms.reason import ReasonForm
from madegood.web.guard import person
from madegood.web.pages.errors import message
from madegood.web.pages.measures import found
from madegood.web.show import show

TURNS = Permission.CHILDREN_REIDENTIFY


@dataclass(frozen=True)
class Look:
    """A look at rows that a reason has been given for."""

    request: HttpRequest
    asked: Measure
    run: RunView
    granted: grants.Grant

    @property
    def turning(self) -> bool:
        """Whether the codes are to be turned back into the case system's numbers."""
        return self.request.method == "POST" and "turn_back" in self.request.POST

    def written(self, rows: int) -> bool:
        """Put the look on the trail; False where it could not be."""
        try:
            record_reading(
                by=person(self.request),
                subject_id=self.asked.id,
                label=self.asked.title,
                rows=rows,
                why=self.granted.reason,
            )
        except (DatabaseError, NoReason):
            return False
        return True

    def turned(self, rows: Sequence[RowState]) -> dict[str, str]:
        """The children's own numbers, if they were asked for. Raises LogUnwritten."""
        if not self.turning:
            return {}
        return reveal(
            by=person(self.request),
            pseudonyms={row.child for row in rows if row.child},
            why=self.granted.reason,
        )


def looked(request: HttpRequest, measure_id: str) -> Look | HttpResponse:
    """The look that was granted, or the page that asks why."""
    asked = found(measure_id)
    run = warehouse.latest_run()
    if run is None:
        return message(
            request,
            "No data has been loaded yet",
            "There are no children behind this number until data is loaded.",
            status=404,
        )
    turning = request.method == "POST" and "turn_back" in request.POST
    if turning and not may(request.user, TURNS):
        raise PermissionDenied
    if request.method == "POST" and not turning:
        return _take_reason(request, asked)
    granted = grants.grant(request, asked.id)
    if granted is None:
        return _ask(request, asked, ReasonForm())
    return Look(request, asked, run, granted)


def unwritten(request: HttpRequest) -> HttpResponse:
    return message(
        request,
        "The children cannot be shown just now",
        "Every look at children’s records is written down first, and it could not "
        "be written down. Nothing has been shown.",
        "Try again in a few minutes. If a child is at risk now, use the council’s "
        "own route.",
        status=503,
    )


def _ask(request: HttpRequest, asked: Measure, form: ReasonForm) -> HttpResponse:
    return show(
        request,
        "children_reason.html",
        section="measures",
        status=400 if form.errors else 200,
        measure=asked,
        form=form,
        trail=trail(asked),
    )


def _take_reason(request: HttpRequest, asked: Measure) -> HttpResponse:
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _ask(request, asked, form)
    grants.give(request, asked.id, form.said())
    return redirect(request.get_full_path())


def trail(asked: Measure) -> list[tuple[str, str]]:
    return [
        ("Measures", reverse("measures")),
        (asked.title, reverse("measure", args=[asked.id])),
    ]
