"""A small table that somebody sent, CSV or workbook, as rows of text with their numbers.

It is as it was typed: which column means what is for whoever asked.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from madegood.intake.limits import Limits
from madegood.intake.opened import Unopened
from madegood.intake.workbooks import WorkbookFile

_MARKS: Final = ("\t", ";", ",", "|")
_BOM: Final = "\ufeff"
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")

Row = tuple[int, Sequence[str]]


class NotATable(ValueError):
    """No rows can be had of what was given; the message says what is wrong with it."""


def is_workbook(path: Path) -> bool:
    """By its first bytes, whatever its name says it is."""
    with path.open("rb") as file:
        return file.read(4) in _WORKBOOKS


def table_rows(path: Path, limits: Limits) -> Iterator[Row]:
    """The rows of a file. Raises NotATable."""
    if is_workbook(path):
        yield from sheet_rows(path, limits)
    else:
        yield from text_rows(decoded(path.read_bytes()))


def decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        raise NotATable("The file is not text, CSV or a workbook.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def text_rows(text: str) -> Iterator[Row]:
    """By the mark that most lines have. A row is numbered as the spreadsheet that
    shows it would number it: a cell may hold several lines."""
    text = text.removeprefix(_BOM).replace("\0", "")
    filled = [line for line in text.splitlines() if line.strip()]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_mark(filled))
    try:
        yield from enumerate(lines, start=1)
    except csv.Error as fault:
        raise NotATable(
            f"Line {lines.line_num:,} cannot be taken apart into cells ({fault})."
        ) from None


def _mark(lines: Sequence[str]) -> str:
    found = [(sum(mark in line for line in lines), mark) for mark in _MARKS]
    most = max(count for count, _ in found)
    return next(mark for count, mark in found if count == most)


def sheet_rows(path: Path, limits: Limits) -> Iterator[Row]:
    """The first sheet that holds anything."""
    try:
        with WorkbookFile(path, limits) as book:
            grid = next(book.grids(), None)
            if grid is None:
                return
            top = grid.top[0]
            yield top.number, top.cells
            for batch in grid.batches(top):
                cells = zip(
                    *(column.to_pylist() for column in batch.cells), strict=True
                )
                yield from zip(batch.numbers.to_pylist(), cells, strict=True)
    except Unopened as fault:
        raise NotATable(f"The workbook cannot be opened: {fault.says}") from None
