"""A board as somebody describes it; who sits on it; what it is to be told."""

from typing import Any

from django import forms

from madegood.clock.today import today
from madegood.governance.board_actions import (
    EARLIEST,
    BoardGiven,
    LineGiven,
    MemberGiven,
)
from madegood.governance.dates import MONTHS
from madegood.governance.frequency import MOST
from madegood.governance.offered import KIND_WORDS, BoardKind
from madegood.governance.views import BoardView
from madegood.web.forms.part import day_field

KINDS = [(kind.value, KIND_WORDS[kind]) for kind in BoardKind]
UNITS = [("week", "weeks"), ("month", "months")]
LONG = {"max_length": "Write 2,000 characters or fewer"}


def words_field(
    label: str, required: str, hint: str = "", most: int = 200, **more: Any
) -> forms.CharField:
    """A line or a paragraph; `required` "" makes it one that may be left blank."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=bool(required),
        max_length=most,
        error_messages={
            "required": required,
            "max_length": f"Write {most:,} characters or fewer",
        },
        **more,
    )


def whole_field(
    label: str, fault: str, hint: str = "", *, least: int = 1, most: int, need: bool
) -> forms.IntegerField:
    names = ("required", "invalid", "min_value", "max_value")
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=need,
        min_value=least,
        max_value=most,
        error_messages=dict.fromkeys(names, fault),
    )


def choice_field(
    label: str, choices: list[tuple[str, str]], fault: str, hint: str = ""
) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=choices,
        error_messages={"required": fault, "invalid_choice": fault},
    )


def often_fields() -> tuple[forms.IntegerField, forms.ChoiceField]:
    every = whole_field(
        "Every how many?",
        "Enter a whole number, such as 6",
        "6 weeks is every six weeks; 3 months is quarterly.",
        most=MOST["week"],
        need=True,
    )
    return every, choice_field("Weeks or months", UNITS, "Choose weeks or months")


def agreed_field() -> forms.DateField:
    field = day_field(
        "Since when is that agreed?",
        "Enter the day it was agreed",
        "Whether it was kept is counted from this day.",
    )
    field.initial = today
    return field


def _agreed(form: forms.Form) -> None:
    day = form.cleaned_data.get("agreed_on")
    if day is not None and not EARLIEST <= day <= today():
        form.add_error("agreed_on", "Choose today, or an earlier day in 2015 or later")


def _within(form: forms.Form) -> None:
    """Two years of months is as long as a board may be left alone."""
    said = form.cleaned_data
    if said.get("unit") == "month" and said.get("every", 0) > MOST["month"]:
        form.add_error("every", f"Enter no more than {MOST['month']} months")


class BoardForm(forms.Form):
    """Everything about a board but its members and meetings."""

    name = words_field("What is it called?", "Enter what the board is called")
    kind = choice_field("What kind of board is it?", KINDS, "Choose a kind of board")
    purpose = words_field(
        "What is it for?",
        "Say what the board is for",
        "One sentence that a new member would understand.",
        1000,
    )
    chair = words_field(
        "Which post chairs it?",
        "Enter the post that chairs it",
        "A post or a role, such as Director of Children’s Services. Not a name.",
    )
    every, unit = often_fields()
    agreed_on = agreed_field()
    skips = forms.MultipleChoiceField(
        label="Months it leaves out",
        required=False,
        choices=[(f"{n}", name) for n, name in enumerate(MONTHS, 1)],
        error_messages={"invalid_choice": "Choose months from the list"},
    )
    papers_days = whole_field(
        "How many working days before a meeting are papers due?",
        "Enter a whole number of days from 1 to 60, such as 5",
        "To whoever sends them out. A meeting in public needs more than 5.",
        most=60,
        need=True,
    )
    quorum = whole_field(
        "How many members must be there?",
        "Enter a whole number from 1 to 200, or leave it blank",
        "Its quorum. Leave it blank if it has none.",
        most=200,
        need=False,
    )
    public = forms.BooleanField(
        label="The public may attend, and read its papers",
        help_text="The law’s five clear days before a public meeting then apply.",
        required=False,
    )

    def __init__(self, data: Any = None, board: BoardView | None = None) -> None:
        super().__init__(data, prefix="board", initial=_of(board) if board else {})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        _within(self)
        _agreed(self)
        if len(cleaned.get("skips", [])) > 11:
            self.add_error("skips", "Leave at least one month in which it meets")
        if cleaned.get("public") and (cleaned.get("papers_days") or 0) <= 5:
            self.add_error(
                "papers_days",
                "Papers of a public meeting must be out five clear days before it: "
                "enter 6 or more",
            )
        return cleaned

    def given(self) -> BoardGiven:
        said = self.cleaned_data
        return BoardGiven(
            **{name: said[name] for name in said if name != "skips"},
            skips=tuple(int(n) for n in said["skips"]),
        )


def _of(board: BoardView) -> dict[str, Any]:
    names = [
        "name",
        "kind",
        "purpose",
        "chair",
        "every",
        "unit",
        "papers_days",
        "quorum",
        "public",
    ]
    return {name: getattr(board, name) for name in names} | {
        "skips": [f"{n}" for n in board.skips]
    }


class MemberForm(forms.Form):
    """A post of the authority, or somebody from outside."""

    post = words_field(
        "A post of the authority", "", "Such as Head of Service Safeguards."
    )
    name = words_field("Or the name of somebody from outside", "")
    organisation = words_field(
        "Which organisation are they from?",
        "Enter the organisation they come from",
        "Attendance is shown by organisation.",
    )
    person = forms.ChoiceField(
        label="Their sign-in",
        help_text="If they have one, they see this board’s meetings, questions and "
        "answers. For a post, whoever holds it sees them.",
        required=False,
        error_messages={"invalid_choice": "Choose one of the people in the list"},
    )
    since = day_field("From what day?", "Enter the day from which they sit on it")

    def __init__(
        self, people: list[tuple[str, str]], council: str, data: Any = None
    ) -> None:
        initial = {"since": today().isoformat(), "organisation": council}
        super().__init__(data, prefix="member", initial=initial)
        field = self.fields["person"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "None"), *people]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and bool(cleaned["post"]) == bool(cleaned["name"]):
            self.add_error("post", "Enter a post or a name, one of the two")
        since = cleaned.get("since")
        if since and not 2000 <= since.year <= today().year + 1:
            self.add_error("since", "Choose a day from 2000 until next year")
        return cleaned

    def given(self) -> MemberGiven:
        said = self.cleaned_data
        return MemberGiven(
            said["post"],
            said["name"],
            said["organisation"],
            int(said["person"]) if said["person"] else None,
            said["since"],
        )


class LineForm(forms.Form):
    """What a board is to be told, and how often."""

    what = words_field(
        "What is it to be told?",
        "Say what the board is to be told",
        "Such as: progress on return interviews.",
        300,
    )
    recommendation = forms.ChoiceField(
        label="About which recommendation?",
        required=False,
        error_messages={"invalid_choice": "Choose a recommendation from the list"},
    )
    every, unit = often_fields()
    agreed_on = agreed_field()

    def __init__(self, numbers: list[tuple[str, Any]], data: Any = None) -> None:
        super().__init__(data, prefix="line")
        field = self.fields["recommendation"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "None in particular"), *numbers]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        _within(self)
        _agreed(self)
        return cleaned

    def given(self) -> LineGiven:
        return LineGiven(**self.cleaned_data)


class WhyForm(forms.Form):
    """A reason, and nothing else."""

    why = words_field("Why?", "Say why", "", 1000)

    def __init__(self, data: Any = None, prefix: str = "why") -> None:
        super().__init__(data, prefix=prefix)
