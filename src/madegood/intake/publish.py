"""The Madegood extract as published: schemas, dictionary, templates and an example.

All of it is written from the record's own tables, which are also what checks the
cells, so what is published cannot differ from what is read.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from madegood.intake.checks import REFERENCES
from madegood.intake.example import EXAMPLE
from madegood.intake.formats.extract import VERSION
from madegood.record.schema import NO, NOT_APPLICABLE, YES, Column, Kind, Table
from madegood.record.tables import TABLES, table

FOLDER = Path("docs/extract/v1")

_MOMENT_PATTERN = (
    r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?"
)
_HOW: dict[Kind, str] = {
    Kind.ID: "id (text)",
    Kind.TEXT: "text",
    Kind.FREE_TEXT: "free text: measured, not kept",
    Kind.CODE: "one of a list",
    Kind.YES_NO: "`yes`, `no`, `not_applicable` or blank",
    Kind.DATE: "date, `YYYY-MM-DD`",
    Kind.MOMENT: "time, `YYYY-MM-DDTHH:MM`",
    Kind.NUMBER: "number",
}
_RULES = f"""\
# The Madegood extract, version {VERSION}: data dictionary

What no national return holds, as plain CSV files that an analyst can write from a case
system. This page, the schemas, the templates and the example are printed from the same
tables that check the cells. Check a folder with `madegood data check FOLDER`.

- One file for each table, named after it: `missing_episodes.csv`. Several files of one
  table (`missing_episodes-2026-05.csv`) are put together. A table you do not hold is
  left out: the measures that need it say that they cannot be computed.
- UTF-8, commas, one heading row. Columns may be in any order; those not in bold may be
  left out. A column that is not listed here is not read, and a finding says so.
- No names, addresses, postcodes, NHS numbers or UPNs: such a column is not read.
- Times without an offset are London time. A date alone is accepted where a time is
  asked for, and the measures then count in days.
- Blank means not recorded. It is never read as no.
- `recorded_at` dates the version of a row. The same key may come again with a later
  one, and a result as of a day uses the latest version recorded by then.
- A row with a cell that cannot be read is set aside whole and listed, with what to do.
  Rows are numbered as a spreadsheet numbers them: the heading row is row 1.
"""


def published() -> dict[Path, str]:
    """Every file of the published folder, by its path in it."""
    found = {
        Path("datapackage.json"): _json(_package()),
        Path("dictionary.md"): dictionary(),
    }
    for one in TABLES:
        found[Path("schemas") / f"{one.name}.json"] = _json(schema(one))
        found[Path("templates") / f"{one.name}.csv"] = _csv(one, ())
        found[Path("example") / f"{one.name}.csv"] = _csv(one, EXAMPLE[one.name])
    return found


def templates() -> dict[Path, str]:
    """What an analyst starts from: an empty file for each table, and the dictionary."""
    empty = {Path(f"{one.name}.csv"): _csv(one, ()) for one in TABLES}
    return {**empty, Path("dictionary.md"): dictionary()}


def write(files: Mapping[Path, str], folder: Path) -> None:
    """Write the files into a folder, making it and its folders."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")


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
                "resource": reference.to,
                "fields": table(reference.to).identity[0],
            },
        }
        for reference in REFERENCES
        if reference.table == one.name
    ]
    return described | ({"foreignKeys": references} if references else {})


def dictionary() -> str:
    """Every table and column in words, as Markdown."""
    return "\n".join([_RULES, *(_described(one) for one in TABLES)])


def _described(one: Table) -> str:
    lines = [
        f"## {one.name}",
        "",
        f"{one.says} A row is known by {' and '.join(f'`{n}`' for n in one.identity)}.",
        "",
        "| column | holds | says |",
        "|---|---|---|",
    ]
    for column in one.columns:
        name = f"**{column.name}**" if column.required else column.name
        lines.append(f"| {name} | {_holds(column)} | {column.says} |")
    for earlier, later in one.ordered:
        lines += ["", f"`{later}` may not be before `{earlier}`."]
    return "\n".join([*lines, ""])


def _holds(column: Column) -> str:
    if not column.codes:
        return _HOW[column.kind]
    held = ", ".join(f"`{code}`" for code in column.codes)
    if column.synonyms:
        also = ", ".join(f"`{said}` for `{code}`" for said, code in column.synonyms)
        held += f" (also read: {also})"
    return held


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


def _csv(one: Table, rows: Iterable[Mapping[str, str]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(
        text, [column.name for column in one.columns], lineterminator="\n"
    )
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


if __name__ == "__main__":
    write(published(), FOLDER)
