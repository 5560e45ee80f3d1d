"""Which signatures count, and from when on a part is embedded. Plain Python.

Everything is asked again each time, from the facts that are there: a signature counts
because of what was so when it was given and has been so since, not because somebody let
it in (ADR 0027).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from madegood.assurance.asked import Observed, Question
from madegood.assurance.reproof import Look, Name, Reproof, reproofs
from madegood.assurance.standing import RungState
from madegood.clock.moments import end_of_day, london_date
from madegood.clock.periods import add_months
from madegood.plan.views import EvidenceView

# What the tests of a part show on a day, from some evidence.
See = Callable[[date, Sequence[EvidenceView]], Sequence[Observed]]


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature as it stands on record."""

    signer: int
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """What bears on the signatures of one part.

    owners     everybody who ever owned it up to the day, and since when
    fell       when it was last recorded as fallen back
    withdrawn  when a test of it was last withdrawn with agreement
    """

    day: date
    evidence: Sequence[EvidenceView]
    questions: Sequence[Question]
    owners: Mapping[int, date]
    fell: datetime | None
    withdrawn: datetime | None
    see: See


@dataclass(frozen=True, slots=True)
class Embedding:
    """`last` is the newest signature that counts, `why_not` why the newest of all does
    not; `reproofs` the four looks since it became embedded."""

    last: Signed | None = None
    why_not: str = ""
    embedded_on: date | None = None
    reproofs: tuple[Reproof, ...] = ()


def embedding(signed: Sequence[Signed], facts: Facts) -> Embedding:
    """What the signatures of a part, the oldest first, come to."""
    counted = [one for one in signed if not refused(one, facts)]
    if not counted:
        return Embedding(why_not=refused(signed[-1], facts) if signed else "")
    since = london_date(counted[0].at)
    looks = [
        Look(london_date(e.recorded_at), e.recorder)
        for e in facts.evidence
        if e.rung in ("seen", "said") and e.checked_by
    ]
    names = [Name(london_date(one.at), one.signer) for one in counted]
    return Embedding(counted[-1], "", since, reproofs(since, looks, names))


def refused(one: Signed, facts: Facts) -> str:
    """Why a signature does not count, as a clause; "" where it does."""
    if one.signer in facts.owners:
        return f"{one.name} owns it, or has owned it"
    if facts.withdrawn is not None and facts.withdrawn >= one.at:
        return f"a test of it was withdrawn since {one.name} signed"
    then = _known_by(one.at, facts.evidence)
    if _alone(one, then, facts.questions):
        return (
            f"{one.name}, who signed, had recorded all the practice and all the voices "
            "that it rests on"
        )
    if not _shown(facts.see(london_date(one.at), then)):
        return f"not every rung that is asked for was reached when {one.name} signed"
    fell = facts.fell is not None and facts.fell >= one.at
    if fell or _broken(one, facts):
        return f"it has fallen back since {one.name} signed"
    return ""


def _known_by(at: datetime, evidence: Sequence[EvidenceView]) -> list[EvidenceView]:
    """The evidence as it was on record then, each newest version in its place."""
    known = [e for e in evidence if e.recorded_at <= at]
    replaced = {e.replaces for e in known}
    return [replace(e, current=e.id not in replaced) for e in known]


def _alone(
    one: Signed, then: Sequence[EvidenceView], questions: Sequence[Question]
) -> bool:
    """Whether nobody but the signer recorded what was seen or said."""
    heard = [e for e in then if e.current and e.rung in ("seen", "said")]
    asked = {q.kind for q in questions} & {"sample", "feedback"}
    return bool(asked and heard) and all(e.recorder == one.signer for e in heard)


def _shown(observed: Sequence[Observed]) -> bool:
    wanting = {RungState.EMPTY, RungState.FALLEN}
    return not any(o.against or wanting & set(o.rungs.values()) for o in observed)


def _broken(one: Signed, facts: Facts) -> bool:
    """Whether at any moment since, by what was on record then, it had fallen back:
    whether or not anybody tested it at that moment."""
    begun = london_date(one.at)
    seen = [
        facts.see(day, _known_by(end_of_day(day), facts.evidence))
        for day in _days(begun, facts)
    ]
    seen += [
        facts.see(london_date(e.recorded_at), _known_by(e.recorded_at, facts.evidence))
        for e in facts.evidence
        if e.recorded_at > one.at
    ]
    return any(
        o.against or RungState.FALLEN in o.rungs.values()
        for observed in seen
        for o in observed
    )


def _days(begun: date, facts: Facts) -> list[date]:
    """The days on which something could have changed: months' ends, new evidence, and
    the day after each is too old."""
    days = set()
    month = add_months(begun.replace(day=1), 1)
    while month <= facts.day:
        days.add(month)
        month = add_months(month, 1)
    for e in facts.evidence:
        days |= {e.happened_on, e.review_by + timedelta(days=1)}
        days |= {
            e.happened_on + timedelta(days=q.max_age_days + 1) for q in facts.questions
        }
    return sorted(day for day in days if begun < day < facts.day)
