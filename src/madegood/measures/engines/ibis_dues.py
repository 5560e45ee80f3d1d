"""When a limit runs out, as Ibis expressions and joins to the calendar."""

from collections.abc import Iterable
from typing import assert_never

import ibis
from ibis.expr.types import Table, Value

from madegood.measures.engines.ibis_record import Record
from madegood.measures.engines.ibis_rows import months_after, only_if
from madegood.measures.engines.ibis_tests import Asked, holds, moment
from madegood.measures.engines.staging import parts
from madegood.measures.vocabulary import (
    After,
    ByDateOnly,
    Days,
    Depends,
    Hours,
    Limit,
    Months,
    OnDay,
    SameDay,
    Start,
    WorkingDays,
)


def with_due(record: Record, asked: Asked, limit: Limit | None) -> Table:
    """The rows with when the time runs out: a second in `due_second`, or a date
    in `due_day`. A record's own column may be called `due`."""
    blank = ibis.null("int64")
    if limit is None:
        return asked.table.mutate(due_second=blank, due_day=blank)
    if not isinstance(limit, Hours):
        table, day = _ends(record, asked, limit, asked.table.start__day, "due")
        return table.mutate(due_second=blank, due_day=day)
    length = int(asked.values[limit.setting])
    dated = holds(ByDateOnly(), asked)
    table, day = _ends(record, asked, limit, asked.table.start__day, "due")
    return table.mutate(
        due_second=only_if(~dated, table.start + length * 3600),
        due_day=only_if(dated, day),
    )


def with_due_told(record: Record, asked: Asked, limit: Limit) -> Asked:
    """With the day that the time runs out as rules that ask about it find it: it is not
    worked out a second time."""
    if isinstance(limit, Hours):
        return asked
    node = After(Start(), limit)
    return _told(record, asked, node, asked.table, asked.table.due_day)


def with_afters(record: Record, asked: Asked, wanted: Iterable[After]) -> Asked:
    """The rows with the three columns of each day that a limit gives."""
    for node in wanted:
        if node not in asked.found:
            asked = _with_after(record, asked, node)
    return asked


def _with_after(record: Record, asked: Asked, node: After) -> Asked:
    name = f"after{len(asked.table.columns)}"
    start = moment(node.moment, asked).day
    table, day = _ends(record, asked, node.limit, start, name)
    return _told(record, asked, node, table, day)


def _told(record: Record, asked: Asked, node: After, table: Table, day: Value) -> Asked:
    name = f"after{len(asked.table.columns)}"
    first, last, of_day = parts(name)
    table = table.mutate(**{of_day: day})
    seconds = record.seconds
    joined = table.left_join(seconds, table[of_day] == seconds.second_day)
    told = joined.mutate(**{first: joined.second_first, last: joined.second_last}).drop(
        "second_day", "second_first", "second_last"
    )
    return Asked(told, asked.now, asked.values, {**asked.found, node: name})


def _ends(
    record: Record, asked: Asked, limit: Limit, start: Value, name: str
) -> tuple[Table, Value]:
    """The last day of a limit, and the table it is a value of: one with more columns
    where the calendar had to be asked."""
    table, values = asked.table, asked.values
    match limit:
        case Hours():
            return table, start + -(-int(values[limit.setting]) // 24)
        case Days():
            return table, start + int(values[limit.setting]) * limit.each
        case Months():
            return table, months_after(start, int(values[limit.setting]))
        case SameDay():
            return table, start
        case OnDay():
            return table, only_if(start.notnull(), table[parts(limit.column)[2]])
        case WorkingDays():
            length = int(values[limit.setting])
            return _working_day(record, table, start, length, name)
        case Depends():
            return _depending(record, asked, limit, start, name)
        case _:
            assert_never(limit)


def _working_day(
    record: Record, table: Table, start: Value, length: int, name: str
) -> tuple[Table, Value]:
    days, places = record.calendar, record.working_days
    asked = table.mutate(**{f"{name}_from": start})
    dated = asked.left_join(days, asked[f"{name}_from"] == days.calendar_day)
    placed = dated.mutate(**{f"{name}_place": dated.calendar_count + length}).drop(
        "calendar_day", "calendar_count", f"{name}_from"
    )
    found = placed.left_join(places, placed[f"{name}_place"] == places.working_place)
    told = found.rename({f"{name}_ends": "working_day"}).drop(
        "working_place", f"{name}_place"
    )
    return told, told[f"{name}_ends"]


def _depending(
    record: Record, asked: Asked, limit: Depends, start: Value, name: str
) -> tuple[Table, Value]:
    """Both are worked out, and the one that the test chooses is taken."""
    base = asked.table.mutate(**{f"{name}_start": start})
    first = Asked(base, asked.now, asked.values, asked.found)
    table, then = _ends(record, first, limit.then, base[f"{name}_start"], f"{name}_t")
    table = table.mutate(**{f"{name}_then": then})
    second = Asked(table, asked.now, asked.values, asked.found)
    table, other = _ends(
        record, second, limit.otherwise, table[f"{name}_start"], f"{name}_o"
    )
    table = table.mutate(**{f"{name}_other": other})
    chosen = holds(limit.when, Asked(table, asked.now, asked.values, asked.found))
    return table, ibis.ifelse(chosen, table[f"{name}_then"], table[f"{name}_other"])
