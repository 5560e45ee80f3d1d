"""What may be done to a whole plan: making it the main one, ending it."""

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import today
from madegood.plan.finding import plan_called, plan_in_force
from madegood.plan.models import Plan
from madegood.plan.progress import FEWEST_WORDS
from madegood.trail.actions import record_event

__all__ = ["NotChanged", "end_plan", "make_main"]


class NotChanged(ValueError):
    """A plan cannot be changed so; the message says why and what to do."""


@transaction.atomic
def make_main(*, by: User, short: str, why: str) -> Plan:
    """From today this is the main plan, whose numbers are said without a name."""
    require(by, Permission.PLAN_IMPORT)
    plan = Plan.objects.select_for_update().get(pk=plan_called(short).pk)
    if plan == plan_in_force():
        raise NotChanged(f"{plan.short} is the main plan already.")
    if plan.ended_on is not None:
        raise NotChanged(
            f"{plan.short} ended on {plan.ended_on:%-d %B %Y}, so it cannot be the main "
            "plan. Choose one that is still at work."
        )
    _refuse_no_reason(why)
    plan.main_from = today()
    plan.save(update_fields=["main_from"])
    # Where two were chosen on one day the later row would win, whichever was meant.
    Plan.objects.filter(main_from=today()).exclude(pk=plan.pk).update(main_from=None)
    record_event(
        by=by, kind="main_plan_chosen", subject=plan, label=_called(plan), why=why
    )
    return plan


@transaction.atomic
def end_plan(*, by: User, short: str, why: str) -> Plan:
    """From today nothing of a plan is tested. It stays readable, as it stood."""
    require(by, Permission.PLAN_IMPORT)
    plan = Plan.objects.select_for_update().get(pk=plan_called(short).pk)
    if plan.ended_on is not None:
        raise NotChanged(
            f"{plan.short} ended on {plan.ended_on:%-d %B %Y}: {plan.ended_why}"
        )
    if plan == plan_in_force():
        raise NotChanged(
            f"{plan.short} is the main plan, so it cannot end. Make another plan the "
            "main one first."
        )
    _refuse_no_reason(why)
    plan.ended_on, plan.ended_why = today(), why
    plan.save(update_fields=["ended_on", "ended_why"])
    record_event(by=by, kind="plan_ended", subject=plan, label=_called(plan), why=why)
    return plan


def _refuse_no_reason(why: str) -> None:
    if len(why.split()) < FEWEST_WORDS:
        raise NotChanged("Say why, in at least three words.")


def _called(plan: Plan) -> str:
    return f"{plan.short} ({plan.title})"
