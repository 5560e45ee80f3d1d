"""The reference's record: known rows, merged, and the links between them."""

from collections import defaultdict
from datetime import datetime

from madegood.measures.engines.reference_rows import (
    Row,
    Span,
    earliest_of,
    known_rows,
    merged,
    with_child,
)
from madegood.measures.vocabulary import Link, Linked, Rows, SameChild, Through
from madegood.measures.who import DISABILITY, Child, ethnic_group
from madegood.record.snapshot import Snapshot

_CHILDREN = Rows("children", "child_id")


class Record:
    """A snapshot as known at one moment. `now` is that moment as a span."""

    def __init__(self, snapshot: Snapshot, as_of: datetime, now: Span) -> None:
        self.snapshot = snapshot
        self.as_of = as_of
        self.now = now
        self._rows: dict[Rows, list[Row]] = {}
        self._heads: dict[str, dict[str, str]] = {}
        self._links: dict[Link, dict[str, list[Row]]] = {}
        self._children: dict[str, Child] | None = None

    def child(self, child_id: str) -> Child:
        """What breakdowns read of a child; nothing recorded where it has no row."""
        if self._children is None:
            known = self._known(_CHILDREN)
            self._children = {row.texts["child_id"]: _child(row) for row in known}
        return self._children.get(child_id, Child())

    def rows(self, rows: Rows) -> list[Row]:
        """Every row of the table, with its child's dates and what is derived."""
        if rows not in self._rows:
            self._rows[rows] = self._read(rows)
        return self._rows[rows]

    def linked(self, link: Link, row: Row) -> list[Row]:
        """The rows a link leads to from this one; merged rows only once."""
        if link not in self._links:
            self._links[link] = self._follow(link)
        if isinstance(link, SameChild):
            return self._links[link].get(row.texts.get("child_id", ""), [])
        return self._links[link].get(row.texts.get(link.here, ""), [])

    def _read(self, rows: Rows) -> list[Row]:
        known = self._known(rows)
        if rows.table != "children" and known:
            known = with_child(known, self._known(_CHILDREN))
        if rows.merge is not None:
            known, self._heads[rows.key] = merged(known, rows.key, rows.merge)
        return [self._derive(row, rows) for row in known]

    def _known(self, rows: Rows) -> list[Row]:
        return known_rows(self.snapshot.rows(rows.table), rows, self.as_of)

    def _derive(self, row: Row, rows: Rows) -> Row:
        found: dict[str, Span] = {}
        for of in rows.derived:
            there = self.linked(of.link, row)
            first = earliest_of(each.moments.get(of.column) for each in there)
            if first is not None:
                found[of.name] = first
        return row.with_moments(found) if found else row

    def _follow(self, link: Link) -> dict[str, list[Row]]:
        there = [r for r in self.rows(link.to) if "swallowed" not in r.marks]
        found: defaultdict[str, list[Row]] = defaultdict(list)
        if isinstance(link, SameChild | Linked):
            column = "child_id" if isinstance(link, SameChild) else link.there
            for row in there:
                if column in row.texts:
                    found[row.texts[column]].append(row)
            return found
        by_key = {row.texts[link.there]: row for row in there}
        for here, key in sorted(self._pairs(link)):
            if key in by_key:
                found[here].append(by_key[key])
        return found

    def _pairs(self, link: Through) -> set[tuple[str, str]]:
        """The pairs as known, each merged key read as the one it became."""
        pairs = known_rows(
            self.snapshot.rows(link.table), Rows(link.table, ""), self.as_of
        )
        return {
            (self._now_called(link.here, row), self._now_called(link.there, row))
            for row in pairs
        }

    def _now_called(self, column: str, row: Row) -> str:
        key = row.texts[column]
        return self._heads.get(column, {}).get(key, key)


def _child(row: Row) -> Child:
    born = row.moments.get("date_of_birth")
    expected = row.moments.get("expected_date_of_birth")
    return Child(
        locality=row.texts.get("locality", ""),
        ethnicity=ethnic_group(row.texts.get("ethnicity")),
        sex=row.texts.get("sex", ""),
        disability=DISABILITY.get(row.texts.get("disabled", ""), ""),
        born=born.day if born else None,
        expected=expected.day if expected else None,
    )
