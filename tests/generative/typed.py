"""Made-up rows in the record's own types."""

from collections.abc import Iterable, Mapping
from datetime import datetime

import pyarrow as pa

from madegood.clock.moments import start_of_day
from madegood.record.schema import Kind, Table


def typed(shape: Table, rows: Iterable[Mapping[str, object]]) -> pa.Table:
    """Rows whose moments are datetimes, or dates where only the date is known."""
    cells = []
    for row in rows:
        found = {column.name: row[column.name] for column in shape.columns}
        for column in shape.columns:
            when = found[column.name]
            if column.kind is Kind.MOMENT and when is not None:
                exact = isinstance(when, datetime)
                found[column.name] = when if exact else start_of_day(when)
                found[f"{column.name}__dated"] = not exact
        cells.append(found)
    return pa.Table.from_pylist(cells, schema=shape.arrow_schema())
