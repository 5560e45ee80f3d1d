"""What of the documents waits for a person: a step to decide, one to read, a review."""

from datetime import date

from django.db.models import Q

from madegood.accounts.models import User
from madegood.documents.path import PathState
from madegood.documents.queries import documents
from madegood.documents.telling_models import Telling
from madegood.documents.views import DocumentView, StepView
from madegood.plan.acting import Acting, acting_for
from madegood.plan.owner_models import Holder
from madegood.plan.waiting import SOON, Waiting

__all__ = ["waiting_for"]


def waiting_for(person: User, on: date) -> list[Waiting]:
    """For a person, and for the posts that they act for that day. What a post was told
    is read by who holds it: nobody reads for another."""
    posts = acting_for(person, on)
    every = [d for d in documents(on) if d.retired_on is None]
    return [
        *_steps(every, posts),
        *_to_record(every, person, posts),
        *_sent_back(every, person, posts),
        *_reviews(every, posts, on),
        *_unread(person, _held(person, on)),
    ]


def _held(person: User, on: date) -> dict[int, str]:
    rows = Holder.objects.filter(person=person, start__lte=on).select_related("post")
    return {r.post_id: r.post.title for r in rows if r.end is None or on < r.end}


def _waited_for(doc: DocumentView) -> StepView | None:
    """The step that is to be decided now."""
    return next((step for step in doc.newest_steps if step.now), None)


def _steps(every: list[DocumentView], posts: dict[str, Acting]) -> list[Waiting]:
    return [
        Waiting(
            f"Approve “{doc.title}”, or send it back",
            "document",
            doc.id,
            step.due,
            posts[step.approver].why,
        )
        for doc in every
        if (step := _waited_for(doc)) and step.is_post and step.approver in posts
    ]


def _to_record(
    every: list[DocumentView], person: User, posts: dict[str, Acting]
) -> list[Waiting]:
    """A board or a partner decides elsewhere: somebody here asks, and records it. Not
    whoever submitted the version, who decides none of it."""
    return [
        Waiting(
            f"Record what {step.approver} decides of “{doc.title}”",
            "document",
            doc.id,
            step.due,
            f"{step.approver} has been asked; {_owning(doc, posts)}",
        )
        for doc in every
        if (step := _waited_for(doc))
        and not step.is_post
        and doc.owner in posts
        and doc.newest is not None
        and doc.newest.submitter != person.pk
    ]


def _sent_back(
    every: list[DocumentView], person: User, posts: dict[str, Acting]
) -> list[Waiting]:
    """Who submitted it and who owns it, whichever of them mends it."""
    return [
        Waiting(
            f"Mend “{doc.title}” and submit it again",
            "document",
            doc.id,
            None,
            f"It was sent back. {doc.sent_back}",
        )
        for doc in every
        if doc.sent_back
        and doc.newest is not None
        and (doc.owner in posts or doc.newest.submitter == person.pk)
    ]


def _reviews(
    every: list[DocumentView], posts: dict[str, Acting], on: date
) -> list[Waiting]:
    return [
        Waiting(
            f"Look at “{doc.title}” again",
            "document",
            doc.id,
            doc.review_by,
            _owning(doc, posts),
        )
        for doc in every
        if doc.owner in posts
        and doc.review_by - on <= SOON
        and doc.state is not PathState.WAITING
    ]


def _owning(doc: DocumentView, posts: dict[str, Acting]) -> str:
    acting = posts[doc.owner]
    if not acting.through:
        return f"your post, {doc.owner}, owns it"
    return acting.why


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
