"""The page that says the least each recommendation needs, as Markdown."""

from collections.abc import Iterable
from typing import Final

from madegood.record.least import RECOMMENDATIONS, Columns, Recommendation
from madegood.record.tables import table

_HEAD: Final = """\
# The least that each recommendation needs

Start with one recommendation. Nothing else of the extract need be written for it: what
is not named here can be left out and its measures are the same. Write the empty files
of one with `madegood data templates --recommendation 4 --out FOLDER`, or as one
workbook with `--format xlsx`.

The recommendations are numbered as in the plan of 2020 that the first library of
measures was written for; find another plan's by what they are about. Every table may
also carry `responsible_authority` (a blank is yours), `team` and `recorded_at`.

In bold: the columns without which a row means nothing.
"""


def least_page() -> str:
    """Recommendations by how little they ask for, then what each of them needs."""
    ranked = sorted(RECOMMENDATIONS, key=lambda one: (one.size, one.number))
    lines = [
        _HEAD,
        "| recommendation | tables | columns |",
        "|---|---|---|",
        *(
            f"| {one.number}. {one.theme} | {len(one.columns)} | {one.size} |"
            for one in ranked
        ),
        "",
        *(_section(one) for one in RECOMMENDATIONS),
    ]
    return "\n".join(lines)


def _section(one: Recommendation) -> str:
    lines = [
        f"## {one.number}. {one.theme}",
        "",
        "| table | columns |",
        "|---|---|",
        *(
            f"| {name} | {_columns(name, columns)} |"
            for name, columns in one.columns.items()
        ),
        "",
        "One measure at a time:",
        "",
        *(f"- `{each.measure}`: {_each(each.columns)}" for each in one.measures),
        "",
    ]
    return "\n".join(lines)


def _columns(name: str, columns: Iterable[str]) -> str:
    keys = {column.name for column in table(name).required()}
    return ", ".join(f"**{each}**" if each in keys else each for each in columns)


def _each(columns: Columns) -> str:
    said = []
    for name, held in columns.items():
        keys = {column.name for column in table(name).required()}
        more = ", ".join(each for each in held if each not in keys)
        said.append(f"{name} ({more})" if more else name)
    return "; ".join(said) + "."
