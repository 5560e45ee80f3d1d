"""What may be done to a plan. Each checks the permission, is whole or not at all, and
leaves an event in the trail."""

from datetime import date

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now, today
from madegood.plan import progress
from madegood.plan.drafting import (
    NotDecided,
    accept_rest,
    confirm_draft,
    decide_row,
    start_draft,
)
from madegood.plan.evidence_actions import Given, add_evidence, check_evidence
from madegood.plan.finding import NoSuchThing, find_action, find_outcome
from madegood.plan.models import (
    Action,
    ClaimRecord,
    DateMove,
    ExpectedOutcome,
)
from madegood.plan.not_said import LONGEST, NotSaid
from madegood.plan.owner_models import Holder, Post
from madegood.plan.progress import DELIVERY_WORDS, Delivery
from madegood.trail.actions import record_event

__all__ = [
    "LONGEST",
    "Given",
    "NoSuchThing",
    "NotDecided",
    "NotSaid",
    "accept_rest",
    "add_evidence",
    "check_evidence",
    "confirm_draft",
    "decide_row",
    "hold_post",
    "move_date",
    "retire_outcome",
    "say_progress",
    "start_draft",
]


@transaction.atomic
def say_progress(
    *, by: User, number: str, delivery: Delivery, words: str = ""
) -> ClaimRecord:
    """A new claim of how far an action has got. The old ones are kept."""
    require(by, Permission.PLAN_EDIT)
    action = find_action(number)
    before = action.claims.last()
    assert before is not None  # written with the action itself
    fault = progress.refused(Delivery(before.delivery), delivery, words)
    if fault:
        raise NotSaid(fault)
    # What a plan said when it was read in stays as it was said; from then on somebody
    # who says that a thing is done shows it.
    said_anew = progress.claims_complete(delivery) and not progress.claims_complete(
        Delivery(before.delivery)
    )
    if said_anew and not action.evidence.exists():
        raise NotSaid(
            f"Nothing is attached to action {number} that shows it was done. Record at "
            "least one piece of evidence first, then say that it is complete."
        )
    said = (by.pk, today(), delivery.value, words)
    if said == (before.recorded_by_id, before.said_on, before.delivery, before.words):
        raise NotSaid(f"You have just said this of action {number}. It stands above.")
    claim = ClaimRecord.objects.create(
        action=action,
        delivery=delivery.value,
        words=words,
        said_on=today(),
        recorded_at=now(),
        recorded_by=by,
    )
    told = {"delivery": DELIVERY_WORDS[delivery], "words": words}
    record_event(by=by, kind="progress_said", subject=action, **told)
    return claim


@transaction.atomic
def move_date(*, by: User, number: str, to: date, agreed_by: str, why: str) -> DateMove:
    """Give an action a date, or another one. The first is kept for good."""
    require(by, Permission.PLAN_EDIT)
    if not agreed_by.strip() or not why.strip():
        raise NotSaid(
            "Say who agreed the new date, and why it moved.",
            lacks="why" if agreed_by.strip() else "agreed_by",
        )
    if abs(to - today()) > LONGEST:
        raise NotSaid("Choose a date no more than ten years from today.")
    found = find_action(number)
    action = Action.objects.select_for_update().get(pk=found.pk)
    action.said_as = found.said_as
    if action.due == to:
        raise NotSaid(f"Action {number} is already due on {to:%-d %B %Y}.")
    move = DateMove.objects.create(
        action=action,
        was=action.due,
        to=to,
        agreed_by=agreed_by,
        why=why,
        recorded_at=now(),
        recorded_by=by,
    )
    action.original_due, action.due = action.original_due or to, to
    action.save(update_fields=["original_due", "due"])
    record_event(
        by=by,
        kind="date_moved",
        subject=action,
        why=why,
        to=f"{to:%-d %B %Y}",
        agreed_by=agreed_by,
    )
    return move


@transaction.atomic
def retire_outcome(*, by: User, number: str, why: str) -> ExpectedOutcome:
    """An outcome that no longer applies leaves with a reason; it stays on the page."""
    require(by, Permission.PLAN_EDIT)
    if len(why.split()) < progress.FEWEST_WORDS:
        raise NotSaid("Say why the outcome no longer applies, in at least three words.")
    outcome = find_outcome(number)
    if outcome.retired_on is not None:
        raise NotSaid(
            f"Outcome {number} was retired on {outcome.retired_on:%-d %B %Y}: "
            f"{outcome.retired_why}"
        )
    outcome.retired_on, outcome.retired_why = today(), why
    outcome.save(update_fields=["retired_on", "retired_why"])
    record_event(by=by, kind="outcome_retired", subject=outcome, why=why)
    return outcome


@transaction.atomic
def hold_post(*, by: User, post: str, person: User, start: date) -> Holder:
    """A person takes a post; whoever held it leaves it the day they do. Raises
    NotSaid for a day before the present holder began."""
    require(by, Permission.PLAN_EDIT)
    held, _ = Post.objects.get_or_create(title=post)
    present = Holder.objects.filter(post=held, end__isnull=True)
    if present.filter(start__gt=start).exists():
        raise NotSaid(
            f"Somebody has held “{post}” since after {start:%-d %B %Y}. Give the day "
            "they handed it over."
        )
    at = now()
    present.update(end=start, end_recorded_at=at)
    holder = Holder.objects.create(
        post=held, person=person, start=start, recorded_at=at
    )
    record_event(
        by=by,
        kind="post_held",
        subject=held,
        person=str(person),
        start=f"{start:%-d %B %Y}",
    )
    return holder
