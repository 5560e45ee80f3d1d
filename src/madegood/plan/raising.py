"""An action that a person adds to the plan, because something was seen or decided.

The plan that was read in stays as it was written; what is added says when it was added,
by whom, and why, in the trail. Its number is the next of its recommendation.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now, today
from madegood.plan import numbers
from madegood.plan.actions import LONGEST, NotSaid
from madegood.plan.finding import find_recommendation
from madegood.plan.models import Action, ClaimRecord, ExpectedOutcome, Recommendation
from madegood.plan.owner_models import LONGEST_POST, Ownership, Post
from madegood.plan.progress import Delivery
from madegood.plan.refusing import refuse
from madegood.trail.actions import record_event

FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class ToDo:
    """What is to be done, by which post, by when, and why it is added."""

    recommendation: str
    text: str
    owner: str
    due: date
    why: str


@transaction.atomic
def raise_action(*, by: User, todo: ToDo) -> Action:
    """Raises NotSaid, and NoSuchThing where there is no such recommendation."""
    require(by, Permission.PLAN_EDIT)
    _refuse(todo)
    found = find_recommendation(todo.recommendation)
    # Two people adding at once must not both be given the next number.
    recommendation = Recommendation.objects.select_for_update().get(pk=found.pk)
    there = said_already("Action", recommendation.actions.all(), todo.text.strip())
    refuse([*open_to_more(recommendation), *there])
    last = recommendation.actions.order_by("order").last()
    action = Action.objects.create(
        recommendation=recommendation,
        number=_next_number(recommendation),
        order=last.order + 1 if last else 1,
        text=todo.text.strip(),
        original_due=todo.due,
        due=todo.due,
        added_on=today(),
    )
    action.said_as = said_as(found.said_as, action.number)
    ClaimRecord.objects.create(
        action=action,
        delivery=Delivery.NOT_STARTED.value,
        said_on=today(),
        recorded_at=now(),
        recorded_by=by,
    )
    post, _ = Post.objects.get_or_create(title=todo.owner.strip())
    Ownership.objects.create(action=action, post=post, accountable=True)
    record_event(
        by=by,
        kind="action_raised",
        subject=action,
        why=todo.why.strip(),
        owner=post.title,
        due=f"{todo.due:%-d %B %Y}",
    )
    return action


def _refuse(todo: ToDo) -> None:
    faults = [
        (
            len(todo.text.split()) < FEWEST_WORDS,
            "Say what is to be done, in at least three words.",
        ),
        (not todo.owner.strip(), "Say which post is to do it."),
        (
            len(todo.owner.strip()) > LONGEST_POST,
            f"Name the post in {LONGEST_POST} characters or fewer.",
        ),
        (not todo.why.strip(), "Say why the action is added."),
        (
            not today() <= todo.due <= today() + LONGEST,
            "Choose a day for it in the next ten years.",
        ),
    ]
    for wrong, message in faults:
        if wrong:
            raise NotSaid(message)


def _next_number(recommendation: Recommendation) -> str:
    taken = recommendation.actions.values_list("number", flat=True)
    ends = [n.rpartition(".")[2] for n in taken]
    last = max((int(end) for end in ends if end.isdigit()), default=0)
    return f"{recommendation.number}.{last + 1}"


def open_to_more(recommendation: Recommendation) -> list[tuple[bool, str]]:
    """Nothing is added to what is over: it would never be tested."""
    plan, gone = recommendation.plan, recommendation.left_out_on
    ended = f"{plan.short} ended on {plan.ended_on:%-d %B %Y}" if plan.ended_on else ""
    left = f"It was left out of the plan on {gone:%-d %B %Y}" if gone else ""
    return [
        (
            bool(over),
            f"{over}, so nothing is added to it any more. Add it to a plan that is at work.",
        )
        for over in (ended, left)
    ]


def said_already(
    what: str, there: Iterable[Action | ExpectedOutcome], text: str
) -> list[tuple[bool, str]]:
    """Sent twice, by a double click or after going back, it is added once."""
    return [
        (
            each.text == text,
            f"{what} {each.number} says this already. Add only what differs from it.",
        )
        for each in there
        if each.left_out_on is None
    ]


def said_as(recommendation: str, own: str) -> str:
    short, _ = numbers.split(recommendation)
    return numbers.qualified(short, own) if short else own
