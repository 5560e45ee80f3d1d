"""Questions, challenges, decisions and recommendations of a board: asked, answered,
accepted or sent back."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet

from madegood.accounts.actions import Refused, require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.clock.today import now, today
from madegood.governance import asking
from madegood.governance.agenda_actions import find_item
from madegood.governance.asking import KIND_WORDS, Asked, Kind, State
from madegood.governance.board_actions import post_titled
from madegood.governance.duty import respond_by
from madegood.governance.finding import (
    NotAgreed,
    acts_for,
    find_board,
    find_matter,
    find_meeting,
    memberships,
)
from madegood.governance.matter_models import Answer, Matter
from madegood.governance.models import Board, Member
from madegood.governance.offered import BoardKind
from madegood.intake.naming_children import named_in
from madegood.trail.actions import record_event

LONGEST = timedelta(days=3653)
# Who answers for the service as a whole, where a member does not know whom to ask.
WHO_ANSWERS_FOR_ALL = "Director of Children’s Services"


@dataclass(frozen=True, slots=True)
class MatterGiven:
    """`to` is the post that answers; a decision may ask nobody for anything, and is
    then closed where it is made."""

    kind: Kind
    text: str
    asked_by: str
    to: str = ""
    due: date | None = None
    received_on: date | None = None
    notice_on: date | None = None


@transaction.atomic
def minute_matter(
    *, by: User, meeting_id: int, item_id: int | None, given: MatterGiven
) -> Matter:
    """What a meeting asked or decided."""
    require(by, Permission.BOARDS_KEEP)
    meeting = find_meeting(meeting_id, by)
    if meeting.cancelled_on is not None or meeting.day > today():
        raise NotAgreed("It can be minuted once the meeting has been held.")
    item = find_item(meeting, item_id) if item_id is not None else None
    matter = _matter(by, meeting.board, given, meeting.day)
    matter.meeting, matter.item = meeting, item
    return _keep(by, matter)


@transaction.atomic
def ask_between(
    *, by: User, board_id: int, text: str, to: str, due: date | None
) -> Matter:
    """A question between meetings: by a member of the board, or by whoever keeps it on
    a member's behalf."""
    require(by, Permission.BOARDS_ASK)
    board = find_board(board_id, by)
    if board.ended_on is not None:
        raise NotAgreed("This board has ended, so it asks no more questions.")
    asked = to.strip() or WHO_ANSWERS_FOR_ALL
    given = MatterGiven(Kind.QUESTION, text, _as_whom(by, board), asked, due)
    return _keep(by, _matter(by, board, given, today()))


def _as_whom(by: User, board: Board) -> str:
    """A role, never a name: what a board asks is its own, and may be printed."""
    seat = memberships(by).filter(board=board).select_related("post").first()
    if seat is not None:
        return _seat_words(seat)
    if may(by, Permission.BOARDS_KEEP):
        return "The board, between meetings"
    raise Refused(
        f"You do not sit on the {board}, so you cannot ask a question for it. Ask "
        "whoever keeps the board to do it."
    )


def _seat_words(seat: Member) -> str:
    if seat.post is not None:
        return seat.post.title
    return f"A member of the board ({seat.organisation})"


def refuse_names(*texts: str) -> None:
    """Boards are told of practice, never of a child who could be found."""
    for text in texts:
        fault = named_in(text)
        if fault:
            raise NotAgreed(fault)


def _matter(by: User, board: Board, given: MatterGiven, asked_on: date) -> Matter:
    refuse_names(given.text)
    if asking.too_short(given.text):
        raise NotAgreed("Say what was asked or decided, in at least three words.")
    if not given.asked_by.strip():
        raise NotAgreed("Say who asked: a post or a role.")
    to = post_titled(given.to) if given.to.strip() else None
    if to is None and given.kind is not Kind.DECISION:
        raise NotAgreed("Say which post is to answer.")
    due = _due(board, given, asked_on) if to is not None else None
    closed = to is None
    return Matter(
        board=board,
        kind=given.kind.value,
        text=given.text.strip(),
        asked_by=given.asked_by.strip(),
        asked_on=asked_on,
        to=to,
        due=due,
        received_on=given.received_on,
        notice_on=given.notice_on,
        state=(State.CLOSED if closed else State.OPEN).value,
        closed_on=asked_on if closed else None,
        closed_why="Decided; nobody was asked to do anything." if closed else "",
        recorded_at=now(),
        recorded_by=by,
    )


def _due(board: Board, given: MatterGiven, asked_on: date) -> date:
    """As given; four weeks where nothing is. Of a recommendation of scrutiny, never
    later than the law allows."""
    due = given.due or asked_on + timedelta(days=asking.USUAL_DAYS)
    if due < asked_on or due > asked_on + LONGEST:
        raise NotAgreed("The answer is due after it was asked, and within ten years.")
    if given.kind is not Kind.RECOMMENDATION or board.kind != BoardKind.SCRUTINY.value:
        return due
    received = given.received_on or asked_on
    if received < asked_on:
        raise NotAgreed("It cannot have been received before it was made.")
    limit = respond_by(received, given.notice_on)
    if given.due and given.due > limit:
        raise NotAgreed(
            f"The authority must respond by {limit:%-d %B %Y}: within two months "
            "beginning with the day it received the recommendation, or the notice."
        )
    return given.due or limit


def _refuse_twice(matter: Matter) -> None:
    """Sent twice, by a double click or after going back, it is asked once."""
    same = Matter.objects.filter(
        board=matter.board,
        kind=matter.kind,
        text=matter.text,
        asked_by=matter.asked_by,
        asked_on=matter.asked_on,
        to=matter.to,
    ).exclude(state=State.CLOSED.value)
    there = same.first()
    if there is not None:
        raise NotAgreed(
            f"It is on record already, as {label(there)}. Ask again only what differs "
            "from it."
        )


def _keep(by: User, matter: Matter) -> Matter:
    _refuse_twice(matter)
    matter.save()
    record_event(
        by=by,
        kind="matter_raised",
        subject=matter,
        label=label(matter),
        to=str(matter.to or "nobody"),
        due=f"{matter.due:%-d %B %Y}" if matter.due else "no day",
    )
    return matter


def label(matter: Matter) -> str:
    """As the trail names it: question 12 of the Improvement Board."""
    words = KIND_WORDS[Kind(matter.kind)].lower().removesuffix(" of the board")
    return f"{words} {matter.pk} of the {matter.board}"


def waiting_answers(matter: Matter) -> QuerySet[Answer]:
    """The answer that the board has still to look at, if there is one."""
    return matter.answers.filter(accepted__isnull=True, withdrawn_at__isnull=True)


def asked_of(matter: Matter) -> Asked:
    waiting = waiting_answers(matter).first()
    return Asked(
        State(matter.state),
        matter.asked_on,
        waiting.answered_on if waiting else None,
        waiting.recorded_by_id if waiting else None,
    )


@transaction.atomic
def answer(*, by: User, matter_id: int, text: str) -> Answer:
    """By somebody who holds the post that was asked, or who keeps the boards."""
    require(by, Permission.BOARDS_ANSWER)
    matter = locked(matter_id, by)
    refuse_who_is_not_asked(by, matter, "gives the answer")
    fault = asking.may_be_answered(asked_of(matter))
    if fault:
        raise NotAgreed(fault)
    if asking.too_short(text):
        raise NotAgreed("Give the answer, in at least three words.")
    refuse_names(text)
    given = Answer.objects.create(
        matter=matter,
        text=text.strip(),
        by_post=str(matter.to),
        answered_on=today(),
        recorded_at=now(),
        recorded_by=by,
    )
    set_state(matter, State.ANSWERED)
    record_event(
        by=by,
        kind="matter_answered",
        subject=matter,
        label=label(matter),
        post=str(matter.to),
    )
    return given


def refuse_who_is_not_asked(by: User, matter: Matter, does: str) -> None:
    if not acts_for(by, matter.to) and not may(by, Permission.BOARDS_KEEP):
        raise Refused(
            f"This asks the post “{matter.to}”, which you do not hold. Whoever holds "
            f"it, or keeps the boards, {does}."
        )


def locked(matter_id: int, by: User) -> Matter:
    found = find_matter(matter_id, by)
    return (
        Matter.objects.select_for_update(of=("self",))
        .select_related("board", "to")
        .get(pk=found.pk)
    )


def set_state(matter: Matter, state: State) -> None:
    matter.state = state.value
    # What was found fit to print was another text.
    matter.fit_on = matter.fit_by = None
    matter.save(update_fields=["state", "closed_on", "closed_why", "fit_on", "fit_by"])


@transaction.atomic
def settle(
    *, by: User, matter_id: int, meeting_id: int, accepted: bool, why: str = ""
) -> Answer:
    """What a later meeting of the board said of the answer: accepted, or sent back
    with why. An accepted answer closes the matter."""
    require(by, Permission.BOARDS_KEEP)
    matter = locked(matter_id, by)
    meeting = find_meeting(meeting_id, by)
    if meeting.board_id != matter.board_id or meeting.cancelled_on is not None:
        raise NotAgreed(f"Choose a meeting of the {matter.board} that was held.")
    fault = asking.may_be_settled(asked_of(matter), meeting.day, today(), by.pk)
    if fault:
        raise NotAgreed(fault)
    if not accepted and asking.too_short(why):
        raise NotAgreed("Say why the board sends it back, in at least three words.")
    refuse_names(why)
    waiting = waiting_answers(matter).get()
    waiting.accepted, waiting.settled_at = accepted, meeting
    waiting.settled_by, waiting.why = by, why.strip()
    waiting.save()
    if accepted:
        matter.closed_on = meeting.day
        matter.closed_why = "The board accepted the answer."
    set_state(matter, State.CLOSED if accepted else State.SENT_BACK)
    record_event(
        by=by,
        kind="answer_accepted" if accepted else "answer_sent_back",
        subject=matter,
        label=label(matter),
        why=why,
        on=f"{meeting.day:%-d %B %Y}",
    )
    return waiting
