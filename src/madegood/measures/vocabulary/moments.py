"""Moments and texts of a row: each is there, or blank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from madegood.measures.vocabulary.rows import HERE, Link, Of

if TYPE_CHECKING:
    from madegood.measures.vocabulary.limits import Limit
    from madegood.measures.vocabulary.tests import Test


@dataclass(frozen=True, slots=True)
class At:
    """A moment or date column. `child.NAME` reads the child's own row; there,
    `child.adult_on` is the eighteenth birthday."""

    column: str
    of: Of = HERE


@dataclass(frozen=True, slots=True)
class FirstOf:
    """The first of several moments that is recorded."""

    moments: tuple[MomentOf, ...]


@dataclass(frozen=True, slots=True)
class OnlyIf:
    """A moment where a test holds, and blank where it does not."""

    moment: MomentOf
    test: Test


@dataclass(frozen=True, slots=True)
class Earliest:
    """The earliest of a moment over the linked rows that pass a test."""

    link: Link
    column: str
    where: Test


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest of a moment over the linked rows that pass a test."""

    link: Link
    column: str
    where: Test


@dataclass(frozen=True, slots=True)
class LastOf:
    """The last of several moments, once every one of them is recorded."""

    moments: tuple[MomentOf, ...]


@dataclass(frozen=True, slots=True)
class After:
    """The last day of a limit that starts at a moment: a whole day. Not in a link."""

    moment: MomentOf
    limit: Limit


@dataclass(frozen=True, slots=True)
class SetDay:
    """The day that a setting names; blank where it names none."""

    setting: str


@dataclass(frozen=True, slots=True)
class AsOf:
    """The moment the question is asked as of."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where this row's clock starts."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where this row's clock stops."""


MomentOf: TypeAlias = (
    At
    | FirstOf
    | OnlyIf
    | Earliest
    | Latest
    | LastOf
    | After
    | SetDay
    | AsOf
    | Start
    | Stop
)


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
