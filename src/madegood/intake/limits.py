"""How much of the machine one file may take before it is refused.

A file comes from outside; what it costs to read must not be the file's to decide. Each
limit is far above what an honest export of a whole authority needs and far below what
would trouble a small server, and each can be set by the environment.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final

MIB: Final = 1024 * 1024

# Which setting fills which limit, and what one of it is worth.
SETTINGS: Final[dict[str, tuple[str, int]]] = {
    "MADEGOOD_READ_MEMORY_MIB": ("memory_bytes", MIB),
    "MADEGOOD_READ_CPU_SECONDS": ("cpu_seconds", 1),
    "MADEGOOD_READ_WALL_SECONDS": ("wall_seconds", 1),
    "MADEGOOD_READ_INFLATED_MIB": ("inflated_bytes", MIB),
    "MADEGOOD_READ_INFLATED_RATIO": ("inflated_ratio", 1),
    "MADEGOOD_READ_MEMBERS": ("members", 1),
    "MADEGOOD_READ_SHEET_CELLS": ("cells", 1),
}
# Below this the reader cannot so much as start.
LEAST_MEMORY: Final = 256 * MIB


class BadLimit(ValueError):
    """A setting is not a whole number that a limit can have."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that reading may take.

    memory_bytes    resident, of the reading process, all files together
    cpu_seconds     of processor time, for each file
    wall_seconds    of the clock on the wall, for each file
    inflated_bytes  that a compressed file may become, counted while it is inflated
    inflated_ratio  how many times its size any part of it may become
    members         parts of a compressed file
    cells           of the smallest rectangle round a sheet's cells: readers hold that
                    rectangle, however few of its cells are filled
    """

    memory_bytes: int = 1024 * MIB
    cpu_seconds: int = 60
    wall_seconds: int = 600
    inflated_bytes: int = 1024 * MIB
    inflated_ratio: int = 250
    members: int = 4_000
    cells: int = 12_000_000

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Limits":
        """The limits with what the environment sets; raises BadLimit."""
        said = os.environ if environment is None else environment
        given = {
            name: _whole(setting, said[setting]) * unit
            for setting, (name, unit) in SETTINGS.items()
            if said.get(setting, "").strip()
        }
        limits = cls(**given)
        if limits.memory_bytes < LEAST_MEMORY:
            raise BadLimit(
                f"MADEGOOD_READ_MEMORY_MIB must be at least {LEAST_MEMORY // MIB}: the "
                "reader itself needs that much."
            )
        return limits

    def as_environment(self) -> dict[str, str]:
        """What to set so that another process has these limits."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {
            setting: str(values[name] // unit)
            for setting, (name, unit) in SETTINGS.items()
        }


def _whole(setting: str, text: str) -> int:
    plain = text.strip()
    if not (plain.isascii() and plain.isdigit()) or not 0 < int(plain) < 10**9:
        raise BadLimit(
            f"{setting} is '{text}': write a whole number above 0, for example "
            f"{setting}=1024."
        )
    return int(plain)
