"""The record in a database: staged, known, merged, and linked."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import ibis
import pyarrow as pa
from ibis.backends import BaseBackend
from ibis.expr.types import Table, Value

from madegood.measures.engines.base import Values
from madegood.measures.engines.compiled import AsOf, named
from madegood.measures.engines.ibis_chains import links
from madegood.measures.engines.ibis_links import (
    gathered,
    is_bare,
    of_many,
    of_one,
    one_at_most,
    with_totals,
)
from madegood.measures.engines.ibis_rows import (
    THERE_,
    known,
    known_all_along,
    latest,
    merged,
    recorded,
    unmarked,
    with_child,
)
from madegood.measures.engines.ibis_tables import GIVEN, LATEST, Given, Tables
from madegood.measures.engines.ibis_tests import (
    Asked,
    Found,
    FromLinks,
    Span,
    holds,
)
from madegood.measures.engines.ibis_who import about
from madegood.measures.engines.staging import (
    age_pieces,
    calendar,
    day_seconds,
    staged,
    working_day_numbers,
)
from madegood.measures.vocabulary import (
    Chained,
    Link,
    Linked,
    Rows,
    SameChild,
    Through,
)
from madegood.record.snapshot import Snapshot
from madegood.record.tables import table

_CHILDREN = Rows("children", "child_id")
_CALENDAR, _WORKING_DAYS, _SECONDS = (
    f"{GIVEN}{name}_of_days" for name in ("calendar", "working", "seconds")
)
_PIECES = f"{GIVEN}pieces_of_ages"
_CALENDARS: dict[str, Callable[[], pa.Table]] = {
    _CALENDAR: calendar,
    _WORKING_DAYS: working_day_numbers,
    _SECONDS: day_seconds,
    _PIECES: age_pieces,
}


class Record:
    """A snapshot as known at one moment, in a database."""

    def __init__(
        self,
        database: BaseBackend,
        snapshot: Snapshot,
        moment: AsOf,
        kept_in: type[Tables] = Tables,
    ) -> None:
        self._snapshot = snapshot
        given = Given(self._load, _identity, self._file)
        self.tables = kept_in(database, moment, given)

    @property
    def now(self) -> Span:
        """The moment asked about."""
        return self.tables.now

    @property
    def calendar(self) -> Table:
        """Each listed day, and how many working days there have been by its end."""
        return self.tables.given(_CALENDAR)

    @property
    def working_days(self) -> Table:
        """Each working day by its place in the calendar."""
        return self.tables.given(_WORKING_DAYS)

    @property
    def seconds(self) -> Table:
        """The first and last second of each London day."""
        return self.tables.given(_SECONDS)

    def about(self) -> Table:
        """Of each child as known, what breakdowns read."""
        return self.tables.kept(
            named("about", "children"), lambda: about(self._known(_CHILDREN))
        )

    @property
    def age_pieces(self) -> Table:
        """A number for each age band, and for the time before birth."""
        return self.tables.given(_PIECES)

    def _load(self, name: str) -> Iterator[pa.Table]:
        if name in _CALENDARS:
            yield _CALENDARS[name]()
            return
        of, at = name.removeprefix(GIVEN), 0
        for piece in self._snapshot.pieces(of):
            yield staged(piece, table(of), at)
            at += piece.num_rows

    def _file(self, name: str) -> Path | None:
        return self._snapshot.file(name.removeprefix(GIVEN))

    def rows(self, rows: Rows) -> Table:
        """Every row of the table, with its child's dates, marks and what is derived."""
        whole = replace(rows, chain=None, only=None)
        # What is made of other rows is made once; the rest is only looked at.
        kind = "rows" if whole.merge or whole.derived else "seen"
        return self.tables.kept(named(kind, whole), lambda: self._derived(whole))

    def with_links(
        self,
        base: Table,
        rows: Rows,
        wanted: Iterable[FromLinks],
        values: Values,
        known: Mapping[Found, str] = MappingProxyType({}),
    ) -> Asked:
        """The rows with a column for each node that follows a link. `known` names what
        the rows have already."""
        found: dict[Found, str] = {}
        by_link: dict[Link, list[FromLinks]] = {}
        for node in dict.fromkeys(wanted):
            by_link.setdefault(node.link, []).append(node)
        # Each link is followed from the rows as they came: from what the link before
        # added, a query would double with every link.
        came = base
        for link, nodes in by_link.items():
            names = {
                node: f"found{len(base.columns)}_{len(found) + n}"
                for n, node in enumerate(nodes)
            }
            found.update(names.items())
            if one_at_most(link):
                base = self._beside(base, link, names, values, {**known, **found})
                continue
            joined = self._joined(came, rows, link, bare=is_bare(nodes))
            there = Asked(joined, self.now, values, known)
            totals: dict[str, Value] = {}
            for node, name in names.items():
                totals |= of_many(node, name, there)
            base = with_totals(base, joined, totals)
        return Asked(base, self.now, values, found)

    def _beside(
        self,
        base: Table,
        link: Linked,
        names: Mapping[FromLinks, str],
        values: Values,
        known: Mapping[Found, str],
    ) -> Table:
        """The rows with what follows a link to one row at most: nothing is summed."""
        there = self._there(link, bare=is_bare(names))
        joined = base.left_join(
            there, base[link.here] == there[f"{THERE_}{link.there}"]
        )
        asked = Asked(joined, self.now, values, known)
        told: dict[str, Value] = {}
        for node, name in names.items():
            told |= of_one(node, name, asked)
        return joined.mutate(**told).select(*base.columns, *told)

    def _there(self, link: Link, *, bare: bool) -> Table:
        """The rows that a link leads to, whose columns begin `there__`; `bare` where
        nothing is asked of their children."""
        plain = bare and not (link.to.merge or link.to.derived)
        there = self._unread(link.to) if plain else self.rows(link.to)
        there = there.filter(~there.swallowed)
        names = {f"{THERE_}{name}": name for name in there.columns}
        # `linked` is a column so that a test of nothing still has a value in each row.
        return there.rename(names).mutate(linked=ibis.literal(1))

    def _unread(self, rows: Rows) -> Table:
        """The rows without what their children's own rows say."""
        what = ("bare", rows.table, rows.appears, rows.later)
        return self.tables.kept(
            named("seen", what), lambda: unmarked(self._known(rows))
        )

    def chained(self, rows: Rows, chain: Chained) -> Table:
        """The rows as the links of their chains."""
        whole = replace(rows, only=None)
        return self.tables.kept(
            named("links", whole), lambda: self._chained(whole, chain)
        )

    def _chained(self, rows: Rows, chain: Chained) -> Table:
        base = self.rows(rows)
        joined = self._joined(base, rows, chain.link)
        passes = holds(chain.where, Asked(joined, self.now, {}, {}))
        return links(base, joined.filter(passes), rows.key, chain)

    def _known(self, rows: Rows) -> Table:
        what = (rows.table, rows.appears, rows.later)
        given = f"{GIVEN}{rows.table}"

        def found() -> Table:
            last = self._latest(rows.table, given)
            if self.tables.past(given):
                return known_all_along(last, rows)
            return known(last, rows, (self.now.first, self.now.day))

        return self.tables.kept(named(f"known_{rows.table}", what), found)

    def _latest(self, name: str, given: str) -> Table:
        """Of each row the version that was recorded last by the moment asked about."""
        now, of = self.now.first, table(name).identity

        def found() -> Table:
            stored = self.tables.given(given)
            return (
                recorded(stored, now)
                if self.tables.once(given)
                else latest(stored, of, now)
            )

        return self.tables.kept(f"{LATEST}{name}", found)

    def _merged(self, rows: Rows) -> Table:
        found = self._known(rows)
        if rows.table != "children" and "child_id" in found.columns:
            found = with_child(found, self._known(_CHILDREN))
        if rows.merge is None:
            return unmarked(found)
        return merged(found, rows.key, rows.merge)

    def _derived(self, rows: Rows) -> Table:
        found = self._merged(rows)
        for of in rows.derived:
            joined = self._joined(found, rows, of.link)
            found = with_totals(found, joined, gathered(of, joined))
        return found

    def _joined(
        self, base: Table, rows: Rows, link: Link, *, bare: bool = False
    ) -> Table:
        """Each row beside each row it is linked to."""
        there = self._there(link, bare=bare)
        if isinstance(link, SameChild):
            return base.inner_join(there, base.child_id == there[f"{THERE_}child_id"])
        if isinstance(link, Linked):
            return base.inner_join(
                there, base[link.here] == there[f"{THERE_}{link.there}"]
            )
        pairs = self._paired(link, rows)
        reached = base.inner_join(pairs, base[rows.key] == pairs.pair_here)
        there_key = f"{THERE_}{link.to.key}"
        return reached.inner_join(there, reached.pair_there == there[there_key])

    def _paired(self, link: Through, rows: Rows) -> Table:
        """The pairs as known, each merged key read as the one it became."""

        def pair() -> Table:
            pairs = self._known(Rows(link.table, ""))
            here = self._now_called(pairs, link.here, "pair_here", rows)
            both = self._now_called(here, link.there, "pair_there", link.to)
            return both.select("pair_here", "pair_there").distinct()

        return self.tables.kept(named("pairs", (link, rows)), pair)

    def _now_called(self, pairs: Table, column: str, name: str, rows: Rows) -> Table:
        if rows.merge is None:
            return pairs.mutate(**{name: pairs[column]})
        whole = self.rows(rows)
        called = f"{name}_head"
        heads = whole.select(**{f"{name}_key": whole[rows.key], called: whole.head_key})
        joined = pairs.left_join(heads, pairs[column] == heads[f"{name}_key"])
        return joined.mutate(**{name: joined[called].coalesce(joined[column])})


def _identity(given: str) -> tuple[str, ...]:
    return table(given.removeprefix(GIVEN)).identity
