"""An inspection as other rooms read it: frozen values, no rows of a database."""

from dataclasses import dataclass
from datetime import date

from madegood.plan.inspection_duties import Duty
from madegood.plan.inspection_kinds import KIND_WORDS, Kind


@dataclass(frozen=True, slots=True)
class AskedView:
    """One line of the report's list, with the parts of plans that answer it."""

    number: str
    text: str
    answered_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InspectionView:
    """`plan` is the short name of the plan that answers it, "" where none does yet.

    not_asked  recommendations of that plan which the report's list has nothing like
    """

    id: int
    kind: Kind
    title: str
    authority: str
    started: date | None
    ended: date | None
    received: date | None
    published: date | None
    judgements: dict[str, str]
    priority_action: bool
    statement_asked: bool
    report_published_on: date | None
    draft_sent_on: date | None
    statement_published_on: date | None
    plan: str
    recommendations: tuple[AskedView, ...]
    not_asked: tuple[AskedView, ...]
    duties: tuple[Duty, ...]

    @property
    def name(self) -> str:
        words = self.title or KIND_WORDS[self.kind]
        return f"{words[0].upper()}{words[1:]}"

    @property
    def unanswered(self) -> int:
        """How many of the report's lines the plan has nothing for."""
        if not self.plan:
            return 0
        return sum(not line.answered_by for line in self.recommendations)
