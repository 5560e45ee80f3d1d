"""A starter query, and how it is written out."""

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import wrap

from madegood.intake.starter_sql.suppliers import Supplier
from madegood.record.tables import table

_WIDTH = 76


class Misquoted(ValueError):
    """A query fills a column that its table has not, or not one that it must."""


@dataclass(frozen=True)
class Part:
    """One SELECT: column of the extract → expression; the tables it comes from, and
    what must hold."""

    columns: Mapping[str, str]
    source: str
    where: tuple[str, ...] = ()
    group_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Query:
    """What fills a table of the extract: one SELECT, or several put together."""

    table: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        one = table(self.table)
        for part in self.parts:
            unknown = set(part.columns) - {column.name for column in one.columns}
            wanting = {column.name for column in one.required()} - set(part.columns)
            if unknown or wanting:
                raise Misquoted(f"{self.table}: {sorted(unknown | wanting)}")

    @property
    def wanting(self) -> tuple[str, ...]:
        """The table's own columns that no part fills."""
        filled = {name for part in self.parts for name in part.columns}
        own = table(self.table).own_columns
        return tuple(column.name for column in own if column.name not in filled)


def written(query: Query, supplier: Supplier) -> str:
    """The query as a file: what it is, what it lacks, and the SELECT."""
    lines = [
        *_said(
            f"{query.table}.csv of the Madegood extract, from the Standard "
            f"Safeguarding Dataset (SSD) of {supplier.title}."
        ),
        *_said(
            f"Run it and save what it gives, with its headings, as {query.table}.csv. "
            "Then: madegood data check FOLDER"
        ),
        "--",
        *_said(_lacks(query)),
    ]
    for note in query.notes:
        lines += ["--", *_said(note)]
    # UNION gives each row once, as DISTINCT does: the SSD is known to repeat rows.
    body = "\nUNION\n".join(_select(part) for part in query.parts)
    return "\n".join([*lines, "", f"{body};", ""])


def _lacks(query: Query) -> str:
    if not query.wanting:
        return "The SSD holds every column of it."
    return (
        "The SSD cannot supply, so that it must be added from the case system or a "
        f"local form: {', '.join(query.wanting)}."
    )


def _said(text: str) -> list[str]:
    return [f"-- {line}" for line in wrap(text, _WIDTH - 3)]


def _select(part: Part) -> str:
    columns = ",\n    ".join(
        f"{_laid_out(sql)} AS {name}" for name, sql in part.columns.items()
    )
    lines = ["SELECT DISTINCT", f"    {columns}", f"FROM {part.source}"]
    for place, condition in enumerate(part.where):
        lines.append(f"    AND {condition}" if place else f"WHERE {condition}")
    if part.group_by:
        lines.append(f"GROUP BY {', '.join(part.group_by)}")
    return "\n".join(lines)


def _laid_out(sql: str) -> str:
    """A CASE with each of its answers on a line of its own."""
    if not sql.startswith("CASE"):
        return sql
    for word, indent in ((" WHEN ", 8), (" ELSE ", 8), (" END", 4), (" AND ", 12)):
        sql = sql.replace(word, f"\n{' ' * indent}{word.lstrip()}")
    return sql
