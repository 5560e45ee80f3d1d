"""Zip archives written byte by byte, so that they can be made to lie."""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

DEFLATED, STORED = 8, 0


@dataclass(frozen=True)
class Entry:
    """A part as its two headers describe it; what is None is told truly."""

    name: str
    data: bytes = b""
    method: int = DEFLATED
    flags: int = 0
    packed: bytes | None = None
    declared: int | None = None
    declared_before: int | None = None
    crc: int | None = None
    name_before: str | None = None
    level: int = 6

    def body(self) -> bytes:
        if self.packed is not None:
            return self.packed
        return deflated(self.data, self.level) if self.method == DEFLATED else self.data


def deflated(data: bytes, level: int = 6) -> bytes:
    machine = zlib.compressobj(level, zlib.DEFLATED, -15)
    return machine.compress(data) + machine.flush()


def deflated_run(piece: bytes, times: int) -> bytes:
    """A long run of the same, without ever holding it."""
    machine = zlib.compressobj(9, zlib.DEFLATED, -15)
    return b"".join(machine.compress(piece) for _ in range(times)) + machine.flush()


def archive(
    entries: Sequence[Entry],
    *,
    before: bytes = b"",
    offset: int = 0,
    count: int | None = None,
    length: int = 0,
    comment: bytes = b"",
    same_place: bool = False,
) -> bytes:
    """`offset`, `count` and `length` are added to, or told instead of, the truth about
    the list of parts; `same_place` lays every part over the first."""
    out = bytearray(before)
    listed = bytearray()
    for one in entries:
        body, name = one.body(), one.name.encode()
        at = 0 if same_place and listed else len(out)
        size = len(one.data) if one.declared is None else one.declared
        crc = zlib.crc32(one.data) if one.crc is None else one.crc
        facts = (one.flags, one.method, 0, 33, crc, len(body))
        told = size if one.declared_before is None else one.declared_before
        first = (one.name_before or one.name).encode()
        if not (same_place and listed):
            out += struct.pack("<4s5H3I2H", b"PK\3\4", 20, *facts, told, len(first), 0)
            out += first + body
        listed += struct.pack(
            "<4s6H3I5H2I", b"PK\1\2", 20, 20, *facts, size, len(name), 0, 0, 0, 0, 0, at
        )
        listed += name
    many = len(entries) if count is None else count
    end = struct.pack(
        "<4s4H2IH", b"PK\5\6", 0, 0, many & 0xFFFF, many & 0xFFFF,
        len(listed) + length, len(out) + offset, len(comment),
    )  # fmt: skip
    return bytes(out + listed + end + comment)


def changed(entries: Sequence[Entry], name: str, **changes: object) -> list[Entry]:
    """The entries with the one of that name changed."""
    assert any(one.name == name for one in entries), name
    return [
        replace(one, **changes) if one.name == name else one  # type: ignore[arg-type]
        for one in entries
    ]
