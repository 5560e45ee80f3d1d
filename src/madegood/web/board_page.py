"""What the page of one board, and of one meeting, shows; with the forms for those who
may use them. A form that was sent and is at fault stands in place of its empty one."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from django.forms import Form

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.clock.today import today
from madegood.comments.queries import counted
from madegood.documents.queries import documents_before
from madegood.documents.views import DocumentView
from madegood.governance import queries
from madegood.governance.frequency import Kept, Turn
from madegood.governance.views import BoardPage, BoardView, MeetingPage
from madegood.web.boarding import (
    Choices,
    council,
    paper_choices,
    people_choices,
    recommendation_choices,
)
from madegood.web.forms.board import LineForm, MemberForm, WhyForm
from madegood.web.forms.matter import MatterForm
from madegood.web.forms.meeting import (
    AttendanceForm,
    DayForm,
    ItemForm,
    MoveForm,
    PublishForm,
    RuleForm,
)
from madegood.web.words import count_of, day

if TYPE_CHECKING:
    from madegood.accounts.models import User


class Forms:
    """Forms by their prefix; `put` sets the faulty one in its place."""

    def __init__(self) -> None:
        self._put: dict[str, Form] = {}

    def put(self, form: Form) -> None:
        self._put[form.prefix or ""] = form

    def of(self, form: Form) -> Form:
        return self._put.get(form.prefix or "", form)


@dataclass
class OneBoard:
    whole: BoardPage
    person: "User"
    forms: Forms = field(default_factory=Forms)

    @property
    def board(self) -> BoardView:
        return self.whole.board

    def put(self, form: Form) -> None:
        self.forms.put(form)

    @property
    def keeps(self) -> bool:
        return may(self.person, Permission.BOARDS_KEEP) and self.board.ended_on is None

    @property
    def asks(self) -> bool:
        return may(self.person, Permission.BOARDS_ASK) and self.board.ended_on is None

    @cached_property
    def documents(self) -> list[DocumentView]:
        """What waits for the board's approval, for those who may see documents."""
        if not may(self.person, Permission.DOCUMENTS_VIEW):
            return []
        return documents_before(self.board.id)

    @cached_property
    def people(self) -> list[tuple[str, str]]:
        return people_choices()

    @cached_property
    def numbers(self) -> Choices:
        return recommendation_choices()

    @property
    def council(self) -> str:
        return council()

    @property
    def member_form(self) -> Form:
        return self.forms.of(MemberForm(self.people, self.council))

    @property
    def line_form(self) -> Form:
        return self.forms.of(LineForm(self.numbers))

    @property
    def day_form(self) -> Form:
        return self.forms.of(DayForm())

    @property
    def rule_form(self) -> Form:
        return self.forms.of(RuleForm(self.board))

    @property
    def end_form(self) -> Form:
        return self.forms.of(WhyForm(prefix="end"))

    def end_line_form(self, line_id: int) -> Form:
        return self.forms.of(WhyForm(prefix=f"line{line_id}"))


def one_board(board_id: int, person: "User") -> OneBoard:
    """Raises NoSuchBoard."""
    return OneBoard(queries.board_page(board_id, person), person)


@dataclass
class OneMeeting:
    whole: MeetingPage
    person: "User"
    forms: Forms = field(default_factory=Forms)

    def put(self, form: Form) -> None:
        self.forms.put(form)

    @property
    def keeps(self) -> bool:
        return may(self.person, Permission.BOARDS_KEEP)

    @property
    def state(self) -> str:
        return self.whole.meeting.state

    @property
    def to_come(self) -> bool:
        return self.state in ("planned", "published")

    @property
    def open(self) -> bool:
        """Whether its agenda and its day can still change."""
        return self.keeps and self.state in ("planned", "published", "past")

    @property
    def recordable(self) -> bool:
        """From the day itself on: minutes are written in the room."""
        if not self.keeps or self.state == "cancelled":
            return False
        return self.whole.meeting.day <= today()

    @cached_property
    def lines(self) -> list[tuple[str, str]]:
        found = queries.board_page(self.whole.board.id, self.person).lines
        return [(f"{each.id}", f"{each.what} ({each.often})") for each in found]

    @cached_property
    def numbers(self) -> Choices:
        return recommendation_choices()

    @cached_property
    def papers(self) -> list[tuple[str, str]]:
        return paper_choices()

    @cached_property
    def item_comments(self) -> dict[int, int]:
        """How many comments each item has; none of one left out."""
        found = counted("item", [each.id for each in self.whole.items])
        return {each.id: found.get(each.id, 0) for each in self.whole.items}

    @property
    def items(self) -> list[tuple[str, str]]:
        return [(f"{i.id}", i.title) for i in self.whole.items if not i.gone]

    @property
    def move_form(self) -> Form:
        return self.forms.of(MoveForm())

    @property
    def cancel_form(self) -> Form:
        return self.forms.of(WhyForm(prefix="cancel"))

    @property
    def publish_form(self) -> Form:
        return self.forms.of(PublishForm())

    @property
    def item_form(self) -> Form:
        return self.forms.of(ItemForm(self.lines, self.numbers, self.papers))

    @property
    def attendance_form(self) -> Form:
        return self.forms.of(AttendanceForm(self.whole.attended))

    @property
    def matter_form(self) -> Form:
        return self.forms.of(MatterForm(self.items, self.whole.board.chair))


def one_meeting(meeting_id: int, person: "User") -> OneMeeting:
    """Raises NoSuchBoard."""
    return OneMeeting(queries.meeting_page(meeting_id, person), person)


def keeping(stands: Kept | None, what: str = "meeting") -> str:
    """How a board stands with the frequency it agreed, in words."""
    if stands is None:
        return ""
    if stands.turn is Turn.OVERDUE:
        return f"Overdue since {day(stands.due)}"
    if stands.turn is Turn.NOT_DUE:
        return f"The next {what} is due by {day(stands.due)}"
    return f"Kept on {day(stands.on)}"


def kept_of(turns: tuple[Kept, ...]) -> str:
    """How many of the times that were agreed were kept."""
    over = [each for each in turns if each.turn is not Turn.NOT_DUE]
    if not over:
        return "None has fallen due yet."
    kept = sum(each.turn is Turn.KEPT for each in over)
    return f"{kept} of {count_of(len(over), 'time')} kept."
