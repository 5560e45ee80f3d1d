"""The data: what was loaded, what was found in it, and loading more."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from madegood.assurance.actions import retest
from madegood.assurance.queries import NoSuchThing
from madegood.clock.moments import end_of_day
from madegood.clock.today import today
from madegood.measures import BadSettings
from madegood.warehouse import actions, queries
from madegood.warehouse.queries import SnapshotView
from madegood.web.findings import Grouped, grouped, placed
from madegood.web.forms.upload import DecisionForm, LoadForm
from madegood.web.guard import person
from madegood.web.known import known_by
from madegood.web.received import received
from madegood.web.show import show
from madegood.web.words import count_of, day


@dataclass(frozen=True)
class Sums:
    """How a snapshot's rows add up: read and set aside are all there were."""

    rows: int
    read: int
    set_aside: int


def sums(snapshot: SnapshotView) -> Sums:
    counts: Counter[str] = Counter()
    for file in snapshot.files:
        for table in file.tables.values():
            counts.update(table)
    return Sums(counts["rows"], counts["read"], counts["set_aside"])


def data(request: HttpRequest) -> HttpResponse:
    kept = queries.snapshots()
    return show(
        request,
        "data.html",
        section="data",
        lead=_lead(kept),
        known=str(known_by(queries.latest_run())),
        snapshots=[(each, sums(each)) for each in kept],
        decided=queries.data_protection_decided(),
    )


def _lead(kept: Sequence[SnapshotView]) -> str:
    if not kept:
        return "No data has been loaded yet."
    newest, added = kept[0], sums(kept[0])
    said = f"The newest data was loaded on {day(newest.loaded_at)}: "
    said += f"{added.read:,} of {count_of(added.rows, 'row')} were read"
    aside = f", and {added.set_aside:,} set aside" if added.set_aside else ""
    return f"{said}{aside}."


def snapshot(request: HttpRequest, snapshot_id: int) -> HttpResponse:
    found = next((s for s in queries.snapshots() if s.id == snapshot_id), None)
    if found is None:
        raise Http404
    added = sums(found)
    return show(
        request,
        "snapshot.html",
        section="data",
        snapshot=found,
        sums=added,
        lead=f"{count_of(len(found.files), 'file')}, "
        f"{count_of(added.rows, 'row')}: {added.read:,} read and "
        f"{added.set_aside:,} set aside.",
        groups=[
            placed(f.example, f.remedy, f.file, f.count, stops=f.severity == "error")
            for f in found.findings
        ],
        trail=[("Data", reverse("data"))],
    )


@require_http_methods(["GET", "POST"])
def load(request: HttpRequest) -> HttpResponse:
    if request.method == "GET":
        return _form(request, LoadForm())
    form = LoadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, form)
    try:
        with received(form.chosen()) as folder:
            stored = actions.load(
                by=person(request), paths=[folder], label=_label(form)
            )
    except actions.LoadRefused as refused:
        return _form(request, form, _why(form, refused), grouped(refused.findings))
    except BadSettings as bad:
        return _form(request, form, str(bad))
    as_of = end_of_day(stored.data_to or today())
    actions.run_measures(by=person(request), snapshot=stored, as_of=as_of)
    _test_the_plan_again(request, as_of)
    return redirect("snapshot", snapshot_id=stored.pk)


def _test_the_plan_again(request: HttpRequest, as_of: datetime) -> None:
    """New numbers may change how a claim stands; each change gets its date."""
    with suppress(NoSuchThing):  # before a plan is confirmed there is nothing to test
        retest(as_of=as_of, by=person(request))


def _label(form: LoadForm) -> str:
    """What the snapshot is called: the tables that were sent."""
    names = [PurePath(file.name or "").stem for file in form.chosen()]
    asides = {"settings", "truth"}
    tables = sorted(name.replace("_", " ") for name in names if name not in asides)
    return ", ".join(tables)[:200]


def _why(form: LoadForm, refused: actions.LoadRefused) -> str:
    """In a sentence; the faults themselves stand in the table under it."""
    if refused.findings:
        faults = count_of(len(refused.findings), "fault")
        return f"{faults} stopped it. Mend the files and choose all of them again."
    said = str(refused).removeprefix(f"{_label(form)}: ")
    return said[0].upper() + said[1:]


def _form(
    request: HttpRequest,
    form: LoadForm,
    refused: str = "",
    groups: Sequence[Grouped] = (),
) -> HttpResponse:
    return show(
        request,
        "load.html",
        section="data",
        status=400 if form.errors or refused else 200,
        form=form,
        refused=refused,
        groups=groups,
        decided=queries.data_protection_decided(),
    )


@require_http_methods(["GET", "POST"])
def decision(request: HttpRequest) -> HttpResponse:
    """The data-protection decision, without which only synthetic data loads."""
    form = DecisionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.decide_data_protection(by=person(request), **form.cleaned_data)
        except actions.NotDecided as fault:
            form.add_error("decided_on", str(fault))
        else:
            return redirect("load")
    return show(
        request,
        "decision.html",
        section="data",
        status=400 if form.errors else 200,
        form=form,
        trail=[("Data", reverse("data"))],
    )
