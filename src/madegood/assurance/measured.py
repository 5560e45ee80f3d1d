"""What a test of a measure shows on one day.

A measure with something odd in it that nobody has explained shows nothing, neither for
a claim nor against it; but what has slipped has then not been shown to have come back,
so a slip stays. One of whose rows too many have bad data proves nothing; it may
still speak against a claim, where it would even if every such row were a good one.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from madegood.assurance.amounts import amount, percent
from madegood.assurance.asked import (
    DOUBT,
    Observed,
    Question,
    Trust,
    fewer_by_chance,
    rung_state,
)
from madegood.assurance.standing import Rung, RungState
from madegood.measures.states import Result, State

# Where rows with faults could move a rate by more than this, it proves nothing.
WIDEST_BOUNDS = 0.10
# A last month that ended longer ago than this says nothing of how things are.
OLDEST_MONTH = timedelta(days=92)
LOOK_BACK_MONTHS = 12


def measured(
    question: Question, months: Sequence[Result], as_of: date, series: Trust
) -> Observed:
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
    if series.in_the_way:
        return _doubtful(question, whole, series)
    if bad_share(recent) > series.most_bad:
        return _too_bad(question, last, recent, series.most_bad)
    on = good_enough(question, last)
    held = len(recent) == question.periods and all(
        good_enough(question, m) for m in recent
    )
    before = not on and _held_before(question, whole)
    fallen = _slipped(question, whole)
    return Observed(
        {
            # One month below that chance explains does not undo months at target.
            Rung.MOVED: rung_state(
                reached=on or (before and not fallen), fallen=fallen
            ),
            Rung.HELD: rung_state(reached=held, fallen=fallen),
        },
        _say_measure(question, last, recent, fallen=fallen),
        against=not on and _beyond_doubt(question, recent),
    )


def _doubtful(question: Question, whole: Sequence[Result], series: Trust) -> Observed:
    """Something odd proves nothing. A slip it leaves as it was: no month since the
    oddity began, nor any before, has shown that it came back."""
    last, recent, odd = whole[-1], whole[-question.periods :], series.in_the_way[0]
    slipped = _last_slip(question, whole, series.odd_since)
    said = _say_measure(question, last, recent, fallen=slipped is last)
    if slipped is None:
        return _empty(f"{said}. It shows nothing, because {odd}")
    if slipped is last:
        why = f"It shows no more than that it slipped, because {odd}"
    else:
        assert slipped.period is not None
        why = (
            f"It had slipped by {slipped.period.first:%B %Y}, and is not shown to have "
            f"come back, because {odd}"
        )
    return Observed(
        {Rung.MOVED: RungState.FALLEN, Rung.HELD: RungState.FALLEN}, f"{said}. {why}"
    )


def _last_slip(
    question: Question, whole: Sequence[Result], odd_since: date | None
) -> Result | None:
    """The last month by which it had slipped, from the one before the oddity began."""
    for end in range(len(whole), max(0, len(whole) - LOOK_BACK_MONTHS), -1):
        if _slipped(question, whole[:end]):
            return whole[end - 1]
        period = whole[end - 1].period
        if odd_since is None or period is None or period.last < odd_since:
            return None
    return None


def bad_share(months: Sequence[Result]) -> float:
    """What part of the rows that count have bad data, in these months together."""
    bad = sum(month.states.get(State.DQ_ERROR, 0) for month in months)
    told = sum(
        month.numerator if month.unit == "rate" else month.denominator
        for month in months
    )
    return bad / (bad + told) if bad else 0.0


def _too_bad(
    question: Question, last: Result, recent: Sequence[Result], most: float
) -> Observed:
    """Nothing is proved; what is off target whatever the bad rows are still is."""
    share = percent(bad_share(recent))
    months = "month" if len(recent) == 1 else f"{len(recent)} months"
    said = _say_measure(question, last, recent, fallen=False)
    return Observed(
        {Rung.MOVED: RungState.EMPTY, Rung.HELD: RungState.EMPTY},
        f"{said}. It proves nothing, because of {share} of the rows of the last "
        f"{months} the data is too bad to tell, and no more than {percent(most)} may be",
        against=not good_enough(question, last) and _beyond_doubt(question, recent),
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


def _slipped(question: Question, whole: Sequence[Result]) -> bool:
    """Held once, and by the last of these months no longer, by more than a dip."""
    return (
        not good_enough(question, whole[-1])
        and _held_before(question, whole)
        and _more_than_a_dip(question, whole)
    )


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
