"""Whether the data knows an id, whatever it knows of it."""

from collections.abc import Collection, Iterable
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from madegood.measures.model import Measure, judged_of
from madegood.measures.two_lists import By
from madegood.record.snapshot import Snapshot
from madegood.record.tables import table

CHILD: Final = "child_id"


def places(measure: Measure, by: By, tables: Collection[str]) -> list[tuple[str, str]]:
    """The tables and columns where such an id would stand, of those that are loaded."""
    rows = judged_of(measure.kind).rows
    if by == "row":
        return [(rows.table, rows.key)] if rows.table in tables else []
    return [
        (name, CHILD)
        for name in sorted(tables)
        if any(column.name == CHILD for column in table(name).columns)
    ]


def known_in(
    record: Snapshot, ids: Collection[str], where: Iterable[tuple[str, str]]
) -> set[str]:
    """Those of the ids that stand in any of these columns of a record."""
    wanted = pa.array(sorted(set(ids)), pa.string())
    found: set[str] = set()
    for name, column in where:
        found |= among(record.rows(name)[column], wanted)
    return found


def among(column: pa.ChunkedArray, wanted: pa.Array) -> set[str]:
    """Those of the ids that a column has."""
    there = pc.is_in(wanted, value_set=pc.drop_null(column.cast(pa.string())))
    return set(wanted.filter(there).to_pylist())
