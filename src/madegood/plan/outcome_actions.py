"""What may be done to an expected outcome beside retiring it."""

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now
from madegood.intake.plans import COUNTABILITY_WORDS, Countability
from madegood.plan import progress
from madegood.plan.actions import NotSaid
from madegood.plan.finding import find_outcome
from madegood.plan.models import ExpectedOutcome
from madegood.plan.outcome_models import CountabilityDecision
from madegood.trail.actions import record_event

__all__ = ["Countability", "decide_countability"]


@transaction.atomic
def decide_countability(
    *, by: User, number: str, countability: Countability, why: str
) -> CountabilityDecision:
    """A person sees otherwise than the reader how far a number can settle an outcome.

    It is the words that are judged: nothing becomes tested by it.
    """
    require(by, Permission.PLAN_EDIT)
    if len(why.split()) < progress.FEWEST_WORDS:
        raise NotSaid("Say why you see it so, in at least three words.")
    outcome = find_outcome(number)
    ExpectedOutcome.objects.select_for_update().get(pk=outcome.pk)
    if outcome.retired_on is not None:
        raise NotSaid(
            f"Outcome {number} was retired on {outcome.retired_on:%-d %B %Y}, so there "
            "is nothing left to decide of it."
        )
    newest = CountabilityDecision.objects.filter(outcome=outcome).last()
    before = newest.countability if newest else outcome.countability
    if before == countability.value:
        raise NotSaid(
            f"It is on record already that outcome {number} "
            f"{COUNTABILITY_WORDS[countability]}. Choose another answer, or leave it."
        )
    decision = CountabilityDecision.objects.create(
        outcome=outcome,
        countability=countability.value,
        why=why,
        decided_by=by,
        decided_at=now(),
    )
    record_event(
        by=by,
        kind="countability_decided",
        subject=outcome,
        why=why,
        answer=COUNTABILITY_WORDS[countability],
    )
    return decision
