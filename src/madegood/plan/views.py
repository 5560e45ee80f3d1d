"""The plan as other rooms read it: frozen values, no rows of a database."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from madegood.intake.plans import Countability, Delivery
from madegood.plan.file_views import FileView
from madegood.plan.progress import claims_complete


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where words stand in the document that was read in."""

    file: str
    first_line: int
    last_line: int
    text: str
    place: str = ""
    cells: tuple[tuple[str, str], ...] = ()

    @property
    def where(self) -> str:
        """'sheet “Plan”, row 5', or 'lines 4 to 6' of what has lines."""
        if self.place:
            return self.place
        if self.first_line == self.last_line:
            return f"line {self.first_line}"
        return f"lines {self.first_line} to {self.last_line}"


@dataclass(frozen=True, slots=True)
class OwnerView:
    """A post and whoever holds it on the day asked about ("" where nobody is named)."""

    post: str
    holder: str
    accountable: bool
    post_id: int = 0


@dataclass(frozen=True, slots=True)
class ClaimView:
    delivery: Delivery
    words: str
    said_on: date
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class MoveView:
    was: date | None
    to: date
    agreed_by: str
    why: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """`rung` is done, seen, said, moved or held. `words` are families' own, and must be
    shown to those who must act and to nobody else. `current` is false once a newer
    version stands in its place."""

    id: int
    rung: str
    title: str
    link: str
    sha256: str
    looked_at: int | None
    good: int | None
    happened_on: date
    review_by: date
    recorded_at: datetime
    recorded_by: str
    checked_by: str
    recorder: int = 0
    words: str = ""
    file: FileView | None = None
    version: int = 1
    replaces: int | None = None
    current: bool = True

    def stale_from(self, on: date) -> date | None:
        """The first day on which it no longer counted; None while it does."""
        after = self.review_by + timedelta(days=1)
        return after if after <= on else None


@dataclass(frozen=True, slots=True)
class ActionView:
    id: int
    number: str
    text: str
    delivery: Delivery
    progress: str
    owner_views: tuple[OwnerView, ...]
    original_due: date | None
    due: date | None
    moves: tuple[MoveView, ...]
    claims: tuple[ClaimView, ...]
    evidence: tuple[EvidenceView, ...]
    commitments: tuple[str, ...]
    refers_to: tuple[str, ...]
    source: SourceView | None
    left_out_on: date | None = None
    left_out_why: str = ""

    @property
    def owners(self) -> tuple[str, ...]:
        return tuple(owner.post for owner in self.owner_views)

    @property
    def claimed_complete(self) -> bool:
        return claims_complete(self.delivery)

    @property
    def nothing_attached(self) -> bool:
        """Said to be complete, as a plan that was read in may say, with nothing that
        anybody could look at."""
        return self.claimed_complete and not self.evidence


@dataclass(frozen=True, slots=True)
class DecidedView:
    """What a person decided of an outcome, otherwise than its reader."""

    countability: Countability
    why: str
    decided_by: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """`read_as` is what the reader took it for, `because` of its words; `countability`
    is that, or what a person decided since."""

    id: int
    number: str
    text: str
    countability: Countability
    because: str
    read_as: Countability
    decided: DecidedView | None
    retired_on: date | None
    retired_why: str
    evidence: tuple[EvidenceView, ...]
    source: SourceView | None
    left_out_on: date | None = None
    left_out_why: str = ""

    @property
    def countable(self) -> bool:
        return self.countability is Countability.COUNTABLE


@dataclass(frozen=True, slots=True)
class FindingView:
    kind: str
    where: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class RecommendationView:
    id: int
    number: str
    title: str
    title_source: str
    in_report: str
    actions: tuple[ActionView, ...]
    outcomes: tuple[OutcomeView, ...]
    left_out_on: date | None = None
    left_out_why: str = ""

    @property
    def claimed_complete(self) -> int:
        return sum(action.claimed_complete for action in self.actions)


@dataclass(frozen=True, slots=True)
class PlanView:
    id: int
    title: str
    authority: str
    framework: str
    inspected_from: date | None
    inspected_to: date | None
    published: date | None
    judgements: dict[str, str]
    adopted_on: date
    tested_from: date | None
    recommendations: tuple[RecommendationView, ...]
    findings: tuple[FindingView, ...]
    short: str = ""
    main: bool = True
    ended_on: date | None = None
    ended_why: str = ""


@dataclass(frozen=True, slots=True)
class DraftRowView:
    """`read` is what the document said; `now` is with a person's changes."""

    id: int
    kind: str
    recommendation: str
    number: str
    read: dict[str, object]
    now: dict[str, object]
    source: SourceView | None
    decision: str
    decided_by: str
    decided_at: datetime | None
    in_one_act: bool
    differs: str = ""
    differences: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DraftView:
    id: int
    title: str
    started_at: datetime
    started_by: str
    confirmed_at: datetime | None
    decided: int
    total: int
    findings: tuple[FindingView, ...]
    rows: tuple[DraftRowView, ...]
    into: str = ""
