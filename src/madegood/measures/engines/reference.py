"""The reference: every measure over plain rows. What it says is what is right.

It is written to be read beside rules.md, not to be fast; where another engine differs,
the other engine is wrong.
"""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import assert_never

from madegood.measures.engines.base import NOT_OFTEN, OFTEN, Values, in_order
from madegood.measures.engines.reference_record import Record
from madegood.measures.engines.reference_rows import Row, Span, span_of
from madegood.measures.engines.reference_tests import (
    Case,
    Due,
    due_of,
    holds,
    moment,
    text,
)
from madegood.measures.model import Clock, Count, Exposure, Measure, Rate, Repeat, Share
from madegood.measures.states import RowState, State, Stay, When
from madegood.record.snapshot import Snapshot


class Reference:
    """Judges a snapshot's rows one at a time."""

    def __init__(self, snapshot: Snapshot, as_of: datetime) -> None:
        now = span_of(as_of.astimezone(UTC), dated=False)
        self.record = Record(snapshot, as_of, now)

    def close(self) -> None:
        """Nothing is held open."""

    def rows(self, measure: Measure, values: Values) -> list[RowState]:
        kind = measure.kind
        match kind:
            case Clock() | Share() | Count():
                return self._judged(measure.id, kind, values)
            case Repeat():
                return self._starts(measure.id, kind, values)
            case Rate():
                return self._judged(measure.id, kind.of, values)
            case _:
                assert_never(kind)

    def stays(self, measure: Measure, values: Values) -> list[Stay]:
        """The nights a rate divides by, one stay for each span."""
        if not isinstance(measure.kind, Rate):
            return []
        exposure = measure.kind.exposure
        cases = (Case(self.record, values, r) for r in self.record.rows(exposure.rows))
        ours = [case.here for case in cases if holds(exposure.where, case)]
        return sorted(_stays(ours, exposure, self.record.now.day), key=repr)

    def _judged(
        self, name: str, kind: Clock | Share | Count, values: Values
    ) -> list[RowState]:
        found = (
            _judge(name, kind, Case(self.record, values, row))
            for row in self.record.rows(kind.rows)
        )
        return in_order(found)

    def _starts(self, name: str, kind: Repeat, values: Values) -> list[RowState]:
        within = timedelta(days=int(values[kind.days]) - 1)
        counted: defaultdict[str, list[RowState]] = defaultdict(list)
        for row in self._judged(name, kind.of, values):
            if row.state is State.MET:
                counted[row.child].append(row)
        found: list[RowState] = []
        for rows in counted.values():
            days = [row.counted_on for row in rows if row.counted_on]
            for row, day in zip(rows, days, strict=True):
                near = [each for each in days if day - within <= each <= day]
                often = len(near) >= int(values[kind.starts])
                state, reason = OFTEN if often else NOT_OFTEN
                found.append(row.retold(row.child, state, reason))
        return in_order(found)


def _judge(name: str, kind: Clock | Share | Count, case: Case) -> RowState:
    case = replace(case, start=moment(kind.start, case))
    if isinstance(kind, Clock | Share):
        case = replace(case, stop=moment(kind.stop, case))
        limit = kind.within if isinstance(kind, Clock) else kind.matures
        case = replace(case, due=due_of(limit, case))
    rule = next(rule for rule in kind.rules if holds(rule.when, case))
    started = case.start or (kind.counted_from and moment(kind.counted_from, case))
    return RowState(
        measure=name,
        subject=case.here.texts[kind.rows.key],
        child=case.here.texts["child_id"],
        start=_shown(case.start),
        due=_due_shown(case.due),
        stop=_shown(case.stop),
        state=rule.state,
        reason=rule.reason,
        flags=tuple(flag for flag, test in kind.flags if holds(test, case)),
        counted_on=started.day if started else None,
        team=case.here.texts.get("team"),
        provider=text(kind.provider, case),
    )


def _shown(span: Span | None) -> When:
    if span is None:
        return None
    return span.day if span.dated else datetime.fromtimestamp(span.first, UTC)


def _due_shown(due: Due) -> When:
    return datetime.fromtimestamp(due, UTC) if isinstance(due, int) else due


def _stays(rows: list[Row], exposure: Exposure, today: date) -> list[Stay]:
    """Each span to the night before it ends, before the child's next, or today."""
    starts: defaultdict[str, list[date]] = defaultdict(list)
    for row in rows:
        if exposure.start in row.moments:
            day = row.moments[exposure.start].day
            starts[row.texts["child_id"]].append(day)
    found = []
    for row in rows:
        start = row.moments.get(exposure.start)
        if start is None:
            continue
        ends = [day for day in starts[row.texts["child_id"]] if day > start.day]
        bounds = (exposure.end, *exposure.until)
        ends += [row.moments[name].day for name in bounds if name in row.moments]
        last = min([day - timedelta(days=1) for day in ends] + [today])
        if last >= start.day:
            team, provider = row.texts.get("team"), row.texts.get("provider")
            found.append(Stay(start.day, last, team, provider))
    return found
