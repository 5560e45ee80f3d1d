"""The department's Local Authority Interactive Tool: every indicator in one long file."""

from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from madegood.benchmarks.cells import Rows, long_table, newest_year, once
from madegood.benchmarks.sheets import Aside, Sheet

TABLE: Final = "lait"
TITLE: Final = "Local Authority Interactive Tool"
HEADINGS: Final = (
    "Short Desc", "Data item", "Years", "LA and Regions", "Values", "LA Number",
)  # fmt: skip


def read(sheet: Sheet, _name: str) -> Rows:
    """Its figures. A row without a place's number is set aside: names change."""
    number = sheet.column("LA Number")
    placed = pc.match_substring_regex(number, r"^\s*\d+\s*$")
    coded = pc.match_substring_regex(sheet.column("Short Desc"), r"\S")
    keep = np.asarray(pc.and_(placed, coded).to_numpy(zero_copy_only=False), bool)
    columns = [
        sheet.column(heading).filter(pa.array(keep))
        for heading in ("Short Desc", "Years", "LA Number", "Values")
    ]
    content, asides = once(long_table(*columns), sheet.numbers[keep])
    if not keep.all():
        first = int(sheet.numbers[~keep][0])
        says = "no number of an authority or region, or no indicator."
        asides.append(Aside(int((~keep).sum()), first, says))
    return Rows(TABLE, TITLE, newest_year(content), content, tuple(asides))
