"""An agenda as it was published, and how the agenda of today differs from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from madegood.governance.matter_models import Matter
from madegood.governance.meeting_models import AgendaItem

# What makes an item the item it was published as, with the words for it.
_KEPT = {
    "title": "title",
    "brought_by": "who brings it",
    "order": "place",
    "minutes": "time",
    "paper": "paper",
    "link": "document",
    "private_why": "whether the public is there",
}


def as_published(item: AgendaItem) -> dict[str, Any]:
    """One item as plain values."""
    return {
        "id": item.pk,
        "title": item.title,
        "brought_by": str(item.brought_by or ""),
        "order": item.order,
        "minutes": item.minutes,
        "paper": item.paper,
        "paper_title": item.paper_title,
        "link": item.link,
        "private_why": item.private_why,
    }


def arising_as_published(matter: Matter) -> dict[str, Any]:
    """What came back to the board, as it stood on the day of publication."""
    return {
        "id": matter.pk,
        "kind": matter.kind,
        "text": matter.text,
        "state": matter.state,
    }


@dataclass(frozen=True, slots=True)
class Mark:
    """What happened to an item since the agenda was published, in words."""

    word: str
    says: str


def mark(
    item: AgendaItem, published: Iterable[Mapping[str, Any]] | None
) -> Mark | None:
    """None where nothing is published yet, or the item is as it was."""
    if published is None:
        return None
    then = next((each for each in published if each["id"] == item.pk), None)
    if item.gone_on is not None:
        return Mark("taken off", f"{item.gone_on:%-d %B %Y}: {item.gone_why}")
    if then is None:
        return Mark("added", f"after publication, {item.added_at:%-d %B %Y}")
    now = as_published(item)
    differs = [words for name, words in _KEPT.items() if now[name] != then[name]]
    if not differs:
        return None
    was = f"; it was “{then['title']}”" if now["title"] != then["title"] else ""
    return Mark("changed", f"{', '.join(differs)} changed after publication{was}")
