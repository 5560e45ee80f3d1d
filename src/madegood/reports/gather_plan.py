"""The plan's part of the facts: what is said, and how each claim stands.

The sentences that the assurance room gives a manager hold numbers that have not been
through the disclosure gate, so none of them is taken: a public paper says why in words
made from the states alone.
"""

from collections.abc import Mapping

from madegood.assurance.standing import Rung, Standing
from madegood.assurance.views import (
    ActionStanding,
    OutcomeStanding,
    PlanStanding,
    RecommendationStanding,
    TestView,
)
from madegood.plan.views import ActionView, PlanView
from madegood.reports.facts import (
    RUNGS,
    ActionFact,
    MovedDate,
    OutcomeFact,
    RecommendationFact,
)

_RUNG_OF = {name: Rung[name.upper()] for name in RUNGS}


def recommendation_facts(standing: PlanStanding) -> tuple[RecommendationFact, ...]:
    """Every recommendation of the plan, in its order, with how it stands."""
    return tuple(_recommendation(each) for each in standing.recommendations)


def _recommendation(stands: RecommendationStanding) -> RecommendationFact:
    view, headline = stands.detail, stands.headline_test
    live = [each for each in stands.outcomes if each.detail.retired_on is None]
    return RecommendationFact(
        number=stands.number,
        title=stands.title.rstrip("."),
        said_by_ofsted=view.in_report or stands.title,
        claimed_complete=stands.claimed_complete,
        action_count=stands.action_count,
        state=stands.standing.state.value,
        rungs=_rungs(stands.standing),
        measure=headline.measure_id if headline else None,
        actions=tuple(_action(each) for each in stands.actions),
        outcomes=tuple(_outcome(each) for each in live),
        moved=tuple(_moved(a) for a in view.actions if a.moves),
        not_yet_known=_not_yet_known(stands),
        vague=sum(not each.countable and not each.tests for each in live),
    )


def _rungs(standing: Standing) -> tuple[tuple[str, str], ...]:
    return tuple((name, standing.rungs[rung].value) for name, rung in _RUNG_OF.items())


def _action(each: ActionStanding) -> ActionFact:
    return ActionFact(
        reference=each.number,
        text=each.text,
        owners=each.owners,
        claim=each.delivery.value,
        claimed_complete=each.detail.claimed_complete,
        state=each.standing.state.value,
        rungs=_rungs(each.standing),
    )


def _outcome(each: OutcomeStanding) -> OutcomeFact:
    standing = each.standing
    return OutcomeFact(each.number, each.text, standing.state.value, _rungs(standing))


def _moved(view: ActionView) -> MovedDate:
    """From the date first promised to the date promised now, with the last reason."""
    last = view.moves[-1]
    return MovedDate(view.number, view.original_due or last.was, last.to, last.why)


def _not_yet_known(stands: RecommendationStanding) -> tuple[str, ...]:
    empty = [n for n, at in _rungs(stands.standing) if at == "empty"]
    found = []
    if "seen" in empty:
        found.append("no audit, dip sample or observation shows the practice.")
    if "said" in empty:
        found.append("children and families have not been heard on it.")
    if stands.headline_test is None:
        found.append("no measure is connected, so no number can show a difference.")
    return tuple(found)


def targets(standing: PlanStanding) -> Mapping[str, float]:
    """The plan's own targets, by measure."""
    return {
        test.measure_id: test.target
        for test in _tests(standing)
        if test.measure_id and test.target is not None
    }


def tested(standing: PlanStanding) -> frozenset[str]:
    """The measures that some action or outcome of the plan is tested by."""
    return frozenset(test.measure_id for test in _tests(standing) if test.measure_id)


def _tests(standing: PlanStanding) -> list[TestView]:
    return [
        test
        for whole in standing.recommendations
        for tested in (
            *(each.tests for each in whole.actions),
            *(each.tests for each in whole.outcomes),
        )
        for test in tested
    ]


def contradictions(plan: PlanView) -> tuple[str, ...]:
    """Where the plan says one thing and another, as its reader found: the message
    itself names both places."""
    return tuple(
        found.message for found in plan.findings if found.kind == "contradiction"
    )
