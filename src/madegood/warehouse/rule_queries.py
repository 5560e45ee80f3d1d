"""Reading the authority's own rules, and whether what is stored adds up."""

from collections.abc import Mapping
from datetime import date, timedelta

from madegood.clock.moments import london_date
from madegood.clock.today import today
from madegood.intake.merging import PRECEDENCE
from madegood.warehouse.composing import order
from madegood.warehouse.expiry import Loaded, Rule, last_days
from madegood.warehouse.models import Precedence, Schedule, StoreCheck, StoredSnapshot
from madegood.warehouse.views import (
    CheckView,
    Expiring,
    PrecedenceView,
    ScheduleView,
)


def precedence() -> PrecedenceView:
    """Which source speaks first, and who said so."""
    now, newest = order(), Precedence.objects.first()
    return PrecedenceView(
        order=tuple(now.every) or PRECEDENCE,
        by_table=dict(now.by_table),
        owner=newest.owner if newest else "",
        why=newest.why if newest else "",
        set_at=newest.set_at if newest else None,
        set_by=str(newest.set_by or "") if newest else "",
    )


def schedule() -> ScheduleView:
    """How long snapshots keep their rows, and who said so."""
    rule, newest = current_rule(), Schedule.objects.first()
    return ScheduleView(
        months=rule.months,
        years=rule.years,
        why=newest.why if newest else "",
        set_at=newest.set_at if newest else None,
        set_by=str(newest.set_by or "") if newest else "",
    )


def current_rule() -> Rule:
    newest = Schedule.objects.first()
    return Rule() if newest is None else Rule(newest.months, newest.years)


def kept_until() -> Mapping[int, date | None]:
    """For each snapshot that has its rows, the last day it keeps them."""
    kept = StoredSnapshot.objects.filter(expired_at=None)
    return last_days(
        (Loaded(s.pk, london_date(s.loaded_at), s.on_hold) for s in kept),
        current_rule(),
    )


def expiring(*, days: int = 60) -> list[Expiring]:
    """Snapshots whose rows go within so many days, the first to go first."""
    until = today() + timedelta(days=days)
    soon = {n: day for n, day in kept_until().items() if day and day < until}
    found = StoredSnapshot.objects.filter(pk__in=soon)
    return sorted(
        (Expiring(s.pk, s.label, s.loaded_at, soon[s.pk], s.rows) for s in found),
        key=lambda one: (one.on, one.snapshot_id),
    )


def checks() -> list[CheckView]:
    """What was counted last, what does not add up first."""
    return [CheckView(c.subject, c.at, c.ok, c.says) for c in StoreCheck.objects.all()]
