"""A new key for the pseudonyms: every id that is kept follows, in one transaction.

The new key is laid over the old, so that no id has to be known: each pseudonym that is
kept is turned into the new one of the same id, and what is loaded later comes out the
same.
"""

from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from madegood.accounts.models import User
from madegood.intake.pseudonyms import Pseudonyms
from madegood.record.snapshot import Snapshot
from madegood.record.tables import table
from madegood.record.versions import versions
from madegood.vault.actions import rotate_pseudonyms
from madegood.warehouse import blobs
from madegood.warehouse.keeping import read_table
from madegood.warehouse.models import RunRows, StoredFinding
from madegood.warehouse.rewriting import (
    StillReading,
    everything_still,
    named,
    pairs,
    put_in_place,
    put_rows_in_place,
)

__all__ = ["StillReading", "change_pseudonym_key"]


def change_pseudonym_key(*, by: User | None, why: str) -> int:
    """Give every child a new pseudonym, in every snapshot, upload, finding and list of
    rows, and in the vault; says to how many. What was computed is as before.

    Raises accounts' Refused, trail's NoReason, StillReading; then nothing has changed.
    """
    with everything_still():
        children = rotate_pseudonyms(by=by, why=why, prepare=_prepare)
        blobs.sweep(named())
    return children


def _prepare(layer: Pseudonyms) -> Callable[[], None]:
    """Write every blob anew beside the old; what is given back names them instead."""
    changed = {
        (one.blob, one.lineage): (_rows(layer, one.table, one.blob), one.lineage)
        for one in pairs()
    }
    kept = set(RunRows.objects.values_list("blob", flat=True))
    states = {blob: _states(layer, blob) for blob in kept}

    def in_place() -> None:
        put_in_place(changed)
        put_rows_in_place(states)
        for finding in StoredFinding.objects.exclude(child="").iterator():
            finding.child = layer.of(finding.child)
            finding.save(update_fields=["child"])

    return in_place


def _rows(layer: Pseudonyms, name: str, blob: str) -> str:
    rows = layer.apply(Snapshot({name: read_table(name, blob)})).rows(name)
    return blobs.keep(rows, versions(table(name), rows))


def _states(layer: Pseudonyms, blob: str) -> str:
    """A list of row states. A link of a chain is its subject with a number after it."""
    rows = blobs.read(blob)
    chained = pc.extract_regex(rows["subject"], r"^(?P<id>[^#]*)(?P<link>(?:#\d+)?)$")
    subject = pc.binary_join_element_wise(
        _over(layer, pc.struct_field(chained, "id")),
        pc.struct_field(chained, "link"),
        "",
    )
    for column, cells in (("subject", subject), ("child", _over(layer, rows["child"]))):
        place = rows.schema.get_field_index(column)
        rows = rows.set_column(place, rows.schema.field(place), cells)
    return blobs.keep(rows)


def _over(layer: Pseudonyms, codes: pa.ChunkedArray) -> pa.ChunkedArray:
    """The new pseudonym of each; what is blank stays blank."""
    distinct = pc.drop_null(pc.unique(codes))
    known = pc.filter(distinct, pc.not_equal(distinct, ""))
    new = layer.of_all(known.to_pylist())
    found = new.take(pc.index_in(codes, value_set=known).combine_chunks())
    return pc.coalesce(pa.chunked_array([found]), codes)
