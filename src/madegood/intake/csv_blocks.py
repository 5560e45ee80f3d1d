"""Blocks of whole lines of a CSV file, and those of them that are beyond doubt.

A block in which no quotation mark is out of place, every byte is text and every line
ends alike means the same to every reader of CSV; Arrow takes it apart, fifty times
faster than Python can. Any other block is taken apart line by line, so that the fault
can be named.
"""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv

from madegood.intake.hashed import HashedFile

BOM: Final = b"\xef\xbb\xbf"
BLOCK: Final = 4 * 1024 * 1024
_AHEAD: Final = 2
_LONGEST_LINE: Final = 16 * 1024 * 1024
_QUOTE, _COMMA, _NEWLINE, _RETURN = b'",\n\r'
_BEFORE_OPENING: Final = (_COMMA, _NEWLINE, _QUOTE)
_AFTER_CLOSING: Final = (_COMMA, _NEWLINE, _RETURN, _QUOTE)


def blocks(file: HashedFile) -> Iterator[bytes]:
    """The file in blocks that end with a line, but for the last."""
    waiting = b""
    while chunk := file.read(BLOCK):
        waiting += chunk
        cut = waiting.rfind(b"\n") + 1
        if cut == 0 and len(waiting) > _LONGEST_LINE:
            cut = len(waiting)
        if cut:
            yield waiting[:cut]
            waiting = waiting[cut:]
    if waiting:
        yield waiting


def is_plain(block: bytes) -> bool:
    """Whether every reader would take the block apart alike."""
    # A byte-order mark that does not begin the file would be swallowed in silence.
    if block.startswith(BOM) or b"\0" in block:
        return False
    if block.count(b"\r") != block.count(b"\r\n"):
        return False
    if not block.isascii() and not _is_utf8(block):
        return False
    return b'"' not in block or _quotes_are_regular(block)


def _is_utf8(block: bytes) -> bool:
    try:
        block.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _quotes_are_regular(block: bytes) -> bool:
    """Whether each line closes what it opens, and opens only at a cell's start."""
    whole = np.frombuffer(b"\n" + block + b"\n", dtype=np.uint8)
    quotes = np.flatnonzero(whole == _QUOTE)
    newlines = np.flatnonzero(whole == _NEWLINE)
    so_far = np.searchsorted(quotes, newlines)
    if (so_far % 2).any():
        return False
    opening, closing = quotes[::2], quotes[1::2]
    return bool(
        np.isin(whole[opening - 1], _BEFORE_OPENING).all()
        and np.isin(whole[closing + 1], _AFTER_CLOSING).all()
    )


@dataclass(frozen=True, slots=True)
class Taken:
    """A plain block taken apart: its rows as text columns, those of another width, and
    how many rows there were in all."""

    table: pa.Table
    odd: tuple[pacsv.InvalidRow, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the file; `taken` comes to None where it is not plain."""

    text: bytes
    taken: "Future[Taken | None]"


def ahead(texts: Iterator[bytes], width: int) -> Iterator[Block]:
    """Blocks with the next ones being taken apart while the first is read."""
    with ThreadPoolExecutor(1) as pool:
        waiting: deque[Block] = deque()
        for text in texts:
            if text:
                waiting.append(Block(text, pool.submit(_take, text, width)))
            if len(waiting) > _AHEAD:
                yield waiting.popleft()
        yield from waiting


def _take(block: bytes, width: int) -> Taken | None:
    return taken_apart(block, width) if is_plain(block) else None


def taken_apart(block: bytes, width: int) -> Taken:
    """A plain block as rows of `width` text cells."""
    odd: list[pacsv.InvalidRow] = []

    def note(row: pacsv.InvalidRow) -> str:
        odd.append(row)
        return "skip"

    names = [str(place) for place in range(width)]
    table = pacsv.read_csv(
        pa.BufferReader(block),
        pacsv.ReadOptions(
            use_threads=False, block_size=len(block) + 1, column_names=names
        ),
        pacsv.ParseOptions(
            newlines_in_values=False,
            ignore_empty_lines=False,
            invalid_row_handler=note,
        ),
        pacsv.ConvertOptions(
            check_utf8=False,
            column_types=dict.fromkeys(names, pa.string()),
            strings_can_be_null=False,
        ),
    )
    return Taken(table, tuple(odd), table.num_rows + len(odd))
