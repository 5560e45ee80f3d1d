"""Tests: each is yes or no, and no where what it asks about is blank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from madegood.measures.vocabulary.rows import HERE, Link, Of

if TYPE_CHECKING:
    from madegood.measures.vocabulary.limits import Days, Hours, Months
    from madegood.measures.vocabulary.moments import MomentOf


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
class OneOf:
    """A text or code column is one of these."""

    column: str
    values: tuple[str, ...]
    of: Of = HERE


# A year, month and day as the extract or a workbook writes them, or as people do.
A_DAY: Final = (
    r"([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])([ T]00:00(:00)?)?"
    r"|(0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|1[0-2])/[0-9]{4})"
)


@dataclass(frozen=True, slots=True)
class SaysDay:
    """What a text column says is a day (`A_DAY`), not a word such as `ongoing`."""

    column: str
    of: Of = HERE


@dataclass(frozen=True, slots=True)
class AtLeast:
    """A number column is recorded, and is this or more."""

    column: str
    number: int | Setting
    of: Of = HERE


@dataclass(frozen=True, slots=True)
class MoreThan:
    """A number column is recorded, and is more than this."""

    column: str
    number: int | Setting
    of: Of = HERE


@dataclass(frozen=True, slots=True)
class Same:
    """A text column of this row is recorded, and is that of the linked row."""

    here: str
    there: str


@dataclass(frozen=True, slots=True)
class NotRecorded:
    """A text or code column is blank."""

    column: str
    of: Of = HERE


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark the engine makes: swallowed, merged, no_end, future_date, later_NAME."""

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
class WithinLast:
    """The first is on the day of the second or before it, and after that day less the
    limit: in the 12 months, or the 90 days, that end with it."""

    first: MomentOf
    second: MomentOf
    limit: Days | Months


@dataclass(frozen=True, slots=True)
class Longer:
    """The second is more elapsed hours after the first than the limit; where either is
    known by its date alone, a later day than the whole days which they make."""

    first: MomentOf
    second: MomentOf
    limit: Hours


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
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Either:
    tests: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Not:
    test: Test


@dataclass(frozen=True, slots=True)
class Some:
    """Some linked row passes the test."""

    link: Link
    test: Test


@dataclass(frozen=True, slots=True)
class Many:
    """More linked rows than this pass the test."""

    link: Link
    test: Test
    more_than: int | Setting


RowTest: TypeAlias = (
    Is | OneOf | SaysDay | AtLeast | MoreThan | Same | NotRecorded | Marked | Known | On
)
TimeTest: TypeAlias = (
    Before | OnOrBeforeDay | WithinLast | Longer | ByDue | Passed | HasDue | ByDateOnly
)
Logic: TypeAlias = All | Either | Not | Some | Many
Test: TypeAlias = RowTest | TimeTest | Logic

ALWAYS = All(())
