"""Keeping what is slow to make: written once, whole, and put in place in one step."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def keep(folder: Path | None, name: str, make: Callable[[], str]) -> str:
    """The text kept under the name in the folder, or made now and kept; without a
    folder, made now."""
    if folder is None:
        return make()
    return keep_bytes(folder / name, lambda: make().encode()).decode()


def keep_bytes(place: Path, make: Callable[[], bytes]) -> bytes:
    """What is kept in a place, or made now and kept.

    Two processes may make the same thing at once; each writes a file of its own and
    puts it in place in one step, so that no reader meets half of one.
    """
    try:
        return place.read_bytes()
    except FileNotFoundError:
        pass
    made = make()
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=place.parent, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(made)
    Path(part).replace(place)
    return made
