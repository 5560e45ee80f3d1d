"""Reading the trail, as sentences."""

from dataclasses import dataclass
from datetime import datetime

from madegood.trail.models import Event
from madegood.trail.wording import sentence


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a person reads it."""

    at: datetime
    actor: str
    sentence: str
    kind: str


def events_about(subject: object, *, limit: int = 200) -> list[Told]:
    """What happened to one thing, newest first."""
    return events(
        kind=type(subject).__name__.lower(),
        subject_id=str(getattr(subject, "pk", None) or subject),
        limit=limit,
    )


def events(*, kind: str, subject_id: str, limit: int = 200) -> list[Told]:
    """What happened to the thing of that kind and id, newest first."""
    found = Event.objects.filter(subject_kind=kind, subject_id=subject_id)
    return [_told(event) for event in found.order_by("-at", "-id")[:limit]]


def latest(*, limit: int = 100) -> list[Told]:
    """The newest events of all."""
    return [_told(event) for event in Event.objects.order_by("-at", "-id")[:limit]]


# What changes nothing that anybody could look for.
_QUIET = (
    "signed_in",
    "signed_out",
    "children_seen",
    "file_taken",
    "paper_taken",
    "list_taken",
    "list_compared",
)


def newest_change() -> int:
    """The newest event that may have changed something; 0 where there is none."""
    rows = Event.objects.exclude(kind__in=_QUIET).order_by("-id")
    return rows.values_list("pk", flat=True).first() or 0


def _told(event: Event) -> Told:
    words = sentence(
        event.kind,
        actor=event.actor,
        subject=event.subject,
        why=event.why,
        facts=event.facts,
    )
    return Told(event.at, event.actor, words, event.kind)
