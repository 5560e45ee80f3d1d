"""What waits, after an inspection, for who keeps the plan.

The law's days run from the day the final report came, and no post of the plan owns
them: unless they wait for somebody, they pass while every action looks well.
"""

from collections.abc import Iterable
from datetime import date

from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.plan.inspection_duties import Duty, Stands
from madegood.plan.inspection_views import InspectionView
from madegood.plan.inspections import inspections
from madegood.plan.models import Plan
from madegood.plan.waiting import SOON, Waiting

__all__ = ["waiting_for"]

_OPEN = (Stands.LATE, Stands.RUNNING)


def waiting_for(person: User, on: date) -> list[Waiting]:
    """What is owed by law and late, or due soon; and the day from which it would be
    counted, where nobody has recorded it."""
    if not may(person, Permission.PLAN_IMPORT):
        return []
    over = set(Plan.objects.filter(ended_on__lte=on).values_list("short", flat=True))
    return [
        each
        for held in inspections(on)
        for each in (*_owed(held, on), *_not_begun(held, over))
    ]


def _owed(held: InspectionView, on: date) -> Iterable[Waiting]:
    for duty in held.duties:
        if duty.stands in _OPEN and duty.due and duty.due <= on + SOON:
            yield Waiting(
                f"{duty.what}: {_called(held)}",
                "inspection",
                held.id,
                duty.due,
                _why(duty),
            )


def _called(held: InspectionView) -> str:
    """With its last day: two focused visits are two."""
    return f"{held.name}, {held.ended:%-d %B %Y}" if held.ended else held.name


def _why(duty: Duty) -> str:
    return f"{duty.says}. {duty.source}, and you keep the plan"


def _not_begun(held: InspectionView, over: set[str]) -> Iterable[Waiting]:
    """Of a plan that is over nobody asks any more."""
    begun = held.received is not None or not held.duties
    done = all(duty.done_on for duty in held.duties)
    if begun or done or held.plan in over:
        return
    yield Waiting(
        f"Record when the council received the final report: {_called(held)}",
        "change_inspection",
        held.id,
        None,
        "What the council owes after it is counted from that day, and you keep the plan",
    )
