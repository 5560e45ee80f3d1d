"""Claim beside proof, as pages, papers and commands read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from madegood.assurance.explaining import Said, Verdict
from madegood.assurance.signing import Embedding
from madegood.assurance.standing import Assurance, Standing
from madegood.intake.plans import Delivery
from madegood.measures.oddities import OddityKind
from madegood.measures.series import Series
from madegood.plan.views import ActionView, OutcomeView, RecommendationView


@dataclass(frozen=True, slots=True)
class TestView:
    """A test with what it shows. `value` is a fraction for shares; `series` is the
    measure by whole months, None for other kinds. `withdrawn` says who withdrew it and
    why, while it waits for somebody else to agree."""

    id: int
    kind: str
    title: str
    measure_id: str
    baseline: float | None
    target: float | None
    value: float | None
    numerator: int
    denominator: int
    series: Series | None
    because: str
    periods: int
    minimum: int
    withdrawn: str = ""
    withdrawn_by: int = 0


@dataclass(frozen=True, slots=True)
class ActionStanding:
    number: str
    text: str
    delivery: Delivery
    owners: tuple[str, ...]
    standing: Standing
    tests: tuple[TestView, ...]
    detail: ActionView
    embedding: Embedding = field(default_factory=Embedding)

    @property
    def progress(self) -> str:
        return self.detail.progress


@dataclass(frozen=True, slots=True)
class OutcomeStanding:
    number: str
    text: str
    countable: bool
    standing: Standing
    tests: tuple[TestView, ...]
    detail: OutcomeView
    embedding: Embedding = field(default_factory=Embedding)


@dataclass(frozen=True, slots=True)
class RecommendationStanding:
    number: str
    title: str
    title_source: str
    claimed_complete: int
    action_count: int
    standing: Standing
    headline_test: TestView | None
    look_at: str
    actions: tuple[ActionStanding, ...]
    outcomes: tuple[OutcomeStanding, ...]
    detail: RecommendationView


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """`counts` is of actions, by state; `data_to` None where no data was known then."""

    title: str
    inspection_line: str
    as_of: datetime
    data_to: date | None
    adopted_on: date
    tested_from: date | None
    counts: Mapping[Assurance, int]
    claimed_complete: int
    action_count: int
    outcome_count: int
    countable_outcomes: int
    recommendations: tuple[RecommendationStanding, ...]
    short: str = ""
    main: bool = True
    ended_on: date | None = None
    ended_why: str = ""


@dataclass(frozen=True, slots=True)
class SignatureView:
    signed_by: str
    signed_at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """How a part was recorded to stand from a moment on. `borne_out` is false where it is
    recorded as embedded and what was on record by then does not show it."""

    number: str
    state: Assurance
    because: str
    as_of: datetime
    borne_out: bool = True


@dataclass(frozen=True, slots=True)
class ActionPage:
    plan: PlanStanding
    recommendation: RecommendationStanding
    action: ActionStanding
    signatures: tuple[SignatureView, ...]
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class LineOfSight:
    """The six parts of the page, each a list of sentences; measures beside theirs."""

    plan: PlanStanding
    recommendation: RecommendationStanding
    what_was_recommended: tuple[str, ...]
    what_we_did: tuple[str, ...]
    what_we_found: tuple[str, ...]
    what_children_say: tuple[str, ...]
    what_the_numbers_show: tuple[TestView, ...]
    what_we_still_do_not_know: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OddityView:
    """Something odd in a measure's numbers, with every word on it, the oldest first.

    found_on  the day asked about by the run that found it first
    current   whether the newest run still has it
    """

    id: int
    measure_id: str
    title: str
    kind: OddityKind
    since: date
    whose: str
    says: str
    found_on: date | None
    found_at: datetime
    current: bool
    said: tuple[Said, ...]

    @property
    def last_word(self) -> Said | None:
        return self.said[-1] if self.said else None

    @property
    def in_the_way(self) -> bool:
        """Whether it keeps the measure from proving anything now."""
        word = self.last_word
        return self.current and (word is None or word.verdict is not Verdict.ACCEPTED)
