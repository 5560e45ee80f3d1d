"""What comes of holding somebody's list against ours: who is on which, and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Literal

from madegood.clock.periods import Period
from madegood.measures.model import Measure
from madegood.measures.states import RowState, State
from madegood.measures.summarise import DIVIDES

By = Literal["child", "row"]


class Counted(StrEnum):
    """Which rows a list says it is of."""

    MET = "met"
    NOT_MET = "not_met"
    ALL = "all"


class Side(StrEnum):
    THEIRS = "theirs only"
    OURS = "ours only"
    BOTH = "both"


class Cause(StrEnum):
    """Why somebody is where they are, in a few words."""

    COUNTED = "counted by both"
    NOT_LISTED = "counted by us, not on the list"
    OTHER_RESULT = "counted, with another result"
    NOT_DUE = "not due yet"
    LEFT_OUT = "left out by a rule"
    BAD_DATA = "cannot be told from the data"
    OTHER_PERIOD = "counted in another month"
    NO_PERIOD = "not begun, so in no month yet"
    NO_ROW = "in the data, with no row for this measure"
    NOT_IN_DATA = "not in the data at all"


SIDES: Final = tuple(Side)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is held against. `period` None is every row there is, and what a
    standing measure is always asked of: how things stood on the day."""

    measure: Measure
    as_of: datetime
    period: Period | None
    counted: Counted

    def has(self, row: RowState) -> bool:
        """Whether the row belongs to the days that are asked about."""
        if self.period is None or self.measure.standing:
            return True
        return row.counted_on is not None and row.counted_on in self.period

    def counts(self, state: State) -> bool:
        match self.counted:
            case Counted.MET:
                return state is State.MET
            case Counted.NOT_MET:
                return state in (State.NOT_MET, State.OVERDUE)
            case Counted.ALL:
                return state in DIVIDES


@dataclass(frozen=True, slots=True)
class Entry:
    """A child (or row) of either list.

    lines  where it stands in their list, by its place there; () where it does not
    rows   how many rows of it we count
    told   the row that the reason is about, if there is one
    """

    id: str
    side: Side
    cause: Cause
    says: str
    lines: tuple[int, ...]
    rows: int
    told: RowState | None


@dataclass(frozen=True)
class Reconciled:
    """Both lists side by side; theirs only first, then ours only, then both."""

    asked: Asked
    by: By
    entries: tuple[Entry, ...]

    def count(self, side: Side) -> int:
        return sum(entry.side is side for entry in self.entries)

    def of(self, side: Side) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.side is side)

    def causes(self, side: Side) -> dict[Cause, int]:
        """How many are there for each reason, the most frequent first."""
        found: dict[Cause, int] = {}
        for entry in self.of(side):
            found[entry.cause] = found.get(entry.cause, 0) + 1
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))

    @property
    def our_rows(self) -> int:
        """How many rows of ours the counted children have."""
        return sum(entry.rows for entry in self.entries)

    @property
    def sentence(self) -> str:
        """The three counts, as something to read out."""
        return self.told("theirs")

    def told(self, whose: str) -> str:
        """The same to whoever's list it is: 'theirs', 'yours'."""
        theirs, ours, both = (self.count(side) for side in SIDES)
        if not self.entries:
            return "Neither list has anybody in it."
        if not theirs and not ours:
            return f"The lists agree: the same {self._many(both)} in both."
        return (
            f"{self._many(both)} {_is(both)} in both lists, {theirs:,} only in {whose} "
            f"and {ours:,} only in ours."
        )

    @property
    def rows_note(self) -> str:
        """Why our number is more than our children, where it is; '' where it is not."""
        ours = self.count(Side.OURS) + self.count(Side.BOTH)
        if self.by != "child" or self.our_rows == ours:
            return ""
        return (
            f"The measure counts {self.our_rows:,} rows, of {self._many(ours)}: a child "
            "may have several. A list of children says each once."
        )

    def _many(self, size: int) -> str:
        if self.by == "child":
            return f"{size:,} {'child' if size == 1 else 'children'}"
        return f"{size:,} {'row' if size == 1 else 'rows'}"


def _is(size: int) -> str:
    return "is" if size == 1 else "are"
