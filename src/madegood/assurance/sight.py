"""The line of sight of a recommendation, from what has been judged. Plain Python."""

from collections.abc import Iterable, Sequence

from madegood.assurance.amounts import percent
from madegood.assurance.standing import Assurance
from madegood.assurance.views import (
    ActionStanding,
    LineOfSight,
    OutcomeStanding,
    PlanStanding,
    RecommendationStanding,
)
from madegood.plan.progress import DELIVERY_WORDS
from madegood.plan.views import EvidenceView

Part = ActionStanding | OutcomeStanding
_NOT_KNOWN = (Assurance.CLAIMED_NOT_EVIDENCED, Assurance.UNTESTABLE)


def line_of_sight_of(plan: PlanStanding, given: RecommendationStanding) -> LineOfSight:
    parts: list[Part] = [*given.actions, *given.outcomes]
    return LineOfSight(
        plan=plan,
        recommendation=given,
        what_was_recommended=tuple(_recommended(plan, given)),
        what_we_did=tuple(_did(action) for action in given.actions),
        what_we_found=tuple(_shown(parts, ("done", "seen"))),
        what_children_say=tuple(_shown(parts, ("said",))),
        what_the_numbers_show=tuple(
            {
                test.measure_id: test
                for part in reversed(parts)
                for test in part.tests
                if test.kind == "measure" and test.series is not None
            }.values()
        ),
        what_we_still_do_not_know=tuple(_unknown(parts)),
    )


def _recommended(plan: PlanStanding, given: RecommendationStanding) -> Iterable[str]:
    yield f"{plan.inspection_line}."
    if given.detail.in_report:
        yield given.detail.in_report
    elif given.title:
        yield f"{given.title} (in the plan’s words; no report was read in)"


def _did(action: ActionStanding) -> str:
    words = f"{action.number} {action.text}: {DELIVERY_WORDS[action.delivery]}"
    return f"{words}. “{action.progress}”" if action.progress else f"{words}."


def _shown(parts: Iterable[Part], rungs: tuple[str, ...]) -> Iterable[str]:
    for part in parts:
        for evidence in part.detail.evidence:
            if evidence.rung in rungs:
                yield f"{part.number}: {_evidence(evidence)}"


def _evidence(shown: EvidenceView) -> str:
    words = f"{shown.title}, {shown.happened_on:%-d %B %Y}"
    if shown.looked_at:
        share = percent((shown.good or 0) / shown.looked_at)
        words += f": {shown.good} of {shown.looked_at} were good ({share})"
    checked = (
        f"checked by {shown.checked_by}" if shown.checked_by else "not yet checked"
    )
    return f"{words}; {checked}."


def _unknown(parts: Sequence[Part]) -> Iterable[str]:
    """What is untested, and each test that has nothing to go on; alike ones together."""
    reasons: dict[str, list[str]] = {}
    for part in parts:
        if not part.tests and part.standing.state in _NOT_KNOWN:
            why = part.standing.because.removeprefix("because ")
            reasons.setdefault(why, []).append(part.number)
        for test in part.tests:
            if test.value is None and not test.because.startswith("“"):
                reasons.setdefault(test.because, []).append(part.number)
    if not parts:
        yield "Nothing stands under it in the plan yet, so all of it is unknown."
    for why, numbers in reasons.items():
        yield f"{', '.join(numbers)}: {why}."
