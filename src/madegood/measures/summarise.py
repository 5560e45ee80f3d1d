"""Adding row states up: the counts, the value, and what bad data could make of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from madegood.clock.moments import end_of_day
from madegood.clock.periods import Period
from madegood.measures.model import Measure, Repeat
from madegood.measures.states import Result, RowState, State, Stay

_DIVIDES = (State.MET, State.NOT_MET, State.OVERDUE)
_NIGHTS = 100


@dataclass(frozen=True)
class Group:
    """Which rows are summed: a period, and the team or provider they belong to."""

    period: Period | None
    by: Mapping[str, str]

    def holds(self, team: str | None, provider: str | None) -> bool:
        own = {"team": team or "", "provider": provider or ""}
        return all(own[name] == self.by[name] for name in own if name in self.by)

    def has_day(self, day: date | None) -> bool:
        return self.period is None or (day is not None and day in self.period)


def summarise(
    measure: Measure,
    rows: Iterable[RowState],
    *,
    as_of: datetime,
    group: Group = Group(None, {}),
    stays: Sequence[Stay] = (),
    definition: str | None = None,
) -> Result:
    """One result: the rows of one measure in one group. No engine is needed."""
    chosen = [
        row
        for row in rows
        if group.has_day(row.counted_on) and group.holds(row.team, row.provider)
    ]
    if isinstance(measure.kind, Repeat):
        chosen = one_for_each_child(chosen)
    states = Counter(row.state for row in chosen)
    reasons = Counter(row.reason for row in chosen if row.reason)
    met, base = _parts(chosen, as_of)
    denominator = base
    if measure.unit == "rate":
        denominator = sum(nights(stay, group) for stay in stays)
    worst = states[State.DQ_ERROR]
    return Result(
        measure=measure.id,
        period=group.period,
        by=dict(group.by),
        states={state: states[state] for state in State},
        reasons=dict(sorted(reasons.items())),
        numerator=met,
        denominator=denominator,
        value=_value(measure, met, denominator),
        bounds=_bounds(measure, met, denominator, worst),
        unit=measure.unit,
        definition=definition or measure.definition,
        first=_first_day(chosen, stays if measure.unit == "rate" else ()),
    )


def one_for_each_child(rows: Iterable[RowState]) -> list[RowState]:
    """A child's starts as one row: the first that made it repeated, else the last."""
    found: dict[str, RowState] = {}
    for row in rows:
        kept = found.get(row.subject)
        if kept is None or kept.state is not State.MET:
            found[row.subject] = row
    return list(found.values())


def _parts(rows: list[RowState], as_of: datetime) -> tuple[int, int]:
    """How many are met, and how many there are to be met, of rows now due."""
    due = [row for row in rows if row.state in _DIVIDES and is_due(row, as_of)]
    return sum(row.state is State.MET for row in due), len(due)


def is_due(row: RowState, as_of: datetime) -> bool:
    """Whether a row's time is at or before as-of, so that young rows do not flatter."""
    if row.due is None:
        return True
    ends = row.due if isinstance(row.due, datetime) else end_of_day(row.due)
    return ends <= as_of


def _first_day(rows: Iterable[RowState], stays: Iterable[Stay]) -> date | None:
    days = [row.counted_on for row in rows if row.counted_on]
    return min([*days, *(stay.first for stay in stays)], default=None)


def _value(measure: Measure, met: int, denominator: int) -> float | None:
    if measure.unit == "count":
        return float(met)
    if denominator == 0:
        return None
    return met / denominator * (_NIGHTS if measure.unit == "rate" else 1)


def _bounds(
    measure: Measure, met: int, denominator: int, unknown: int
) -> tuple[float | None, float | None]:
    """The value if none of the rows with bad data were met, and if all were."""
    more = unknown if measure.unit == "share" else 0
    low = _value(measure, met, denominator + more)
    return low, _value(measure, met + unknown, denominator + more)


def nights(stay: Stay, group: Group) -> int:
    """How many nights of a stay are in the group."""
    if not group.holds(stay.team, stay.provider):
        return 0
    if group.period is None:
        return (stay.last - stay.first).days + 1
    first = max(stay.first, group.period.first)
    last = min(stay.last, group.period.last)
    return max((last - first).days + 1, 0)
