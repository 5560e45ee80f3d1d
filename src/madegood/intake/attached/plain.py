"""Plain text and CSV: line by line."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from madegood.intake.attached.kinds import NotTaken

# What makes a spreadsheet run a cell; a minus or a plus may only begin a number.
_FORMULA: Final = ("=", "@")


def plain_texts(path: Path) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(words_of(path.read_bytes()).splitlines(), 1):
        yield f"line {number:,}", line


def csv_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Raises NotTaken for a cell that a spreadsheet would run."""
    for where, line in plain_texts(path):
        cells = next(csv.reader([line]), [])
        if any(cell.lstrip().startswith(_FORMULA) for cell in cells):
            raise NotTaken(
                f"A cell in {where} begins like a formula, which a spreadsheet would "
                "run. Put an apostrophe before it, or take it out, and attach the file "
                "again."
            )
        yield where, line


def words_of(data: bytes) -> str:
    """The letters, whichever of the usual three ways they were written."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
