"""Figures as one long table: which indicator, which year, which place, what was printed."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from madegood.benchmarks.sheets import Aside
from madegood.benchmarks.years import year_of

_COLUMNS: Final = ("indicator", "year", "place", "text")


@dataclass(frozen=True, slots=True)
class Rows:
    """What one kind of file gives: see reading.Read."""

    table: str
    title: str
    edition: int
    content: pa.Table
    asides: tuple[Aside, ...] = ()


def long_table(
    indicator: pa.Array, year: pa.Array, place: pa.Array, text: pa.Array
) -> pa.Table:
    """The four columns, text packed: most of them say the same few things."""
    columns = [
        pc.dictionary_encode(pc.utf8_trim_whitespace(one))
        for one in (indicator, year, place, text)
    ]
    return pa.table(dict(zip(_COLUMNS, columns, strict=True)))


def once(
    table: pa.Table, numbers: npt.NDArray[np.int64]
) -> tuple[pa.Table, list[Aside]]:
    """Each cell once: the first stands where a file prints one cell twice, and it is
    told where the second says otherwise."""
    keys = _keys(table)
    _, first, back = np.unique(keys, return_index=True, return_inverse=True)
    if len(first) == len(keys):
        return table, []
    texts = codes_of(table["text"])
    stands = first[back]
    other = np.flatnonzero(texts != texts[stands])
    asides = []
    if len(other):
        says = "a second figure for the same indicator, year and place; the first kept."
        asides.append(Aside(len(other), int(numbers[other[0]]), says))
    return table.take(pa.array(np.sort(first))), asides


def newest_year(table: pa.Table) -> int:
    """The calendar year that the newest of its years ends in."""
    labels = pc.unique(table["year"]).to_pylist()
    return max((year_of(label).ends for label in labels), default=0)


def codes_of(column: pa.ChunkedArray) -> npt.NDArray[np.int64]:
    """Which of the column's values each row has."""
    packed = column.unify_dictionaries().combine_chunks()
    if isinstance(packed, pa.ChunkedArray):
        packed = packed.chunk(0)
    return np.asarray(packed.indices.to_numpy(zero_copy_only=False), np.int64)


def values_of(column: pa.ChunkedArray) -> list[str]:
    """The column's values, in the order that `codes_of` counts them."""
    packed = column.unify_dictionaries().combine_chunks()
    if isinstance(packed, pa.ChunkedArray):
        packed = packed.chunk(0)
    return [str(one) for one in packed.dictionary.to_pylist()]


def _keys(table: pa.Table) -> npt.NDArray[np.int64]:
    keys = np.zeros(table.num_rows, np.int64)
    for name in _COLUMNS[:3]:
        codes = codes_of(table[name])
        keys = keys * (int(codes.max(initial=0)) + 1) + codes
    return keys
