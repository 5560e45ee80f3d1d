"""Which rows are a child's: those that name it, and those that name one of its rows.

A table with a child's id says itself whose each row is. One without (attendance at a
discussion, a review of a plan) belongs where its reference leads, within its source;
where its source does not hold that table, in whichever does.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from madegood.record.references import REFERENCES
from madegood.record.tables import table
from madegood.warehouse import blobs
from madegood.warehouse.keyed import CHILD
from madegood.warehouse.rewriting import Pair

# One column that names rows of either of two tables, as another column says.
_BY_KIND: Final = (
    ("plan_actions", "plan_id", "plan_kind", "cin", "cin_plans"),
    ("plan_actions", "plan_id", "plan_kind", "cp", "cp_plans"),
    ("plan_texts", "plan_id", "plan_kind", "cin", "cin_plans"),
    ("plan_texts", "plan_id", "plan_kind", "cp", "cp_plans"),
)
# What was put together from several sources may refer to any of them.
_ANY: Final = ""


@dataclass
class Belongings:
    """The keys of a child's rows, by source and table, found until there are no more."""

    child: str
    keys: dict[tuple[str, str], set[str]] = field(
        default_factory=lambda: defaultdict(set)
    )

    def gather(self, pairs: Sequence[Pair]) -> None:
        sources = {(one.source, one.table) for one in pairs}
        before = -1
        while before != (before := sum(map(len, self.keys.values()))):
            for one in pairs:
                self._gather(one, sources)

    def every_key(self) -> set[str]:
        return {key for found in self.keys.values() for key in found}

    def mask(
        self, one: Pair, rows: pa.Table, sources: set[tuple[str, str]]
    ) -> pa.ChunkedArray:
        """True for each row that is the child's."""
        if CHILD in rows.schema.names:
            return pc.fill_null(pc.equal(rows[CHILD], self.child), False)  # noqa: FBT003
        found: pa.ChunkedArray | None = None
        for column, to, kind in references(one.table):
            names = pa.array(sorted(self._of(one.source, to, sources)), pa.string())
            named = pc.is_in(rows[column], names)
            if kind is not None:
                named = pc.and_(named, pc.equal(rows[kind[0]], kind[1]))
            found = named if found is None else pc.or_kleene(found, named)
        if found is None:
            return pa.chunked_array([pa.repeat(False, rows.num_rows)])  # noqa: FBT003
        return pc.fill_null(found, False)  # noqa: FBT003

    def _gather(self, one: Pair, sources: set[tuple[str, str]]) -> None:
        identity = table(one.table).identity
        if len(identity) != 1 or identity == (CHILD,):
            return
        wanted = {CHILD, *identity, *(c for c, _, _ in references(one.table))}
        there = [
            name for name in table(one.table).arrow_schema().names if name in wanted
        ]
        rows = blobs.read(one.blob, there)
        theirs = rows[identity[0]].filter(self.mask(one, rows, sources))
        self.keys[one.source, one.table].update(theirs.to_pylist())

    def _of(self, source: str, to: str, sources: set[tuple[str, str]]) -> set[str]:
        if source != _ANY and (source, to) in sources:
            return self.keys[source, to]
        return {
            key for (_, name), found in self.keys.items() if name == to for key in found
        }


def references(name: str) -> Iterable[tuple[str, str, tuple[str, str] | None]]:
    """Column, table referred to, and the condition under which, of one table."""
    for one in REFERENCES:
        if one.table == name and one.column != CHILD:
            yield one.column, one.to, None
    for about, column, kind, value, to in _BY_KIND:
        if about == name:
            yield column, to, (kind, value)
