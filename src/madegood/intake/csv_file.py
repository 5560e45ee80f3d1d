"""A CSV file: one grid, streamed, in fast blocks or careful lines."""

import csv
import itertools
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from madegood.intake.blank_rows import holds_something
from madegood.intake.csv_blocks import BOM, Taken, ahead, blocks
from madegood.intake.csv_lines import LinesOf, Row, rows, wrong_width
from madegood.intake.hashed import HashedFile
from madegood.intake.limits import Limits
from madegood.intake.opened import (
    TOP_ROWS,
    Faulty,
    Grid,
    Noted,
    TextBatch,
    TopRow,
    Unopened,
)

_SNIFF: Final = 8 * 1024
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_BATCH: Final = 20_000
_TOP_BYTES: Final = 256 * 1024


class CsvFile:
    """Raises Unopened from the constructor when it is not a CSV file at all."""

    edition = None

    def __init__(
        self,
        path: Path,
        limits: Limits,  # noqa: ARG002  a row is never more than its file
    ) -> None:
        self.path = path
        self._raw = HashedFile(path)
        try:
            self._open()
        except Unopened:
            self.close()
            raise

    def _open(self) -> None:
        self._blocks = blocks(self._raw)
        self._first = next(self._blocks, b"").removeprefix(BOM)
        _refuse_what_is_not_text(self._first[:_SNIFF])
        self.top = _top(self._first)
        if not self.top:
            raise Unopened("empty_file", "there is nothing in the file.")

    def grids(self) -> Iterator[Grid]:
        yield CsvGrid(self.path.stem, self.top, self._first, self._blocks)

    def notes(self) -> Iterator[Noted]:
        return iter(())

    def sha256(self) -> str:
        return self._raw.sha256()

    def close(self) -> None:
        self._raw.close()

    def __enter__(self) -> "CsvFile":
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()


class CsvGrid:
    """The file's rows: `number` counts every row as a spreadsheet would, blank ones
    too, so that a finding's row can be gone to."""

    of = None

    def __init__(
        self, name: str, top: Sequence[TopRow], first: bytes, rest: Iterator[bytes]
    ) -> None:
        self.name = name
        self.top = top
        self._blocks = itertools.chain([first], rest)
        self._number = 0
        self._ends_short = False

    def batches(self, heading: TopRow) -> Iterator[TextBatch]:
        width, after = len(heading.cells), heading.number
        held: TextBatch | None = None
        blocks_ahead = ahead(self._blocks, width)
        for block in blocks_ahead:
            self._ends_short = block.text[-1:] not in b"\r\n"
            taken = block.taken.result()
            texts = itertools.chain(
                [block.text], (later.text for later in blocks_ahead)
            )
            made = (
                self._careful(texts, width, after)
                if taken is None
                else [self._plain(taken, width, after)]
            )
            for batch in made:
                if held is not None:
                    yield held
                held = batch
        if held is not None:
            yield self._last(held, width)

    def _plain(self, taken: Taken, width: int, after: int) -> TextBatch:
        table, odd = taken.table, taken.odd
        before, self._number = self._number, self._number + taken.count
        is_odd = np.zeros(taken.count, dtype=bool)
        is_odd[[row.number - 1 for row in odd]] = True
        numbers = np.flatnonzero(~is_odd) + before + 1
        columns = [_one(table[place]) for place in range(width)]
        keep = holds_something(columns) & (numbers > after)
        if not keep.all():
            columns = [column.filter(pa.array(keep)) for column in columns]
            numbers = numbers[keep]
        looked = [_odd_row(row.text, before + row.number, width) for row in odd]
        return _joined(numbers, columns, [row for row in looked if row.number > after])

    def _careful(
        self, texts: Iterator[bytes], width: int, after: int
    ) -> Iterator[TextBatch]:
        lines = LinesOf(texts)
        lines.give(next(texts))
        found: list[Row] = []
        for row in rows(lines, width, self._number):
            self._number = row.number
            if row.number > after and row.cells:
                found.append(row)
            if len(found) >= _BATCH:
                yield _of_rows(found, width)
                found = []
        self._ends_short = not lines.ends_with_a_line
        yield _of_rows(found, width)

    def _last(self, batch: TextBatch, width: int) -> TextBatch:
        """A last row that has too few cells and no line's end was cut short."""
        if not (self._ends_short and batch.faults):
            return batch
        *before, last = sorted(batch.faults, key=lambda fault: fault.number)
        if last.code != "too_few_cells" or last.number != self._number:
            return batch
        cells = int(re.findall(r"\d+", last.says)[0])
        says = (
            f"the file stops in the middle of its last line, after {cells} of {width} "
            "cells."
        )
        cut = Faulty(last.number, "half_written", says)
        return TextBatch(batch.numbers, batch.cells, (*before, cut))


def _one(column: pa.ChunkedArray) -> pa.Array:
    found = column.combine_chunks()
    return found.chunk(0) if isinstance(found, pa.ChunkedArray) else found


def _odd_row(text: str, number: int, width: int) -> Row:
    """A row of another width than the headings': blank, or with blanks to spare."""
    cells = next(csv.reader([text]), [])
    if not "".join(cells).strip():
        return Row(number, [])
    if len(cells) > width and not "".join(cells[width:]).strip():
        return Row(number, cells[:width])
    code, says = wrong_width(len(cells), width)
    return Row(number, cells, code, says)


def _joined(
    numbers: npt.NDArray[np.int64],
    columns: list[pa.Array],
    looked: list[Row],
) -> TextBatch:
    """The rows Arrow took, and those of another width that are rows all the same."""
    extra = _of_rows([row for row in looked if row.cells], len(columns))
    if not len(extra.numbers):
        return TextBatch(pa.array(numbers, pa.int64()), tuple(columns), extra.faults)
    order = pa.array(np.argsort(np.concatenate([numbers, extra.numbers.to_numpy()])))
    together = [
        pa.concat_arrays([ours, more]).take(order)
        for ours, more in zip(columns, extra.cells, strict=True)
    ]
    whole = pa.concat_arrays([pa.array(numbers, pa.int64()), extra.numbers])
    return TextBatch(whole.take(order), tuple(together), extra.faults)


def _of_rows(found: Sequence[Row], width: int) -> TextBatch:
    good = [row for row in found if row.fault is None]
    faults = [
        Faulty(row.number, row.fault, row.says, row.at)
        for row in found
        if row.fault is not None
    ]
    cells = tuple(
        pa.array([row.cells[place] for row in good], pa.string())
        for place in range(width)
    )
    return TextBatch(
        pa.array([row.number for row in good], pa.int64()), cells, tuple(faults)
    )


def _top(block: bytes) -> tuple[TopRow, ...]:
    """The first rows that hold anything."""
    lines = LinesOf(iter(()))
    lines.give(block[: block.rfind(b"\n", 0, _TOP_BYTES) + 1] or block)
    found: list[TopRow] = []
    reader = csv.reader(lines)
    for number in itertools.count(1):
        try:
            cells = next(reader)
        except (StopIteration, csv.Error):
            break
        if any(cell.strip() for cell in cells):
            found.append(TopRow(number, tuple(cells)))
        if len(found) == TOP_ROWS:
            break
    return tuple(found)


def _refuse_what_is_not_text(start: bytes) -> None:
    # A stray NUL or two is a damaged row; one byte in fifty is not text at all.
    if len(_CONTROL.findall(start)) > max(8, len(start) // 50):
        raise Unopened(
            "not_a_table", "it is not text: most likely another kind of file."
        )
