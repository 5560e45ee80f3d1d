"""How a part has stood, as it was recorded; and whether "embedded" is borne out.

What was recorded is a record and no proof: a row could be written by hand. So the newest
that say embedded are asked again, of the day they speak of.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from madegood.assurance.models import StandingRecord
from madegood.assurance.standing import Assurance
from madegood.assurance.views import ChangeView, PlanStanding
from madegood.plan.models import Plan

# Each costs the plan once more, so only so many of the newest are asked.
MOST_ASKED: Final = 3

Stood = Callable[[datetime | None, str], PlanStanding]


def changes_of(
    kind: str, part: int, as_of: datetime | None, stood: Stood
) -> tuple[ChangeView, ...]:
    """Oldest first. One that says embedded and was not asked again is left out of what
    is borne out: it says so, and nobody is misled."""
    kept = StandingRecord.objects.filter(kind=kind, part=part)
    if as_of is not None:
        kept = kept.filter(as_of__lte=as_of)
    records = list(kept)
    embedded = [r for r in records if r.state == Assurance.EMBEDDED.value]
    asked = {r.pk: _so(kind, part, r.as_of, stood) for r in embedded[-MOST_ASKED:]}
    return tuple(
        ChangeView(
            r.number,
            Assurance(r.state),
            r.because,
            r.as_of,
            r.state != Assurance.EMBEDDED.value or asked.get(r.pk, False),
        )
        for r in records
    )


def _so(kind: str, part: int, as_of: datetime, stood: Stood) -> bool:
    way = "" if kind == "recommendation" else f"__{kind}s"
    plan = stood(as_of, Plan.objects.get(**{f"recommendations{way}": part}).short)
    if kind == "recommendation":
        return any(
            given.detail.id == part and given.standing.state is Assurance.EMBEDDED
            for given in plan.recommendations
        )
    return any(
        each.detail.id == part and each.standing.state is Assurance.EMBEDDED
        for given in plan.recommendations
        for each in (given.actions if kind == "action" else given.outcomes)
    )
