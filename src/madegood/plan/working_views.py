"""What is going on with an action, as pages read it."""

from dataclasses import dataclass
from datetime import date, datetime

from madegood.plan.cycles import Every, PeriodState, PeriodView, Term
from madegood.plan.lateness import Lateness
from madegood.plan.progress import Delivery
from madegood.plan.views import MoveView


@dataclass(frozen=True, slots=True)
class MilestoneView:
    """`state` is open, done or left; `said_on` the day of that, None while open."""

    id: int
    title: str
    original_due: date
    due: date
    moves: tuple[MoveView, ...]
    state: str
    said_on: date | None
    said_by: str
    words: str
    lateness: Lateness

    @property
    def open(self) -> bool:
        return self.state == "open"


@dataclass(frozen=True, slots=True)
class UpdateView:
    id: int
    on: date
    words: str
    by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class CostView:
    pence: int
    note: str
    by: str
    recorded_at: datetime

    @property
    def pounds(self) -> str:
        """£12,000, or £12,000.50 where there are pence."""
        whole, rest = divmod(self.pence, 100)
        return f"£{whole:,}.{rest:02d}" if rest else f"£{whole:,}"


@dataclass(frozen=True, slots=True)
class NeedView:
    """Another action: one that this one needs, or one that needs it."""

    id: int
    number: str
    text: str
    why: str
    delivery: Delivery
    due: date | None
    complete: bool
    lateness: Lateness


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """`changes_from` is the first day on which it could come round otherwise."""

    id: int
    words: str
    read_as: str
    terms: tuple[Term, ...]
    periods: tuple[PeriodView, ...]
    ended_on: date | None
    ended_why: str
    changes_from: date | None

    @property
    def set_aside(self) -> bool:
        return not self.terms

    @property
    def every(self) -> Every:
        return self.terms[-1].every

    @property
    def running(self) -> bool:
        return bool(self.terms) and self.ended_on is None

    def count(self, state: PeriodState) -> int:
        return sum(period.state == state for period in self.periods)

    @property
    def missed(self) -> tuple[PeriodView, ...]:
        return tuple(p for p in self.periods if p.state is PeriodState.MISSED)

    @property
    def awaited(self) -> tuple[PeriodView, ...]:
        """Periods without a report, the oldest first."""
        return tuple(period for period in self.periods if period.report is None)


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A promise read in the plan's words that nobody has decided on yet."""

    read_as: str
    every: Every
    words: str


@dataclass(frozen=True, slots=True)
class WorkingView:
    lateness: Lateness
    milestones: tuple[MilestoneView, ...]
    updates: tuple[UpdateView, ...]
    estimate: CostView | None
    actual: CostView | None
    needs: tuple[NeedView, ...]
    needed_by: tuple[NeedView, ...]
    commitments: tuple[CommitmentView, ...]
    promises: tuple[PromiseView, ...]

    @property
    def blocked_by(self) -> tuple[NeedView, ...]:
        """What it needs that is late, or has no date to be late against."""
        return tuple(need for need in self.needs if need.lateness.late)

    @property
    def missed(self) -> int:
        return sum(len(each.missed) for each in self.commitments)
