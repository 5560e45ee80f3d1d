"""The same looked-after children as SSDA903 files: dates only, ours only.

One long set, as authorities keep it: every episode open on or after the 1 April that
began the collection year in which the story opens. And each collection year's own
return, by that year's edition, as CSV and as XML.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from madegood.clock.periods import Period
from madegood.synthetic.cells import british
from madegood.synthetic.formats.base import CsvRows, Files, Part, headed
from madegood.synthetic.formats.looked_after import (
    COLUMNS,
    Rows,
    looked_after,
    years,
)
from madegood.synthetic.formats.yearly import edition_of, of_year, year_name
from madegood.synthetic.life import Life
from madegood.synthetic.making import Making
from madegood.synthetic.story import Story

FOLDER = "ssda903"
ALWAYS = ("header.csv", "episodes.csv", "missing.csv")
OPENING = b'<?xml version="1.0" encoding="utf-8"?>\n<EXPSSDA903>\n'
CLOSING = b"</EXPSSDA903>\n"
# Elements of HEADER, those that repeat under a name of their own.
WITHIN_HEADER = {
    "reviews": "AREVIEW", "missing": "AMISSING", "placed_for_adoption": "AD_PLACED",
    "previous_permanence": "PERMANENCE", "oc2": "OC2", "sw_episodes": "ASWEPISODE",
    "dolo": "ADOLO",
}  # fmt: skip
BESIDE = ("uasc", "oc3", "ad1")
OF_THE_CHILD = ("CHILD", "DOB", "SEX")
RENAMED = {"PLACE": "PL"}

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    f"{name}.csv": columns for name, columns in COLUMNS.items()
}


def cell(value: Any) -> str:
    if value is None:
        return ""
    return british(value) if hasattr(value, "year") else str(value)


def long_files(out: Path, _making: Making) -> Files:
    return Files(out / FOLDER, headed(_HEADINGS), always=ALWAYS)


def year_files(out: Path, _making: Making) -> Files:
    return Files(out / FOLDER, headed(_HEADINGS))


def xml_files(out: Path, _making: Making) -> Files:
    return Files(out / FOLDER, lambda _path: OPENING, closing=CLOSING)


class LongForm:
    """Every year together."""

    def __init__(self, _story: Story) -> None:
        self._rows = CsvRows()

    def write(self, life: Life) -> None:
        _add(self._rows, "", looked_after(life))

    def part(self) -> Part:
        return self._rows.part()


class YearForm:
    """A folder of files for each collection year: `2025-26/episodes.csv`."""

    def __init__(self, story: Story) -> None:
        self._years = years(story)
        self._rows = CsvRows()

    def write(self, life: Life) -> None:
        for year, rows in _by_year(self._years, life):
            _add(self._rows, f"{year_name(year)}/", rows)

    def part(self) -> Part:
        return self._rows.part()


class XmlForm:
    """One file for each collection year: `2025-26/ssda903.xml`."""

    def __init__(self, story: Story) -> None:
        self._years = years(story)
        self._texts: dict[str, list[str]] = {}

    def write(self, life: Life) -> None:
        for year, rows in _by_year(self._years, life):
            name = f"{year_name(year)}/ssda903.xml"
            self._texts.setdefault(name, []).append(_child(rows))

    def part(self) -> Part:
        found = {name: "".join(held).encode() for name, held in self._texts.items()}
        self._texts = {}
        return found


def _by_year(among: Iterable[Period], life: Life) -> Iterable[tuple[Period, Rows]]:
    whole = looked_after(life)
    if whole:
        for year in among:
            rows = of_year(whole, year)
            if rows:
                yield year, edition_of(rows, year)


def _add(into: CsvRows, folder: str, rows: Rows) -> None:
    for name, told in rows.items():
        columns = COLUMNS[name]
        for row in told:
            into.add(f"{folder}{name}.csv", [cell(row.get(c)) for c in columns])


def _child(rows: Rows) -> str:
    """A CHILD: its HEADER with what belongs to it, and its EPISODEs."""
    (header,) = rows["header"]
    told = "".join(
        _element("CHILDID" if name == "CHILD" else name, header.get(name))
        for name in COLUMNS["header"]
    )
    for name in BESIDE:
        for row in rows.get(name, []):
            told += _cells(name, row)
    for name, tag in WITHIN_HEADER.items():
        for row in rows.get(name, []):
            told += f"<{tag}>{_cells(name, row)}</{tag}>"
    episodes = "".join(
        f"<EPISODE>{_cells('episodes', row)}</EPISODE>" for row in rows["episodes"]
    )
    return f"<CHILD><HEADER>{told}</HEADER>{episodes}</CHILD>\n"


def _cells(name: str, row: Mapping[str, Any]) -> str:
    return "".join(
        _element(RENAMED.get(column, column), row.get(column))
        for column in COLUMNS[name]
        if column not in OF_THE_CHILD
    )


def _element(tag: str, value: Any) -> str:
    said = cell(value)
    return f"<{tag}>{escape(said)}</{tag}>" if said else f"<{tag}/>"
