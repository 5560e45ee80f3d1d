"""Making an expected outcome one that can be tested, one plain question at a time."""

from typing import Any

from django import forms

from madegood.assurance.suggested import Suggestion
from madegood.intake.plans import Countability
from madegood.measures import Measure

COUNTABILITIES = [
    (Countability.COUNTABLE.value, "It can be counted: it names a limit to meet"),
    (
        Countability.PARTLY.value,
        "In part: it says what would be counted, and not how much is enough",
    ),
    (Countability.NOT.value, "Not as it is written: somebody must look, or ask"),
]


def _whole(label: str, hint: str, fault: str, most: int) -> forms.IntegerField:
    names = ("required", "invalid", "min_value", "max_value")
    return forms.IntegerField(
        label=label,
        help_text=hint,
        min_value=1,
        max_value=most,
        error_messages=dict.fromkeys(names, fault),
    )


def _words(label: str, hint: str, required: str, most: int) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=most,
        error_messages={
            "required": required,
            "max_length": f"Write {most:,} characters or fewer",
        },
    )


class DecideForm(forms.Form):
    """How far a number can settle an outcome, as a person sees it."""

    countability = forms.ChoiceField(
        label="How far can a number settle it?",
        choices=COUNTABILITIES,
        error_messages={
            "required": "Choose how far a number can settle it",
            "invalid_choice": "Choose one of the three answers",
        },
    )
    why = _words(
        "Why do you see it so?",
        "In at least three words. What was read is kept beside what you decide.",
        "Say why you see it so",
        1000,
    )


class MeasureForm(forms.Form):
    """How much of a measure is enough, and for how long it must stay so."""

    target = _whole(
        "What percentage is good enough?",
        "",
        "Enter a whole percentage from 1 to 100, such as 85",
        100,
    )
    periods = _whole(
        "For how many months running must it hold?",
        "Three is usual: one good month may be chance.",
        "Enter a whole number of months from 1 to 24, such as 3",
        24,
    )
    minimum = _whole(
        "What is the fewest cases in a month that can show anything?",
        "Ten is usual. A month with fewer shows nothing, either way.",
        "Enter a whole number of cases from 1 to 1,000, such as 10",
        1000,
    )

    def __init__(self, about: Measure, data: Any = None) -> None:
        super().__init__(data, initial={"periods": 3, "minimum": 10})
        self.about = about
        side = "at most" if about.good_is == "low" else "at least"
        self.fields["target"].help_text = f"This measure is good where it is {side} so."

    def given(self) -> Suggestion:
        said = self.cleaned_data
        return Suggestion(
            "measure",
            self.about.title,
            self.about.id,
            said["target"] / 100,
            periods=said["periods"],
            minimum=said["minimum"],
        )


class QuestionForm(forms.Form):
    """A question asked of records, or of families, and how many must say yes."""

    question = _words(
        "What is the question?",
        "It must be one that can be answered yes or no. Do not write a child’s name.",
        "Write the question",
        250,
    )
    target = _whole(
        "What percentage must be good?",
        "Agree it before anybody looks.",
        "Enter a whole percentage from 1 to 100, such as 80",
        100,
    )
    minimum = _whole(
        "What is the fewest that can show anything?",
        "Fewer than this were not enough to tell. Ten records, or eight families, are "
        "usual.",
        "Enter a whole number from 1 to 1,000, such as 10",
        1000,
    )

    def __init__(self, kind: str, question: str, data: Any = None) -> None:
        fewest = 10 if kind == "sample" else 8
        super().__init__(
            data, initial={"question": question, "target": 80, "minimum": fewest}
        )
        self.kind = kind

    def given(self) -> Suggestion:
        said = self.cleaned_data
        called = "Audit" if self.kind == "sample" else "Families"
        return Suggestion(
            self.kind,
            f"{called}: {said['question']}",
            target=said["target"] / 100,
            minimum=said["minimum"],
        )
