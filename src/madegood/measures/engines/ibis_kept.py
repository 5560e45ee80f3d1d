"""A measure's rows as a run keeps them, from a database's columns to the table that is
written, in the order that every engine gives them (base.in_order)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from madegood.measures.engines.base import NOT_OFTEN, OFTEN, Values
from madegood.measures.engines.compiled import named
from madegood.measures.engines.staging import parts
from madegood.measures.kept_rows import SCHEMA
from madegood.measures.model import Measure, Repeat, judged_of

if TYPE_CHECKING:
    from madegood.measures.engines.ibis import Database

_SECOND: Final = "%Y-%m-%dT%H:%M:%S+00:00"
_DAY: Final = "%Y-%m-%d"


def kept(database: Database, measure: Measure, values: Values) -> pa.Table:
    """Every row the measure judges, as text."""
    kind = measure.kind
    said = (kind, sorted(values.items()))
    if isinstance(kind, Repeat):
        found = database.record.tables.table(
            named("near", said), lambda: database.near(kind, values)
        )
    else:
        found = database.record.tables.table(
            named("rows_judged", said),
            lambda: database.judgements(judged_of(kind), values),
        )
    return _in_order(_told(measure, found, values))


def _told(measure: Measure, found: pa.Table, values: Values) -> pa.Table:
    kind = measure.kind
    child = pc.fill_null(found["child"], "")
    if isinstance(kind, Repeat):
        often = pc.greater_equal(found["near"], int(values[kind.starts]))
        subject = child
        state, reason = (
            pc.if_else(often, str(yes), str(no))
            for yes, no in zip(OFTEN, NOT_OFTEN, strict=True)
        )
    else:
        rules = judged_of(kind).rules
        subject = found["subject"]
        state = _of_rule(found, [rule.state.value for rule in rules])
        reason = _of_rule(found, [rule.reason for rule in rules])
    columns = {
        "subject": subject,
        "child": child,
        "start": _when(found, "start"),
        "due": pc.coalesce(_seconds(found["due"]), _days(found["due_day"])),
        "stop": _when(found, "stop"),
        "state": state,
        "reason": reason,
        "counted_on": _days(found["counted_day"]),
        "team": found["team"],
        "provider": found["provider"],
        "flags": _flags([name for name, _ in judged_of(kind).flags], found),
        "amount": found["amount"],
    }
    return pa.table({n: _one(columns[n], SCHEMA.field(n).type) for n in SCHEMA.names})


def _one(cells: pa.Array | pa.ChunkedArray, kind: pa.DataType) -> pa.Array:
    whole = cells.combine_chunks() if isinstance(cells, pa.ChunkedArray) else cells
    return whole.cast(kind)


def _of_rule(found: pa.Table, said: Sequence[str]) -> pa.Array:
    return pa.array(said, pa.string()).take(_one(found["rule"], pa.int64()))


def _when(found: pa.Table, name: str) -> pa.Array:
    first, last, day = (found[part] for part in parts(name))
    known_to_the_second = pc.equal(first, last)
    told = pc.if_else(known_to_the_second, _seconds(first), _days(day))
    return pc.if_else(pc.is_valid(first), told, pa.scalar(None, pa.string()))


def _seconds(cells: pa.ChunkedArray) -> pa.ChunkedArray:
    moments = cells.cast(pa.int64()).cast(pa.timestamp("s"))
    return pc.strftime(moments, format=_SECOND)


def _days(cells: pa.ChunkedArray) -> pa.ChunkedArray:
    days = cells.cast(pa.int32()).cast(pa.date32())
    return pc.strftime(days.cast(pa.timestamp("s")), format=_DAY)


def _flags(names: Sequence[str], found: pa.Table) -> pa.Array:
    """Of each row, the names of the flags it has."""
    if not names:
        offsets = pa.array(np.zeros(found.num_rows + 1), pa.int32())
        return pa.ListArray.from_arrays(offsets, pa.array([], pa.string()))
    flags = [found[f"flag{n}"].to_numpy() for n in range(len(names))]
    has = np.column_stack([flag.astype(bool) for flag in flags])
    ends = np.concatenate([[0], np.cumsum(has.sum(axis=1))])
    places = pa.array(np.nonzero(has)[1], pa.int64())
    told = pa.array(names, pa.string()).take(places)
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), told)


def _in_order(rows: pa.Table) -> pa.Table:
    keys = {
        "subject": rows["subject"],
        "counted_on": pc.fill_null(rows["counted_on"], "None"),
        "start": pc.fill_null(rows["start"], ""),
        "provider": pc.fill_null(rows["provider"], ""),
        "team": pc.fill_null(rows["team"], ""),
        "due": pc.fill_null(rows["due"], "None"),
        "stop": pc.fill_null(rows["stop"], "None"),
        "state": rows["state"],
        "reason": rows["reason"],
        "flags": pc.binary_join(rows["flags"], "\0"),
    }
    order = [(name, "ascending") for name in keys]
    return rows.take(pc.sort_indices(pa.table(keys), sort_keys=order))
