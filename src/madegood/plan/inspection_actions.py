"""Recording an inspection or a review, by hand or from its report, and what answers it."""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import today
from madegood.plan.finding import NoSuchThing, plan_called
from madegood.plan.inspection_kinds import Kind
from madegood.plan.inspection_models import Inspection
from madegood.trail.actions import record_event

__all__ = [
    "InspectionGiven",
    "NotRecorded",
    "change_inspection",
    "record_inspection",
]

EARLIEST = date(1990, 1, 1)


class NotRecorded(ValueError):
    """An inspection cannot be recorded as given; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class InspectionGiven:
    """An inspection as a person gives it. `plan` is the short name of what answers it."""

    kind: Kind
    title: str = ""
    authority: str = ""
    started: date | None = None
    ended: date | None = None
    received: date | None = None
    published: date | None = None
    judgements: dict[str, str] = field(default_factory=dict)
    priority_action: bool = False
    statement_asked: bool = False
    recommendations: tuple[str, ...] = ()
    report_published_on: date | None = None
    draft_sent_on: date | None = None
    statement_published_on: date | None = None
    plan: str = ""


@transaction.atomic
def record_inspection(*, by: User, given: InspectionGiven) -> Inspection:
    """Put an inspection on record. Raises NotRecorded, Refused."""
    require(by, Permission.PLAN_IMPORT)
    _refuse(given)
    kept = _kept(given)
    if (there := _same(kept)) is not None:
        raise NotRecorded(
            f"This very inspection is on record already: {there}. Change what is on "
            "record, or say here what differs."
        )
    made = Inspection.objects.create(**kept)
    record_event(
        by=by,
        kind="inspection_recorded",
        subject=made,
        recommendations=len(given.recommendations),
    )
    return made


@transaction.atomic
def change_inspection(
    *, by: User, inspection_id: int, given: InspectionGiven
) -> Inspection:
    """Correct or complete what is on record; the trail says what it was before."""
    require(by, Permission.PLAN_IMPORT)
    _refuse(given)
    held = Inspection.objects.select_for_update().filter(pk=inspection_id).first()
    if held is None:
        raise NoSuchThing(f"There is no inspection {inspection_id}.")
    wanted = _kept(given)
    changed = {n: getattr(held, n) for n in wanted if getattr(held, n) != wanted[n]}
    if not changed:
        return held
    for name in changed:
        setattr(held, name, wanted[name])
    held.save(update_fields=list(changed))
    record_event(
        by=by,
        kind="inspection_changed",
        subject=held,
        fields=", ".join(name.replace("_", " ") for name in changed),
        was={name: str(value) for name, value in changed.items()},
    )
    return held


def _same(kept: dict[str, Any]) -> Inspection | None:
    """The one that says the same in every field: what was sent was sent twice. Two
    peer reviews of which nothing else is known yet are told apart by their titles."""
    lists = ("judgements", "recommendations")
    plain = {name: value for name, value in kept.items() if name not in lists}
    return next(
        (
            each
            for each in Inspection.objects.filter(**plain)
            if all(getattr(each, name) == kept[name] for name in lists)
        ),
        None,
    )


def _kept(given: InspectionGiven) -> dict[str, Any]:
    wanted = asdict(given)
    wanted["kind"] = given.kind.value
    wanted["recommendations"] = [
        {"number": str(place), "text": text}
        for place, text in enumerate(given.recommendations, 1)
    ]
    wanted["plan"] = plan_called(given.plan) if given.plan else None
    return wanted


def _refuse(given: InspectionGiven) -> None:
    for fault in _faults(given):
        raise NotRecorded(fault)


def _faults(given: InspectionGiven) -> list[str]:
    done = (
        given.report_published_on,
        given.draft_sent_on,
        given.statement_published_on,
    )
    past = [given.started, given.ended, given.received, given.published, *done]
    days = [day for day in past if day is not None]
    faults = [
        (
            (given.started is None) != (given.ended is None),
            "Give both the first and the last day of the inspection, or neither.",
        ),
        (
            bool(given.started and given.ended and given.started > given.ended),
            "The inspection ends before it starts. Check the two days.",
        ),
        (
            any(day > today() for day in days),
            "One of the days is still to come. Record it once it has been.",
        ),
        (
            any(day < EARLIEST for day in days),
            f"One of the days is before {EARLIEST.year}. Check the years.",
        ),
        (
            bool(given.received and any(d and d < given.received for d in done)),
            "Something was done before the report was received. Check the days.",
        ),
        (
            bool(given.started and given.received and given.received < given.started),
            "The report was received before the inspection started. Check the days.",
        ),
    ]
    return [says for wrong, says in faults if wrong]
