"""A worked case as the files an analyst would write, and what must be said of it."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.spec.drawn import drawn

Rows = list[dict[str, str]]
AS_OF = "2026-11-23"


@dataclass(frozen=True)
class Asked:
    """One answer that must be given: `wanted` holds what the case says of the row."""

    case: str
    measure: str
    as_of: str
    wanted: dict[str, str]


@dataclass(frozen=True)
class Case:
    """The rows of each table, and the answers. `settings` is a settings.toml."""

    id: str
    tables: dict[str, Rows]
    answers: tuple[Asked, ...]
    settings: str = ""


def case(number: str, answers: str, settings: str = "", **tables: str) -> Case:
    """`answers` is drawn: the measure, as_of where it is not the usual one, and any
    part of the row; a cell that is blank is not compared."""
    asked = []
    for row in drawn(answers):
        measure, as_of = row.pop("measure"), row.pop("as_of", "") or AS_OF
        wanted = {name: cell for name, cell in row.items() if cell}
        asked.append(Asked(number, measure, as_of, wanted))
    named = {name: drawn(text) for name, text in tables.items()}
    return Case(number, named, tuple(asked), settings)


def write(cases: Iterable[Case], folder: Path) -> Path:
    """The cases' rows as one folder of the extract, with blanks where one case has a
    column that another does not."""
    tables: dict[str, Rows] = {}
    for each in cases:
        for name, rows in each.tables.items():
            tables.setdefault(name, []).extend(rows)
        if each.settings:
            (folder / "settings.toml").write_text(each.settings)
    for name, rows in tables.items():
        columns = list(dict.fromkeys(column for row in rows for column in row))
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            out = csv.DictWriter(file, columns, restval="")
            out.writeheader()
            out.writerows(rows)
    return folder
