"""Telling people of an approved version, and their acknowledging it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from madegood.accounts.actions import Refused, require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.clock.today import now, today
from madegood.documents.actions import NotWritten, refuse_identifiers
from madegood.documents.models import Body, Version
from madegood.documents.path import PathState
from madegood.documents.reading import find, state_of_version
from madegood.documents.telling_models import Telling
from madegood.governance.models import Board
from madegood.plan.owner_models import Holder, Post
from madegood.trail.actions import record_event

__all__ = ["Told", "acknowledge", "ask_again", "may_acknowledge", "tell"]

_LONG_AGO = timedelta(days=3653)


@dataclass(frozen=True, slots=True)
class Told:
    """Who was told, how and when. `audience` is "person:3", "post:12", "board:7",
    "body:4" or "team:Duty team"."""

    audience: str
    how: str
    told_on: date


@transaction.atomic
def tell(*, by: User, document_id: int, told: Told) -> Telling:
    """Record that somebody was told of the version that is approved."""
    require(by, Permission.DOCUMENTS_EDIT)
    document = find(document_id, lock=True)
    version = document.versions.last()
    if version is None or state_of_version(version) is not PathState.APPROVED:
        raise NotWritten(
            "People are told of a version once it is approved. This one is not yet."
        )
    if not told.how.strip():
        raise NotWritten("Say how they were told: by e-mail, at a team meeting.")
    if not today() - _LONG_AGO <= told.told_on <= today():
        raise NotWritten("Choose the day they were told: today, or a day before.")
    about = _audience(told.audience)
    if Telling.objects.filter(version=version, audience=told.audience).exists():
        raise NotWritten("They have been told of this version already.")
    telling = Telling.objects.create(
        version=version,
        audience=told.audience,
        how=told.how.strip(),
        told_on=told.told_on,
        told_at=now(),
        told_by=by,
        **about,
    )
    record_event(
        by=by,
        kind="document_told",
        subject=document,
        who=telling.who,
        number=version.number,
        how=telling.how,
    )
    return telling


def _audience(key: str) -> dict[str, Any]:
    """What the key names, as the fields of a telling; raises NotWritten."""
    kind, _, rest = key.partition(":")
    if kind == "team" and rest.strip():
        refuse_identifiers(team=rest)
        return {"team": " ".join(rest.split())[:200]}
    tables: dict[str, QuerySet[Any]] = {
        "person": User.objects.all(),
        "post": Post.objects.all(),
        "board": Board.objects.all(),
        "body": Body.objects.all(),
    }
    if kind in tables and rest.isdecimal() and len(rest) <= 9:
        found = tables[kind].filter(pk=int(rest)).first()
        if found is not None:
            return {kind: found}
    raise NotWritten("Choose who was told, or write the team’s name.")


def may_acknowledge(person: User, telling: Telling) -> str:
    """Why this person may not acknowledge it; "" where they may."""
    if telling.person_id is not None:
        mine = telling.person_id == person.pk
        return "" if mine else "They acknowledge it themselves when they sign in."
    if telling.post is not None:
        held = Holder.objects.filter(
            Q(end__isnull=True) | Q(end__gt=today()),
            post=telling.post,
            person=person,
            start__lte=today(),
        )
        return "" if held.exists() else f"Whoever holds “{telling.post}” does so."
    if may(person, Permission.DOCUMENTS_EDIT):
        return ""
    return "Somebody who may change documents records it for them."


@transaction.atomic
def acknowledge(
    *, by: User, document_id: int, telling_id: int, note: str = ""
) -> Telling:
    """Say that one has read the version; or record that a team or an outsider has."""
    require(by, Permission.DOCUMENTS_VIEW)
    document = find(document_id, lock=True)
    telling = (
        Telling.objects.filter(pk=telling_id, version__document=document)
        .select_related("person", "post", "board", "body", "version")
        .first()
    )
    if telling is None:
        raise NotWritten("They have not been told of this document.")
    if telling.acknowledged_on is not None:
        raise NotWritten(
            f"{telling.who} acknowledged it on {telling.acknowledged_on:%-d %B %Y}."
        )
    refused = may_acknowledge(by, telling)
    if refused:
        raise Refused(refused)
    themselves = telling.person_id is not None or telling.post_id is not None
    if not themselves and not note.strip():
        raise NotWritten(
            f"Say how it is known that {telling.who} acknowledged it: an e-mail, a list."
        )
    refuse_identifiers(note=note)
    telling.acknowledged_on, telling.acknowledged_at = today(), now()
    telling.acknowledged_by, telling.note = by, note.strip()
    telling.save()
    record_event(
        by=by,
        kind="document_acknowledged",
        subject=document,
        who=telling.who,
        number=telling.version.number,
    )
    return telling


def ask_again(by: User, version: Version) -> None:
    """Where a new version says so, everybody told of an earlier one is told of it."""
    if not version.asks_again:
        return
    earlier = Telling.objects.filter(version__document=version.document_id)
    newest = {each.audience: each for each in earlier.order_by("version__number", "id")}
    for each in newest.values():
        Telling.objects.create(
            version=version,
            audience=each.audience,
            person_id=each.person_id,
            post_id=each.post_id,
            board_id=each.board_id,
            body_id=each.body_id,
            team=each.team,
            how="asked again, as a new version was approved",
            told_on=today(),
            told_at=now(),
            told_by=by,
        )
