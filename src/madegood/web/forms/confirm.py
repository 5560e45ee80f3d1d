"""A person's decision on one row of a draft, and on the whole."""

from datetime import date
from typing import Any

from django import forms

from madegood.clock.today import today
from madegood.intake.plans import Countability
from madegood.plan.grace import grace_fault
from madegood.plan.newer import Differs
from madegood.plan.progress import DELIVERY_WORDS, Delivery
from madegood.plan.views import DraftRowView

DECISIONS = (
    ("accept", "Accept as understood"),
    ("change", "With my changes"),
    ("leave_out", "Leave out"),
)
LABELS = {
    "title": "Title",
    "text": "Words",
    "owners": "Owners, one on each line",
    "progress": "Said of it",
    "delivery": "Taken to mean",
    "countable": "How far can a number settle it?",
    "why": "Why is it gone? (or say it for all at the end)",
}
FIELDS = {
    "recommendation": ("title",),
    "action": ("text", "owners", "progress", "delivery"),
    "outcome": ("text", "countable"),
}
DELIVERIES = [(d.value, DELIVERY_WORDS[d]) for d in Delivery]
COUNTABILITIES = [
    (Countability.COUNTABLE.value, "It can be counted: it names a limit"),
    (Countability.PARTLY.value, "In part: it says what, and not how much"),
    (Countability.NOT.value, "Not as it is written"),
]


def shown(value: object) -> str:
    """A read value as a form field holds it."""
    if isinstance(value, bool):  # a draft of before there were three answers
        return (Countability.COUNTABLE if value else Countability.NOT).value
    if isinstance(value, list | tuple):
        return "\n".join(str(each) for each in value)
    return "" if value is None else str(value)


def _same_words(one: str, other: str) -> bool:
    """Browsers send other line ends than they were given; that is not a change."""
    return one.split() == other.split()


GONE = (
    ("accept", "Mark it as left out"),
    ("leave_out", "Keep it as it was"),
)
TAKE = (
    ("accept", "Take the change"),
    ("change", "With my changes"),
    ("leave_out", "Leave the plan as it is"),
)


class RowForm(forms.Form):
    """What was understood of a row, open to change, and the decision on it.

    Of a row that a newer version has no more only a reason can be given.
    """

    decision = forms.ChoiceField(
        label="Your decision", choices=DECISIONS, required=False
    )

    def __init__(self, row: DraftRowView, data: Any = None) -> None:
        self.row = row
        self.names = ("why",) if row.differs == Differs.GONE else FIELDS[row.kind]
        now = {name: shown(row.now.get(name)) for name in self.names}
        super().__init__(
            data, prefix=f"row-{row.id}", initial=now | {"decision": row.decision}
        )
        for name in self.names:
            self.fields[name] = _field(name)
        if row.differs:
            field = self.fields["decision"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = GONE if row.differs == Differs.GONE else TAKE
            if row.differs == Differs.GONE and row.decision == "change":
                # It was accepted with a reason.
                self.initial["decision"] = "accept"

    def changes(self) -> dict[str, object]:
        """The fields that differ from what was read, as the ledger keeps them."""
        return {
            name: _kept(name, self.cleaned_data[name])
            for name in self.names
            if name in self.cleaned_data
            and not _same_words(self.cleaned_data[name], shown(self.row.read.get(name)))
        }

    def decides(self) -> bool:
        """Whether this says something that is not already decided so."""
        decision = self.cleaned_data["decision"]
        if not decision:
            return False
        return bool(decision != self.row.decision or decision == "change")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        decision, changed = cleaned.get("decision"), bool(self.changes())
        if "why" in self.names:
            return cleaned
        if decision == "change" and not changed:
            self.add_error(
                "decision",
                f"Nothing is changed in {self.row.number}: change what is wrong, or "
                "choose “Accept as understood”",
            )
        if changed and decision == "accept":
            self.add_error(
                "decision",
                f"{self.row.number} has changes in it: choose “With my "
                "changes”, or put the words back",
            )
        return cleaned


def _field(name: str) -> forms.Field:
    label = LABELS[name]
    if name == "delivery":
        return forms.ChoiceField(label=label, choices=DELIVERIES)
    if name == "countable":
        return forms.ChoiceField(label=label, choices=COUNTABILITIES)
    return forms.CharField(
        label=label,
        required=name in ("text", "title"),
        max_length=5000,
        error_messages={"required": f"“{label}” cannot be blank: leave the row out"},
    )


def _kept(name: str, value: str) -> object:
    if name == "owners":
        return [line.strip() for line in value.splitlines() if line.strip()]
    return value.strip()


class NewerForm(forms.Form):
    """From what day the newer version is the plan, and what is said of all it changes."""

    adopted_on = forms.DateField(
        label="The day the council adopted this version",
        help_text="What it says of its actions is taken as said on this day.",
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"],
        error_messages={
            "required": "Enter the day the council adopted this version",
            "invalid": "Enter a date, such as 30 June 2021 or 30/6/2021",
        },
    )
    agreed_by = forms.CharField(
        label="Who agreed the dates that move?",
        help_text="Needed where a date moves: a board, or a post.",
        required=False,
        max_length=200,
        error_messages={"max_length": "Say who in 200 characters or fewer"},
    )
    why = forms.CharField(
        label="Why?",
        help_text="Needed where a date moves, or where a row is gone and has no reason "
        "of its own.",
        widget=forms.Textarea,
        required=False,
        max_length=2000,
        error_messages={"max_length": "Say why in 2,000 characters or fewer"},
    )

    def clean_adopted_on(self) -> date:
        day = self.cleaned_data["adopted_on"]
        if day > today():
            raise forms.ValidationError("It cannot have been adopted after today")
        assert isinstance(day, date)
        return day


def tested_from_field() -> forms.DateField:
    return forms.DateField(
        label="Not yet tested before (optional)",
        help_text="A new plan may need time before anything can show. Until this day "
        "nothing in it is judged, and its page says so.",
        required=False,
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"],
        error_messages={
            "invalid": "Enter a date, such as 30 June 2021 or 30/6/2021, or leave it "
            "blank"
        },
    )


def refuse_long_grace(form: forms.Form, cleaned: dict[str, Any]) -> None:
    """Said beside the field, as adopting refuses it."""
    adopted_on, tested_from = cleaned.get("adopted_on"), cleaned.get("tested_from")
    if adopted_on and tested_from and (fault := grace_fault(adopted_on, tested_from)):
        form.add_error("tested_from", fault)


class ConfirmForm(forms.Form):
    """From what day the draft is the plan."""

    adopted_on = forms.DateField(
        label="The day the council adopted this plan",
        help_text="What the plan says of its actions is taken as said on this day.",
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"],
        error_messages={
            "required": "Enter the day the council adopted the plan",
            "invalid": "Enter a date, such as 30 June 2021 or 30/6/2021",
        },
    )

    tested_from = tested_from_field()
    short = forms.CharField(
        label="Short name (optional)",
        help_text="What people say before a number where several plans are at work, "
        "such as JTAI22. One is made of the kind and the year if you leave it.",
        required=False,
        max_length=40,
        error_messages={"max_length": "Use 12 letters and digits or fewer"},
    )
    main = forms.ChoiceField(
        label="Which plan is the main one?",
        choices=[
            ("", "Leave it to its kind: it takes the place of a plan of the same kind"),
            ("yes", "This one, from the day it was adopted"),
            ("no", "The one that is now; this one stands beside it"),
        ],
        required=False,
        error_messages={"invalid_choice": "Choose one of the three"},
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        refuse_long_grace(self, cleaned)
        return cleaned

    def is_main(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["main"])

    def clean_adopted_on(self) -> date:
        day = self.cleaned_data["adopted_on"]
        if day > today():
            raise forms.ValidationError("The plan cannot have been adopted after today")
        assert isinstance(day, date)
        return day
