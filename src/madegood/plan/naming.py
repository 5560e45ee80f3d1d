"""What a new plan is called, and whether it becomes the main one."""

from datetime import date

from madegood.plan.inspection_kinds import INITIALS, Kind
from madegood.plan.inspection_models import Inspection
from madegood.plan.models import Plan
from madegood.plan.numbers import fault_of, short_for, tidy


class NotNamed(ValueError):
    """A plan cannot be called so; the message says why and what to do."""


def named(short: str, kind: Kind, day: date) -> str:
    """The short name a plan gets: the one asked for, or one made of its kind and year.
    Raises NotNamed."""
    taken = set(Plan.objects.values_list("short", flat=True))
    short = tidy(short)
    if not short:
        return short_for(INITIALS[kind], day.year, taken)
    if short in taken:
        raise NotNamed(
            f"A plan is called {short} already. Choose another short name, or read this "
            "one in as a newer version of that plan."
        )
    if fault := fault_of(short):
        raise NotNamed(fault)
    return short


def becomes_main(kind: Kind, *, asked: bool | None) -> bool:
    """Whether a new plan takes the main one's place.

    As a person says; and where nobody said, a plan that answers the same kind of
    inspection as the main one does, and no other: a focused visit's small plan must
    not push the large one away.
    """
    main = Plan.objects.filter(main_from__isnull=False).order_by("-main_from", "-id")
    present = main.first()
    if present is None:
        return True
    if asked is not None:
        return asked
    kinds = Inspection.objects.filter(plan=present).values_list("kind", flat=True)
    return kind.value in (set(kinds) or {Kind.OTHER.value})
