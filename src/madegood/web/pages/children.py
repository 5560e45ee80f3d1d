"""The children behind a number: a reason first, then the rows, each with its why.

Nothing about a child leaves before the reading is on the trail. If the trail cannot
be written the answer is a refusal that holds no row. A child's own number is turned
back for those permitted, when they ask for it, and that is on the trail as well.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from madegood.accounts.queries import may
from madegood.clock.moments import london_date
from madegood.clock.periods import Period
from madegood.measures.variants import settings_for
from madegood.vault.actions import LogUnwritten
from madegood.vault.queries import case_link
from madegood.warehouse import queries as warehouse
from madegood.warehouse.queries import RunView
from madegood.web.children_page import WhyPage, handle_of, page_of, shown, which_of
from madegood.web.forms.children import RowsForm
from madegood.web.known import known_by
from madegood.web.measure_words import month_words, parts_of_rows
from madegood.web.pages.looking import TURNS, Look, looked, trail, unwritten
from madegood.web.show import show
from madegood.web.words import count_of, day, month


@require_http_methods(["GET", "POST"])
def behind(request: HttpRequest, measure_id: str) -> HttpResponse:
    """The rows of a month, or of now, by state and reason."""
    look = looked(request, measure_id)
    return look if isinstance(look, HttpResponse) else _show_rows(look)


@require_http_methods(["GET", "POST"])
def why_this_child(request: HttpRequest, measure_id: str, row: str) -> HttpResponse:
    """One row: its dates, the limit, and which rule decided."""
    look = looked(request, measure_id)
    return look if isinstance(look, HttpResponse) else _show_why(look, row)


def _show_rows(look: Look) -> HttpResponse:
    asked, run = look.asked, look.run
    choice = RowsForm(asked, london_date(run.as_of), look.request.GET.dict())
    period = None if asked.standing else choice.period()
    rows = warehouse.row_states(run, asked.id, period=period)
    choice.offer(rows)
    chosen = choice.chosen(rows)
    page = page_of(chosen, look.request.GET.get("page", ""))
    on_page = list(page.object_list)
    if not look.written(len(on_page)):
        return unwritten(look.request)
    try:
        numbers = look.turned(on_page)
    except LogUnwritten:
        return unwritten(look.request)
    line = known_by(run, asked.needs)
    return show(
        look.request,
        "children.html",
        section="measures",
        measure=asked,
        heading=f"{count_of(len(rows), 'row')} behind {_when(run, period)}",
        heading_month=month(period) if period else "the newest data",
        words=parts_of_rows(asked, rows),
        known=str(line),
        state_heading="Now" if line.says_now else f"On {day(line.data_to)}",
        granted=look.granted,
        form=choice,
        rows=shown(asked, on_page, numbers, case_link()),
        chosen=len(chosen),
        page=page,
        turned=bool(numbers),
        link=case_link() if may(look.request.user, TURNS) else None,
        trail=trail(asked),
    )


def _when(run: RunView, period: Period | None) -> str:
    if period is None:
        return f"now, {day(run.as_of)}"
    return month_words(period, london_date(run.as_of))


def _show_why(look: Look, handle: str) -> HttpResponse:
    which = which_of(handle)
    if which is None:
        raise Http404
    rows = warehouse.every_row(look.run.id, look.asked.id, which)
    row = next((each for each in rows if handle_of(each) == handle), None)
    if row is None:
        raise Http404
    if not look.written(1):
        return unwritten(look.request)
    try:
        numbers = look.turned([row])
    except LogUnwritten:
        return unwritten(look.request)
    settings = settings_for(look.asked.id, warehouse.run_settings(look.run))
    return show(
        look.request,
        "children_why.html",
        section="measures",
        measure=look.asked,
        page=WhyPage(look.asked, row, settings, numbers, case_link()),
        known=str(known_by(look.run, look.asked.needs)),
        granted=look.granted,
        trail=[
            *trail(look.asked),
            ("The children behind it", reverse("children", args=[look.asked.id])),
        ],
    )
