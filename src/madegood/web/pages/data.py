"""The data: what is loaded, how old it is, what waits for somebody, what was sent."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from madegood.clock.today import now, today
from madegood.record.tables import THEMES
from madegood.vault.queries import escrow_standing
from madegood.warehouse import actions, queries
from madegood.warehouse.queries import (
    CheckView,
    ScheduleView,
    SnapshotView,
    TableView,
    UploadView,
)
from madegood.web.forms.dates import AsOfForm
from madegood.web.forms.upload import DecisionForm
from madegood.web.guard import person
from madegood.web.known import known_by
from madegood.web.show import show
from madegood.web.upload_page import (
    is_read,
    progress_words,
    source_words,
    state_words,
    stuck_words,
)
from madegood.web.words import count_of, day, moment

# Of which no rows can be told yet, or ever.
UNREAD = (
    queries.UploadState.RECEIVED,
    queries.UploadState.READING,
    queries.UploadState.FAILED,
)
SHOWN = 20
MOST_SHOWN = 500


@dataclass(frozen=True)
class Sums:
    """How a load's rows add up: read and set aside are all there were."""

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
    newest = queries.known_on(now())
    waiting = queries.waiting()
    most = MOST_SHOWN if request.GET.get("all") else SHOWN
    history = queries.uploads(limit=most + 1)
    checks = queries.checks()
    return show(
        request,
        "data.html",
        section="data",
        lead=_lead(newest),
        known=str(known_by(queries.latest_run())),
        newest=newest,
        waits=waits_words(waiting),
        waiting=waiting,
        history=history[:most],
        more=len(history) > most,
        decided=queries.data_protection_decided(),
        checks=checks,
        adds_up=adds_up_words(checks),
        schedule=schedule_words(queries.schedule()),
        expiring=queries.expiring(),
        escrow=escrow_standing(),
        precedence=queries.precedence(),
        state_words=state_words,
        unread=UNREAD,
        stuck_words=stuck_words,
        progress_words=progress_words,
        source_words=source_words,
        is_read=is_read,
        themes=themes(newest),
        lacking=lacking_words(newest),
        form=AsOfForm({"as_of": today().isoformat()}),
    )


def _lead(newest: SnapshotView | None) -> str:
    if newest is None:
        return "No data has been loaded yet."
    added = sums(newest)
    said = (
        f"The newest data was loaded on {day(newest.loaded_at)} by "
        f"{newest.loaded_by}: {added.read:,} of {count_of(added.rows, 'row')} "
        f"{'was' if added.read == 1 else 'were'} read"
    )
    aside = f", and {added.set_aside:,} set aside" if added.set_aside else ""
    return f"{said}{aside}."


@dataclass(frozen=True)
class Theme:
    """The tables of one theme that are loaded."""

    title: str
    tables: tuple[TableView, ...]

    @property
    def sources(self) -> list[str]:
        return list(dict.fromkeys(s for table in self.tables for s in table.sources))

    @property
    def data_to(self) -> date | None:
        return max((t.data_to for t in self.tables if t.data_to), default=None)


def themes(newest: SnapshotView | None) -> list[Theme]:
    """What is loaded, theme by theme, in the record's order."""
    held = {} if newest is None else {table.name: table for table in newest.tables}
    every = [
        Theme(title, tuple(held[one.name] for one in tables if one.name in held))
        for title, tables in THEMES
    ]
    return [theme for theme in every if theme.tables]


def lacking_words(newest: SnapshotView | None) -> str:
    """The themes of which nothing is loaded, to end a sentence with."""
    there = {theme.title for theme in themes(newest)}
    lacking = [title.lower() for title, _ in THEMES if title not in there]
    if len(lacking) < 2:
        return "".join(lacking)
    return f"{', '.join(lacking[:-1])} or {lacking[-1]}"


def waits_words(waiting: list[UploadView]) -> str:
    """What somebody has to do, before anything else on the page; '' where nothing."""
    undecided = sum(one.state is queries.UploadState.READ for one in waiting)
    if not undecided:
        return ""
    waits = "waits" if undecided == 1 else "wait"
    return f"{count_of(undecided, 'load')} {waits} for somebody to accept or reject."


def adds_up_words(checks: Sequence[CheckView]) -> str:
    """Whether what is stored is what was read, when somebody last counted."""
    if not checks:
        return "Not counted yet: the worker counts what is stored every minute."
    if not all(check.ok for check in checks):
        return "No: see the top of this page."
    at = moment(max(check.at for check in checks))
    return (
        "Yes. Rows read and rows set aside are all the rows there were, and what was "
        f"read is stored, unaltered. Counted {at}."
    )


def schedule_words(rule: ScheduleView) -> str:
    """How long rows are kept, in a sentence."""
    said = (
        f"Every load’s rows are kept for {count_of(rule.months, 'month')}, and each "
        f"month’s last for {count_of(rule.years, 'year')}."
    )
    if rule.set_at is None:
        return f"{said} This is the program’s own rule: the council has not set one."
    return f"{said} Set on {day(rule.set_at)} by {rule.set_by or 'the command line'}."


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
