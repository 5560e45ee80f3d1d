"""The record as Parquet files: made of a folder of extract files, or of another such
record under more ids, and read a piece at a time."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from madegood.record.schema import Column, Kind
from madegood.record.snapshot import Snapshot
from madegood.record.tables import TABLES, table
from madegood.record.versions import versions

PIECE = 250_000
_TIME = r"'T(\d\d:\d\d)([+Z-])', ' \1:00\2'"


class OnDisk(Mapping[str, pa.Table]):
    def __init__(self, folder: Path) -> None:
        self.paths = {path.stem: path for path in sorted(folder.glob("*.parquet"))}

    def __getitem__(self, name: str) -> pa.Table:
        return pq.read_table(self.paths[name]).cast(table(name).arrow_schema())

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)


class Record(Snapshot):
    def __post_init__(self) -> None:
        """The tables are in the record's shape."""

    def pieces(self, name: str) -> Iterator[pa.Table]:
        if name not in self.tables:
            yield table(name).empty()
            return
        file = pq.ParquetFile(self.tables.paths[name])  # type: ignore[attr-defined]
        for batch in file.iter_batches(PIECE):
            yield pa.Table.from_batches([batch]).cast(table(name).arrow_schema())
        if not file.metadata.num_rows:
            yield table(name).empty()

    def file(self, name: str) -> Path | None:
        return self.tables.paths.get(name)  # type: ignore[attr-defined]


def record(folder: Path) -> Record:
    return Record(OnDisk(folder))


def from_extract(source: Path, out: Path) -> None:
    """The files of an extract, as `madegood data synth --format extract` writes them,
    in the record's own types."""
    out.mkdir(parents=True, exist_ok=True)
    connection = duckdb.connect()
    connection.execute("SET memory_limit = '2GB'; SET timezone = 'Europe/London'")
    for shape in TABLES:
        path = source / f"{shape.name}.csv"
        if not path.exists() or not path.stat().st_size:
            continue
        cells = f"read_csv('{path}', all_varchar = true, header = true)"
        found = connection.execute(f"DESCRIBE SELECT * FROM {cells}").fetchall()
        columns = [
            each for c in shape.columns for each in _typed(c, {f[0] for f in found})
        ]
        connection.execute(
            f"COPY (SELECT {', '.join(columns)} FROM {cells}) "
            f"TO '{out / path.stem}.parquet' (FORMAT parquet, ROW_GROUP_SIZE 100000)"
        )


def _typed(column: Column, there: set[str]) -> Iterator[str]:
    cell = f'"{column.name}"' if column.name in there else "NULL::VARCHAR"
    match column.kind:
        case Kind.DATE:
            yield f'{cell}::DATE AS "{column.name}"'
        case Kind.NUMBER:
            yield f'{cell}::DOUBLE AS "{column.name}"'
        case Kind.MOMENT:
            yield f'regexp_replace({cell}, {_TIME})::TIMESTAMPTZ AS "{column.name}"'
            yield f'coalesce(length({cell}) = 10, false) AS "{column.name}__dated"'
        case _:
            yield f'{cell} AS "{column.name}"'


def many_times(source: Path, out: Path, names: tuple[str, ...], times: int) -> None:
    """Some tables of a record so many times over, every id another each time."""
    out.mkdir(parents=True, exist_ok=True)
    connection = duckdb.connect()
    connection.execute("SET memory_limit = '2GB'; SET preserve_insertion_order = false")
    for name in names:
        # Every id is another each time: what is said of the rows once holds of them all.
        said = versions(table(name), pq.read_table(source / f"{name}.parquet"))
        told = ", ".join(f"'{key}': '{value}'" for key, value in said.items())
        ids = [c.name for c in table(name).columns if c.kind is Kind.ID]
        again = ", ".join(f'"{i}" || \'-\' || n AS "{i}"' for i in ids)
        connection.execute(
            f"COPY (SELECT r.* REPLACE ({again}) FROM "
            f"'{source / name}.parquet' r, range({times}) AS t(n)) "
            f"TO '{out / name}.parquet' (FORMAT parquet, ROW_GROUP_SIZE 100000, "
            f"KV_METADATA {{{told}}})"
        )
