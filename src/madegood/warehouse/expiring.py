"""Removing rows whose time is over. What was computed from them stays as numbers."""

from collections.abc import Collection

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now, today
from madegood.trail.actions import record_event, require_reason
from madegood.warehouse import blobs, locks
from madegood.warehouse.expiry import NotASchedule, Rule
from madegood.warehouse.held import let_go
from madegood.warehouse.models import (
    RunRows,
    Schedule,
    StoredFinding,
    StoredPart,
    StoredSnapshot,
    Upload,
)
from madegood.warehouse.rewriting import named
from madegood.warehouse.rule_queries import kept_until
from madegood.warehouse.states import UploadState
from madegood.warehouse.views import Expiring

__all__ = ["NotASchedule", "expire", "hold", "release", "set_schedule"]


def expire(*, by: User | None = None, dry_run: bool = False) -> list[Expiring]:
    """Remove the rows of every snapshot whose last day is past; which they were.

    A part that a later snapshot still lists stays with it. With `dry_run` nothing is
    removed. Done again it has no effect.
    """
    if by is not None:
        require(by, Permission.DATA_ERASE)
    over = _over()
    if dry_run or not over:
        return over
    with locks.held("snapshots"), blobs.nobody_writing():
        over = _over()
        with transaction.atomic():
            _remove_rows([one.snapshot_id for one in over])
            for stored in StoredSnapshot.objects.filter(
                pk__in=[one.snapshot_id for one in over]
            ):
                record_event(by=by, kind="snapshot_expired", subject=stored)
        blobs.sweep(named())
    return over


def set_schedule(*, by: User, months: int, years: int, why: str) -> None:
    """How long snapshots keep their rows, from now on.

    Raises NotASchedule, NoReason, accounts' Refused.
    """
    require(by, Permission.DATA_ERASE)
    require_reason(why)
    rule = Rule(months, years)
    with transaction.atomic():
        made = Schedule.objects.create(
            months=rule.months, years=rule.years, why=why, set_at=now(), set_by=by
        )
        record_event(by=by, kind="schedule_set", subject=made, why=why)


def hold(*, by: User, snapshot_id: int, why: str) -> None:
    """Keep a snapshot's rows whatever the schedule says: a court, a review or a person
    has asked for them. Raises NoReason, accounts' Refused."""
    _hold(by, snapshot_id, why, on=True)


def release(*, by: User, snapshot_id: int, why: str) -> None:
    """Let the schedule have a snapshot again. Raises as `hold`."""
    _hold(by, snapshot_id, why, on=False)


def _hold(by: User, snapshot_id: int, why: str, *, on: bool) -> None:
    require(by, Permission.DATA_ERASE)
    require_reason(why)
    with transaction.atomic():
        stored = StoredSnapshot.objects.select_for_update(of=("self",)).get(
            pk=snapshot_id
        )
        stored.on_hold, stored.hold_why = on, why if on else ""
        stored.save(update_fields=["on_hold", "hold_why"])
        kind = "snapshot_held" if on else "snapshot_released"
        record_event(by=by, kind=kind, subject=stored, why=why)


def _over() -> list[Expiring]:
    last = {n: day for n, day in kept_until().items() if day and day < today()}
    return [
        Expiring(s.pk, s.label, s.loaded_at, last[s.pk], s.rows)
        for s in StoredSnapshot.objects.filter(pk__in=last)
    ]


def _remove_rows(snapshots: Collection[int]) -> None:
    for stored in StoredSnapshot.objects.filter(pk__in=snapshots):
        stored.tables.all().delete()
        stored.parts.clear()
        stored.expired_at = now()
        stored.save(update_fields=["expired_at"])
    RunRows.objects.filter(run__snapshot__in=snapshots).delete()
    # The same files may be loaded again now, and are no repetition.
    Upload.objects.filter(snapshot__in=snapshots, state=UploadState.STORED).update(
        state=UploadState.EXPIRED
    )
    let_go(
        StoredPart.objects.filter(snapshots=None, upload__state=UploadState.EXPIRED),
        StoredFinding.objects.filter(upload__snapshot__in=snapshots),
    )
