"""What a database is to whoever fetches tables from it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import pyarrow as pa

BATCH: Final = 20_000


class DatabaseRefused(ValueError):
    """The database cannot be read. Says why and what to do, and no part of its address
    but the name of its kind, its host and itself."""


@dataclass(frozen=True, slots=True)
class Held:
    """A table of a database, as it calls it, with its columns."""

    name: str
    columns: tuple[str, ...]


class Source(Protocol):
    """A database open for reading, in a transaction that sees one state of it."""

    def held(self) -> Sequence[Held]:
        """Its tables and views whose names begin with ssd_."""
        ...

    def batches(self, table: Held, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """The columns of the table's rows as text, in order of the first of them."""
        ...

    def close(self) -> None: ...
