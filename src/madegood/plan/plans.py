"""Which plans there are on a day, and each as it was known then."""

from datetime import datetime

from django.db.models import Q

from madegood.clock.moments import london_date
from madegood.clock.today import now
from madegood.plan.finding import (
    NoSuchThing,
    find_action,
    plan_called,
    plan_in_force,
    reached,
)
from madegood.plan.known import plan_known
from madegood.plan.models import Plan
from madegood.plan.views import ActionView, PlanView
from madegood.plan.working import working_of
from madegood.plan.working_views import WorkingView

__all__ = [
    "action_working",
    "every_live_plan",
    "every_plan_name",
    "plan",
    "plan_holding",
    "plan_names",
]


def plan(as_of: datetime | None = None, short: str = "") -> PlanView:
    """The plan of that short name, or the main one, with everything that was on record
    by then. Raises NoSuchThing where there is no such plan, or none at all."""
    at = as_of or now()
    main = plan_in_force(london_date(at))
    found = main if short in ("", main.short) else plan_called(short)
    return plan_known(found, at, main=found == main)


def plan_holding(number: str, as_of: datetime | None = None) -> tuple[str, str]:
    """Whose number it is: the plan's short name, and the number as it is said of a
    part of that plan ("4.3" of the main one). Raises NoSuchThing."""
    found, said, _ = reached(number, london_date(as_of or now()))
    return found.short, said


def every_plan_name(as_of: datetime | None = None) -> list[str]:
    """The same, and after them the plans that have ended by then."""
    day = london_date(as_of or now())
    gone = Plan.objects.filter(ended_on__lte=day).order_by("-ended_on", "-id")
    live = plan_names(as_of)
    return live + [found.short for found in gone if found.short not in live]


def plan_names(as_of: datetime | None = None) -> list[str]:
    """The short names of the plans that are tested on a day: the main one first, the
    others newest first."""
    day = london_date(as_of or now())
    if not Plan.objects.exists():
        return []
    main = plan_in_force(day)
    live = Plan.objects.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=day), adopted_on__lte=day
    ).order_by("-adopted_on", "-id")
    others = [found.short for found in live if found != main]
    return [main.short, *others]


def action_working(
    number: str, as_of: datetime | None = None
) -> tuple[ActionView, WorkingView]:
    """One action with the work on it; raises NoSuchThing."""
    at = as_of or now()
    key = find_action(number, london_date(at)).pk
    short, _ = plan_holding(number, at)
    for given in plan(at, short).recommendations:
        for action in given.actions:
            if action.id == key:
                return action, working_of(action, at)
    raise NoSuchThing.numbered("action", number)


def every_live_plan(at: datetime) -> list[PlanView]:
    """Every plan that is tested then, the main one first; none where there is none."""
    return [plan(at, short) for short in plan_names(at)]
