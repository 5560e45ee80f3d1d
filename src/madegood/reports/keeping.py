"""Keeping what is slow to make: written once, whole, under a name made from content."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def keep(folder: Path | None, name: str, make: Callable[[], str]) -> str:
    """What is kept under the name, or made now and kept.

    Two processes may make the same thing at once; each writes its own file and puts
    it in place in one step, so that no reader meets half of one.
    """
    if folder is None:
        return make()
    path = folder / name
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        pass
    made = make()
    folder.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=folder, suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(made)
    Path(part).replace(path)
    return made
