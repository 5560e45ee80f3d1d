"""Claim beside proof, as of a moment. Computed each time from what was known then."""

from collections import Counter
from datetime import datetime
from typing import Any

from madegood.assurance.gathering import Known, gather
from madegood.assurance.history import changes_of
from madegood.assurance.judging import judge_action, judge_outcome
from madegood.assurance.look import look_at
from madegood.assurance.looking import spread_of
from madegood.assurance.models import Signature, Test
from madegood.assurance.odd_queries import oddities, unexplained
from madegood.assurance.rules import whole
from madegood.assurance.sight import line_of_sight_of
from madegood.assurance.soon import still_running
from madegood.assurance.standing import WORST_FIRST
from madegood.assurance.suggested import Suggestion, suggestions_for
from madegood.assurance.views import (
    ActionPage,
    ActionStanding,
    ChangeView,
    LineOfSight,
    OutcomeStanding,
    PlanStanding,
    RecommendationStanding,
    SignatureView,
    TestView,
)
from madegood.clock.moments import iso
from madegood.clock.today import now
from madegood.plan import queries as plans
from madegood.plan.finding import NoSuchThing
from madegood.plan.views import PlanView, RecommendationView

__all__ = [
    "NoSuchThing",
    "action_page",
    "changes",
    "line_of_sight",
    "oddities",
    "plan_standing",
    "recommendation_page",
    "spread_of",
    "status_json",
    "suggestions",
    "suggestions_of",
    "targets",
    "unexplained",
]


def plan_standing(as_of: datetime | None = None, short: str = "") -> PlanStanding:
    """The whole of a plan, the main one where none is named; raises NoSuchThing."""
    at = as_of or now()
    plan = plans.plan(at, short)
    known = gather(plan, at)
    given = tuple(_recommendation(known, r) for r in plan.recommendations)
    actions = [action for r in given for action in r.actions]
    outcomes = [outcome for r in given for outcome in r.outcomes]
    return PlanStanding(
        title=plan.title,
        inspection_line=_inspection_line(plan),
        as_of=at,
        data_to=known.run.data_to if known.run else None,
        adopted_on=plan.adopted_on,
        tested_from=plan.tested_from,
        counts=Counter(action.standing.state for action in actions),
        claimed_complete=sum(r.claimed_complete for r in given),
        action_count=len(actions),
        outcome_count=len(outcomes),
        countable_outcomes=sum(outcome.countable for outcome in outcomes),
        recommendations=given,
        short=plan.short,
        main=plan.main,
        ended_on=plan.ended_on,
        ended_why=plan.ended_why,
    )


def _recommendation(known: Known, given: RecommendationView) -> RecommendationStanding:
    actions = tuple(judge_action(known, action) for action in given.actions)
    outcomes = tuple(judge_outcome(known, given, o) for o in given.outcomes)
    live = [o for o in outcomes if o.detail.retired_on is None]
    parts = [(f"action {a.number}", a.standing) for a in actions]
    parts += [(f"outcome {o.number}", o.standing) for o in live]
    either: list[OutcomeStanding | ActionStanding] = [*live, *actions]
    tests = [test for part in either for test in part.tests]
    return RecommendationStanding(
        number=given.number,
        title=given.title,
        title_source=given.title_source,
        claimed_complete=given.claimed_complete,
        action_count=len(actions),
        standing=whole(parts),
        headline_test=_headline(tests),
        look_at=look_at(
            actions,
            outcomes,
            known.plan.findings,
            still_running(known.run, known.months, tests, known.as_of),
        ),
        actions=actions,
        outcomes=outcomes,
        detail=given,
    )


def _headline(tests: list[TestView]) -> TestView | None:
    """The outcomes' first measure: what the plan itself says should change."""
    return next((t for t in tests if t.kind == "measure" and t.series), None)


def _inspection_line(plan: PlanView) -> str:
    if plan.published is None:
        return plan.framework.capitalize() or "No inspection report was read in with it"
    line = f"Answers the {plan.framework or 'inspection'}"
    if plan.inspected_from and plan.inspected_to:
        line += f" of {plan.inspected_from:%-d %B} to {plan.inspected_to:%-d %B %Y}"
    return f"{line}, published {plan.published:%-d %B %Y}"


def recommendation_page(
    number: str, as_of: datetime | None = None
) -> tuple[PlanStanding, RecommendationStanding]:
    """One recommendation, in its plan; raises NoSuchThing."""
    short, said = plans.plan_holding(number, as_of)
    plan = plan_standing(as_of, short)
    for given in plan.recommendations:
        if given.number == said:
            return plan, given
    raise NoSuchThing.numbered("recommendation", number)


def action_page(number: str, as_of: datetime | None = None) -> ActionPage:
    """One action with its signatures and how it has stood; raises NoSuchThing."""
    short, said = plans.plan_holding(number, as_of)
    plan = plan_standing(as_of, short)
    for given in plan.recommendations:
        for action in given.actions:
            if action.number == said:
                return _action_page(plan, given, action)
    raise NoSuchThing.numbered("action", number)


def _action_page(
    plan: PlanStanding, given: RecommendationStanding, action: ActionStanding
) -> ActionPage:
    signed = Signature.objects.filter(
        action_id=action.detail.id, signed_at__lte=plan.as_of
    ).select_related("signed_by")
    return ActionPage(
        plan,
        given,
        action,
        tuple(SignatureView(str(s.signed_by), s.signed_at, s.why) for s in signed),
        changes("action", action.detail.id, as_of=plan.as_of),
    )


def changes(
    kind: str, part: int, *, as_of: datetime | None = None
) -> tuple[ChangeView, ...]:
    """How a part of the plan has stood, oldest first."""
    return changes_of(kind, part, as_of, plan_standing)


def line_of_sight(number: str, as_of: datetime | None = None) -> LineOfSight:
    """From recommendation to what is still not known; raises NoSuchThing."""
    plan, given = recommendation_page(number, as_of)
    return line_of_sight_of(plan, given)


def targets() -> dict[str, float]:
    """The target each measure has been given by a test of the plan."""
    kept = Test.objects.filter(kind="measure").exclude(target=None).order_by("-id")
    return {test.measure: test.target for test in kept if test.target is not None}


def suggestions(number: str) -> list[tuple[str, tuple[Suggestion, ...]]]:
    """Suggested tests for each part of a recommendation that has none yet."""
    _, given = recommendation_page(number)
    return suggestions_of(given)


def suggestions_of(
    given: RecommendationStanding,
) -> list[tuple[str, tuple[Suggestion, ...]]]:
    """The same, of one that has been read. What was retired is asked nothing more."""
    live = [o for o in given.outcomes if o.detail.retired_on is None]
    parts = [(a.number, a.text, bool(a.tests), True) for a in given.actions]
    parts += [(o.number, o.text, bool(o.tests), False) for o in live]
    found = [
        (n, suggestions_for(given.title, text, is_action=is_action))
        for n, text, tested, is_action in parts
        if not tested
    ]
    return [(n, some) for n, some in found if some]


def status_json(as_of: datetime | None = None, short: str = "") -> dict[str, Any]:
    """The answer of `plan status --json`: keys may be added, never renamed."""
    plan = plan_standing(as_of, short)
    return {
        "as_of": iso(plan.as_of),
        "title": plan.title,
        "plan": plan.short,
        "main": plan.main,
        "plans": plans.plan_names(as_of),
        "data_to": None if plan.data_to is None else f"{plan.data_to}",
        "counts": {state.value: plan.counts.get(state, 0) for state in WORST_FIRST},
        "recommendations": [_as_json(r) for r in plan.recommendations],
    }


def _as_json(given: RecommendationStanding) -> dict[str, Any]:
    return {
        "number": int(given.number) if given.number.isdigit() else given.number,
        "title": given.title or None,
        "claimed_complete": given.claimed_complete,
        "action_count": given.action_count,
        "rung": given.standing.highest.name.lower(),
        "assurance": given.standing.state.value,
        "because": given.standing.because,
        "look_at": given.look_at,
        "actions": [_part_json(action) for action in given.actions],
        "outcomes": [_part_json(outcome) for outcome in given.outcomes],
    }


def _part_json(part: ActionStanding | OutcomeStanding) -> dict[str, Any]:
    said: dict[str, Any] = {"number": part.number, "text": part.text}
    if isinstance(part, ActionStanding):
        said["delivery"] = part.delivery.value
    else:
        said["countable"] = part.countable
        said["countability"] = part.detail.countability.value
    rungs = part.standing.rungs.items()
    return said | {
        "rung": part.standing.highest.name.lower(),
        "rungs": {rung.name.lower(): state.value for rung, state in rungs},
        "assurance": part.standing.state.value,
        "because": part.standing.because,
    }
