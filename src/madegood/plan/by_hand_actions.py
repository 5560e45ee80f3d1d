"""A plan made of what an inspection or a review recommends, with no document."""

from datetime import date

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import today
from madegood.plan.adopting import Adoption
from madegood.plan.finding import NoSuchThing
from madegood.plan.grace import grace_fault
from madegood.plan.inspection_actions import NotRecorded
from madegood.plan.inspection_kinds import KIND_WORDS, Kind
from madegood.plan.inspection_models import Inspection
from madegood.plan.models import Plan, Recommendation
from madegood.plan.naming import NotNamed, becomes_main, named
from madegood.trail.actions import record_event

__all__ = ["plan_by_hand"]


@transaction.atomic
def plan_by_hand(
    *,
    by: User,
    inspection_id: int,
    adopted_on: date,
    tested_from: date | None = None,
    short: str = "",
    main: bool = False,
) -> Plan:
    """Each recommendation becomes one of the plan's; its actions and outcomes are added
    as they are agreed. Raises NotRecorded."""
    require(by, Permission.PLAN_IMPORT)
    held = Inspection.objects.select_for_update().filter(pk=inspection_id).first()
    if held is None:
        raise NoSuchThing(f"There is no inspection {inspection_id}.")
    _refuse(held, adopted_on, tested_from)
    plan = _plan(held, Adoption(adopted_on, tested_from, short, main))
    Recommendation.objects.bulk_create(
        Recommendation(
            plan=plan,
            number=one["number"],
            order=order,
            title=one["text"],
            title_source="plan",
            in_report=one["text"],
        )
        for order, one in enumerate(held.recommendations)
    )
    held.plan = plan
    held.save(update_fields=["plan"])
    record_event(
        by=by,
        kind="plan_by_hand",
        subject=plan,
        label=f"{plan.short} ({plan.title})",
        recommendations=len(held.recommendations),
        inspection=str(held),
    )
    return plan


def _plan(held: Inspection, given: Adoption) -> Plan:
    kind = Kind(held.kind)
    try:
        called = named(
            given.short, kind, held.ended or held.published or given.adopted_on
        )
    except NotNamed as fault:
        raise NotRecorded(str(fault)) from None
    return Plan.objects.create(
        title=held.title or f"Plan after the {KIND_WORDS[kind]}",
        short=called,
        main_from=given.adopted_on if becomes_main(kind, asked=given.main) else None,
        authority=held.authority,
        adopted_on=given.adopted_on,
        tested_from=given.tested_from,
    )


def _refuse(held: Inspection, adopted_on: date, tested_from: date | None) -> None:
    if held.plan is not None:
        raise NotRecorded(f"{held.plan.short} answers this inspection already.")
    if not held.recommendations:
        raise NotRecorded(
            "The inspection has no recommendations on record. Add them, then make the "
            "plan."
        )
    if adopted_on > today():
        raise NotRecorded("A plan cannot have been adopted on a day still to come.")
    if fault := grace_fault(adopted_on, tested_from):
        raise NotRecorded(f"{fault}.")
