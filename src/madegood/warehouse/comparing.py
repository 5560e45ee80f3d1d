"""What is different between two tables of the record, by key and by column.

Each side is taken at the latest version of each row. DuckDB reads the blobs where they
lie, within a bound of memory: neither table is ever held whole.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from django.conf import settings

from madegood.record.schema import Column, Kind, Table
from madegood.record.tables import table
from madegood.warehouse import blobs
from madegood.warehouse.facts import filled

MEMORY: Final = "128MB"
_THREADS: Final = 2
_TYPES: Final = {
    pa.string(): "varchar",
    pa.date32(): "date",
    pa.timestamp("s", tz="UTC"): "timestamptz",
    pa.float64(): "double",
}
ADDED, CHANGED, VANISHED = "added", "changed", "vanished"


@dataclass(frozen=True, slots=True)
class Example:
    """One row that differs: its key, which is a pseudonym or holds one, and, where it
    changed, in which columns."""

    kind: str
    key: tuple[str, ...]
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableDifference:
    """before, after  how many rows each has; versions of a row are counted once
    columns           for each column that differs anywhere, in how many rows"""

    table: str
    before: int
    after: int
    added: int
    changed: int
    vanished: int
    columns: dict[str, int] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()

    @property
    def any(self) -> bool:
        return bool(self.added or self.changed or self.vanished)


def compare_blobs(
    name: str, before: str | None, after: str | None, *, examples: int = 0
) -> TableDifference:
    """How one table differs between two blobs; None where a side has no such table.

    Raises blobs.Lost.
    """
    if examples:
        with _database() as db:
            return _Compared(db, table(name), before, after).difference(examples)
    return _counted(name, before, after)


@lru_cache(maxsize=4096)
def _counted(name: str, before: str | None, after: str | None) -> TableDifference:
    """Blobs never change, so the counts of a pair never do; they name nobody."""
    if before == after and before is not None and not _has_versions(before):
        rows = blobs.rows_in(before)
        return TableDifference(name, rows, rows, 0, 0, 0)
    with _database() as db:
        compared = _Compared(db, table(name), before, after)
        if before == after:
            rows = compared.count("after_rows")
            return TableDifference(name, rows, rows, 0, 0, 0)
        if before is None:
            rows = compared.count("after_rows")
            return TableDifference(name, 0, rows, rows, 0, 0)
        return compared.difference(0)


class _Compared:
    def __init__(
        self,
        db: duckdb.DuckDBPyConnection,
        about: Table,
        before: str | None,
        after: str | None,
    ) -> None:
        self.db = db
        self.about = about
        self.key = about.identity
        self.others = [c for c in about.columns if c.name not in self.key]
        _view(db, "before_rows", about, before)
        _view(db, "after_rows", about, after)

    def count(self, view: str) -> int:
        found = self.db.execute(f"select count(*) from {view}").fetchone()  # noqa: S608
        assert found is not None
        return int(found[0])

    def difference(self, examples: int) -> TableDifference:
        changed = [f"count(*) filter (where {self._differs(c)})" for c in self.others]
        counts = self._one(
            "count(b.here), count(a.here), count(*) filter (where b.here is null),"
            f" count(*) filter (where {self._any()}),"
            " count(*) filter (where a.here is null)"
            + "".join(f", {one}" for one in changed)
        )
        columns = {
            column.name: count
            for column, count in zip(self.others, counts[5:], strict=True)
            if count
        }
        before, after, added, changed_rows, vanished = counts[:5]
        return TableDifference(
            self.about.name,
            before,
            after,
            added,
            changed_rows,
            vanished,
            columns,
            tuple(self._examples(examples)),
        )

    def _examples(self, most: int) -> Iterator[Example]:
        if not most:
            return
        kinds = {
            ADDED: "b.here is null",
            CHANGED: self._any(),
            VANISHED: "a.here is null",
        }
        keys = ", ".join(f"coalesce(b.{_q(k)}, a.{_q(k)})::varchar" for k in self.key)
        flags = ", ".join(self._differs(column) for column in self.others)
        for kind, holds in kinds.items():
            found = self.db.execute(
                f"select {keys}, {flags} from {self._joined()} where {holds}"  # noqa: S608
                f" order by all limit {int(most)}"
            ).fetchall()
            for row in found:
                yield self._example(kind, row)

    def _example(self, kind: str, row: Sequence[Any]) -> Example:
        key = tuple(str(cell) for cell in row[: len(self.key)])
        if kind != CHANGED:
            return Example(kind, key)
        flags = zip(self.others, row[len(self.key) :], strict=True)
        return Example(kind, key, tuple(one.name for one, flag in flags if flag))

    def _one(self, columns: str) -> tuple[int, ...]:
        found = self.db.execute(f"select {columns} from {self._joined()}").fetchone()  # noqa: S608
        assert found is not None
        return tuple(found)

    def _joined(self) -> str:
        same = " and ".join(f"b.{_q(name)} = a.{_q(name)}" for name in self.key)
        return f"before_rows b full join after_rows a on {same}"

    def _any(self) -> str:
        return "(" + " or ".join(self._differs(one) for one in self.others) + ")"

    def _differs(self, column: Column) -> str:
        both = "b.here and a.here"
        tests = [
            f"b.{_q(name)} is distinct from a.{_q(name)}" for name in _stored(column)
        ]
        return f"({both} and ({' or '.join(tests)}))"


def _view(
    db: duckdb.DuckDBPyConnection, name: str, about: Table, blob: str | None
) -> None:
    """The latest version of each row of a blob, in the record's columns."""
    if blob is None:
        columns = ", ".join(_blank(one) for one in about.arrow_schema())
        made = f"select {columns}, true as here where false"
    else:
        made = _latest(about, blob)
    db.execute(f"create view {name} as {made}")


def _latest(about: Table, blob: str) -> str:
    path = blobs.path_of(blob)
    if not path.exists():
        raise blobs.Lost(f"{path.name} is not in the data folder.")
    there = set(pq.read_schema(path).names)
    columns = ", ".join(
        _q(one.name) if one.name in there else _blank(one)
        for one in about.arrow_schema()
    )
    quoted = str(path).replace("'", "''")
    every = f"select {columns}, true as here from read_parquet('{quoted}')"  # noqa: S608
    if not _has_versions(blob):
        return every
    keys = ", ".join(_q(name) for name in about.identity)
    return (
        f"{every} qualify row_number() over (partition by {keys}"
        " order by recorded_at desc nulls last) = 1"
    )


def _has_versions(blob: str) -> bool:
    """The reader keeps one row for each key and recorded_at: without the second, there
    is one for each key."""
    return filled(blob).get("recorded_at", 0) > 0


def _blank(one: pa.Field) -> str:
    """As `keeping.read_table` has it: nothing, and no for a yes or no of ours."""
    value = "false" if pa.types.is_boolean(one.type) else f"null::{_TYPES[one.type]}"
    return f"{value} as {_q(one.name)}"


def _stored(column: Column) -> tuple[str, ...]:
    """A moment's own column, and whether only its day is known."""
    if column.kind is Kind.MOMENT:
        return column.name, f"{column.name}__dated"
    return (column.name,)


def _q(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


@contextmanager
def _database() -> Iterator[duckdb.DuckDBPyConnection]:
    """What does not fit goes to the data folder, where its like already is."""
    spill = Path(settings.DATA_DIR) / "spill"
    spill.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (
        tempfile.TemporaryDirectory(dir=spill) as folder,
        duckdb.connect(
            config={
                "memory_limit": MEMORY,
                "threads": _THREADS,
                "temp_directory": folder,
                "preserve_insertion_order": False,
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
            }
        ) as db,
    ):
        yield db
