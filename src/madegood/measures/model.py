"""What a measure is: a kind, in a closed vocabulary, with its reasons and keepers.

A measure is a value: which rows it judges, where its clock starts, when it falls due,
where it stops, and an ordered list of rules that gives each row a state and a reason.
The engines, the wording and the manual all interpret the same value, and each ends
with `assert_never`, so that a new kind cannot exist until all of them can say it.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from madegood.measures.states import State
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
    data is still seen in some month.
    """

    rows: Rows
    start: MomentOf
    rules: tuple[Rule, ...]
    flags: tuple[tuple[str, Test], ...] = ()
    counted_from: MomentOf | None = None
    provider: TextOf = OWN_PROVIDER


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
