"""Setting, moving and finishing the milestones of an action."""

from datetime import date

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now, today
from madegood.plan.actions import LONGEST, NotSaid
from madegood.plan.finding import NoSuchThing, find_action
from madegood.plan.milestone_models import Milestone, MilestoneMove, MilestoneWord
from madegood.plan.progress import FEWEST_WORDS
from madegood.plan.refusing import TOO_SHORT, day_words, refuse
from madegood.trail.actions import record_event

__all__ = ["add_milestone", "move_milestone", "say_milestone"]

LONGEST_TITLE = 300


@transaction.atomic
def add_milestone(*, by: User, number: str, title: str, due: date) -> Milestone:
    """A step on the way to an action, with its own day."""
    require(by, Permission.PLAN_EDIT)
    action, title = find_action(number), " ".join(title.split())
    if not title or len(title) > LONGEST_TITLE:
        raise NotSaid("Say what the milestone is, in 300 characters or fewer.")
    _refuse_day(due)
    if action.milestones.filter(title__iexact=title).exists():
        raise NotSaid(
            f"Action {number} has a milestone “{title}” already. Move its day, or give "
            "this one another name."
        )
    made = Milestone.objects.create(
        action=action,
        title=title,
        original_due=due,
        due=due,
        recorded_at=now(),
        recorded_by=by,
    )
    record_event(
        by=by, kind="milestone_set", subject=action, title=title, due=day_words(due)
    )
    return made


@transaction.atomic
def move_milestone(
    *, by: User, number: str, milestone_id: int, to: date, agreed_by: str, why: str
) -> MilestoneMove:
    """Another day for a milestone. The first is kept for good."""
    require(by, Permission.PLAN_EDIT)
    milestone = _locked(number, milestone_id)
    _refuse_day(to)
    if not agreed_by.strip() or not why.strip():
        raise NotSaid(
            "Say who agreed the new day, and why it moved.",
            lacks="why" if agreed_by.strip() else "agreed_by",
        )
    if _state(milestone) != "open":
        raise NotSaid(
            f"“{milestone.title}” is no longer open, so its day cannot move. Say first "
            "that it is not done after all."
        )
    if milestone.due == to:
        raise NotSaid(f"“{milestone.title}” is already due on {day_words(to)}.")
    move = MilestoneMove.objects.create(
        milestone=milestone,
        was=milestone.due,
        to=to,
        agreed_by=agreed_by,
        why=why,
        recorded_at=now(),
        recorded_by=by,
    )
    milestone.due = to
    milestone.save(update_fields=["due"])
    record_event(
        by=by,
        kind="milestone_moved",
        subject=milestone.action,
        why=why,
        title=milestone.title,
        to=day_words(to),
        agreed_by=agreed_by,
    )
    return move


@transaction.atomic
def say_milestone(
    *, by: User, number: str, milestone_id: int, word: str, on: date, words: str = ""
) -> MilestoneWord:
    """A milestone is done, is not done after all ("open"), or is dropped ("left")."""
    require(by, Permission.PLAN_EDIT)
    milestone = _locked(number, milestone_id)
    before = _state(milestone)
    faults = [
        (word not in ("done", "open", "left"), "Choose what became of the milestone."),
        (word == before, f"“{milestone.title}” stands like that already."),
        (on > today(), "Give the day it happened: today or an earlier one."),
        (
            on < today() - LONGEST,
            "That day is more than ten years ago. Check the year.",
        ),
        (word != "done" and len(words.split()) < FEWEST_WORDS, TOO_SHORT),
    ]
    refuse(faults)
    said = MilestoneWord.objects.create(
        milestone=milestone,
        word=word,
        on=on,
        words=words,
        recorded_at=now(),
        recorded_by=by,
    )
    record_event(
        by=by,
        kind=f"milestone_{word}",
        subject=milestone.action,
        title=milestone.title,
        on=day_words(on),
        words=words,
    )
    return said


def _locked(number: str, milestone_id: int) -> Milestone:
    """A milestone of that action; raises NoSuchThing."""
    action = find_action(number)
    found = (
        Milestone.objects.select_for_update()
        .filter(action=action, pk=milestone_id)
        .first()
    )
    if found is None:
        raise NoSuchThing(f"Action {number} has no such milestone.")
    found.action = action  # called by the number people said
    return found


def _state(milestone: Milestone) -> str:
    said = milestone.said.last()
    return said.word if said else "open"


def _refuse_day(day: date) -> None:
    if abs(day - today()) > LONGEST:
        raise NotSaid("Choose a date no more than ten years from today.")
