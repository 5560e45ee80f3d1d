"""Any database that Ibis speaks to: DuckDB in this process unless a URL says other.

Only whole numbers, text and equality joins reach the database, so that one expression
runs unchanged on DuckDB, PostgreSQL and Spark. It answers to the reference.
"""

from datetime import UTC, datetime
from typing import Any, assert_never

import ibis
from ibis.backends import BaseBackend
from ibis.expr.types import Table

from madegood.clock.moments import london_date
from madegood.measures.engines.base import NOT_OFTEN, OFTEN, Values, in_order
from madegood.measures.engines.ibis_record import Record
from madegood.measures.engines.ibis_rows import column_of
from madegood.measures.engines.ibis_tests import (
    Asked,
    Span,
    from_links,
    holds,
    moment,
    text,
)
from madegood.measures.engines.staging import (
    calendar,
    day_at,
    day_number,
    parts,
    second_at,
    working_day_numbers,
)
from madegood.measures.model import Clock, Count, Measure, Rate, Repeat, Share
from madegood.measures.states import RowState, State, Stay, When
from madegood.measures.vocabulary import ByDateOnly, Hours, Limit, WorkingDays
from madegood.record.snapshot import Snapshot

Judged = Clock | Share | Count
_DUCKDB = "duckdb://"


def open_database(name: str, snapshot: Snapshot, as_of: datetime) -> "Database":
    """The engine on a database: `duckdb`, or the URL of one."""
    return Database(
        ibis.connect(_DUCKDB if name == "duckdb" else name), snapshot, as_of
    )


class Database:
    """Judges a snapshot's rows in a database."""

    def __init__(
        self, database: BaseBackend, snapshot: Snapshot, as_of: datetime
    ) -> None:
        now = ibis.literal(int(as_of.timestamp()), "int64")
        self.today = day_number(london_date(as_of.astimezone(UTC)))
        span = Span(now, now, ibis.literal(self.today, "int64"))
        self.database = database
        self.record = Record(database, snapshot, span)

    def close(self) -> None:
        self.database.disconnect()

    def rows(self, measure: Measure, values: Values) -> list[RowState]:
        kind = measure.kind
        match kind:
            case Clock() | Share() | Count():
                return self._told(measure.id, kind, self._judged(kind, values))
            case Repeat():
                return self._starts(measure.id, kind, values)
            case Rate():
                return self._told(measure.id, kind.of, self._judged(kind.of, values))
            case _:
                assert_never(kind)

    def stays(self, measure: Measure, values: Values) -> list[Stay]:
        """The nights a rate divides by, one stay for each span."""
        if not isinstance(measure.kind, Rate):
            return []
        exposure = measure.kind.exposure
        base = self.record.rows(exposure.rows)
        wanted = from_links(exposure.where)
        asked = self.record.with_links(base, exposure.rows, wanted, values)
        ours = asked.table.filter(holds(exposure.where, asked))
        start, end = parts(exposure.start)[2], parts(exposure.end)[2]
        ours = ours.filter(ours[start].notnull())
        window = ibis.window(group_by="child_id", order_by=start)
        spans = ours.mutate(next_start=ours[start].lead().over(window))
        until = [column_of(parts(name)[2]) for name in exposure.until]
        ends = [spans[name] for name in (end, "next_start", *until)]
        tomorrow = ibis.literal(self.today + 1, "int64")
        last = ibis.least(tomorrow, *(day.coalesce(tomorrow) for day in ends)) - 1
        told = spans.select("team", "provider", first=spans[start], last=last)
        return sorted(
            (
                Stay(day_at(r["first"]), day_at(r["last"]), r["team"], r["provider"])
                for r in self._fetch(told)
                if r["last"] >= r["first"]
            ),
            key=repr,
        )

    def _judged(self, kind: Judged, values: Values) -> Table:
        """A row for each, with its clock, the rule that caught it, and its flags."""
        asked = self._clocked(kind, values)
        asked = self._linked(asked, kind, (kind.rules, kind.flags, kind.provider))
        branches = [(holds(r.when, asked), n) for n, r in enumerate(kind.rules)]
        started = moment(kind.start, asked).day
        if kind.counted_from is not None:
            asked = self._linked(asked, kind, kind.counted_from)
            started = started.coalesce(moment(kind.counted_from, asked).day)
        rows = asked.table
        clock = [p for name in ("start", "stop") for p in parts(name)]
        return rows.select(
            *clock,
            "due",
            "due_day",
            "team",
            subject=rows[kind.rows.key],
            child=rows.child_id,
            rule=ibis.cases(*branches, else_=-1),
            counted_day=started,
            provider_told=text(kind.provider, asked),
            **{f"flag{n}": holds(f[1], asked) for n, f in enumerate(kind.flags)},
        )

    def _clocked(self, kind: Judged, values: Values) -> Asked:
        asked = Asked(self.record.rows(kind.rows), self.record.now, values, {})
        asked = self._linked(asked, kind, kind.start)
        asked = _with_moment(asked, "start", moment(kind.start, asked))
        blank = ibis.null("int64")
        if isinstance(kind, Count):
            asked = _with_moment(asked, "stop", Span(blank, blank, blank))
            return _with_table(asked, asked.table.mutate(due=blank, due_day=blank))
        asked = self._linked(asked, kind, kind.stop)
        asked = _with_moment(asked, "stop", moment(kind.stop, asked))
        limit = kind.within if isinstance(kind, Clock) else kind.matures
        return _with_table(asked, _with_due(asked, limit))

    def _linked(self, asked: Asked, kind: Judged, node: object) -> Asked:
        wanted = [each for each in from_links(node) if each not in asked.found]
        more = self.record.with_links(asked.table, kind.rows, wanted, asked.values)
        return Asked(more.table, asked.now, asked.values, {**asked.found, **more.found})

    def _starts(self, name: str, kind: Repeat, values: Values) -> list[RowState]:
        """The counted starts, each judged by how many came in the days before it."""
        judged = self._judged(kind.of, values)
        met = [n for n, r in enumerate(kind.of.rules) if r.state is State.MET]
        counted = self.record.kept(judged.filter(judged.rule.isin(met)))
        others = counted.select(other_child="child", other_day="counted_day")
        beside = counted.inner_join(others, counted.child == others.other_child)
        since = beside.counted_day - int(values[kind.days])
        near = beside.filter(
            (beside.other_day <= beside.counted_day) & (beside.other_day > since)
        )
        sums = near.group_by(near_subject=near.subject).aggregate(near=near.count())
        told = counted.left_join(sums, counted.subject == sums.near_subject)
        found = []
        for cells in self._fetch(told):
            often = cells["near"] >= int(values[kind.starts])
            state, reason = OFTEN if often else NOT_OFTEN
            row = _row(name, kind.of, cells)
            found.append(row.retold(row.child, state, reason))
        return in_order(found)

    def _told(self, name: str, kind: Judged, judged: Table) -> list[RowState]:
        return in_order(_row(name, kind, cells) for cells in self._fetch(judged))

    def _fetch(self, rows: Table) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.database.to_pyarrow(rows).to_pylist()
        return found


def _with_table(asked: Asked, table: Table) -> Asked:
    return Asked(table, asked.now, asked.values, asked.found)


def _with_moment(asked: Asked, name: str, span: Span) -> Asked:
    named = dict(zip(parts(name), span.each(), strict=True))
    return _with_table(asked, asked.table.mutate(**named))


def _with_due(asked: Asked, limit: Limit | None) -> Table:
    """When the time runs out: a second in `due`, or a date in `due_day`."""
    table, blank = asked.table, ibis.null("int64")
    match limit:
        case None:
            return table.mutate(due=blank, due_day=blank)
        case Hours():
            hours = int(asked.values[limit.setting])
            dated = holds(ByDateOnly(), asked)
            by_date = table.start__day + -(-hours // 24)
            return table.mutate(
                due=ibis.ifelse(dated, blank, table.start + hours * 3600),
                due_day=ibis.ifelse(dated, by_date, blank),
            )
        case WorkingDays():
            days, places = (
                ibis.memtable(calendar()),
                ibis.memtable(working_day_numbers()),
            )
            dated = table.left_join(days, table.start__day == days.calendar_day)
            place = dated.calendar_count + int(asked.values[limit.setting])
            placed = dated.mutate(due_place=place)
            due = placed.left_join(places, placed.due_place == places.working_place)
            return due.mutate(due=blank, due_day=due.working_day).drop(
                "calendar_day",
                "calendar_count",
                "due_place",
                "working_place",
                "working_day",
            )
        case _:
            assert_never(limit)


def _row(name: str, kind: Judged, cells: dict[str, Any]) -> RowState:
    rule = kind.rules[cells["rule"]]
    day = cells["counted_day"]
    return RowState(
        measure=name,
        subject=cells["subject"],
        child=cells["child"],
        start=_when(cells, "start"),
        due=_due(cells),
        stop=_when(cells, "stop"),
        state=rule.state,
        reason=rule.reason,
        flags=tuple(f[0] for n, f in enumerate(kind.flags) if cells[f"flag{n}"]),
        counted_on=None if day is None else day_at(day),
        team=cells["team"],
        provider=cells["provider_told"],
    )


def _when(cells: dict[str, Any], name: str) -> When:
    first, last, day = (cells[part] for part in parts(name))
    if first is None:
        return None
    return second_at(first) if first == last else day_at(day)


def _due(cells: dict[str, Any]) -> When:
    if cells["due"] is not None:
        return second_at(cells["due"])
    return None if cells["due_day"] is None else day_at(cells["due_day"])
