"""What was known of each table on a day, as Ibis expressions."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import and_, or_

import ibis
from ibis.expr.types import BooleanValue, Table, Value

from madegood.clock.moments import end_of_day, start_of_day
from madegood.measures.engines.staging import (
    ROW_NUMBER,
    day_number,
    is_event,
    parts,
)
from madegood.measures.vocabulary import Merge, Rows
from madegood.record.schema import Column, Kind
from madegood.record.schema import Table as Shape
from madegood.record.tables import table

OPEN = 2**53
_EPOCH = (1970, 1, 1)
_DAY = 86_400
THERE_ = "there__"
MARKS = ("future_date", "swallowed", "merged", "no_end")


def column_of(name: str) -> str:
    """A rule's name for a column as the database's: no dots."""
    return name.replace(".", "__of__")


def yes(test: BooleanValue) -> BooleanValue:
    """A test in which blank is no."""
    return test.fill_null(False)  # noqa: FBT003


def months_after(day: Value, months: int) -> Value:
    """A day so many calendar months later, or earlier, clamped to the month's end."""
    epoch = ibis.date(*_EPOCH)
    moved = epoch + day.as_interval("D") + ibis.interval(months=months)
    return moved.cast("date").epoch_seconds() // _DAY


def set_day(said: str) -> tuple[Value, ...]:
    """The first and last second of a day, and its number; blank for no day."""
    if not said:
        return (ibis.null("int64"),) * 3
    day = date.fromisoformat(said)
    ends = (int(each(day).timestamp()) for each in (start_of_day, end_of_day))
    return tuple(map(ibis.literal, (*ends, day_number(day))))


def only_if(test: BooleanValue, value: Value) -> Value:
    return ibis.ifelse(test, value, ibis.null(value.type()))


def known(latest: Table, rows: Rows, now: tuple[Value, Value]) -> Table:
    """The latest version of each row, with the events later than `now` blank: its second
    and its London day, for some events are days alone."""
    shape = table(rows.table)
    later = _later(latest, shape, now)
    if not later:
        return latest.mutate(future_date=ibis.literal(False))  # noqa: FBT003
    hidden = dict(later)
    for column in shape.columns:
        if column.known_from is not None:
            hidden[column.name] = later[column.known_from]
    some_later = reduce(or_, later.values())
    absent = _not_there_yet(latest, rows, later)
    masked = {
        name: only_if(~hides, latest[name])
        for whole, hides in hidden.items()
        for name in (parts(whole) if whole in later else (whole,))
    }
    marked = latest.mutate(
        future_date=latest.recorded_at.notnull() & some_later,
        not_there_yet=absent,
        **{f"later_{name}": later[name] for name in rows.later},
    )
    seen = marked.mutate(**masked)
    return seen.filter(~seen.not_there_yet).drop("not_there_yet")


def known_all_along(latest: Table, rows: Rows) -> Table:
    """The same where no event of any row is later than `now`: nothing is to be hidden."""
    no = ibis.literal(False)  # noqa: FBT003
    return latest.mutate(future_date=no, **{f"later_{name}": no for name in rows.later})


def _later(
    latest: Table, shape: Shape, now: tuple[Value, Value]
) -> dict[str, BooleanValue]:
    """Of each event whether it is yet to come. Of a day alone that is told by the day,
    which is less work than its first second."""
    second, day = now
    return {
        c.name: yes(latest[parts(c.name)[2]] > day)
        if c.kind is Kind.DATE
        else yes(latest[c.name] > second)
        for c in shape.columns
        if is_event(c)
    }


def _told(column: Column) -> str:
    """Of what a column is told as, the part that is the least work."""
    return parts(column.name)[2] if column.kind is Kind.DATE else column.name


def _not_there_yet(
    latest: Table, rows: Rows, later: dict[str, BooleanValue]
) -> BooleanValue:
    shape = table(rows.table)

    def none_yet(names: Iterable[str]) -> BooleanValue:
        each = (later[n] | latest[_told(shape.column(n))].isnull() for n in names)
        return reduce(and_, each)

    absent = latest.recorded_at.isnull() & reduce(or_, later.values())
    brought_by = [name for name in rows.brought_by if name in later]
    if not rows.brought_by:
        return absent & none_yet(later)
    if not brought_by:
        return ibis.literal(False)  # noqa: FBT003
    some_to_come = reduce(or_, (later[n] for n in brought_by))
    return absent & ((none_yet(brought_by) & some_to_come) | none_yet(later))


def recorded(stored: Table, now: int) -> Table:
    """The rows recorded by `now`, of which each is the only version."""
    return stored.filter(stored.recorded_at.coalesce(-OPEN) <= now)


def latest(stored: Table, identity: tuple[str, ...], now: int) -> Table:
    """The latest version of each row recorded by `now`."""
    visible = recorded(stored, now)
    written = visible.recorded_at.coalesce(-OPEN)
    order = [written.desc(), visible[ROW_NUMBER].desc()]
    window = ibis.window(group_by=list(identity), order_by=order)
    ranked = visible.mutate(version=ibis.row_number().over(window))
    return ranked.filter(ranked.version == 0).drop("version")


def with_child(rows: Table, children: Table) -> Table:
    """Each row with its child's own dates, and the day the child comes of age; and
    with the child's authority, where the row names none of its own."""
    wanted = {
        "child_key": children.child_id,
        "childs_authority": children.responsible_authority,
    }
    for name in ("date_of_birth", "died_on", "adult_on"):
        for part in parts(name):
            value = only_if(children.date_of_birth.notnull(), children[part])
            own = value if name == "adult_on" else children[part]
            wanted[column_of(f"child.{part}")] = own
    chosen = children.select(**wanted)
    joined = rows.left_join(chosen, rows.child_id == chosen.child_key)
    whose = joined.responsible_authority.coalesce(joined.childs_authority)
    return joined.mutate(responsible_authority=whose).drop(
        "child_key", "childs_authority"
    )


def unmarked(rows: Table) -> Table:
    """The rows with every mark that merging would make set to no."""
    no = ibis.literal(False)  # noqa: FBT003
    return rows.mutate(swallowed=no, merged=no, no_end=no)


def merged(rows: Table, key: str, merge: Merge) -> Table:
    """The rows with those that overlap or touch made one; `head_key` is each new key."""
    ended = rows.mutate(
        **{
            part: ibis.coalesce(*(rows[parts(end)[i]] for end in merge.ends))
            for i, part in enumerate(parts(merge.returned))
        }
    )
    able = reduce(and_, (ended[n].notnull() for n in (*merge.same, merge.start)))
    latest = ended[merge.start].max().over(ibis.window(group_by=list(merge.same)))
    asked = ended.mutate(
        no_end=yes(
            able & ended[merge.returned].isnull() & (latest > ended[merge.start])
        ),
        could_merge=able,
    )
    backwards = yes(asked[parts(merge.returned)[1]] < asked[merge.start])
    asked = asked.mutate(could_merge=asked.could_merge & ~asked.no_end & ~backwards)
    alone = asked.filter(~asked.could_merge).drop("could_merge")
    no = ibis.literal(False)  # noqa: FBT003
    alone = alone.mutate(head_key=alone[key], swallowed=no, merged=no)
    together = asked.filter(asked.could_merge).drop("could_merge")
    made_one = _made_one(together, key, merge)
    return alone.select(sorted(alone.columns)).union(
        made_one.select(sorted(alone.columns))
    )


def _made_one(rows: Table, key: str, merge: Merge) -> Table:
    clustered = _clustered(rows, key, merge)
    same = [*merge.same, "cluster"]
    order = [clustered[merge.start], clustered[key]]
    ends = [clustered[part].coalesce(OPEN).desc() for part in _end(merge)]
    ranked = clustered.mutate(
        place=ibis.row_number().over(ibis.window(group_by=same, order_by=order)),
        from_end=ibis.row_number().over(
            ibis.window(group_by=same, order_by=[*ends, *order])
        ),
        size=clustered[key].count().over(ibis.window(group_by=same)),
    )
    heads = ranked.filter(ranked.place == 0).select(*same, head_key=ranked[key])
    taken = [p for name in (merge.returned, *merge.from_last) for p in parts(name)]
    lasts = ranked.filter(ranked.from_end == 0).select(
        *same, **{f"last__{part}": ranked[part] for part in taken}
    )
    joined = ranked.join(heads, same).join(lasts, same)
    first = joined.place == 0
    return joined.mutate(
        swallowed=~first,
        merged=first & (joined["size"] > 1),
        **{p: ibis.ifelse(first, joined[f"last__{p}"], joined[p]) for p in taken},
    )


def _end(merge: Merge) -> tuple[str, str]:
    first, last, _ = parts(merge.returned)
    return last, first


def _clustered(rows: Table, key: str, merge: Merge) -> Table:
    """Number the runs of rows that overlap or touch, within the same child."""
    last, _ = _end(merge)
    order = [rows[merge.start], rows[key]]
    so_far = ibis.cumulative_window(group_by=list(merge.same), order_by=order)
    reaching = rows.mutate(reach=rows[last].coalesce(OPEN).max().over(so_far))
    one_by_one = ibis.window(
        group_by=list(merge.same), order_by=[reaching[merge.start], reaching[key]]
    )
    behind = reaching.mutate(behind=reaching.reach.lag().over(one_by_one))
    joins = yes(behind.behind >= behind[merge.start])
    fresh = behind.mutate(fresh=ibis.ifelse(joins, 0, 1))
    counting = ibis.cumulative_window(
        group_by=list(merge.same), order_by=[fresh[merge.start], fresh[key]]
    )
    return fresh.mutate(cluster=fresh.fresh.sum().over(counting))
