"""Reading comments, and what waits for a person because they were mentioned."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count

from madegood.accounts.models import User
from madegood.accounts.queries import people
from madegood.clock.today import now
from madegood.comments.known import meeting_of_item, part_of_evidence
from madegood.comments.models import Comment, Mention
from madegood.comments.rules import may_still_edit
from madegood.comments.targets import (
    TARGETS,
    About,
    NothingThere,
    about,
    about_key,
)
from madegood.plan.waiting import Waiting

__all__ = [
    "CommentView",
    "NothingThere",
    "Thread",
    "comment",
    "counted",
    "meeting_of_item",
    "part_of_evidence",
    "thread",
    "waiting_for",
    "who_may_be_told",
]

_SHOWN = 80


@dataclass(frozen=True, slots=True)
class CommentView:
    """A comment as one reader sees it: `editable` and `strikable` are for them."""

    id: int
    text: str
    written_at: datetime
    written_by: str
    edited: bool
    struck_at: datetime | None
    struck_why: str
    told: tuple[str, ...]
    editable: bool
    strikable: bool


@dataclass(frozen=True, slots=True)
class Thread:
    """Everything said of one thing. `unseen` counts what mentions the reader and they
    have not marked as seen."""

    about: About
    comments: tuple[CommentView, ...]
    unseen: int


def thread(kind: str, number: str, reader: User) -> Thread:
    """What was said of the thing, oldest first; raises NothingThere."""
    thing = about(kind, number)
    rows = (
        Comment.objects.filter(kind=kind, key=thing.key)
        .select_related("written_by")
        .prefetch_related("mentions__person")
    )
    unseen = sum(
        mention.person_id == reader.pk and mention.seen_at is None
        for row in rows
        for mention in row.mentions.all()
    )
    return Thread(thing, tuple(_comment(row, reader) for row in rows), unseen)


def comment(comment_id: int, reader: User) -> tuple[About, CommentView]:
    """One comment and what it is about; raises NothingThere."""
    row = Comment.objects.filter(pk=comment_id).select_related("written_by").first()
    if row is None:
        raise NothingThere(f"There is no comment {comment_id}.")
    return about_key(row.kind, row.key), _comment(row, reader)


def _comment(row: Comment, reader: User) -> CommentView:
    own = row.written_by_id == reader.pk and row.struck_at is None
    return CommentView(
        id=row.pk,
        text=row.text,
        written_at=row.written_at,
        written_by=str(row.written_by),
        edited=row.edited_at is not None,
        struck_at=row.struck_at,
        struck_why=row.struck_why or "",
        told=tuple(str(mention.person) for mention in row.mentions.all()),
        editable=own and may_still_edit(row.written_at, now()),
        strikable=own,
    )


def who_may_be_told(thing: About, reader: User) -> list[User]:
    """Everybody else who may see the thing, by name."""
    return [each for each in people() if each.pk != reader.pk and thing.seen_by(each)]


def counted(kind: str, keys: Iterable[int]) -> dict[int, int]:
    """How many comments each of the things has, those that were struck left out."""
    rows = Comment.objects.filter(
        kind=kind, key__in=[f"{key}" for key in keys], struck_at=None
    )
    found = rows.order_by().values_list("key").annotate(Count("pk"))
    return {int(key): count for key, count in found}


def waiting_for(person: User, on: date) -> list[Waiting]:
    """The mentions that a person has not marked as seen. They have no due date, as
    nobody agreed one; `on` is there because every room is asked the same question."""
    del on
    rows = Mention.objects.filter(
        person=person, seen_at=None, comment__struck_at=None
    ).select_related("comment__written_by")
    return [
        _waiting(row.comment)
        for row in rows
        if row.comment.kind in TARGETS
        and about_key(row.comment.kind, row.comment.key).seen_by(person)
    ]


def _waiting(said: Comment) -> Waiting:
    thing = about_key(said.kind, said.key)
    words = " ".join(said.text.split())
    short = f"{words[:_SHOWN].rstrip()} …" if len(words) > _SHOWN else words
    return Waiting(
        f"{said.written_by} mentions you on {thing.called}: “{short}”",
        thing.route,
        thing.said,
        None,
        "Until you mark it as seen",
        "comments",
    )
