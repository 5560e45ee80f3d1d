"""A plan as it was known at a moment.

Each table is asked once, whatever the plan's size, and its rows are dealt out here:
asking through every row of a plan in turn costs a page most of its time.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Q

from madegood.clock.moments import london_date
from madegood.intake.plans import Countability
from madegood.plan.draft_models import Rewording
from madegood.plan.evidence_models import Evidence
from madegood.plan.inspection_kinds import FRAMEWORK_WORDS, Kind
from madegood.plan.inspection_models import Inspection
from madegood.plan.known_evidence import evidence_known
from madegood.plan.models import (
    Action,
    ClaimRecord,
    DateMove,
    ExpectedOutcome,
    Finding,
    Plan,
    Recommendation,
)
from madegood.plan.numbers import BETWEEN
from madegood.plan.outcome_models import CountabilityDecision
from madegood.plan.owner_models import Holder, Ownership, owning
from madegood.plan.progress import Delivery
from madegood.plan.views import (
    ActionView,
    ClaimView,
    DecidedView,
    FindingView,
    MoveView,
    OutcomeView,
    OwnerView,
    PlanView,
    RecommendationView,
    SourceView,
)

Row = TypeVar("Row")
Dealt = dict[int | None, list[Row]]


@dataclass(frozen=True, slots=True)
class _Kept:
    """The plan's rows, each under the id of what it belongs to."""

    at: datetime
    before: str
    worded: dict[tuple[str, int], str]
    actions: Dealt[Action]
    outcomes: Dealt[ExpectedOutcome]
    claims: Dealt[ClaimRecord]
    moves: Dealt[DateMove]
    owners: Dealt[Ownership]
    holders: Dealt[Holder]
    of_actions: Dealt[Evidence]
    of_outcomes: Dealt[Evidence]
    decisions: Dealt[CountabilityDecision]


def _dealt(rows: Iterable[Row], key: Callable[[Row], int | None]) -> Dealt[Row]:
    dealt: Dealt[Row] = defaultdict(list)
    for row in rows:
        dealt[key(row)].append(row)
    return dealt


def _kept(plan: Plan, at: datetime, before: str) -> _Kept:
    day = london_date(at)
    there = _there(day)
    actions = Action.objects.filter(there, recommendation__plan=plan)
    outcomes = ExpectedOutcome.objects.filter(there, recommendation__plan=plan)
    # A claim is known from the day it was said: the plan itself is the record of it.
    claims = ClaimRecord.objects.filter(
        action__recommendation__plan=plan, said_on__lte=day
    )
    moves = DateMove.objects.filter(action__recommendation__plan=plan)
    owners = owning(day).filter(action__recommendation__plan=plan)
    # A check made after the moment asked about is shown as not yet made, in known_evidence.
    evidence = Evidence.objects.filter(recorded_at__lte=at).select_related(
        "recorded_by", "checked_by", "file__received_by"
    )
    return _Kept(
        at=at,
        before=before,
        worded=_worded(plan, at),
        actions=_dealt(actions, lambda r: r.recommendation_id),
        outcomes=_dealt(outcomes, lambda r: r.recommendation_id),
        claims=_dealt(claims.select_related("recorded_by"), lambda r: r.action_id),
        moves=_dealt(moves, lambda r: r.action_id),
        owners=_dealt(owners.select_related("post"), lambda r: r.action_id),
        holders=_dealt(_holders(at), lambda r: r.post_id),
        of_actions=_dealt(
            evidence.filter(action__recommendation__plan=plan), lambda r: r.action_id
        ),
        of_outcomes=_dealt(
            evidence.filter(outcome__recommendation__plan=plan), lambda r: r.outcome_id
        ),
        decisions=_dealt(
            CountabilityDecision.objects.filter(
                outcome__recommendation__plan=plan, decided_at__lte=at
            ).select_related("decided_by"),
            lambda r: r.outcome_id,
        ),
    )


def _holders(at: datetime) -> Iterable[Holder]:
    """Who held a post, as far as that was on record."""
    begun = Holder.objects.filter(start__lte=london_date(at), recorded_at__lte=at)
    return begun.select_related("person")


def _there(day: date) -> Q:
    """What the plan had already: a newer version, or a person, adds parts later."""
    return Q(added_on__isnull=True) | Q(added_on__lte=day)


def _worded(plan: Plan, at: datetime) -> dict[tuple[str, int], str]:
    """What each part said then that has been put otherwise since: before the first
    rewording that was not yet made, the words were what it reworded."""
    later = Rewording.objects.filter(plan=plan, recorded_at__gt=at)
    return {(row.kind, row.part): row.was for row in reversed(later)}


def _left_out(
    row: Recommendation | Action | ExpectedOutcome, kept: _Kept
) -> tuple[date | None, str]:
    """Since when a newer version of the plan has it no more, and why."""
    if row.left_out_on is None or row.left_out_on > london_date(kept.at):
        return None, ""
    return row.left_out_on, row.left_out_why or ""


def plan_known(plan: Plan, at: datetime, *, main: bool = True) -> PlanView:
    """The plan with everything that was on record by then. Where it is not the main
    one, every number in it says whose it is."""
    kept = _kept(plan, at, "" if main else f"{plan.short}{BETWEEN}")
    ended = plan.ended_on is not None and plan.ended_on <= london_date(at)
    rows = Recommendation.objects.filter(_there(london_date(at)), plan=plan)
    # The one it was written for: later visits that it answers too came after.
    answers = Inspection.objects.filter(plan=plan).order_by("id").first()
    return PlanView(
        id=plan.pk,
        title=plan.title,
        authority=plan.authority,
        framework=FRAMEWORK_WORDS[Kind(answers.kind)] if answers else "",
        inspected_from=answers.started if answers else None,
        inspected_to=answers.ended if answers else None,
        published=answers.published if answers else None,
        judgements=answers.judgements if answers else {},
        adopted_on=plan.adopted_on,
        tested_from=plan.tested_from,
        recommendations=tuple(_recommendation(row, kept) for row in rows),
        findings=tuple(
            FindingView(f.kind, f.where, f.message, f.remedy)
            for f in Finding.objects.filter(plan=plan).order_by("id")
        ),
        short=plan.short,
        main=main,
        ended_on=plan.ended_on if ended else None,
        ended_why=(plan.ended_why or "") if ended else "",
    )


def _recommendation(row: Recommendation, kept: _Kept) -> RecommendationView:
    left_out_on, left_out_why = _left_out(row, kept)
    return RecommendationView(
        id=row.pk,
        number=kept.before + row.number,
        title=kept.worded.get(("recommendation", row.pk), row.title),
        title_source=row.title_source,
        in_report=row.in_report,
        actions=tuple(_action(action, kept) for action in kept.actions[row.pk]),
        outcomes=tuple(_outcome(outcome, kept) for outcome in kept.outcomes[row.pk]),
        left_out_on=left_out_on,
        left_out_why=left_out_why,
    )


def _action(row: Action, kept: _Kept) -> ActionView:
    claims = tuple(_claim(claim) for claim in kept.claims[row.pk])
    every = kept.moves[row.pk]
    later = [move for move in every if move.recorded_at > kept.at]
    # Before the first move that was not yet made, the date was what it moved from.
    due = later[0].was if later else row.due
    left_out_on, left_out_why = _left_out(row, kept)
    return ActionView(
        id=row.pk,
        number=kept.before + row.number,
        text=kept.worded.get(("action", row.pk), row.text),
        delivery=claims[-1].delivery if claims else Delivery.UNKNOWN,
        progress=claims[-1].words if claims else "",
        owner_views=tuple(_owner(owner, kept) for owner in kept.owners[row.pk]),
        original_due=row.original_due if due else None,
        due=due,
        moves=tuple(
            MoveView(m.was, m.to, m.agreed_by, m.why, m.recorded_at)
            for m in every
            if m.recorded_at <= kept.at
        ),
        claims=claims,
        evidence=evidence_known(kept.of_actions[row.pk], kept.at),
        commitments=tuple(row.commitments),
        refers_to=tuple(row.refers_to),
        source=source_view(row.source),
        left_out_on=left_out_on,
        left_out_why=left_out_why,
    )


def _claim(row: ClaimRecord) -> ClaimView:
    return ClaimView(
        Delivery(row.delivery),
        row.words,
        row.said_on,
        row.recorded_at,
        str(row.recorded_by or ""),
    )


def _owner(row: Ownership, kept: _Kept) -> OwnerView:
    held = [h for h in kept.holders[row.post_id] if _still_holds(h, kept.at)]
    names = " and ".join(str(h.person) for h in held)
    return OwnerView(row.post.title, names, row.accountable, row.post_id)


def _still_holds(holder: Holder, at: datetime) -> bool:
    """Whether they had not left by then, or nobody had said so yet."""
    if holder.end is None or holder.end_recorded_at is None:
        return True
    return london_date(at) < holder.end or at < holder.end_recorded_at


def _outcome(row: ExpectedOutcome, kept: _Kept) -> OutcomeView:
    read_as = Countability(row.countability)
    decided = _decided(kept.decisions[row.pk])
    gone = row.retired_on is not None and row.retired_on <= london_date(kept.at)
    left_out_on, left_out_why = _left_out(row, kept)
    return OutcomeView(
        id=row.pk,
        number=kept.before + row.number,
        text=kept.worded.get(("outcome", row.pk), row.text),
        countability=decided.countability if decided else read_as,
        because=row.because,
        read_as=read_as,
        decided=decided,
        retired_on=row.retired_on if gone else None,
        retired_why=(row.retired_why or "") if gone else "",
        evidence=evidence_known(kept.of_outcomes[row.pk], kept.at),
        source=source_view(row.source),
        left_out_on=left_out_on,
        left_out_why=left_out_why,
    )


def _decided(rows: Sequence[CountabilityDecision]) -> DecidedView | None:
    """What was decided last of an outcome, by the moment asked about."""
    if not rows:
        return None
    row = rows[-1]
    return DecidedView(
        Countability(row.countability), row.why, str(row.decided_by), row.decided_at
    )


def source_view(kept: dict[str, Any] | None) -> SourceView | None:
    return SourceView(**kept) if kept else None
