"""Files whose children have another system's ids: each is found by a link that a person
has confirmed, or its rows are set aside. Nobody is guessed, and no such id is kept."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from madegood.intake.findings import Findings, Place, Severity
from madegood.intake.merging import source_of
from madegood.intake.reading import ORIGIN, FileRead, Part, Reading, TableCount
from madegood.intake.repeats import Flags, Numbers, first_of_each, numbered
from madegood.record.tables import table
from madegood.vault.queries import linked
from madegood.warehouse.belonging import references
from madegood.warehouse.keyed import CHILD

_UNLINKED: Final = "no child of ours is linked with the child of this row."
_BELONGS: Final = "it belongs to a row that is set aside, whose child is not linked."
_TWICE: Final = (
    "two of their records are linked with one child of ours, and an earlier row has "
    "said this of it."
)
_WHICH_COUNTS: Final = (
    "The earlier row counts. Should the two be different children, take one of the "
    "decisions back on the page Data, Matching, and load the files again."
)

_NONE: Final[Numbers] = np.empty(0, dtype=np.int64)


@dataclass
class _Theirs:
    """A part by our pseudonyms; of each row, its place among all rows of all files
    (equal where one row filled several tables), and why it is not kept, if it is not."""

    part: Part
    places: Numbers
    unlinked: Flags
    belongs: Flags
    again: Flags

    @property
    def lost(self) -> Flags:
        return self.unlinked | self.belongs

    @property
    def kept(self) -> Flags:
        return ~(self.lost | self.again)


def by_links(reading: Reading, system: str) -> Reading:
    """The reading with each child by its pseudonym, as a source of that system's.

    A row whose child is not linked is set aside, and so is whatever came of the same
    row or refers to it and names no child itself. Where two of their children are one
    of ours, the first row of a key counts. Rows are still read + set aside.
    """
    held = list(_held(reading.parts, system))
    _find_what_belongs(held)
    for one in held:
        one.again = _said_again(one)
    findings = Findings()
    _note(held, reading.files, findings)
    parts = tuple(_left(one, system) for one in held)
    return replace(
        reading,
        files=_counted(reading.files, held),
        findings=(*reading.findings, *findings.all()),
        parts=parts if any(part.rows.num_rows for part in parts) else (),
    )


def _held(parts: Sequence[Part], system: str) -> Iterator[_Theirs]:
    origins = pa.concat_tables([ORIGIN.empty_table(), *(one.origin for one in parts)])
    places = numbered(origins, ORIGIN.names)
    begins = 0
    for part in parts:
        ends = begins + part.rows.num_rows
        none = np.zeros(part.rows.num_rows, dtype=bool)
        rows, unlinked = _linked(part.rows, system)
        yield _Theirs(
            replace(part, rows=rows), places[begins:ends], unlinked, none, none
        )
        begins = ends


def _linked(rows: pa.Table, system: str) -> tuple[pa.Table, Flags]:
    """The rows with pseudonyms for children, and which have a child without one."""
    if CHILD not in rows.schema.names:
        return rows, np.zeros(rows.num_rows, dtype=bool)
    codes = linked(system, rows[CHILD])
    unlinked = pc.and_(pc.is_valid(rows[CHILD].combine_chunks()), pc.is_null(codes))
    place = rows.schema.get_field_index(CHILD)
    keyed = rows.set_column(place, rows.schema.field(place), pa.chunked_array([codes]))
    return keyed, unlinked.to_numpy(zero_copy_only=False)


def _find_what_belongs(held: Sequence[_Theirs]) -> None:
    """Until there is no more: what one row says is set aside whole, with what refers to
    it."""
    before = -1
    while before != (before := sum(int(one.lost.sum()) for one in held)):
        lost = np.concatenate([_NONE, *(one.places[one.lost] for one in held)])
        keys = {
            (one.part.source, one.part.table): _lost_keys(one)
            for one in held
            if one.lost.any()
        }
        for one in held:
            found = np.isin(one.places, lost) | _refers_to(one.part, keys)
            one.belongs = found & ~one.unlinked


def _lost_keys(one: _Theirs) -> pa.Array:
    key = one.part.rows[table(one.part.table).identity[0]]
    return pc.unique(key.filter(pa.array(one.lost)))


def _refers_to(part: Part, keys: dict[tuple[str, str], pa.Array]) -> Flags:
    """Which rows name one of these, in a table that names no child."""
    found = np.zeros(part.rows.num_rows, dtype=bool)
    if CHILD in part.rows.schema.names:
        return found
    for column, to, kind in references(part.table):
        lost = keys.get((part.source, to))
        if lost is None:
            continue
        named = pc.is_in(part.rows[column], lost)
        if kind is not None:
            named = pc.and_(named, pc.equal(part.rows[kind[0]], kind[1]))
        found |= pc.fill_null(named, False).to_numpy()  # noqa: FBT003
    return found


def _said_again(one: _Theirs) -> Flags:
    """Rows that had keys of their own until two children became one."""
    identity = table(one.part.table).identity
    again = np.zeros(one.part.rows.num_rows, dtype=bool)
    if CHILD in identity:
        there = np.flatnonzero(~one.lost)
        keys = numbered(one.part.rows.take(there), (*identity, "recorded_at"))
        firsts = first_of_each(keys, np.zeros(len(keys), dtype=np.int64))
        again[there] = firsts != np.arange(len(firsts))
    return again


def _note(
    held: Sequence[_Theirs], files: Sequence[FileRead], findings: Findings
) -> None:
    """Say of each row once why it is not kept."""
    said: set[int] = set()
    for one in held:
        for place in _places(one, one.unlinked, files, said):
            findings.add("no_link", place, _UNLINKED)
    for one in held:
        for place in _places(one, one.belongs, files, said):
            findings.add("no_link", place, _BELONGS)
    for one in held:
        for place in _places(one, one.again, files, said):
            findings.add(
                "repeated_key",
                place,
                _TWICE,
                remedy=_WHICH_COUNTS,
                severity=Severity.WARNING,
            )


def _places(
    one: _Theirs, which: Flags, files: Sequence[FileRead], said: set[int]
) -> Iterator[Place]:
    """Where the rows stand, of those that nothing has been said of yet."""
    at = pa.array(np.flatnonzero(which))
    origin = one.part.origin.take(at)
    for number, file, sheet, row, team in zip(
        one.places[which].tolist(),
        *(origin[name].to_pylist() for name in ORIGIN.names),
        one.part.rows["team"].take(at).to_pylist(),
        strict=True,
    ):
        if number not in said:
            said.add(number)
            yield Place(files[file].path.name, sheet, row, team=team)


def _left(one: _Theirs, system: str) -> Part:
    kept = pa.array(one.kept)
    return replace(
        one.part,
        source=source_of(one.part.source, system),
        rows=one.part.rows.filter(kept),
        origin=one.part.origin.filter(kept),
    )


def _counted(
    files: Sequence[FileRead], held: Sequence[_Theirs]
) -> tuple[FileRead, ...]:
    """The files with the rows of which nothing is left counted as set aside."""
    left = np.concatenate([_NONE, *(one.places[one.kept] for one in held)])
    gone: dict[int, tuple[int, str]] = {}
    for one in held:
        which = ~one.kept & ~np.isin(one.places, left)
        origin = one.part.origin.filter(pa.array(which))
        rows = zip(origin["file"].to_pylist(), origin["sheet"].to_pylist(), strict=True)
        gone.update(zip(one.places[which].tolist(), rows, strict=True))
    aside = Counter(gone.values())
    return tuple(
        replace(
            one,
            tables={
                name: TableCount(
                    count.rows,
                    count.read - aside[number, name],
                    count.set_aside + aside[number, name],
                )
                for name, count in one.tables.items()
            },
        )
        for number, one in enumerate(files)
    )
