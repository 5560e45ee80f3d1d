"""The Madegood extract as published: schemas, dictionary, templates, example, SQL.

All of it is written from the record's own tables, which are also what checks the
cells, so what is published cannot differ from what is read.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from madegood.intake.dictionary import dictionary, whole
from madegood.intake.example import EXAMPLE
from madegood.intake.formats.extract import VERSION
from madegood.intake.least_page import least_page
from madegood.intake.starter_sql import starter_sql
from madegood.intake.template_workbook import workbook
from madegood.record.least import Recommendation
from madegood.record.references import REFERENCES
from madegood.record.schema import NO, NOT_APPLICABLE, YES, Column, Kind, Table
from madegood.record.tables import TABLES, table

FOLDER = Path("docs/extract/v1")

_MOMENT_PATTERN = (
    r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?"
)


def published() -> dict[Path, str]:
    """Every file of the published folder, by its path in it."""
    found = {
        Path("datapackage.json"): _json(_package()),
        Path("dictionary.md"): dictionary(),
        Path("least.md"): least_page(),
    }
    every = whole()
    for one in TABLES:
        held = every[one.name]
        found[Path("schemas") / f"{one.name}.json"] = _json(schema(one))
        found[Path("templates") / f"{one.name}.csv"] = _csv(held, ())
        found[Path("example") / f"{one.name}.csv"] = _csv(held, EXAMPLE[one.name])
    return found | {Path("sql") / path: text for path, text in starter_sql().items()}


def templates(
    about: Recommendation | None = None, *, as_workbook: bool = False
) -> dict[Path, str | bytes]:
    """What an analyst starts from: an empty file for each table, or one workbook, with
    the dictionary; of the whole extract, or of what one recommendation needs."""
    words = dictionary(about)
    columns = about.columns if about else whole()
    if as_workbook:
        return {Path("madegood-extract.xlsx"): workbook(columns)}
    empty: dict[Path, str | bytes] = {
        Path(f"{name}.csv"): _csv(held, ()) for name, held in columns.items()
    }
    return {**empty, Path("dictionary.md"): words}


def write(files: Mapping[Path, str | bytes], folder: Path) -> None:
    """Write the files into a folder, making it and its folders."""
    for path, held in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(held.encode() if isinstance(held, str) else held)


def schema(one: Table) -> dict[str, Any]:
    """The table as a Frictionless Table Schema."""
    described: dict[str, Any] = {
        "fields": [_field(column) for column in one.columns],
        "missingValues": ["", "NULL"],
        "uniqueKeys": [[*one.identity, "recorded_at"]],
    }
    references = [
        {
            "fields": reference.column,
            "reference": {
                # A table's reference to itself has no name, says the standard.
                "resource": "" if reference.to == one.name else reference.to,
                "fields": table(reference.to).identity[0],
            },
        }
        for reference in REFERENCES
        if reference.table == one.name
    ]
    return described | ({"foreignKeys": references} if references else {})


def _field(column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": column.required}
    described: dict[str, Any] = {"name": column.name, "type": "string"}
    match column.kind:
        case Kind.DATE:
            described |= {"type": "date", "format": "%Y-%m-%d"}
        case Kind.NUMBER:
            described |= {"type": "number"}
        case Kind.MOMENT:
            limits["pattern"] = _MOMENT_PATTERN
        case Kind.YES_NO:
            limits["enum"] = [YES, NO, NOT_APPLICABLE]
        case Kind.CODE:
            limits["enum"] = list(column.codes)
        case Kind.ID | Kind.TEXT | Kind.FREE_TEXT:
            pass
    return {**described, "description": column.says, "constraints": limits}


def _package() -> dict[str, Any]:
    return {
        "name": "madegood-extract",
        "title": "The Madegood extract",
        "version": VERSION,
        "resources": [
            {
                "name": one.name,
                "description": one.says,
                "path": f"templates/{one.name}.csv",
                "schema": f"schemas/{one.name}.json",
                "format": "csv",
                "encoding": "utf-8",
            }
            for one in TABLES
        ],
    }


def _json(described: dict[str, Any]) -> str:
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


if __name__ == "__main__":
    write(published(), FOLDER)
