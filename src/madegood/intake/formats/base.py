"""What every format says of itself: which files it knows, by what columns, and which
column of the record each of theirs fills."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from madegood.intake.cells import Reads, Value
from madegood.intake.findings import Severity
from madegood.record.schema import Table

Values = dict[str, Value]


class Misdescribed(ValueError):
    """A format contradicts the record; raised when the format is made."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a file.

    into         the record's column it fills; None is checked and not kept
    reads        how its cells are read; None is never read at all (identifying)
    required     a row without it is set aside, a file without it is refused
    lenient      a code in no list is a warning, and the row is still read
    expected     a file without the column is refused, though its cells may be blank
    measured_only  free text: its length is noted and nothing else is kept
    """

    heading: str
    into: str | None
    reads: Reads | None
    required: bool = False
    lenient: bool = False
    expected: bool = False
    measured_only: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of file of a format.

    counted_as   what its rows are counted under: the format's own word for the file
    table        the record table it fills; None when no measure stands on it yet
    order        how grave an end before its start, or a date to come, is here
    title        the kind as a sentence names it
    completes    fills what the record needs and the file holds only implicitly:
                 the columns in `implied`
    absent       the record's columns that this kind of file does not hold
    edition      the first collection year, or version, that has it
    """

    kind: str
    title: str
    counted_as: str
    table: Table | None
    fields: tuple[Field, ...]
    order: Severity
    edition: str
    completes: Callable[[Values], None] | None = None
    implied: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Every column of the record is filled or said to be absent, and no other."""
        if self.table is None:
            return
        filled = [field.into for field in self.fields if field.into]
        said = sorted([*filled, *self.implied, *self.absent])
        held = sorted(column.name for column in self.table.columns)
        if said != held:
            odd = sorted(set(said).symmetric_difference(held)) or "a column twice"
            raise Misdescribed(
                f"{self.title} and the record's {self.table.name} differ in: {odd}. "
                "Give each column a field, or name it in `absent`."
            )

    def field(self, heading: str) -> Field | None:
        wanted = plain(heading)
        return next((f for f in self.fields if plain(f.heading) == wanted), None)

    def known(self, headings: Sequence[str]) -> int:
        """How many of the headings are this kind's."""
        return sum(self.field(heading) is not None for heading in headings)

    def missing(self, headings: Sequence[str]) -> list[str]:
        """Columns the file must have and has not."""
        given = {plain(heading) for heading in headings}
        return [
            f.heading
            for f in self.fields
            if (f.required or f.expected) and plain(f.heading) not in given
        ]


class Format(Protocol):
    """A standard: its name, and how it tells its own files."""

    name: str
    sheets: tuple[Sheet, ...]

    def recognise(self, stem: str, headings: Sequence[str]) -> Sheet | None: ...


def plain(heading: str) -> str:
    """A heading as compared: `Child ID`, `child-id` and `CHILD_ID` are the same."""
    return "_".join(
        heading.strip().casefold().replace("-", " ").replace("_", " ").split()
    )
