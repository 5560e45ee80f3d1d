"""The temporary tables of one connection, each made once, and only if it is asked for."""

from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, Final

import ibis
import pyarrow as pa
from ibis.backends import BaseBackend
from ibis.expr.types import Table

from madegood.measures.engines.compiled import MARKS, NAMES, AsOf, Compiled, at
from madegood.measures.engines.ibis_tests import Span

_DUCKDB: Final = "duckdb"
GIVEN: Final = "mg_given_"
LATEST: Final = "mg_latest_"
KNOWN: Final = "mg_known_"
Build = Callable[[], Table]


@dataclass(frozen=True)
class Given:
    """What there is to be given, by its name.

    load        a table of the snapshot, or of the calendar, in pieces of the same
                shape, of which there is one at least
    identity    the columns that make two rows of a table versions of one
    file        where the table is kept as a Parquet file, not yet staged
    """

    load: Callable[[str], Iterator[pa.Table]]
    identity: Callable[[str], tuple[str, ...]]
    file: Callable[[str], Path | None]


class Tables:
    """Tables by names that say what is in them, as of the moment asked about."""

    def __init__(
        self,
        database: BaseBackend,
        moment: AsOf,
        given: Given,
    ) -> None:
        self._database = database
        self._given = given
        self._there: set[str] = set()
        # Another database's SQL is another text; only this one's is remembered.
        self._compiled = Compiled() if database.name == _DUCKDB else None
        self.move(moment)

    def move(self, moment: AsOf) -> None:
        """Ask as of another moment from now on: what is given stays as it is, and what
        was made of it for the moment before goes."""
        for name in sorted(self._there):
            if not name.startswith(GIVEN):
                self.drop(name)
        self._moment = moment
        told = moment if self._compiled is None else MARKS
        marks = (told.now, told.today, told.over)
        second, day, over = (ibis.literal(mark, "int64") for mark in marks)
        self.now, self.over = Span(second, second, day), over

    def close(self) -> None:
        if self._compiled is not None:
            self._compiled.keep()
        self._database.disconnect()

    def given(self, name: str) -> Table:
        """A table that is loaded as it is."""
        self._make_given(name)
        return self._database.table(name)

    def kept(self, name: str, build: Build) -> Table:
        """What `build` says, worked out once for this connection."""
        self.make(name, build)
        return self._database.table(name)

    def make(self, name: str, build: Build) -> None:
        """See that it is there."""
        if not self._made_as_before(name):
            self._make(name, build())

    def once(self, name: str) -> bool:
        """Whether each row of a given table is known to be the only one of its
        identity, so that no version need be looked for."""
        self._make_given(name)
        return False

    def past(self, name: str) -> bool:
        """Whether no event in a given table is known to be later than the moment asked
        about, so that none need be hidden."""
        del name
        return False

    def ask(self, name: str, build: Build) -> list[dict[str, Any]]:
        """The rows of what `build` says."""
        rows: list[dict[str, Any]] = self.table(name, build).to_pylist()
        return rows

    def table(self, name: str, build: Build) -> pa.Table:
        """The same, as a table."""
        if self._compiled is None:
            return self._database.to_pyarrow(build())
        sql = self._compiled.get(name)
        if sql is None or not self._all_there(sql):
            sql = str(self._database.compile(build()))
            self._compiled.put(name, sql)
        return _whole(self._run(sql).to_arrow_table())

    def lend(self, name: str, rows: pa.Table) -> Table:
        """A table of the asker's own, in place of what had that name."""
        self.drop(name)
        self._put(name, rows)
        self._there.add(name)
        return self._database.table(name)

    def drop(self, name: str) -> None:
        """Make room: a table that will not be asked for again."""
        if name in self._there:
            self._drop(name)
            self._there.discard(name)

    def _drop(self, name: str) -> None:
        self._database.drop_table(name)

    def _make_given(self, name: str) -> None:
        if name not in self._there:
            self._put_given(name)
            self._there.add(name)

    def _put_given(self, name: str) -> None:
        self._put(name, pa.concat_tables(self._given.load(name)))

    def _put(self, name: str, rows: Table | pa.Table) -> None:
        """Make a table of this connection alone."""
        self._database.create_table(name, obj=rows, temp=True)

    def _make(self, name: str, rows: Table) -> None:
        if self._compiled is None:
            self._put(name, rows)
            self._there.add(name)
            return
        sql = str(self._database.compile(rows))
        self._compiled.put(self._key(name), sql)
        self._create(name, sql)

    def _made_as_before(self, name: str) -> bool:
        """Make the table from the text that was remembered, if it is remembered and so
        is every table it stands on."""
        if name in self._there:
            return True
        if name.startswith(GIVEN):
            self._make_given(name)
            return True
        sql = self._compiled.get(self._key(name)) if self._compiled else None
        if sql is None or not self._all_there(sql):
            return False
        self._create(name, sql)
        return True

    def _key(self, name: str) -> str:
        """What a kept table's text is remembered by: that of the latest versions is
        another where each row is the only one, and that of what is known where nothing
        is yet to come."""
        if name.startswith(LATEST):
            given = f"{GIVEN}{name.removeprefix(LATEST)}"
            return f"{name}_once" if self.once(given) else name
        if name.startswith(KNOWN):
            of, _, _ = name.removeprefix(KNOWN).rpartition("_")
            return f"{name}_past" if self.past(f"{GIVEN}{of}") else name
        return name

    def _all_there(self, sql: str) -> bool:
        wanted = sorted(set(NAMES.findall(sql)) - self._there)
        return all(self._made_as_before(name) for name in wanted)

    def _create(self, name: str, sql: str) -> None:
        self._run(f'CREATE TEMP {self._as(name)} "{name}" AS {sql}')
        self._there.add(name)

    def _as(self, _name: str) -> str:
        return "TABLE"

    def _run(self, sql: str) -> Any:
        return self._database.raw_sql(self._at(sql))

    def _at(self, sql: str) -> str:
        return at(sql, [str(number) for number in astuple(self._moment)])


def _whole(found: pa.Table) -> pa.Table:
    """DuckDB adds whole numbers up into wider ones, which Arrow takes for decimals."""
    wider = [f.name for f in found.schema if pa.types.is_decimal(f.type)]
    for name in wider:
        at = found.schema.get_field_index(name)
        found = found.set_column(at, name, found[name].cast(pa.int64()))
    return found
