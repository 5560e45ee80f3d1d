"""Batches of rows that do not stay in memory once there are many.

They go to a file without a name, which is gone when the process is, and come back as a
table that the system reads from it as it is looked at.
"""

import mmap
from tempfile import TemporaryFile
from typing import BinaryIO, Final

import pyarrow as pa

HELD: Final = 48 * 1024 * 1024


class Spool:
    """Batches of one schema, in order."""

    def __init__(self, schema: pa.Schema) -> None:
        self._schema = schema
        self._held: list[pa.RecordBatch] = []
        self._bytes = 0
        self._file: BinaryIO | None = None
        self._stream: pa.ipc.RecordBatchStreamWriter | None = None

    def append(self, batch: pa.RecordBatch) -> None:
        self._held.append(batch)
        self._bytes += batch.nbytes
        if self._bytes > HELD:
            self._let_go()

    def _let_go(self) -> None:
        if self._file is None:
            self._file = TemporaryFile()  # noqa: SIM115  closed when it is mapped
            self._stream = pa.ipc.new_stream(
                pa.PythonFile(self._file, mode="w"), self._schema
            )
        assert self._stream is not None
        for batch in self._held:
            self._stream.write_batch(batch)
        self._held, self._bytes = [], 0

    def __bool__(self) -> bool:
        return bool(self._held) or self._file is not None

    def table(self) -> pa.Table:
        """Everything appended; nothing can be appended after."""
        if self._file is None or self._stream is None:
            return pa.Table.from_batches(self._held, self._schema)
        self._let_go()
        self._stream.close()
        self._file.flush()
        whole = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        self._file.close()
        return pa.ipc.open_stream(pa.py_buffer(whole)).read_all()
