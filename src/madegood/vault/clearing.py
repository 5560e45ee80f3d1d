"""Removing lists of people that were given for matching, when asked or in time."""

import re
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now
from madegood.trail.actions import record_event
from madegood.vault.matching import WAITING, NotMatched, system_name
from madegood.vault.models import Identity, Proposal

_DAYS: Final = re.compile(r"[1-9][0-9]{0,3}")


@transaction.atomic
def clear(*, by: User | None, system: str) -> int:
    """Remove everybody's details and the pairs that wait; links stay, and say no name.
    Says how many people's details went."""
    if by is not None:
        require(by, Permission.CHILDREN_MATCH)
    name = system_name(system)
    removed = Identity.objects.filter(system=name).delete()[0]
    Proposal.objects.filter(system=name, state=WAITING).delete()
    record_event(by=by, kind="matching_cleared", subject=name, people=removed)
    return removed


def lists_over() -> list[str]:
    """The systems whose lists have had their time. Raises NotMatched as below."""
    return _given_before(_over_before())


def clear_over() -> list[str]:
    """Clear the lists that have had their time; says of which systems. Raises
    NotMatched where nobody can tell what their time is."""
    return clear_old(before=_over_before())


def _over_before() -> datetime:
    said = str(settings.MATCHING_DAYS).strip()
    if not _DAYS.fullmatch(said):
        raise NotMatched(
            f"MADEGOOD_MATCHING_DAYS is “{said[:40]}”: write a whole number of days "
            "from 1 to 9999. No list was cleared."
        )
    return now() - timedelta(days=int(said))


def _given_before(before: datetime) -> list[str]:
    listed = Identity.objects.values("system").annotate(last=Max("listed_at"))
    return sorted(row["system"] for row in listed if row["last"] < before)


def clear_old(*, before: datetime) -> list[str]:
    """Clear every system whose lists were given before that moment; says which. For
    whatever removes what has had its time."""
    old = _given_before(before)
    for system in old:
        clear(by=None, system=system)
    return old
