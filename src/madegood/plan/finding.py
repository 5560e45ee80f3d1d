"""Finding one part of the plan in force by the number people use for it."""

from datetime import date

from madegood.plan.models import Action, ExpectedOutcome, Plan


class NoSuchThing(LookupError):
    """No part of the plan has that number."""


def plan_in_force(on: date | None = None) -> Plan:
    """The plan adopted last by a day, or by now; raises NoSuchThing where there is none.

    Before any was adopted it is the first one, of which nothing had been said yet.
    """
    plans = Plan.objects.order_by("-adopted_on", "-id")
    plan = plans.first() if on is None else plans.filter(adopted_on__lte=on).first()
    plan = plan or plans.last()
    if plan is None:
        raise NoSuchThing("No plan has been confirmed yet. Import one first.")
    return plan


def find_action(number: str) -> Action:
    """The action numbered "4.3"; raises NoSuchThing."""
    found = Action.objects.filter(
        recommendation__plan=plan_in_force(), number=number
    ).first()
    if found is None:
        raise NoSuchThing(f"The plan has no action {number}.")
    return found


def find_outcome(number: str) -> ExpectedOutcome:
    """The expected outcome numbered "4.b"; raises NoSuchThing."""
    found = ExpectedOutcome.objects.filter(
        recommendation__plan=plan_in_force(), number=number
    ).first()
    if found is None:
        raise NoSuchThing(f"The plan has no expected outcome {number}.")
    return found
