"""Where rows are kept: Parquet in folders named by their content, never rewritten."""

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from django.conf import settings

from madegood.measures import RowState, State
from madegood.measures.states import When
from madegood.record.snapshot import Snapshot
from madegood.record.tables import TABLES

_KEY_BYTES = 32
_ROW_COLUMNS = (
    "subject",
    "child",
    "start",
    "due",
    "stop",
    "state",
    "reason",
    "counted_on",
    "team",
    "provider",
)


def pseudonym_key() -> bytes:
    """The authority's key: made once, outside the snapshots, readable by us alone.

    Lose it and no pseudonym can be made again: it belongs in the authority's escrow.
    """
    path = settings.DATA_DIR / "keys" / "pseudonyms"
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return bytes.fromhex(path.read_text())
    with os.fdopen(handle, "w") as made:
        made.write(secrets.token_hex(_KEY_BYTES))
    return bytes.fromhex(path.read_text())


def keep_snapshot(content: str, snapshot: Snapshot) -> None:
    """Write every table, whole, under the content's name. Again has no effect."""
    with _whole_folder(settings.DATA_DIR / "snapshots" / content) as folder:
        for name, rows in snapshot.tables.items():
            pq.write_table(rows, folder / f"{name}.parquet")


def read_snapshot(content: str) -> Snapshot:
    """The snapshot as it was kept. Parquet has no whole seconds, hence the cast."""
    folder = settings.DATA_DIR / "snapshots" / content
    return Snapshot(
        {
            table.name: pq.read_table(path).cast(table.arrow_schema())
            for table in TABLES
            if (path := folder / f"{table.name}.parquet").exists()
        }
    )


def keep_rows(run: str, judged: dict[str, Sequence[RowState]]) -> None:
    """Write a run's row states: one file for each measure."""
    with _whole_folder(settings.DATA_DIR / "runs" / run) as folder:
        for measure, rows in judged.items():
            pq.write_table(_as_table(rows), folder / f"{measure}.parquet")


def read_rows(run: str, measure: str) -> list[RowState]:
    """A measure's row states as they were judged then; empty where it was not run."""
    path = settings.DATA_DIR / "runs" / run / f"{measure}.parquet"
    if not path.exists():
        return []
    return [_as_row(measure, cells) for cells in pq.read_table(path).to_pylist()]


class _whole_folder:  # noqa: N801 - reads as the words of a with-statement
    """A folder that appears complete under its name, or not at all."""

    def __init__(self, final: Path) -> None:
        self.final = final

    def __enter__(self) -> Path:
        self.final.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.made = Path(tempfile.mkdtemp(dir=self.final.parent, prefix=".part-"))
        return self.made

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        if kind is not None or self.final.exists():
            shutil.rmtree(self.made)
            return
        self.made.rename(self.final)


def _as_table(rows: Iterable[RowState]) -> pa.Table:
    columns: dict[str, list[object]] = {name: [] for name in (*_ROW_COLUMNS, "flags")}
    for row in rows:
        for name in _ROW_COLUMNS:
            columns[name].append(_text(getattr(row, name)))
        columns["flags"].append(list(row.flags))
    schema = pa.schema(
        [(name, pa.string()) for name in _ROW_COLUMNS]
        + [("flags", pa.list_(pa.string()))]
    )
    return pa.table(columns, schema=schema)


def _text(cell: object) -> str | None:
    if cell is None:
        return None
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _as_row(measure: str, cells: dict[str, str | None]) -> RowState:
    counted = cells["counted_on"]
    return RowState(
        measure=measure,
        subject=cells["subject"] or "",
        child=cells["child"] or "",
        start=_when(cells["start"]),
        due=_when(cells["due"]),
        stop=_when(cells["stop"]),
        state=State(cells["state"] or ""),
        reason=cells["reason"] or "",
        flags=tuple(cells["flags"] or ()),
        counted_on=None if counted is None else date.fromisoformat(counted),
        team=cells["team"],
        provider=cells["provider"],
    )


def _when(text: str | None) -> When:
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
