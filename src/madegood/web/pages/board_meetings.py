"""A board's meetings: dated, moved, cancelled, published, held."""

from collections.abc import Callable

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from madegood.governance import meeting_actions as actions
from madegood.web.board_page import OneMeeting, one_board, one_meeting
from madegood.web.boarding import acted, found
from madegood.web.forms.board import WhyForm
from madegood.web.forms.meeting import (
    AttendanceForm,
    DayForm,
    MoveForm,
    PublishForm,
    RuleForm,
)
from madegood.web.guard import person
from madegood.web.pages.boards import shown as board_shown
from madegood.web.show import show

DONE = {
    "moved": "The meeting is moved. The day it was on is kept.",
    "cancelled": "The meeting is cancelled. It stays in the calendar, with your reason.",
    "published": "The agenda is published and kept as it is. What changes now is marked.",
    "held": "Who was there is recorded.",
    "item": "The agenda is changed.",
    "minute": "The minute is recorded.",
    "matter": "It is recorded, and comes back to the board until it is closed.",
}


def _of(request: HttpRequest, meeting_id: int) -> OneMeeting:
    return found(lambda: one_meeting(meeting_id, person(request)))


@require_POST
def date_one(request: HttpRequest, board_id: int) -> HttpResponse:
    page = found(lambda: one_board(board_id, person(request)))
    form = DayForm(request.POST)
    if acted(
        form,
        lambda: actions.date_meeting(
            by=person(request),
            board_id=board_id,
            day=form.cleaned_data["day"],
            when=form.when(),
        ),
    ):
        return redirect(f"{reverse('board', args=[board_id])}?done=dated")
    return board_shown(request, page, form)


@require_POST
def date_many(request: HttpRequest, board_id: int) -> HttpResponse:
    page = found(lambda: one_board(board_id, person(request)))
    form = RuleForm(page.board, request.POST)
    if acted(
        form,
        lambda: actions.date_by_rule(
            by=person(request),
            board_id=board_id,
            rule=form.rule(),
            last=form.cleaned_data["last"],
            when=form.when(),
        ),
    ):
        return redirect(f"{reverse('board', args=[board_id])}?done=dated")
    return board_shown(request, page, form)


def meeting(request: HttpRequest, meeting_id: int) -> HttpResponse:
    return shown(request, _of(request, meeting_id))


def printed(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The agenda alone, as it is handed out."""
    page = _of(request, meeting_id)
    return show(
        request,
        "agenda.html",
        section="boards",
        page=page,
        meeting=page.whole.meeting,
        board=page.whole.board,
    )


def shown(
    request: HttpRequest, page: OneMeeting, faulty: Form | None = None
) -> HttpResponse:
    if faulty is not None:
        page.put(faulty)
    return show(
        request,
        "meeting.html",
        section="boards",
        status=400 if faulty is not None else 200,
        page=page,
        meeting=page.whole.meeting,
        board=page.whole.board,
        form=faulty,
        done=DONE.get(request.GET.get("done", ""), ""),
    )


def say(
    request: HttpRequest,
    meeting_id: int,
    form: Form,
    done: str,
    act: Callable[[], object],
) -> HttpResponse:
    """Do it and come back to the meeting; or show it with what is wrong."""
    page = _of(request, meeting_id)
    if acted(form, act):
        return redirect(f"{reverse('meeting', args=[meeting_id])}?done={done}")
    return shown(request, page, form)


@require_POST
def move(request: HttpRequest, meeting_id: int) -> HttpResponse:
    form = MoveForm(request.POST)
    return say(
        request,
        meeting_id,
        form,
        "moved",
        lambda: actions.move_meeting(
            by=person(request), meeting_id=meeting_id, **form.cleaned_data
        ),
    )


@require_POST
def cancel(request: HttpRequest, meeting_id: int) -> HttpResponse:
    form = WhyForm(request.POST, "cancel")
    return say(
        request,
        meeting_id,
        form,
        "cancelled",
        lambda: actions.cancel_meeting(
            by=person(request), meeting_id=meeting_id, **form.cleaned_data
        ),
    )


@require_POST
def publish(request: HttpRequest, meeting_id: int) -> HttpResponse:
    form = PublishForm(request.POST)
    return say(
        request,
        meeting_id,
        form,
        "published",
        lambda: actions.publish_agenda(
            by=person(request), meeting_id=meeting_id, **form.cleaned_data
        ),
    )


@require_POST
def attendance(request: HttpRequest, meeting_id: int) -> HttpResponse:
    page = _of(request, meeting_id)
    form = AttendanceForm(page.whole.attended, request.POST)
    return say(
        request,
        meeting_id,
        form,
        "held",
        lambda: actions.record_attendance(
            by=person(request), meeting_id=meeting_id, how=form.given()
        ),
    )
