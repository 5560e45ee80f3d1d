"""Kept rows, told again with what the record says of the child each is about: it is
never written down with them (kept_rows)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from madegood.measures.engines.reference_record import Record
from madegood.measures.engines.reference_rows import span_of
from madegood.measures.states import RowState
from madegood.record.snapshot import Snapshot


def with_children(
    rows: Iterable[RowState], snapshot: Snapshot, as_of: datetime
) -> list[RowState]:
    """The rows with `who` as the engines judged them; a row that names no child as is."""
    record = Record(snapshot, as_of, span_of(as_of, dated=False))
    return [
        replace(row, who=record.child(row.child).on(row.counted_on))
        if row.child
        else row
        for row in rows
    ]
