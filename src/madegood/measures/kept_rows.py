"""Row states as a table, as a run keeps them: every word and day as text.

What the record says of a row's child is left out: it is in the record, and is not to
be written down a second time.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from madegood.clock.periods import Period
from madegood.measures.states import RowState, State, When

_TEXTS: Final = (
    "subject",
    "child",
    "start",
    "due",
    "stop",
    "state",
    "reason",
    "counted_on",
    "team",
    "provider",
)
SCHEMA: Final = pa.schema(
    [(name, pa.string()) for name in _TEXTS]
    + [("flags", pa.list_(pa.string())), ("amount", pa.float64())]
)


@dataclass(frozen=True, slots=True)
class Which:
    """Which of the rows are asked for: those counted in one of the periods, those about
    one of the ids, a child's or a row's own, and those of no day where `undated`. A million rows are looked through as
    they lie: only what is asked for is made anything of.
    """

    periods: Collection[Period] = ()
    ids: Collection[str] = ()
    undated: bool = False

    def of(self, table: pa.Table) -> pa.Table:
        """Those rows of the table, in its order."""
        return table.filter(self._asked_for(table))

    def _asked_for(self, table: pa.Table) -> pa.ChunkedArray:
        asked = [_counted_in(table["counted_on"], period) for period in self.periods]
        if self.ids:
            listed = pa.array(sorted({*self.ids} - {""}), pa.string())
            keys = pc.replace_substring_regex(table["subject"], "#.*", "")
            asked += [pc.is_in(one, listed) for one in (table["child"], keys)]
        if self.undated:
            asked.append(pc.is_null(table["counted_on"]))
        found = pa.chunked_array([pa.repeat(pa.scalar(value=False), table.num_rows)])
        for one in asked:
            found = pc.or_(found, pc.fill_null(one, fill_value=False))
        return found


def _counted_in(days: pa.ChunkedArray, period: Period) -> pa.ChunkedArray:
    """Days are kept as words whose order is that of the days."""
    return pc.and_(
        pc.greater_equal(days, period.first.isoformat()),
        pc.less_equal(days, period.last.isoformat()),
    )


def as_table(rows: Iterable[RowState]) -> pa.Table:
    """Rows as the table of them."""
    columns: dict[str, list[object]] = {name: [] for name in SCHEMA.names}
    for row in rows:
        for name in _TEXTS:
            columns[name].append(_text(getattr(row, name)))
        columns["flags"].append(list(row.flags))
        columns["amount"].append(row.amount)
    return pa.table(columns, schema=SCHEMA)


def as_rows(measure: str, table: pa.Table) -> Iterator[RowState]:
    """The table as rows. One kept before amounts were has none."""
    for cells in table.to_pylist():
        yield _as_row(measure, cells)


def _text(cell: object) -> str | None:
    if cell is None:
        return None
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _as_row(measure: str, cells: Mapping[str, Any]) -> RowState:
    counted = cells["counted_on"]
    return RowState(
        measure=measure,
        subject=cells["subject"] or "",
        child=cells["child"] or "",
        start=_when(cells["start"]),
        due=_when(cells["due"]),
        stop=_when(cells["stop"]),
        state=State(cells["state"] or ""),
        reason=cells["reason"] or "",
        flags=tuple(cells["flags"] or ()),
        counted_on=None if counted is None else _date(counted),
        team=cells["team"],
        provider=cells["provider"],
        amount=cells.get("amount"),
    )


def _when(text: str | None) -> When:
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else _date(text)


# Of a million rows the days are a few thousand.
@lru_cache(maxsize=16_384)
def _date(text: str) -> date:
    return date.fromisoformat(text)
