"""How a recommendation has stood over time, beside what was said of its actions.

Nothing is computed again: the standings are those that were recorded at the time, the
claims those that were made. Two lines that no rule joins.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from madegood.assurance.models import Signature, StandingRecord
from madegood.assurance.queries import changes
from madegood.assurance.standing import STATE_WORDS, Assurance
from madegood.assurance.views import (
    ActionStanding,
    OutcomeStanding,
    PlanStanding,
    RecommendationStanding,
)
from madegood.clock.moments import london_date
from madegood.clock.periods import add_months
from madegood.plan.progress import claims_complete

__all__ = ["Said", "StandingHistory", "Stretch", "Turn", "history_of"]

Part = ActionStanding | OutcomeStanding
SIGNED, REPROVED, FELL = "signed", "re-proved", "slipped"
_FALLEN = (Assurance.SLIPPING, Assurance.CONTRADICTED)


@dataclass(frozen=True, slots=True)
class Said:
    """From a day on, so many of the actions were said to be complete."""

    day: date
    complete: int
    of: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """It stood so from one day until another. `state` is None where the record says
    embedded and what was known then does not bear it out."""

    state: Assurance | None
    first: date
    until: date
    because: str


@dataclass(frozen=True, slots=True)
class Turn:
    """Something that happened to a part of it: signed, re-proved or slipped."""

    day: date
    kind: str
    part: str
    words: str


@dataclass(frozen=True, slots=True)
class StandingHistory:
    """From some weeks before anything was recorded until the day asked about. What was
    said before that is among `said`, too."""

    first: date
    until: date
    said: tuple[Said, ...]
    stretches: tuple[Stretch, ...]
    turns: tuple[Turn, ...]


def history_of(plan: PlanStanding, given: RecommendationStanding) -> StandingHistory:
    """In a handful of queries, whatever the plan's size."""
    until = london_date(plan.as_of)
    stretches = _stretches(plan, given, until)
    said = _said(given)
    begun = stretches[0].first if stretches else until
    return StandingHistory(
        first=max(plan.adopted_on, add_months(begun, -1)),
        until=until,
        said=said,
        stretches=stretches,
        turns=_turns(plan, given),
    )


def _stretches(
    plan: PlanStanding, given: RecommendationStanding, until: date
) -> tuple[Stretch, ...]:
    kept = changes("recommendation", given.detail.id, as_of=plan.as_of)
    ends = [london_date(each.as_of) for each in kept[1:]] + [until] * bool(kept)
    return tuple(
        Stretch(
            each.state if each.borne_out else None,
            london_date(each.as_of),
            end,
            each.because,
        )
        for each, end in zip(kept, ends, strict=True)
    )


def _said(given: RecommendationStanding) -> tuple[Said, ...]:
    """A line for each day on which the number changed."""
    claims = [
        (claim.said_on, action.number, claims_complete(claim.delivery))
        for action in given.actions
        for claim in action.detail.claims
    ]
    now: dict[str, bool] = {}
    found: list[Said] = []
    for day in sorted({day for day, _, _ in claims}):
        now |= {number: so for on, number, so in claims if on == day}
        said = Said(day, sum(now.values()), len(now))
        if not found or (found[-1].complete, found[-1].of) != (said.complete, said.of):
            found.append(said)
    return tuple(found)


def _turns(plan: PlanStanding, given: RecommendationStanding) -> tuple[Turn, ...]:
    parts: dict[tuple[str, int], Part] = {
        ("action", action.detail.id): action for action in given.actions
    }
    parts |= {("outcome", outcome.detail.id): outcome for outcome in given.outcomes}
    found = [*_signed(plan, parts), *_fell(plan, parts)]
    for part in parts.values():
        for each in part.embedding.reproofs:
            if each.done_on is not None:
                words = f"looked at again, {each.months} months after it was embedded"
                found.append(Turn(each.done_on, REPROVED, part.number, words))
    return tuple(sorted(found, key=lambda turn: (turn.day, turn.part, turn.kind)))


def _signed(plan: PlanStanding, parts: dict[tuple[str, int], Part]) -> Iterable[Turn]:
    kept = Signature.objects.filter(signed_at__lte=plan.as_of)
    for row in kept.select_related("signed_by"):
        key = (
            ("action", row.action_id)
            if row.action_id is not None
            else ("outcome", row.outcome_id or 0)
        )
        if key in parts:
            day = london_date(row.signed_at)
            yield Turn(day, SIGNED, parts[key].number, f"{row.signed_by}: “{row.why}”")


def _fell(plan: PlanStanding, parts: dict[tuple[str, int], Part]) -> Iterable[Turn]:
    rows = StandingRecord.objects.filter(
        kind__in=("action", "outcome"),
        part__in={part for _, part in parts},
        state__in=_FALLEN,
        as_of__lte=plan.as_of,
    )
    for row in rows:
        part = parts.get((row.kind, row.part))
        if part is not None:
            state = STATE_WORDS[Assurance(row.state)]
            words = f"{state}, {row.because}"
            yield Turn(london_date(row.as_of), FELL, part.number, words)
