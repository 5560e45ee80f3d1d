"""What can be commented on, and what a person must be permitted for each.

A thing is kept by its own id, not by the number people say: "4.3" may come to mean
another action once another plan is the main one.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.comments import known
from madegood.documents.models import Document
from madegood.documents.reading import NoSuchDocument, find
from madegood.governance.finding import NoSuchBoard
from madegood.plan.finding import (
    NoSuchThing,
    find_action,
    find_outcome,
    find_recommendation,
)
from madegood.plan.said import said_of


class NothingThere(LookupError):
    """There is no such thing to comment on."""


@dataclass(frozen=True, slots=True)
class About:
    """One thing that is spoken of: its id, what it is called, and its page."""

    kind: str
    key: str
    said: str
    called: str
    permission: Permission

    @property
    def route(self) -> str:
        """The route of its page, which takes the number that is said. It has its kind's
        name; what stands on another thing's page has a page for its comments."""
        return TARGETS[self.kind].route or self.kind

    @property
    def stands_alone(self) -> bool:
        """Whether its comments have a page of their own."""
        return bool(TARGETS[self.kind].route)

    def seen_by(self, person: User) -> bool:
        """Whether a person may see the thing, and so what is said of it."""
        seen = TARGETS[self.kind].seen
        return may(person, self.permission) and seen(person, self.key)


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of thing: who may see it, and how it is found by number and by id.

    seen   whether a person may see this one; the permission is asked beside it
    route  of the page where its comments stand, where it has no page of its own
    """

    permission: Permission
    by_number: Callable[[str], tuple[str, str]]
    by_key: Callable[[str], tuple[str, str]]
    seen: Callable[[User, str], bool] = field(default=lambda _person, _key: True)
    route: str = ""


def _action(number: str) -> tuple[str, str]:
    row = find_action(number)
    return f"{row.pk}", f"action {number}"


def _outcome(number: str) -> tuple[str, str]:
    row = find_outcome(number)
    return f"{row.pk}", f"expected outcome {number}"


def _recommendation(number: str) -> tuple[str, str]:
    row = find_recommendation(number)
    return f"{row.pk}", f"recommendation {number}"


def _document(number: str) -> tuple[str, str]:
    if not number.isdecimal() or len(number) > 9:
        raise NoSuchDocument(f"There is no document {number}.")
    row = find(int(number))
    return f"{row.pk}", f"“{row.title}”"


def _part_by_key(kind: str, called: str) -> Callable[[str], tuple[str, str]]:
    def by_key(key: str) -> tuple[str, str]:
        number = said_of(kind, [int(key)])[int(key)]
        return number, f"{called} {number}"

    return by_key


def _document_by_key(key: str) -> tuple[str, str]:
    return key, f"“{Document.objects.get(pk=key).title}”"


# A room that is added puts its line here; the guard of the pages asks the permission.
TARGETS: Final[dict[str, Target]] = {
    "action": Target(Permission.PLAN_VIEW, _action, _part_by_key("action", "action")),
    "outcome": Target(
        Permission.PLAN_VIEW, _outcome, _part_by_key("outcome", "expected outcome")
    ),
    "recommendation": Target(
        Permission.PLAN_VIEW,
        _recommendation,
        _part_by_key("recommendation", "recommendation"),
    ),
    "document": Target(Permission.DOCUMENTS_VIEW, _document, _document_by_key),
    "evidence": Target(
        Permission.PLAN_VIEW,
        known.evidence,
        known.evidence_by_key,
        known.may_see_evidence,
        "evidence_comments",
    ),
    "item": Target(
        Permission.BOARDS_VIEW,
        known.item,
        known.item_by_key,
        known.may_see_item,
        "item_comments",
    ),
}


def about(kind: str, number: str) -> About:
    """The thing of that kind and number; raises NothingThere."""
    target = TARGETS.get(kind)
    if target is None:
        raise NothingThere(f"Nothing of the kind “{kind}” can be commented on.")
    try:
        key, called = target.by_number(number)
    except (NoSuchThing, NoSuchDocument, NoSuchBoard) as fault:
        raise NothingThere(str(fault)) from None
    return About(kind, key, number, called, target.permission)


def about_key(kind: str, key: str) -> About:
    """The same, by the id that a comment keeps."""
    target = TARGETS[kind]
    said, called = target.by_key(key)
    return About(kind, key, said, called, target.permission)
