"""DuckDB in this process: it only looks at what is asked for.

A table that is kept as a Parquet file is looked at there (staged_files.py), until it has
been looked at so often that holding it is less; one that is in memory is handed over in
pieces.

A column with nothing in it is not kept at all, but said to be blank, so that whatever
rests on it falls away before anything is run. What is known of a table is a view where
no row is merged with another: a measure reads the few columns that it asks about, and
no wide table is written first. What does not fit in the memory given is put on the disk,
in a folder that goes with the connection.
"""

import tempfile
from collections import Counter
from dataclasses import astuple
from typing import Any, Final

import pyarrow as pa
from ibis.backends import BaseBackend

from madegood.measures.engines.compiled import NAMES, AsOf, at
from madegood.measures.engines.ibis_tables import GIVEN, KNOWN, LATEST, Given, Tables
from madegood.measures.engines.staged_files import (
    Looked,
    can_be_looked_at,
    looked_at,
    settings,
)
from madegood.record.tables import table

# Of which this process may take as much again, for Arrow and for Python.
MEMORY: Final = "1400MiB"
# To hold a table costs about as much as to look at it so often.
_HELD_AT: Final = 4
_VIEW: Final = "CREATE TEMP VIEW"
_PIECE: Final = "piece_of_given"
# A view outlasts a moment: it reads the one asked about where it is kept.
_MOMENT: Final = ("mg_now", "mg_today", "mg_over")
_VIEWS: Final = (LATEST, KNOWN, "mg_seen_")
# The last second and the last day of a table whose file says nothing of them.
_NOT_KNOWN: Final = (2**62, 2**62)


class DuckTables(Tables):
    """Tables of one connection to DuckDB."""

    def __init__(
        self,
        database: BaseBackend,
        moment: AsOf,
        given: Given,
    ) -> None:
        self._views: set[str] = set()
        super().__init__(database, moment, given)
        self._scratch = tempfile.TemporaryDirectory(prefix="madegood-measures-")
        self._once: dict[str, bool] = {}
        self._last: dict[str, tuple[int, int]] = {}
        self._looked: dict[str, Looked] = {}
        self._looks: Counter[str] = Counter()
        self._stands_on: dict[str, str] = {}
        for setting in (
            f"memory_limit = '{MEMORY}'",
            f"temp_directory = '{self._scratch.name}'",
            "preserve_insertion_order = false",
        ):
            database.raw_sql(f"SET {setting}")
        for told in settings():
            database.raw_sql(told)

    def move(self, moment: AsOf) -> None:
        for name in sorted(self._there & self._views):
            self._there.discard(name)
        super().move(moment)
        for name, number in zip(_MOMENT, astuple(moment), strict=True):
            self._database.raw_sql(f"SET VARIABLE {name} = {number}::BIGINT")

    def close(self) -> None:
        super().close()
        self._scratch.cleanup()

    def once(self, name: str) -> bool:
        self._make_given(name)
        if name not in self._once:
            ids = ", ".join(f'"{column}"' for column in self._given.identity(name))
            # A table's name and columns are the record's own, and no one else's.
            asked = (
                f'SELECT count(*) FROM (SELECT 1 FROM "{name}" GROUP BY {ids} '  # noqa: S608
                "HAVING count(*) > 1)"
            )
            self._once[name] = self._run(asked).fetchone()[0] == 0
        return self._once[name]

    def past(self, name: str) -> bool:
        self._make_given(name)
        second, day = self._last.get(name, _NOT_KNOWN)
        return second <= self._moment.now and day <= self._moment.today

    def _put_given(self, name: str) -> None:
        file = self._given.file(name)
        if file is None or not can_be_looked_at(file):
            self._hand_over(name)
            return
        looked = looked_at(table(name.removeprefix(GIVEN)), file)
        self._run(f'CREATE TEMP VIEW "{name}" AS {looked.seen()}')
        self._looked[name] = looked
        if looked.once is not None:
            self._once[name] = looked.once
        if looked.last is not None:
            self._last[name] = looked.last

    def _run(self, sql: str) -> Any:
        if not sql.startswith(_VIEW):
            for name in sorted(self._seen_by(sql)):
                self._looks[name] += 1
                if self._looks[name] == _HELD_AT:
                    self._hold(name, self._looked.pop(name))
        return super()._run(sql)

    def _seen_by(self, sql: str) -> set[str]:
        """The tables that a query looks at in their files."""
        named = set(NAMES.findall(sql))
        below = (
            self._seen_by(self._stands_on[n]) for n in named & set(self._stands_on)
        )
        return set(self._looked).intersection(named).union(*below)

    def _hold(self, name: str, looked: Looked) -> None:
        """What is asked of over and over is put into words once: the days and seconds of
        every column that has any."""
        held = f"held_{name}"
        super()._run(f"CREATE TEMP TABLE {held} AS {looked.to_hold()}")
        super()._run(f'CREATE OR REPLACE TEMP VIEW "{name}" AS {looked.held(held)}')

    def _hand_over(self, name: str) -> None:
        held = f"held_{name}"
        there: list[str] = []
        schema = pa.schema([])
        for piece in self._given.load(name):
            schema = piece.schema
            more = [c for c in _filled(piece) if c not in there]
            self._widen(held, there, more, schema)
            there += more
            self._insert(held, piece.select(there))
        told = (
            f'"{f.name}"' if f.name in there else f'NULL::{_type(f.type)} AS "{f.name}"'
            for f in schema
        )
        self._run(f'CREATE TEMP VIEW "{name}" AS SELECT {", ".join(told)} FROM {held}')  # noqa: S608

    def _widen(
        self, held: str, there: list[str], more: list[str], schema: pa.Schema
    ) -> None:
        """Columns that had nothing in them so far are blank in the rows before."""
        typed = [f'"{name}" {_type(schema.field(name).type)}' for name in more]
        if there:
            for column in typed:
                self._run(f"ALTER TABLE {held} ADD COLUMN {column}")
        else:
            self._run(f"CREATE TEMP TABLE {held} ({', '.join(typed)})")

    def _insert(self, held: str, piece: pa.Table) -> None:
        connection = self._database.con
        connection.register(_PIECE, piece)
        columns = ", ".join(f'"{name}"' for name in piece.column_names)
        connection.execute(f"INSERT INTO {held} ({columns}) SELECT * FROM {_PIECE}")  # noqa: S608
        connection.unregister(_PIECE)

    def _at(self, sql: str) -> str:
        return at(sql, [f"getvariable('{name}')" for name in _MOMENT])

    def _create(self, name: str, sql: str) -> None:
        """A view is still there after its tables were made anew, unless it says
        something else as of another moment."""
        if self._stands_on.get(name, sql) != sql:
            super()._run(f'DROP VIEW "{name}"')
            self._views.discard(name)
        if name not in self._views:
            super()._create(name, sql)
        if name in self._views:
            self._stands_on[name] = sql
        self._there.add(name)

    def _as(self, name: str) -> str:
        # A search for the latest versions is made once for each moment.
        search = name.startswith(LATEST) and not self._key(name).endswith("_once")
        if search or not name.startswith(_VIEWS):
            return "TABLE"
        self._views.add(name)
        return "VIEW"


def _filled(piece: pa.Table) -> list[str]:
    """The columns with anything in them; of an empty table, the first, for a table has
    one."""
    filled = [n for n in piece.column_names if piece[n].null_count < piece.num_rows]
    return filled or piece.column_names[:1]


def _type(kind: pa.DataType) -> str:
    if pa.types.is_string(kind):
        return "VARCHAR"
    return "DOUBLE" if pa.types.is_floating(kind) else "BIGINT"
