"""Keyed pseudonyms for the ids that could lead to a child.

HMAC-SHA-256 under a key that is kept outside the data, so that nobody without it can
try ids until one matches. Each purpose has pseudonyms of its own: a research file and
a board's file cannot be joined on them (security.md 3).
"""

import hashlib
import hmac
from collections.abc import Sequence
from typing import Final, Protocol, Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from madegood.record.schema import Kind
from madegood.record.snapshot import Snapshot
from madegood.record.tables import table

SHORTEST_KEY: Final = 32
# 128 bits of each digest are kept, as 26 letters and digits of five bits each.
_KEPT: Final = 16
_LETTERS: Final = np.frombuffer(b"abcdefghijklmnopqrstuvwxyz234567", np.uint8)
_LENGTH: Final = 26
_PLACES: Final = np.array([16, 8, 4, 2, 1], np.uint8)
_BLOCK: Final = 64


class _Hash(Protocol):
    def copy(self) -> Self: ...
    def update(self, data: bytes, /) -> None: ...
    def digest(self) -> bytes: ...


_Layer = tuple[_Hash, _Hash]


class WeakKey(ValueError):
    """The key is too short to stand against guessing."""


class Pseudonyms:
    """The pseudonyms of one purpose under one key, or under several in turn."""

    def __init__(self, key: bytes | Sequence[bytes], purpose: str) -> None:
        """`key` is at least 32 secret random bytes; `purpose` is any words.

        Of several keys each is applied to what the one before it made. So a new key
        can be laid over the old ones: what has been kept follows by the new key alone,
        with no need of the ids, and what is loaded later comes out the same.
        """
        if not purpose.strip():
            raise ValueError("Say what the pseudonyms are for: 'ledger', 'research' …")
        keys = [key] if isinstance(key, bytes) else list(key)
        self._layers = [_layer(one, purpose) for one in keys]

    def of(self, original: str) -> str:
        """26 letters and digits, always the same for the same id: 128 bits."""
        return str(self.of_all([original])[0].as_py())

    def of_all(self, originals: Sequence[str]) -> pa.StringArray:
        """The pseudonym of each, in order."""
        made = pa.array([], pa.string())
        for place, layer in enumerate(self._layers):
            made = _keyed(layer, made.to_pylist() if place else originals)
        return made

    def apply(self, snapshot: Snapshot) -> Snapshot:
        """The snapshot with every id replaced, the same id by the same pseudonym in
        every table. All ids are, not only the child's: an SSDA903 episode's id holds
        the child's, and nothing says that another system's does not."""
        return Snapshot(
            {name: self._replaced(name, rows) for name, rows in snapshot.tables.items()}
        )

    def _replaced(self, name: str, rows: pa.Table) -> pa.Table:
        for column in id_columns(name):
            place = rows.schema.get_field_index(column)
            field = rows.schema.field(place)
            rows = rows.set_column(place, field, self._column(rows[column]))
        return rows

    def _column(self, ids: pa.ChunkedArray) -> pa.ChunkedArray:
        encoded = pc.dictionary_encode(ids).unify_dictionaries().combine_chunks()
        if isinstance(encoded, pa.ChunkedArray):
            encoded = pa.concat_arrays(encoded.chunks) if encoded.chunks else None
        if encoded is None or not len(encoded):
            return pa.chunked_array([], pa.string())
        names = self.of_all(encoded.dictionary.to_pylist())
        return pa.chunked_array([names.take(encoded.indices)])


def id_columns(name: str) -> list[str]:
    """The columns of a table of the record that hold ids of whatever kind."""
    return [
        column.name
        for column in table(name).columns
        if column.kind is Kind.ID or column.name.endswith("_id")
    ]


def _layer(key: bytes, purpose: str) -> _Layer:
    if len(key) < SHORTEST_KEY:
        raise WeakKey(
            f"The pseudonym key has {len(key)} bytes and must have at least "
            f"{SHORTEST_KEY}. Make one with `openssl rand -hex 32`."
        )
    # A key of its own for each purpose: no text of an id in one purpose can be
    # made to look like an id in another.
    own = hmac.digest(key, purpose.encode(), "sha256").ljust(_BLOCK, b"\0")
    # HMAC by its definition (RFC 2104) with both keyed halves begun once: a million
    # ids in half the time that `hmac` takes, which the tests hold it equal to.
    return (
        hashlib.sha256(bytes(byte ^ 0x36 for byte in own)),
        hashlib.sha256(bytes(byte ^ 0x5C for byte in own)),
    )


def _keyed(layer: _Layer, originals: Sequence[str]) -> pa.StringArray:
    if not originals:
        return pa.array([], pa.string())
    inner, outer = layer[0].copy, layer[1].copy
    kept = bytearray()
    for original in originals:
        half = inner()
        half.update(original.encode())
        whole = outer()
        whole.update(half.digest())
        kept += whole.digest()[:_KEPT]
    return _written(np.frombuffer(bytes(kept), np.uint8).reshape(-1, _KEPT))


def _written(digests: "np.ndarray[tuple[int, int], np.dtype[np.uint8]]") -> pa.Array:
    """Base32 in small letters without padding, straight into an Arrow column."""
    count = len(digests)
    bits = np.unpackbits(digests, axis=1)
    fives = np.empty((count, _LENGTH), np.uint8)
    whole = 5 * (_LENGTH - 1)
    fives[:, :-1] = bits[:, :whole].reshape(count, -1, 5) @ _PLACES
    fives[:, -1] = bits[:, whole:] @ _PLACES[: bits.shape[1] - whole]
    starts = np.arange(0, (count + 1) * _LENGTH, _LENGTH, dtype=np.int32)
    letters = np.ascontiguousarray(_LETTERS[fives])
    return pa.StringArray.from_buffers(
        count, pa.py_buffer(starts.tobytes()), pa.py_buffer(letters.tobytes())
    )
