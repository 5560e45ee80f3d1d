"""SSD tables fetched from a database, each into a Parquet file of its own.

The process that reads files has no network (see `contained`), and a database is read
once: so the tables that the SSD format knows, and of those only the columns it reads,
are streamed into a private folder in one read-only transaction, and are files from then
on. Names, addresses and NHS numbers are never asked for. The address, which may hold a
password, is kept nowhere and repeated in no message.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from madegood.intake.database_source import DatabaseRefused, Held, Source
from madegood.intake.duckdb_source import DuckDbSource
from madegood.intake.formats.ssd import SSD

TIMEOUT_SETTING: Final = "MADEGOOD_DATABASE_SECONDS"
_SECONDS: Final = 600
_MARK: Final = "://"
KINDS: Final = ("postgresql", "postgres", "sqlite", "mssql", "duckdb")


def is_address(given: Path | str) -> bool:
    """Whether what was given is the address of a database, and no path."""
    return isinstance(given, str) and _MARK in given and not Path(given).exists()


def called(given: Path | str) -> str:
    """What may be said of one of these: a file's name; of an address, only the kind of
    database, since anything else in it may be a password put where it does not belong."""
    if is_address(given):
        kind = str(given).split(_MARK, 1)[0].split("+", 1)[0].casefold()
        return f"{kind} database" if kind in KINDS else "database"
    return Path(given).name


@contextmanager
def files_of(given: Sequence[Path | str]) -> Iterator[tuple[Path | str, ...]]:
    """What was given, with the files of its tables in the place of each database. They
    are gone when this ends. Raises DatabaseRefused."""
    with ExitStack() as opened:
        found: list[Path | str] = []
        for one in given:
            if is_address(one):
                folder = opened.enter_context(TemporaryDirectory(prefix="madegood-"))
                found += fetch(str(one), Path(folder))
            else:
                found.append(one)
        yield tuple(found)


def fetch(address: str, folder: Path) -> list[Path]:
    """Write each SSD table of the database into the folder; raises DatabaseRefused."""
    source = _open(address)
    try:
        wanted = list(_wanted(source.held()))
        if not wanted:
            raise DatabaseRefused(
                "The database has no table or view of the SSD (ssd_person, "
                "ssd_missing …) where it was looked for. Name the schema that holds "
                "them at the end of the address: ?schema=NAME."
            )
        return [
            _written(source, table, columns, folder / f"{kind}.parquet")
            for kind, table, columns in wanted
        ]
    finally:
        source.close()


def seconds() -> int:
    """The most that one statement may take, in seconds."""
    said = os.environ.get(TIMEOUT_SETTING, "").strip()
    if not said:
        return _SECONDS
    if not (said.isascii() and said.isdigit()) or not 0 < int(said) < 10**6:
        raise DatabaseRefused(
            f"{TIMEOUT_SETTING} is '{said}': write a whole number of seconds above 0."
        )
    return int(said)


def _open(address: str) -> Source:
    kind = address.split(_MARK, 1)[0].casefold()
    if kind == "duckdb":
        return DuckDbSource(address)
    # SQLAlchemy takes its time to come, and most readings are of files.
    from madegood.intake.sql_source import SqlSource  # noqa: PLC0415

    return SqlSource(address, seconds())


def _wanted(
    held: Sequence[Held],
) -> Iterator[tuple[str, Held, tuple[str, ...]]]:
    """The tables that are read, and of each the columns that are, key first."""
    for table in sorted(held, key=lambda one: one.name):
        sheet = SSD.table(table.name)
        if sheet is None or not sheet.fillings:
            continue
        there = {column.casefold(): column for column in table.columns}
        columns = [
            there[heading.casefold()]
            for one in sheet.fields
            if one.reads is not None
            for heading in (one.heading, *one.also)
            if heading.casefold() in there
        ]
        if columns:
            yield sheet.kind, table, tuple(columns)


def _written(source: Source, table: Held, columns: Sequence[str], path: Path) -> Path:
    schema = pa.schema([(column.casefold(), pa.string()) for column in columns])
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in source.batches(table, columns):
            writer.write_batch(pa.RecordBatch.from_arrays(batch.columns, schema=schema))
    return path
