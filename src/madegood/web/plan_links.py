"""Where the plan of a number is, for the way back to it."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from madegood.plan.numbers import own, split


def plan_words(number: str) -> str:
    """'The plan', or 'Plan JTAI22' where the number says which."""
    short, _ = split(number)
    return f"Plan {short}" if short else "The plan"


def plan_href(number: str) -> str:
    short, _ = split(number)
    return reverse("a_plan", args=[short]) if short else reverse("plan")


FILTERS: dict[str, Callable[..., Any]] = {
    "own_number": own,
    "plan_words": plan_words,
    "plan_href": plan_href,
}
