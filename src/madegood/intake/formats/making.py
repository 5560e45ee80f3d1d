"""Small ways of making a record's column from what a file holds."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.formats.base import Columns, Days, Made, Make
from madegood.record.schema import NO, YES


def always(value: str) -> Make:
    """The same words in every row."""
    return lambda columns: pa.repeat(pa.scalar(value, pa.string()), columns.length)


def joined(*sources: str | Make, between: str = "-") -> Make:
    """An id from several columns, or what is made of them; null where the first is. A
    source that gives a thing no id of its own still tells it from others by these."""

    def make(columns: Columns) -> Made:
        parts = [
            _words(columns[one] if isinstance(one, str) else one(columns))
            for one in sources
        ]
        first, *rest = parts
        filled = [pc.fill_null(part, "") for part in rest]
        return pc.binary_join_element_wise(first, *filled, between)

    return make


def translated(heading: str, words: Mapping[str, str]) -> Make:
    """A code in the record's words; null where it has none."""

    def make(columns: Columns) -> Made:
        known = pa.array(list(words), pa.string())
        meant = pa.array(list(words.values()), pa.string())
        return meant.take(pc.index_in(columns[heading], known))

    return make


def day_of(heading: str) -> Make:
    """A moment of which the column holds only the day."""
    return lambda columns: Days(columns[heading])


def first_of(*headings: str) -> Make:
    """The first of these columns that is not blank."""
    return lambda columns: pc.coalesce(*(columns[heading] for heading in headings))


def yes_unless(heading: str, code: str) -> Make:
    """No where the column has this code, yes where it says anything else."""

    def make(columns: Columns) -> Made:
        said = columns[heading]
        filled = pc.if_else(pc.is_valid(said), YES, pa.scalar(None, pa.string()))
        denied = pc.fill_null(pc.equal(said, code), pa.scalar(value=False))
        return pc.if_else(denied, NO, filled)

    return make


def is_filled(heading: str) -> Make:
    """Which rows have something in the column: for `where`."""
    return lambda columns: pc.is_valid(columns[heading])


def _words(made: Made) -> pa.Array:
    column = made.dates if isinstance(made, Days) else made
    return column if pa.types.is_string(column.type) else column.cast(pa.string())
