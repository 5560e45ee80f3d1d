"""What was on record of each part of the plan by a moment.

Nothing is computed again here. "How does March look by today's tests?" is asked of
`plan_standing`; "what did we say in March?" is asked here, and is answered with what had
been recorded by then: claims, dates, owners, tests, evidence and its checks, signatures,
and the standing that was found and written down at the time.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from madegood.assurance.between import Line, PartThen
from madegood.assurance.gathering import Part, part_of
from madegood.assurance.models import Signature, StandingRecord, Test
from madegood.assurance.standing import STATE_WORDS, Assurance
from madegood.clock.moments import london_date
from madegood.measures.versions import history
from madegood.plan.milestones import milestones
from madegood.plan.progress import DELIVERY_WORDS
from madegood.plan.views import (
    ActionView,
    EvidenceView,
    OutcomeView,
    PlanView,
    RecommendationView,
)
from madegood.plan.working_views import MilestoneView
from madegood.warehouse.queries import definitions_by

__all__ = ["parts_then"]


@dataclass(frozen=True, slots=True)
class _Recorded:
    """What the assurance had on record by the moment, by part; the newest last."""

    at: datetime
    tests: dict[Part, list[Test]]
    signatures: dict[Part, list[Signature]]
    stood: dict[Part, StandingRecord]
    milestones: dict[int, tuple[MilestoneView, ...]]
    definitions: dict[str, str]


def parts_then(plan: PlanView, at: datetime) -> list[PartThen]:
    """Each recommendation followed by its actions and outcomes. `plan` is as of the
    same moment; where it had not been adopted, nothing was on record."""
    if plan.adopted_on > london_date(at):
        return []
    kept = _recorded(plan, at)
    found: list[PartThen] = []
    for rec in plan.recommendations:
        found.append(_part("recommendation", rec, _of_recommendation(rec, kept)))
        found += [_part("action", a, _of_action(a, kept)) for a in rec.actions]
        found += [_part("outcome", o, _of_outcome(o, kept)) for o in rec.outcomes]
    return found


def _part(
    kind: str,
    part: RecommendationView | ActionView | OutcomeView,
    lines: Iterator[Line],
) -> PartThen:
    return PartThen(kind, part.id, part.number, tuple(lines))


def _recorded(plan: PlanView, at: datetime) -> _Recorded:
    tests: dict[Part, list[Test]] = defaultdict(list)
    for test in Test.objects.filter(attached_at__lte=at).select_related("attached_by"):
        tests[part_of(test)].append(test)
    signatures: dict[Part, list[Signature]] = defaultdict(list)
    for each in Signature.objects.filter(signed_at__lte=at).select_related("signed_by"):
        signatures[part_of(each)].append(each)
    stood = {
        (row.kind, row.part): row
        for row in StandingRecord.objects.filter(recorded_at__lte=at, as_of__lte=at)
    }
    actions = [a.id for rec in plan.recommendations for a in rec.actions]
    measures = {test.measure for of in tests.values() for test in of if test.measure}
    made = definitions_by(at, measures) if measures else {}
    return _Recorded(at, tests, signatures, stood, milestones(actions, at), made)


def _of_recommendation(rec: RecommendationView, kept: _Recorded) -> Iterator[Line]:
    yield Line("title", "Recommendation", rec.title)
    if ("recommendation", rec.id) in kept.stood:
        yield from _stood(kept, ("recommendation", rec.id))


def _of_action(action: ActionView, kept: _Recorded) -> Iterator[Line]:
    yield Line("text", "Action", action.text)
    if action.claims:
        claim = action.claims[-1]
        said = DELIVERY_WORDS[claim.delivery]
        words = f"{said}: {claim.words}" if claim.words else said
        later = claim.recorded_at > kept.at
        label = "Said (recorded here later)" if later else "Said"
        yield Line("said", label, words, claim.recorded_by, claim.recorded_at)
    due = f"{action.due:%-d %B %Y}" if action.due else "no date"
    move = action.moves[-1] if action.moves else None
    if move:
        due += f", moved: {move.why}"
    yield Line(
        "due",
        "Due",
        due,
        move.agreed_by if move else "",
        move.recorded_at if move else None,
    )
    for owner in action.owner_views:
        label = "Accountable owner" if owner.accountable else "Joint owner"
        held = f"{owner.post}: {owner.holder or 'nobody on record'}"
        yield Line(f"owner {owner.post}", label, held)
    for step in kept.milestones.get(action.id, ()):
        yield Line(f"milestone {step.id}", "Milestone", _milestone(step), step.said_by)
    yield from _shown(kept, ("action", action.id), action.evidence)


def _milestone(step: MilestoneView) -> str:
    said = f"{step.title}, by {step.due:%-d %B %Y}"
    words = {"done": "done", "left": "dropped"}.get(step.state, "open")
    on = f" on {step.said_on:%-d %B %Y}" if step.said_on else ""
    return f"{said}: {words}{on}"


def _of_outcome(outcome: OutcomeView, kept: _Recorded) -> Iterator[Line]:
    yield Line("text", "Expected outcome", outcome.text)
    decided = outcome.decided
    yield Line(
        "countable",
        "Can be counted",
        outcome.countability.value.replace("_", " "),
        decided.decided_by if decided else "",
        decided.decided_at if decided else None,
    )
    if outcome.retired_on:
        yield Line("retired", "Retired", _on(outcome.retired_on, outcome.retired_why))
    yield from _shown(kept, ("outcome", outcome.id), outcome.evidence)


def _on(day: date, why: str) -> str:
    return f"{day:%-d %B %Y}: {why}"


def _shown(
    kept: _Recorded, part: Part, evidence: Iterable[EvidenceView]
) -> Iterator[Line]:
    """What would show it, what did, who signed, and what was found of it all."""
    for test in kept.tests.get(part, []):
        who, when = str(test.attached_by), test.attached_at
        yield Line(f"test {test.pk}", "Test", _test(test, kept.at), who, when)
        if test.measure in kept.definitions:
            words = _definition(test.measure, kept.definitions[test.measure])
            yield Line(f"definition {test.pk}", "Counted by", words, belongs=True)
    for each in evidence:
        label, words = f"Evidence ({each.rung})", _evidence(each)
        yield Line(
            f"evidence {each.id}", label, words, each.recorded_by, each.recorded_at
        )
    for signed in kept.signatures.get(part, []):
        yield Line(
            f"signature {signed.pk}",
            "Signed",
            signed.why,
            str(signed.signed_by),
            signed.signed_at,
        )
    yield from _stood(kept, part)


def _test(test: Test, at: datetime) -> str:
    said = test.title
    if test.target is not None:
        said += f", target {test.target:g}"
    if test.withdrawn_at is not None and test.withdrawn_at <= at:
        said += f"; withdrawn: {test.withdrawn_why}"
    return said


def _definition(measure_id: str, version: str) -> str:
    """Not the same number where this is not the same: so it is told with the rest."""
    known = {one.version: one for one in history(measure_id)}
    if version not in known:
        return f"definition {version}, with a local setting or of another program"
    return f"definition {version}: {known[version].says}"


def _evidence(each: EvidenceView) -> str:
    """Never the words of families: only those who must act may read them."""
    said = each.title
    if each.looked_at is not None:
        said += f", {each.good} of {each.looked_at} good"
    if not each.current:
        said += ", replaced by a newer version"
    checked = f"checked by {each.checked_by}" if each.checked_by else "not checked"
    return f"{said}; {checked}"


def _stood(kept: _Recorded, part: Part) -> Iterator[Line]:
    row = kept.stood.get(part)
    if row is None:
        yield Line("stood", "Shown", "nothing had been found of it yet")
        return
    words = f"{STATE_WORDS[Assurance(row.state)]}, {row.because}"
    yield Line("stood", "Shown", words, "", row.as_of)
