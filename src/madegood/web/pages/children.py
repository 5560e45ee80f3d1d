"""The children behind a number: a reason first, then the rows, each with its why.

Nothing about a child leaves before the reading is on the trail. If the trail cannot
be written the answer is a refusal that holds no row.
"""

from dataclasses import dataclass

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from madegood.clock.moments import london_date
from madegood.measures import Measure, RowState, State, why
from madegood.measures.states import When
from madegood.trail.actions import NoReason, record_reading
from madegood.warehouse import queries as warehouse
from madegood.warehouse.queries import RunView
from madegood.web import grants
from madegood.web.forms.months import MonthForm
from madegood.web.forms.reason import ReasonForm
from madegood.web.guard import person
from madegood.web.known import known_by
from madegood.web.measure_words import month_words, parts_of_rows, words_by_state
from madegood.web.pages.errors import message
from madegood.web.pages.measures import found
from madegood.web.show import show
from madegood.web.words import count_of, day, month

# What needs somebody first.
ORDER = (
    State.OVERDUE,
    State.PENDING,
    State.NOT_MET,
    State.DQ_ERROR,
    State.NOT_DUE,
    State.MET,
    State.CENSORED,
    State.EXCLUDED,
    State.NOT_APPLICABLE,
)


@dataclass(frozen=True)
class ShownRow:
    """A row as the list shows it: the child by code, never by name."""

    child: str
    words: str
    due: When
    why: str
    provider: str | None


@require_http_methods(["GET", "POST"])
def behind(request: HttpRequest, measure_id: str) -> HttpResponse:
    asked = found(measure_id)
    run = warehouse.latest_run()
    if run is None:
        return message(
            request,
            "No data has been loaded yet",
            "There are no children behind this number until data is loaded.",
            status=404,
        )
    if request.method == "POST":
        return _take_reason(request, asked)
    granted = grants.grant(request, asked.id)
    if granted is None:
        return _ask(request, asked, ReasonForm())
    return _show_rows(request, asked, run, granted)


def _ask(request: HttpRequest, asked: Measure, form: ReasonForm) -> HttpResponse:
    return show(
        request,
        "children_reason.html",
        section="measures",
        status=400 if form.errors else 200,
        measure=asked,
        form=form,
        trail=_trail(asked),
    )


def _take_reason(request: HttpRequest, asked: Measure) -> HttpResponse:
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _ask(request, asked, form)
    grants.give(request, asked.id, form.said())
    return redirect("children", measure_id=asked.id)


def _show_rows(
    request: HttpRequest, asked: Measure, run: RunView, granted: grants.Grant
) -> HttpResponse:
    choice = MonthForm(london_date(run.as_of), request.GET)
    period = choice.period()
    rows = warehouse.row_states(run, asked.id, period=period)
    if not _on_the_trail(request, asked, rows, granted.reason):
        return message(
            request,
            "The children cannot be shown just now",
            "Every look at children’s records is written down first, and it could not "
            "be written down. Nothing has been shown.",
            "Try again in a few minutes. If a child is at risk now, use the council’s "
            "own route.",
            status=503,
        )
    line = known_by(run)
    return show(
        request,
        "children.html",
        section="measures",
        measure=asked,
        heading=f"{count_of(len(rows), 'row')} behind "
        f"{month_words(period, london_date(run.as_of))}",
        heading_month=month(period),
        words=parts_of_rows(asked, rows),
        known=str(line),
        state_heading="Now" if line.says_now else f"On {day(line.data_to)}",
        reason=granted.reason,
        at=granted.at,
        form=choice,
        rows=_shown(asked, rows),
        trail=_trail(asked),
    )


def _on_the_trail(
    request: HttpRequest, asked: Measure, rows: list[RowState], reason: str
) -> bool:
    try:
        record_reading(
            by=person(request),
            subject_id=asked.id,
            label=asked.title,
            rows=len(rows),
            why=reason,
        )
    except (DatabaseError, NoReason):
        return False
    return True


def _shown(asked: Measure, rows: list[RowState]) -> list[ShownRow]:
    words = words_by_state(asked)
    ordered = sorted(rows, key=lambda row: (ORDER.index(row.state), str(row.due)))
    return [
        ShownRow(row.child, words[row.state][0], row.due, why(row), row.provider)
        for row in ordered
    ]


def _trail(asked: Measure) -> list[tuple[str, str]]:
    return [
        ("Measures", reverse("measures")),
        (asked.title, reverse("measure", args=[asked.id])),
    ]
