"""The reference: every measure over plain rows. What it says is what is right.

It is written to be read beside rules.md, not to be fast; where another engine differs,
the other engine is wrong.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import assert_never

from madegood.clock.moments import london_date
from madegood.measures.engines.base import (
    NOT_OFTEN,
    OFTEN,
    Question,
    Values,
    in_order,
)
from madegood.measures.engines.reference_case import Case, Due
from madegood.measures.engines.reference_chains import LINK, links
from madegood.measures.engines.reference_record import Record
from madegood.measures.engines.reference_rows import Row, Span, span_of
from madegood.measures.engines.reference_tests import (
    due_of,
    holds,
    moment,
    text,
)
from madegood.measures.listed import Listed
from madegood.measures.model import (
    Clock,
    Count,
    Exposure,
    Gap,
    Measure,
    Median,
    Rate,
    Repeat,
    Share,
)
from madegood.measures.states import RowState, State, Stay, When
from madegood.measures.who import Who
from madegood.record.snapshot import Snapshot


class Reference:
    """Judges a snapshot's rows one at a time."""

    def __init__(self, snapshot: Snapshot, as_of: datetime) -> None:
        now = span_of(as_of.astimezone(UTC), dated=False)
        self.record = Record(snapshot, as_of, now)

    def close(self) -> None:
        """Nothing is held open."""

    def at(self, as_of: datetime) -> "Reference":
        return Reference(self.record.snapshot, as_of)

    def judged(self, question: Question) -> Listed:
        measure, values = question.measure, question.values
        rows, stays = self.rows(measure, values), self.stays(measure, values)
        return Listed(measure, rows, stays, self.record.as_of, question.definition)

    def rows(self, measure: Measure, values: Values) -> list[RowState]:
        kind = measure.kind
        match kind:
            case Clock() | Share() | Count():
                return self._judged(measure.id, kind, values)
            case Repeat():
                return self._starts(measure.id, kind, values)
            case Rate() | Median() | Gap():
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
        found = _stays(ours, exposure, self.record.now.day)
        return sorted(
            (piece for child, stay in found for piece in self._by_age(child, stay)),
            key=repr,
        )

    def _by_age(self, child: str, stay: Stay) -> Iterator[Stay]:
        told = self.record.child(child)
        for first, last, who in told.bands(stay.first, stay.last):
            yield replace(stay, first=first, last=last, who=who)

    def _judged(
        self, name: str, kind: Clock | Share | Count, values: Values
    ) -> list[RowState]:
        return in_order(_judge(name, kind, case) for case in self._cases(kind, values))

    def _cases(self, kind: Clock | Share | Count, values: Values) -> Iterator[Case]:
        for row in self.record.rows(kind.rows):
            case = Case(self.record, values, row)
            if kind.rows.only is not None and not holds(kind.rows.only, case):
                continue
            if kind.rows.chain is None:
                yield case
            else:
                yield from links(case, kind.rows.key, kind.rows.chain)

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
    counted_on = started.day if started else None
    due = _due_shown(case.due)
    if kind.rows.chain is not None and due is not None:
        counted_on = london_date(due) if isinstance(due, datetime) else due
    return RowState(
        measure=name,
        subject=case.here.texts.get(LINK, case.here.texts[kind.rows.key]),
        child=case.here.texts.get("child_id", ""),
        start=_shown(case.start),
        due=due,
        stop=_shown(case.stop),
        state=rule.state,
        reason=rule.reason,
        flags=tuple(flag for flag, test in kind.flags if holds(test, case)),
        counted_on=counted_on,
        team=case.here.texts.get("team"),
        provider=text(kind.provider, case),
        amount=case.here.numbers.get(kind.adds) if kind.adds else None,
        who=_who(case, counted_on),
    )


def _shown(span: Span | None) -> When:
    if span is None:
        return None
    return span.day if span.dated else datetime.fromtimestamp(span.first, UTC)


def _due_shown(due: Due) -> When:
    return datetime.fromtimestamp(due, UTC) if isinstance(due, int) else due


def _who(case: Case, counted_on: date | None) -> Who | None:
    child = case.here.texts.get("child_id")
    return None if child is None else case.record.child(child).on(counted_on)


def _stays(rows: list[Row], exposure: Exposure, today: date) -> list[tuple[str, Stay]]:
    """Each child's span to the night before it ends, before the child's next, or today."""
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
            stay = Stay(start.day, last, team, provider)
            found.append((row.texts["child_id"], stay))
    return found
