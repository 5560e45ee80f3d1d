"""Has the rules decide on every part, from what was gathered."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from madegood.assurance.asked import Observed, Question, Trust
from madegood.assurance.explaining import odd_since, standing_in_the_way
from madegood.assurance.gathering import Known, Part, owners_of
from madegood.assurance.models import Test
from madegood.assurance.observe import observe
from madegood.assurance.rules import Case, decide
from madegood.assurance.signing import Embedding, Facts, embedding
from madegood.assurance.viewing import viewed
from madegood.assurance.views import ActionStanding, OutcomeStanding, TestView
from madegood.clock.moments import london_date
from madegood.measures import measure
from madegood.measures.series import Series, series_of
from madegood.plan.progress import DELIVERY_WORDS
from madegood.plan.views import (
    ActionView,
    EvidenceView,
    OutcomeView,
    RecommendationView,
)
from madegood.warehouse.queries import (
    RunView,
    series_results,
)

_IT_WAS_DONE = Question("document", "It was done")


def judge_action(known: Known, action: ActionView) -> ActionStanding:
    claim = f"the plan says it is {_said(action)}"
    asked, observed = _observed(known, ("action", action.id), action.evidence)
    if not any(test.kind == "document" for test in asked):
        # Whatever else a plan asks, an action must at least have been done.
        observed.insert(0, _done(known, action))
    whose = _embedding(known, ("action", action.id), action.evidence)
    standing = decide(
        _case(
            known,
            observed,
            whose=whose,
            claimed=action.claimed_complete,
            claim=claim,
        )
    )
    return ActionStanding(
        number=action.number,
        text=action.text,
        delivery=action.delivery,
        owners=action.owners,
        standing=standing,
        tests=asked,
        detail=action,
        embedding=whose,
    )


def _done(known: Known, action: ActionView) -> Observed:
    return observe(_IT_WAS_DONE, months=(), evidence=action.evidence, as_of=known.day)


def _said(action: ActionView) -> str:
    words = DELIVERY_WORDS[action.delivery].removeprefix("said to be ")
    if not action.claims:
        return "not begun on that day"
    return "in a state it does not say" if words == "not said" else words


def judge_outcome(
    known: Known, within: RecommendationView, outcome: OutcomeView
) -> OutcomeStanding:
    """An outcome is claimed once every action that should bring it about is."""
    part = ("outcome", outcome.id)
    asked, observed = _observed(known, part, outcome.evidence)
    done, of = within.claimed_complete, len(within.actions)
    claimed = bool(of) and done == of
    claim = (
        f"{done} of the {of} actions meant to bring it about are said to be complete"
    )
    if claimed:
        claim = f"all {of} actions meant to bring it about are said to be complete"
    whose = _embedding(known, part, outcome.evidence)
    case = _case(
        known,
        observed,
        whose=whose,
        claimed=claimed,
        claim=claim,
        testable=outcome.countable,
        retired=outcome.retired_why,
    )
    return OutcomeStanding(
        number=outcome.number,
        text=outcome.text,
        countable=outcome.countable,
        standing=decide(case),
        tests=asked,
        detail=outcome,
        embedding=whose,
    )


def _case(
    known: Known,
    observed: Sequence[Observed],
    *,
    whose: Embedding,
    claimed: bool,
    claim: str,
    testable: bool = True,
    retired: str = "",
) -> Case:
    return Case(
        claimed=claimed,
        claim=claim,
        observed=tuple(observed),
        as_of=known.day,
        testable=testable,
        retired=retired,
        tested_from=known.plan.tested_from,
        signed_on=None if whose.last is None else london_date(whose.last.at),
        signed_by="" if whose.last is None else whose.last.name,
        unsigned=whose.why_not,
        reproof_due=next((r.due for r in whose.reproofs if r.overdue(known.day)), None),
    )


def _embedding(known: Known, part: Part, evidence: Sequence[EvidenceView]) -> Embedding:
    """Which of the part's signatures count, and the looks that are due since."""
    signed = known.signed.get(part, [])
    if not signed:
        return Embedding()
    questions = [question_of(test) for test in known.tests.get(part, [])]
    if part[0] == "action" and not any(q.kind == "document" for q in questions):
        questions.append(_IT_WAS_DONE)

    def see(day: date, shown: Sequence[EvidenceView]) -> list[Observed]:
        return [
            observe(
                question,
                months=known.months.get(question.measure_id, []),
                evidence=shown,
                as_of=day,
                series=_trust(known, question.measure_id),
            )
            for question in questions
        ]

    return embedding(
        signed,
        Facts(
            known.day,
            evidence,
            questions,
            owners_of(known.plan, known.owners, part),
            known.fell.get(part),
            known.withdrawn.get(part),
            see,
        ),
    )


def _observed(
    known: Known, part: Part, evidence: Sequence[EvidenceView]
) -> tuple[tuple[TestView, ...], list[Observed]]:
    asked, observed = [], []
    for test in known.tests.get(part, []):
        question = question_of(test)
        months = known.months.get(test.measure, [])
        seen = observe(
            question,
            months=months,
            evidence=evidence,
            as_of=known.day,
            series=_trust(known, test.measure),
        )
        observed.append(seen)
        asked.append(viewed(test, seen, _series(known, question), evidence))
    return tuple(asked), observed


def _trust(known: Known, measure_id: str) -> Trust:
    odd, said = known.odd.get(measure_id, ()), known.said.get(measure_id, {})
    return Trust(standing_in_the_way(odd, said), odd_since(odd, said), known.most_bad)


def question_of(test: Test) -> Question:
    """The test as the rules read it, with its measure's unit and direction."""
    about = measure(test.measure) if test.measure else None
    return Question(
        kind=test.kind,
        title=test.title,
        measure_id=test.measure,
        unit=about.unit if about else "share",
        good_is=about.good_is if about else "high",
        target=test.target,
        baseline=test.baseline,
        periods=test.periods,
        minimum=test.minimum,
        max_age_days=test.max_age_days,
    )


def _series(known: Known, question: Question) -> Series | None:
    """The measure by the months that were over on the day."""
    if known.run is None or question.measure_id not in known.months:
        return None
    about = (question.measure_id, question.good_is, question.target)
    return drawn_series(known.run, *about, known.day)


@lru_cache(maxsize=1_000)
def drawn_series(
    run: RunView, measure_id: str, good_is: str, target: float | None, day: date
) -> Series | None:
    """A run never changes, so what was made of it once is kept for the next page. Its
    view carries when it was computed, which no two runs share."""
    months = [
        month
        for month in series_results(run, measure_id)
        if month.period is not None and month.period.last <= day
    ]
    if not months:
        return None
    return series_of(months, good_is=good_is, target=target)
