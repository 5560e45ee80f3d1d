"""A Parquet file as a grid of text, so that it passes the same checks as a CSV file."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from madegood.intake.limits import Limits
from madegood.intake.opened import Faulty, Grid, Noted, TextBatch, TopRow, Unopened
from madegood.record.schema import NO, YES

_BATCH: Final = 50_000
# Names and texts that are not UTF-8 are told of in Python's own way.
_DAMAGED: Final = (pa.ArrowException, OSError, UnicodeDecodeError)
# What a cell takes once it is text, at the least: its place and a few letters.
_LEAST_CELL: Final = 16


class ParquetFile:
    """Read whole: what is hashed is what is parsed. Raises Unopened."""

    edition = None

    def __init__(self, path: Path, limits: Limits) -> None:
        self.path = path
        data = path.read_bytes()
        self._sha256 = hashlib.sha256(data).hexdigest()
        try:
            self._file = pq.ParquetFile(pa.BufferReader(data))
        except _DAMAGED:
            raise Unopened("damaged_parquet", "it is a damaged Parquet file.") from None
        _refuse_a_bomb(self._file, limits)

    def grids(self) -> Iterator[Grid]:
        yield ParquetGrid(self.path.stem, self._file)

    def notes(self) -> Iterator[Noted]:
        return iter(())

    def sha256(self) -> str:
        return self._sha256

    def __enter__(self) -> "ParquetFile":
        return self

    def __exit__(self, *raised: object) -> None:
        self._file.close()


class ParquetGrid:
    """Its rows are numbered as if the column names were a row of their own."""

    of = None

    def __init__(self, name: str, file: pq.ParquetFile) -> None:
        self.name = name
        self._file = file
        self.top: Sequence[TopRow] = (TopRow(1, tuple(file.schema_arrow.names)),)

    def batches(self, heading: TopRow) -> Iterator[TextBatch]:
        number = heading.number
        try:
            for batch in self._file.iter_batches(_BATCH):
                yield _text_batch(batch, number)
                number += batch.num_rows
        except _DAMAGED:
            says = "the Parquet file is damaged from here on."
            cut = Faulty(number + 1, "half_written", says)
            nothing = tuple(pa.array([], pa.string()) for _ in heading.cells)
            yield TextBatch(pa.array([], pa.int64()), nothing, (cut,))


def _text_batch(batch: pa.RecordBatch, before: int) -> TextBatch:
    """The rows as text, those with bytes that are none set aside."""
    stray = {
        place: position
        for position, column in enumerate(batch.columns)
        for place in _not_utf8(column)
    }
    numbers = np.arange(before + 1, before + 1 + batch.num_rows)
    if stray:
        keep = np.ones(batch.num_rows, np.bool_)
        keep[list(stray)] = False
        batch, numbers = batch.filter(pa.array(keep)), numbers[keep]
    says = "the cell holds bytes that are not UTF-8."
    faults = tuple(
        Faulty(before + 1 + place, "not_utf8", says, at)
        for place, at in sorted(stray.items())
    )
    columns = tuple(texts(column) for column in batch.columns)
    return TextBatch(pa.array(numbers, pa.int64()), columns, faults)


def _not_utf8(column: pa.Array) -> list[int]:
    if not pa.types.is_string(column.type):
        return []
    try:
        column.validate(full=True)
    except pa.ArrowInvalid:
        raw = column.cast(pa.binary()).to_pylist()
        return [place for place, one in enumerate(raw) if one and not _is_utf8(one)]
    return []


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def texts(column: pa.Array) -> pa.Array:
    """A column of any type as text, with no nulls."""
    if pa.types.is_string(column.type):
        return column.fill_null("")
    if pa.types.is_timestamp(column.type):
        # Finer parts of a second than Python holds would be refused otherwise.
        column = column.cast(pa.timestamp("us", tz=column.type.tz), safe=False)
    return pa.array([text_of(value) for value in column.to_pylist()], pa.string())


def text_of(value: object) -> str:
    """A value of a database or a file as a cell writes it; nothing is no characters."""
    match value:
        case None:
            return ""
        case bool():
            return YES if value else NO
        case datetime() | date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case bytes():
            return value.decode("utf-8", errors="replace")
        case _:
            return str(value)


def _refuse_a_bomb(file: pq.ParquetFile, limits: Limits) -> None:
    facts = file.metadata
    whole = sum(facts.row_group(n).total_byte_size for n in range(facts.num_row_groups))
    # A million rows that are all the same take a few bytes, packed or not.
    whole = max(whole, facts.num_rows * facts.num_columns * _LEAST_CELL)
    if whole > limits.inflated_bytes:
        raise Unopened(
            "inflates_too_far",
            f"it would become {whole / 2**20:,.0f} MiB, and "
            f"{limits.inflated_bytes / 2**20:,.0f} MiB is the most that is read.",
        )
