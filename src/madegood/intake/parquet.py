"""A Parquet file as rows of text, so that it passes the same checks as a CSV file."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from madegood.intake.opened import Row, Unopened
from madegood.record.schema import NO, YES

_BATCH: Final = 20_000


class ParquetRows:
    """Given the file's bytes, so that what is hashed is what is parsed."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self._data = data
        try:
            self._file = pq.ParquetFile(pa.BufferReader(data))
        except (pa.ArrowException, OSError):
            raise Unopened("not_a_table", "it is a damaged Parquet file.") from None
        self.headings = list(self._file.schema_arrow.names)

    def __enter__(self) -> "ParquetRows":
        return self

    def __exit__(self, *raised: object) -> None:
        self._file.close()

    def sha256(self) -> str:
        return hashlib.sha256(self._data).hexdigest()

    def rows(self) -> Iterator[Row]:
        number = 1
        try:
            for batch in self._file.iter_batches(_BATCH):
                columns = [_texts(column) for column in batch.columns]
                for cells in zip(*columns, strict=True):
                    number += 1
                    yield Row(number, list(cells))
        except (pa.ArrowException, OSError):
            says = "the Parquet file is damaged from here on."
            yield Row(number + 1, [], "half_written", says)


def _texts(column: pa.Array) -> list[str]:
    if pa.types.is_timestamp(column.type):
        # Finer parts of a second than Python holds would be refused otherwise.
        column = column.cast(pa.timestamp("us", tz=column.type.tz), safe=False)
    return [_text(value) for value in column.to_pylist()]


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return YES if value else NO
        case datetime() | date():
            return value.isoformat()
        case _:
            return str(value)
