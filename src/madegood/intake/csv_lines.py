"""CSV one row at a time, naming what is wrong with a row that cannot be taken apart."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

ESCAPED: Final = re.compile("[\udc80-\udcff]")
ENDLESS: Final = ["a cell without end"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it lies in the file. `fault` is the cause of a row that cannot be
    taken apart into cells, and `at` the cell that is to blame."""

    number: int
    cells: list[str]
    fault: str | None = None
    says: str = ""
    at: int | None = None


class LinesOf:
    """Lines for the csv module out of blocks of bytes. Stray bytes are carried through
    as lone surrogates, so that the fault can name the row and column that hold them."""

    def __init__(self, blocks: Iterator[bytes]) -> None:
        self._blocks = blocks
        self._lines: list[str] = []
        self._place = 0

    def give(self, block: bytes) -> None:
        text = block.decode("utf-8", errors="surrogateescape")
        # A lone carriage return ends a line too, as the csv module sees it.
        self._lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)
        self._place = 0

    @property
    def ends_with_a_line(self) -> bool:
        """Whether the last line given so far was ended."""
        return not self._lines or self._lines[-1][-1] in "\r\n"

    @property
    def at_the_end_of_a_block(self) -> bool:
        return self._place >= len(self._lines)

    def __iter__(self) -> "LinesOf":
        return self

    def __next__(self) -> str:
        if self.at_the_end_of_a_block:
            self.give(next(self._blocks))
        self._place += 1
        return self._lines[self._place - 1]


def rows(lines: LinesOf, wanted: int, before: int) -> Iterator[Row]:
    """Rows until one ends where a block ends, blank rows passed over in silence but
    counted. `wanted` is how many cells a row has, `before` how many rows came before.

    Raises StopIteration's end when the blocks do. The last item's number tells how far
    the count has come; a block of blank rows gives an item with no cells.
    """
    reader = csv.reader(lines)
    number = before
    line = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            # A cell longer than the csv module holds: a quote that never closes.
            cells = ENDLESS
        length, line = reader.line_num - line, reader.line_num
        yield _row(number, cells, wanted, length)
        if lines.at_the_end_of_a_block:
            return


def _row(number: int, cells: list[str], wanted: int, lines: int) -> Row:
    if not any(cells) or not "".join(cells).strip():
        return Row(number, [])
    if len(cells) > wanted and not "".join(cells[wanted:]).strip():
        cells = cells[:wanted]
    fault = _fault(cells, wanted, lines)
    return Row(number, cells, *fault) if fault else Row(number, cells)


def _fault(
    cells: list[str], wanted: int, lines: int
) -> tuple[str, str, int | None] | None:
    """What is wrong with a row as a row, before its cells mean anything."""
    if cells is ENDLESS or (lines > 1 and _swallows(cells, wanted)):
        runs = f"over {lines} lines of the file" if lines > 1 else "on without end"
        says = f"a cell that opens with a quotation mark runs {runs}."
        return "unclosed_quote", says, None
    joined = "".join(cells)
    if "\0" in joined:
        at = next(n for n, cell in enumerate(cells) if "\0" in cell)
        return "nul_byte", "the row holds NUL bytes: part of it was lost.", at
    if not joined.isascii() and (stray := ESCAPED.search(joined)):
        at = next(n for n, cell in enumerate(cells) if ESCAPED.search(cell))
        return "not_utf8", _stray_byte(stray[0]), at
    if len(cells) != wanted:
        return (*wrong_width(len(cells), wanted), None)
    return None


def wrong_width(cells: int, wanted: int) -> tuple[str, str]:
    code = "too_few_cells" if cells < wanted else "too_many_cells"
    return code, f"the row has {cells} cells and there are {wanted} headings."


def _swallows(cells: list[str], wanted: int) -> bool:
    """Whether a row of several lines has taken the rows after it for its own text. A
    note may rightly have several lines; one with as many commas as a row is a row."""
    if len(cells) != wanted:
        return True
    lines = (line for cell in cells for line in cell.splitlines()[1:])
    return any(line.count(",") >= max(1, wanted - 1) for line in lines)


def _stray_byte(escaped: str) -> str:
    """Name the byte, and what it most likely was meant for."""
    byte = ord(escaped) - 0xDC00
    meant = bytes([byte]).decode("cp1252", errors="replace")
    guess = "" if meant == "�" else f" (it would be '{meant}' in Windows-1252)"
    return f"the byte {byte:02X} is not UTF-8{guess}."
