"""A test that a person attaches to an action or an expected outcome."""

from collections.abc import Sequence
from typing import Any

from django import forms

from madegood.assurance.suggested import Suggestion
from madegood.measures import LIBRARY, measure
from madegood.measures.library import LOCAL

KINDS = (
    ("measure", "A measure: a number from the children’s records"),
    ("document", "A document: it shows that the thing exists"),
    ("sample", "A dip sample: cases looked at, so many of them good"),
    ("feedback", "What families say: people asked, so many of them content"),
)
# A target here is a percentage, which only a share can reach; and what is never a
# target cannot be made one.
MEASURES = [
    (each.id, each.title)
    for each in LIBRARY
    if each.unit == "share" and not each.never_a_target
]
NO_MEASURE = "None: it is not a measure"
# What a test asks where nobody has said otherwise.
MONTHS = 3
CASES = 10
NOT_A_PERCENTAGE = "Enter a whole percentage from 1 to 100, such as 85"
NOT_MONTHS = "Enter a whole number of months from 1 to 24, such as 3"
NOT_CASES = "Enter a whole number of cases from 1 to 1,000, such as 10"


def _number(label: str, hint: str, fault: str, most: int) -> forms.IntegerField:
    names = ("invalid", "min_value", "max_value")
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=False,
        min_value=1,
        max_value=most,
        error_messages=dict.fromkeys(names, fault),
    )


class AttachForm(forms.Form):
    """What is asked, and how much is good enough."""

    kind = forms.ChoiceField(
        label="What would show it?",
        choices=KINDS,
        error_messages={
            "required": "Choose what would show it",
            "invalid_choice": "Choose a measure, a document, a dip sample or what "
            "families say",
        },
    )
    title = forms.CharField(
        label="What is it called?",
        help_text="For example: dip sample of interviews. A measure left without a "
        "name keeps its own. Do not write a child’s name.",
        required=False,
        max_length=300,
        error_messages={"max_length": "Give it a name of 300 characters or fewer"},
    )
    measure = forms.ChoiceField(
        label="Which measure?",
        help_text="For a measure. Those that are never a target are not in the list.",
        required=False,
        choices=[("", NO_MEASURE), *MEASURES],
        error_messages={"invalid_choice": "Choose one of the measures in the list"},
    )
    target = _number(
        "What percentage is good enough?",
        "For anything but a document.",
        NOT_A_PERCENTAGE,
        100,
    )
    periods = _number(
        "For how many months running must it hold?",
        "For a measure. Three, where this is left blank.",
        NOT_MONTHS,
        24,
    )
    minimum = _number(
        "What is the fewest cases that can show anything?",
        "For anything but a document: in a month, or in a sample. Ten, where this is "
        "left blank.",
        NOT_CASES,
        1000,
    )

    def __init__(self, data: object = None, local: Sequence[str] = ()) -> None:
        """`local` are the ids of measures that the authority has set otherwise: a test
        may ask the local variant, which is never asked in the standard's place."""
        super().__init__(data, prefix="test")  # type: ignore[arg-type]
        self.titles = dict(MEASURES) | {
            name: measure(name).title
            for name in local
            if name.removesuffix(LOCAL) in dict(MEASURES)
        }
        choices = [("", NO_MEASURE), *self.titles.items()]
        self.fields["measure"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What one kind needs would mean nothing to another."""
        cleaned = super().clean() or {}
        kind = cleaned.get("kind")
        if kind == "measure":
            self._need("measure", "Choose which measure")
        elif kind:
            self._need("title", "Say what the test is called")
            self._refuse("measure", "Only a measure has one: choose “None”")
        if kind in ("measure", "sample", "feedback"):
            self._need("target", "Enter what percentage is good enough")
        elif kind == "document":
            self._refuse("target", "A document is there or it is not: leave this blank")
        return cleaned

    def _need(self, name: str, message: str) -> None:
        if name not in self.errors and not self.cleaned_data.get(name):
            self.add_error(name, message)

    def _refuse(self, name: str, message: str) -> None:
        if self.cleaned_data.get(name):
            self.add_error(name, message)

    def given(self) -> Suggestion:
        """The test as the assurance room takes it: a target is a fraction there."""
        said = self.cleaned_data
        percentage = said["target"]
        return Suggestion(
            said["kind"],
            said["title"] or self.titles[said["measure"]],
            said["measure"],
            None if percentage is None else percentage / 100,
            periods=said["periods"] or MONTHS,
            minimum=said["minimum"] or CASES,
        )
