"""What a board decided, and the plan: an action raised, a date moved, or only a link.

The plan changes only through its own actions, with their own reasons and permission;
what is added here is the thread between the two, which both ends show.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now
from madegood.governance.finding import NotAgreed, find_matter
from madegood.governance.matter_actions import label
from madegood.governance.matter_models import ActionLink, Matter
from madegood.plan import actions as plans
from madegood.plan.finding import NoSuchThing, find_action
from madegood.plan.models import Action
from madegood.plan.raising import ToDo, raise_action
from madegood.trail.actions import record_event

HOW = {"raised": "raised", "moved": "moved", "about": "is about"}


@dataclass(frozen=True, slots=True)
class LinkGiven:
    """`how` raised needs a recommendation, words, a post and a day; moved a number and
    a day; about a number."""

    how: str
    number: str = ""
    recommendation: str = ""
    text: str = ""
    post: str = ""
    due: date | None = None
    words: str = ""


@transaction.atomic
def link_with_plan(*, by: User, matter_id: int, given: LinkGiven) -> ActionLink:
    """Raises NotAgreed where the plan refuses, in the plan's own words."""
    require(by, Permission.BOARDS_KEEP)
    matter = find_matter(matter_id, by)
    if given.how not in HOW:
        raise NotAgreed("Choose what the board’s decision does to the plan.")
    try:
        action = _act(by, matter, given)
    except (plans.NotSaid, NoSuchThing) as fault:
        raise NotAgreed(str(fault)) from None
    if matter.links.filter(action=action, how=given.how, words=given.words).exists():
        raise NotAgreed("They are linked in this way already.")
    link = ActionLink.objects.create(
        matter=matter,
        action=action,
        how=given.how,
        words=given.words.strip(),
        linked_at=now(),
        linked_by=by,
    )
    said = action.said_as or action.number
    record_event(
        by=by,
        kind="matter_linked",
        subject=matter,
        label=label(matter),
        action=said,
        how=HOW[given.how],
    )
    record_event(
        by=by,
        kind="board_asked_of_action",
        subject=action,
        matter=label(matter),
        how=HOW[given.how],
    )
    return link


def _act(by: User, matter: Matter, given: LinkGiven) -> Action:
    if given.how == "about":
        return find_action(given.number)
    if given.due is None:
        raise NotAgreed("Choose the day it is to be done by.")
    if given.how == "moved":
        plans.move_date(
            by=by,
            number=given.number,
            to=given.due,
            agreed_by=f"{matter.board}, {matter.asked_on:%-d %B %Y}",
            why=given.words.strip() or matter.text,
        )
        return find_action(given.number)
    why = f"{label(matter).capitalize()}: {matter.text}"
    todo = ToDo(given.recommendation, given.text, given.post, given.due, why)
    return raise_action(by=by, todo=todo)
