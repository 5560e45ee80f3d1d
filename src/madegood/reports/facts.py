"""What a public paper knows: gathered once, frozen, and all that renderers may read.

Nothing about a child and no person's name is in here: posts only, and every count has
been through the disclosure gate before it becomes a fact.
"""

from dataclasses import dataclass
from datetime import date

from madegood.clock.periods import Period
from madegood.reports.svg import ACCENT

# The rungs in the order a reader climbs them.
RUNGS = ("done", "seen", "said", "moved", "held")


@dataclass(frozen=True, slots=True)
class LineFact:
    """One printed line of a measure; None where held back or nothing fell due."""

    period: Period
    met: int | None
    due: int | None
    value: float | None
    held_back: bool


@dataclass(frozen=True, slots=True)
class MeasureFact:
    """A measure with its published lines and what it means."""

    id: str
    title: str
    sentence: str
    why: str
    source: str
    kept_by: str
    checked_by: str
    definition: str
    unit: str
    good_is: str
    target: float | None
    never_a_target: bool
    balances: tuple[str, ...]
    grain: str
    lines: tuple[LineFact, ...]
    years: tuple[LineFact, ...]

    @property
    def latest_year(self) -> LineFact | None:
        return self.years[-1] if self.years else None

    @property
    def held_back(self) -> int:
        return sum(line.held_back for line in (*self.lines, *self.years))


@dataclass(frozen=True, slots=True)
class MovedDate:
    """A date that was promised, the one it became, and why."""

    action: str
    was: date | None
    now: date
    why: str


@dataclass(frozen=True, slots=True)
class ActionFact:
    """An action as the plan claims it and as it stands."""

    reference: str
    text: str
    owners: tuple[str, ...]
    claim: str
    claimed_complete: bool
    state: str
    rungs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OutcomeFact:
    """What the plan expected to see, and whether it can be tested as written."""

    reference: str
    text: str
    state: str
    rungs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RecommendationFact:
    """A recommendation: what Ofsted said, what we said, and what is shown.

    `rungs` pairs each of RUNGS with reached, empty, fallen or not_asked.
    """

    number: str
    title: str
    said_by_ofsted: str
    claimed_complete: int
    action_count: int
    state: str
    rungs: tuple[tuple[str, str], ...]
    measure: str | None
    actions: tuple[ActionFact, ...]
    outcomes: tuple[OutcomeFact, ...]
    moved: tuple[MovedDate, ...] = ()
    not_yet_known: tuple[str, ...] = ()
    # How many of the outcomes are written so that nothing can test them.
    vague: int = 0


@dataclass(frozen=True, slots=True)
class UnprovedFact:
    """An action said to be complete of which no more is shown than that it was done."""

    recommendation: str
    action: str
    text: str
    done: bool
    missing: tuple[str, ...]
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContraryFact:
    """Two things on record that cannot both be so."""

    between: str
    number: str
    one: str
    one_source: str
    other: str
    other_source: str
    since: date | None


@dataclass(frozen=True, slots=True)
class SaidBeforeFact:
    """Where a recommendation was made before: here, and how often elsewhere."""

    number: str
    title: str
    topics: str
    here: tuple[str, ...]
    authorities: int
    came_back: int
    with_later_list: int


@dataclass(frozen=True, slots=True)
class ChangeFact:
    """A recommendation whose state differs from the last paper's."""

    number: str
    title: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class DefinedAnew:
    """A measure of which this paper and the last were counted by different definitions:
    what changed, in whole sentences."""

    title: str
    says: str


@dataclass(frozen=True, slots=True)
class DataFact:
    """What the numbers were counted from. `loaded_on` None means no data at all."""

    snapshot: str
    loaded_on: date | None
    data_to: date | None
    files: int
    rows: int
    set_aside: int
    warnings: int


@dataclass(frozen=True, slots=True)
class NamedChange:
    """Something done on a day, named in the charts of the measures it should move."""

    on: date
    words: str
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionFact:
    """Something the Board asked, and the answer there was on the day of the paper."""

    number: int
    kind: str
    text: str
    asked_on: date
    to: str
    due: date | None
    answer: str
    answered_on: date | None
    state: str
    late: bool


@dataclass(frozen=True, slots=True)
class ScrutinyFacts:
    """Everything the Scrutiny progress paper says."""

    council: str
    plan_title: str
    inspection: str
    as_of: date
    data: DataFact
    recommendations: tuple[RecommendationFact, ...]
    measures: tuple[MeasureFact, ...]
    # Which recommendation the measures belong to: the one told in full.
    in_full: str
    changes: tuple[NamedChange, ...]
    last_paper: date | None
    changed: tuple[ChangeFact, ...]
    contradictions: tuple[str, ...]
    # Names of the cells held back, so that the next paper holds them back too.
    held_cells: tuple[str, ...] = ()
    # The council's colour on the day, as #rrggbb.
    colour: str = ACCENT
    questions: tuple[QuestionFact, ...] = ()
    questions_not_printed: int = 0
    # None in a paper of before they were gathered, which must be rendered as it was.
    unproved: tuple[UnprovedFact, ...] | None = None
    contrary: tuple[ContraryFact, ...] | None = None
    said_before: tuple[SaidBeforeFact, ...] | None = None
    # The short name of the plan it is about, where that is not the main one.
    plan_short: str = ""
    defined_anew: tuple[DefinedAnew, ...] = ()

    def measure(self, measure_id: str | None) -> MeasureFact | None:
        return next((m for m in self.measures if m.id == measure_id), None)
