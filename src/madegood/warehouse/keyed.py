"""Files read, their ids turned into pseudonyms, a part at a time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.contained import read_contained
from madegood.intake.findings import Finding
from madegood.intake.pseudonyms import id_columns
from madegood.intake.reading import FileRead, Part, Reading
from madegood.intake.scanning import scan
from madegood.record.snapshot import Snapshot
from madegood.record.tables import table
from madegood.record.versions import versions
from madegood.vault.keys import pseudonyms
from madegood.vault.queries import linked
from madegood.warehouse import blobs
from madegood.warehouse.facts import Span, span

Progress = Callable[[Path, int], None]

# Where each row of a blob came from: the SHA-256 of the file, the sheet of it, and the
# row as the source numbers it.
LINEAGE: Final = pa.schema(
    [("file", pa.string()), ("sheet", pa.string()), ("row", pa.int64())]
)
CHILD: Final = "child_id"
_MARK: Final = "\x1f"


@dataclass(frozen=True, slots=True)
class KeptPart:
    """What one source gave one table, on the disk but not in the ledger yet.

    teams  how many of its rows each team has; "" where no team is recorded
    """

    table: str
    source: str
    blob: str
    lineage: str
    rows: int
    teams: dict[str, int]

    @property
    def days(self) -> Span:
        return span(self.blob, self.table)


def read_apart(paths: Sequence[Path], progress: Progress) -> Reading:
    """The files as they are, in a process that may not take more than it is given."""
    return read_contained(paths, progress=progress)


def keep_parts(reading: Reading, ids_of: str = "") -> Iterator[KeptPart]:
    """Keep each part with its ids turned into pseudonyms. Within `blobs.writing()`.
    Where they are another system's, its children are pseudonyms already (`linking`)."""
    for part in reading.parts:
        yield _keep(part, reading.files, ids_of)


def child_ids(reading: Reading) -> pa.ChunkedArray:
    """Every child's own id, as it was given: for the vault and for nobody else."""
    found = [
        pc.unique(part.rows[CHILD])
        for part in reading.parts
        if CHILD in part.rows.schema.names
    ]
    aside = pa.array(children_of(reading.findings), pa.string())
    return pa.chunked_array([*found, aside], pa.string())


def children_of(findings: Iterable[Finding], ids_of: str = "") -> dict[str, str]:
    """The children that findings are about, by their own ids: their pseudonyms. Of
    another system's, those of whom there is a link.

    A row that was set aside may have anything under that heading: what looks like a
    name or an NHS number is left out, as it is at the door.
    """
    named = sorted({one.child for one in findings if one.child})
    own = pa.array(named, pa.string())
    shown = scan(own, heading=CHILD)
    if shown is not None:
        own = own.filter(pc.invert(shown.mask))
    codes = linked(ids_of, own) if ids_of else pseudonyms().of_all(own.to_pylist())
    pairs = zip(own.to_pylist(), codes.to_pylist(), strict=True)
    return {theirs: code for theirs, code in pairs if code}


def _keyed(part: Part, ids_of: str) -> pa.Table:
    rows = _told_apart(part, ids_of) if ids_of else part.rows
    keyed = pseudonyms().apply(Snapshot({part.table: rows})).rows(part.table)
    if ids_of and CHILD in keyed.schema.names:
        place = keyed.schema.get_field_index(CHILD)
        keyed = keyed.set_column(place, keyed.schema.field(place), part.rows[CHILD])
    return keyed


def _told_apart(part: Part, ids_of: str) -> pa.Table:
    """Their other ids, marked as theirs: what they call 12 is not what we call 12. No
    id that was read holds the mark."""
    rows = part.rows
    for column in id_columns(part.table):
        place = rows.schema.get_field_index(column)
        marked = pc.binary_join_element_wise(ids_of, rows[column], _MARK)
        rows = rows.set_column(place, rows.schema.field(place), marked)
    return rows


def _keep(part: Part, files: Sequence[FileRead], ids_of: str) -> KeptPart:
    rows = _keyed(part, ids_of)
    order = _order(part.table, rows)
    return KeptPart(
        part.table,
        part.source,
        blobs.keep_in_order(rows, order, versions(table(part.table), rows)),
        blobs.keep_in_order(_lineage(part.origin, files), order),
        rows.num_rows,
        _teams(rows),
    )


def _order(name: str, rows: pa.Table) -> pa.Array:
    """By key and version, and then by whatever else there is: the same rows exported
    in another order are the same part."""
    first = [*table(name).identity, "recorded_at"]
    every = first + [column for column in rows.schema.names if column not in first]
    return pc.sort_indices(rows, sort_keys=[(one, "ascending") for one in every])


def _lineage(origin: pa.Table, files: Sequence[FileRead]) -> pa.Table:
    """The file by its hash: its place among those read means nothing afterwards."""
    hashes = pa.array([one.sha256 or "" for one in files], pa.string())
    named = pa.chunked_array(
        [
            pa.DictionaryArray.from_arrays(chunk, hashes)
            for chunk in origin["file"].chunks
        ],
        pa.dictionary(pa.int32(), pa.string()),
    )
    return pa.table(
        {"file": named, "sheet": origin["sheet"], "row": origin["row"]},
    )


def _teams(rows: pa.Table) -> dict[str, int]:
    counted = rows.group_by("team").aggregate([([], "count_all")])
    return {row["team"] or "": row["count_all"] for row in counted.to_pylist()}
