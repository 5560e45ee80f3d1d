"""What of the documents waits for a person: a step to decide, one to read, a review."""

from datetime import date

from django.db.models import Q

from madegood.accounts.models import User
from madegood.documents.path import PathState
from madegood.documents.queries import documents
from madegood.documents.telling_models import Telling
from madegood.documents.views import DocumentView
from madegood.plan.owner_models import Holder
from madegood.plan.waiting import SOON, Waiting

__all__ = ["waiting_for"]


def waiting_for(person: User, on: date) -> list[Waiting]:
    """For a person, and for the posts that they hold that day."""
    held = _held(person, on)
    every = [d for d in documents(on) if d.retired_on is None]
    return [
        *_steps(every, held),
        *_reviews(every, held, on),
        *_unread(person, held),
    ]


def _held(person: User, on: date) -> dict[int, str]:
    rows = Holder.objects.filter(person=person, start__lte=on).select_related("post")
    return {r.post_id: r.post.title for r in rows if r.end is None or on < r.end}


def _steps(every: list[DocumentView], held: dict[int, str]) -> list[Waiting]:
    mine = {f"post:{post}" for post in held}
    return [
        Waiting(
            f"Approve “{doc.title}”, or send it back",
            "document",
            doc.id,
            step.due,
            f"You hold the post {step.approver}",
        )
        for doc in every
        for step in (doc.newest.steps if doc.newest else ())
        if step.now and step.key in mine
    ]


def _reviews(
    every: list[DocumentView], held: dict[int, str], on: date
) -> list[Waiting]:
    return [
        Waiting(
            f"Look at “{doc.title}” again",
            "document",
            doc.id,
            doc.review_by,
            f"Your post, {doc.owner}, owns it",
        )
        for doc in every
        if doc.owner in held.values()
        and doc.review_by - on <= SOON
        and doc.state is not PathState.WAITING
    ]


def _unread(person: User, held: dict[int, str]) -> list[Waiting]:
    told = Telling.objects.filter(
        Q(person=person) | Q(post__in=list(held)),
        acknowledged_on__isnull=True,
        version__document__retired_on__isnull=True,
    ).select_related("version__document", "post")
    # A later version that was told of stands in the place of an earlier.
    newest: dict[tuple[int, str], Telling] = {}
    for each in told.order_by("version__number"):
        newest[each.version.document_id, each.audience] = each
    return [
        Waiting(
            f"Read “{each.version.document}” and acknowledge it",
            "document",
            each.version.document_id,
            None,
            f"You were told of it on {each.told_on:%-d %B %Y}"
            + (f", as {each.post}" if each.post else ""),
            "told",
        )
        for each in newest.values()
    ]
