"""Reading what an action needs, and what needs it, in any plan."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from django.db.models import Q

from madegood.clock.moments import london_date
from madegood.plan.finding import plan_in_force
from madegood.plan.lateness import Lateness, complete_since, lateness
from madegood.plan.models import Action, ClaimRecord, DateMove, Plan
from madegood.plan.numbers import qualified
from madegood.plan.progress import Delivery, claims_complete
from madegood.plan.working_models import Dependency
from madegood.plan.working_views import NeedView

Needs = dict[int, tuple[NeedView, ...]]


def needs(actions: Collection[int], at: datetime) -> tuple[Needs, Needs]:
    """What each action needs, and what needs each. Three queries, none where there is
    no dependency at all."""
    known = Q(recorded_at__lte=at) & (Q(ended_at__isnull=True) | Q(ended_at__gt=at))
    either = Q(action__in=actions) | Q(needs__in=actions)
    rows = list(
        Dependency.objects.filter(known & either).select_related(
            "action__recommendation__plan", "needs__recommendation__plan"
        )
    )
    both = {each.pk: each for row in rows for each in (row.action, row.needs)}
    if not rows:
        return {}, {}
    told, main = _told(both, at), plan_in_force(london_date(at))
    wanted: dict[int, list[NeedView]] = defaultdict(list)
    wanting: dict[int, list[NeedView]] = defaultdict(list)
    for row in rows:
        wanted[row.action_id].append(_view(row, row.needs, main, told[row.needs_id]))
        wanting[row.needs_id].append(_view(row, row.action, main, told[row.action_id]))
    return (
        {key: tuple(some) for key, some in wanted.items()},
        {key: tuple(some) for key, some in wanting.items()},
    )


def number_said(action: Action, main: Plan) -> str:
    """An action's number as people say it: of another plan it says of which."""
    plan = action.recommendation.plan
    return action.number if plan == main else qualified(plan.short, action.number)


def _told(
    actions: dict[int, Action], at: datetime
) -> dict[int, tuple[Delivery, Lateness]]:
    day = london_date(at)
    said = ClaimRecord.objects.filter(action__in=actions, said_on__lte=day)
    told: dict[int, list[ClaimRecord]] = defaultdict(list)
    for claim in said:
        told[claim.action_id].append(claim)
    later: dict[int, DateMove] = {}
    for move in DateMove.objects.filter(action__in=actions, recorded_at__gt=at):
        later.setdefault(move.action_id, move)
    found: dict[int, tuple[Delivery, Lateness]] = {}
    for key, action in actions.items():
        spoken = [(Delivery(c.delivery), c.said_on) for c in told[key]]
        delivery = spoken[-1][0] if spoken else Delivery.UNKNOWN
        found[key] = (
            delivery,
            lateness(
                action.original_due,
                later[key].was if key in later else action.due,
                done_on=complete_since(spoken),
                done=claims_complete(delivery),
                on=day,
            ),
        )
    return found


def _view(
    row: Dependency, other: Action, main: Plan, told: tuple[Delivery, Lateness]
) -> NeedView:
    delivery, late = told
    return NeedView(
        id=row.pk,
        number=number_said(other, main),
        text=other.text,
        why=row.why,
        delivery=delivery,
        due=other.due,
        complete=claims_complete(delivery),
        lateness=late,
    )
