"""The words in which a measure is written: rows, links, moments, tests and limits.

Moments are intervals of seconds: one known to the second is a point, one known only
by its date is the whole London day. So "before" means certainly before.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Of: TypeAlias = Literal["here", "there"]
HERE: Of = "here"
THERE: Of = "there"


# ---- rows ---------------------------------------------------------------------
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
class Rows:
    """The rows of a record table, as known on the day asked about.

    appears   the event whose coming brings the row into being, where there is one
    derived   moments gathered from linked rows, offered to rules by name
    """

    table: str
    key: str
    appears: str | None = None
    merge: Merge | None = None
    derived: "tuple[Gathered, ...]" = ()


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


Link: TypeAlias = Through | SameChild


@dataclass(frozen=True, slots=True)
class Gathered:
    """The earliest of a moment column over all linked rows, under a name."""

    name: str
    link: Through
    column: str


# ---- moments ------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class At:
    """A moment or date column. `child.NAME` reads the child's own row; there,
    `child.adult_on` is the eighteenth birthday."""

    column: str
    of: Of = HERE


@dataclass(frozen=True, slots=True)
class FirstOf:
    """The first of several moments that is recorded."""

    moments: "tuple[MomentOf, ...]"


@dataclass(frozen=True, slots=True)
class OnlyIf:
    """A moment where a test holds, and blank where it does not."""

    moment: "MomentOf"
    test: "Test"


@dataclass(frozen=True, slots=True)
class Earliest:
    """The earliest of a moment over the linked rows that pass a test."""

    link: Link
    column: str
    where: "Test"


@dataclass(frozen=True, slots=True)
class AsOf:
    """The moment the question is asked as of."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where this row's clock starts."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where this row's clock stops."""


MomentOf: TypeAlias = At | FirstOf | OnlyIf | Earliest | AsOf | Start | Stop


# ---- tests: each is yes or no, and no where what it asks about is blank -------
@dataclass(frozen=True, slots=True)
class Setting:
    """The value of one of the measure's settings."""

    name: str


@dataclass(frozen=True, slots=True)
class Is:
    column: str
    value: str | Setting
    of: Of = HERE


@dataclass(frozen=True, slots=True)
class NotRecorded:
    """A text or code column is blank."""

    column: str
    of: Of = HERE


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark the engine makes: swallowed, merged, no_end, future_date."""

    mark: str
    of: Of = HERE


@dataclass(frozen=True, slots=True)
class Known:
    moment: MomentOf


@dataclass(frozen=True, slots=True)
class Before:
    """The first is certainly before the second."""

    first: MomentOf
    second: MomentOf


@dataclass(frozen=True, slots=True)
class OnOrBeforeDay:
    """The first's London date is the second's or an earlier one."""

    first: MomentOf
    second: MomentOf


@dataclass(frozen=True, slots=True)
class ByDue:
    """The moment is no later than the row's due time."""

    moment: MomentOf


@dataclass(frozen=True, slots=True)
class Passed:
    """The due time is over."""


@dataclass(frozen=True, slots=True)
class HasDue:
    """The row has a due time."""


@dataclass(frozen=True, slots=True)
class ByDateOnly:
    """The start or the stop is known only by its date."""


@dataclass(frozen=True, slots=True)
class On:
    """A yes/no setting is on."""

    setting: str


@dataclass(frozen=True, slots=True)
class All:
    tests: "tuple[Test, ...]"


@dataclass(frozen=True, slots=True)
class Either:
    tests: "tuple[Test, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    test: "Test"


@dataclass(frozen=True, slots=True)
class Some:
    """Some linked row passes the test."""

    link: Link
    test: "Test"


RowTest: TypeAlias = Is | NotRecorded | Marked | Known | On
TimeTest: TypeAlias = Before | OnOrBeforeDay | ByDue | Passed | HasDue | ByDateOnly
Logic: TypeAlias = All | Either | Not | Some
Test: TypeAlias = RowTest | TimeTest | Logic

ALWAYS = All(())


# ---- text ---------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Words:
    """A text column of the row."""

    column: str


@dataclass(frozen=True, slots=True)
class Least:
    """The alphabetically first text over the linked rows, blanks aside."""

    link: Link
    column: str


TextOf: TypeAlias = Words | Least


# ---- limits: how long, by the name of the setting that says so ------------------
@dataclass(frozen=True, slots=True)
class Hours:
    """Elapsed hours, the last one counted; by date alone, whole days rounded up."""

    setting: str = "hours"


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Working days strictly after the start's date, to the end of the last."""

    setting: str = "working_days"


Limit: TypeAlias = Hours | WorkingDays
