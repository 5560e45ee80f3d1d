"""The register of documents; recording one; the boards and partners it may go to."""

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from madegood.clock.today import today
from madegood.documents import actions, queries
from madegood.documents.partners import add_body
from madegood.documents.path import PathState
from madegood.documents.views import DocumentView
from madegood.web.csv_cells import csv_file
from madegood.web.forms.document import BodyForm, DocumentForm
from madegood.web.forms.document_list import DocumentListForm
from madegood.web.guard import person
from madegood.web.show import show
from madegood.web.words import count_of, percent

HEADINGS = (
    "Document", "Kind", "Owner", "Held by", "Newest version", "Stands",
    "Waits for", "Waiting since", "Working days", "Due", "Approved version",
    "Review by", "Days overdue", "Told", "Acknowledged", "Not acknowledged by",
    "Partners", "Actions", "Recommendations",
)  # fmt: skip


def documents(request: HttpRequest) -> HttpResponse:
    every = queries.documents()
    form = DocumentListForm(request.GET)
    rows = form.chosen(every)
    return show(
        request,
        "documents.html",
        section="plan",
        form=form,
        rows=rows,
        every=len(every),
        lead=lead(every),
        query=f"?{request.GET.urlencode()}" if request.GET else "",
        today=today(),
    )


def documents_csv(request: HttpRequest) -> HttpResponse:
    """The same rows, for a spreadsheet."""
    rows = DocumentListForm(request.GET).chosen(queries.documents())
    return csv_file(HEADINGS, [_cells(row) for row in rows], name="documents.csv")


def _cells(row: DocumentView) -> list[object]:
    wait = row.blocker
    waits: list[object] = ["", "", "", ""]
    if wait is not None:
        waits = [wait.approver, wait.since, wait.days, wait.due or ""]
    return [
        row.title,
        row.kind_words,
        row.owner,
        row.holder,
        row.newest.number if row.newest else "",
        row.state_words,
        *waits,
        row.approved or "",
        row.review_by,
        row.days_over if row.review_overdue else "",
        row.reach.told,
        row.reach.acknowledged,
        "; ".join(row.reach.missing),
        "; ".join(body.name for body in row.partners),
        "; ".join(row.actions),
        "; ".join(row.recommendations),
    ]


def lead(every: list[DocumentView]) -> str:
    """What the register holds, and what of it waits for somebody."""
    used = [row for row in every if row.retired_on is None]
    if not used:
        return "No document has been recorded yet."
    waiting = sum(row.state is PathState.WAITING for row in used)
    overdue = sum(row.review_overdue for row in used)
    told = sum(row.reach.told for row in used)
    read = sum(row.reach.acknowledged for row in used)
    said = f"{count_of(len(used), 'document')} in use"
    parts = []
    if waiting:
        parts.append(f"{waiting} {'waits' if waiting == 1 else 'wait'} for approval")
    if overdue:
        parts.append(f"{overdue} should have been looked at again by now")
    if told:
        parts.append(f"{percent(read / told)} of those told have acknowledged")
    return f"{said}: {'; '.join(parts)}." if parts else f"{said}."


@require_http_methods(["GET", "POST"])
def record(request: HttpRequest) -> HttpResponse:
    form = DocumentForm(queries.owners(), queries.bodies(), request.POST or None)
    if form.is_valid():
        try:
            made = actions.record_document(by=person(request), given=form.given())
        except actions.NotWritten as fault:
            form.add_error(None, str(fault))
        else:
            return redirect(f"{reverse('document', args=[made.pk])}?done=recorded")
    return _form(request, form, "Record a document", "Record the document")


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, document_id: int) -> HttpResponse:
    shown = found(document_id)
    form = DocumentForm(queries.owners(), queries.bodies(), request.POST or None, shown)
    if form.is_valid():
        try:
            actions.change_document(
                by=person(request), document_id=document_id, given=form.given()
            )
        except actions.NotWritten as fault:
            form.add_error(None, str(fault))
        else:
            return redirect(f"{reverse('document', args=[document_id])}?done=changed")
    return _form(request, form, f"Change “{shown.title}”", "Record the change", shown)


def _form(
    request: HttpRequest,
    form: Form,
    title: str,
    button: str,
    shown: DocumentView | None = None,
) -> HttpResponse:
    return show(
        request,
        "document_form.html",
        section="plan",
        status=400 if form.is_bound else 200,
        form=form,
        title=title,
        button=button,
        shown=shown,
    )


def found(document_id: int) -> DocumentView:
    """The document of that number, or no such page."""
    try:
        return queries.document(document_id)
    except queries.NoSuchDocument:
        raise Http404 from None


@require_http_methods(["GET", "POST"])
def bodies(request: HttpRequest) -> HttpResponse:
    """Boards and partners, and a form that adds one."""
    form = BodyForm(request.POST or None)
    if form.is_valid():
        try:
            add_body(by=person(request), **form.cleaned_data)
        except actions.NotWritten as fault:
            form.add_error("name", str(fault))
        else:
            return redirect(f"{reverse('bodies')}?done=added")
    return show(
        request,
        "bodies.html",
        section="plan",
        status=400 if form.is_bound else 200,
        form=form,
        bodies=queries.bodies(),
        done="The name is in the list now." if "done" in request.GET else "",
    )
