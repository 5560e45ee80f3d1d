"""What of the plan waits for a person: late, due soon, or owed for a period."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.clock.moments import end_of_day
from madegood.clock.today import now, today
from madegood.plan.acting import Acting, acting_for, post_order
from madegood.plan.cycles import PeriodView
from madegood.plan.inspection_waits import waiting_for as owed_after_inspections
from madegood.plan.lateness import Lateness
from madegood.plan.plans import every_live_plan
from madegood.plan.routing import chain
from madegood.plan.views import ActionView
from madegood.plan.waiting import SOON, Waiting
from madegood.plan.working import working
from madegood.plan.working_views import CommitmentView, WorkingView

__all__ = ["OwnAction", "OwnWork", "own_work", "waiting_for"]


@dataclass(frozen=True, slots=True)
class OwnAction:
    """An action that is a person's to see to, and why it is."""

    action: ActionView
    lateness: Lateness
    why: str


@dataclass(frozen=True, slots=True)
class OwnWork:
    posts: tuple[Acting, ...]
    actions: tuple[OwnAction, ...]
    waiting: tuple[Waiting, ...]


def waiting_for(person: User, on: date) -> list[Waiting]:
    """Actions, milestones and reports that are late or due soon, by the posts a person
    acts for; and, for who keeps the plan, posts whose things wait for nobody."""
    return list(own_work(person, on).waiting)


def own_work(person: User, on: date) -> OwnWork:
    """The posts a person acts for, every action of theirs, and what of it waits."""
    posts = acting_for(person, on)
    at = now() if on == today() else end_of_day(on)
    plans = every_live_plan(at)
    actions = [a for plan in plans for rec in plan.recommendations for a in rec.actions]
    mine = [(a, why) for a in actions if (why := _why(a, posts))]
    told = working([action for action, _ in mine], at)
    found = [
        each
        for action, why in mine
        for each in _of_action(action, told[action.id], why, on)
    ]
    if may(person, Permission.PLAN_MANAGE):
        found += _for_nobody(actions, on)
    found += owed_after_inspections(person, on)
    return OwnWork(
        posts=tuple(sorted(posts.values(), key=lambda each: each.post)),
        actions=tuple(OwnAction(a, told[a.id].lateness, why) for a, why in mine),
        waiting=tuple(found),
    )


def _why(action: ActionView, posts: dict[str, Acting]) -> str:
    """Why an action waits for the person: by the accountable post where they act for
    it, or else by one that shares it."""
    for owner in action.owner_views:  # the accountable one first
        if owner.post in posts:
            return posts[owner.post].why
    return ""


def _of_action(
    action: ActionView, told: WorkingView, why: str, on: date
) -> Iterable[Waiting]:
    soon = on + SOON
    number = action.number
    if action.due and action.due <= soon and not action.claimed_complete:
        what = f"Finish action {number}: {action.text}"
        yield Waiting(what, "action", number, action.due, why)
    for step in told.milestones:
        if step.open and step.due <= soon:
            what = f"Milestone of {number}: {step.title}"
            yield Waiting(what, "action", number, step.due, why, "milestones")
    for item in action.evidence:
        if item.current and item.review_by <= soon:
            what = f"Look again at the evidence for {number}: {item.title}"
            yield Waiting(what, "action", number, item.review_by, why, "evidence")
    for each in told.commitments:
        owed = [p for p in each.awaited if p.due <= soon]
        if owed:
            what = _report(number, each, owed, on)
            yield Waiting(what, "action", number, owed[0].due, why, "reports")


def _report(number: str, each: CommitmentView, owed: list[PeriodView], on: date) -> str:
    missed = sum(period.due < on for period in owed)
    said = f"Report for {number}, {each.every}: {each.words}"
    return f"{said} ({missed} missed)" if missed > 1 else said


def _for_nobody(actions: Iterable[ActionView], on: date) -> Iterable[Waiting]:
    """Vacant posts that own something, with nobody above to whom it could go."""
    order = post_order(on)
    owners = {owner.post for action in actions for owner in action.owner_views}
    for post in order.values():
        if post.title in owners and not chain(order, post.post)[-1].holders:
            yield Waiting(
                f"Say who holds the post {post.title}",
                "post",
                post.post,
                None,
                "It owns actions, and neither it nor a post above it is held",
            )
