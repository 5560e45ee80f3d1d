"""The one way into the trail."""

from typing import Any, Protocol

from django.db import transaction

from madegood.clock.today import now
from madegood.trail.models import Event
from madegood.trail.wording import sentence


class NoReason(ValueError):
    """A child's record was asked for without a reason that says anything."""


class Actor(Protocol):
    """Whoever did it: a person with a sign-in."""

    pk: Any

    def get_full_name(self) -> str: ...


MIN_REASON_WORDS = 3
THE_SYSTEM = "Madegood"


def record_event(
    *,
    by: Actor | None,
    kind: str,
    subject: object,
    label: str = "",
    why: str = "",
    **facts: Any,
) -> Event:
    """Write an event, in the caller's own transaction: both happen or neither.

    `by` None means the system itself. `label` is how the subject reads in a sentence
    (default: its own words). Raises wording.NotWorded for an unknown kind, and
    KeyError where the sentence needs a fact that was not given.
    """
    actor = by.get_full_name() if by is not None else THE_SYSTEM
    label = label or str(subject)
    sentence(kind, actor=actor, subject=label, why=why, facts=facts)
    return Event.objects.create(
        at=now(),
        kind=kind,
        actor_id="" if by is None else str(by.pk),
        actor=actor,
        subject_kind=type(subject).__name__.lower(),
        subject_id=str(getattr(subject, "pk", None) or subject)[:100],
        subject=label[:300],
        why=why,
        facts=facts,
    )


def require_reason(why: str) -> None:
    """Raises NoReason where `why` has fewer than three words."""
    if len(why.split()) < MIN_REASON_WORDS:
        raise NoReason(
            "Say why you need to see these children, in at least three words: "
            "for example “checking overdue interviews for Thursday’s meeting”."
        )


def record_reading(
    *, by: Actor, subject_id: str, label: str, rows: int, why: str
) -> Event:
    """Write down that children's rows are about to be shown, before they are.

    It commits in a transaction of its own (durable: it refuses to be part of one that
    could still be rolled back), so that no reading is answered that is not on record.
    Raises NoReason where `why` has fewer than three words.
    """
    require_reason(why)
    words = {"actor": by.get_full_name(), "subject": label, "why": why}
    sentence("children_seen", **words, facts={"rows": rows})
    with transaction.atomic(durable=True):
        return Event.objects.create(
            at=now(),
            kind="children_seen",
            actor_id=str(by.pk),
            actor=by.get_full_name(),
            subject_kind="measure",
            subject_id=subject_id,
            subject=label,
            why=why,
            facts={"rows": rows},
        )
