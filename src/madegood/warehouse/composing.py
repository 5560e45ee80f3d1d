"""A snapshot from parts: which of them stay, which are replaced, who speaks first."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from madegood.intake.merging import PRECEDENCE, Merged, merged
from madegood.intake.reading import Part
from madegood.record.tables import table
from madegood.record.versions import versions
from madegood.warehouse import blobs
from madegood.warehouse.keeping import read_table
from madegood.warehouse.models import Precedence, StoredSnapshot


class Given(Protocol):
    """A part, whether the ledger names it yet or not."""

    @property
    def table(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def blob(self) -> str: ...
    @property
    def lineage(self) -> str: ...
    @property
    def rows(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Composed:
    """One table of the record as its sources were put together."""

    name: str
    blob: str
    lineage: str
    rows: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """Which source speaks first, for every table and for those that differ."""

    every: tuple[str, ...] = PRECEDENCE
    by_table: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, name: str) -> tuple[str, ...]:
        return self.by_table.get(name, self.every)


def order() -> Order:
    """As the authority has set it, or the program's own."""
    newest: dict[str, tuple[str, ...]] = {}
    for one in Precedence.objects.order_by("id"):
        newest[one.table] = tuple(one.order)
    every = newest.pop("", PRECEDENCE)
    return Order(every, newest)


def newest() -> StoredSnapshot | None:
    return StoredSnapshot.objects.first()


def base_of(*, alone: bool, synthetic: bool) -> StoredSnapshot | None:
    """The snapshot whose parts stay: the newest, unless told otherwise, and never
    made-up rows beside real ones."""
    found = newest()
    if alone or found is None or found.synthetic != synthetic:
        return None
    return found


def together(
    kept: Iterable[Given], brought: Iterable[Given]
) -> dict[tuple[str, str], Given]:
    """By table and source: what was brought, and what stays because nothing was."""
    parts = {(part.table, part.source): part for part in kept}
    return parts | {(part.table, part.source): part for part in brought}


def compose(parts: Iterable[Given], order: Order) -> list[Composed]:
    """Put the parts together, table by table. Within `blobs.writing()`: a table that
    several sources fill in is a blob of its own."""
    by_table: dict[str, list[Given]] = {}
    for part in parts:
        by_table.setdefault(part.table, []).append(part)
    return [
        _composed(name, given, order.of(name))
        for name, given in sorted(by_table.items())
    ]


def manifest(
    parts: Iterable[Given], tables: Iterable[Composed], settings_text: str
) -> str:
    """The hash of what a snapshot lists: equal for equal rows from equal sources."""
    lines = [f"part {part.table} {part.source} {part.blob}" for part in parts]
    lines += [f"table {one.name} {one.blob}" for one in tables]
    lines.append(f"settings {hashlib.sha256(settings_text.encode()).hexdigest()}")
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def _composed(name: str, given: Sequence[Given], order: Sequence[str]) -> Composed:
    if len(given) == 1:
        (only,) = given
        return Composed(name, only.blob, only.lineage, only.rows, (only.source,))
    made = merged([_read(part) for part in given], order)[name]
    return _as_given(name, given, made) or Composed(
        name,
        blobs.keep(made.rows, versions(table(name), made.rows)),
        blobs.keep(made.origin),
        made.rows.num_rows,
        made.sources,
    )


def _as_given(name: str, given: Sequence[Given], made: Merged) -> Composed | None:
    """The part itself, where one source spoke alone: its blob is there already."""
    if len(made.sources) > 1:
        return None
    (source,) = made.sources
    one = next(part for part in given if part.source == source)
    return Composed(name, one.blob, one.lineage, one.rows, made.sources)


def _read(part: Given) -> Part:
    return Part(
        part.table,
        part.source,
        read_table(part.table, part.blob),
        blobs.read(part.lineage),
    )
