"""A reading, from the process that read to the one that asked.

It goes through a file without a name: nothing is left of it however either process
ends. The tables are Arrow streams, which the asking process maps and does not copy.
"""

import json
import mmap
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO, Final

import pyarrow as pa

from madegood.intake.findings import Finding, Severity
from madegood.intake.reading import FileRead, Part, Reading, TableCount

# Arrow wants its buffers at even places.
_EVEN: Final = 64


def write_answer(reading: Reading, out: BinaryIO) -> int:
    """Write the reading; the place where its contents list begins."""
    parts = [
        {
            "table": part.table,
            "source": part.source,
            "rows": _write_table(part.rows, out),
            "origin": _write_table(part.origin, out),
        }
        for part in reading.parts
    ]
    contents = {
        "files": [_file(one) for one in reading.files],
        "findings": [asdict(one) for one in reading.findings],
        "parts": parts,
    }
    begins = out.tell()
    out.write(json.dumps(contents).encode())
    out.flush()
    return begins


def _write_table(rows: pa.Table, out: BinaryIO) -> tuple[int, int]:
    out.write(b"\0" * (-out.tell() % _EVEN))
    begins = out.tell()
    with pa.ipc.new_stream(pa.PythonFile(out, mode="w"), rows.schema) as stream:
        stream.write_table(rows)
    return begins, out.tell() - begins


def _file(one: FileRead) -> dict[str, Any]:
    """All but the path, which the asking process knows better."""
    return {
        "format": one.format,
        "edition": one.edition,
        "sha256": one.sha256,
        "tables": {name: asdict(count) for name, count in one.tables.items()},
    }


def read_answer(answer: BinaryIO, contents_at: int, paths: Sequence[Path]) -> Reading:
    """The reading of these files, its tables still in the nameless file."""
    whole = mmap.mmap(answer.fileno(), 0, access=mmap.ACCESS_READ)
    contents = json.loads(whole[contents_at:])
    held = pa.py_buffer(whole)
    return Reading(
        tuple(
            FileRead(path, **(said | {"tables": _counts(said["tables"])}))
            for path, said in zip(paths, contents["files"], strict=True)
        ),
        tuple(_finding(said) for said in contents["findings"]),
        tuple(
            Part(
                said["table"],
                said["source"],
                _read_table(held, *said["rows"]),
                _read_table(held, *said["origin"]),
            )
            for said in contents["parts"]
        ),
    )


def _counts(said: dict[str, dict[str, int]]) -> dict[str, TableCount]:
    return {name: TableCount(**count) for name, count in said.items()}


def _finding(said: dict[str, Any]) -> Finding:
    return Finding(**(said | {"severity": Severity(said["severity"])}))


def _read_table(held: pa.Buffer, begins: int, length: int) -> pa.Table:
    table = pa.ipc.open_stream(held.slice(begins, length)).read_all()
    table.validate()
    return table
