"""One change to several actions: tried first, then made whole or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import today
from madegood.plan.actions import NotSaid, move_date
from madegood.plan.commitment_actions import Promise, confirm_commitment
from madegood.plan.finding import NoSuchThing, find_action
from madegood.plan.milestone_actions import add_milestone
from madegood.plan.owner_actions import change_owners
from madegood.plan.owner_models import owning

__all__ = ["Change", "DateChange", "Faulty", "MilestoneChange", "OwnerChange", "Tried"]
__all__ += ["CycleChange", "make_change", "try_change"]

MOST = 200


class Faulty(NotSaid):
    """Some of the actions cannot be changed so; nothing was."""


@dataclass(frozen=True, slots=True)
class OwnerChange:
    """Another post answers for the action; posts that share it go on sharing it."""

    accountable: str
    why: str


@dataclass(frozen=True, slots=True)
class DateChange:
    to: date
    agreed_by: str
    why: str


@dataclass(frozen=True, slots=True)
class CycleChange:
    promise: Promise


@dataclass(frozen=True, slots=True)
class MilestoneChange:
    title: str
    due: date


Change = OwnerChange | DateChange | CycleChange | MilestoneChange


@dataclass(frozen=True, slots=True)
class Tried:
    """What would become of one action: from what, to what, or why not."""

    number: str
    text: str
    was: str
    becomes: str
    fault: str


def try_change(*, by: User, numbers: Sequence[str], change: Change) -> list[Tried]:
    """What the change would do to each action. It is really made, by the same actions,
    and taken back: so a preview cannot promise what is then refused."""
    require(by, Permission.PLAN_MANAGE)
    with transaction.atomic():
        found = [_one(by, number, change) for number in _few(numbers)]
        transaction.set_rollback(True)
    return found


@transaction.atomic
def make_change(*, by: User, numbers: Sequence[str], change: Change) -> int:
    """Make it to every action, or, where any of them cannot be changed so, to none.
    Raises Faulty."""
    require(by, Permission.PLAN_MANAGE)
    done = [_one(by, number, change) for number in _few(numbers)]
    wrong = [each for each in done if each.fault]
    if wrong or not done:
        said = "; ".join(f"{each.number}: {each.fault}" for each in wrong)
        raise Faulty(said or "Choose at least one action.")
    return len(done)


def _few(numbers: Sequence[str]) -> list[str]:
    chosen = list(dict.fromkeys(numbers))
    if len(chosen) > MOST:
        raise Faulty(f"Choose no more than {MOST} actions at once.")
    return chosen


def _one(by: User, number: str, change: Change) -> Tried:
    try:
        action = find_action(number)
    except NoSuchThing as unknown:
        return Tried(number, "", "", "", str(unknown))
    was, becomes, act = _meant(by, number, change)
    fault = ""
    try:
        with transaction.atomic():
            act()
    except NotSaid as refused:
        fault = str(refused)
    return Tried(number, action.text, was, becomes, fault)


def _meant(
    by: User, number: str, change: Change
) -> tuple[str, str, Callable[[], object]]:
    """What an action has now, what it would have, and how it comes to it."""
    action = find_action(number)
    if isinstance(change, DateChange):
        was = _day(action.due) if action.due else "no date"
        return (
            was,
            _day(change.to),
            lambda: move_date(
                by=by,
                number=number,
                to=change.to,
                agreed_by=change.agreed_by,
                why=change.why,
            ),
        )
    if isinstance(change, MilestoneChange):
        steps = action.milestones.count()
        return (
            _count(steps, "milestone"),
            f"{change.title}, by {_day(change.due)}",
            (
                lambda: add_milestone(
                    by=by, number=number, title=change.title, due=change.due
                )
            ),
        )
    if isinstance(change, CycleChange):
        running = action.promises.filter(ended_on__isnull=True).count()
        promise = change.promise
        becomes = f"{promise.every}: {promise.words}, from {_day(promise.first_day)}"
        return (
            _count(running, "commitment"),
            becomes,
            lambda: confirm_commitment(by=by, number=number, promise=promise),
        )
    return _owner(by, number, change)


def _owner(
    by: User, number: str, change: OwnerChange
) -> tuple[str, str, Callable[[], object]]:
    rows = list(
        owning(today()).filter(action=find_action(number)).select_related("post")
    )
    before = ", ".join(row.post.title for row in rows if row.accountable)
    others = [row.post.title for row in rows if not row.accountable]
    return (
        before or "nobody",
        change.accountable,
        lambda: change_owners(
            by=by,
            number=number,
            accountable=change.accountable,
            others=others,
            why=change.why,
        ),
    )


def _day(day: date) -> str:
    return f"{day:%-d %B %Y}"


def _count(size: int, what: str) -> str:
    return f"{size} {what}{'' if size == 1 else 's'}" if size else f"no {what}"
