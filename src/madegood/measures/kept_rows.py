"""Row states as a table, as a run keeps them: every word and day as text.

What the record says of a row's child is left out: it is in the record, and is not to
be written down a second time.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

import pyarrow as pa

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
        counted_on=None if counted is None else date.fromisoformat(counted),
        team=cells["team"],
        provider=cells["provider"],
        amount=cells.get("amount"),
    )


def _when(text: str | None) -> When:
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
