"""The record in a database: staged, known, merged, and linked."""

from collections.abc import Iterable

import ibis
from ibis.backends import BaseBackend
from ibis.expr.types import Table, Value

from madegood.measures.engines.base import Values
from madegood.measures.engines.ibis_rows import (
    THERE_,
    known,
    merged,
    unmarked,
    with_child,
)
from madegood.measures.engines.ibis_tests import Asked, FromLinks, Span, holds
from madegood.measures.engines.staging import parts, staged
from madegood.measures.vocabulary import (
    Earliest,
    Gathered,
    Least,
    Link,
    Rows,
    SameChild,
    Some,
    Through,
)
from madegood.record.snapshot import Snapshot
from madegood.record.tables import table

_CHILDREN = Rows("children", "child_id")
_LINKED_KEY = "linked_key"


class Record:
    """A snapshot as known at one moment, in a database."""

    def __init__(self, database: BaseBackend, snapshot: Snapshot, now: Span) -> None:
        self.database = database
        self.snapshot = snapshot
        self.now = now
        self._kept = 0
        self._seen: dict[str, Table] = {}
        self._rows: dict[Rows, Table] = {}
        self._pairs: dict[Through, Table] = {}

    def rows(self, rows: Rows) -> Table:
        """Every row of the table, with its child's dates, marks and what is derived."""
        if rows not in self._rows:
            self._rows[rows] = self.kept(self._derived(rows))
        return self._rows[rows]

    def kept(self, rows: Table) -> Table:
        """The rows worked out once, for this connection only."""
        self._kept += 1
        return self.database.create_table(f"kept_{self._kept}", obj=rows, temp=True)

    def with_links(
        self, base: Table, rows: Rows, wanted: Iterable[FromLinks], values: Values
    ) -> Asked:
        """The rows with a column for each node that follows a link."""
        found: dict[FromLinks, str] = {}
        by_link: dict[Link, list[FromLinks]] = {}
        for node in dict.fromkeys(wanted):
            by_link.setdefault(node.link, []).append(node)
        for link, nodes in by_link.items():
            joined = self._joined(base, rows, link)
            there = Asked(joined, self.now, values, {})
            totals: dict[str, Value] = {}
            for node in nodes:
                found[node] = f"found{len(base.columns)}_{len(found)}"
                totals |= _total(node, found[node], there)
            base = _add(base, joined, rows.key, totals)
        return Asked(base, self.now, values, found)

    def _known(self, rows: Rows) -> Table:
        if rows.table not in self._seen:
            stored = self.snapshot.rows(rows.table)
            given = ibis.memtable(staged(stored, table(rows.table)))
            self._seen[rows.table] = self.kept(known(given, rows, self.now.first))
        return self._seen[rows.table]

    def _merged(self, rows: Rows) -> Table:
        found = self._known(rows)
        if rows.table != "children":
            found = with_child(found, self._known(_CHILDREN))
        if rows.merge is None:
            return unmarked(found)
        return merged(found, rows.key, rows.merge)

    def _derived(self, rows: Rows) -> Table:
        found = self._merged(rows)
        for of in rows.derived:
            joined = self._joined(found, rows, of.link)
            found = _add(found, joined, rows.key, _gathered(of, joined))
        return found

    def _joined(self, base: Table, rows: Rows, link: Link) -> Table:
        """Each row beside each row it is linked to, whose columns begin `there__`."""
        there = self.rows(link.to)
        there = there.filter(~there.swallowed)
        names = {f"{THERE_}{name}": name for name in there.columns}
        # `linked` is a column so that a test of nothing still has a value in each row.
        there = there.rename(names).mutate(linked=ibis.literal(1))
        if isinstance(link, SameChild):
            return base.inner_join(there, base.child_id == there[f"{THERE_}child_id"])
        pairs = self._paired(link, rows)
        reached = base.inner_join(pairs, base[rows.key] == pairs.pair_here)
        there_key = f"{THERE_}{link.to.key}"
        return reached.inner_join(there, reached.pair_there == there[there_key])

    def _paired(self, link: Through, rows: Rows) -> Table:
        """The pairs as known, each merged key read as the one it became."""
        if link not in self._pairs:
            pairs = self._known(Rows(link.table, ""))
            here = self._now_called(pairs, link.here, "pair_here", rows)
            both = self._now_called(here, link.there, "pair_there", link.to)
            chosen = both.select("pair_here", "pair_there").distinct()
            self._pairs[link] = self.kept(chosen)
        return self._pairs[link]

    def _now_called(self, pairs: Table, column: str, name: str, rows: Rows) -> Table:
        if rows.merge is None:
            return pairs.mutate(**{name: pairs[column]})
        whole = self.rows(rows)
        called = f"{name}_head"
        heads = whole.select(**{f"{name}_key": whole[rows.key], called: whole.head_key})
        joined = pairs.left_join(heads, pairs[column] == heads[f"{name}_key"])
        return joined.mutate(**{name: joined[called].coalesce(joined[column])})


def _total(node: FromLinks, name: str, there: Asked) -> dict[str, Value]:
    """The columns that sum a node up over the linked rows."""
    joined = there.table
    match node:
        case Some():
            return {name: ibis.ifelse(holds(node.test, there), joined.linked, 0).max()}
        case Earliest():
            passes = holds(node.where, there)
            columns = (joined[f"{THERE_}{part}"] for part in parts(node.column))
            named = zip(parts(name), columns, strict=True)
            return {part: column.min(where=passes) for part, column in named}
        case Least():
            return {name: joined[f"{THERE_}{node.column}"].min()}


def _gathered(of: Gathered, joined: Table) -> dict[str, Value]:
    columns = (joined[f"{THERE_}{part}"] for part in parts(of.column))
    named = zip(parts(of.name), columns, strict=True)
    return {part: column.min() for part, column in named}


def _add(base: Table, joined: Table, key: str, totals: dict[str, Value]) -> Table:
    """The rows with the totals of their linked rows, blank where there are none."""
    summed = joined.group_by(**{_LINKED_KEY: joined[key]}).aggregate(**totals)
    wide = base.left_join(summed, base[key] == summed[_LINKED_KEY])
    return wide.drop(_LINKED_KEY)
