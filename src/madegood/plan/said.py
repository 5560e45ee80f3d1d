"""What people say to reach parts of any plan, for rooms that keep the parts themselves.

A part is kept by its own id: "4.3" comes to mean another action once another plan is the
main one.
"""

from collections.abc import Iterable
from typing import Any, Final

from django.db.models import QuerySet

from madegood.plan.finding import NoSuchThing, plan_in_force
from madegood.plan.models import Action, ExpectedOutcome, Recommendation
from madegood.plan.numbers import qualified

# Each kind's table, and how its rows know their plan.
TABLES: Final[dict[str, tuple[QuerySet[Any], str]]] = {
    "action": (Action.objects.all(), "recommendation__plan"),
    "outcome": (ExpectedOutcome.objects.all(), "recommendation__plan"),
    "recommendation": (Recommendation.objects.all(), "plan"),
}


def said_of(kind: str, ids: Iterable[int]) -> dict[int, str]:
    """The number of each of those parts, as people must say it now. `kind` is
    "action", "outcome" or "recommendation"."""
    wanted = list(ids)
    if not wanted:
        return {}
    try:
        main = plan_in_force().pk
    except NoSuchThing:
        return {}
    table, plan = TABLES[kind]
    asked = ("pk", "number", plan, f"{plan}__short")
    return {
        pk: number if plan_id == main else qualified(short, number)
        for pk, number, plan_id, short in table.filter(pk__in=wanted).values_list(
            *asked
        )
    }
