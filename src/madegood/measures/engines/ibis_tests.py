"""Moments and tests as Ibis expressions over one table of joined rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import reduce
from operator import and_, or_
from typing import TypeAlias, assert_never

import ibis
from ibis.expr.types import BooleanValue, Table, Value

from madegood.measures.engines.base import Values
from madegood.measures.engines.ibis_rows import (
    THERE_,
    column_of,
    months_after,
    only_if,
    set_day,
    yes,
)
from madegood.measures.engines.staging import parts
from madegood.measures.vocabulary import (
    A_DAY,
    HERE,
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
    Earliest,
    Either,
    FirstOf,
    HasDue,
    Is,
    Known,
    LastOf,
    Latest,
    Least,
    Logic,
    Longer,
    Many,
    Marked,
    MomentOf,
    Months,
    MoreThan,
    Not,
    NotRecorded,
    Of,
    On,
    OneOf,
    OnlyIf,
    OnOrBeforeDay,
    Passed,
    RowTest,
    Same,
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
)

FromLinks: TypeAlias = Some | Many | Earliest | Latest | Least
Found: TypeAlias = FromLinks | After


@dataclass(frozen=True)
class Span:
    """A moment as three expressions: its first and last second, and its London day."""

    first: Value
    last: Value
    day: Value

    def each(self) -> tuple[Value, Value, Value]:
        return self.first, self.last, self.day


@dataclass(frozen=True)
class Asked:
    """A table being judged, what is known of the question, and what links gave it.

    `found` names the columns in which each node that follows a link, or the calendar,
    was worked out.
    """

    table: Table
    now: Span
    values: Values
    found: Mapping[Found, str]

    def column(self, name: str, of: Of) -> Value:
        return self.table[f"{THERE_ if of == THERE else ''}{column_of(name)}"]

    def span(self, name: str) -> Span:
        return Span(*(self.table[part] for part in parts(name)))


def from_links(node: object) -> Iterator[FromLinks]:
    """Every node in a value that follows a link, not looking inside them."""
    if isinstance(node, Some | Many | Earliest | Latest | Least):
        yield node
    elif isinstance(node, tuple):
        for each in node:
            yield from from_links(each)
    elif is_dataclass(node):
        for part in fields(node):
            yield from from_links(getattr(node, part.name))


def afters(node: object) -> Iterator[After]:
    """Every After in a value, those inside another first."""
    if isinstance(node, tuple):
        for each in node:
            yield from afters(each)
    elif is_dataclass(node):
        for part in fields(node):
            yield from afters(getattr(node, part.name))
        if isinstance(node, After):
            yield node


def moment(of: MomentOf, asked: Asked) -> Span:
    match of:
        case At():
            return Span(*(asked.column(part, of.of) for part in parts(of.column)))
        case FirstOf():
            each = [moment(one, asked).each() for one in of.moments]
            return Span(*(ibis.coalesce(*same) for same in zip(*each, strict=True)))
        case OnlyIf():
            test = holds(of.test, asked)
            spans = moment(of.moment, asked).each()
            return Span(*(only_if(test, part) for part in spans))
        case Earliest() | Latest() | After():
            return asked.span(asked.found[of])
        case LastOf():
            each = [moment(one, asked).each() for one in of.moments]
            all_known = reduce(and_, (first.notnull() for first, _, _ in each))
            lasts = (ibis.greatest(*same) for same in zip(*each, strict=True))
            return Span(*(only_if(all_known, part) for part in lasts))
        case SetDay():
            return Span(*set_day(str(asked.values[of.setting])))
        case AsOf():
            return asked.now
        case Start():
            return asked.span("start")
        case Stop():
            return asked.span("stop")
        case _:
            assert_never(of)


def text(of: TextOf, asked: Asked) -> Value:
    match of:
        case Words():
            if of.column not in asked.table.columns:
                return ibis.null("string")
            return asked.table[of.column]
        case Least():
            return asked.table[asked.found[of]]
        case _:
            assert_never(of)


def holds(test: Test, asked: Asked) -> BooleanValue:
    if isinstance(test, RowTest):
        return _row_holds(test, asked)
    if isinstance(test, TimeTest):
        return _time_holds(test, asked)
    return _logic_holds(test, asked)


def _row_holds(test: RowTest, asked: Asked) -> BooleanValue:
    match test:
        case Is():
            code = _value(test.value, asked)
            return yes(asked.column(test.column, test.of) == code)
        case OneOf():
            return yes(asked.column(test.column, test.of).isin(test.values))
        case SaysDay():
            said = asked.column(test.column, test.of)
            return yes(said.re_search(f"^{A_DAY}$"))
        case AtLeast():
            least = int(_value(test.number, asked))
            return yes(asked.column(test.column, test.of) >= least)
        case MoreThan():
            most = int(_value(test.number, asked))
            return yes(asked.column(test.column, test.of) > most)
        case Same():
            own = asked.column(test.here, HERE)
            return yes(own == asked.column(test.there, THERE))
        case NotRecorded():
            return asked.column(test.column, test.of).isnull()
        case Marked():
            return yes(asked.column(test.mark, test.of))
        case Known():
            return moment(test.moment, asked).first.notnull()
        case On():
            return ibis.literal(asked.values.get(test.setting) is True)
        case _:
            assert_never(test)


def _value(of: Setting | str | int, asked: Asked) -> int | bool | str:
    return asked.values[of.name] if isinstance(of, Setting) else of


def _since(day: Value, limit: Days | Months, asked: Asked) -> Value:
    """The day that is as long before a day as the limit."""
    length = int(asked.values[limit.setting])
    match limit:
        case Days():
            return day - length * limit.each
        case Months():
            return months_after(day, -length)
        case _:
            assert_never(limit)


def _time_holds(test: TimeTest, asked: Asked) -> BooleanValue:
    match test:
        case Before():
            first, second = moment(test.first, asked), moment(test.second, asked)
            return yes(first.last < second.first)
        case OnOrBeforeDay():
            first, second = moment(test.first, asked), moment(test.second, asked)
            return yes(first.day <= second.day)
        case WithinLast():
            first, second = moment(test.first, asked), moment(test.second, asked)
            since = _since(second.day, test.limit, asked)
            return yes((first.day <= second.day) & (first.day > since))
        case Longer():
            return _longer(test, asked)
        case ByDue():
            return _by_due(moment(test.moment, asked), asked)
        case Passed():
            return _has_due(asked) & ~_by_due(asked.now, asked)
        case HasDue():
            return _has_due(asked)
        case ByDateOnly():
            start, stop = asked.span("start"), asked.span("stop")
            return yes(start.last != start.first) | yes(stop.last != stop.first)
        case _:
            assert_never(test)


def _longer(test: Longer, asked: Asked) -> BooleanValue:
    first, second = moment(test.first, asked), moment(test.second, asked)
    hours = int(asked.values[test.limit.setting])
    dated = (first.first != first.last) | (second.first != second.last)
    whole = second.day > first.day - (-hours // 24)
    return yes(ibis.ifelse(dated, whole, second.first - first.first > hours * 3600))


def _has_due(asked: Asked) -> BooleanValue:
    return asked.table.due_second.notnull() | asked.table.due_day.notnull()


def _by_due(span: Span, asked: Asked) -> BooleanValue:
    """No later than due: to the second, or by the end of a due date."""
    to_the_second = yes(span.first <= asked.table.due_second)
    return to_the_second | yes(span.day <= asked.table.due_day)


def _logic_holds(test: Logic, asked: Asked) -> BooleanValue:
    match test:
        case All():
            each = (holds(one, asked) for one in test.tests)
            return reduce(and_, each, ibis.literal(True))  # noqa: FBT003
        case Either():
            each = (holds(one, asked) for one in test.tests)
            return reduce(or_, each, ibis.literal(False))  # noqa: FBT003
        case Not():
            return ~holds(test.test, asked)
        case Some():
            return asked.table[asked.found[test]].fill_null(0) == 1
        case Many():
            most = int(_value(test.more_than, asked))
            return asked.table[asked.found[test]].fill_null(0) > most
        case _:
            assert_never(test)
