"""Gathers what was known by a moment, and has the rules decide on every part."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from madegood.assurance.asked import TRUSTED, Observed, Question, Trust
from madegood.assurance.explaining import Key, Said, standing_in_the_way
from madegood.assurance.looking import odd_in
from madegood.assurance.models import Signature, StandingRecord, Test
from madegood.assurance.observe import observe
from madegood.assurance.odd_queries import words_on
from madegood.assurance.rules import Case, decide
from madegood.assurance.standing import Assurance
from madegood.assurance.viewing import viewed
from madegood.assurance.views import ActionStanding, OutcomeStanding, TestView
from madegood.clock.moments import london_date
from madegood.measures import Result, measure
from madegood.measures.oddities import Oddity
from madegood.measures.series import Series, series_of
from madegood.plan.progress import DELIVERY_WORDS
from madegood.plan.views import (
    ActionView,
    EvidenceView,
    OutcomeView,
    PlanView,
    RecommendationView,
)
from madegood.warehouse.queries import (
    RunView,
    all_series,
    latest_run,
    run_settings,
    series_results,
)

Part = tuple[str, int]
FELL = (Assurance.SLIPPING.value, Assurance.CONTRADICTED.value)


@dataclass(frozen=True)
class Known:
    """What bears on the plan at a moment, each part under ("action" or "outcome", id)."""

    plan: PlanView
    as_of: datetime
    run: RunView | None
    months: dict[str, list[Result]]
    tests: dict[Part, list[Test]]
    signed: dict[Part, Signature]
    fell: dict[Part, datetime]
    odd: dict[str, tuple[Oddity, ...]]
    said: dict[str, dict[Key, Said]]
    most_bad: float

    @property
    def day(self) -> date:
        return london_date(self.as_of)


def gather(plan: PlanView, as_of: datetime) -> Known:
    """In seven queries. A test asks of any day, whenever it was attached; facts count
    from when they were recorded."""
    tests: dict[Part, list[Test]] = defaultdict(list)
    for test in Test.objects.all():
        tests[part_of(test)].append(test)
    run = latest_run(as_of)
    months = all_series(run) if run else {}
    signed = {
        part_of(signature): signature
        for signature in Signature.objects.filter(signed_at__lte=as_of).select_related(
            "signed_by"
        )
    }
    fell: dict[Part, datetime] = {}
    for record in StandingRecord.objects.filter(state__in=FELL, as_of__lte=as_of):
        fell[record.kind, record.part] = record.as_of
    return Known(
        plan,
        as_of,
        run,
        months,
        tests,
        signed,
        fell,
        odd_in(run) if run else {},
        words_on(as_of),
        _most_bad(run) if run else TRUSTED.most_bad,
    )


@lru_cache(maxsize=16)
def _most_bad(run: RunView) -> float:
    """A run never changes, nor what it was computed under."""
    return run_settings(run).most_bad_percent / 100


def part_of(row: Test | Signature) -> Part:
    """What a test or a signature is about."""
    if row.action_id is not None:
        return "action", row.action_id
    assert row.outcome_id is not None  # a constraint: one of the two
    return "outcome", row.outcome_id


def judge_action(known: Known, action: ActionView) -> ActionStanding:
    claim = f"the plan says it is {_said(action)}"
    asked, observed = _observed(known, ("action", action.id), action.evidence)
    if not any(test.kind == "document" for test in asked):
        # Whatever else a plan asks, an action must at least have been done.
        observed.insert(0, _done(known, action))
    standing = decide(
        _case(
            known,
            ("action", action.id),
            observed,
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
    )


def _done(known: Known, action: ActionView) -> Observed:
    question = Question("document", "It was done")
    return observe(question, months=(), evidence=action.evidence, as_of=known.day)


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
    case = _case(
        known,
        part,
        observed,
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
    )


def _case(
    known: Known,
    part: Part,
    observed: Sequence[Observed],
    *,
    claimed: bool,
    claim: str,
    testable: bool = True,
    retired: str = "",
) -> Case:
    signature = known.signed.get(part)
    fell = known.fell.get(part)
    if signature is not None and fell is not None and fell >= signature.signed_at:
        signature = (
            None  # it was signed before it fell back, so somebody must look again
        )
    return Case(
        claimed=claimed,
        claim=claim,
        observed=tuple(observed),
        as_of=known.day,
        testable=testable,
        retired=retired,
        tested_from=known.plan.tested_from,
        signed_on=None if signature is None else london_date(signature.signed_at),
        signed_by="" if signature is None else str(signature.signed_by),
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
    return Trust(standing_in_the_way(odd, said), known.most_bad)


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
