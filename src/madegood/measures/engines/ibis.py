"""Any database that Ibis speaks to: DuckDB in this process unless a URL says other.

Only whole numbers, text and equality joins reach the database, so that one expression
runs unchanged on DuckDB, PostgreSQL and Spark. It answers to the reference.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import assert_never

import ibis
from ibis.backends import BaseBackend
from ibis.expr.types import Table

from madegood.clock.moments import end_of_day, london_date
from madegood.clock.periods import Period
from madegood.measures.engines.atoms import Atoms
from madegood.measures.engines.base import (
    NOT_OFTEN,
    OFTEN,
    Question,
    Values,
    in_order,
)
from madegood.measures.engines.compiled import AsOf, named
from madegood.measures.engines.duckdb_tables import DuckTables
from madegood.measures.engines.ibis_chains import LINK
from madegood.measures.engines.ibis_columns import ATOMS, Columns
from madegood.measures.engines.ibis_dues import with_afters, with_due, with_due_told
from madegood.measures.engines.ibis_record import Record
from madegood.measures.engines.ibis_rows import column_of
from madegood.measures.engines.ibis_tables import Tables
from madegood.measures.engines.ibis_tests import (
    Asked,
    Span,
    afters,
    from_links,
    holds,
    moment,
    text,
)
from madegood.measures.engines.ibis_told import WHO, told_row, who_of
from madegood.measures.engines.ibis_who import by_age as cut_by_age
from madegood.measures.engines.ibis_who import with_groups
from madegood.measures.engines.opening import address_of
from madegood.measures.engines.staging import day_at, day_number, parts
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
from madegood.measures.states import RowState, State, Stay
from madegood.measures.vocabulary import After, Start
from madegood.measures.who import OF_CHILDREN
from madegood.record.snapshot import Snapshot

Judged = Clock | Share | Count
_DUCKDB, _SPARK = "duckdb://", "spark"


def open_database(name: str, snapshot: Snapshot, as_of: datetime) -> "Database":
    """The engine on a database: `duckdb`, `spark`, or the URL of one."""
    if name == _SPARK:
        # It is an extra of half a gigabyte, and starts Java.
        from madegood.measures.engines import spark  # noqa: PLC0415

        return Database(spark.connected(), snapshot, as_of, spark.SparkTables)
    address = _DUCKDB if name == "duckdb" else address_of(name)
    database = ibis.connect(address)
    kept_in = DuckTables if database.name == "duckdb" else Tables
    return Database(database, snapshot, as_of, kept_in)


class Database:
    """Judges a snapshot's rows in a database."""

    def __init__(
        self,
        database: BaseBackend,
        snapshot: Snapshot,
        as_of: datetime,
        kept_in: type[Tables] = Tables,
    ) -> None:
        self._atoms: Atoms | None = None
        self.record = Record(database, snapshot, _moment(as_of), kept_in)

    def close(self) -> None:
        self.record.tables.close()

    def rows(self, measure: Measure, values: Values) -> list[RowState]:
        kind = measure.kind
        match kind:
            case Clock() | Share() | Count():
                return self._told(measure.id, kind, values)
            case Repeat():
                return self._starts(measure.id, kind, values)
            case Rate() | Median() | Gap():
                return self._told(measure.id, kind.of, values)
            case _:
                assert_never(kind)

    def judged(self, question: Question) -> Columns:
        return Columns(self, question)

    def at(self, as_of: datetime) -> "Database":
        self.record.tables.move(_moment(as_of))
        return self

    def atoms(self, periods: Sequence[Period]) -> Atoms:
        """Time cut for some periods, in a table of the database as well."""
        if self._atoms is None or self._atoms.periods != tuple(periods):
            self._atoms = Atoms(periods)
            self.record.tables.lend(ATOMS, self._atoms.days())
        return self._atoms

    def stays(self, measure: Measure, values: Values) -> list[Stay]:
        """The nights a rate divides by, one stay for each span."""
        if not isinstance(measure.kind, Rate):
            return []
        exposure = measure.kind.exposure

        def told() -> Table:
            stays = self.stayed(exposure, values, by_age=True)
            return with_groups(stays, self.record.about, OF_CHILDREN, WHO)

        name = named("stays", (exposure, sorted(values.items())))
        rows = self.record.tables.ask(name, told)
        return sorted(
            (
                Stay(
                    day_at(r["first"]),
                    day_at(r["last"]),
                    r["team"],
                    r["provider"],
                    who_of(r),
                )
                for r in rows
            ),
            key=repr,
        )

    def stayed(self, exposure: Exposure, values: Values, *, by_age: bool) -> Table:
        """The nights of each span, those of each age apart where that is asked."""
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
        tomorrow = self.record.now.day + 1
        last = ibis.least(tomorrow, *(day.coalesce(tomorrow) for day in ends)) - 1
        told = spans.select(
            "team",
            "provider",
            child=spans.child_id,
            first=spans[start],
            last=last,
            counted_day=spans[start],
        )
        stays = told.filter(told["last"] >= told["first"])
        if not by_age:
            return stays
        return cut_by_age(stays, self.record.about(), self.record.age_pieces)

    def judgements(self, kind: Judged, values: Values) -> Table:
        """A row for each, with its clock, the rule that caught it, and its flags."""
        asked = self._clocked(kind, values)
        asked = self._linked(asked, kind, (kind.rules, kind.flags, kind.provider))
        branches = [(holds(r.when, asked), n) for n, r in enumerate(kind.rules)]
        started = moment(kind.start, asked).day
        if kind.counted_from is not None:
            asked = self._linked(asked, kind, kind.counted_from)
            started = started.coalesce(moment(kind.counted_from, asked).day)
        rows = asked.table
        if kind.rows.chain is not None:
            started = rows.due_day.coalesce(started)
        clock = [p for name in ("start", "stop") for p in parts(name)]
        return rows.select(
            *clock,
            "due_day",
            "team",
            due=rows.due_second,
            owner=rows[kind.rows.key],
            subject=rows[kind.rows.key if kind.rows.chain is None else LINK],
            child=rows.child_id if "child_id" in rows.columns else ibis.literal(""),
            amount=rows[kind.adds] if kind.adds else ibis.null("float64"),
            rule=ibis.cases(*branches, else_=-1),
            counted_day=started,
            provider=text(kind.provider, asked),
            **{f"flag{n}": holds(f[1], asked) for n, f in enumerate(kind.flags)},
        )

    def _clocked(self, kind: Judged, values: Values) -> Asked:
        asked = Asked(self._rows_of(kind), self.record.now, values, {})
        asked = self._linked(asked, kind, kind.start)
        asked = _with_moment(asked, "start", moment(kind.start, asked))
        blank = ibis.null("int64")
        if isinstance(kind, Count):
            asked = _with_moment(asked, "stop", Span(blank, blank, blank))
            return _with_table(
                asked, asked.table.mutate(due_second=blank, due_day=blank)
            )
        asked = self._linked(asked, kind, kind.stop)
        asked = _with_moment(asked, "stop", moment(kind.stop, asked))
        limit = kind.within if isinstance(kind, Clock) else kind.matures
        asked = self._linked(asked, kind, limit)
        asked = _with_table(asked, with_due(self.record, asked, limit))
        if limit is None or After(Start(), limit) not in afters(kind):
            return asked
        return with_due_told(self.record, asked, limit)

    def _rows_of(self, kind: Judged) -> Table:
        rows = kind.rows
        table = self.record.rows(rows)
        if rows.chain is not None:
            table = self.record.chained(rows, rows.chain)
        if rows.only is None:
            return table
        return table.filter(holds(rows.only, Asked(table, self.record.now, {}, {})))

    def _linked(self, asked: Asked, kind: Judged, node: object) -> Asked:
        """With what follows a link, or the calendar, in columns. A day that a limit
        gives may be asked about in a link, or be counted from what a link found."""
        first = [each for each in afters(node) if not any(from_links(each))]
        asked = with_afters(self.record, asked, first)
        wanted = [each for each in from_links(node) if each not in asked.found]
        more = self.record.with_links(
            asked.table, kind.rows, wanted, asked.values, asked.found
        )
        asked = Asked(
            more.table, asked.now, asked.values, {**asked.found, **more.found}
        )
        return with_afters(self.record, asked, afters(node))

    def _starts(self, name: str, kind: Repeat, values: Values) -> list[RowState]:
        """The counted starts, each judged by how many came in the days before it."""
        asked = named("starts", (kind, sorted(values.items())))
        found = []
        for cells in self.record.tables.ask(
            asked, lambda: self._with_who(self.near(kind, values))
        ):
            often = cells["near"] >= int(values[kind.starts])
            state, reason = OFTEN if often else NOT_OFTEN
            row = told_row(name, kind.of, cells)
            found.append(row.retold(row.child, state, reason))
        return in_order(found)

    def near(self, kind: Repeat, values: Values) -> Table:
        """The counted starts, with how many came in the days up to each."""

        def count() -> Table:
            judged = self.judgements(kind.of, values)
            met = [n for n, r in enumerate(kind.of.rules) if r.state is State.MET]
            return judged.filter(judged.rule.isin(met))

        name = named("counted", (kind, sorted(values.items())))
        counted = self.record.tables.kept(name, count)
        others = counted.select(other_child="child", other_day="counted_day")
        beside = counted.inner_join(others, counted.child == others.other_child)
        since = beside.counted_day - int(values[kind.days])
        near = beside.filter(
            (beside.other_day <= beside.counted_day) & (beside.other_day > since)
        )
        sums = near.group_by(near_subject=near.subject).aggregate(near=near.count())
        return counted.left_join(sums, counted.subject == sums.near_subject)

    def _told(self, name: str, kind: Judged, values: Values) -> list[RowState]:
        asked = named("judged", (kind, sorted(values.items())))
        rows = self.record.tables.ask(
            asked, lambda: self._with_who(self.judgements(kind, values))
        )
        return in_order(told_row(name, kind, cells) for cells in rows)

    def _with_who(self, judged: Table) -> Table:
        return with_groups(judged, self.record.about, OF_CHILDREN, WHO)


def _with_table(asked: Asked, table: Table) -> Asked:
    return Asked(table, asked.now, asked.values, asked.found)


def _with_moment(asked: Asked, name: str, span: Span) -> Asked:
    named = dict(zip(parts(name), span.each(), strict=True))
    return _with_table(asked, asked.table.mutate(**named))


def _moment(as_of: datetime) -> AsOf:
    day = london_date(as_of.astimezone(UTC))
    over = day if end_of_day(day) <= as_of else day - timedelta(days=1)
    return AsOf(int(as_of.timestamp()), day_number(day), day_number(over))
