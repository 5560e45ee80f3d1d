"""When somebody comes of age."""

from datetime import date
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

OF_AGE: Final = 18


def eighteenth_birthdays(born: pa.Array) -> pa.Array:
    """The day each turns eighteen; null where the birth is not known."""
    encoded = pc.dictionary_encode(born)
    days = [
        None if day is None else _eighteenth(day)
        for day in encoded.dictionary.to_pylist()
    ]
    return pa.array(days, pa.date32()).take(encoded.indices)


def _eighteenth(born: date) -> date:
    """Born on 29 February: on 1 March (Family Law Reform Act 1969, s.9)."""
    try:
        return born.replace(year=born.year + OF_AGE)
    except ValueError:
        return date(born.year + OF_AGE, 3, 1)
