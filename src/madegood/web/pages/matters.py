"""What boards asked and decided: the list, one with its answers, and asking."""

from collections.abc import Callable

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from madegood.governance import matter_actions as actions
from madegood.governance import printing_actions, queries
from madegood.web.board_page import one_board
from madegood.web.boarding import acted, found
from madegood.web.forms.board import WhyForm
from madegood.web.forms.matter import AnswerForm, AskForm, SettleForm
from madegood.web.guard import person
from madegood.web.matter_page import OneMatter, one_matter
from madegood.web.show import show
from madegood.web.words import count_of

DONE = {
    "asked": "Your question is recorded. It comes to the board’s next meeting, with "
    "the answer if there is one by then.",
    "answered": "The answer is recorded. The board looks at it at its next meeting.",
    "accepted": "The board accepted the answer, and the question is closed.",
    "back": "The board sent the answer back. It waits for another.",
    "withdrawn": "The answer is withdrawn, and stays to be read. The question waits again.",
    "reopened": "It is open again, and comes to the board’s next meeting.",
    "fit": "It may stand in public papers from now on.",
    "unfit": "It stands in no paper that is still to be made.",
    "linked": "The action is linked, here and on its own page.",
}


def matters(request: HttpRequest) -> HttpResponse:
    """Every one that is open, what is due first coming first; then the closed ones."""
    waiting = queries.matters(person(request))
    late = sum(each.overdue for each in waiting)
    lead = f"{count_of(len(waiting), 'thing')} asked or decided still open"
    return show(
        request,
        "matters.html",
        section="boards",
        waiting=waiting,
        closed=queries.matters(person(request), closed=True)[:100],
        lead=(f"{lead}, {late} of them overdue." if late else f"{lead}.")
        if waiting
        else "Nothing that a board asked or decided is open.",
    )


def matter(request: HttpRequest, matter_id: int) -> HttpResponse:
    return shown(request, found(lambda: one_matter(matter_id, person(request))))


def shown(
    request: HttpRequest, page: OneMatter, faulty: Form | None = None
) -> HttpResponse:
    if faulty is not None:
        page.put(faulty)
    return show(
        request,
        "matter.html",
        section="boards",
        status=400 if faulty is not None else 200,
        page=page,
        matter=page.matter,
        form=faulty,
        done=DONE.get(request.GET.get("done", ""), ""),
    )


def say(
    request: HttpRequest,
    matter_id: int,
    form: Form,
    done: str,
    act: Callable[[], object],
) -> HttpResponse:
    page = found(lambda: one_matter(matter_id, person(request)))
    if acted(form, act):
        return redirect(f"{reverse('matter', args=[matter_id])}?done={done}")
    return shown(request, page, form)


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, board_id: int) -> HttpResponse:
    """A question between meetings."""
    page = found(lambda: one_board(board_id, person(request)))
    form = AskForm(request.POST if request.method == "POST" else None)
    made = []
    if acted(
        form,
        lambda: made.append(
            actions.ask_between(
                by=person(request), board_id=board_id, **form.cleaned_data
            )
        ),
    ):
        return redirect(f"{reverse('matter', args=[made[0].pk])}?done=asked")
    return show(
        request,
        "ask.html",
        section="boards",
        status=400 if form.errors else 200,
        board=page.board,
        form=form,
    )


@require_POST
def answer(request: HttpRequest, matter_id: int) -> HttpResponse:
    form = AnswerForm(request.POST)
    return say(
        request,
        matter_id,
        form,
        "answered",
        lambda: actions.answer(
            by=person(request), matter_id=matter_id, **form.cleaned_data
        ),
    )


@require_POST
def settle(request: HttpRequest, matter_id: int) -> HttpResponse:
    page = found(lambda: one_matter(matter_id, person(request)))
    form = SettleForm(page.meetings, request.POST)
    accepted = request.POST.get("settle-said") == "accepted"
    return say(
        request,
        matter_id,
        form,
        "accepted" if accepted else "back",
        lambda: actions.settle(
            by=person(request),
            matter_id=matter_id,
            meeting_id=int(form.cleaned_data["meeting"]),
            accepted=accepted,
            why=form.cleaned_data["why"],
        ),
    )


@require_POST
def fit(request: HttpRequest, matter_id: int) -> HttpResponse:
    form = Form({})
    return say(
        request,
        matter_id,
        form,
        "fit",
        lambda: printing_actions.find_fit(by=person(request), matter_id=matter_id),
    )


@require_POST
def unfit(request: HttpRequest, matter_id: int) -> HttpResponse:
    form = WhyForm(request.POST, "unfit")
    return say(
        request,
        matter_id,
        form,
        "unfit",
        lambda: printing_actions.find_unfit(
            by=person(request), matter_id=matter_id, **form.cleaned_data
        ),
    )
