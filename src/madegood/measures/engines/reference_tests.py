"""Moments, tests and due times over one plain row: the reference's reading of them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import assert_never

from madegood.clock.working_days import BeyondCalendar, add_working_days
from madegood.measures.engines.base import Values
from madegood.measures.engines.reference_record import Record
from madegood.measures.engines.reference_rows import Row, Span, earliest_of
from madegood.measures.vocabulary import (
    HERE,
    THERE,
    All,
    AsOf,
    At,
    Before,
    ByDateOnly,
    ByDue,
    Earliest,
    Either,
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
    MomentOf,
    Not,
    NotRecorded,
    Of,
    On,
    OnlyIf,
    OnOrBeforeDay,
    Passed,
    RowTest,
    Setting,
    Some,
    Start,
    Stop,
    Test,
    TextOf,
    TimeTest,
    Words,
    WorkingDays,
)

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
