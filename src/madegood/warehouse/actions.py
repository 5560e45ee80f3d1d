"""What other rooms may ask the warehouse to do."""

from datetime import date

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now
from madegood.trail.actions import record_event
from madegood.warehouse.loading import LoadRefused, load
from madegood.warehouse.models import DataProtectionDecision
from madegood.warehouse.running import run_measures

__all__ = ["LoadRefused", "decide_data_protection", "load", "run_measures"]


@transaction.atomic
def decide_data_protection(
    *, by: User, decided_on: date, decided_by: str, reference: str
) -> DataProtectionDecision:
    """Record that the authority has decided to load real data, after its DPIA."""
    require(by, Permission.DATA_LOAD)
    decision = DataProtectionDecision.objects.create(
        decided_on=decided_on,
        decided_by=decided_by,
        reference=reference,
        recorded_at=now(),
        recorded_by=by,
    )
    record_event(by=by, kind="decision_recorded", subject=decision, why=reference)
    return decision
