"""Explaining what is odd in a measure's numbers."""

from collections.abc import Collection

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.assurance.explaining import VERDICT_WORDS, Verdict
from madegood.assurance.models import Explanation, OddityRecord, Test
from madegood.assurance.odd_queries import oddities
from madegood.assurance.one_cause import of_one_cause
from madegood.clock.today import now, today
from madegood.plan.finding import NoSuchThing
from madegood.plan.queries import may_not_sign
from madegood.trail.actions import record_event

_FEWEST_WORDS = 5


class NotExplained(ValueError):
    """An explanation cannot be taken as given; the message says why and what to do."""


@transaction.atomic
def explain(
    *, by: User, oddity_id: int, verdict: str, why: str, also: Collection[int] = ()
) -> Explanation:
    """Say of an oddity that the numbers are right, and why, or that the data is wrong
    and is to be corrected. What was said before stays on record.

    also  other oddities of the same cause: the one explanation stands for each
    """
    require(by, Permission.MEASURES_EXPLAIN)
    record = OddityRecord.objects.filter(pk=oddity_id).first()
    if record is None:
        raise NotExplained("There is no such oddity. Go back to the measure’s page.")
    if verdict not in set(Verdict):
        raise NotExplained("Say whether the numbers are right or are to be corrected.")
    if len(why.split()) < _FEWEST_WORDS:
        raise NotExplained(
            f"Say what happened, in at least {_FEWEST_WORDS} words, so that somebody "
            "who was not there understands it."
        )
    others = _of_the_same_cause(oddity_id, also)
    for one in (record, *others):
        _refuse_owner(by, one.measure)
    given = _give(record, by, verdict, why, None)
    for other in others:
        _give(other, by, verdict, why, given)
    return given


def _of_the_same_cause(oddity_id: int, also: Collection[int]) -> list[OddityRecord]:
    """The records of those that were chosen; each must be one that could be."""
    if not also:
        return []
    every = oddities()
    here = next((one for one in every if one.id == oddity_id), None)
    may_be = {one.id for one in of_one_cause(here, every)} if here else set()
    if set(also) - may_be:
        raise NotExplained(
            "One of the measures you chose waits for no explanation any more, or cannot "
            "have the same cause. Look at the list again."
        )
    return list(OddityRecord.objects.filter(pk__in=also).order_by("id"))


def _give(
    record: OddityRecord, by: User, verdict: str, why: str, first: Explanation | None
) -> Explanation:
    said = Explanation.objects.create(
        oddity=record,
        verdict=verdict,
        why=why,
        explained_by=by,
        explained_at=now(),
        given_with=first,
    )
    record_event(
        by=by,
        kind="oddity_explained",
        subject=record,
        why=why,
        verdict=VERDICT_WORDS[Verdict(verdict)],
    )
    return said


def _refuse_owner(by: User, measure_id: str) -> None:
    """Whoever answers for what the measure tests cannot explain its numbers away."""
    tests = Test.objects.filter(measure=measure_id).select_related("action", "outcome")
    numbers = {part.number for test in tests if (part := test.action or test.outcome)}
    owned = sorted(number for number in numbers if _owns(by, number))
    if owned:
        raise NotExplained(
            f"You hold a post that owns {', '.join(owned)}, which this measure tests, so "
            "somebody else must explain its numbers."
        )


def _owns(by: User, number: str) -> bool:
    try:
        return may_not_sign(by, number, today())
    except NoSuchThing:  # a test of a plan that is in force no longer
        return False
