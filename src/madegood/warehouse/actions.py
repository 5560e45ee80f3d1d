"""What other rooms may ask the warehouse to do."""

from datetime import date

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now, today
from madegood.trail.actions import record_event
from madegood.warehouse.erasing import Erased, NotErased, erase_child
from madegood.warehouse.expiring import (
    NotASchedule,
    expire,
    hold,
    release,
    set_schedule,
)
from madegood.warehouse.faults import LoadRefused
from madegood.warehouse.finishing import finish
from madegood.warehouse.loading import Loaded, load, load_files
from madegood.warehouse.models import DataProtectionDecision
from madegood.warehouse.precedence import NotAnOrder, set_precedence
from madegood.warehouse.rewriting import StillReading
from madegood.warehouse.running import run_measures, run_newest
from madegood.warehouse.sweeping import sweep, sweep_daily
from madegood.warehouse.uploads import (
    Moved,
    NotReady,
    Received,
    accept,
    process,
    receive,
    reject,
    withdraw,
)

__all__ = [
    "Erased",
    "LoadRefused",
    "Loaded",
    "Moved",
    "NotASchedule",
    "NotAnOrder",
    "NotDecided",
    "NotErased",
    "NotReady",
    "Received",
    "StillReading",
    "accept",
    "decide_data_protection",
    "erase_child",
    "expire",
    "finish",
    "hold",
    "load",
    "load_files",
    "process",
    "receive",
    "reject",
    "release",
    "run_measures",
    "run_newest",
    "set_precedence",
    "set_schedule",
    "sweep",
    "sweep_daily",
    "withdraw",
]

# The day the UK GDPR's article 35 came to apply.
IMPACT_ASSESSMENTS_BEGAN = date(2018, 5, 25)


class NotDecided(ValueError):
    """There is no such decision yet; the message says what to give."""


@transaction.atomic
def decide_data_protection(
    *, by: User, decided_on: date, decided_by: str, reference: str
) -> DataProtectionDecision:
    """Record that the authority has decided to load real data, after its DPIA.

    Raises NotDecided where it has not: a decision to come opens nothing.
    """
    require(by, Permission.DATA_LOAD)
    if not IMPACT_ASSESSMENTS_BEGAN <= decided_on <= today():
        raise NotDecided(
            "Give the day the decision was made: today or earlier, and not before "
            f"{IMPACT_ASSESSMENTS_BEGAN:%-d %B %Y}, when the law first asked for one."
        )
    decision = DataProtectionDecision.objects.create(
        decided_on=decided_on,
        decided_by=decided_by,
        reference=reference,
        recorded_at=now(),
        recorded_by=by,
    )
    record_event(by=by, kind="decision_recorded", subject=decision, why=reference)
    return decision
