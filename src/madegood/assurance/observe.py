"""What one test shows on one day: which rungs, and whether it speaks against a claim.

Plain Python. A measure test speaks of MOVED and HELD (measured.py), a document of DONE,
a sample of SEEN, feedback of SAID.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from madegood.assurance.amounts import day, percent
from madegood.assurance.asked import (
    DOUBT,
    TRUSTED,
    Observed,
    Question,
    Trust,
    fewer_by_chance,
    rung_state,
)
from madegood.assurance.measured import measured
from madegood.assurance.standing import Rung, RungState
from madegood.measures.states import Result
from madegood.plan.views import EvidenceView

RUNG_OF = {"document": Rung.DONE, "sample": Rung.SEEN, "feedback": Rung.SAID}
NOBODY = {
    "document": "nobody has recorded a document that shows it was done",
    "sample": "nobody has recorded an audit or dip sample of the practice",
    "feedback": "nobody has recorded what children and families say",
}


def observe(
    question: Question,
    *,
    months: Sequence[Result],
    evidence: Sequence[EvidenceView],
    as_of: date,
    series: Trust = TRUSTED,
) -> Observed:
    """What the test shows from what was known on the day."""
    if question.kind == "measure":
        return measured(question, months, as_of, series)
    rung = RUNG_OF[question.kind].name.lower()
    shown = [
        e for e in evidence if e.rung == rung and e.happened_on <= as_of and e.current
    ]
    if question.kind == "document":
        return _documented(shown, as_of)
    return _counted(question, shown, as_of)


def _documented(shown: Sequence[EvidenceView], as_of: date) -> Observed:
    fresh = [e for e in shown if e.review_by >= as_of]
    if not fresh:
        words = NOBODY["document"]
        if shown:
            past = max(shown, key=lambda e: e.review_by)
            words = f"“{past.title}” was to be reviewed by {day(past.review_by)}"
        return Observed(
            {Rung.DONE: rung_state(reached=False, fallen=bool(shown))}, words
        )
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
    stands = _standing_meanwhile(question, counted, as_of)
    *before, latest = counted[: stands + 1]
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
    if newer := counted[stands + 1 :]:
        words += f"; {_waits(newer[-1])}"
    was_good = any(_good_sample(question, e) for e in (before if not old else counted))
    return Observed(
        {
            rung: rung_state(
                reached=not old and _good_sample(question, latest), fallen=was_good
            )
        },
        words,
        against=enough and not old and fewer_by_chance(good, looked_at, target) < DOUBT,
        unchecked=not latest.checked_by,
    )


def _standing_meanwhile(
    question: Question, counted: Sequence[EvidenceView], as_of: date
) -> int:
    """Which look counts: the newest, unless it and every one since the last that was
    checked are as good as that one and only wait for their check. Whoever looks again
    in good time should not lose by it; but a worse look counts at once, checked or not,
    and is not hidden by a good one after it."""
    last = len(counted) - 1
    checked = next((i for i in range(last, -1, -1) if counted[i].checked_by), last)
    stands, since = counted[checked], counted[checked + 1 :]
    as_good = all(
        _good_sample(question, e)
        and _share(e) >= _share(stands)
        and not _too_old(question, e, as_of)
        for e in since
    )
    return last if _too_old(question, stands, as_of) or not as_good else checked


def _share(shown: EvidenceView) -> float:
    return (shown.good or 0) / (shown.looked_at or 1)


def _waits(shown: EvidenceView) -> str:
    return (
        f"{shown.good} of {shown.looked_at} were good on {day(shown.happened_on)}, which "
        "waits for its check"
    )


def _good_sample(question: Question, shown: EvidenceView) -> bool:
    looked_at, good = shown.looked_at or 0, shown.good or 0
    return looked_at >= question.minimum and good / looked_at >= (question.target or 0)


def _too_old(question: Question, shown: EvidenceView, as_of: date) -> date | None:
    until = min(
        shown.review_by, shown.happened_on + timedelta(days=question.max_age_days)
    )
    return until if until < as_of else None
