"""From what was counted to a result: the same arithmetic, whoever counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from madegood.clock.periods import Period
from madegood.measures.model import Gap, Measure, Median
from madegood.measures.states import Result, State

_NIGHTS: Final = 100
_DAYS_IN: Final = {"days": 1, "weeks": 7}


@dataclass(frozen=True, slots=True)
class Totals:
    """What the rows of one measure in one group come to.

    met, denominator   how many are met and how many there are to be met, of rows now
                       due; of a chain, of those who have links; of a rate, nights
    first              the first day counted
    links              of a chain, how many links were due
    median             of a median, the days of the middle case
    gap                of a gap, the one share less the other
    """

    states: Mapping[State, int]
    reasons: Mapping[str, int]
    met: int
    denominator: int
    first: date | None = None
    links: int | None = None
    median: int | None = None
    gap: float | None = None


def result_of(
    measure: Measure,
    totals: Totals,
    period: Period | None,
    by: Mapping[str, str],
    definition: str,
) -> Result:
    """The result, with its value and bounds."""
    return Result(
        measure=measure.id,
        period=period,
        by=dict(by),
        states={state: totals.states.get(state, 0) for state in State},
        reasons=dict(sorted(totals.reasons.items())),
        numerator=totals.met,
        denominator=totals.denominator,
        value=_value(measure, totals),
        bounds=_bounds(measure, totals),
        unit=measure.unit,
        definition=definition,
        first=totals.first,
        links=totals.links,
    )


def _value(measure: Measure, totals: Totals) -> float | None:
    kind = measure.kind
    if isinstance(kind, Median):
        days = totals.median
        return None if days is None else days / _DAYS_IN[kind.unit]
    if isinstance(kind, Gap):
        return totals.gap
    return _plain(measure, totals.met, totals.denominator)


def _plain(measure: Measure, met: int, denominator: int) -> float | None:
    if measure.unit == "count":
        return float(met)
    if denominator == 0:
        return None
    return met / denominator * (_NIGHTS if measure.unit == "rate" else 1)


def _bounds(measure: Measure, totals: Totals) -> tuple[float | None, float | None]:
    """The value if none of the rows with bad data were met, and if all were."""
    if isinstance(measure.kind, Median | Gap):
        return None, None
    unknown = totals.states.get(State.DQ_ERROR, 0)
    more = unknown if measure.unit == "share" else 0
    low = _plain(measure, totals.met, totals.denominator + more)
    return low, _plain(measure, totals.met + unknown, totals.denominator + more)
