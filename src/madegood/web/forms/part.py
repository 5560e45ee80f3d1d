"""What is said of one action or expected outcome."""

from collections.abc import Sequence
from datetime import date

from django import forms

from madegood.clock.periods import add_months
from madegood.clock.today import today
from madegood.plan.actions import Given
from madegood.plan.progress import DELIVERY_WORDS, Delivery
from madegood.plan.views import EvidenceView

FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"]
NOT_A_DATE = "Enter a date, such as 30 November 2026 or 30/11/2026"
RUNGS = (
    ("done", "Done: a document shows that the thing exists"),
    ("seen", "Seen: an audit, a sample or an observation shows it in practice"),
    ("said", "Said: children, families or partners say so"),
    (
        "moved",
        "Moved: a paper tells of a measure at its target (fills no rung by itself)",
    ),
    ("held", "Held: a paper tells that it stayed there (fills no rung by itself)"),
)


def day_field(label: str, required: str, hint: str = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hint,
        input_formats=FORMATS,
        error_messages={"required": required, "invalid": NOT_A_DATE},
    )


def count_field(label: str, hint: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=False,
        min_value=0,
        max_value=100_000,
        error_messages={"invalid": "Enter a whole number, such as 12"},
    )


class EvidenceForm(forms.Form):
    """Something that shows a rung, and where it can be found again."""

    rung = forms.ChoiceField(
        label="What does it show?",
        choices=RUNGS,
        error_messages={
            "required": "Choose what the evidence shows",
            "invalid_choice": "Choose done, seen, said, moved or held",
        },
    )
    title = forms.CharField(
        label="What is it?",
        help_text="For example: dip sample of 12 return interviews, October 2026. Do "
        "not write a child’s name.",
        max_length=300,
        error_messages={
            "required": "Say what the evidence is",
            "max_length": "Say what it is in 300 characters or fewer",
        },
    )
    link = forms.URLField(
        label="Where can it be found?",
        help_text="The address of the document in the council’s own store. Leave it "
        "blank if you attach the file.",
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={
            "invalid": "Enter a whole address, such as https://documents.example/123",
        },
    )
    file = forms.FileField(
        label="Attach the file",
        help_text="It must not hold a child’s name. It is searched for NHS numbers, "
        "pupil numbers, dates of birth and postcodes, and refused if it has any; names "
        "cannot be told from a worker’s, so look yourself. PDF, Word, Excel, PowerPoint, "
        "OpenDocument, picture, e-mail, CSV or text.",
        required=False,
        error_messages={
            "empty": "The file is empty. Choose the file that holds the evidence",
            "max_length": "The file’s name is too long. Give it a shorter one",
        },
        max_length=255,
    )
    words = forms.CharField(
        label="What did they say, in their own words?",
        help_text="Only for what families, children or partners said, and without a "
        "name. Shown to the owners and to those who check and sign, and to nobody else.",
        required=False,
        max_length=5000,
        error_messages={"max_length": "Keep it to 5,000 characters or fewer"},
    )
    replaces = forms.ChoiceField(
        label="Is it a newer version of something recorded here?",
        help_text="The old version stays to be read, and counts no longer.",
        required=False,
        error_messages={
            "invalid_choice": "Choose evidence that is recorded here, or none"
        },
    )
    looked_at = count_field(
        "How many were looked at?", "For a sample, or for what families said."
    )
    good = count_field("How many of those were good?")
    happened_on = day_field(
        "From what day is it?", "Enter the day the evidence is from"
    )
    review_by = day_field(
        "When should it be looked at again?",
        "Enter the day it should be looked at again",
        "After this day it no longer counts.",
    )

    def __init__(
        self,
        data: object = None,
        files: object = None,
        known: Sequence[EvidenceView] = (),
    ) -> None:
        later = add_months(today(), 6).isoformat()
        super().__init__(
            data,  # type: ignore[arg-type]
            files,  # type: ignore[arg-type]
            prefix="evidence",
            initial={"review_by": later},
        )
        field = self.fields["replaces"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", "No, it is something else"),
            *(
                (f"{one.id}", f"{one.rung.capitalize()}: {one.title}")
                for one in known
                if one.current
            ),
        ]

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        nowhere = not given.get("link") and not given.get("file")
        if nowhere and not {"link", "file"} & set(self.errors):
            self.add_error(
                "link",
                "Give the address where the evidence can be found, or attach the file",
            )
        return given

    def given(self) -> Given:
        said = {**self.cleaned_data}
        said.pop("file"), said.pop("replaces")
        return Given(**said)

    def replaced(self) -> int | None:
        said = self.cleaned_data["replaces"]
        return int(said) if said else None


class SignForm(forms.Form):
    why = forms.CharField(
        label="What did you look at before signing?",
        max_length=1000,
        error_messages={"required": "Say what you looked at before signing"},
    )

    def __init__(self, data: object = None) -> None:
        super().__init__(data, prefix="sign")  # type: ignore[arg-type]


class ClaimForm(forms.Form):
    delivery = forms.ChoiceField(
        label="How far has it got?",
        choices=[(d.value, DELIVERY_WORDS[d].capitalize()) for d in Delivery],
    )
    words = forms.CharField(
        label="In your own words",
        required=False,
        max_length=2000,
        help_text="Needed when it goes backwards, or skips a step.",
    )

    def __init__(self, data: object = None, now: Delivery | None = None) -> None:
        initial = {"delivery": now.value} if now else {}
        super().__init__(data, prefix="claim", initial=initial)  # type: ignore[arg-type]


class DateForm(forms.Form):
    to = day_field("The new date", "Enter the new date")
    agreed_by = forms.CharField(
        label="Who agreed it?",
        max_length=200,
        help_text="A board, or a post.",
        error_messages={"required": "Enter who agreed the new date"},
    )
    why = forms.CharField(
        label="Why?",
        max_length=1000,
        error_messages={"required": "Say why the date moves"},
    )

    def __init__(self, data: object = None) -> None:
        super().__init__(data, prefix="date")  # type: ignore[arg-type]

    def clean_to(self) -> date:
        day = self.cleaned_data["to"]
        if day.year > today().year + 10:
            raise forms.ValidationError("Choose a day in the next ten years")
        assert isinstance(day, date)
        return day


class RetireForm(forms.Form):
    """Why an expected outcome no longer applies."""

    why = forms.CharField(
        label="Why does it no longer apply?",
        help_text="It stays on the page with this reason, and is no longer tested.",
        max_length=1000,
        error_messages={
            "required": "Say why the outcome no longer applies",
            "max_length": "Say why in 1,000 characters or fewer",
        },
    )

    def __init__(self, data: object = None) -> None:
        super().__init__(data, prefix="retire")  # type: ignore[arg-type]


class WithdrawForm(forms.Form):
    """Why a test asks the wrong thing."""

    why = forms.CharField(
        label="Why is it the wrong question?",
        help_text="It is asked until somebody who does not own this agrees.",
        max_length=1000,
        error_messages={
            "required": "Say why it is the wrong question",
            "max_length": "Say why in 1,000 characters or fewer",
        },
    )

    def __init__(self, data: object = None, test: int = 0) -> None:
        super().__init__(data, prefix=f"withdraw-{test}")  # type: ignore[arg-type]
