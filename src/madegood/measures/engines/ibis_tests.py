"""Moments and tests as Ibis expressions over one table of joined rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import reduce
from operator import and_, or_
from typing import TypeAlias, assert_never

import ibis
from ibis.expr.types import BooleanValue, Table, Value

from madegood.measures.engines.base import Values
from madegood.measures.engines.ibis_rows import THERE_, column_of, only_if, yes
from madegood.measures.engines.staging import parts
from madegood.measures.vocabulary import (
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
    Is,
    Known,
    Least,
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
)

FromLinks: TypeAlias = Some | Earliest | Least


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

    `found` names the columns in which each node that follows a link was worked out.
    """

    table: Table
    now: Span
    values: Values
    found: Mapping[FromLinks, str]

    def column(self, name: str, of: Of) -> Value:
        return self.table[f"{THERE_ if of == THERE else ''}{column_of(name)}"]

    def span(self, name: str) -> Span:
        return Span(*(self.table[part] for part in parts(name)))


def from_links(node: object) -> Iterator[FromLinks]:
    """Every node in a value that follows a link, not looking inside them."""
    if isinstance(node, Some | Earliest | Least):
        yield node
    elif isinstance(node, tuple):
        for each in node:
            yield from from_links(each)
    elif is_dataclass(node):
        for part in fields(node):
            yield from from_links(getattr(node, part.name))


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
        case Earliest():
            return asked.span(asked.found[of])
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
            wanted = test.value
            code = asked.values[wanted.name] if isinstance(wanted, Setting) else wanted
            return yes(asked.column(test.column, test.of) == code)
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


def _time_holds(test: TimeTest, asked: Asked) -> BooleanValue:
    match test:
        case Before():
            first, second = moment(test.first, asked), moment(test.second, asked)
            return yes(first.last < second.first)
        case OnOrBeforeDay():
            first, second = moment(test.first, asked), moment(test.second, asked)
            return yes(first.day <= second.day)
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


def _has_due(asked: Asked) -> BooleanValue:
    return asked.table.due.notnull() | asked.table.due_day.notnull()


def _by_due(span: Span, asked: Asked) -> BooleanValue:
    """No later than due: to the second, or by the end of a due date."""
    to_the_second = yes(span.first <= asked.table.due)
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
        case _:
            assert_never(test)
