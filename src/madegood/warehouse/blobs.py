"""Rows on disk: Parquet files named by their own SHA-256, written once, never changed.

The same rows give the same bytes, so writing them again has no effect, and a process
that died half-way leaves nothing but a part that nobody names.
"""

import hashlib
import os
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq
from django.conf import settings

from madegood.warehouse import locks

PART: Final = ".part-"
# Rows are written so many at a time, whatever pieces they come in: that bounds the
# memory and makes the bytes depend on the rows alone.
SLICE: Final = 100_000
Said = Mapping[str, str]
_NOTHING: Final[Said] = MappingProxyType({})


class Lost(RuntimeError):
    """A blob that the ledger names is not on the disk."""


def folder() -> Path:
    """Where blobs are: made when first asked for, for us alone."""
    made = Path(settings.DATA_DIR) / "tables"
    made.mkdir(parents=True, exist_ok=True, mode=0o700)
    return made


def path_of(blob: str) -> Path:
    return folder() / f"{blob}.parquet"


def keep(rows: pa.Table, said: Said = _NOTHING) -> str:
    """Keep a table and give its name. Call within `writing()`. `said` is what the file
    says of its rows beside them."""
    starts = range(0, max(rows.num_rows, 1), SLICE)
    return keep_slices(rows.schema, (rows.slice(at, SLICE) for at in starts), said)


def keep_in_order(rows: pa.Table, order: pa.Array, said: Said = _NOTHING) -> str:
    """Keep a table with its rows put in order, a slice at a time."""
    starts = range(0, max(len(order), 1), SLICE)
    return keep_slices(
        rows.schema, (rows.take(order.slice(at, SLICE)) for at in starts), said
    )


def keep_slices(
    schema: pa.Schema, slices: Iterable[pa.Table], said: Said = _NOTHING
) -> str:
    """Keep tables one after another as one. Raises OSError, leaving nothing."""
    handle, name = tempfile.mkstemp(prefix=PART, dir=folder())
    os.close(handle)
    part = Path(name)
    try:
        _write(part, schema, slices, said)
        return _put_in_place(part)
    finally:
        part.unlink(missing_ok=True)


def read(blob: str, columns: Collection[str] | None = None) -> pa.Table:
    """A blob's rows, mapped rather than copied where that can be; raises Lost."""
    path = path_of(blob)
    try:
        wanted = None if columns is None else list(columns)
        return pq.read_table(path, columns=wanted, memory_map=True)
    except FileNotFoundError:
        raise Lost(
            f"{path.name} is not in the data folder. Restore it from a backup."
        ) from None


def pieces(blob: str) -> Iterator[pa.Table]:
    """A blob's rows, so many at a time, at least one piece of none; raises Lost."""
    try:
        file = pq.ParquetFile(path_of(blob), memory_map=True)
    except FileNotFoundError:
        raise Lost(
            f"{blob}.parquet is not in the data folder. Restore it from a backup."
        ) from None
    with file:
        if not file.metadata.num_rows:
            yield file.schema_arrow.empty_table()
        for batch in file.iter_batches(SLICE):
            yield pa.Table.from_batches([batch])


def file_of(blob: str) -> Path:
    """Where a blob's rows are, for who reads Parquet as it lies; raises Lost."""
    path = path_of(blob)
    if not path.exists():
        raise Lost(f"{path.name} is not in the data folder. Restore it from a backup.")
    return path


def holds(blob: str) -> bool:
    return path_of(blob).exists()


def rows_in(blob: str) -> int:
    """How many rows a blob says it has; raises Lost."""
    try:
        return int(pq.read_metadata(path_of(blob)).num_rows)
    except FileNotFoundError:
        raise Lost(f"{blob}.parquet is not in the data folder.") from None


def is_whole(blob: str) -> bool:
    """Whether what is on the disk is still what its name says."""
    with path_of(blob).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == blob


@contextmanager
def writing() -> Iterator[None]:
    """While blobs are written that the ledger does not name yet, none is swept up."""
    with locks.held("tables", shared=True):
        yield


@contextmanager
def nobody_writing(*, wait: bool = True) -> Iterator[None]:
    """Waits until nobody is writing, and keeps it so. Raises locks.Busy where somebody
    is and `wait` is false."""
    with locks.held("tables", wait=wait):
        yield


def sweep(named: Collection[str]) -> int:
    """Remove every blob that is not named, and every part. Within `nobody_writing()`
    only. How many were removed."""
    wanted = {f"{blob}.parquet" for blob in named}
    removed = 0
    for path in folder().iterdir():
        if path.name.startswith(PART) or (
            path.suffix == ".parquet" and path.name not in wanted
        ):
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def _write(
    part: Path, schema: pa.Schema, slices: Iterable[pa.Table], said: Said
) -> None:
    plain = _plain(schema)
    with (
        part.open("wb") as file,
        pq.ParquetWriter(file, plain, compression="zstd") as writer,
    ):
        for rows in slices:
            one = rows.cast(plain).combine_chunks()
            writer.write_table(one, row_group_size=SLICE)
        if said:
            writer.add_key_value_metadata(dict(said))
    # Opened again to be on the disk before its name is.
    with part.open("rb+") as written:
        os.fsync(written.fileno())


def _plain(schema: pa.Schema) -> pa.Schema:
    """What is in a column, whichever way Arrow held it before."""
    return pa.schema([(one.name, _kind(one.type)) for one in schema])


def _kind(given: pa.DataType) -> pa.DataType:
    if pa.types.is_dictionary(given):
        return given.value_type
    if pa.types.is_timestamp(given):
        # Parquet has no whole seconds, and gives milliseconds back.
        return pa.timestamp("ms", tz=given.tz)
    return given


def _put_in_place(part: Path) -> str:
    with part.open("rb") as file:
        blob = hashlib.file_digest(file, "sha256").hexdigest()
    part.chmod(0o400)
    part.replace(path_of(blob))
    _settle(part.parent)
    return blob


def _settle(place: Path) -> None:
    """A renamed file is there after a power cut only once its folder is written."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
