"""What may be done to a document. Each checks the permission, is whole or not at all,
and leaves an event in the trail."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now, today
from madegood.documents.kinds import KIND_WORDS, Kind
from madegood.documents.models import Body, Document, Step, Version
from madegood.documents.path import PathState, refused_path
from madegood.documents.reading import NoSuchDocument, find, state_of_version
from madegood.governance.models import Board
from madegood.intake.attached import NotTaken
from madegood.intake.naming_children import named_in
from madegood.plan import files
from madegood.plan.finding import NoSuchThing, find_action, find_recommendation
from madegood.plan.models import Action, Recommendation
from madegood.plan.owner_models import Post
from madegood.trail.actions import record_event

__all__ = [
    "Given",
    "Named",
    "NoSuchDocument",
    "NotWritten",
    "Submitted",
    "change_document",
    "record_document",
    "retire_document",
    "submit_version",
]

LONGEST = timedelta(days=3653)


class NotWritten(ValueError):
    """Something cannot be recorded as given; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Given:
    """A document as a person gives it. `parts` are numbers such as "4.3" and "4"."""

    kind: str
    title: str
    owner: str
    review_by: date
    partners: tuple[int, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """An approver of a path, by id, and when they are due. One of the three is given."""

    due: date | None = None
    post: int | None = None
    board: int | None = None
    body: int | None = None


@dataclass(frozen=True, slots=True)
class Submitted:
    """A version as a person gives it: a link, or a file with its name."""

    what_changed: str
    asks_again: bool = False
    link: str = ""
    file: tuple[str, Iterable[bytes]] | None = None


@transaction.atomic
def record_document(*, by: User, given: Given) -> Document:
    """A document, before it has any version. Raises NotWritten."""
    require(by, Permission.DOCUMENTS_EDIT)
    owner, parts = _checked(given), _parts(given.parts)
    document = Document.objects.create(
        kind=given.kind,
        title=given.title.strip(),
        owner=owner,
        review_by=given.review_by,
        recorded_at=now(),
        recorded_by=by,
    )
    _link(document, given, parts)
    record_event(
        by=by,
        kind="document_recorded",
        subject=document,
        words=KIND_WORDS[Kind(given.kind)].lower(),
        owner=str(owner),
    )
    return document


@transaction.atomic
def change_document(*, by: User, document_id: int, given: Given) -> Document:
    """Its title, owner, review date, partners or links. What it was stays on the trail."""
    require(by, Permission.DOCUMENTS_EDIT)
    document = _open(document_id)
    owner, parts = _checked(given), _parts(given.parts)
    was = f"{document.title}; {document.owner}; {document.review_by:%-d %B %Y}"
    document.kind, document.title = given.kind, given.title.strip()
    document.owner, document.review_by = owner, given.review_by
    document.save()
    _link(document, given, parts)
    record_event(
        by=by,
        kind="document_changed",
        subject=document,
        was=was,
        to=f"{document.title}; {owner}; {given.review_by:%-d %B %Y}",
    )
    return document


def submit_version(
    *, by: User, document_id: int, given: Submitted, path: Sequence[Named]
) -> Version:
    """A new version, and who must approve it in what order. Its file is looked into
    before anything is recorded; one that would name a child is not taken."""
    require(by, Permission.DOCUMENTS_EDIT)
    if given.file is None:
        return _submit(by, document_id, given, path, None)
    try:
        with files.received(*given.file) as kept:
            return _submit(by, document_id, given, path, kept)
    except NotTaken as fault:
        raise NotWritten(str(fault)) from None


@transaction.atomic
def _submit(
    by: User,
    document_id: int,
    given: Submitted,
    path: Sequence[Named],
    kept: files.Received | None,
) -> Version:
    document = _open(document_id)
    last = document.versions.last()
    _refuse_version(given, last)
    approvers = _approvers(path)
    names, dues = [str(each) for each in approvers], [step.due for step in path]
    fault = refused_path(names, str(document.owner), dues, today())
    if fault:
        raise NotWritten(fault)
    version = Version.objects.create(
        document=document,
        number=last.number + 1 if last else 1,
        link=given.link,
        file=files.record(by=by, given=kept) if kept else None,
        what_changed=given.what_changed.strip(),
        asks_again=given.asks_again and last is not None,
        submitted_at=now(),
        submitted_by=by,
    )
    _lay(version, path)
    record_event(
        by=by,
        kind="version_submitted",
        subject=document,
        number=version.number,
        changed=given.what_changed.strip(),
        first=str(approvers[0]),
    )
    return version


def _lay(version: Version, path: Sequence[Named]) -> None:
    Step.objects.bulk_create(
        Step(
            version=version,
            order=n,
            post_id=s.post,
            board_id=s.board,
            body_id=s.body,
            due=s.due,
        )
        for n, s in enumerate(path, 1)
    )


@transaction.atomic
def retire_document(*, by: User, document_id: int, why: str) -> Document:
    """A document that no longer applies leaves with a reason; it stays in the register."""
    require(by, Permission.DOCUMENTS_EDIT)
    document = _open(document_id)
    if len(why.split()) < 3:
        raise NotWritten("Say why it no longer applies, in at least three words.")
    document.retired_on, document.retired_why = today(), why.strip()
    document.save(update_fields=["retired_on", "retired_why"])
    record_event(by=by, kind="document_retired", subject=document, why=why.strip())
    return document


def _refuse_version(given: Submitted, last: Version | None) -> None:
    if not given.link and given.file is None:
        raise NotWritten("Give the version’s file, or a link to where it can be found.")
    if not given.what_changed.strip():
        raise NotWritten("Say what changed; for a first version, what it is for.")
    refuse_identifiers(what_changed=given.what_changed)
    if last is not None and state_of_version(last) is PathState.WAITING:
        raise NotWritten(
            f"Version {last.number} still waits for approval. Have it approved or sent "
            "back first, so that nobody approves a text that has been replaced."
        )


def refuse_identifiers(**texts: str) -> None:
    """Raises NotWritten where a text holds what looks like a child's identifier."""
    for text in texts.values():
        found = named_in(text)
        if found:
            raise NotWritten(found)


def _open(document_id: int) -> Document:
    document = find(document_id, lock=True)
    if document.retired_on is not None:
        raise NotWritten(
            f"“{document}” was retired on {document.retired_on:%-d %B %Y}: "
            f"{document.retired_why}"
        )
    return document


def _checked(given: Given) -> Post:
    """The owner; raises NotWritten where the document cannot be recorded as given."""
    if given.kind not in list(Kind):
        raise NotWritten("Choose what kind of document it is.")
    if not given.title.strip():
        raise NotWritten("Give the document its title.")
    refuse_identifiers(title=given.title)
    if abs(given.review_by - today()) > LONGEST:
        raise NotWritten("Choose a review date within ten years of today.")
    owner = Post.objects.filter(title=given.owner).first()
    if owner is None:
        raise NotWritten("Choose the post that owns the document.")
    return owner


def _parts(numbers: Sequence[str]) -> tuple[list[Action], list[Recommendation]]:
    actions: list[Action] = []
    recommendations: list[Recommendation] = []
    for number in dict.fromkeys(numbers):
        try:
            if "." in number:
                actions.append(find_action(number))
            else:
                recommendations.append(find_recommendation(number))
        except NoSuchThing:
            raise NotWritten(
                f"The plan has no action or recommendation {number}. Write numbers as "
                "4.3 or 4, with commas between."
            ) from None
    return actions, recommendations


def _link(
    document: Document,
    given: Given,
    parts: tuple[list[Action], list[Recommendation]],
) -> None:
    document.partners.set(Body.objects.filter(pk__in=given.partners))
    document.actions.set(parts[0])
    document.recommendations.set(parts[1])


def _approvers(path: Sequence[Named]) -> list[Post | Board | Body]:
    posts = Post.objects.in_bulk([s.post for s in path if s.post])
    boards = Board.objects.in_bulk([s.board for s in path if s.board])
    bodies = Body.objects.in_bulk([s.body for s in path if s.body])
    found = [
        posts.get(s.post or 0) or boards.get(s.board or 0) or bodies.get(s.body or 0)
        for s in path
    ]
    if not all(found):
        raise NotWritten("An approver is not in the list any more. Choose again.")
    return [each for each in found if each is not None]
