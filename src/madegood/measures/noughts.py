"""Sudden noughts: what was counted every month, and then is not at all.

A team that closes, a provider whose contract ends, a table that the export leaves out
and a service that has truly been put right look the same in the numbers: nought. It
flatters most where it means least, because what nobody records is never late.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp

from madegood.clock.periods import Period
from madegood.measures.states import Result, RowState, State

# So many periods that all had some, before nought can be sudden.
BEFORE = 6
# How often chance alone would make as many noughts (of Poisson's counts): seldom.
SELDOM = 0.001
_ON_ITS_WAY = (State.PENDING, State.NOT_DUE, State.CENSORED)


@dataclass(frozen=True, slots=True)
class Nought:
    """`whose` is "" for the whole measure, else ("team", "Assessment 2") and so on;
    `usual` is the mean of the periods before; `lasting` how many noughts there were."""

    period: Period
    usual: float
    lasting: int
    whose: tuple[str, str] | None = None


def noughts(results: Sequence[Result]) -> list[Nought]:
    """Every run of noughts in whole periods in order: of what there is to judge, and of
    what is only counted."""
    return _runs([(r.period, _size(r)) for r in results if r.period is not None])


def _size(result: Result) -> int:
    """What a month of young cases has is on its way: it is not due, but it is there."""
    if result.unit in ("count", "rate"):
        return result.numerator
    on_its_way = sum(result.states.get(state, 0) for state in _ON_ITS_WAY)
    return result.denominator + on_its_way


def stopped(rows: Iterable[RowState], periods: Sequence[Period]) -> list[Nought]:
    """The teams and providers that have rows no longer, and had them: only those that
    have stopped for good, up to the last of the periods."""
    firsts = [period.first for period in periods]
    counted: dict[tuple[str, str], Counter[Period]] = {}
    for row in rows:
        place = bisect_right(firsts, row.counted_on or date.min) - 1
        if place < 0 or (row.counted_on or date.min) not in periods[place]:
            continue
        for whose in (("team", row.team), ("provider", row.provider)):
            if whose[1]:
                counted.setdefault((whose[0], whose[1]), Counter())[periods[place]] += 1
    gone = (
        (whose, last)
        for whose, counts in sorted(counted.items())
        if (last := _last([(period, counts[period]) for period in periods]))
    )
    return [Nought(one.period, one.usual, one.lasting, whose) for whose, one in gone]


def _last(counts: Sequence[tuple[Period, int]]) -> Nought | None:
    """The run of noughts that the last period is in."""
    runs = _runs(counts)
    ends = runs and runs[-1].period == counts[len(counts) - runs[-1].lasting][0]
    return runs[-1] if ends else None


def _runs(counts: Sequence[tuple[Period, int]]) -> list[Nought]:
    found = []
    for place in range(BEFORE, len(counts)):
        before = [count for _, count in counts[place - BEFORE : place]]
        if counts[place][1] or not all(before):
            continue
        lasting = _lasting([count for _, count in counts[place:]])
        usual = sum(before) / BEFORE
        if exp(-usual * lasting) < SELDOM:
            found.append(Nought(counts[place][0], usual, lasting))
    return found


def _lasting(counts: Sequence[int]) -> int:
    return next((n for n, count in enumerate(counts) if count), len(counts))
