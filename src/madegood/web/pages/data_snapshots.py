"""A snapshot with where it came from, as known on a day, and two side by side."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from madegood.clock.moments import end_of_day
from madegood.clock.today import now, today
from madegood.warehouse import queries
from madegood.warehouse.queries import Comparison, SnapshotView, UploadView
from madegood.web import upload_page as words
from madegood.web.findings import causes
from madegood.web.forms.compare import CompareForm
from madegood.web.forms.dates import AsOfForm
from madegood.web.pages.data import sums
from madegood.web.pages.data_uploads import MOST
from madegood.web.pages.errors import message
from madegood.web.show import show
from madegood.web.words import count_of, day

# How far back two loads can be chosen on the page.
MOST_COMPARED = 200


@require_GET
def snapshot(request: HttpRequest, snapshot_id: int) -> HttpResponse:
    one = _found(snapshot_id)
    on = AsOfForm({"as_of": request.GET.get("on", "")})
    asked = on.day() if request.GET.get("on") and on.is_valid() else None
    return show(
        request,
        "snapshot.html",
        section="data",
        snapshot=one,
        lead=_lead(one),
        kept=kept_words(one),
        known_on="" if asked is None else known_on_words(asked),
        causes=causes(one.findings),
        before=queries.known_on(one.loaded_at - timedelta(microseconds=1)),
        words=words,
        form=AsOfForm({"as_of": (asked or today()).isoformat()}),
        trail=[("Data", reverse("data"))],
    )


def _found(snapshot_id: int) -> SnapshotView:
    if snapshot_id > MOST:
        raise Http404
    try:
        return queries.snapshot(snapshot_id)
    except queries.NotThere as fault:
        raise Http404 from fault


def _lead(one: SnapshotView) -> str:
    added = sums(one)
    tables = count_of(len(one.tables), "table")
    return (
        f"{count_of(one.rows, 'row')} in {tables}. Its own "
        f"{count_of(len(one.files), 'file')} held {count_of(added.rows, 'row')}: "
        f"{added.read:,} read and {added.set_aside:,} set aside."
    )


def kept_words(one: SnapshotView) -> str:
    """How long its rows stay, or when they went."""
    if one.expired_at is not None:
        return (
            f"Its rows were removed on {day(one.expired_at)}, as their time was over. "
            "What was computed from them stays."
        )
    if one.on_hold:
        return f"On hold: its rows stay until it is released. {one.hold_why}".strip()
    if one.kept_until is None:
        return "Its rows stay for as long as it is the newest."
    return f"Its rows are kept until {day(one.kept_until)}."


def known_on_words(asked: date) -> str:
    """That it is what was known on a day that somebody asked about."""
    return f"This is what was known at the end of {day(asked)}."


@require_GET
def known_on(request: HttpRequest) -> HttpResponse:
    """The newest data at the end of a day: the snapshot's own page, saying so."""
    form = AsOfForm({"as_of": request.GET.get("as_of", "")})
    if not form.is_valid():
        fault = " ".join(str(e) for errors in form.errors.values() for e in errors)
        return message(
            request,
            "That is not a day that can be asked about",
            f"{fault}.",
            status=400,
            way=("Back to the data", reverse("data")),
        )
    asked = form.day()
    one = queries.known_on(min(end_of_day(asked), now()))
    if one is None:
        return message(
            request,
            f"Nothing was known on {day(asked)}",
            "No data had been loaded by then.",
            status=404,
            way=("Back to the data", reverse("data")),
        )
    address = reverse("snapshot", args=[one.id])
    return redirect(f"{address}?{urlencode({'on': asked.isoformat()})}")


@require_GET
def compare(request: HttpRequest) -> HttpResponse:
    """What is different between two snapshots, the newest two unless told."""
    kept = _with_rows()
    form = CompareForm(kept, request.GET)
    if len(kept) < 2 or not form.is_valid():
        return _compared(request, form, kept, None)
    before, after = form.chosen()
    try:
        found = queries.compare(before, after)
    except queries.RowsExpired as fault:
        form.add_error("before", str(fault))
        return _compared(request, form, kept, None)
    return _compared(request, form, kept, found)


def _with_rows() -> list[UploadView]:
    """Loads that became a snapshot which still has its rows, the newest first."""
    stored = [
        one
        for one in queries.uploads(limit=MOST_COMPARED)
        if one.state is queries.UploadState.STORED and one.snapshot_id is not None
    ]
    return list({one.snapshot_id: one for one in stored}.values())


def _compared(
    request: HttpRequest,
    form: CompareForm,
    kept: Sequence[UploadView],
    found: Comparison | None,
) -> HttpResponse:
    return show(
        request,
        "compare.html",
        section="data",
        status=400 if len(kept) > 1 and form.errors else 200,
        form=form,
        kept=kept,
        found=found,
        lead=compare_lead(kept, found),
        trail=[("Data", reverse("data"))],
    )


def compare_lead(kept: Sequence[UploadView], found: Comparison | None) -> str:
    """What changed between them, in a sentence."""
    if len(kept) < 2:
        return "There is nothing to compare yet: two loads with their rows are needed."
    if found is None:
        return "Choose two loads to compare."
    differ = [table for table in found.tables if table.any]
    if not differ:
        return "The two hold the very same rows."
    added, changed, gone = (
        sum(getattr(table, what) for table in differ)
        for what in ("added", "changed", "vanished")
    )
    return (
        f"From “{found.before.label}” to “{found.after.label}”: "
        f"{count_of(added, 'row')} added, {changed:,} changed and {gone:,} gone, in "
        f"{count_of(len(differ), 'table')} of {len(found.tables)}."
    )
