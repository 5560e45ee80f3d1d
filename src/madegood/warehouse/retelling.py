"""Kept rows, told again with what their snapshot says and is not kept with them."""

from collections.abc import Sequence
from functools import lru_cache

from madegood.clock.periods import Period
from madegood.measures import RowState, measure
from madegood.measures.agreement import Pair, pairs_of
from madegood.measures.kept_rows import Which
from madegood.measures.middle import Middle, middle, numbers_of
from madegood.measures.with_children import with_children
from madegood.warehouse import keeping
from madegood.warehouse.models import StoredSnapshot
from madegood.warehouse.run_queries import RunView


def with_their_children(run: RunView, rows: Sequence[RowState]) -> list[RowState]:
    """Rows of a run with what its snapshot says of each one's child, for sums by kinds
    of children; as they are where the snapshot's rows have been removed since."""
    stored = StoredSnapshot.objects.get(pk=run.snapshot_id)
    if stored.expired_at is not None:
        return list(rows)
    return with_children(rows, keeping.read_snapshot(stored), run.as_of)


def grade_pairs(run: RunView, rows: Sequence[RowState]) -> list[Pair]:
    """The two grades of each of these rows of `audit_grade_agreement`. Raises
    RowsExpired where the snapshot's rows have been removed."""
    stored = StoredSnapshot.objects.get(pk=run.snapshot_id)
    return pairs_of(rows, keeping.read_snapshot(stored), run.as_of)


@lru_cache(maxsize=8)
def middle_of(run: RunView, measure_id: str, period: Period) -> Middle | None:
    """Where the middle of the rows' number lies in a period (measures.middle); None for
    few, and where the rows have been removed. A run never changes, so it is kept."""
    stored = StoredSnapshot.objects.get(pk=run.snapshot_id)
    if stored.expired_at is not None:
        return None
    rows = keeping.read_rows(run.id, measure_id, Which(periods=[period]))
    record = keeping.read_snapshot(stored)
    return middle(numbers_of(measure(measure_id), rows, record, run.as_of))
