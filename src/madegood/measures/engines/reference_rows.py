"""What was known of each table on a day, in plain Python: the reference's rows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import NamedTuple

import pyarrow as pa

from madegood.clock.moments import end_of_day, london_date, start_of_day
from madegood.clock.periods import birthday
from madegood.measures.vocabulary import Merge, Rows
from madegood.record.schema import Column, Kind, Table
from madegood.record.tables import table

_OPEN = 2**53


class Span(NamedTuple):
    """A moment as an interval of seconds: a point, or a whole London day."""

    first: int
    last: int
    day: date

    @property
    def dated(self) -> bool:
        return self.first != self.last


def span_of(moment: datetime, *, dated: bool) -> Span:
    day = london_date(moment)
    first = int(moment.timestamp())
    return Span(first, int(end_of_day(day).timestamp()) if dated else first, day)


def span_of_day(day: date) -> Span:
    return span_of(start_of_day(day), dated=True)


def earliest_of(spans: Iterable[Span | None]) -> Span | None:
    """The earliest of several moments: no later than any, whatever their precision."""
    known = [span for span in spans if span is not None]
    return Span(*(min(part) for part in zip(*known, strict=True))) if known else None


def latest_of(spans: Iterable[Span | None]) -> Span | None:
    """The latest of several moments: no earlier than any, whatever their precision."""
    known = [span for span in spans if span is not None]
    return Span(*(max(part) for part in zip(*known, strict=True))) if known else None


_AUTHORITY = "responsible_authority"


@dataclass(frozen=True)
class Row:
    """A row as known. What is blank is absent."""

    moments: dict[str, Span] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, float] = field(default_factory=dict)
    marks: frozenset[str] = frozenset()

    def marked(self, *marks: str) -> "Row":
        return replace(self, marks=self.marks | set(marks))

    def with_moments(self, moments: dict[str, Span]) -> "Row":
        return replace(self, moments={**self.moments, **moments})


def known_rows(stored: pa.Table, rows: Rows, as_of: datetime) -> list[Row]:
    """The latest version of each row recorded by `as_of`, with later events blank."""
    shape = table(rows.table)
    latest: dict[tuple[str, ...], tuple[int, Row]] = {}
    now = int(as_of.timestamp())
    for cells in stored.to_pylist():
        row = _read(cells, shape)
        recorded = row.moments.get("recorded_at")
        written = recorded.first if recorded else -_OPEN
        identity = tuple(str(cells[name]) for name in shape.identity)
        if written <= now and written >= latest.get(identity, (-_OPEN, row))[0]:
            latest[identity] = (written, row)
    seen = (_as_known(row, shape, rows, now) for _, row in latest.values())
    return [row for row in seen if row is not None]


def _read(cells: dict[str, object], shape: Table) -> Row:
    moments: dict[str, Span] = {}
    texts: dict[str, str] = {}
    numbers: dict[str, float] = {}
    for column in shape.columns:
        cell = cells[column.name]
        if isinstance(cell, datetime):
            dated = cells.get(f"{column.name}__dated") is True
            moments[column.name] = span_of(cell.astimezone(UTC), dated=dated)
        elif isinstance(cell, date):
            moments[column.name] = span_of_day(cell)
        elif isinstance(cell, str):
            texts[column.name] = cell
        elif isinstance(cell, float):
            numbers[column.name] = cell
    return Row(moments, texts, numbers)


def _as_known(row: Row, shape: Table, rows: Rows, now: int) -> Row | None:
    """The row with every later event blank; None where it is not there yet."""
    recorded = "recorded_at" in row.moments
    events = [c.name for c in shape.columns if _is_event(c)]
    given = [name for name in events if name in row.moments]
    later = {name for name in given if row.moments[name].first > now}
    brought_by = [name for name in rows.brought_by if name in given]
    unborn = later.issuperset(brought_by or given)
    known_before = bool(rows.brought_by) and not {*events} & {*rows.brought_by}
    if not recorded and later and unborn and not known_before:
        return None
    hidden = later | {c.name for c in shape.columns if c.known_from in later}
    known = Row(
        {name: span for name, span in row.moments.items() if name not in hidden},
        {name: text for name, text in row.texts.items() if name not in hidden},
        {name: number for name, number in row.numbers.items() if name not in hidden},
    )
    for name in later.intersection(rows.later):
        known = known.marked(f"later_{name}")
    return known.marked("future_date") if recorded and later else known


def _is_event(column: Column) -> bool:
    dated = column.kind in (Kind.DATE, Kind.MOMENT)
    return dated and not column.planned and column.name != "recorded_at"


def with_child(rows: Iterable[Row], children: Iterable[Row]) -> list[Row]:
    """Each row with its child's own dates, and the day the child comes of age; and
    with the child's authority, where the row names none of its own."""
    own: dict[str, dict[str, Span]] = {}
    whose: dict[str, dict[str, str]] = {}
    for child in children:
        dates = {f"child.{name}": span for name, span in child.moments.items()}
        born = child.moments.get("date_of_birth")
        if born is not None:
            dates["child.adult_on"] = span_of_day(birthday(born.day, 18))
        own[child.texts["child_id"]] = dates
        if _AUTHORITY in child.texts:
            whose[child.texts["child_id"]] = {_AUTHORITY: child.texts[_AUTHORITY]}
    return [
        replace(
            row.with_moments(own.get(child, {})),
            texts={**whose.get(child, {}), **row.texts},
        )
        for row, child in ((row, row.texts.get("child_id", "")) for row in rows)
    ]


def merged(rows: list[Row], key: str, merge: Merge) -> tuple[list[Row], dict[str, str]]:
    """The rows with those that overlap or touch made one, and each key's new key."""
    heads = {row.texts[key]: row.texts[key] for row in rows}
    done: list[Row] = []
    for group in _alike([_with_end(row, merge) for row in rows], merge):
        for cluster in _clusters(_without_end(group, merge), key, merge):
            head = _head(cluster, merge)
            done.append(head)
            done.extend(row.marked("swallowed") for row in cluster[1:])
            heads.update({row.texts[key]: head.texts[key] for row in cluster})
    return done, heads


def _with_end(row: Row, merge: Merge) -> Row:
    ends = [row.moments[name] for name in merge.ends if name in row.moments]
    return row.with_moments({merge.returned: ends[0]}) if ends else row


def _alike(rows: list[Row], merge: Merge) -> list[list[Row]]:
    """Rows that could merge, together; each that never could, alone."""
    groups: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    alone = []
    for row in rows:
        same = [row.texts.get(name) for name in merge.same]
        agree = tuple(text for text in same if text is not None)
        if len(agree) < len(same) or merge.start not in row.moments:
            alone.append([row])
        else:
            groups[agree].append(row)
    return [*alone, *groups.values()]


def _without_end(group: list[Row], merge: Merge) -> list[Row]:
    """Mark a row with no end that another began after: its end was not recorded."""
    starts = [row.moments[merge.start].first for row in group if len(group) > 1]
    return [
        row.marked("no_end")
        if merge.returned not in row.moments
        and any(start > row.moments[merge.start].first for start in starts)
        else row
        for row in group
    ]


def _clusters(group: list[Row], key: str, merge: Merge) -> list[list[Row]]:
    def may_merge(row: Row) -> bool:
        start, end = row.moments.get(merge.start), row.moments.get(merge.returned)
        backwards = start and end and end.last < start.first
        return start is not None and not backwards and "no_end" not in row.marks

    clusters = [[row] for row in group if not may_merge(row)]
    reach: int | None = None
    able = [row for row in group if may_merge(row)]
    for row in sorted(able, key=lambda r: (r.moments[merge.start].first, r.texts[key])):
        if reach is None or row.moments[merge.start].first > reach:
            clusters.append([row])
            reach = None
        else:
            clusters[-1].append(row)
        end = row.moments.get(merge.returned)
        reach = max(end.last if end else _OPEN, reach or -_OPEN)
    return clusters


def _head(cluster: list[Row], merge: Merge) -> Row:
    """The earliest row, with the end of the one that ended last."""
    if len(cluster) == 1:
        return cluster[0]

    def ended(row: Row) -> tuple[int, int]:
        end = row.moments.get(merge.returned)
        return (end.last, end.first) if end else (_OPEN, _OPEN)

    last = max(cluster, key=ended)
    taken = (merge.returned, *merge.from_last)
    kept = {n: s for n, s in cluster[0].moments.items() if n not in taken}
    late = {n: s for n, s in last.moments.items() if n in taken}
    return replace(cluster[0], moments={**kept, **late}).marked("merged")
