"""What a measure is: a kind, in a closed vocabulary, with its reasons and keepers.

A measure is a value: which rows it judges, where its clock starts, when it falls due,
where it stops, and an ordered list of rules that gives each row a state and a reason.
The engines, the wording and the manual all interpret the same value, and each ends
with `assert_never`, so that a new kind cannot exist until all of them can say it.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date
from typing import Literal, TypeAlias, assert_never

from madegood.measures.states import State, Unit
from madegood.measures.vocabulary import (
    ALWAYS,
    Limit,
    MomentOf,
    Rows,
    Test,
    TextOf,
    Words,
)

OWN_PROVIDER = Words("provider")


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
    data is still seen in some month. `adds` is a number column that a counted row
    brings instead of one.
    """

    rows: Rows
    start: MomentOf
    rules: tuple[Rule, ...]
    flags: tuple[tuple[str, Test], ...] = ()
    counted_from: MomentOf | None = None
    provider: TextOf = OWN_PROVIDER
    adds: str | None = field(default=None, kw_only=True)


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
class Median:
    """How long it takes from start to stop, in the middle case. A row that is met has
    its stop; one that is overdue, pending or censored had none by its `until` (else by
    the day asked about), and counts as at least that long (Kaplan and Meier)."""

    of: Share
    unit: Literal["days", "weeks"] = "days"


@dataclass(frozen=True, slots=True)
class Gap:
    """The share of the rows with one flag less the share of those with another, in
    percentage points."""

    of: Share
    more: str
    less: str


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
    run to the day asked about, and one span gives way to the child's next. No span
    outlasts any of the moments `until`: no adult and nobody who died is in care."""

    rows: Rows
    start: str
    end: str
    where: Test
    until: tuple[str, ...] = ("child.adult_on", "child.died_on")


@dataclass(frozen=True, slots=True)
class Rate:
    """Counted rows for each hundred nights of exposure."""

    of: Count
    exposure: Exposure


Kind: TypeAlias = Clock | Share | Count | Repeat | Rate | Median | Gap


def judged_of(kind: Kind) -> Clock | Share | Count:
    """What judges the rows of a measure of any kind."""
    return kind if isinstance(kind, Clock | Share | Count) else kind.of


# ---- a measure ------------------------------------------------------------------
# A whole number, a yes or no, or a day as ISO text, of which '' is none.
Choice: TypeAlias = int | bool | str


@dataclass(frozen=True, slots=True)
class SettingSpec:
    """A local choice: its default, what it may be, and who says so."""

    name: str
    default: Choice
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
    """A measure of the library: what it counts, why, and who keeps it true.

    standing  it tells how things stand on a day, such as a backlog, and not what came
              about in a period: asked of a month, it is asked of the month's last day
    """

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
    standing: bool = False

    def __post_init__(self) -> None:
        if self.owner == self.checked_by:
            raise ValueError(f"{self.id}: owner and checker must be different posts")

    @property
    def unit(self) -> Unit:
        match self.kind:
            case Clock() | Share():
                return "share"
            case Rate():
                return "rate"
            case Median():
                return self.kind.unit
            case Gap():
                return "gap"
            case Count() | Repeat():
                return "count"
            case _:
                assert_never(self.kind)

    @property
    def definition(self) -> str:
        """Changes when what is counted changes, and only then."""
        defaults = {spec.name: spec.default for spec in self.settings}
        return fingerprint(self, defaults)


def fingerprint(measure: Measure, settings: Mapping[str, Choice]) -> str:
    """Twelve characters that stand for a definition with its settings."""
    said = f"{measure.id}|{_spelled(measure.kind)}|{sorted(settings.items())!r}"
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def _spelled(node: object) -> str:
    """A node of a definition without what it leaves at its default: a word that the
    vocabulary gains changes only the measures that use it."""
    if isinstance(node, tuple):
        return f"({', '.join(map(_spelled, node))})"
    if is_dataclass(node):
        given = (
            f"{one.name}={_spelled(getattr(node, one.name))}"
            for one in fields(node)
            if one.default is MISSING or getattr(node, one.name) != one.default
        )
        return f"{type(node).__name__}({', '.join(given)})"
    return repr(node)
