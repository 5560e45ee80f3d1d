"""The colour of an action, worked out from what is known; never a colour alone. Plain
Python. What each is called is in colour_key.py, or said by the plan itself.

The first that applies is the colour. It stands beside what the plan says, and a person's
own colour beside both, for a time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from madegood.assurance.amounts import amount, day
from madegood.assurance.colour_key import MEANINGS, Colour, Meaning
from madegood.assurance.standing import (
    STATE_WORDS,
    Assurance,
    Rung,
    RungState,
    Standing,
)
from madegood.assurance.views import ActionStanding, TestView
from madegood.intake.plans import Delivery
from madegood.measures.series import Series, Verdict

__all__ = ["LONGEST", "MEANINGS", "SAYABLE", "USUAL", "Colour", "Computed", "Distance"]
__all__ += ["Meaning", "computed"]

# About twenty working days: practice.md 4e.
SOON: Final = timedelta(days=28)
# A person's colour lasts until the next report, or so long; never longer than this.
USUAL: Final = timedelta(days=31)
LONGEST: Final = timedelta(days=92)
_LOOKED_BACK: Final = 6


# What a person may say instead: embedded is never said, only shown.
SAYABLE: Final = tuple(colour for colour in Colour if colour is not Colour.BLUE)


@dataclass(frozen=True, slots=True)
class Distance:
    """How far one measure is from its target, and which way it goes. `periods` is how
    many months it takes at the pace of the last six; None where it gets no nearer."""

    title: str
    value: str
    target: str
    gap: str
    trend: str
    periods: int | None

    @property
    def to_target(self) -> str:
        if self.gap.endswith("at target") or self.periods == 0:
            return "at target"
        if self.periods is None:
            return "no nearer at its present pace"
        return f"{self.periods} more {'month' if self.periods == 1 else 'months'}"


@dataclass(frozen=True, slots=True)
class Computed:
    colour: Colour
    because: str
    distances: tuple[Distance, ...]


def computed(action: ActionStanding, on: date) -> Computed:
    """The colour of an action on a day, and why."""
    measured = [t for t in action.tests if t.series is not None and t.series.latest]
    distances = tuple(_distance(test) for test in measured)
    for colour, why in _reasons(action, measured, on):
        return Computed(colour, why, distances)
    return Computed(Colour.GREEN, "nothing stands in its way that is known", distances)


def _reasons(
    action: ActionStanding, measured: Sequence[TestView], on: date
) -> Iterable[tuple[Colour, str]]:
    """Each that applies, in the order in which the first one wins."""
    off = [(t, t.series) for t in measured if t.series is not None and _off(t.series)]
    if action.standing.state is Assurance.EMBEDDED:
        yield Colour.BLUE, _why(action.standing)
    yield from _red(action, off, on)
    yield from _amber(action, off, on)
    if action.detail.claimed_complete:
        yield Colour.DELIVERED, _why(action.standing)
    if action.delivery is Delivery.NOT_STARTED:
        yield Colour.GREY, "it has not begun, and is not due yet"


_Off = Sequence[tuple[TestView, Series]]


def _red(action: ActionStanding, off: _Off, on: date) -> Iterable[tuple[Colour, str]]:
    standing, due = action.standing, action.detail.due
    if standing.state in (Assurance.SLIPPING, Assurance.CONTRADICTED):
        yield Colour.RED, f"it is {STATE_WORDS[standing.state]}: {_why(standing)}"
    if due is not None and due < on and not action.detail.claimed_complete:
        yield Colour.RED, f"it was due on {day(due)}"
    for test, series in off:
        if series.verdict is Verdict.WORSE:
            yield Colour.RED, f"{test.title} is {series.gap_words} and getting worse"


def _amber(action: ActionStanding, off: _Off, on: date) -> Iterable[tuple[Colour, str]]:
    due = action.detail.due
    if due is not None and due <= on + SOON and not action.detail.claimed_complete:
        yield Colour.AMBER, f"it is due on {day(due)}"
    for test, series in off:
        if series.verdict is not Verdict.BETTER:
            yield Colour.AMBER, f"{test.title} is {series.gap_words} and not moving"
    for old in action.detail.evidence:
        if old.current and old.review_by < on:
            said = f"“{old.title}” was to be reviewed by {day(old.review_by)}"
            yield Colour.AMBER, said
    if any(each.overdue(on) for each in action.embedding.reproofs):
        yield Colour.AMBER, "its re-proof is overdue"
    shown = action.standing.rungs[Rung.DONE] is RungState.REACHED
    if action.detail.claimed_complete and not shown:
        yield Colour.AMBER, "it is said to be complete, and nothing shows it was done"


def _why(standing: Standing) -> str:
    return standing.because.removeprefix("because ")


def _off(series: Series) -> bool:
    return series.gap is not None and not series.at_target


_TRENDS: Final = {
    Verdict.BETTER: "improving, more than chance",
    Verdict.WORSE: "getting worse, more than chance",
    Verdict.CHANGED: "changed, more than chance",
    Verdict.NO_CHANGE: "no change by more than chance",
    Verdict.TOO_FEW: "too few months to say",
    Verdict.NOT_JUDGED: "not judged",
}


def _distance(test: TestView) -> Distance:
    series = test.series
    assert series is not None
    assert series.latest is not None
    assert series.latest.value is not None
    return Distance(
        test.title,
        amount(series.latest.value, series.unit),
        "" if test.target is None else amount(test.target, series.unit),
        series.gap_words,
        _TRENDS[series.verdict],
        None if test.target is None else _months_left(series, test.target),
    )


def _months_left(series: Series, target: float) -> int | None:
    """By the straight line through the last six months; 0 where it is there."""
    if series.at_target:
        return 0
    values = [p.value for p in series.points if p.value is not None][-_LOOKED_BACK:]
    if len(values) < _LOOKED_BACK:
        return None
    middle = (len(values) - 1) / 2
    mean = sum(values) / len(values)
    spread = sum((n - middle) ** 2 for n in range(len(values)))
    slope = sum((n - middle) * (v - mean) for n, v in enumerate(values)) / spread
    gap = target - values[-1]
    if slope == 0 or gap / slope <= 0:
        return None
    months = gap / slope
    return max(1, round(months + 0.49)) if months <= 60 else None
