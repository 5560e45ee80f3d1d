"""What every format says of itself: which files it knows, by what columns, and which
columns of the record they fill."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final, Protocol, TypeAlias

import pyarrow as pa

from madegood.intake.cells import Reads
from madegood.intake.findings import Severity
from madegood.intake.stand_ins import BLANK
from madegood.record.schema import Table


class Misdescribed(ValueError):
    """A format contradicts the record; raised when the format is made."""


@dataclass(frozen=True, slots=True)
class Days:
    """Moments of which only the London day is known, as dates."""

    dates: pa.Array


Made: TypeAlias = pa.Array | Days


class Columns(Protocol):
    """The columns of some rows as read, by their heading in this format's own words.

    A date is date32, a moment a struct of `at` and `dated`, a number float64, anything
    else a string; null is blank. A heading the file lacks is a column of nulls.
    `today` is the London day on which they are read.
    """

    length: int
    today: date

    def __getitem__(self, heading: str) -> pa.Array: ...


Make = Callable[[Columns], Made]


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers that are counted in a free text, by the heading that they have; they
    stand before those that the file gives under it.

    says  what is kept, as a sentence
    """

    of: Callable[[pa.Array], Mapping[str, pa.Array]]
    says: str


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a file.

    into         the column of the sheet's table it fills; None where it only helps to
                 make others, or is checked and not kept
    reads        how its cells are read; None is never read at all (identifying)
    required     a row without it is set aside, a file without it is refused
    lenient      what cannot be read is a warning and left blank, and the row is read
    expected     a file without the column is refused, though its cells may be blank
    measured_only  free text: its length is noted and nothing else is kept
    counts       what is counted in a free text before it is dropped
    also         other headings it goes by
    """

    heading: str
    into: str | None
    reads: Reads | None
    required: bool = False
    lenient: bool = False
    expected: bool = False
    measured_only: bool = False
    counts: Counts | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Filling:
    """How the rows of a kind of file fill a table of the record.

    columns  record column → the heading that holds it, or how it is made
    where    which rows have anything to say of this table; None is all of them
    aside    the rows are about something else and only mention this (a child's date of
             birth beside an assessment): of one key they are put together, and what a
             table that is about it says stands before them
    """

    table: Table
    columns: Mapping[str, str | Make]
    where: Callable[[Columns], pa.Array] | None = None
    aside: bool = False

    def __post_init__(self) -> None:
        for name in self.columns:
            self.table.column(name)
        for column in self.table.required():
            if column.name not in self.columns:
                raise Misdescribed(
                    f"{self.table.name} needs {column.name}, which nothing fills."
                )


@dataclass(frozen=True, slots=True)
class YearTold:
    """How the rows of a kind of file tell the collection year of a yearly return.

    by          columns of which the latest date lies in it
    surely      of several kinds in a file the surest speaks
    not_before  columns of births and the like: the year is not before theirs
    since       the first year that has this kind, where it was not always there
    """

    by: tuple[str, ...] = ()
    surely: int = 0
    not_before: tuple[str, ...] = ()
    since: str | None = None


@dataclass(frozen=True)
class Sheet:
    """One kind of file, or of sheet or element in it, of a format.

    counted_as   what its rows are counted under: the format's own word for it
    table        the record table its fields fill by `into`; None where none do
    order        how grave an end before its start, or a date to come, is here
    title        the kind as a sentence names it
    made         columns of `table` made from what the file holds only implicitly
    more         other tables its rows fill
    edition      the first collection year, or version, that has it
    blanks       what stands for nothing in its cells
    versioned    a later file's row of the same key takes the place of an earlier
                 file's: what a yearly return does
    year_told    how its rows tell the year; None where it is not of a yearly return
    caution      what must be known before its rows are counted, as a sentence
    """

    kind: str
    title: str
    counted_as: str
    table: Table | None
    fields: tuple[Field, ...]
    order: Severity
    edition: str
    made: Mapping[str, Make] = field(default_factory=dict)
    more: tuple[Filling, ...] = ()
    blanks: frozenset[str] = BLANK
    versioned: bool = False
    year_told: YearTold | None = None
    caution: str = ""
    _by_heading: dict[str, Field] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        for one in self.fields:
            for heading in (one.heading, *one.also):
                self._by_heading.setdefault(plain(heading), one)
        if self.table is not None:
            for one in self.fields:
                if one.into is not None:
                    _must_have(self.table, one.into, self.title)

    @cached_property
    def fillings(self) -> tuple[Filling, ...]:
        """Every table its rows fill, its own first."""
        if self.table is None:
            return self.more
        columns: dict[str, str | Make] = {
            one.into: one.heading for one in self.fields if one.into
        }
        return (Filling(self.table, columns | dict(self.made)), *self.more)

    @cached_property
    def counted(self) -> Filling | None:
        """The table by which its rows are counted: one that says again what another
        has said there is set aside. The others a row may repeat and be read."""
        own = (filling for filling in self.fillings if not filling.aside)
        return next(own, None)

    def field(self, heading: str) -> Field | None:
        return self._by_heading.get(plain(heading))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Each heading it knows, as compared, and the one it is read under."""
        return {name: one.heading for name, one in self._by_heading.items()}

    def known(self, headings: Sequence[str]) -> int:
        """How many of the headings are this kind's."""
        return sum(self.field(heading) is not None for heading in headings)

    @cached_property
    def musts(self) -> tuple[str, ...]:
        """Columns that the file must have."""
        return tuple(one.heading for one in self.fields if one.required or one.expected)

    def missing(self, headings: Sequence[str]) -> list[str]:
        """Columns the file must have and has not."""
        given = {found.heading for found in map(self.field, headings) if found}
        return [heading for heading in self.musts if heading not in given]


def _must_have(table: Table, name: str, title: str) -> None:
    try:
        table.column(name)
    except KeyError:
        raise Misdescribed(
            f"{title} fills {name}, which the record's {table.name} has not."
        ) from None


class Format(Protocol):
    """A standard: its name, its title in a sentence, and how it tells its own files."""

    name: str
    title: str
    sheets: tuple[Sheet, ...]

    def recognise(self, name: str, headings: Sequence[str]) -> Sheet | None:
        """The kind of a grid, by its name (a sheet's, or the file's without its
        ending) and a row that may be its headings."""
        ...


_CURLY: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " "})


def plain(heading: str) -> str:
    """A heading as compared: `Child ID`, `child-id` and `CHILD_ID` are the same, and
    so are straight and curly quotation marks."""
    straight = heading.translate(_CURLY).strip().casefold()
    return "_".join(straight.replace("-", " ").replace("_", " ").split())
