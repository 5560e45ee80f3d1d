"""What a board is made of: its members, what it is to be told, and its end."""

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from madegood.governance import board_actions
from madegood.web.board_page import one_board
from madegood.web.boarding import acted, found
from madegood.web.forms.board import LineForm, MemberForm, WhyForm
from madegood.web.guard import person
from madegood.web.pages.boards import back, shown


@require_POST
def member(request: HttpRequest, board_id: int) -> HttpResponse:
    page = found(lambda: one_board(board_id, person(request)))
    form = MemberForm(page.people, page.council, request.POST)
    if acted(
        form,
        lambda: board_actions.add_member(
            by=person(request), board_id=board_id, given=form.given()
        ),
    ):
        return back(board_id, "member")
    return shown(request, page, form)


@require_POST
def leave(request: HttpRequest, board_id: int, member_id: int) -> HttpResponse:
    form = Form({})
    if acted(
        form,
        lambda: board_actions.member_leaves(
            by=person(request), board_id=board_id, member_id=member_id
        ),
    ):
        return back(board_id, "left")
    return shown(request, found(lambda: one_board(board_id, person(request))), form)


@require_POST
def line(request: HttpRequest, board_id: int) -> HttpResponse:
    page = found(lambda: one_board(board_id, person(request)))
    form = LineForm(page.numbers, request.POST)
    if acted(
        form,
        lambda: board_actions.agree_line(
            by=person(request), board_id=board_id, given=form.given()
        ),
    ):
        return back(board_id, "line")
    return shown(request, page, form)


@require_POST
def end_line(request: HttpRequest, board_id: int, line_id: int) -> HttpResponse:
    page = found(lambda: one_board(board_id, person(request)))
    form = WhyForm(request.POST, f"line{line_id}")
    if acted(
        form,
        lambda: board_actions.end_line(
            by=person(request),
            board_id=board_id,
            line_id=line_id,
            why=form.cleaned_data["why"],
        ),
    ):
        return back(board_id, "ended")
    return shown(request, page, form)


@require_POST
def end(request: HttpRequest, board_id: int) -> HttpResponse:
    page = found(lambda: one_board(board_id, person(request)))
    form = WhyForm(request.POST, "end")
    if acted(
        form,
        lambda: board_actions.end_board(
            by=person(request), board_id=board_id, why=form.cleaned_data["why"]
        ),
    ):
        return back(board_id, "ended")
    return shown(request, page, form)
