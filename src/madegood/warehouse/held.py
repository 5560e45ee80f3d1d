"""Which children any kept rows are about, so that the vault holds no others."""

from collections.abc import Collection

import pyarrow as pa
import pyarrow.compute as pc
from django.db.models import QuerySet

from madegood.record.tables import table
from madegood.vault.actions import forget
from madegood.warehouse import blobs
from madegood.warehouse.keyed import CHILD
from madegood.warehouse.models import StoredFinding, StoredPart


def let_go(parts: QuerySet[StoredPart], findings: QuerySet[StoredFinding]) -> None:
    """Take parts and findings out of the ledger, and have the vault forget the
    children of whom nothing is left. Within a transaction; blobs are swept up
    afterwards."""
    named = _named(parts)
    about = set(findings.exclude(child="").values_list("child", flat=True))
    parts.delete()
    findings.delete()
    left = _named(StoredPart.objects.all())
    gone = set(_children(named - left).to_pylist()) | about
    if gone:
        noted = StoredFinding.objects.exclude(child="").values_list("child", flat=True)
        forget(gone - set(_children(left).to_pylist()) - set(noted))


def _named(parts: QuerySet[StoredPart]) -> set[tuple[str, str]]:
    return set(parts.values_list("table", "blob"))


def _children(named: Collection[tuple[str, str]]) -> pa.Array:
    """The pseudonym of every child in these blobs."""
    found = pa.array([], pa.string())
    for name, blob in named:
        if CHILD in table(name).arrow_schema().names:
            theirs = pc.unique(blobs.read(blob, [CHILD])[CHILD])
            found = pc.unique(pa.concat_arrays([found, theirs]))
    return found
