"""Writing of an action while it is being done: updates, costs, what it needs."""

from datetime import date

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now, today
from madegood.plan.actions import LONGEST, NotSaid
from madegood.plan.finding import NoSuchThing, find_action, plan_in_force
from madegood.plan.models import Action
from madegood.plan.needs import number_said
from madegood.plan.progress import FEWEST_WORDS
from madegood.plan.refusing import refuse, too_short
from madegood.plan.working_models import CostRecord, Dependency, ProgressUpdate
from madegood.plan.working_views import CostView
from madegood.trail.actions import record_event

__all__ = ["end_need", "need", "record_cost", "tell_update"]

LONGEST_UPDATE = 4_000
# A thousand million pounds: more is a slip of the keyboard.
MOST_PENCE = 100_000_000_000
KINDS = {"estimate": "an estimated cost", "actual": "what has been spent"}


@transaction.atomic
def tell_update(*, by: User, number: str, words: str, on: date) -> ProgressUpdate:
    """What has happened, without changing what is claimed."""
    require(by, Permission.PLAN_EDIT)
    action, words = find_action(number), words.strip()
    faults = [
        (len(words.split()) < FEWEST_WORDS, "Write at least three words."),
        (len(words) > LONGEST_UPDATE, "Write it in 4,000 characters or fewer."),
        (on > today(), "Give the day it happened: today or an earlier one."),
        (
            on < today() - LONGEST,
            "That day is more than ten years ago. Check the year.",
        ),
        (
            action.updates.filter(words=words, on=on, recorded_by=by).exists(),
            "You have written this very update for that day already.",
        ),
    ]
    refuse(faults)
    made = ProgressUpdate.objects.create(
        action=action, words=words, on=on, recorded_at=now(), recorded_by=by
    )
    record_event(by=by, kind="update_told", subject=action, words=words)
    return made


@transaction.atomic
def record_cost(
    *, by: User, number: str, kind: str, pence: int, note: str = ""
) -> CostRecord:
    """What an action should cost ("estimate"), or has cost so far ("actual")."""
    require(by, Permission.PLAN_EDIT)
    action = find_action(number)
    last = action.costs.filter(kind=kind).last()
    faults = [
        (kind not in KINDS, "Choose whether it is an estimate or what has been spent."),
        (not 0 <= pence <= MOST_PENCE, "Give a sum up to £1,000,000,000."),
        (
            last is not None and (last.pence, last.note) == (pence, note.strip()),
            "That is what is on record already.",
        ),
        (
            last is not None and not note.strip(),
            "This sum replaces an earlier one. Say in the note why it changed.",
        ),
    ]
    refuse(faults)
    made = CostRecord.objects.create(
        action=action,
        kind=kind,
        pence=pence,
        note=note.strip(),
        recorded_at=now(),
        recorded_by=by,
    )
    record_event(
        by=by,
        kind="cost_recorded",
        subject=action,
        pounds=CostView(pence, "", "", made.recorded_at).pounds,
        note=made.note,
        cost=KINDS[kind],
    )
    return made


@transaction.atomic
def need(*, by: User, number: str, needs: str, why: str) -> Dependency:
    """An action cannot be finished until another is. Cycles are refused, because two
    actions that wait for each other wait for ever."""
    require(by, Permission.PLAN_EDIT)
    action, other = find_action(number), _other(needs)
    # One at a time: two people could otherwise close a circle between them.
    list(Dependency.objects.select_for_update().filter(ended_at__isnull=True))
    way = _way(other, action)
    faults = [
        (action == other, "An action cannot need itself. Choose another one."),
        too_short(why),
        (
            bool(way) and action != other,
            f"Action {needs} itself waits for {number}"
            + (f" (by way of {', '.join(way[1:-1])})" if len(way) > 2 else "")
            + ", so each would wait for the other. Take that need away first.",
        ),
        (
            action.dependencies.filter(needs=other, ended_at__isnull=True).exists(),
            f"That action {number} needs {needs} is on record already.",
        ),
    ]
    refuse(faults)
    made = Dependency.objects.create(
        action=action, needs=other, why=why, recorded_at=now(), recorded_by=by
    )
    record_event(by=by, kind="need_recorded", subject=action, other=str(other), why=why)
    return made


@transaction.atomic
def end_need(*, by: User, number: str, need_id: int, why: str) -> Dependency:
    """The action no longer waits for the other. The need stays on record."""
    require(by, Permission.PLAN_EDIT)
    action = find_action(number)
    row = (
        Dependency.objects.select_for_update()
        .filter(pk=need_id, action=action, ended_at__isnull=True)
        .first()
    )
    if row is None:
        raise NoSuchThing(f"Action {number} has no such need.")
    refuse([too_short(why)])
    row.ended_at, row.ended_by, row.ended_why = now(), by, why
    row.save(update_fields=["ended_at", "ended_by", "ended_why"])
    record_event(
        by=by, kind="need_ended", subject=action, other=str(row.needs), why=why
    )
    return row


def _other(number: str) -> Action:
    try:
        return find_action(number)
    except NoSuchThing as fault:
        raise NotSaid(f"{fault} Give the number of an action, such as 4.3.") from None


def _way(start: Action, goal: Action) -> list[str]:
    """The numbers from one action to another by what each needs; [] for no way."""
    edges: dict[int, list[Action]] = {}
    for row in Dependency.objects.filter(ended_at__isnull=True).select_related(
        "needs__recommendation__plan"
    ):
        edges.setdefault(row.action_id, []).append(row.needs)
    ways, seen, main = [[start]], {start.pk}, plan_in_force()
    while ways:
        way = ways.pop(0)
        if way[-1] == goal:
            return [number_said(action, main) for action in way]
        for after in edges.get(way[-1].pk, []):
            if after.pk not in seen:
                seen.add(after.pk)
                ways.append([*way, after])
    return []
