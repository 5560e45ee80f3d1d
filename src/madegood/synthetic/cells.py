"""How a synthetic file's cells and rows are written."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from madegood.clock.moments import LONDON, london_date


class CsvFile:
    """One CSV file written row by row: UTF-8, comma, newline, the same everywhere."""

    def __init__(self, path: Path, columns: Sequence[str]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.DictWriter(
            self._file, columns, restval="", lineterminator="\n"
        )
        self._writer.writeheader()

    def write(self, row: Mapping[str, str]) -> None:
        self._writer.writerow(row)

    def close(self) -> Path:
        self._file.close()
        return self.path


def moment(at: datetime | None, *, date_only: bool = False) -> str:
    """A time with its London offset, or only its London date."""
    if at is None:
        return ""
    if date_only:
        return london_date(at).isoformat()
    return at.astimezone(LONDON).isoformat(timespec="minutes")


def day(on: date | None) -> str:
    return on.isoformat() if on else ""


def british(on: date | None) -> str:
    """DD/MM/YYYY, as the SSDA903 return writes dates."""
    return on.strftime("%d/%m/%Y") if on else ""
