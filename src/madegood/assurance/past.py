"""What was on record on one day beside another: of the plan, or of one part of it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from madegood.assurance.between import Change, PartBetween, all_between
from madegood.assurance.then import parts_then
from madegood.clock.moments import iso
from madegood.plan import queries as plans
from madegood.plan.finding import NoSuchThing
from madegood.trail.queries import Told, events

__all__ = ["Between", "NoSuchThing", "changes_json", "part_between", "plan_between"]

_TABLES = {"outcome": "expectedoutcome"}


@dataclass(frozen=True, slots=True)
class Between:
    """A plan on two days."""

    title: str
    short: str
    main: bool
    adopted_on: date
    first: datetime
    second: datetime
    parts: tuple[PartBetween, ...]

    @property
    def changed(self) -> tuple[PartBetween, ...]:
        return tuple(part for part in self.parts if part.changed)


def plan_between(first: datetime, second: datetime, short: str = "") -> Between:
    """The plan on both days, the one in force on the second where none is named.

    Raises NoSuchThing.
    """
    later = plans.plan(second, short)
    earlier = plans.plan(first, later.short)
    parts = all_between(parts_then(earlier, first), parts_then(later, second))
    return Between(
        title=later.title,
        short=later.short,
        main=later.main,
        adopted_on=later.adopted_on,
        first=first,
        second=second,
        parts=tuple(parts),
    )


def part_between(
    kind: str, number: str, first: datetime, second: datetime
) -> tuple[Between, PartBetween, tuple[Told, ...]]:
    """One part on both days, with what was done to it meanwhile, oldest first.

    Raises NoSuchThing.
    """
    short, said = plans.plan_holding(number, second)
    plan = plan_between(first, second, short)
    for part in plan.parts:
        if part.kind == kind and part.number == said:
            return plan, part, _meanwhile(part, first, second)
    raise NoSuchThing(f"The plan had no {kind} {number} on either day.")


def _meanwhile(
    part: PartBetween, first: datetime, second: datetime
) -> tuple[Told, ...]:
    told = events(kind=_TABLES.get(part.kind, part.kind), subject_id=f"{part.id}")
    return tuple(e for e in reversed(told) if first < e.at <= second)


def changes_json(first: datetime, second: datetime, short: str = "") -> dict[str, Any]:
    """The answer of `plan changes --json`: keys may be added, never renamed."""
    plan = plan_between(first, second, short)
    return {
        "plan": plan.short,
        "title": plan.title,
        "from": iso(first),
        "to": iso(second),
        "parts": len(plan.parts),
        "changed": [
            {
                "kind": part.kind,
                "number": part.number,
                "changes": [_as_json(change) for change in part.changed],
            }
            for part in plan.changed
        ],
    }


def _as_json(change: Change) -> dict[str, Any]:
    line = change.second or change.first
    assert line is not None
    return {
        "what": change.label,
        "how": change.how,
        "then": change.first.words if change.first else None,
        "now": change.second.words if change.second else None,
        "by": line.who or None,
        "at": iso(line.when) if line.when else None,
    }
