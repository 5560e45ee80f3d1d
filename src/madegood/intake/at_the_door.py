"""What of a column may come in: cells that show who a child is are turned away, and a
column of them whole, whatever its heading says."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.columns import ColumnRead, Flags
from madegood.intake.formats.base import Field
from madegood.intake.ids import may_be_anything
from madegood.intake.scanning import scan

_ENOUGH: Final = 5_000
_ONE_WORD: Final = r"^[0-9A-Za-z_./#:-]{1,60}$"


@dataclass(frozen=True, slots=True)
class LetIn:
    """A column as it may be kept. `cells` are those turned away one by one, `whole`
    says that all were, and `words` what they show, quoting none."""

    values: pa.Array
    cells: Flags
    whole: bool
    words: str


def let_in(column: ColumnRead, one: Field) -> LetIn | None:
    """The column without what identifies; None where all of it may come in.

    Only text is looked at: a date, a code or a number has been read as one.
    """
    if not may_be_anything(one.reads):
        return None
    found = _looked_at(column.values, one)
    if found is None:
        return None
    cells = found.cells
    if found.whole:
        cells = np.ones(len(cells), dtype=bool) & ~column.blank
    kept = pc.if_else(pa.array(cells), pa.scalar(None, pa.string()), column.values)
    return LetIn(kept, cells, found.whole, found.words)


@dataclass(frozen=True, slots=True)
class _Shown:
    cells: Flags
    whole: bool
    words: str


def _looked_at(values: pa.Array, one: Field) -> _Shown | None:
    """What the column shows. Of ids that are single words of letters and digits the
    first few thousand tell what they all are; every other cell is looked at."""
    if not one.required:
        found = scan(values, heading=one.heading)
        return (
            None
            if found is None
            else _Shown(_flags(found.mask), found.whole, found.words)
        )
    words = ~_flags(pc.match_substring_regex(values, _ONE_WORD))
    few = values.slice(0, _ENOUGH)
    found = scan(few, heading=one.heading)
    if found is not None and found.whole:
        return _Shown(np.ones(len(values), dtype=bool), whole=True, words=found.words)
    places = np.flatnonzero(words)
    odd = scan(values.take(pa.array(places)), heading=one.heading)
    if odd is None:
        return None
    cells = np.zeros(len(values), dtype=bool)
    cells[places] = _flags(odd.mask)
    return _Shown(cells, whole=False, words=odd.words)


def _flags(mask: pa.Array) -> Flags:
    filled = pc.fill_null(mask, pa.scalar(value=False))
    found: Flags = filled.to_numpy(zero_copy_only=False)
    return found
