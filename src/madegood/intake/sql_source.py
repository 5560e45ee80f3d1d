"""A database reached through SQLAlchemy: PostgreSQL, SQLite, SQL Server."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

import pyarrow as pa
import sqlalchemy as sql
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from madegood.intake.database_source import BATCH, DatabaseRefused, Held
from madegood.intake.parquet import text_of

_CONNECT_SECONDS: Final = 15
_BEGINS: Final = "ssd_"
# What each kind of database is reached with, and how it is told to change nothing and
# to give up. SQL Server has no such transaction: give it a login that may only read.
_DRIVERS: Final = {
    "postgresql": "psycopg",
    "sqlite": "pysqlite",
    "mssql": "pymssql",
}


class SqlSource:
    """Raises DatabaseRefused where it cannot be reached, or its driver is not there."""

    def __init__(self, address: str, seconds: int) -> None:
        url = _url(address)
        self._schema, url = _schema(url)
        self._kind = url.get_backend_name()
        self._called = f"the {self._kind} database {url.database or ''}".strip()
        with self._refusing():
            self._engine = sql.create_engine(
                _to_read(url), connect_args=_arguments(self._kind, seconds)
            )
            self._connection = self._begun(seconds)

    def _begun(self, seconds: int) -> Connection:
        options: dict[str, Any] = {}
        if self._kind == "postgresql":
            options = {
                "isolation_level": "REPEATABLE READ",
                "postgresql_readonly": True,
            }
        connection = self._engine.connect().execution_options(**options)
        for statement in _statements(self._kind, seconds):
            connection.execute(sql.text(statement))
        return connection

    def held(self) -> Sequence[Held]:
        with self._refusing():
            asked = sql.inspect(self._connection)
            names = [
                *asked.get_table_names(schema=self._schema),
                *asked.get_view_names(schema=self._schema),
            ]
            found = [name for name in names if name.casefold().startswith(_BEGINS)]
            if not found:
                self._say_where(asked)
            return [
                Held(
                    name,
                    tuple(
                        column["name"]
                        for column in asked.get_columns(name, schema=self._schema)
                    ),
                )
                for name in found
            ]

    def _say_where(self, asked: sql.Inspector) -> None:
        """Which other schemas hold the tables, if any do."""
        where = [
            schema
            for schema in asked.get_schema_names()
            if any(
                name.casefold().startswith(_BEGINS)
                for name in (
                    *asked.get_table_names(schema=schema),
                    *asked.get_view_names(schema=schema),
                )
            )
        ]
        if where:
            looked = self._schema or asked.default_schema_name
            raise DatabaseRefused(
                f"There is no SSD table in the schema {looked} of {self._called}. "
                f"There are some in: {', '.join(where)}. Write ?schema={where[0]} at "
                "the end of the address."
            )

    def batches(self, table: Held, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        named: list[sql.ColumnClause[Any]] = [sql.column(column) for column in columns]
        asked = (
            sql.select(*named)
            .select_from(sql.table(table.name, schema=self._schema))
            .order_by(named[0])
        )
        with self._refusing(table.name):
            rows = self._connection.execution_options(yield_per=BATCH).execute(asked)
            for part in rows.partitions(BATCH):
                yield _as_text(part, columns)

    def close(self) -> None:
        self._connection.close()
        self._engine.dispose()

    @contextmanager
    def _refusing(self, table: str = "") -> Iterator[None]:
        """Faults of the database in words of ours: a driver's own message may repeat
        the address, and a row."""
        at = f" (at {table})" if table else ""
        try:
            yield
        except (ImportError, NoSuchModuleError):
            raise DatabaseRefused(
                f"To read {self._called} Python needs the driver "
                f"{_DRIVERS.get(self._kind, self._kind)}. Install it beside Madegood."
            ) from None
        except DBAPIError as fault:
            raise DatabaseRefused(_said(fault, self._called, at)) from None
        except SQLAlchemyError as fault:
            raise DatabaseRefused(
                f"{self._called} could not be read{at}: {type(fault).__name__}. Check "
                "the address."
            ) from None


def _said(fault: DBAPIError, called: str, at: str) -> str:
    kind = type(fault.orig).__name__
    if "Cancel" in kind or "timeout" in str(fault.orig).casefold():
        return (
            f"{called} took longer over a statement than it may{at}. Ask for a quieter "
            "hour, or have MADEGOOD_DATABASE_SECONDS raised."
        )
    if "Privilege" in kind or "permission denied" in str(fault.orig).casefold():
        return (
            f"{called} does not let this login read{at}. Have it granted SELECT on the "
            "SSD tables, and nothing else."
        )
    return (
        f"{called} could not be read{at}: {kind}. Check the address, the login, and "
        "that the server answers from here."
    )


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise DatabaseRefused(
            "The address of the database cannot be understood. Write it as "
            "postgresql+psycopg://USER@HOST/NAME?schema=ssd (the password in PGPASSWORD "
            "or ~/.pgpass), sqlite:///FILE, duckdb:///FILE or "
            "mssql+pymssql://USER:PASSWORD@HOST/NAME."
        ) from None
    kind = url.get_backend_name().replace("postgres", "postgresql")
    kind = "postgresql" if kind.startswith("postgresql") else kind
    if kind not in _DRIVERS:
        raise DatabaseRefused(
            f"Databases of the kind '{kind}' are not read. These are: "
            f"{', '.join([*_DRIVERS, 'duckdb'])}."
        )
    if "+" not in url.drivername:
        url = url.set(drivername=f"{kind}+{_DRIVERS[kind]}")
    return url


def _schema(url: URL) -> tuple[str | None, URL]:
    said = url.query.get("schema")
    schema = said if isinstance(said, str) else None
    return schema, url.difference_update_query(["schema"])


def _to_read(url: URL) -> URL:
    """An SQLite file that is not there would be made; one that is opens to be read."""
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        return url
    return url.set(database=f"file:{url.database}", query={"mode": "ro", "uri": "true"})


def _arguments(kind: str, seconds: int) -> dict[str, Any]:
    if kind == "postgresql":
        return {"connect_timeout": _CONNECT_SECONDS}
    if kind == "mssql":
        return {"login_timeout": _CONNECT_SECONDS, "timeout": seconds}
    return {"timeout": _CONNECT_SECONDS}


def _statements(kind: str, seconds: int) -> Sequence[str]:
    if kind == "postgresql":
        return (f"SET LOCAL statement_timeout = {seconds * 1000}",)
    if kind == "mssql":
        return (f"SET LOCK_TIMEOUT {_CONNECT_SECONDS * 1000}",)
    return ("PRAGMA query_only = ON",)


def _as_text(rows: Sequence[Any], columns: Sequence[str]) -> pa.RecordBatch:
    texts: Callable[[object], str] = text_of
    arrays = [
        pa.array([texts(row[place]) for row in rows], pa.string())
        for place in range(len(columns))
    ]
    return pa.RecordBatch.from_arrays(arrays, names=list(columns))
