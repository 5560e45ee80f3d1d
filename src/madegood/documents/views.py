"""Documents as other rooms read them: frozen values, no rows of a database."""

from dataclasses import dataclass
from datetime import date, datetime

from madegood.documents.path import PATH_WORDS, Blocker, PathState, StepState
from madegood.documents.reach import Reach
from madegood.plan.file_views import FileView


@dataclass(frozen=True, slots=True)
class BodyView:
    """A board or a partner. `key` is what it is chosen by: "board:7" or "body:4"."""

    id: int
    name: str
    kind: str
    key: str

    @property
    def is_board(self) -> bool:
        return self.key.startswith("board:")


@dataclass(frozen=True, slots=True)
class StepView:
    """A step; `now` is the one that is to be decided now. `key` names its approver:
    "post:12", "board:7" or "body:4"."""

    id: int
    key: str
    approver: str
    due: date | None
    state: StepState
    why: str
    known_by: str
    decided_on: date | None
    decided_by: str
    now: bool

    @property
    def is_post(self) -> bool:
        return self.key.startswith("post:")


@dataclass(frozen=True, slots=True)
class VersionView:
    id: int
    number: int
    link: str
    file: FileView | None
    what_changed: str
    asks_again: bool
    submitted_at: datetime
    submitted_by: str
    submitter: int
    steps: tuple[StepView, ...]
    state: PathState


@dataclass(frozen=True, slots=True)
class TellingView:
    id: int
    who: str
    kind: str
    version: int
    how: str
    told_on: date
    told_by: str
    acknowledged_on: date | None
    acknowledged_by: str
    note: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document as it stands on a day.

    approved  the number of the newest version that everybody has approved
    days_over how many days ago it should have been looked at again; 0 where it need
              not have been yet
    """

    id: int
    kind: str
    kind_words: str
    title: str
    owner: str
    holder: str
    partners: tuple[BodyView, ...]
    actions: tuple[str, ...]
    recommendations: tuple[str, ...]
    review_by: date
    days_over: int
    retired_on: date | None
    retired_why: str
    recorded_at: datetime
    recorded_by: str
    versions: tuple[VersionView, ...]
    tellings: tuple[TellingView, ...]
    state: PathState
    blocker: Blocker | None
    approved: int | None
    reach: Reach

    @property
    def newest(self) -> VersionView | None:
        return self.versions[-1] if self.versions else None

    @property
    def newest_steps(self) -> tuple[StepView, ...]:
        return self.newest.steps if self.newest else ()

    @property
    def sent_back(self) -> str:
        """Who sent the newest version back, and why; "" where nobody did."""
        for step in self.newest.steps if self.newest and not self.retired_on else ():
            if step.state is StepState.SENT_BACK:
                return f"{step.approver}: {step.why}"
        return ""

    @property
    def state_words(self) -> str:
        return "retired" if self.retired_on else PATH_WORDS[self.state]

    @property
    def review_overdue(self) -> bool:
        return self.days_over > 0 and self.retired_on is None
