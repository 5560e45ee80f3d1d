"""The department's list of authorities: number, name, region, kind."""

from typing import Final

import pyarrow as pa

from madegood.benchmarks.cells import Rows
from madegood.benchmarks.sheets import Sheet

HEADINGS: Final = ("LA Number", "LA Name", "Region", "Type")


def read(sheet: Sheet, _name: str) -> Rows:
    number, name, region, kind = (sheet.column(one).to_pylist() for one in HEADINGS)
    kept = [
        row
        for row in zip(number, name, region, kind, strict=True)
        if row[0].strip().isdigit()
    ]
    columns = zip(*kept, strict=True) if kept else ((), (), (), ())
    content = pa.table(
        {
            key: pa.array([cell.strip() for cell in column], pa.string())
            for key, column in zip(
                ("number", "name", "region", "kind"), columns, strict=True
            )
        }
    )
    return Rows("authorities", "Numbers and names of authorities", 0, content)
