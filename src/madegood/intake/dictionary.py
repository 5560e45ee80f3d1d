"""The extract's tables and columns in words, as Markdown."""

from typing import Final

from madegood.record.least import Columns, Recommendation
from madegood.record.schema import Column, Kind, Table
from madegood.record.tables import TABLES, THEMES

HOW: Final[dict[Kind, str]] = {
    Kind.ID: "id (text)",
    Kind.TEXT: "text",
    Kind.FREE_TEXT: "free text: measured, not kept",
    Kind.CODE: "one of a list",
    Kind.YES_NO: "`yes`, `no`, `not_applicable` or blank",
    Kind.DATE: "date, `YYYY-MM-DD`",
    Kind.MOMENT: "time, `YYYY-MM-DDTHH:MM`",
    Kind.NUMBER: "number",
}
_RULES: Final = """\
# The Madegood extract, version 1: data dictionary

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


def whole() -> Columns:
    """Every column of every table."""
    return {one.name: tuple(c.name for c in one.columns) for one in TABLES}


def dictionary(about: Recommendation | None = None) -> str:
    """The tables in words, by theme: all of them, or what one recommendation needs."""
    columns = about.columns if about else whole()
    parts = [_RULES]
    if about is not None:
        parts.append(
            f"Only what the measures of {about.theme} need is here. Whatever else "
            "you hold of these tables may be added; the whole dictionary names it.\n"
        )
    for theme, tables in THEMES:
        held = [one for one in tables if one.name in columns]
        if held:
            parts.append(f"## {theme}\n")
            parts += [_described(one, columns[one.name]) for one in held]
    return "\n".join(parts)


def known_by(one: Table) -> str:
    """The sentence that says which columns make a row what it is."""
    *most, last = (f"`{name}`" for name in one.identity)
    return (
        f"A row is known by {', '.join(most)} and {last}."
        if most
        else (f"A row is known by {last}.")
    )


def holds(column: Column) -> str:
    """What may stand in a cell of the column."""
    if column.usual:
        words = ", ".join(f"`{word}`" for word in column.usual)
        return f"text; measures look for {words}"
    if column.counted_in:
        return f"number; counted in {column.counted_in} where that is given"
    if not column.codes:
        return HOW[column.kind]
    held = ", ".join(f"`{code}`" for code in column.codes)
    if column.synonyms:
        also = ", ".join(f"`{said}` for `{code}`" for said, code in column.synonyms)
        held += f" (also read: {also})"
    return held


def _described(one: Table, names: tuple[str, ...]) -> str:
    lines = [
        f"### {one.name}",
        "",
        f"{one.says} {known_by(one)}",
        "",
        "| column | holds | says |",
        "|---|---|---|",
    ]
    for column in one.columns:
        if column.name in names:
            name = f"**{column.name}**" if column.required else column.name
            lines.append(f"| {name} | {holds(column)} | {column.says} |")
    for earlier, later in one.ordered:
        if {earlier, later} <= set(names):
            lines += ["", f"`{later}` may not be before `{earlier}`."]
    return "\n".join([*lines, ""])
