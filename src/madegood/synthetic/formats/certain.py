"""Small facts that only some formats ask for, drawn from a child's number alone: no
other format's rows can depend on whether they were asked for."""

from collections.abc import Sequence
from zlib import crc32


def share(number: int, what: str, part: float) -> bool:
    """True for that part of the children."""
    return crc32(f"{number}:{what}".encode()) % 10_000 < part * 10_000


def one_of(number: int, what: str, among: Sequence[str]) -> str:
    return among[crc32(f"{number}:{what}".encode()) % len(among)]
