"""What one test shows on one day: which rungs, and whether it speaks against a claim.

Plain Python. A measure test speaks of MOVED and HELD, a document of DONE, a sample of
SEEN, feedback of SAID.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import comb

from madegood.assurance.amounts import amount, day, percent
from madegood.assurance.standing import Rung, RungState
from madegood.measures.states import Result
from madegood.plan.views import EvidenceView

# One chance in twenty: less likely than this at the target, and it is not chance.
DOUBT = 0.05
# Where rows with faults could move a rate by more than this, it proves nothing.
WIDEST_BOUNDS = 0.10
# A last month that ended longer ago than this says nothing of how things are.
OLDEST_MONTH = timedelta(days=92)
LOOK_BACK_MONTHS = 12

RUNG_OF = {"document": Rung.DONE, "sample": Rung.SEEN, "feedback": Rung.SAID}
NOBODY = {
    "document": "nobody has recorded a document that shows it was done",
    "sample": "nobody has recorded an audit or dip sample of the practice",
    "feedback": "nobody has recorded what children and families say",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A test as attached. `target` is a fraction for shares; `periods` in months;
    `minimum` is the fewest in a month, or in a sample, that can show anything."""

    kind: str
    title: str
    measure_id: str = ""
    unit: str = "share"
    good_is: str = "high"
    target: float | None = None
    baseline: float | None = None
    periods: int = 3
    minimum: int = 10
    max_age_days: int = 365


@dataclass(frozen=True, slots=True)
class Observed:
    """`against`: it says the opposite of a claim, by more than chance. `unchecked`: it
    rests on evidence that only the person who recorded it has seen."""

    rungs: dict[Rung, RungState]
    says: str
    against: bool = False
    unchecked: bool = False


def fewer_by_chance(good: int, of: int, target: float) -> float:
    """The chance of no more than `good` of `of`, were the true share the target."""
    if target >= 1:
        return 1.0 if good >= of else 0.0
    return sum(
        comb(of, k) * target**k * (1 - target) ** (of - k) for k in range(good + 1)
    )


def observe(
    question: Question,
    *,
    months: Sequence[Result],
    evidence: Sequence[EvidenceView],
    as_of: date,
) -> Observed:
    """What the test shows from what was known on the day."""
    if question.kind == "measure":
        return _measured(question, months, as_of)
    rung = RUNG_OF[question.kind].name.lower()
    shown = [e for e in evidence if e.rung == rung and e.happened_on <= as_of]
    if question.kind == "document":
        return _documented(shown, as_of)
    return _counted(question, shown, as_of)


def _measured(question: Question, months: Sequence[Result], as_of: date) -> Observed:
    whole = [m for m in months if _can_show(question, m, as_of)]
    if not whole:
        return _empty(
            f"{question.title}: no month yet has {question.minimum} or more to count"
        )
    last = whole[-1]
    assert last.period is not None
    if as_of - last.period.last > OLDEST_MONTH:
        return _empty(f"{question.title}: {_stale(question, months, last, as_of)}")
    recent = whole[-question.periods :]
    on = good_enough(question, last)
    held = len(recent) == question.periods and all(
        good_enough(question, m) for m in recent
    )
    before = not on and _held_before(question, whole)
    fallen = before and _more_than_a_dip(question, whole)
    return Observed(
        {
            # One month below that chance explains does not undo months at target.
            Rung.MOVED: _state(reached=on or (before and not fallen), fallen=fallen),
            Rung.HELD: _state(reached=held, fallen=fallen),
        },
        _say_measure(question, last, recent, fallen=fallen),
        against=not on and _beyond_doubt(question, recent),
    )


def _stale(
    question: Question, months: Sequence[Result], last: Result, as_of: date
) -> str:
    """Few cases are not old data: the one waits for a longer look, the other a load."""
    assert last.period is not None
    month = f"{last.period.first:%B %Y}"
    since = [
        m
        for m in months
        if m.period and last.period.last < m.period.first and m.period.last <= as_of
    ]
    if any(m.denominator for m in since):
        return (
            f"no month since {month} has had {question.minimum} or more to count, "
            "too few to say how things are"
        )
    return f"the last month known is {month}, too long ago to say how things are"


def _empty(says: str) -> Observed:
    return Observed({Rung.MOVED: RungState.EMPTY, Rung.HELD: RungState.EMPTY}, says)


def _state(*, reached: bool, fallen: bool) -> RungState:
    if reached:
        return RungState.REACHED
    return RungState.FALLEN if fallen else RungState.EMPTY


def _can_show(question: Question, month: Result, as_of: date) -> bool:
    """Whole months only: one that is not over would be judged on its easy cases."""
    if month.period is None or month.period.last > as_of or month.value is None:
        return False
    return question.unit != "share" or month.denominator >= question.minimum


def good_enough(question: Question, month: Result) -> bool:
    """At target, and not only because of rows with faults."""
    if question.target is None or month.value is None:
        return False
    low, high = month.bounds
    if question.unit == "share" and (high or 0) - (low or 0) > WIDEST_BOUNDS:
        return False
    if question.good_is == "low":
        return month.value <= question.target
    return month.value >= question.target


def _held_before(question: Question, whole: Sequence[Result]) -> bool:
    earlier = whole[-(LOOK_BACK_MONTHS + question.periods) : -1]
    run = 0
    for month in earlier:
        run = run + 1 if good_enough(question, month) else 0
        if run >= question.periods:
            return True
    return False


def _more_than_a_dip(question: Question, whole: Sequence[Result]) -> bool:
    """Two months running below target, or one so far below that it is not chance."""
    lately = whole[-2:]
    if not any(good_enough(question, month) for month in lately):
        return True
    return question.unit == "share" and _off_target(question, whole[-1:])


def _beyond_doubt(question: Question, recent: Sequence[Result]) -> bool:
    """Off target by more than chance, even were every faulty row a good one."""
    if question.target is None or len(recent) < question.periods:
        return False
    if question.unit != "share":
        return not any(good_enough(question, month) for month in recent)
    return _off_target(question, recent)


def _off_target(question: Question, recent: Sequence[Result]) -> bool:
    assert question.target is not None
    of = sum(month.denominator for month in recent)
    best = sum(
        (month.bounds[1] if month.bounds[1] is not None else month.value or 0)
        * month.denominator
        for month in recent
    )
    if question.good_is == "low":
        worst = of - sum(month.numerator for month in recent)
        return fewer_by_chance(worst, of, 1 - question.target) < DOUBT
    return fewer_by_chance(round(best), of, question.target) < DOUBT


def _say_measure(
    question: Question, last: Result, recent: Sequence[Result], *, fallen: bool
) -> str:
    assert last.period is not None and last.value is not None  # noqa: PT018
    out_of = f"{last.numerator:,} of {last.denominator:,} "
    value = amount(last.value, question.unit)
    words = f"{out_of}in {last.period.first:%B %Y} ({value})"
    if question.unit != "share":
        words = f"{value} in {last.period.first:%B %Y}"
    said = f"{question.title}: {words}"
    if question.target is None:
        return said
    said += f"; the target is {amount(question.target, question.unit)}"
    if question.periods > 1:
        run = sum(good_enough(question, month) for month in recent)
        said += f" for {question.periods} months running, and {run} of the last "
        said += f"{len(recent)} reached it"
    return said + (", after it had been held" if fallen else "")


def _documented(shown: Sequence[EvidenceView], as_of: date) -> Observed:
    fresh = [e for e in shown if e.review_by >= as_of]
    if not fresh:
        words = NOBODY["document"]
        if shown:
            past = max(shown, key=lambda e: e.review_by)
            words = f"“{past.title}” was to be reviewed by {day(past.review_by)}"
        return Observed({Rung.DONE: _state(reached=False, fallen=bool(shown))}, words)
    latest = max(fresh, key=lambda e: (bool(e.checked_by), e.happened_on))
    return Observed(
        {Rung.DONE: RungState.REACHED},
        f"“{latest.title}” shows it was done on {day(latest.happened_on)}",
        unchecked=not latest.checked_by,
    )


def _counted(
    question: Question, shown: Sequence[EvidenceView], as_of: date
) -> Observed:
    rung = RUNG_OF[question.kind]
    counted = sorted(
        (e for e in shown if e.looked_at), key=lambda e: (e.happened_on, e.id)
    )
    if not counted:
        return Observed({rung: RungState.EMPTY}, NOBODY[question.kind])
    *before, latest = counted
    looked_at, good = latest.looked_at or 0, latest.good or 0
    target = question.target or 0.0
    words = (
        f"{question.title}: {good} of {looked_at} were good on "
        f"{day(latest.happened_on)} ({percent(good / looked_at)}); "
        f"the target is {percent(target)}"
    )
    enough = looked_at >= question.minimum
    if not enough:
        words += f", of at least {question.minimum}"
    old = _too_old(question, latest, as_of)
    if old:
        words += f"; that was to be looked at again by {day(old)}"
    was_good = any(_good_sample(question, e) for e in (before if not old else counted))
    return Observed(
        {
            rung: _state(
                reached=not old and _good_sample(question, latest), fallen=was_good
            )
        },
        words,
        against=enough and not old and fewer_by_chance(good, looked_at, target) < DOUBT,
        unchecked=not latest.checked_by,
    )


def _good_sample(question: Question, shown: EvidenceView) -> bool:
    looked_at, good = shown.looked_at or 0, shown.good or 0
    return looked_at >= question.minimum and good / looked_at >= (question.target or 0)


def _too_old(question: Question, shown: EvidenceView, as_of: date) -> date | None:
    until = min(
        shown.review_by, shown.happened_on + timedelta(days=question.max_age_days)
    )
    return until if until < as_of else None
