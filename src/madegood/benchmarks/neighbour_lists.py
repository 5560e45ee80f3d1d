"""Statistical neighbours: for each authority the ten most like it, nearest first.

The lists are modelled anew every few years and a comparison changes with them, so each
list keeps the year of its model, which only the name of the file says.
"""

import re
from collections.abc import Iterator
from typing import Final

import pyarrow as pa

from madegood.benchmarks.cells import Rows
from madegood.benchmarks.places import is_authority
from madegood.benchmarks.sheets import NotRead, Sheet

HEADINGS: Final = ("LA num", "LA Name", "SN1", "SN10")
WIDE_HEADINGS: Final = ("old_la_code", "la_name", "SN_1", "SN_10")
_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SIZE: Final = 10


def read(sheet: Sheet, stem: str) -> Rows:
    """The workbook of the interactive tool."""
    return _read(sheet, stem, "LA num", "SN{}")


def read_wide(sheet: Sheet, stem: str) -> Rows:
    """The file of the department's own neighbour model."""
    return _read(sheet, stem, "old_la_code", "SN_{}")


def _read(sheet: Sheet, stem: str, own: str, other: str) -> Rows:
    found = _YEAR.search(stem)
    if found is None:
        raise NotRead(
            stem,
            "it is a list of neighbours, and only its name can say of which year's "
            "model. Put the year into the name, as sn_model_2025.",
            known=True,
        )
    columns = [sheet.column(other.format(n)).to_pylist() for n in range(1, _SIZE + 1)]
    rows = [
        (_number(place), at, _number(neighbour))
        for place, *others in zip(sheet.column(own).to_pylist(), *columns, strict=True)
        for at, neighbour in enumerate(others, 1)
    ]
    kept = [row for row in rows if is_authority(row[0]) and is_authority(row[2])]
    authorities, order, neighbours = zip(*kept, strict=True) if kept else ((), (), ())
    content = pa.table(
        {
            "authority": pa.array(authorities, pa.string()),
            "nearness": pa.array(order, pa.int32()),
            "neighbour": pa.array(neighbours, pa.string()),
        }
    )
    year = found[1]
    title = f"Statistical neighbours, model of {year}"
    return Rows(f"neighbours_{year}", title, int(year), content)


def _number(text: str) -> str:
    """Numbers come as 334 or 334.0; a new authority without neighbours has dashes."""
    return text.strip().removesuffix(".0")


def lists_of(content: pa.Table) -> dict[str, tuple[str, ...]]:
    """Each authority's neighbours, nearest first."""
    found: dict[str, list[tuple[int, str]]] = {}
    for authority, nearness, neighbour in _rows(content):
        found.setdefault(authority, []).append((nearness, neighbour))
    return {one: tuple(n for _, n in sorted(near)) for one, near in found.items()}


def _rows(content: pa.Table) -> Iterator[tuple[str, int, str]]:
    yield from zip(
        content["authority"].to_pylist(),
        content["nearness"].to_pylist(),
        content["neighbour"].to_pylist(),
        strict=True,
    )
