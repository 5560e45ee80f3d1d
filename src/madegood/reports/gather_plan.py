"""The plan's part of the facts: what is said, and how each claim stands.

The sentences that the assurance room gives a manager hold numbers that have not been
through the disclosure gate, so none of them is taken: a public paper says why in words
made from the states alone.
"""

from collections.abc import Mapping

from madegood.assurance.queries import PlanStanding, RecommendationStanding
from madegood.assurance.standing import Rung, Standing
from madegood.plan.views import ActionView, OutcomeView, PlanView, RecommendationView
from madegood.reports.facts import (
    RUNGS,
    ActionFact,
    MovedDate,
    OutcomeFact,
    RecommendationFact,
)

_RUNG_OF = {name: Rung[name.upper()] for name in RUNGS}


def recommendation_facts(
    plan: PlanView, standing: PlanStanding
) -> tuple[RecommendationFact, ...]:
    """Every recommendation of the plan, in its order, with how it stands."""
    stands = {each.number: each for each in standing.recommendations}
    return tuple(
        _recommendation(each, stands[each.number]) for each in plan.recommendations
    )


def _recommendation(
    view: RecommendationView, stands: RecommendationStanding
) -> RecommendationFact:
    of_actions = {each.number: each.standing for each in stands.actions}
    of_outcomes = {each.number: each.standing for each in stands.outcomes}
    headline = stands.headline_test
    return RecommendationFact(
        number=view.number,
        title=view.title.rstrip("."),
        said_by_ofsted=view.in_report or view.title,
        claimed_complete=view.claimed_complete,
        action_count=len(view.actions),
        state=stands.standing.state.value,
        rungs=_rungs(stands.standing),
        measure=headline.measure_id if headline else None,
        actions=tuple(_action(a, of_actions[a.number]) for a in view.actions),
        outcomes=tuple(
            _outcome(o, of_outcomes[o.number])
            for o in view.outcomes
            if o.number in of_outcomes
        ),
        moved=tuple(_moved(a) for a in view.actions if a.moves),
        not_yet_known=_not_yet_known(view, stands),
    )


def _rungs(standing: Standing) -> tuple[tuple[str, str], ...]:
    return tuple((name, standing.rungs[rung].value) for name, rung in _RUNG_OF.items())


def _action(view: ActionView, standing: Standing) -> ActionFact:
    return ActionFact(
        reference=view.number,
        text=view.text,
        owners=view.owners,
        claim=view.delivery.value,
        claimed_complete=view.claimed_complete,
        state=standing.state.value,
        rungs=_rungs(standing),
    )


def _outcome(view: OutcomeView, standing: Standing) -> OutcomeFact:
    return OutcomeFact(view.number, view.text, standing.state.value, _rungs(standing))


def _moved(view: ActionView) -> MovedDate:
    """From the date first promised to the date promised now, with the last reason."""
    last = view.moves[-1]
    return MovedDate(view.number, view.original_due or last.was, last.to, last.why)


def _not_yet_known(
    view: RecommendationView, stands: RecommendationStanding
) -> tuple[str, ...]:
    empty = [n for n, at in _rungs(stands.standing) if at == "empty"]
    found = []
    if "seen" in empty:
        found.append("no audit, dip sample or observation shows the practice.")
    if "said" in empty:
        found.append("children and families have not been heard on it.")
    if stands.headline_test is None:
        found.append("no measure is connected, so no number can show a difference.")
    vague = [o.number for o in view.outcomes if not o.countable and not o.retired_on]
    if vague:
        one = len(vague) == 1
        found.append(
            f"{len(vague)} of its {len(view.outcomes)} expected outcomes "
            f"{'is' if one else 'are'} written so that {'it' if one else 'they'} "
            "cannot be tested."
        )
    return tuple(found)


def targets(standing: PlanStanding) -> Mapping[str, float]:
    """The plan's own targets, by measure."""
    tests = (each.headline_test for each in standing.recommendations)
    return {
        test.measure_id: test.target
        for test in tests
        if test and test.measure_id and test.target is not None
    }


def contradictions(plan: PlanView) -> tuple[str, ...]:
    """Where the plan says one thing and another, as its reader found."""
    return tuple(
        f"{found.where}: {found.message}"
        for found in plan.findings
        if found.kind == "contradiction"
    )
