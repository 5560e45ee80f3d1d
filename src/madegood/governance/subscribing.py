"""Giving, renewing and withdrawing the address of somebody's calendar; answering it.

Whoever holds the address is answered as its person would be, and with no more than days,
times, places and names of boards. What the person may see is asked afresh each time, so
that a role taken away, or a sign-in closed, ends it at once.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.clock.periods import Period, add_months
from madegood.clock.today import now, today
from madegood.governance.finding import NotAgreed
from madegood.governance.meeting_queries import calendar
from madegood.governance.subscription_models import CalendarAddress
from madegood.governance.views import MeetingView
from madegood.trail.actions import record_event

# Calendar programs ask every quarter of an hour at the oftenest, and some people have
# several of them.
MOST_AN_HOUR = 60
# Twenty boards that meet each fortnight fill it; the nearest days are kept.
MOST_MEETINGS = 1_000
_BYTES = 32
_LONGEST = 64
_HOUR = timedelta(hours=1)


class NoSuchAddress(LookupError):
    """No such address, or one that was withdrawn, or whose person may see nothing."""


class TooOften(RuntimeError):
    """The address was read too often in this hour."""


@dataclass(frozen=True, slots=True)
class AddressView:
    """What a person is told of their own address: never the secret itself."""

    made_at: datetime
    read_on: date | None


def address_of(person: User) -> AddressView | None:
    row = _live(person)
    return AddressView(row.made_at, row.read_on) if row else None


def _live(person: User) -> CalendarAddress | None:
    return CalendarAddress.objects.filter(
        person=person, withdrawn_at__isnull=True
    ).first()


@transaction.atomic
def new_address(*, by: User) -> str:
    """A new secret, shown this once; an earlier one is answered no more from now on."""
    require(by, Permission.BOARDS_VIEW)
    User.objects.select_for_update().get(pk=by.pk)
    before = _live(by)
    if before is not None:
        _withdraw(before)
    secret = secrets.token_urlsafe(_BYTES)
    made = CalendarAddress.objects.create(
        person=by, digest=_digest(secret), made_at=now()
    )
    kind = "calendar_address_renewed" if before else "calendar_address_made"
    record_event(by=by, kind=kind, subject=made, label=str(by))
    return secret


@transaction.atomic
def withdraw_address(*, by: User) -> None:
    """From now on the address is answered as one that never was."""
    require(by, Permission.BOARDS_VIEW)
    row = _live(by)
    if row is None:
        raise NotAgreed("You have no calendar address, so there is none to withdraw.")
    _withdraw(row)
    record_event(by=by, kind="calendar_address_withdrawn", subject=row, label=str(by))


def _withdraw(row: CalendarAddress) -> None:
    row.withdrawn_at = now()
    row.save(update_fields=["withdrawn_at"])


@transaction.atomic
def meetings_at(secret: str) -> list[MeetingView]:
    """What the address's person may see. Raises NoSuchAddress, TooOften."""
    if len(secret) > _LONGEST:
        raise NoSuchAddress
    row = (
        CalendarAddress.objects.select_for_update(of=("self",))
        .select_related("person")
        .filter(digest=_digest(secret), withdrawn_at__isnull=True)
        .first()
    )
    if row is None or not may(row.person, Permission.BOARDS_VIEW):
        raise NoSuchAddress
    _count(row)
    first = add_months(today(), -3)
    found = calendar(row.person, Period(first, add_months(first, 21)))
    near = sorted(found, key=lambda each: abs((each.day - today()).days))
    return sorted(near[:MOST_MEETINGS], key=lambda each: (each.day, each.id))


def _count(row: CalendarAddress) -> None:
    """One reading more. The first of a day is on the trail, the others are only counted:
    programs ask by the hour, and nobody reads by that."""
    at = now()
    if row.since is None or at - row.since >= _HOUR:
        row.since, row.times = at, 0
    if row.times >= MOST_AN_HOUR:
        raise TooOften
    row.times += 1
    if row.read_on != today():
        row.read_on = today()
        record_event(
            by=None, kind="calendar_address_read", subject=row, label=str(row.person)
        )
    row.save(update_fields=["since", "times", "read_on"])


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
