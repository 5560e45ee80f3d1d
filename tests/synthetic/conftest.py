"""One synthetic authority, made once, that every test here reads."""

import csv
import json
import os
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from madegood.synthetic import make

UNTIL = date(2026, 11, 22)
# script/soak asks for more.
CHILDREN = int(os.environ.get("MADEGOOD_SYNTHETIC_CHILDREN", "1200"))
YEARS = int(os.environ.get("MADEGOOD_SYNTHETIC_YEARS", "3"))
Row = dict[str, str]


@dataclass(frozen=True)
class Authority:
    """A folder that `madegood data synth` wrote."""

    folder: Path

    @cached_property
    def truth(self) -> dict[str, Any]:
        read: dict[str, Any] = json.loads((self.folder / "truth.json").read_text())
        return read

    def table(self, name: str) -> list[Row]:
        with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def rows_or_none(self, name: str) -> list[Row]:
        """The rows of a table, none where nothing was told of it."""
        exists = (self.folder / f"{name}.csv").exists()
        return self.table(name) if exists else []

    def rows_of(self, plant: str, table: str) -> list[Row]:
        """The rows of the first child planted for one scenario, in order."""
        child = self.truth["planted"][plant][0]
        return [row for row in self.table(table) if row["child_id"] == child]


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    folder = tmp_path_factory.mktemp("authority")
    make(CHILDREN, YEARS, 1, UNTIL, folder)
    return Authority(folder)
