"""Boards as other rooms read them: frozen values, no rows of a database."""

from dataclasses import dataclass
from datetime import date, datetime, time

from madegood.governance.frequency import Kept
from madegood.governance.frozen_agenda import Mark


@dataclass(frozen=True, slots=True)
class MemberView:
    """`who` is a post or a name; `holder` whoever holds the post now, or ""."""

    id: int
    who: str
    organisation: str
    holder: str
    is_post: bool
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A meeting moved, or cancelled where `to` is None."""

    was: date
    to: date | None
    why: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class MeetingView:
    """`publish_by` is None where the public does not attend, or the calendar ends."""

    id: int
    board_id: int
    board: str
    public: bool
    day: date
    begins: time | None
    place: str
    state: str
    papers_due: date | None
    publish_by: date | None
    published_at: datetime | None
    short_notice: str
    changes: tuple[ChangeView, ...]

    @property
    def called(self) -> str:
        return f"{self.board}, {self.day:%-d %B %Y}"

    @property
    def state_words(self) -> str:
        return {
            "planned": "no agenda yet",
            "published": "agenda published",
            "past": "not yet recorded",
            "held": "held",
            "cancelled": "cancelled",
        }[self.state]


@dataclass(frozen=True, slots=True)
class LineView:
    """What a board is to be told, how often, and how that stands."""

    id: int
    what: str
    recommendation: str
    often: str
    agreed_on: date
    stands: Kept | None
    turns: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class BoardView:
    """A board with what needs to be seen first: the next meeting, how it keeps to the
    frequency it agreed, and what waits for an answer."""

    id: int
    name: str
    kind: str
    kind_words: str
    purpose: str
    chair: str
    often: str
    every: int | None
    unit: str
    skips: tuple[int, ...]
    public: bool
    quorum: int | None
    papers_days: int
    agreed_on: date | None
    ended_on: date | None
    ended_why: str
    next: MeetingView | None
    last: MeetingView | None
    stands: Kept | None
    turns: tuple[Kept, ...]
    waiting: int
    overdue: int

    @property
    def only_named(self) -> bool:
        """Nobody has said yet what it is for, who chairs it and how often it meets."""
        return self.agreed_on is None


@dataclass(frozen=True, slots=True)
class AnswerView:
    """`accepted` None: the board has not looked at it yet."""

    id: int
    text: str
    by_post: str
    by: str
    answered_on: date
    accepted: bool | None
    settled_on: date | None
    why: str
    withdrawn_at: datetime | None
    withdrawn_by: str
    withdrawn_why: str


@dataclass(frozen=True, slots=True)
class ReopenedView:
    """That it was opened again, and how it had been closed."""

    closed_on: date
    closed_why: str
    reopened_on: date
    why: str
    by: str


@dataclass(frozen=True, slots=True)
class LinkView:
    """An action of the plan and what the board's matter did to it."""

    number: str
    text: str
    how: str
    words: str
    linked_at: datetime


@dataclass(frozen=True, slots=True)
class MatterView:
    """A question, challenge, decision or recommendation with all that came of it."""

    id: int
    board_id: int
    board: str
    public: bool
    kind: str
    kind_words: str
    text: str
    asked_by: str
    asked_on: date
    meeting_id: int | None
    to: str
    due: date | None
    state: str
    state_words: str
    overdue: bool
    received_on: date | None
    notice_on: date | None
    closed_on: date | None
    closed_why: str
    fit_on: date | None
    answers: tuple[AnswerView, ...]
    links: tuple[LinkView, ...]
    reopenings: tuple[ReopenedView, ...]

    @property
    def standing_answers(self) -> tuple[AnswerView, ...]:
        """Those that were not withdrawn."""
        return tuple(a for a in self.answers if a.withdrawn_at is None)

    @property
    def called(self) -> str:
        return f"{self.kind_words.removesuffix(' of the board')} {self.id}"

    @property
    def waiting_answer(self) -> AnswerView | None:
        return next((a for a in self.standing_answers if a.accepted is None), None)


@dataclass(frozen=True, slots=True)
class ItemView:
    """`starts` is when it should begin, where the meeting's time and the times before
    it are given; `mark` what happened to it since the agenda was published."""

    id: int
    number: int
    order: int
    kind: str
    kind_words: str
    title: str
    brought_by: str
    minutes: int | None
    starts: time | None
    line: str
    line_id: int | None
    recommendation: str
    paper: int | None
    paper_title: str
    link: str
    private_why: str
    mark: Mark | None
    gone: bool
    minute: str
    matters: tuple[MatterView, ...]


@dataclass(frozen=True, slots=True)
class AttendedView:
    member_id: int
    who: str
    organisation: str
    how: str
    how_words: str
    deputy: str


@dataclass(frozen=True, slots=True)
class MeetingPage:
    meeting: MeetingView
    board: BoardView
    items: tuple[ItemView, ...]
    arising: tuple[MatterView, ...]
    other_matters: tuple[MatterView, ...]
    attended: tuple[AttendedView, ...]
    there: int
    quorate: bool | None


@dataclass(frozen=True, slots=True)
class BoardPage:
    board: BoardView
    members: tuple[MemberView, ...]
    former: tuple[MemberView, ...]
    lines: tuple[LineView, ...]
    coming: tuple[MeetingView, ...]
    past: tuple[MeetingView, ...]
    open: tuple[MatterView, ...]
    closed: tuple[MatterView, ...]
