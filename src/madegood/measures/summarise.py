"""Adding row states up: the counts, the value, and what bad data could make of it.

This is what defines a result. A database adds up in columns (engines/ibis_columns.py)
and must come to the same `Totals`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from madegood.clock.moments import end_of_day, london_date
from madegood.clock.periods import Period
from madegood.measures.durations import median_days
from madegood.measures.model import Gap, Measure, Median, Repeat, judged_of
from madegood.measures.states import Result, RowState, State, Stay
from madegood.measures.totals import Totals, result_of
from madegood.measures.who import GROUPS, OF_CHILDREN

DIVIDES = (State.MET, State.NOT_MET, State.OVERDUE)


@dataclass(frozen=True)
class Group:
    """Which rows are summed: a period, and the groups that they belong to."""

    period: Period | None
    by: Mapping[str, str]

    def holds(self, row: RowState | Stay) -> bool:
        return all(
            group_of(row, name) == wanted
            for name, wanted in self.by.items()
            if name in GROUPS
        )

    def has_day(self, day: date | None) -> bool:
        return self.period is None or (day is not None and day in self.period)


def group_of(row: RowState | Stay, name: str) -> str | None:
    """Which team, or which children, a row belongs to: "" where that is not recorded;
    None where it names no child whose group it could be."""
    if name not in OF_CHILDREN:
        return getattr(row, name) or ""
    return None if row.who is None else getattr(row.who, name)


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
        if (measure.standing or group.has_day(row.counted_on)) and group.holds(row)
    ]
    if isinstance(measure.kind, Repeat):
        chosen = one_for_each_child(chosen)
    due = [row for row in chosen if divides(measure, row, as_of)]
    met, denominator = _parts(measure, due)
    slept = [stay for stay in stays if nights(stay, group)]
    if measure.unit == "rate":
        denominator = sum(nights(stay, group) for stay in slept)
    totals = Totals(
        states=Counter(row.state for row in chosen),
        reasons=Counter(row.reason for row in chosen if row.reason),
        met=met,
        denominator=denominator,
        first=_first_day(chosen, slept if measure.unit == "rate" else (), group),
        links=len(due) if _chained(measure) else None,
        median=_median(measure, chosen, as_of),
        gap=_gap(measure, due),
    )
    return result_of(
        measure, totals, group.period, group.by, definition or measure.definition
    )


def one_for_each_child(rows: Iterable[RowState]) -> list[RowState]:
    """A child's starts as one row: the first that made it repeated, else the last."""
    found: dict[str, RowState] = {}
    for row in rows:
        kept = found.get(row.subject)
        if kept is None or kept.state is not State.MET:
            found[row.subject] = row
    return list(found.values())


def _parts(measure: Measure, due: list[RowState]) -> tuple[int, int]:
    """How many are met, and how many there are to be met, of rows now due. Of a chain
    it is those who have links that count, and all of whose links must be met."""
    if _chained(measure):
        whole: dict[str, bool] = {}
        for row in due:
            owner = row.subject.rpartition("#")[0]
            whole[owner] = whole.get(owner, True) and row.state is State.MET
        return sum(whole.values()), len(whole)
    met = [row for row in due if row.state is State.MET]
    if judged_of(measure.kind).adds is not None:
        return int(sum(row.amount or 0 for row in met)), len(due)
    return len(met), len(due)


def _chained(measure: Measure) -> bool:
    return judged_of(measure.kind).rows.chain is not None


def divides(measure: Measure, row: RowState, as_of: datetime) -> bool:
    """Whether a row is one of those divided. How things stand on a day is so whatever
    falls due on a later one."""
    return row.state in DIVIDES and (measure.standing or is_due(row, as_of))


def is_due(row: RowState, as_of: datetime) -> bool:
    """Whether a row's time is at or before as-of, so that young rows do not flatter."""
    if row.due is None:
        return True
    ends = row.due if isinstance(row.due, datetime) else end_of_day(row.due)
    return ends <= as_of


def _first_day(
    rows: Iterable[RowState], slept: Iterable[Stay], group: Group
) -> date | None:
    days = [row.counted_on for row in rows if row.counted_on]
    since = group.period.first if group.period else date.min
    nights_from = (max(stay.first, since) for stay in slept)
    return min([*days, *nights_from], default=None)


def _median(measure: Measure, rows: Sequence[RowState], as_of: datetime) -> int | None:
    if not isinstance(measure.kind, Median):
        return None
    return median_days(rows, london_date(as_of))


def _gap(measure: Measure, due: Sequence[RowState]) -> float | None:
    if not isinstance(measure.kind, Gap):
        return None
    shares = []
    for flag in (measure.kind.more, measure.kind.less):
        flagged = [row for row in due if flag in row.flags]
        if not flagged:
            return None
        shares.append(sum(row.state is State.MET for row in flagged) / len(flagged))
    return shares[0] - shares[1]


def nights(stay: Stay, group: Group) -> int:
    """How many nights of a stay are in the group."""
    if not group.holds(stay):
        return 0
    if group.period is None:
        return (stay.last - stay.first).days + 1
    first = max(stay.first, group.period.first)
    last = min(stay.last, group.period.last)
    return max((last - first).days + 1, 0)
