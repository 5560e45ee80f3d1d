"""Published rows on disk: Parquet named by its own SHA-256, beside the ledger.

Kept apart from the blobs of the warehouse, which removes whatever no snapshot names.
A file is written under another name and renamed once it is whole.
"""

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq
from django.conf import settings

_PART: Final = ".part-"


class Missing(RuntimeError):
    """A release is in the ledger and its rows are not on the disk."""


def folder() -> Path:
    made = Path(settings.DATA_DIR) / "benchmarks"
    made.mkdir(parents=True, exist_ok=True, mode=0o700)
    return made


def keep(rows: pa.Table) -> str:
    """Keep a table and give its name. Raises OSError, leaving nothing."""
    handle, name = tempfile.mkstemp(prefix=_PART, dir=folder())
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            pq.write_table(rows, file, compression="zstd")
            file.flush()
            os.fsync(file.fileno())
        with part.open("rb") as file:
            blob = hashlib.file_digest(file, "sha256").hexdigest()
        part.chmod(0o400)
        part.replace(_path(blob))
    finally:
        part.unlink(missing_ok=True)
    return blob


def read(blob: str) -> pa.Table:
    """A release's rows; raises Missing."""
    try:
        return pq.read_table(_path(blob))
    except FileNotFoundError:
        raise Missing(
            f"{_path(blob).name} is not in the folder benchmarks of the data folder. "
            "Restore it from a backup, or load the published file again with "
            "`madegood benchmarks load`."
        ) from None


def holds(blob: str) -> bool:
    return _path(blob).exists()


def _path(blob: str) -> Path:
    return folder() / f"{blob}.parquet"
