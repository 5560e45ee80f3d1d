"""What a list is held against: every row of a measure, and whether the data knows an id."""

from collections.abc import Collection, Iterable

import pyarrow as pa

from madegood.measures import RowState
from madegood.measures.kept_rows import Which
from madegood.measures.known_ids import among
from madegood.warehouse import blobs, keeping
from madegood.warehouse.models import StoredSnapshot


def every_row(
    run_id: int, measure_id: str, which: Which | None = None
) -> list[RowState]:
    """Every row that a run judged for a measure, or which of them are asked for, a child
    who repeats once for each start. Who asks must have left a reason in the trail."""
    return keeping.read_rows(run_id, measure_id, which)


def tables_of(snapshot_id: int) -> list[str]:
    """The tables that a snapshot holds."""
    return [one.name for one in StoredSnapshot.objects.get(pk=snapshot_id).tables.all()]


def present(
    snapshot_id: int, codes: Collection[str], where: Iterable[tuple[str, str]]
) -> set[str]:
    """Those of the pseudonyms that stand in any of these columns of a snapshot. Each
    column is read alone. Raises RowsExpired where the rows have been removed."""
    stored = StoredSnapshot.objects.get(pk=snapshot_id)
    keeping.refuse_expired(stored)
    blob_of = {one.name: one.blob for one in stored.tables.all()}
    wanted = pa.array(sorted(set(codes)), pa.string())
    found: set[str] = set()
    for name, column in where:
        found |= among(blobs.read(blob_of[name], [column])[column], wanted)
    return found
