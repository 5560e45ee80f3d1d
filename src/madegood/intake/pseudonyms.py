"""Keyed pseudonyms for the ids that could lead to a child.

HMAC-SHA-256 under a key that is kept outside the data, so that nobody without it can
try ids until one matches. Each purpose has pseudonyms of its own: a research file and
a board's file cannot be joined on them (security.md 3).
"""

import base64
import hashlib
import hmac
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from madegood.record.schema import Kind
from madegood.record.snapshot import Snapshot
from madegood.record.tables import table

SHORTEST_KEY: Final = 32
_KEPT: Final = 16


class WeakKey(ValueError):
    """The key is too short to stand against guessing."""


class Pseudonyms:
    """The pseudonyms of one purpose under one key."""

    def __init__(self, key: bytes, purpose: str) -> None:
        """`key` is at least 32 secret random bytes; `purpose` is any words."""
        if len(key) < SHORTEST_KEY:
            raise WeakKey(
                f"The pseudonym key has {len(key)} bytes and must have at least "
                f"{SHORTEST_KEY}. Make one with `openssl rand -hex 32`."
            )
        if not purpose.strip():
            raise ValueError("Say what the pseudonyms are for: 'ledger', 'research' …")
        # A key of its own for each purpose: no text of an id in one purpose can be
        # made to look like an id in another.
        self._key = hmac.digest(key, purpose.encode(), hashlib.sha256)

    def of(self, original: str) -> str:
        """26 letters and digits, always the same for the same id: 128 bits."""
        whole = hmac.digest(self._key, original.encode(), hashlib.sha256)
        return base64.b32encode(whole[:_KEPT]).decode().rstrip("=").lower()

    def apply(self, snapshot: Snapshot) -> Snapshot:
        """The snapshot with every id replaced, the same id by the same pseudonym in
        every table. All ids are, not only the child's: an SSDA903 episode's id holds
        the child's, and nothing says that another system's does not."""
        return Snapshot(
            {name: self._replaced(name, rows) for name, rows in snapshot.tables.items()}
        )

    def _replaced(self, name: str, rows: pa.Table) -> pa.Table:
        for column in table(name).columns:
            if column.kind is Kind.ID or column.name.endswith("_id"):
                place = rows.schema.get_field_index(column.name)
                field = rows.schema.field(place)
                rows = rows.set_column(place, field, self._column(rows[column.name]))
        return rows

    def _column(self, ids: pa.ChunkedArray) -> pa.ChunkedArray:
        encoded = pc.dictionary_encode(ids).unify_dictionaries().combine_chunks()
        if isinstance(encoded, pa.ChunkedArray):
            encoded = pa.concat_arrays(encoded.chunks) if encoded.chunks else None
        if encoded is None or not len(encoded):
            return pa.chunked_array([], pa.string())
        originals = encoded.dictionary.to_pylist()
        names = pa.array([self.of(one) for one in originals], pa.string())
        return pa.chunked_array([names.take(encoded.indices)])
