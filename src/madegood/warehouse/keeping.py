"""Rows as the rooms know them, to and from the blobs they are kept in."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa

from madegood.clock.moments import london_date
from madegood.measures import RowState
from madegood.measures.kept_rows import Which, as_rows
from madegood.record.snapshot import Snapshot
from madegood.record.tables import table
from madegood.warehouse import blobs
from madegood.warehouse.models import RunRows, StoredSnapshot


class RowsExpired(LookupError):
    """The rows asked for have been removed, as the schedule says."""


def read_table(name: str, blob: str) -> pa.Table:
    """A blob as the record's table of that name.

    Parquet has no whole seconds, hence the cast; a column that the record has gained
    since is blank; one that only older editions had is left out.
    """
    return as_recorded(name, blobs.read(blob))


def as_recorded(name: str, rows: pa.Table) -> pa.Table:
    """Rows of a blob in the record's shape: see `read_table`."""
    wanted = table(name).arrow_schema()
    columns = [
        rows[one.name].cast(one.type)
        if one.name in rows.schema.names
        else pa.chunked_array([_blank(one, rows.num_rows)])
        for one in wanted
    ]
    return pa.table(columns, schema=wanted)


def read_snapshot(stored: StoredSnapshot) -> Snapshot:
    """The record as it was kept; each table is read when it is asked for.

    Raises RowsExpired where its rows have been removed since.
    """
    refuse_expired(stored)
    return _Kept(_OnDisk({one.name: one.blob for one in stored.tables.all()}))


def refuse_expired(stored: StoredSnapshot) -> None:
    """Raises RowsExpired where a snapshot's rows have been removed."""
    if stored.expired_at is not None:
        raise RowsExpired(
            f"The rows of “{stored.label}”, loaded on "
            f"{london_date(stored.loaded_at):%-d %B %Y}, were removed on "
            f"{london_date(stored.expired_at):%-d %B %Y}, as their time was over. "
            "What was computed from them is kept, and can be read; nothing new can be "
            "computed."
        )


class _OnDisk(Mapping[str, pa.Table]):
    """Tables read each time they are asked for: of a large record, a measure looks at
    a few, and holds none longer than it must."""

    def __init__(self, named: dict[str, str]) -> None:
        self._blobs = named

    def __getitem__(self, name: str) -> pa.Table:
        return read_table(name, self._blobs[name])

    def pieces(self, name: str) -> Iterator[pa.Table]:
        """A table in pieces, none of which is in memory with another."""
        for piece in blobs.pieces(self._blobs[name]):
            yield as_recorded(name, piece)

    def file(self, name: str) -> Path:
        return blobs.file_of(self._blobs[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._blobs)

    def __len__(self) -> int:
        return len(self._blobs)


class _Kept(Snapshot):
    """A snapshot whose tables come in the record's shape: see `read_table`."""

    def __post_init__(self) -> None:
        """Nothing to look over before it is read."""

    def pieces(self, name: str) -> Iterator[pa.Table]:
        kept = self.tables
        if not isinstance(kept, _OnDisk) or name not in kept:
            yield from super().pieces(name)
            return
        yield from kept.pieces(name)

    def file(self, name: str) -> Path | None:
        kept = self.tables
        if not isinstance(kept, _OnDisk) or name not in kept:
            return None
        return kept.file(name)


def keep_rows(rows: pa.Table) -> str:
    """Keep a measure's row states (measures.kept_rows); the blob's name. Within
    `blobs.writing()`."""
    return blobs.keep(rows)


def read_rows(run_id: int, measure: str, which: Which | None = None) -> list[RowState]:
    """A measure's row states as they were judged then, all or those asked for; empty
    where it was not run, or where the rows have been removed since."""
    kept = RunRows.objects.filter(run_id=run_id, measure=measure).first()
    if kept is None:
        return []
    table = blobs.read(kept.blob)
    if which is not None:
        table = which.of(table)
    return [
        row
        for batch in table.to_batches(blobs.SLICE)
        for row in as_rows(measure, batch)
    ]


def _blank(field: pa.Field, length: int) -> pa.Array:
    if pa.types.is_boolean(field.type):
        return pa.nulls(length, field.type).fill_null(pa.scalar(value=False))
    return pa.nulls(length, field.type)
