"""Reading the plan, as of a day, in a handful of queries whatever its size."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, Q

from madegood.accounts.models import User
from madegood.clock.moments import london_date
from madegood.clock.today import now
from madegood.plan.adopting import said_now
from madegood.plan.draft_models import Draft, DraftRow
from madegood.plan.evidence_models import Evidence
from madegood.plan.finding import NoSuchThing, find_action, find_outcome, plan_in_force
from madegood.plan.models import (
    Action,
    ClaimRecord,
    ExpectedOutcome,
    Plan,
    Recommendation,
)
from madegood.plan.owner_models import Holder, Ownership
from madegood.plan.progress import Delivery
from madegood.plan.views import (
    ActionView,
    ClaimView,
    DraftRowView,
    DraftView,
    EvidenceView,
    FindingView,
    MoveView,
    OutcomeView,
    OwnerView,
    PlanView,
    RecommendationView,
    SourceView,
)
from madegood.trail.queries import Told, events

__all__ = ["NoSuchThing", "draft", "drafts", "history", "may_not_sign", "plan"]


def plan(as_of: datetime | None = None) -> PlanView:
    """The plan in force with everything that was on record by then.

    Raises NoSuchThing where no plan has been confirmed.
    """
    at = as_of or now()
    found = plan_in_force(london_date(at))
    rows = Recommendation.objects.filter(plan=found).prefetch_related(
        Prefetch("actions", _actions(at)), Prefetch("outcomes", _outcomes(at))
    )
    return PlanView(
        id=found.pk,
        title=found.title,
        authority=found.authority,
        framework=found.framework,
        inspected_from=found.inspected_from,
        inspected_to=found.inspected_to,
        published=found.published,
        judgements=found.judgements,
        adopted_on=found.adopted_on,
        tested_from=found.tested_from,
        recommendations=tuple(_recommendation(row, at) for row in rows),
        findings=_findings(found),
    )


def _evidence_by(at: datetime) -> "Prefetch[str, Any, str]":
    # A check made after the moment asked about is shown as not yet made, in _evidence.
    known = Evidence.objects.filter(recorded_at__lte=at)
    return Prefetch("evidence", known.select_related("recorded_by", "checked_by"))


def _actions(at: datetime) -> Any:
    # A claim is known from the day it was said: the plan itself is the record of it.
    said = ClaimRecord.objects.filter(said_on__lte=london_date(at))
    owned = Ownership.objects.select_related("post").prefetch_related(
        Prefetch("post__holders", Holder.objects.select_related("person"))
    )
    return Action.objects.prefetch_related(
        Prefetch("claims", said.select_related("recorded_by")),
        Prefetch("ownerships", owned),
        "moves",
        _evidence_by(at),
    )


def _outcomes(at: datetime) -> Any:
    return ExpectedOutcome.objects.prefetch_related(_evidence_by(at))


def _recommendation(row: Recommendation, at: datetime) -> RecommendationView:
    return RecommendationView(
        id=row.pk,
        number=row.number,
        title=row.title,
        title_source=row.title_source,
        in_report=row.in_report,
        actions=tuple(_action(action, at) for action in row.actions.all()),
        outcomes=tuple(_outcome(outcome, at) for outcome in row.outcomes.all()),
    )


def _action(row: Action, at: datetime) -> ActionView:
    claims = tuple(_claim(claim) for claim in row.claims.all())
    every = list(row.moves.all())
    later = [move for move in every if move.recorded_at > at]
    # Before the first move that was not yet made, the date was what it moved from.
    due = later[0].was if later else row.due
    return ActionView(
        id=row.pk,
        number=row.number,
        text=row.text,
        delivery=claims[-1].delivery if claims else Delivery.UNKNOWN,
        progress=claims[-1].words if claims else "",
        owner_views=tuple(_owner(o, london_date(at)) for o in row.ownerships.all()),
        original_due=row.original_due if due else None,
        due=due,
        moves=tuple(
            MoveView(m.was, m.to, m.agreed_by, m.why, m.recorded_at)
            for m in every
            if m.recorded_at <= at
        ),
        claims=claims,
        evidence=_evidence(row.evidence.all(), at),
        commitments=tuple(row.commitments),
        refers_to=tuple(row.refers_to),
        source=_source(row.source),
    )


def _claim(row: ClaimRecord) -> ClaimView:
    return ClaimView(
        Delivery(row.delivery),
        row.words,
        row.said_on,
        row.recorded_at,
        str(row.recorded_by or ""),
    )


def _owner(row: Ownership, day: date) -> OwnerView:
    held = [h for h in row.post.holders.all() if _holds(h, day)]
    names = " and ".join(str(h.person) for h in held)
    return OwnerView(row.post.title, names, row.accountable)


def _holds(holder: Holder, day: date) -> bool:
    return holder.start <= day and (holder.end is None or day < holder.end)


def _outcome(row: ExpectedOutcome, at: datetime) -> OutcomeView:
    gone = row.retired_on is not None and row.retired_on <= london_date(at)
    return OutcomeView(
        id=row.pk,
        number=row.number,
        text=row.text,
        countable=row.countable,
        because=row.because,
        retired_on=row.retired_on if gone else None,
        retired_why=(row.retired_why or "") if gone else "",
        evidence=_evidence(row.evidence.all(), at),
        source=_source(row.source),
    )


def _evidence(rows: Iterable[Evidence], at: datetime) -> tuple[EvidenceView, ...]:
    return tuple(
        EvidenceView(
            id=row.pk,
            rung=row.rung,
            title=row.title,
            link=row.link,
            sha256=row.sha256,
            looked_at=row.looked_at,
            good=row.good,
            happened_on=row.happened_on,
            review_by=row.review_by,
            recorded_at=row.recorded_at,
            recorded_by=str(row.recorded_by),
            checked_by=str(row.checked_by)
            if row.checked_at is not None and row.checked_at <= at
            else "",
        )
        for row in rows
    )


def _source(kept: dict[str, Any] | None) -> SourceView | None:
    return SourceView(**kept) if kept else None


def _findings(found: Plan) -> tuple[FindingView, ...]:
    return tuple(
        FindingView(f.kind, f.where, f.message, f.remedy) for f in found.findings.all()
    )


def may_not_sign(person: User, number: str, as_of: date) -> bool:
    """Whether a person holds a post that owns the action that day.

    An expected outcome is owned by every owner of its recommendation's actions.
    """
    owned = Q(post__ownerships__action__number=number)
    if not number[-1:].isdigit():
        owned = Q(
            post__ownerships__action__recommendation=find_outcome(number).recommendation
        )
    else:
        owned &= Q(post__ownerships__action=find_action(number))
    held = Holder.objects.filter(owned, person=person, start__lte=as_of)
    return held.filter(Q(end__isnull=True) | Q(end__gt=as_of)).exists()


def history(kind: str, number: str) -> list[Told]:
    """What happened to an action, an outcome or a recommendation, newest first."""
    if kind == "action":
        return events(kind="action", subject_id=str(find_action(number).pk))
    if kind == "outcome":
        return events(kind="expectedoutcome", subject_id=str(find_outcome(number).pk))
    found = Recommendation.objects.filter(plan=plan_in_force(), number=number).first()
    if found is None:
        raise NoSuchThing(f"The plan has no recommendation {number}.")
    return events(kind="recommendation", subject_id=str(found.pk))


def drafts() -> list[DraftView]:
    """Drafts that wait to be confirmed, newest first."""
    waiting = Draft.objects.filter(confirmed_at__isnull=True)
    return [_draft(d) for d in waiting.prefetch_related("rows__decided_by")]


def draft(draft_id: int) -> DraftView:
    """One draft with every row; raises NoSuchThing."""
    found = Draft.objects.filter(pk=draft_id).prefetch_related("rows__decided_by")
    for row in found:
        return _draft(row)
    raise NoSuchThing(f"There is no draft {draft_id}. It may have been a wrong link.")


def _draft(row: Draft) -> DraftView:
    rows = tuple(_draft_row(r) for r in row.rows.all())
    return DraftView(
        id=row.pk,
        title=row.title,
        started_at=row.started_at,
        started_by=str(row.started_by or "the command line"),
        confirmed_at=row.confirmed_at,
        decided=sum(bool(r.decision) for r in rows),
        total=len(rows),
        findings=tuple(FindingView(**f) for f in row.findings),
        rows=rows,
    )


def _draft_row(row: DraftRow) -> DraftRowView:
    return DraftRowView(
        id=row.pk,
        kind=row.kind,
        recommendation=row.recommendation,
        number=row.number,
        read=row.read,
        now=said_now(row),
        source=_source(row.source),
        decision=row.decision,
        decided_by=str(row.decided_by or ""),
        decided_at=row.decided_at,
        in_one_act=row.in_one_act,
    )
