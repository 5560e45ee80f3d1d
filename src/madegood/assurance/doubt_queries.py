"""Claims we cannot yet prove, and contradictions, of a plan as of a moment."""

from datetime import datetime

from madegood.assurance.contradicting import Contradiction, contradictions_of
from madegood.assurance.queries import plan_standing
from madegood.assurance.unproved import Unproved, unproved
from madegood.assurance.views import PlanStanding
from madegood.clock.today import now
from madegood.plan import queries as plans


def claims_unproved(
    as_of: datetime | None = None, short: str = ""
) -> tuple[PlanStanding, tuple[Unproved, ...]]:
    """Raises NoSuchThing where there is no such plan."""
    plan = plan_standing(as_of, short)
    return plan, unproved(plan)


def contradictions(
    as_of: datetime | None = None, short: str = ""
) -> tuple[PlanStanding, list[Contradiction]]:
    """With the other plans that are in force too; raises NoSuchThing."""
    at = as_of or now()
    plan = plan_standing(at, short)
    view = plans.plan(at, short)
    others = [
        plans.plan(at, name) for name in plans.plan_names(at) if name != view.short
    ]
    return plan, contradictions_of(plan, view, others)
