"""The calendar of boards, as a page and as a file; and who comes to a board."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from madegood.clock.periods import Period, add_months
from madegood.clock.today import now, today
from madegood.governance import queries
from madegood.governance.attendance import attendance as attendance_of
from madegood.governance.ics import calendar_file
from madegood.web.boarding import found
from madegood.web.calendar_page import AttendancePage, CalendarPage, year_from
from madegood.web.guard import person
from madegood.web.show import show


@require_GET
def calendar(request: HttpRequest) -> HttpResponse:
    """Twelve months from `?from=2026-09`, of every board the reader may see or of
    `?board=`."""
    period = year_from(request.GET.get("from", ""), today())
    boards = queries.boards(person(request))
    one = next((b for b in boards if f"{b.id}" == request.GET.get("board", "")), None)
    meetings = queries.calendar(person(request), period, one.id if one else None)
    tail = f"&board={one.id}" if one else ""
    return show(
        request,
        "board_calendar.html",
        section="boards",
        page=CalendarPage(period, meetings),
        boards=boards,
        one=one,
        before=f"?from={add_months(period.first, -12):%Y-%m}{tail}",
        after=f"?from={add_months(period.first, 12):%Y-%m}{tail}",
        file=reverse("calendar_file") + (f"?board={one.id}" if one else ""),
    )


@require_GET
def calendar_download(request: HttpRequest) -> HttpResponse:
    """The meetings of a year back and two to come, for a calendar on a desk: names of
    boards, days, times and places, and nothing of what is on an agenda."""
    first = add_months(today(), -12)
    period = Period(first, add_months(first, 36))
    asked = request.GET.get("board", "")
    one = next((b for b in queries.boards(person(request)) if f"{b.id}" == asked), None)
    meetings = queries.calendar(person(request), period, one.id if one else None)
    made = calendar_file(meetings, request.get_host().partition(":")[0], now())
    answer = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="boards.ics"'
    return answer


@require_GET
def attendance(request: HttpRequest, board_id: int) -> HttpResponse:
    """Who came, by organisation, over the meetings that were held."""
    attended = found(lambda: attendance_of(board_id, person(request)))
    return show(
        request,
        "board_attendance.html",
        section="boards",
        page=AttendancePage(attended),
        board_id=board_id,
        attended=attended,
    )
