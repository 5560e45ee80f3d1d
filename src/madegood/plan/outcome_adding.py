"""An expected outcome that a person adds: the plan that was read in stays as written.

It is judged by its words as its reader would judge them, and never becomes tested by
being added.
"""

from itertools import count

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import today
from madegood.intake.plans.countability import countability
from madegood.plan.finding import find_recommendation
from madegood.plan.models import ExpectedOutcome, Recommendation
from madegood.plan.raising import FEWEST_WORDS, open_to_more, said_already, said_as
from madegood.plan.refusing import refuse
from madegood.trail.actions import record_event

__all__ = ["add_expected_outcome"]


@transaction.atomic
def add_expected_outcome(
    *, by: User, recommendation: str, text: str, why: str
) -> ExpectedOutcome:
    """Raises NotSaid, and NoSuchThing where there is no such recommendation."""
    require(by, Permission.PLAN_EDIT)
    found = find_recommendation(recommendation)
    # Two people adding at once must not both be given the next letter.
    under = Recommendation.objects.select_for_update().get(pk=found.pk)
    text = text.strip()
    refuse(
        [
            (
                len(text.split()) < FEWEST_WORDS,
                "Say what will be different, in at least three words.",
            ),
            (not why.strip(), "Say why the outcome is added."),
            *open_to_more(under),
            *said_already("Outcome", under.outcomes.all(), text),
        ]
    )
    how_far, because = countability(text)
    last = under.outcomes.order_by("order").last()
    made = ExpectedOutcome.objects.create(
        recommendation=under,
        number=_next_letter(under),
        order=last.order + 1 if last else 1,
        text=text,
        countability=how_far.value,
        because=because,
        added_on=today(),
    )
    made.said_as = said_as(found.said_as, made.number)
    record_event(by=by, kind="outcome_added", subject=made, why=why.strip())
    return made


def _next_letter(under: Recommendation) -> str:
    """The first of a, b … z, aa, ab … that is after every one taken."""
    taken = set(under.outcomes.values_list("number", flat=True))
    start = max((_place(n.rpartition(".")[2]) for n in taken), default=-1) + 1
    wanted = (f"{under.number}.{_letters(place)}" for place in count(start))
    return next(number for number in wanted if number not in taken)


def _letters(place: int) -> str:
    more, letter = divmod(place, 26)
    return (_letters(more - 1) if more else "") + chr(ord("a") + letter)


def _place(letters: str) -> int:
    """Where a letter stands in that order; -1 where it is none."""
    if not letters or not all("a" <= each <= "z" for each in letters):
        return -1
    place = -1
    for each in letters:
        place = (place + 1) * 26 + ord(each) - ord("a")
    return place
