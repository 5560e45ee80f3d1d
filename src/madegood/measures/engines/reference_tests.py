"""Moments, tests and due times over one plain row: the reference's reading of them."""

import re
from datetime import date, timedelta
from typing import assert_never

from madegood.clock.periods import add_months
from madegood.clock.working_days import BeyondCalendar, add_working_days
from madegood.measures.engines.reference_case import Case, Due
from madegood.measures.engines.reference_rows import (
    Span,
    earliest_of,
    latest_of,
    span_of_day,
)
from madegood.measures.vocabulary import (
    A_DAY,
    THERE,
    After,
    All,
    AsOf,
    At,
    AtLeast,
    Before,
    ByDateOnly,
    ByDue,
    Days,
    Depends,
    Earliest,
    Either,
    FirstOf,
    HasDue,
    Hours,
    Is,
    Known,
    LastOf,
    Latest,
    Least,
    Limit,
    Logic,
    Longer,
    Many,
    Marked,
    MomentOf,
    Months,
    MoreThan,
    Not,
    NotRecorded,
    On,
    OnDay,
    OneOf,
    OnlyIf,
    OnOrBeforeDay,
    Passed,
    RowTest,
    Same,
    SameDay,
    SaysDay,
    SetDay,
    Setting,
    Some,
    Start,
    Stop,
    Test,
    TextOf,
    TimeTest,
    WithinLast,
    Words,
    WorkingDays,
)


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
            return earliest_of(_passing(of, case))
        case Latest():
            return latest_of(_passing(of, case))
        case LastOf():
            each_of = [moment(each, case) for each in of.moments]
            return None if None in each_of else latest_of(each_of)
        case After():
            start = moment(of.moment, case)
            due = None if start is None else ends(of.limit, start.day, case)
            return None if due is None else span_of_day(due)
        case SetDay():
            said = str(case.values[of.setting])
            return span_of_day(date.fromisoformat(said)) if said else None
        case AsOf():
            return case.record.now
        case Start():
            return case.start
        case Stop():
            return case.stop
        case _:
            assert_never(of)


def _passing(of: Earliest | Latest, case: Case) -> list[Span | None]:
    passing = [each for each in case.linked(of.link) if holds(of.where, each)]
    return [each.row(THERE).moments.get(of.column) for each in passing]


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
            code = _value(test.value, case)
            return case.row(test.of).texts.get(test.column) == code
        case OneOf():
            return case.row(test.of).texts.get(test.column) in test.values
        case SaysDay():
            said = case.row(test.of).texts.get(test.column, "")
            return re.fullmatch(A_DAY, said) is not None
        case AtLeast():
            number = case.row(test.of).numbers.get(test.column)
            return number is not None and number >= int(_value(test.number, case))
        case MoreThan():
            number = case.row(test.of).numbers.get(test.column)
            return number is not None and number > int(_value(test.number, case))
        case Same():
            own = case.here.texts.get(test.here)
            return own is not None and case.row(THERE).texts.get(test.there) == own
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


def _value(of: "Setting | str | int", case: Case) -> "int | bool | str":
    return case.values[of.name] if isinstance(of, Setting) else of


def time_holds(test: TimeTest, case: Case) -> bool:
    match test:
        case Before():
            first, second = moment(test.first, case), moment(test.second, case)
            return bool(first and second and first.last < second.first)
        case OnOrBeforeDay():
            first, second = moment(test.first, case), moment(test.second, case)
            return bool(first and second and first.day <= second.day)
        case WithinLast():
            first, second = moment(test.first, case), moment(test.second, case)
            if first is None or second is None or first.day > second.day:
                return False
            since = ends(test.limit, second.day, case, back=True)
            return since is not None and since < first.day
        case Longer():
            return _longer(test, case)
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


def _longer(test: Longer, case: Case) -> bool:
    first, second = moment(test.first, case), moment(test.second, case)
    if first is None or second is None:
        return False
    if first.dated or second.dated:
        last = ends(test.limit, first.day, case)
        return last is not None and second.day > last
    return second.first - first.first > int(case.values[test.limit.setting]) * 3600


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
        case Many():
            passing = sum(holds(test.test, each) for each in case.linked(test.link))
            return passing > int(_value(test.more_than, case))
        case _:
            assert_never(test)


# ---- due ----------------------------------------------------------------------
def due_of(limit: Limit | None, case: Case) -> Due:
    """When the time runs out: a second, or a date whose end it is; None if untold."""
    if limit is None or case.start is None:
        return None
    limit = _chosen(limit, case)
    if isinstance(limit, Hours) and not holds(ByDateOnly(), case):
        return case.start.first + int(case.values[limit.setting]) * 3600
    return ends(limit, case.start.day, case)


def _chosen(limit: Limit, case: Case) -> Limit:
    while isinstance(limit, Depends):
        limit = limit.then if holds(limit.when, case) else limit.otherwise
    return limit


def ends(limit: Limit, day: date, case: Case, *, back: bool = False) -> date | None:
    """The last day of a limit that starts on a day; with `back`, the day that is as
    long before it. None past the calendar, or where the row gives no day."""
    limit, sign = _chosen(limit, case), -1 if back else 1
    match limit:
        case Hours():
            return day + sign * timedelta(
                days=-(-int(case.values[limit.setting]) // 24)
            )
        case Days():
            return day + sign * timedelta(
                days=int(case.values[limit.setting]) * limit.each
            )
        case Months():
            return add_months(day, sign * int(case.values[limit.setting]))
        case WorkingDays():
            return _working_day(day, sign * int(case.values[limit.setting]))
        case SameDay():
            return day
        case OnDay():
            given = case.here.moments.get(limit.column)
            return None if given is None else given.day
        case Depends():
            raise AssertionError("the limit was chosen")
        case _:
            assert_never(limit)


def _working_day(day: date, places: int) -> date | None:
    try:
        return add_working_days(day, places)
    except BeyondCalendar:
        return None
