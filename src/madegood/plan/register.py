"""The evidence register: everything on record that shows anything, of every live plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.clock.moments import london_date
from madegood.clock.today import now
from madegood.plan.owning import owned_now
from madegood.plan.queries import plan, plan_names
from madegood.plan.views import (
    ActionView,
    EvidenceView,
    OutcomeView,
    RecommendationView,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of evidence and what it is for. `voices` says whether whoever asked may
    read what families said, and the file it is in."""

    recommendation: str
    title: str
    part: str
    is_action: bool
    text: str
    evidence: EvidenceView
    voices: bool

    def stale_from(self, on: date) -> date | None:
        return self.evidence.stale_from(on) if self.evidence.current else None


def register(person: User, as_of: datetime | None = None) -> list[Entry]:
    """Every piece, newest versions and old, in the order of the plan."""
    at = as_of or now()
    mine = owned_now(person.pk, london_date(at))
    signs = may(person, Permission.ASSURANCE_SIGN)
    return [
        entry
        for short in plan_names(at)
        for given in plan(at, short).recommendations
        for entry in _of(given, person, mine, signs=signs)
    ]


def _of(
    given: RecommendationView, person: User, mine: set[int], *, signs: bool
) -> Iterable[Entry]:
    acts = any(action.id in mine for action in given.actions)
    parts: list[ActionView | OutcomeView] = [*given.actions, *given.outcomes]
    for part in parts:
        is_action = isinstance(part, ActionView)
        must_act = signs or (part.id in mine if is_action else acts)
        for one in part.evidence:
            yield Entry(
                given.number,
                given.title,
                part.number,
                is_action,
                part.text,
                one,
                must_act or one.recorder == person.pk or one.rung != "said",
            )


def acts_on(person: User, actions: Iterable[int], on: date) -> bool:
    """Whether a person must act on what families said of some actions: who owns one, and
    who checks and signs. Everybody else sees that it was said, and of how many."""
    if may(person, Permission.ASSURANCE_SIGN):
        return True
    return bool(set(actions) & owned_now(person.pk, on))
