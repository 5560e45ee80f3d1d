"""A row as the reference judges it: itself, what it is linked to, and its clock."""

from dataclasses import dataclass, replace
from datetime import date

from madegood.measures.engines.base import Values
from madegood.measures.engines.reference_record import Record
from madegood.measures.engines.reference_rows import Row, Span
from madegood.measures.vocabulary import HERE, Link, Of

Due = int | date | None


@dataclass(frozen=True)
class Case:
    """One row before the rules: itself, a linked row, and its clock as far as known."""

    record: Record
    values: Values
    here: Row
    there: Row | None = None
    start: Span | None = None
    stop: Span | None = None
    due: Due = None

    def row(self, of: Of) -> Row:
        if of == HERE:
            return self.here
        assert self.there is not None, "a rule reads a linked row outside a link"
        return self.there

    def linked(self, link: Link) -> "list[Case]":
        rows = self.record.linked(link, self.here)
        return [replace(self, there=row) for row in rows]
