"""Reading a plan in: a draft first, every row decided by a person, then the plan."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from madegood.assurance.actions import retest
from madegood.intake.plans import PlanReading, Unreadable, read_plan
from madegood.plan import actions, queries
from madegood.plan.queries import plan_names
from madegood.plan.views import DraftView
from madegood.web.adopted import adopted
from madegood.web.draft_page import (
    Part,
    ShownRow,
    asking,
    parts_of,
    same_words,
    shown_row,
    whole,
)
from madegood.web.forms.confirm import ConfirmForm, NewerForm
from madegood.web.forms.upload import ImportForm
from madegood.web.guard import person
from madegood.web.received import received
from madegood.web.show import show


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Choose the files, and see what waits."""
    form = ImportForm(
        plan_names(),
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        initial={"into": request.GET.get("into", "")},
    )
    if request.method == "POST" and form.is_valid():
        try:
            reading = _read(form)
        except Unreadable as fault:
            form.add_error("plan", str(fault))
        else:
            draft = actions.start_draft(
                by=person(request), reading=reading, into=form.cleaned_data["into"]
            )
            return redirect("confirm", draft_id=draft.pk)
    return show(
        request,
        "import.html",
        section="plan",
        status=400 if form.errors else 200,
        form=form,
        drafts=queries.drafts(),
    )


def _read(form: ImportForm) -> PlanReading:
    """Read the files sent; what is said of them names them without a folder.

    Each has a folder of its own, since a plan and its report may share a name.
    """
    plan, report = form.cleaned_data["plan"], form.cleaned_data["report"]
    with received([plan]) as one, received([report] if report else []) as other:
        try:
            reading = read_plan(_only(one), report=_only(other) if report else None)
        except Unreadable as fault:
            raise Unreadable(_bare(str(fault), one, other)) from None
    return replace(
        reading,
        findings=tuple(
            replace(
                finding,
                message=_bare(finding.message, one, other),
                remedy=_bare(finding.remedy, one, other),
            )
            for finding in reading.findings
        ),
    )


def _only(folder: Path) -> Path:
    return next(folder.iterdir())


def _bare(words: str, *folders: Path) -> str:
    for folder in folders:
        words = words.replace(f"{folder}/", "")
    return words


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, draft_id: int) -> HttpResponse:
    """One recommendation of the draft, row by row."""
    draft = _draft(draft_id)
    parts = parts_of(draft)
    asked = request.GET.get("part", "")
    first = Part("", 0)  # of a newer version that changes nothing
    part = next((p for p in parts if p.number == asked), parts[0] if parts else first)
    rows = [row for row in asking(draft) if row.recommendation == part.number]
    posted = request.POST if request.method == "POST" else None
    each = [shown_row(row, draft.findings, posted) for row in rows]
    if posted is not None and _decide(request, each):
        return redirect(_next(draft, part, parts))
    return show(
        request,
        "confirm.html",
        section="plan",
        status=400 if posted is not None else 200,
        draft=draft,
        part=part,
        parts=parts,
        rows=each,
        faults=[s.form for s in each if s.form.is_bound and s.form.errors],
        whole=whole(draft),
        confirm=NewerForm() if draft.into else ConfirmForm(),
        same=same_words(draft),
    )


def _draft(draft_id: int) -> DraftView:
    try:
        draft = queries.draft(draft_id)
    except queries.NoSuchThing:
        raise Http404 from None
    if draft.confirmed_at is not None:
        raise Http404
    return draft


def _decide(request: HttpRequest, rows: Sequence[ShownRow]) -> bool:
    """Keep every decision made on the page, or none where one of them cannot be."""
    # Every form is asked, so that every fault is shown and not only the first.
    valid = [each.form.is_valid() for each in rows]
    if not all(valid):
        return False
    for each in rows:
        if each.form.decides():
            decision = each.form.cleaned_data["decision"]
            if decision == "accept" and each.form.changes():
                decision = "change"  # what is gone, with the reason it is gone
            actions.decide_row(
                by=person(request),
                row_id=each.row.id,
                decision=decision,
                changed=each.form.changes() if decision == "change" else None,
            )
    return True


def _next(draft: DraftView, part: Part, parts: Sequence[Part]) -> str:
    """On to the next recommendation that still waits, else back to this one."""
    place = [p.number for p in parts].index(part.number)
    onward = [p for p in [*parts[place + 1 :], *parts[:place]] if p.waiting]
    number = onward[0].number if onward else part.number
    return f"{reverse('confirm', args=[draft.id])}?part={number}"


@require_POST
def accept_rest(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = _draft(draft_id)
    actions.accept_rest(by=person(request), draft_id=draft.id)
    return redirect("confirm", draft_id=draft.id)


@require_POST
def adopt(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Make the draft the plan, once every row is decided."""
    draft = _draft(draft_id)
    form = NewerForm(request.POST) if draft.into else ConfirmForm(request.POST)
    if form.is_valid():
        try:
            short = adopted(person(request), draft, form)
        except actions.NotDecided as fault:
            form.add_error(None, str(fault))
        else:
            retest(by=person(request))
            main = short == plan_names()[0]
            return redirect("plan") if main else redirect("a_plan", short=short)
    return show(
        request,
        "adopt.html",
        section="plan",
        status=400,
        draft=draft,
        form=form,
    )
