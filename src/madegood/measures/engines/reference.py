"""The reference: every measure over plain rows. What it says is what is right.

It is written to be read beside rules.md, not to be fast; where another engine differs,
the other engine is wrong.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import assert_never

from madegood.clock.working_days import BeyondCalendar, add_working_days
from madegood.measures.engines.base import NOT_OFTEN, OFTEN, Values, in_order
from madegood.measures.engines.reference_record import Record
from madegood.measures.engines.reference_rows import Row, Span, earliest_of, span_of
from madegood.measures.model import (
    HERE,
    THERE,
    All,
    AsOf,
    At,
    Before,
    ByDateOnly,
    ByDue,
    Clock,
    Count,
    Earliest,
    Either,
    Exposure,
    FirstOf,
    HasDue,
    Hours,
    Is,
    Known,
    Least,
    Limit,
    Link,
    Logic,
    Marked,
    Measure,
    MomentOf,
    Not,
    NotRecorded,
    Of,
    On,
    OnlyIf,
    OnOrBeforeDay,
    Passed,
    Rate,
    Repeat,
    RowTest,
    Setting,
    Share,
    Some,
    Start,
    Stop,
    Test,
    TextOf,
    TimeTest,
    Words,
    WorkingDays,
)
from madegood.measures.states import RowState, State, Stay, When
from madegood.record.snapshot import Snapshot

Due = int | date | None


@dataclass(frozen=True)
class Case:
    """One row before the rules: itself, a linked row, and its clock as far as known."""

    record: Record
    values: Values
    here: Row
    there: Row | None = None
    start: Span | None = None
    stop: Span | None = None
    due: Due = None

    def row(self, of: Of) -> Row:
        if of == HERE:
            return self.here
        assert self.there is not None, "a rule reads a linked row outside a link"
        return self.there

    def linked(self, link: Link) -> "list[Case]":
        rows = self.record.linked(link, self.here)
        return [replace(self, there=row) for row in rows]


# ---- moments ------------------------------------------------------------------
def moment(of: MomentOf, case: Case) -> Span | None:
    match of:
        case At():
            return case.row(of.of).moments.get(of.column)
        case FirstOf():
            found = (moment(each, case) for each in of.moments)
            return next((span for span in found if span is not None), None)
        case OnlyIf():
            return moment(of.moment, case) if holds(of.test, case) else None
        case Earliest():
            return earliest(of, case)
        case AsOf():
            return case.record.now
        case Start():
            return case.start
        case Stop():
            return case.stop
        case _:
            assert_never(of)


def earliest(of: Earliest, case: Case) -> Span | None:
    passing = [each for each in case.linked(of.link) if holds(of.where, each)]
    return earliest_of(each.row(THERE).moments.get(of.column) for each in passing)


def text(of: TextOf, case: Case) -> str | None:
    match of:
        case Words():
            return case.here.texts.get(of.column)
        case Least():
            rows = (each.there for each in case.linked(of.link))
            found = [row.texts.get(of.column) for row in rows if row is not None]
            return min((each for each in found if each is not None), default=None)
        case _:
            assert_never(of)


# ---- tests --------------------------------------------------------------------
def holds(test: Test, case: Case) -> bool:
    if isinstance(test, RowTest):
        return row_holds(test, case)
    if isinstance(test, TimeTest):
        return time_holds(test, case)
    return logic_holds(test, case)


def row_holds(test: RowTest, case: Case) -> bool:
    match test:
        case Is():
            wanted = test.value
            code = case.values[wanted.name] if isinstance(wanted, Setting) else wanted
            return case.row(test.of).texts.get(test.column) == code
        case NotRecorded():
            return test.column not in case.row(test.of).texts
        case Marked():
            return test.mark in case.row(test.of).marks
        case Known():
            return moment(test.moment, case) is not None
        case On():
            return case.values.get(test.setting) is True
        case _:
            assert_never(test)


def time_holds(test: TimeTest, case: Case) -> bool:
    match test:
        case Before():
            first, second = moment(test.first, case), moment(test.second, case)
            return bool(first and second and first.last < second.first)
        case OnOrBeforeDay():
            first, second = moment(test.first, case), moment(test.second, case)
            return bool(first and second and first.day <= second.day)
        case ByDue():
            return by_due(moment(test.moment, case), case.due)
        case Passed():
            return case.due is not None and not by_due(case.record.now, case.due)
        case HasDue():
            return case.due is not None
        case ByDateOnly():
            return any(span and span.dated for span in (case.start, case.stop))
        case _:
            assert_never(test)


def by_due(span: Span | None, due: Due) -> bool:
    """No later than due: to the second, or by the end of a due date."""
    if span is None or due is None:
        return False
    return span.day <= due if isinstance(due, date) else span.first <= due


def logic_holds(test: Logic, case: Case) -> bool:
    match test:
        case All():
            return all(holds(each, case) for each in test.tests)
        case Either():
            return any(holds(each, case) for each in test.tests)
        case Not():
            return not holds(test.test, case)
        case Some():
            return any(holds(test.test, each) for each in case.linked(test.link))
        case _:
            assert_never(test)


# ---- due ----------------------------------------------------------------------
def due_of(limit: Limit | None, case: Case) -> Due:
    """When the time runs out: a second, or a date whose end it is; None if untold."""
    if limit is None or case.start is None:
        return None
    length = int(case.values[limit.setting])
    match limit:
        case Hours():
            if holds(ByDateOnly(), case):
                return case.start.day + timedelta(days=-(-length // 24))
            return case.start.first + length * 3600
        case WorkingDays():
            try:
                return add_working_days(case.start.day, length)
            except BeyondCalendar:
                return None
        case _:
            assert_never(limit)


# ---- the engine ---------------------------------------------------------------
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
        start, end = row.moments.get(exposure.start), row.moments.get(exposure.end)
        if start is None:
            continue
        ends = [day for day in starts[row.texts["child_id"]] if day > start.day]
        ends += [end.day] if end else []
        last = min([day - timedelta(days=1) for day in ends] + [today])
        if last >= start.day:
            team, provider = row.texts.get("team"), row.texts.get("provider")
            found.append(Stay(start.day, last, team, provider))
    return found
