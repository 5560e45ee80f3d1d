"""Two periods of one measure side by side, and whether they differ by more than chance.

Shares are held against each other by Fisher's exact test; counts and rates by the exact
test of a split (exact.py): of all that happened in both, so many would fall in the
first by the days, or the nights, that it had.

Two periods are chosen by a person, out of many that could have been. One in twenty
would then be news every time; it takes one in a hundred here, shared out among the
groups where there are several. The run chart, which looks at all months, is the better
judge of a change that lasts.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from madegood.clock.moments import london_date
from madegood.clock.periods import Period, month_of
from madegood.measures.exact import fisher, split
from madegood.measures.model import Gap, Measure, Median, Rate, Repeat, judged_of
from madegood.measures.states import Result, RowState, State
from madegood.measures.summarise import Group, group_of, summarise

LEVEL: Final = 0.01
FEWEST: Final = 10


class Chance(StrEnum):
    MORE = "more than chance"
    WITHIN = "within chance"
    TOO_FEW = "too few to say"
    UNTESTED = "not tested"


@dataclass(frozen=True, slots=True)
class Over:
    """A measure over one period and group. `exposure` is what a count is counted in:
    the days of the period that are over, or nights; of a share it is the denominator.
    """

    period: Period
    numerator: int
    denominator: int
    value: float | None
    exposure: int
    states: dict[State, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """Second less first: in points for shares and gaps, else in the measure's unit.

    why  of one not tested, or too few to say: the reason, as a sentence
    """

    size: float | None
    chance: Chance
    p: float | None = None
    why: str = ""


# ---- what a period holds --------------------------------------------------------
def over(
    measure: Measure,
    period: Period,
    months: Sequence[Result],
    rows: Callable[[], Sequence[RowState]],
    as_of: datetime,
    *,
    known: Iterable[Result] = (),
) -> Over | None:
    """The measure over a period, None where nothing of it can be known.

    known   results of whole quarters or years, among which this very one may be
    months  its results month by month, which are added up where that is right: a
            child, chain or middle case of three months is not the sum of its months
    rows    every row it judges, asked for only where the months will not do
    """
    for result in known:
        if result.period == period:
            return _of(measure, period, result, as_of)
    own = [m for m in months if m.period and _within(m.period, period)]
    if measure.standing:
        # How things stood is asked of the last month of a period that is known.
        return _of(measure, period, own[-1], as_of) if own else None
    if isinstance(measure.kind, Rate) or (adds_up(measure) and _whole(period)):
        return _added(measure, period, own, as_of) if own else None
    judged = rows()
    if not any(row.counted_on in period for row in judged if row.counted_on):
        return None
    result = summarise(measure, judged, as_of=as_of, group=Group(period, {}))
    return _of(measure, period, result, as_of)


def adds_up(measure: Measure) -> bool:
    """Whether a quarter is the sum of its months."""
    chained = judged_of(measure.kind).rows.chain is not None
    several = isinstance(measure.kind, Median | Gap | Repeat)
    return not (chained or several or measure.standing)


def by_group(
    measure: Measure,
    period: Period,
    rows: Sequence[RowState],
    group: str,
    as_of: datetime,
) -> dict[str, Over]:
    """The measure over a period for each group of a kind (who.GROUPS); under "" what is
    not recorded. A row that names no child is of no group of children."""
    inside = [r for r in rows if r.counted_on is not None and r.counted_on in period]
    parts: dict[str, list[RowState]] = {}
    for row in inside:
        name = group_of(row, group)
        if name is not None:
            parts.setdefault(name, []).append(row)
    return {
        name: _of(measure, period, summarise(measure, part, as_of=as_of), as_of)
        for name, part in parts.items()
    }


def grouped(measure: Measure) -> bool:
    """Whether its groups can be had of its rows: a rate's nights are not among them,
    and how things stood on an earlier day is not either."""
    return not (isinstance(measure.kind, Rate) or measure.standing)


def _within(month: Period, period: Period) -> bool:
    return period.first <= month.first and month.last <= period.last


def _whole(period: Period) -> bool:
    """Whether whole months make up the period: one that begins or ends in the middle of
    a month is asked of the rows."""
    return period.first.day == 1 and month_of(period.last).last == period.last


def _added(
    measure: Measure, period: Period, own: Sequence[Result], as_of: datetime
) -> Over:
    met = sum(month.numerator for month in own)
    due = sum(month.denominator for month in own)
    states = {state: sum(month.states[state] for month in own) for state in State}
    if measure.unit == "count":
        value: float | None = float(met)
    else:
        value = met / due * (100 if measure.unit == "rate" else 1) if due else None
    return Over(period, met, due, value, _exposure(measure, period, due, as_of), states)


def _of(measure: Measure, period: Period, result: Result, as_of: datetime) -> Over:
    due = result.denominator
    exposure = _exposure(measure, period, due, as_of)
    return Over(period, result.numerator, due, result.value, exposure, result.states)


def _exposure(measure: Measure, period: Period, due: int, as_of: datetime) -> int:
    if measure.unit != "count":
        return due
    last = min(period.last, london_date(as_of))
    return max((last - period.first).days + 1, 0)


# ---- whether they differ --------------------------------------------------------
def difference(
    measure: Measure, first: Over | None, second: Over | None, *, shared: int = 1
) -> Difference:
    """How far apart two periods are, and whether that is more than chance. `shared` is
    how many such comparisons are made at once."""
    if first is None or second is None or None in (first.value, second.value):
        return Difference(None, Chance.TOO_FEW, why="One of the two has no value.")
    size = _size(measure, first, second)
    untested = _untested(measure, first.period, second.period)
    if untested:
        return Difference(size, Chance.UNTESTED, why=untested)
    few = _few(measure, first, second)
    if few:
        return Difference(size, Chance.TOO_FEW, why=few)
    p = _p(measure, first, second)
    chance = Chance.MORE if p < LEVEL / max(shared, 1) else Chance.WITHIN
    return Difference(size, chance, p)


def _size(measure: Measure, first: Over, second: Over) -> float:
    assert first.value is not None
    assert second.value is not None
    scale = 100 if measure.unit in ("share", "gap") else 1
    return (second.value - first.value) * scale


def _untested(measure: Measure, first: Period, second: Period) -> str:
    if first.first <= second.last and second.first <= first.last:
        return "The two periods share days, so the same rows stand in both."
    if measure.standing:
        return "It tells how things stood on a day, and the same children may stand in both."
    if isinstance(measure.kind, Median | Gap):
        return (
            "No test is made of a middle case or a gap: the run chart says whether it "
            "has changed."
        )
    if judged_of(measure.kind).adds is not None:
        return "It adds up lengths, so there are no single events to test."
    if isinstance(measure.kind, Repeat) and first.days != second.days:
        return (
            "A longer period finds more children repeating, whatever happens: choose "
            "two of one length."
        )
    return ""


def _few(measure: Measure, first: Over, second: Over) -> str:
    if measure.unit == "share":
        least = min(first.denominator, second.denominator)
        if least < FEWEST:
            return f"One of the two has {least} due, and {FEWEST} are needed."
        return ""
    every = first.numerator + second.numerator
    if every < FEWEST:
        return f"There are {every} in both together, and {FEWEST} are needed."
    return ""


def _p(measure: Measure, first: Over, second: Over) -> float:
    if measure.unit == "share":
        return fisher(
            first.numerator, first.denominator, second.numerator, second.denominator
        )
    every = first.exposure + second.exposure
    part = first.exposure / every if every else 0.5
    return split(first.numerator, first.numerator + second.numerator, part)
