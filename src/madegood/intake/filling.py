"""From the columns of a file to the rows of a record table."""

import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.columns import MOMENT, ReadColumns, starts_of_days
from madegood.intake.formats.base import Days, Filling, Made
from madegood.record.schema import Column, Kind


def filled(filling: Filling, columns: ReadColumns) -> pa.RecordBatch:
    """The rows in the shape of the filling's table; what nothing fills is null."""
    schema = filling.table.arrow_schema()
    arrays: list[pa.Array] = []
    for column in filling.table.columns:
        source = filling.columns.get(column.name)
        if isinstance(source, str):
            made: Made | None = columns[source]
        else:
            made = None if source is None else source(columns)
        arrays += _as_stored(made, column, columns.length, schema)
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _as_stored(
    made: Made | None, column: Column, length: int, schema: pa.Schema
) -> list[pa.Array]:
    wanted = schema.field(column.name).type
    if column.kind is Kind.MOMENT:
        moments = pa.nulls(length, MOMENT) if made is None else _moments(made)
        dated = pc.fill_null(pc.struct_field(moments, "dated"), pa.scalar(value=False))
        return [pc.struct_field(moments, "at").cast(wanted), dated]
    if made is None:
        return [pa.nulls(length, wanted)]
    array = made.dates if isinstance(made, Days) else made
    return [array if array.type == wanted else array.cast(wanted)]


def _moments(made: Made) -> pa.Array:
    dates = made.dates if isinstance(made, Days) else made
    return dates if dates.type == MOMENT else starts_of_days(dates)
