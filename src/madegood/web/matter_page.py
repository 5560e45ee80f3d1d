"""What the page of one question, challenge or decision shows."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from django.forms import Form

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.governance import queries
from madegood.governance.asking import State
from madegood.governance.duty import RESPONSE_SOURCE
from madegood.governance.views import MatterView
from madegood.trail.queries import Told
from madegood.web.board_page import Forms
from madegood.web.boarding import Choices, recommendation_choices
from madegood.web.forms.board import WhyForm
from madegood.web.forms.matter import AnswerForm, ReopenForm, SettleForm
from madegood.web.forms.raising import LinkForm
from madegood.web.words import day

if TYPE_CHECKING:
    from madegood.accounts.models import User


@dataclass
class OneMatter:
    matter: MatterView
    person: "User"
    forms: Forms = field(default_factory=Forms)

    def put(self, form: Form) -> None:
        self.forms.put(form)

    @property
    def state(self) -> State:
        return State(self.matter.state)

    @cached_property
    def answers_it(self) -> bool:
        """Whoever holds the post that is asked, or keeps the boards."""
        if not may(self.person, Permission.BOARDS_ANSWER):
            return False
        if may(self.person, Permission.BOARDS_KEEP):
            return True
        return queries.is_asked(self.person, self.matter.id)

    @property
    def answer_form(self) -> Form | None:
        if self.state not in (State.OPEN, State.SENT_BACK) or not self.answers_it:
            return None
        return self.forms.of(AnswerForm())

    @cached_property
    def meetings(self) -> list[tuple[str, str]]:
        """The meetings that can have looked at the answer, the latest first."""
        waiting = self.matter.waiting_answer
        if waiting is None:
            return []
        return [
            (f"{key}", day(when))
            for when, key in queries.held_meetings(self.matter.board_id, self.person)
            if when > self.matter.asked_on and when >= waiting.answered_on
        ]

    @property
    def keeps(self) -> bool:
        return may(self.person, Permission.BOARDS_KEEP)

    @property
    def settle_form(self) -> Form | None:
        if not self.keeps or not self.meetings:
            return None
        return self.forms.of(SettleForm(self.meetings))

    @property
    def waits_for_a_meeting(self) -> bool:
        return self.keeps and self.state is State.ANSWERED and not self.meetings

    @property
    def withdraw_form(self) -> Form | None:
        if self.state is not State.ANSWERED or not self.answers_it:
            return None
        return self.forms.of(WhyForm(prefix="withdraw"))

    @property
    def reopen_form(self) -> Form | None:
        closed = self.state is State.CLOSED and bool(self.matter.to)
        return self.forms.of(ReopenForm()) if closed and self.keeps else None

    @property
    def prints(self) -> bool:
        """Whether this person may say that it can stand in a public paper."""
        return self.matter.public and may(self.person, Permission.PAPERS_MAKE)

    @property
    def unfit_form(self) -> Form:
        return self.forms.of(WhyForm(prefix="unfit"))

    @cached_property
    def insights(self) -> tuple[queries.InsightView, ...]:
        """The numbers it was raised from: only those who see measures see them."""
        if not may(self.person, Permission.MEASURES_VIEW):
            return ()
        return queries.of_the_matter(self.matter.id)

    @cached_property
    def numbers(self) -> Choices:
        return recommendation_choices()

    @property
    def link_form(self) -> Form | None:
        if not self.keeps or not may(self.person, Permission.PLAN_EDIT):
            return None
        return self.forms.of(LinkForm(self.numbers))

    @property
    def duty(self) -> str:
        """What the law asks, of a recommendation of scrutiny."""
        return RESPONSE_SOURCE if self.matter.kind == "recommendation" else ""

    @property
    def told(self) -> list[Told]:
        """What was done, and by whom: for those who see the plan's own history."""
        if not may(self.person, Permission.PLAN_VIEW):
            return []
        return queries.history(self.matter.id)


def one_matter(matter_id: int, person: "User") -> OneMatter:
    """Raises NoSuchBoard."""
    return OneMatter(queries.matter(matter_id, person), person)
