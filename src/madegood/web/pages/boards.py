"""Boards and forums: the list, setting one up, and one board with what it needs."""

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.governance import board_actions, queries
from madegood.governance.finding import NotAgreed
from madegood.governance.offered import OFFERED
from madegood.governance.views import BoardView
from madegood.web.board_page import OneBoard, keeping, kept_of, one_board
from madegood.web.boarding import acted, found
from madegood.web.forms.board import BoardForm
from madegood.web.guard import person
from madegood.web.show import show
from madegood.web.words import count_of

DONE = {
    "change": "The board is changed.",
    "member": "The member is recorded.",
    "left": "They no longer sit on the board. How they attended stays.",
    "line": "What the board is to be told is recorded. Its clock starts today.",
    "ended": "That is recorded, with your reason.",
    "dated": "The meetings are in the calendar.",
    "up": "The board is set up. Give it members and meetings next.",
}


def boards(request: HttpRequest) -> HttpResponse:
    return _list(request)


def _list(request: HttpRequest, fault: str = "") -> HttpResponse:
    seen = queries.boards(person(request))
    there = {board.name for board in seen}
    keeps = may(request.user, Permission.BOARDS_KEEP)
    return show(
        request,
        "boards.html",
        section="boards",
        keeping=keeping,
        status=400 if fault else 200,
        boards=seen,
        lead=lead(seen),
        offered=[each for each in OFFERED if each.name not in there] if keeps else [],
        keeps=keeps,
        fault=fault,
    )


def lead(seen: list[BoardView]) -> str:
    """What waits, over all boards, before anything else."""
    if not seen:
        return "No board is set up yet."
    waiting, overdue = sum(b.waiting for b in seen), sum(b.overdue for b in seen)
    said = f"{count_of(len(seen), 'board')}"
    if not waiting:
        return f"{said}. Nothing that a board asked waits for an answer."
    late = f", {overdue} of them overdue" if overdue else ""
    return f"{said}. {count_of(waiting, 'thing')} asked or decided still open{late}."


@require_POST
def take_up(request: HttpRequest) -> HttpResponse:
    """Set up those of the offered boards that were chosen."""
    try:
        board_actions.take_up_offered(
            by=person(request), keys=request.POST.getlist("key")
        )
    except NotAgreed as fault:
        return _list(request, str(fault))
    return redirect("boards")


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    form = BoardForm(request.POST if request.method == "POST" else None)
    made = []
    if acted(
        form,
        lambda: made.append(
            board_actions.set_up_board(by=person(request), given=form.given())
        ),
    ):
        return redirect(f"{reverse('board', args=[made[0].pk])}?done=up")
    return _described(request, form, None)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, board_id: int) -> HttpResponse:
    page = found(lambda: queries.board_page(board_id, person(request)))
    form = BoardForm(request.POST if request.method == "POST" else None, page.board)
    if acted(
        form,
        lambda: board_actions.change_board(
            by=person(request), board_id=board_id, given=form.given()
        ),
    ):
        return back(board_id, "change")
    return _described(request, form, page.board)


def _described(
    request: HttpRequest, form: BoardForm, board: BoardView | None
) -> HttpResponse:
    return show(
        request,
        "board_form.html",
        section="boards",
        status=400 if form.errors else 200,
        form=form,
        board=board,
    )


def board(request: HttpRequest, board_id: int) -> HttpResponse:
    return shown(request, found(lambda: one_board(board_id, person(request))))


def shown(
    request: HttpRequest, page: OneBoard, faulty: Form | None = None
) -> HttpResponse:
    if faulty is not None:
        page.put(faulty)
    return show(
        request,
        "board.html",
        section="boards",
        keeping=keeping,
        kept_of=kept_of,
        status=400 if faulty is not None else 200,
        page=page,
        board=page.board,
        form=faulty,
        done=DONE.get(request.GET.get("done", ""), ""),
    )


def back(board_id: int, done: str) -> HttpResponse:
    return redirect(f"{reverse('board', args=[board_id])}?done={done}")
