"""The Standard Safeguarding Dataset, as CSV files and as Parquet.

A case system's SSD has its times in London's wall clock, with no offset.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from madegood.clock.moments import LONDON
from madegood.synthetic.formats.base import CsvRows, Files, Part, headed
from madegood.synthetic.formats.ssd_rows import ssd_rows
from madegood.synthetic.formats.ssd_tables import COLUMNS, TIMES
from madegood.synthetic.life import Life
from madegood.synthetic.making import Making
from madegood.synthetic.story import Story

CSV_FOLDER, PARQUET_FOLDER = "ssd/csv", "ssd/parquet"
ROWS_TOGETHER = 50_000
_HEADINGS = {f"{table}.csv": columns for table, columns in COLUMNS.items()}


def csv_files(out: Path, _making: Making) -> Files:
    return Files(out / CSV_FOLDER, headed(_HEADINGS))


class CsvForm:
    """`ssd/csv/ssd_person.csv` and the rest."""

    def __init__(self, _story: Story) -> None:
        self._rows = CsvRows()

    def write(self, life: Life) -> None:
        for table, row in ssd_rows(life):
            cells = [_text(row.get(name)) for name in COLUMNS[table]]
            self._rows.add(f"{table}.csv", cells)

    def part(self) -> Part:
        return self._rows.part()


class ParquetForm:
    """`ssd/parquet/ssd_person.parquet` and the rest: times are timestamps."""

    def __init__(self, _story: Story) -> None:
        self._rows: dict[str, list[Sequence[Any]]] = {}

    def write(self, life: Life) -> None:
        for table, row in ssd_rows(life):
            cells = [
                _time(row.get(name)) if name in TIMES else row.get(name)
                for name in COLUMNS[table]
            ]
            self._rows.setdefault(table, []).append(cells)

    def part(self) -> Part:
        held, self._rows = self._rows, {}
        return {table: _arrow(table, rows) for table, rows in held.items()}


class ParquetFiles:
    """Parts gathered until they are worth a row group of their own."""

    def __init__(self, out: Path, _making: Making) -> None:
        self._folder = out / PARQUET_FOLDER
        self._open: dict[str, Any] = {}
        self._waiting: dict[str, list[pa.Table]] = {}

    def take(self, part: Mapping[str, pa.Table]) -> None:
        for table, rows in part.items():
            waiting = self._waiting.setdefault(table, [])
            waiting.append(rows)
            if sum(one.num_rows for one in waiting) >= ROWS_TOGETHER:
                self._write(table)

    def _write(self, table: str) -> None:
        waiting = self._waiting.pop(table)
        if table not in self._open:
            # Thirty megabytes that only this form needs, and every process would pay.
            import pyarrow.parquet as pq  # noqa: PLC0415

            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / f"{table}.parquet"
            self._open[table] = pq.ParquetWriter(path, waiting[0].schema)
        self._open[table].write_table(pa.concat_tables(waiting))

    def close(self) -> list[Path]:
        for table in list(self._waiting):
            self._write(table)
        for writer in self._open.values():
            writer.close()
        return [self._folder / f"{table}.parquet" for table in self._open]


def _arrow(table: str, rows: list[Sequence[Any]]) -> pa.Table:
    names = COLUMNS[table]
    columns = [
        pa.array(
            [row[place] for row in rows],
            pa.timestamp("s") if name in TIMES else pa.string(),
        )
        for place, name in enumerate(names)
    ]
    return pa.table(columns, names=list(names))


def _time(cell: Any) -> datetime | None:
    if isinstance(cell, datetime):
        return cell.astimezone(LONDON).replace(tzinfo=None)
    if isinstance(cell, date):
        return datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001 - wall clock
    return None


def _text(cell: Any) -> str:
    if isinstance(cell, date):
        at = _time(cell)
        assert at is not None
        return at.isoformat(sep=" ")
    return "" if cell is None else str(cell)
