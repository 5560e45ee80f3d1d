"""Several sources of one table, put together by a declared precedence.

Two systems give the same event ids of their own, so their rows cannot be told apart
or put together one by one: for each table the source that stands first speaks alone.
A child is the exception. It has one id everywhere, so its row is filled in from each
source in turn: what the first leaves blank the next may say.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc

from madegood.record.tables import table

if TYPE_CHECKING:
    from madegood.intake.reading import Part

# The extract says what no standard holds, in our own words; the SSD holds every event;
# the returns are a year's picture of them; Annex A has the last event of each kind.
PRECEDENCE: Final = (
    "extract",
    "ssd",
    "csc_api",
    "cin_census",
    "ssda903",
    "annex_a",
)
FILLED_IN: Final = frozenset({"children"})
_WHOSE: Final = ":"


@dataclass(frozen=True, slots=True)
class Merged:
    """One table of the record: its rows, where each came from and by which source."""

    rows: pa.Table
    origin: pa.Table
    sources: tuple[str, ...]


def source_of(source: str, system: str) -> str:
    """What a source is called whose children came by another system's ids: such rows
    are that system's word, and are never taken for the authority's own."""
    return f"{source}{_WHOSE}{system}"


def parts_of(source: str) -> tuple[str, str]:
    """The kind of file and the other system that a source is of; "" where it is ours."""
    kind, _, system = source.partition(_WHOSE)
    return kind, system


def merged(
    parts: Iterable["Part"], precedence: Sequence[str] = PRECEDENCE
) -> Mapping[str, Merged]:
    """Each table of the record from the parts that give it rows.

    A source that is not in `precedence` comes after those that are, by its name. One
    of another system speaks only where it is named there, or where nobody else does.
    """
    by_table: dict[str, list[Part]] = {}
    for part in parts:
        by_table.setdefault(part.table, []).append(part)
    rank = {source: place for place, source in enumerate(precedence)}
    return {
        name: _together(
            name,
            sorted(
                _heard(given, rank), key=lambda p: (rank.get(p.source, 99), p.source)
            ),
        )
        for name, given in by_table.items()
    }


def _heard(parts: "Sequence[Part]", named: Collection[str]) -> "Sequence[Part]":
    """Without other systems' parts, unless they are named or nothing else has rows."""
    ours = [p for p in parts if p.source in named or not parts_of(p.source)[1]]
    return ours if any(part.rows.num_rows for part in ours) else parts


def _together(name: str, parts: "Sequence[Part]") -> Merged:
    first = parts[0]
    if name not in FILLED_IN or len(parts) == 1:
        # A source that gave headings and no rows has nothing to say.
        first = next((part for part in parts if part.rows.num_rows), first)
        return Merged(first.rows, first.origin, (first.source,))
    return _filled_in(name, parts)


def _filled_in(name: str, parts: "Sequence[Part]") -> Merged:
    """Rows of the same key as one, blanks of the first filled from those after it."""
    schema = table(name).arrow_schema()
    (key,) = table(name).identity
    base, origin = parts[0].rows, parts[0].origin
    for part in parts[1:]:
        known = pc.index_in(base[key], part.rows[key].combine_chunks())
        columns = [
            base[field.name]
            if field.name == key
            else pc.coalesce(base[field.name], part.rows[field.name].take(known))
            for field in schema
        ]
        fresh = pc.invert(pc.is_in(part.rows[key], base[key].combine_chunks()))
        base = pa.concat_tables(
            [pa.table(columns, schema=schema), part.rows.filter(fresh)]
        )
        origin = pa.concat_tables([origin, part.origin.filter(fresh)])
    return Merged(base, origin, tuple(part.source for part in parts))
