"""Taking an answer back before the board has looked at it, and opening again what it had
closed. What was said stays where it was, marked, with who changed their mind and why."""

from datetime import date, timedelta

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now, today
from madegood.governance import asking
from madegood.governance.asking import State
from madegood.governance.finding import NotAgreed
from madegood.governance.matter_actions import (
    LONGEST,
    asked_of,
    label,
    locked,
    refuse_names,
    refuse_who_is_not_asked,
    set_state,
    waiting_answers,
)
from madegood.governance.matter_models import Answer, Matter, Reopening
from madegood.trail.actions import record_event


@transaction.atomic
def withdraw_answer(*, by: User, matter_id: int, why: str) -> Answer:
    """By whoever may give one. The question waits again as it did before it."""
    require(by, Permission.BOARDS_ANSWER)
    matter = locked(matter_id, by)
    refuse_who_is_not_asked(by, matter, "withdraws the answer")
    _refuse(asking.may_be_withdrawn(asked_of(matter)))
    _refuse_why(why, "Say why the answer is withdrawn, in at least three words.")
    given = waiting_answers(matter).get()
    given.withdrawn_at, given.withdrawn_by = now(), by
    given.withdrawn_why = why.strip()
    given.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    set_state(matter, _state_without(matter))
    record_event(
        by=by, kind="answer_withdrawn", subject=matter, label=label(matter), why=why
    )
    return given


def _state_without(matter: Matter) -> State:
    """As the answers before it left it. One that was accepted was opened again since."""
    before = matter.answers.filter(withdrawn_at__isnull=True).last()
    sent_back = before is not None and before.accepted is False
    return State.SENT_BACK if sent_back else State.OPEN


@transaction.atomic
def reopen_matter(
    *, by: User, matter_id: int, why: str, due: date | None = None
) -> Matter:
    """What the board had closed waits for an answer again, by a new day."""
    require(by, Permission.BOARDS_KEEP)
    matter = locked(matter_id, by)
    asked = asked_of(matter)
    _refuse(asking.may_be_reopened(asked, to_somebody=matter.to_id is not None))
    if matter.board.ended_on is not None:
        raise NotAgreed("This board has ended, so it opens nothing again.")
    _refuse_why(why, "Say why it is opened again, in at least three words.")
    day = due or today() + timedelta(days=asking.USUAL_DAYS)
    if not today() <= day <= today() + LONGEST:
        raise NotAgreed("Choose today or a later day, within ten years.")
    closed_on = matter.closed_on or today()
    Reopening.objects.create(
        matter=matter,
        closed_on=closed_on,
        closed_why=matter.closed_why,
        reopened_on=today(),
        why=why.strip(),
        recorded_at=now(),
        recorded_by=by,
    )
    matter.due, matter.closed_on, matter.closed_why = day, None, ""
    matter.save(update_fields=["due"])
    set_state(matter, State.OPEN)
    record_event(
        by=by,
        kind="matter_reopened",
        subject=matter,
        label=label(matter),
        why=why,
        closed=f"{closed_on:%-d %B %Y}",
        due=f"{day:%-d %B %Y}",
    )
    return matter


def _refuse(fault: str) -> None:
    if fault:
        raise NotAgreed(fault)


def _refuse_why(why: str, fault: str) -> None:
    if asking.too_short(why):
        raise NotAgreed(fault)
    refuse_names(why)
