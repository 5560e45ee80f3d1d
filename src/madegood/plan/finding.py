"""Finding a plan by its short name, and a part of any plan by the number people say.

"4.3" is of the main plan; "JTAI22:4.3" says of which. The main plan may be named too.
Everything else in the program finds a part through here.
"""

from datetime import date
from typing import Self

from madegood.plan import numbers
from madegood.plan.models import Action, ExpectedOutcome, Plan, Recommendation

_WRITTEN = {"recommendation": "4", "action": "4.3", "expected outcome": "4.b"}


class NoSuchThing(LookupError):
    """No part of the plan has that number."""

    @classmethod
    def numbered(cls, kind: str, number: str) -> Self:
        """Of a "recommendation", an "action" or an "expected outcome"."""
        own = _WRITTEN[kind]
        return cls(
            f"The plan has no {kind} {number}. Write it as the plan’s page does: {own}, "
            f"or JTAI22:{own} where the plan JTAI22 is meant."
        )


def plan_in_force(on: date | None = None) -> Plan:
    """The main plan on a day, or now; raises NoSuchThing where there is no plan.

    Before any was the main one it is the first, of which nothing had been said yet.
    """
    mains = Plan.objects.filter(main_from__isnull=False).order_by("-main_from", "-id")
    plan = mains.first() if on is None else mains.filter(main_from__lte=on).first()
    plan = plan or mains.last()
    if plan is None:
        raise NoSuchThing("No plan has been confirmed yet. Import one first.")
    return plan


def plan_called(short: str = "", on: date | None = None) -> Plan:
    """The plan of that short name, the main one where none is given; raises
    NoSuchThing."""
    if not short:
        return plan_in_force(on)
    found = Plan.objects.filter(short=numbers.tidy(short)).first()
    if found is None:
        known = ", ".join(Plan.objects.order_by("id").values_list("short", flat=True))
        said = f"The plans are {known}." if known else "There is none yet."
        raise NoSuchThing(f"No plan is called “{short}”. {said}")
    return found


def reached(number: str, on: date | None = None) -> tuple[Plan, str, str]:
    """Which plan a number is of, the number as it is said, and the number within the
    plan; raises NoSuchThing where there is no such plan."""
    short, own = numbers.split(number)
    main = plan_in_force(on)
    plan = main if short in ("", main.short) else plan_called(short)
    return plan, own if plan == main else numbers.qualified(plan.short, own), own


def find_recommendation(number: str, on: date | None = None) -> Recommendation:
    """The recommendation numbered "4" or "JTAI22:4"; raises NoSuchThing."""
    plan, said, own = reached(number, on)
    found = Recommendation.objects.filter(plan=plan, number=own).first()
    if found is None:
        raise NoSuchThing.numbered("recommendation", number)
    found.said_as = said
    return found


def find_action(number: str, on: date | None = None) -> Action:
    """The action numbered "4.3" or "JTAI22:4.3"; raises NoSuchThing."""
    plan, said, own = reached(number, on)
    found = Action.objects.filter(recommendation__plan=plan, number=own).first()
    if found is None:
        raise NoSuchThing.numbered("action", number)
    found.said_as = said
    return found


def find_outcome(number: str, on: date | None = None) -> ExpectedOutcome:
    """The expected outcome numbered "4.b" or "JTAI22:4.b"; raises NoSuchThing."""
    plan, said, own = reached(number, on)
    found = ExpectedOutcome.objects.filter(
        recommendation__plan=plan, number=own
    ).first()
    if found is None:
        raise NoSuchThing.numbered("expected outcome", number)
    found.said_as = said
    return found
