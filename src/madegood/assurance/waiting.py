"""What of the assurance waits for a person: a check, a signature, a look due again.

It comes to those who may do it and to nobody else: whoever recorded evidence does not
check it, and whoever ever owned a part does not sign for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.assurance.queries import plan_standing
from madegood.assurance.reproof import AFTER_MONTHS, Reproof, after_words
from madegood.assurance.rules import may_be_signed
from madegood.assurance.standing import Assurance, Rung, RungState
from madegood.assurance.views import ActionStanding, OutcomeStanding
from madegood.clock.moments import end_of_day, london_date
from madegood.clock.today import now, today
from madegood.plan.queries import acting_for, may_not_sign, plan_names
from madegood.plan.waiting import Waiting

__all__ = ["Part", "live_parts", "waiting_for"]

Part = ActionStanding | OutcomeStanding


@dataclass(frozen=True, slots=True)
class _Somebody:
    """Who asks, of which day. Whether they ever owned a part is asked only of what
    could wait for them."""

    person: User
    on: date
    posts: frozenset[str]

    @property
    def signs(self) -> bool:
        return may(self.person, Permission.ASSURANCE_SIGN)

    def owned(self, part: Part) -> bool:
        return may_not_sign(self.person, part.number, self.on)

    def owns_now(self, part: Part) -> bool:
        return isinstance(part, ActionStanding) and bool(self.posts & {*part.owners})


def waiting_for(person: User, on: date) -> list[Waiting]:
    """For who signs: evidence to check, what only wants a signature, and looks due
    again. For who holds a post: evidence that others recorded for what it owns, and
    looks at it that are due."""
    if not may(person, Permission.EVIDENCE_ADD):
        return []
    who = _Somebody(person, on, frozenset(acting_for(person, on)))
    if not who.signs and not who.posts:
        return []
    return [each for part in live_parts(on) for each in _of_part(part, who)]


def live_parts(on: date) -> Iterable[Part]:
    """Every action and outcome of every plan that is tested, as it stands that day."""
    at = now() if on == today() else end_of_day(on)
    for short in plan_names(at):
        for given in plan_standing(at, short).recommendations:
            yield from given.actions
            yield from (o for o in given.outcomes if o.detail.retired_on is None)


def _of_part(part: Part, who: _Somebody) -> Iterable[Waiting]:
    if part.detail.left_out_on is not None:
        return
    if who.signs or who.owns_now(part):
        yield from _checks(part, who)
    due = next((r for r in part.embedding.reproofs if r.done_on is None), None)
    if due is not None and due.opens <= who.on:
        yield from _a_look(part, due, who)
    elif who.signs and _wants_a_signature(part) and not who.owned(part):
        yield _thing(
            part,
            f"Sign for {part.number}, or say what is lacking: {part.text}",
            None,
            "Every rung that is asked for is reached, and nobody who does not own "
            "it has signed",
            "signatures",
        )


def _checks(part: Part, who: _Somebody) -> Iterable[Waiting]:
    for item in part.detail.evidence:
        if item.current and not item.checked_by and item.recorder != who.person.pk:
            yield _thing(
                part,
                f"Check the evidence for {part.number}: {item.title}",
                None,
                f"{item.recorded_by} recorded it, and somebody else must have seen it",
                "evidence",
            )


def _wants_a_signature(part: Part) -> bool:
    """It holds, others have seen its evidence, no signature counts, and one would:
    sign() asks the same."""
    standing = part.standing
    shown = [e for e in part.detail.evidence if e.current]
    heard = {standing.rungs[Rung.SEEN], standing.rungs[Rung.SAID]}
    return (
        standing.state is Assurance.HOLDING
        and part.embedding.embedded_on is None
        and RungState.REACHED in heard
        and all(e.checked_by for e in shown)
        and may_be_signed(standing)
    )


def _a_look(part: Part, due: Reproof, who: _Somebody) -> Iterable[Waiting]:
    """Whoever signs looks. Whoever answers for it is told that somebody will: a look at
    which nothing is to be seen shows nothing."""
    if who.signs and not who.owned(part):
        yield _look_again(part, due, who)
    elif who.owns_now(part):
        yield _thing(
            part,
            f"Be ready for the look at {part.number} after {due.months} months: "
            f"{part.text}",
            due.due,
            "Somebody who does not own it looks again whether it holds, and asks what "
            "shows it now",
            "evidence",
        )


def _look_again(part: Part, due: Reproof, who: _Somebody) -> Waiting:
    fresh = any(
        e.rung in ("seen", "said")
        and e.checked_by
        and london_date(e.recorded_at) >= due.opens
        and e.recorder != who.person.pk
        for e in part.detail.evidence
    )
    what = "Sign for the fresh look at" if fresh else "Look again at"
    return _thing(
        part,
        f"{what} {part.number}, after {due.months} months: {part.text}",
        due.due,
        f"It is to be looked at again after {after_words(AFTER_MONTHS)} by somebody who does not own it",
        "signatures" if fresh else "evidence",
    )


def _thing(part: Part, what: str, due: date | None, why: str, at: str) -> Waiting:
    kind = "action" if isinstance(part, ActionStanding) else "outcome"
    return Waiting(what, kind, part.number, due, why, at)
