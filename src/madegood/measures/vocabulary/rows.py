"""Which rows a measure judges, and the links from them to others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from madegood.measures.vocabulary.tests import Test


Of: TypeAlias = Literal["here", "there"]
HERE: Of = "here"
THERE: Of = "there"


@dataclass(frozen=True, slots=True)
class Merge:
    """Rows of one child that overlap or touch are one row, that of the earliest.

    same        columns that must agree (and be recorded) for two rows to merge
    start       the moment column where a row's period begins
    ends        moment columns; the first recorded is where the period ends
    returned    the name under which that end is offered to rules
    from_last   moment columns taken from the merged row that ended last
    """

    same: tuple[str, ...]
    start: str
    ends: tuple[str, ...]
    returned: str
    from_last: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chained:
    """Each row as a chain: a link from its anchor to the first event, one from each
    event to the next, and one that waits for an event to come.

    anchor       the moment column where the first link begins
    event        the moment column of the linked rows that ends a link
    where        which linked rows are events: tests of `there` that need no clock
    from_first   the chain begins at the first event, where there is any

    Offered to rules: the moments `link_started` and `link_stopped`, and the marks
    `first_link` and `open_link`. The subject of a link is the row's key with `#n`.
    """

    anchor: str
    link: Linked
    event: str
    where: Test
    from_first: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a record table, as known on the day asked about.

    appears   the event whose coming brings the row into being, where there is one, or
              several of which the first does; a planned date is no event, and a row
              that has one is there before any
    later     event columns of which it is marked, as `later_NAME`, that they hold a day
              later than the one asked about: of what keeps only the last of its kind,
              nothing then says how it was before
    derived   moments gathered from linked rows, offered to rules by name
    chain     each row is judged as the links of a chain
    only      the rows that are judged at all, by tests of the row itself that need no
              clock and no setting: the rest of the table is about something else
    """

    table: str
    key: str
    appears: str | tuple[str, ...] | None = None
    merge: Merge | None = None
    derived: tuple[Gathered, ...] = ()
    chain: Chained | None = None
    only: Test | None = None
    later: tuple[str, ...] = ()

    @property
    def brought_by(self) -> tuple[str, ...]:
        """The columns of which the first to come brings the row into being."""
        if self.appears is None:
            return ()
        return (self.appears,) if isinstance(self.appears, str) else self.appears


@dataclass(frozen=True, slots=True)
class Through:
    """Rows joined by a table of pairs: `here` and `there` are its two columns."""

    table: str
    here: str
    there: str
    to: Rows


@dataclass(frozen=True, slots=True)
class SameChild:
    """Every row of another table about the same child."""

    to: Rows


@dataclass(frozen=True, slots=True)
class Linked:
    """Rows whose text column `there` is what the column `here` is in this row."""

    to: Rows
    there: str
    here: str


Link: TypeAlias = Through | SameChild | Linked


@dataclass(frozen=True, slots=True)
class Gathered:
    """The earliest of a moment column over all linked rows, under a name."""

    name: str
    link: Through
    column: str
