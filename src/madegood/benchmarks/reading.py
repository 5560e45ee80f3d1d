"""Published files read, each as one release: recognised by headings, never by name.

What is kept is text, as published. A row that cannot be placed is set aside, counted
and told of; a file that is none of the known kinds is not read at all.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

import pyarrow as pa

from madegood.benchmarks import (
    code_lists,
    dictionaries,
    interactive_tool,
    neighbour_lists,
    statistics_files,
)
from madegood.benchmarks.cells import Rows
from madegood.benchmarks.sheets import (
    Aside,
    NotRead,
    Sheet,
    paragraphs_under,
    sheet_under,
)
from madegood.intake.files import MOST_BYTES, open_file
from madegood.intake.limits import Limits
from madegood.intake.opened import Grid, TopRow, Unopened

__all__ = ["Aside", "NotRead", "Read", "read_published"]


@dataclass(frozen=True, slots=True)
class Read:
    """One file as one release.

    kind     figures, dictionary, neighbours or authorities
    table    which table it is a release of
    edition  the newest year it holds or is of; 0 where it says none
    content  its rows, in the columns of its kind
    sha256   of the file as it came
    """

    file: str
    kind: str
    table: str
    title: str
    edition: int
    content: pa.Table
    sha256: str
    asides: tuple[Aside, ...] = ()


class _Kind(NamedTuple):
    kind: str
    headings: tuple[str, ...]
    reads: Callable[[Sheet, str], Rows]


_KINDS: Final = (
    _Kind("figures", interactive_tool.HEADINGS, interactive_tool.read),
    _Kind("figures", statistics_files.HEADINGS, statistics_files.read),
    _Kind("dictionary", dictionaries.HEADINGS, dictionaries.read),
    _Kind("neighbours", neighbour_lists.HEADINGS, neighbour_lists.read),
    _Kind("neighbours", neighbour_lists.WIDE_HEADINGS, neighbour_lists.read_wide),
    _Kind("authorities", code_lists.HEADINGS, code_lists.read),
)


def read_published(path: Path, limits: Limits) -> Read:
    """Read one file. Raises NotRead, which says whether it was of a known kind."""
    try:
        with open_file(path, MOST_BYTES, limits) as opened:
            kind, sheet = _recognised(path, opened.grids())
            rows = kind.reads(sheet, path.stem)
            sha256 = opened.sha256()
    except Unopened as fault:
        raise NotRead(path.name, fault.says, known=_should_open(fault)) from None
    if not rows.content.num_rows:
        says = "none of its rows could be read"
        first = f": {rows.asides[0].says}" if rows.asides else "."
        raise NotRead(path.name, says + first, known=True)
    return Read(
        path.name,
        kind.kind,
        rows.table,
        rows.title,
        rows.edition,
        rows.content,
        sha256,
        (*sheet.asides, *rows.asides),
    )


def _recognised(path: Path, grids: Iterator[Grid]) -> tuple[_Kind, Sheet]:
    for grid in grids:
        for top in grid.top:
            kind = _kind_of(top)
            if kind is not None:
                return kind, _sheet(path, kind, grid, top)
    raise NotRead(
        path.name,
        "its headings are those of no published table that is known here.",
        known=False,
    )


def _sheet(path: Path, kind: _Kind, grid: Grid, top: TopRow) -> Sheet:
    if kind.kind == "dictionary" and path.suffix.lower() == ".csv":
        try:
            return paragraphs_under(path, top)
        except csv.Error as fault:
            raise NotRead(path.name, f"it is damaged ({fault}).", known=True) from None
    return sheet_under(grid, top)


def _kind_of(top: TopRow) -> _Kind | None:
    there = {cell.strip().lstrip("\ufeff").lower() for cell in top.cells}
    return next(
        (kind for kind in _KINDS if {h.lower() for h in kind.headings} <= there), None
    )


def _should_open(fault: Unopened) -> bool:
    """A picture or a web page in a folder is nobody's fault; a damaged workbook is."""
    return fault.code not in {"not_a_table", "web_page", "other_workbook"}
