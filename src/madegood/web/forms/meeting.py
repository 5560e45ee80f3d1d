"""Meetings: a day, a rule, a move; what is on the agenda; who was there."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from madegood.clock.periods import add_months
from madegood.clock.today import today
from madegood.governance.agenda_actions import ItemGiven
from madegood.governance.attending import ATTENDED, DEPUTY, ITEM_KINDS
from madegood.governance.dates import PLACES, WEEKDAYS, Rule
from madegood.governance.meeting_actions import When
from madegood.governance.views import AttendedView, BoardView, ItemView
from madegood.web.forms.board import choice_field, whole_field, words_field
from madegood.web.forms.part import day_field

NOT_A_TIME = "Enter a time, such as 14:00"
NEAREST, FURTHEST = 2015, 4


def _time_field() -> forms.TimeField:
    return forms.TimeField(
        label="At what time?",
        required=False,
        input_formats=["%H:%M", "%H.%M"],
        error_messages={"invalid": NOT_A_TIME},
    )


def _near(day: date) -> date:
    if not NEAREST <= day.year <= today().year + FURTHEST:
        raise forms.ValidationError(
            f"Choose a day from {NEAREST} to {today().year + FURTHEST}"
        )
    return day


class DayForm(forms.Form):
    """One meeting."""

    day = day_field("On what day?", "Enter the day of the meeting")
    begins = _time_field()
    place = words_field("Where?", "", "A room, or the address of a call.")

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="day")

    def clean_day(self) -> date:
        return _near(self.cleaned_data["day"])

    def when(self) -> When:
        return When(self.cleaned_data["begins"], self.cleaned_data["place"])


class RuleForm(forms.Form):
    """Many meetings, by a rule."""

    place_in_month = choice_field(
        "Which day?",
        [("weeks", "The same weekday every so many weeks")]
        + [
            (f"{n}", f"The {word} such weekday of the month")
            for n, word in PLACES.items()
        ],
        "Choose which day",
    )
    weekday = choice_field(
        "Weekday",
        [(f"{n}", name) for n, name in enumerate(WEEKDAYS)],
        "Choose a weekday",
        "For a day of the month. In weeks, the weekday of the first day is kept.",
    )
    every = whole_field(
        "Every how many weeks, or months?",
        "Enter a whole number from 1 to 24, such as 1",
        most=24,
        need=True,
    )
    first = day_field("From what day?", "Enter the day from which the rule counts")
    last = day_field("Until what day?", "Enter the last day for which to make meetings")
    begins = _time_field()
    place = words_field("Where?", "")

    def __init__(self, board: BoardView, data: Any = None) -> None:
        begin = today()
        initial = {
            "place_in_month": "weeks" if board.unit == "week" else "2",
            "weekday": "1",
            "every": board.every,
            "first": begin.isoformat(),
            "last": add_months(begin, 12).isoformat(),
        }
        super().__init__(data, prefix="rule", initial=initial)
        self.skips = frozenset(board.skips)

    def clean_first(self) -> date:
        return _near(self.cleaned_data["first"])

    def clean_last(self) -> date:
        return _near(self.cleaned_data["last"])

    def rule(self) -> Rule:
        said = self.cleaned_data
        weeks = said["place_in_month"] == "weeks"
        return Rule(
            every=said["every"],
            first=said["first"],
            place=None if weeks else int(said["place_in_month"]),
            weekday=int(said["weekday"]),
            skips=self.skips,
        )

    def when(self) -> When:
        return When(self.cleaned_data["begins"], self.cleaned_data["place"])


class MoveForm(forms.Form):
    to = day_field("To what day?", "Enter the new day")
    why = words_field("Why does it move?", "Say why the meeting moves", "", 1000)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="move")

    def clean_to(self) -> date:
        return _near(self.cleaned_data["to"])


class PublishForm(forms.Form):
    short_notice = words_field(
        "Why is it published late?",
        "",
        "Needed only after the last day to publish. It stands on the agenda.",
        1000,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="publish")


class ItemForm(forms.Form):
    """Something on the agenda."""

    title = words_field("What is the item?", "Say what the item is", "", 300)
    kind = choice_field(
        "What is asked of the board?", list(ITEM_KINDS), "Choose a kind"
    )
    brought_by = words_field("Which post brings it?", "")
    minutes = whole_field(
        "How many minutes?",
        "Enter a whole number of minutes from 1 to 480",
        most=480,
        need=False,
    )
    order = whole_field(
        "Which place on the agenda?",
        "Enter a place from 1 to 100",
        "Left blank, it comes last.",
        most=100,
        need=False,
    )
    line = forms.ChoiceField(
        label="Does it tell the board what was agreed?",
        help_text="Then the clock of that agreement is kept by this meeting.",
        required=False,
        error_messages={"invalid_choice": "Choose from the list"},
    )
    recommendation = forms.ChoiceField(
        label="Which recommendation does it show?",
        required=False,
        error_messages={"invalid_choice": "Choose a recommendation from the list"},
    )
    paper = forms.ChoiceField(
        label="A paper made here",
        help_text="As it was made: a later one does not change it.",
        required=False,
        error_messages={"invalid_choice": "Choose a paper from the list"},
    )
    link = forms.URLField(
        label="Or the address of another document",
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={
            "invalid": "Enter a whole address, such as https://documents.example/123"
        },
    )
    private_why = words_field(
        "Why is the public kept out for it?",
        "",
        "Only for a board that meets in public: the paragraph of Schedule 12A to the "
        "Local Government Act 1972 that applies. Leave it blank otherwise.",
        300,
    )

    def __init__(
        self,
        lines: Sequence[tuple[str, str]],
        numbers: Sequence[tuple[str, Any]],
        papers: Sequence[tuple[str, str]],
        data: Any = None,
        item: ItemView | None = None,
    ) -> None:
        super().__init__(data, prefix="item", initial=_of(item) if item else {})
        self.papers = dict(papers)
        for name, found in (
            ("line", lines),
            ("recommendation", numbers),
            ("paper", papers),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", "None"), *found]

    def given(self) -> ItemGiven:
        said = self.cleaned_data
        return ItemGiven(
            kind=said["kind"],
            title=said["title"],
            brought_by=said["brought_by"],
            minutes=said["minutes"],
            line_id=int(said["line"]) if said["line"] else None,
            recommendation=said["recommendation"],
            paper=int(said["paper"]) if said["paper"] else None,
            paper_title=self.papers.get(said["paper"], ""),
            link=said["link"],
            private_why=said["private_why"],
            order=said["order"],
        )


def _of(item: ItemView) -> dict[str, Any]:
    return {
        "title": item.title,
        "kind": item.kind,
        "brought_by": item.brought_by,
        "minutes": item.minutes,
        "order": item.order,
        "line": f"{item.line_id or ''}",
        "recommendation": item.recommendation,
        "paper": f"{item.paper or ''}",
        "link": item.link,
        "private_why": item.private_why,
    }


class AttendanceForm(forms.Form):
    """How every member attended, each with a choice and room for a deputy's name."""

    def __init__(self, members: Sequence[AttendedView], data: Any = None) -> None:
        super().__init__(data, prefix="there")
        self.members = members
        for one in members:
            self.fields[f"how_{one.member_id}"] = choice_field(
                one.who, list(ATTENDED), f"Say how {one.who} attended"
            )
            self.fields[f"how_{one.member_id}"].initial = one.how or "present"
            self.fields[f"deputy_{one.member_id}"] = words_field(
                f"Deputy of {one.who}", ""
            )
            self.fields[f"deputy_{one.member_id}"].initial = one.deputy

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for one in self.members:
            how = cleaned.get(f"how_{one.member_id}")
            deputy = cleaned.get(f"deputy_{one.member_id}")
            if how == DEPUTY and not deputy:
                self.add_error(
                    f"deputy_{one.member_id}", f"Name the deputy of {one.who}"
                )
            if how and how != DEPUTY and deputy:
                self.add_error(
                    f"how_{one.member_id}",
                    f"A deputy of {one.who} is named: choose “Sent a deputy”, or take "
                    "the name out",
                )
        return cleaned

    def given(self) -> dict[int, tuple[str, str]]:
        said = self.cleaned_data
        return {
            one.member_id: (
                said[f"how_{one.member_id}"],
                said[f"deputy_{one.member_id}"],
            )
            for one in self.members
        }
