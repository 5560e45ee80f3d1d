"""Loading files: choosing them, watching them being read, and deciding."""

from collections.abc import Callable

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from madegood.intake.formats import FORMATS
from madegood.measures import BadSettings
from madegood.trail.actions import NoReason
from madegood.vault.queries import systems
from madegood.warehouse import actions, queries
from madegood.warehouse.queries import UploadState, UploadView
from madegood.web import upload_page as words
from madegood.web.findings import causes, found_words
from madegood.web.forms.upload import HOW_HINTS, AcceptForm, LoadForm, RejectForm
from madegood.web.guard import person
from madegood.web.show import show

# The ledger's whole numbers end here; a longer one in an address names nothing.
MOST = 2**63 - 1


def found(upload_id: int) -> UploadView:
    """The upload of that number, or a page that says there is none."""
    if upload_id > MOST:
        raise Http404
    try:
        return queries.upload(upload_id)
    except queries.NotThere as fault:
        raise Http404 from fault


@require_http_methods(["GET", "POST"])
def load(request: HttpRequest) -> HttpResponse:
    if request.method == "GET":
        return _form(request, LoadForm(initial={"how": "add"}, systems=_linked()))
    form = LoadForm(request.POST, request.FILES, systems=_linked())
    if not form.is_valid():
        return _form(request, form)
    try:
        received = actions.receive(
            by=person(request),
            files=[(each.name or "", each.chunks()) for each in form.chosen()],
            label=form.cleaned_data["label"].strip(),
            alone=form.cleaned_data["how"] == "alone",
            again=form.cleaned_data["again"],
            ids_of=form.cleaned_data["ids_of"],
        )
    except (actions.LoadRefused, BadSettings) as fault:
        form.add_error("chosen_files", str(fault))
        return _form(request, form)
    address = reverse("upload", args=[received.upload_id])
    return redirect(f"{address}?again=1" if received.repeated else address)


def _linked() -> list[str]:
    """The systems whose ids the children of a file may have."""
    return [system.name for system in systems() if system.linked]


def _form(request: HttpRequest, form: LoadForm) -> HttpResponse:
    return show(
        request,
        "load.html",
        section="data",
        status=400 if form.errors else 200,
        form=form,
        hints=HOW_HINTS,
        formats=[one.title for one in FORMATS],
        decided=queries.data_protection_decided(),
        anything=bool(queries.uploads(limit=1)),
        trail=[("Data", reverse("data"))],
    )


def upload(request: HttpRequest, upload_id: int) -> HttpResponse:
    """Where an upload stands: on its way, to be decided, or over."""
    return _page(request, found(upload_id))


def _page(
    request: HttpRequest,
    asked: UploadView,
    *,
    accept: AcceptForm | None = None,
    reject: RejectForm | None = None,
    fault: str = "",
) -> HttpResponse:
    form: Form | None = accept or reject
    status = 409 if fault else 400 if form is not None else 200
    if asked.state in words.ON_ITS_WAY:
        return _progress(request, asked, reject, fault, status)
    return show(
        request,
        "upload_preview.html"
        if asked.state is UploadState.READ
        else "upload_ended.html",
        section="data",
        status=status,
        upload=asked,
        fault=fault,
        form=form,
        accept=accept or AcceptForm(asked.set_aside),
        reject=reject or RejectForm(),
        causes=causes(asked.groups),
        found=found_words(causes(asked.groups)),
        gone=words.gone(asked.preview) if asked.preview else [],
        repeated=bool(request.GET.get("again")),
        words=words,
        trail=[("Data", reverse("data"))],
    )


def _progress(
    request: HttpRequest,
    asked: UploadView,
    reject: RejectForm | None,
    fault: str,
    status: int,
) -> HttpResponse:
    """It looks again by itself, unless whoever reads it has asked it not to, or nothing
    is at work on it: each look keeps a person signed in."""
    stuck = words.stuck_words(asked)
    still = bool(stuck or request.GET.get("still") or request.method == "POST")
    answer = show(
        request,
        "upload_progress.html",
        section="data",
        status=status,
        upload=asked,
        fault=fault,
        still=still,
        repeated=bool(request.GET.get("again")),
        seconds=words.REFRESH_SECONDS,
        words=words,
        steps=words.steps(asked),
        stuck=stuck,
        form=reject,
        withdraw=reject or RejectForm(),
        trail=[("Data", reverse("data"))],
    )
    if not still:
        answer["Refresh"] = str(words.REFRESH_SECONDS)
    return answer


@require_POST
def accept(request: HttpRequest, upload_id: int) -> HttpResponse:
    asked = found(upload_id)
    form = AcceptForm(asked.set_aside, request.POST)
    if asked.state is UploadState.READ and not form.is_valid():
        return _page(request, asked, accept=form)
    shown = form.cleaned_data["set_aside"] if form.is_valid() else asked.set_aside
    return _done(
        request,
        upload_id,
        lambda: actions.accept(
            by=person(request), upload_id=upload_id, set_aside=shown
        ),
    )


@require_POST
def reject(request: HttpRequest, upload_id: int) -> HttpResponse:
    return _left_out(request, upload_id, actions.reject)


@require_POST
def withdraw(request: HttpRequest, upload_id: int) -> HttpResponse:
    return _left_out(request, upload_id, actions.withdraw)


def _left_out(
    request: HttpRequest, upload_id: int, act: Callable[..., None]
) -> HttpResponse:
    asked = found(upload_id)
    form = RejectForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, reject=form)
    why = form.cleaned_data["why"]
    return _done(
        request,
        upload_id,
        lambda: act(by=person(request), upload_id=upload_id, why=why),
    )


def _done(
    request: HttpRequest, upload_id: int, act: Callable[[], None]
) -> HttpResponse:
    """Do it and come back to the upload's page, which says where it now stands."""
    try:
        act()
    except (actions.NotReady, NoReason) as fault:
        return _page(request, found(upload_id), fault=str(fault))
    return redirect("upload", upload_id=upload_id)
