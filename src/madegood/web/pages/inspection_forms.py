"""Recording an inspection or a review: by hand, from its report, corrected later."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from madegood.intake.plans import Unreadable, read_report
from madegood.plan import inspection_actions as actions
from madegood.plan.inspection_kinds import kind_of
from madegood.plan.queries import every_plan_name
from madegood.web.forms.inspection import (
    InspectionForm,
    ReportForm,
    as_lines,
    filled,
)
from madegood.web.guard import person
from madegood.web.pages.inspections import found_or_404
from madegood.web.received import received
from madegood.web.show import show


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Record one by hand."""
    sent = request.POST if request.method == "POST" else None
    form = InspectionForm(every_plan_name(), sent)
    if form.is_valid():
        try:
            made = actions.record_inspection(by=person(request), given=form.given())
        except actions.NotRecorded as fault:
            form.add_error(None, str(fault))
        else:
            return redirect(f"{reverse('inspection', args=[made.pk])}?done=recorded")
    return _form(request, form, Fill("Record an inspection or a review"))


@require_http_methods(["GET", "POST"])
def read(request: HttpRequest) -> HttpResponse:
    """Read a report, and offer what was read to be looked at before it is recorded."""
    sent = request.POST if request.method == "POST" else None
    form = ReportForm(sent, request.FILES or None)
    if form.is_valid():
        try:
            initial, doubts = _reading(form.cleaned_data["report"])
        except Unreadable as fault:
            form.add_error("report", str(fault))
        else:
            offered = InspectionForm(every_plan_name(), initial=initial)
            how = Fill(
                "Is this what the report says?", reverse("add_inspection"), doubts
            )
            return _form(request, offered, how)
    return show(
        request,
        "inspection_read.html",
        section="plan",
        status=400 if form.errors else 200,
        form=form,
    )


def _reading(file: Any) -> tuple[dict[str, Any], tuple[str, ...]]:
    with received([file]) as folder:
        path = next(folder.iterdir())
        try:
            said = read_report(path)
        except Unreadable as fault:
            raise Unreadable(str(fault).replace(f"{folder}/", "")) from None
        doubts = tuple(
            f"{found.message} {found.remedy}".replace(f"{folder}/", "")
            for found in said.findings
        )
    initial = {
        "kind": kind_of(said.kind or "").value,
        "started": said.inspected_from if said.inspected_to else None,
        "ended": said.inspected_to if said.inspected_from else None,
        "published": said.published,
        "priority_action": said.priority_action,
        "judgements": as_lines(dict(said.judgements)),
        "recommendations": "\n".join(line.text for line in said.recommendations),
    }
    return initial, doubts


@dataclass(frozen=True)
class Fill:
    """How the form is headed and where it is sent."""

    heading: str
    send_to: str = ""
    doubts: tuple[str, ...] = ()


def _form(request: HttpRequest, form: InspectionForm, how: Fill) -> HttpResponse:
    return show(
        request,
        "inspection_form.html",
        section="plan",
        status=400 if form.is_bound else 200,
        form=form,
        how=how,
    )


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, inspection_id: int) -> HttpResponse:
    held = found_or_404(inspection_id)
    sent = request.POST if request.method == "POST" else None
    form = InspectionForm(every_plan_name(), sent, initial=filled(held))
    if form.is_valid():
        try:
            actions.change_inspection(
                by=person(request),
                inspection_id=inspection_id,
                given=form.given(held.authority),
            )
        except actions.NotRecorded as fault:
            form.add_error(None, str(fault))
        else:
            where = reverse("inspection", args=[inspection_id])
            return redirect(f"{where}?done=changed")
    return _form(request, form, Fill(f"Change what is on record: {held.name}"))
