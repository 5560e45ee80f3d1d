"""A DuckDB file, opened to be read."""

from collections.abc import Iterator, Sequence
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlsplit

import duckdb
import pyarrow as pa

from madegood.intake.database_source import BATCH, DatabaseRefused, Held
from madegood.intake.parquet import texts

_HELD: Final = """
    SELECT table_name, list(column_name ORDER BY ordinal_position)
    FROM information_schema.columns
    WHERE table_schema = ? AND lower(table_name) LIKE 'ssd\\_%' ESCAPE '\\'
    GROUP BY table_name
"""


class DuckDbSource:
    """`duckdb:///file.duckdb?schema=main`. Raises DatabaseRefused."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        path = unquote(parts.path.removeprefix("/"))
        self._schema = parse_qs(parts.query).get("schema", ["main"])[0]
        try:
            self._connection: Any = duckdb.connect(
                path, read_only=True, config={"enable_external_access": "false"}
            )
        except duckdb.Error:
            raise DatabaseRefused(
                f"{path} is not a DuckDB file that can be opened to be read. Write its "
                "address as duckdb:///FILE."
            ) from None

    def held(self) -> Sequence[Held]:
        found = self._connection.execute(_HELD, [self._schema]).fetchall()
        return [Held(name, tuple(columns)) for name, columns in found]

    def batches(self, table: Held, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        named = ", ".join(map(_quoted, columns))
        place = f"{_quoted(self._schema)}.{_quoted(table.name)}"
        asked = f"SELECT {named} FROM {place} ORDER BY {_quoted(columns[0])}"  # noqa: S608  names as it gave them, quoted
        try:
            rows = self._connection.execute(asked).to_arrow_reader(BATCH)
            for batch in rows:
                yield pa.RecordBatch.from_arrays(
                    [texts(column) for column in batch.columns], names=list(columns)
                )
        except duckdb.Error as fault:
            raise DatabaseRefused(
                f"The table {table.name} could not be read: {type(fault).__name__}."
            ) from None

    def close(self) -> None:
        self._connection.close()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
