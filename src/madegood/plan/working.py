"""What is going on with actions, as of a moment: each table is asked once."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from madegood.clock.moments import london_date
from madegood.clock.today import now
from madegood.plan.commitments import commitments, undecided
from madegood.plan.lateness import Lateness, complete_since, lateness
from madegood.plan.milestones import milestones
from madegood.plan.needs import needs
from madegood.plan.views import ActionView, RecommendationView
from madegood.plan.working_models import CostRecord, ProgressUpdate
from madegood.plan.working_views import CostView, UpdateView, WorkingView

__all__ = ["action_lateness", "by_their_dates", "working", "working_of"]


def action_lateness(action: ActionView, at: datetime) -> Lateness:
    """How late an action is by what was known of it."""
    claims = [(claim.delivery, claim.said_on) for claim in action.claims]
    return lateness(
        action.original_due,
        action.due,
        done_on=complete_since(claims),
        done=action.claimed_complete,
        on=london_date(at),
    )


def working(
    actions: Iterable[ActionView], as_of: datetime | None = None
) -> dict[int, WorkingView]:
    """For each action, by its id: milestones, updates, costs, needs, commitments."""
    at = as_of or now()
    given = {action.id: action for action in actions}
    steps, promised = milestones(given, at), commitments(given, at)
    wanted, wanting = needs(given, at)
    told, costs = _updates(given, at), _costs(given, at)
    return {
        key: WorkingView(
            lateness=action_lateness(action, at),
            milestones=steps.get(key, ()),
            updates=tuple(told[key]),
            estimate=costs.get((key, "estimate")),
            actual=costs.get((key, "actual")),
            needs=wanted.get(key, ()),
            needed_by=wanting.get(key, ()),
            commitments=promised.get(key, ()),
            promises=undecided(action.commitments, promised.get(key, ())),
        )
        for key, action in given.items()
    }


def working_of(action: ActionView, as_of: datetime | None = None) -> WorkingView:
    return working([action], as_of)[action.id]


def by_their_dates(
    recommendations: Iterable[RecommendationView], as_of: datetime | None = None
) -> dict[str, tuple[int, int]]:
    """Under each recommendation that has any: how many of its actions are late, and
    how many reports it promised were missed. Three queries."""
    at, given = as_of or now(), list(recommendations)
    promised = commitments({a.id for rec in given for a in rec.actions}, at)
    found: dict[str, tuple[int, int]] = {}
    for rec in given:
        late = sum(action_lateness(a, at).late for a in rec.actions)
        missed = sum(len(c.missed) for a in rec.actions for c in promised.get(a.id, ()))
        if late or missed:
            found[rec.number] = late, missed
    return found


def _updates(
    actions: Iterable[int], at: datetime
) -> defaultdict[int, list[UpdateView]]:
    found: defaultdict[int, list[UpdateView]] = defaultdict(list)
    kept = ProgressUpdate.objects.filter(action__in=actions, recorded_at__lte=at)
    for row in kept.select_related("recorded_by"):
        view = UpdateView(
            row.pk, row.on, row.words, f"{row.recorded_by}", row.recorded_at
        )
        found[row.action_id].append(view)
    return found


def _costs(actions: Iterable[int], at: datetime) -> dict[tuple[int, str], CostView]:
    kept = CostRecord.objects.filter(action__in=actions, recorded_at__lte=at)
    return {
        (row.action_id, row.kind): CostView(
            row.pence, row.note, f"{row.recorded_by}", row.recorded_at
        )
        for row in kept.select_related("recorded_by")
    }
