"""Kept rows, told again with what the record says of the child each is about: it is
never written down with them (kept_rows)."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

import pyarrow as pa
import pyarrow.compute as pc

from madegood.measures.engines.reference_record import Record
from madegood.measures.engines.reference_rows import span_of
from madegood.measures.states import RowState
from madegood.record.snapshot import Snapshot


def with_children(
    rows: Collection[RowState], snapshot: Snapshot, as_of: datetime
) -> list[RowState]:
    """The rows with `who` as the engines judged them; a row that names no child as is."""
    asked = pa.array(sorted({row.child for row in rows if row.child}), pa.string())
    children = snapshot.rows("children")
    only = children.filter(pc.is_in(children["child_id"], asked))
    record = Record(Snapshot({"children": only}), as_of, span_of(as_of, dated=False))
    return [
        replace(row, who=record.child(row.child).on(row.counted_on))
        if row.child
        else row
        for row in rows
    ]
