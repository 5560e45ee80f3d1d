"""The closed vocabulary in which every measure is written.

A measure is a value: which rows it judges, where its clock starts, when it falls due,
where it stops, and an ordered list of rules that gives each row a state and a reason.
The engines, the wording and the manual all interpret the same value, and each ends
with `assert_never`, so that a new kind cannot exist until all of them can say it.

Moments are intervals of seconds: one known to the second is a point, one known only
by its date is the whole London day. So "before" means certainly before.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from madegood.measures.states import State

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


# ---- kinds of measure -----------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Rule:
    """Rows that pass `when`, and passed no earlier rule, are in this state."""

    state: State
    reason: str
    when: Test = ALWAYS


@dataclass(frozen=True, slots=True)
class Judged:
    """What every kind has: rows, a start, ordered rules, flags, a place to count.

    `counted_from` dates a row whose clock has not started, so that a row with bad
    data is still seen in some month.
    """

    rows: Rows
    start: MomentOf
    rules: tuple[Rule, ...]
    flags: tuple[tuple[str, Test], ...] = ()
    counted_from: MomentOf | None = None
    provider: TextOf = Words("provider")


@dataclass(frozen=True, slots=True)
class Clock(Judged):
    """The share whose stop came within a limit of the start."""

    stop: MomentOf = field(kw_only=True)
    within: Limit = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Share(Judged):
    """The share of which something is true, asked once `matures` has run."""

    stop: MomentOf = field(kw_only=True)
    matures: Limit | None = field(kw_only=True, default=None)


@dataclass(frozen=True, slots=True)
class Count(Judged):
    """How many rows there are."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """How many children have `starts` counted rows within `days` days, both end days
    counted. One row for each child."""

    of: Count
    starts: str = "starts"
    days: str = "days"


@dataclass(frozen=True, slots=True)
class Exposure:
    """Spans of nights: from the start date up to, not with, the end date; open spans
    run to the day asked about, and one span gives way to the child's next."""

    rows: Rows
    start: str
    end: str
    where: Test


@dataclass(frozen=True, slots=True)
class Rate:
    """Counted rows for each hundred nights of exposure."""

    of: Count
    exposure: Exposure


Kind: TypeAlias = Clock | Share | Count | Repeat | Rate


# ---- a measure ------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class SettingSpec:
    """A local choice: its default, what it may be, and who says so."""

    name: str
    default: int | bool
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Post:
    """A post that keeps a measure true, not a person's name."""

    title: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """What the measure says in words.

    sentence    of what, the share or number of what; `{hours}` and the like are
                filled from the settings
    started     the start, as the beginning of a sentence: "Returned"
    stopped     the stop, as a clause: "the interview was held"
    """

    sentence: str
    started: str
    stopped: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of the library: what it counts, why, and who keeps it true."""

    id: str
    title: str
    why: str
    source: str
    kind: Kind
    phrases: Phrases
    needs: tuple[str, ...]
    owner: Post
    checked_by: Post
    review_by: date
    good_is: Literal["high", "low", "neither"]
    recommendation_theme: str
    settings: tuple[SettingSpec, ...] = ()
    balances: tuple[str, ...] = ()
    never_a_target: bool = False

    def __post_init__(self) -> None:
        if self.owner == self.checked_by:
            raise ValueError(f"{self.id}: owner and checker must be different posts")

    @property
    def unit(self) -> Literal["share", "count", "rate"]:
        if isinstance(self.kind, Clock | Share):
            return "share"
        return "rate" if isinstance(self.kind, Rate) else "count"

    @property
    def definition(self) -> str:
        """Changes when what is counted changes, and only then."""
        defaults = {spec.name: spec.default for spec in self.settings}
        return fingerprint(self, defaults)


def fingerprint(measure: Measure, settings: Mapping[str, int | bool]) -> str:
    """Twelve characters that stand for a definition with its settings."""
    said = f"{measure.id}|{measure.kind!r}|{sorted(settings.items())!r}"
    return hashlib.sha256(said.encode()).hexdigest()[:12]
