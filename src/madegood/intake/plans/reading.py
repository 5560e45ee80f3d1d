"""What a plan document was read to say. Every part keeps where it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True)
class Source:
    """Where words stand in a file. Lines count from 1; the text is as printed there.

    place  where a person finds them in a document that has no lines: "table 2, row 3",
           "page 4"; "" where the lines say it
    cells  of a table's row: each column's name and what stands under it, in the
           document's order and words
    """

    file: str
    first_line: int
    last_line: int
    text: str
    place: str = ""
    cells: tuple[tuple[str, str], ...] = ()


class Delivery(StrEnum):
    """How far the plan says an action has got. It is a claim, never a proof."""

    COMPLETE = "complete"
    COMPLETE_MONITORED = "complete_monitored"
    NEARLY_COMPLETE = "nearly_complete"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    UNKNOWN = "unknown"


class Countability(StrEnum):
    """How far a number could settle an outcome as it is written."""

    COUNTABLE = "countable"
    PARTLY = "partly"
    NOT = "not"


@dataclass(frozen=True)
class PlanFinding:
    """Something the reader could not tell, or a person should know before import.

    `where` is "plan", "report", a recommendation ("6"), an action ("4.3"), an outcome
    ("3.c") or lines of a file.
    """

    kind: str
    where: str
    message: str
    remedy: str


@dataclass(frozen=True)
class Commitment:
    """A promise inside other words: something done every so often, or by some time.

    Exactly one of `every` ("month", "2 months") and `due` ("summer 2021") is given.
    `conditional` marks a promise that the plan only says may be made.
    """

    text: str
    every: str | None = None
    due: str | None = None
    conditional: bool = False


@dataclass(frozen=True)
class Action:
    """One thing the authority said it would do. `row` is the table row it stood in,
    and `ref` the plan's own number for it, so that two actions written in one row can be told from two rows."""

    number: str
    text: str
    owners: tuple[str, ...]
    progress: str
    delivery: Delivery
    because: str
    row: int
    source: Source
    sources: Mapping[str, Source]
    ref: str = ""
    start: str = ""
    due: str = ""
    evidence: str = ""
    commitments: tuple[Commitment, ...] = ()
    dates: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What should be different for children. Countable when a number could settle it."""

    number: str
    text: str
    countability: Countability
    because: str
    source: Source
    commitments: tuple[Commitment, ...] = ()

    @property
    def countable(self) -> bool:
        return self.countability is Countability.COUNTABLE


@dataclass(frozen=True)
class Recommendation:
    """`title_source` is "plan", "report", or None when neither gives a title."""

    number: str
    title: str | None
    title_source: str | None
    source: Source | None
    actions: tuple[Action, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    rows: int = 0


@dataclass(frozen=True)
class Improvement:
    """One line of an inspection report's list of what needs to improve."""

    number: str
    text: str
    source: Source


@dataclass(frozen=True)
class Inspection:
    """What an inspection report says of itself. Dates are ISO text, or None when the
    report does not give them."""

    authority: str | None = None
    kind: str | None = None
    inspected_from: str | None = None
    inspected_to: str | None = None
    published: str | None = None
    judgements: Mapping[str, str] = field(default_factory=dict)
    recommendations: tuple[Improvement, ...] = ()
    priority_action: bool = False
    file: str | None = None
    findings: tuple[PlanFinding, ...] = ()


@dataclass(frozen=True)
class PlanReading:
    """A whole plan as read. `preamble` is what stands before the recommendations."""

    inspection: Inspection
    recommendations: tuple[Recommendation, ...]
    findings: tuple[PlanFinding, ...]
    preamble: Source | None = None
    files: tuple[str, ...] = ()

    @property
    def actions(self) -> tuple[Action, ...]:
        return tuple(a for r in self.recommendations for a in r.actions)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        return tuple(o for r in self.recommendations for o in r.outcomes)

    @property
    def rows(self) -> int:
        """Rows of the plan's tables, before any was read as two actions."""
        return sum(r.rows for r in self.recommendations)


class Unreadable(Exception):
    """A document that cannot be read. Its message names the file, what was looked for,
    what was found, and what to do."""
