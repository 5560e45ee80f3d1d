"""Which source speaks first where several give rows of one table: an authority's own
rule, with somebody who answers for it."""

from collections.abc import Sequence

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now
from madegood.intake.formats import FORMATS
from madegood.intake.merging import source_of
from madegood.record.tables import TABLES
from madegood.trail.actions import record_event, require_reason
from madegood.vault.queries import systems
from madegood.warehouse.models import Precedence


class NotAnOrder(ValueError):
    """What was given puts no sources in order; the message says what to give."""


@transaction.atomic
def set_precedence(
    *, by: User, order: Sequence[str], owner: str, why: str, table: str = ""
) -> None:
    """Set who speaks first, for one table or (blank) for all, from the next load on.

    Raises NotAnOrder, NoReason, accounts' Refused.
    """
    require(by, Permission.DATA_LOAD)
    require_reason(why)
    known = [one.name for one in FORMATS]
    others = [source_of(one, system.name) for system in systems() for one in known]
    if not order or len(set(order)) < len(order) or not set(order) <= {*known, *others}:
        more = f"; or, of another system, such as {others[0]}" if others else ""
        raise NotAnOrder(f"Give each source once, of these: {', '.join(known)}{more}.")
    if table and table not in {one.name for one in TABLES}:
        raise NotAnOrder(f"The record has no table {table}.")
    if not owner.strip():
        raise NotAnOrder("Say who answers for this order: a post, or a person.")
    made = Precedence.objects.create(
        table=table,
        order=list(order),
        owner=owner,
        why=why,
        set_at=now(),
        set_by=by,
    )
    record_event(
        by=by,
        kind="precedence_set",
        subject=made,
        label=table or "every table",
        why=why,
        order=", ".join(order),
        owner=owner,
    )
