"""Reading documents, in a handful of queries whatever their number."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from madegood.accounts.models import User
from madegood.clock.moments import london_date
from madegood.clock.today import today
from madegood.documents.approving import may_decide
from madegood.documents.kinds import BODY_WORDS, KIND_WORDS, BodyKind, Kind
from madegood.documents.models import Body, Document, Step, Version
from madegood.documents.path import (
    Blocker,
    PathState,
    StepState,
    blocker_of,
    place_of_next,
    state_of,
)
from madegood.documents.reach import Reached, reach_of
from madegood.documents.reading import NoSuchDocument, taken
from madegood.documents.telling import may_acknowledge
from madegood.documents.telling_models import Telling
from madegood.documents.views import (
    BodyView,
    DocumentView,
    StepView,
    TellingView,
    VersionView,
)
from madegood.governance.models import Board
from madegood.plan.file_views import file_view
from madegood.plan.owner_models import Holder, Post
from madegood.plan.said import said_of
from madegood.trail.queries import Told, events

BOARD = "Board or forum"

__all__ = [
    "NoSuchDocument",
    "bodies",
    "document",
    "documents",
    "documents_before",
    "documents_of",
    "history",
    "mine_to_acknowledge",
    "owners",
    "why_not",
]


def documents(on: date | None = None) -> list[DocumentView]:
    """The register, by title."""
    return _viewed(Document.objects.all(), on or today())


def document(document_id: int, on: date | None = None) -> DocumentView:
    """One document; raises NoSuchDocument."""
    for found in _viewed(Document.objects.filter(pk=document_id), on or today()):
        return found
    raise NoSuchDocument(f"There is no document {document_id}.")


def documents_of(kind: str, part: int) -> list[DocumentView]:
    """The documents linked to an action, or to a recommendation, by its id."""
    named = {"action": "actions", "recommendation": "recommendations"}.get(kind)
    if named is None:
        return []
    return _viewed(Document.objects.filter(**{named: part}), today())


def bodies() -> list[BodyView]:
    """Every board that has not ended, and every partner, by name."""
    boards = [
        BodyView(row.pk, row.name, BOARD, f"board:{row.pk}")
        for row in Board.objects.filter(ended_on__isnull=True)
    ]
    partners = [_body(row) for row in Body.objects.all()]
    return sorted([*boards, *partners], key=lambda each: each.name.casefold())


def documents_before(board_id: int) -> list[DocumentView]:
    """The documents that wait for a board's decision now."""
    steps = Step.objects.filter(board=board_id, state=StepState.WAITING.value)
    rows = Document.objects.filter(pk__in=steps.values("version__document"))
    key = f"board:{board_id}"
    return [
        shown
        for shown in _viewed(rows, today())
        if shown.blocker and any(s.now and s.key == key for s in shown.newest_steps)
    ]


def owners() -> list[tuple[int, str]]:
    """Every post, with its id."""
    return list(Post.objects.order_by("title").values_list("pk", "title"))


def history(document_id: int) -> list[Told]:
    """What was done to a document, newest first."""
    return events(kind="document", subject_id=str(document_id))


def why_not(person: User, step_id: int) -> str:
    """Why this person may not decide the step; "" where they may."""
    return may_decide(
        person,
        Step.objects.select_related("version", "post", "board", "body").get(pk=step_id),
    )


def mine_to_acknowledge(person: User, shown: DocumentView) -> frozenset[int]:
    """The tellings of a document that this person may acknowledge now."""
    waiting = [t.id for t in shown.tellings if t.acknowledged_on is None]
    rows = Telling.objects.filter(pk__in=waiting).select_related("post")
    return frozenset(row.pk for row in rows if not may_acknowledge(person, row))


def _viewed(rows: "QuerySet[Document]", on: date) -> list[DocumentView]:
    steps = Step.objects.select_related("post", "board", "body", "decided_by")
    tellings = Telling.objects.select_related(
        "person", "post", "board", "body", "told_by", "acknowledged_by"
    )
    whole = rows.select_related("owner", "recorded_by").prefetch_related(
        "partners",
        "actions",
        "recommendations",
        Prefetch(
            "versions",
            Version.objects.select_related(
                "submitted_by", "file__received_by"
            ).prefetch_related(
                Prefetch("steps", steps), Prefetch("tellings", tellings)
            ),
        ),
    )
    found = list(whole)
    if not found:
        return []
    about = _About(
        _holders(on),
        said_of("action", {a.pk for row in found for a in row.actions.all()}),
        said_of(
            "recommendation", {r.pk for row in found for r in row.recommendations.all()}
        ),
        on,
    )
    return [_document(row, about) for row in found]


@dataclass(frozen=True, slots=True)
class _About:
    """What every document of a list is told with: who holds each post, and what each
    part of a plan is called."""

    held: dict[int, str]
    actions: dict[int, str]
    recommendations: dict[int, str]
    on: date


def _holders(on: date) -> dict[int, str]:
    """Who holds each post that day."""
    rows = Holder.objects.filter(start__lte=on).select_related("person")
    return {r.post_id: str(r.person) for r in rows if r.end is None or on < r.end}


def _document(row: Document, about: _About) -> DocumentView:
    kept = list(row.versions.all())
    versions = tuple(_version(version) for version in kept)
    tellings = tuple(
        _telling(each, version.number)
        for version in kept
        for each in version.tellings.all()
    )
    done = [v.number for v in versions if v.state is PathState.APPROVED]
    return DocumentView(
        id=row.pk,
        kind=row.kind,
        kind_words=KIND_WORDS[Kind(row.kind)],
        title=row.title,
        owner=row.owner.title,
        holder=about.held.get(row.owner_id, ""),
        partners=tuple(_body(body) for body in row.partners.all()),
        actions=tuple(about.actions[action.pk] for action in row.actions.all()),
        recommendations=tuple(
            about.recommendations[each.pk] for each in row.recommendations.all()
        ),
        review_by=row.review_by,
        days_over=max(0, (about.on - row.review_by).days),
        retired_on=row.retired_on,
        retired_why=row.retired_why,
        recorded_at=row.recorded_at,
        recorded_by=str(row.recorded_by),
        versions=versions,
        tellings=tellings,
        state=versions[-1].state if versions else PathState.NOTHING,
        blocker=None if row.retired_on or not kept else _blocker(kept[-1], about.on),
        approved=done[-1] if done else None,
        reach=reach_of([_reached(each) for each in tellings]),
    )


def _blocker(version: Version, on: date) -> Blocker | None:
    steps = [taken(step) for step in version.steps.all()]
    return blocker_of(steps, london_date(version.submitted_at), on)


def _reached(telling: TellingView) -> Reached:
    return Reached(
        telling.who, telling.version, telling.told_on, telling.acknowledged_on
    )


def _version(row: Version) -> VersionView:
    steps = list(row.steps.all())
    given = [taken(step) for step in steps]
    due_now = place_of_next(given)
    return VersionView(
        id=row.pk,
        number=row.number,
        link=row.link,
        file=file_view(row.file) if row.file else None,
        what_changed=row.what_changed,
        asks_again=row.asks_again,
        submitted_at=row.submitted_at,
        submitted_by=str(row.submitted_by),
        submitter=row.submitted_by_id,
        steps=tuple(
            _step(step, now=place == due_now) for place, step in enumerate(steps)
        ),
        state=state_of(given),
    )


def _step(row: Step, *, now: bool) -> StepView:
    return StepView(
        id=row.pk,
        approver=row.approver,
        key=_key(row),
        due=row.due,
        state=StepState(row.state),
        why=row.why,
        known_by=row.known_by,
        decided_on=row.decided_on,
        decided_by=str(row.decided_by or ""),
        now=now,
    )


def _key(row: Step) -> str:
    if row.post_id:
        return f"post:{row.post_id}"
    return f"board:{row.board_id}" if row.board_id else f"body:{row.body_id}"


def _telling(row: Telling, version: int) -> TellingView:
    return TellingView(
        id=row.pk,
        who=row.who,
        kind=row.audience.partition(":")[0],
        version=version,
        how=row.how,
        told_on=row.told_on,
        told_by=str(row.told_by),
        acknowledged_on=row.acknowledged_on,
        acknowledged_by=str(row.acknowledged_by or ""),
        note=row.note,
    )


def _body(row: Body) -> BodyView:
    return BodyView(row.pk, row.name, BODY_WORDS[BodyKind(row.kind)], f"body:{row.pk}")
