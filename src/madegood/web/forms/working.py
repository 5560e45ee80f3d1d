"""What is written of an action while it is being done."""

import re
from typing import Any

from django import forms

from madegood.clock.today import today
from madegood.web.forms.part import day_field

_MONEY = re.compile(r"£?\s*(\d{1,3}(?:,\d{3})+|\d{1,10})(?:\.(\d{2}))?\s*", re.ASCII)
NO_NAMES = "Do not write a child’s name."


def words_field(label: str, required: str, hint: str = "", most: int = 1000) -> Any:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=most,
        error_messages={
            "required": required,
            "max_length": f"Write it in {most:,} characters or fewer",
        },
    )


def agreed_by_field() -> Any:
    return words_field(
        "Who agreed it?", "Enter who agreed it", "A board, or a post.", 200
    )


class UpdateForm(forms.Form):
    """What has happened. It says nothing of how far the action has got."""

    words = words_field(
        "What has happened?",
        "Write what has happened",
        f"This changes nothing of what is claimed. {NO_NAMES}",
        4000,
    )
    on = day_field("On what day?", "Enter the day it happened")

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="update", initial={"on": today().isoformat()})


class MilestoneForm(forms.Form):
    title = words_field(
        "What will be done?",
        "Say what the milestone is",
        "Something that is plainly done or not: “the contract is signed”.",
        300,
    )
    due = day_field("By what day?", "Enter the day it is due")

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="milestone")


class CostForm(forms.Form):
    kind = forms.ChoiceField(
        label="Which sum is it?",
        choices=[
            ("estimate", "An estimate of what it will cost"),
            ("actual", "What has been spent so far"),
        ],
        error_messages={"required": "Choose which sum it is"},
    )
    pounds = forms.CharField(
        label="How much?",
        help_text="In pounds: 12,000 or 12,000.50.",
        max_length=30,
        error_messages={
            "required": "Enter a sum in pounds, or 0 where it costs nothing",
            "max_length": "Enter a sum in pounds, such as 12,000",
        },
    )
    note = forms.CharField(
        label="What is in it?",
        help_text="Needed when a sum on record changes.",
        required=False,
        max_length=1000,
        error_messages={"max_length": "Write it in 1,000 characters or fewer"},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="cost")

    def clean_pounds(self) -> int:
        """The sum in pence."""
        read = _MONEY.fullmatch(self.cleaned_data["pounds"].strip())
        if read is None:
            raise forms.ValidationError(
                "Enter a sum in pounds, such as 12,000 or 12,000.50"
            )
        return int(read[1].replace(",", "")) * 100 + int(read[2] or 0)


class NeedForm(forms.Form):
    needs = forms.CharField(
        label="Which action has to be done first?",
        help_text="Its number, such as 4.3.",
        max_length=40,
        error_messages={
            "required": "Enter the number of the other action",
            "max_length": "Enter the number of an action, such as 4.3",
        },
    )
    why = words_field("Why?", "Say why it has to be done first")

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="need")

    def clean_needs(self) -> str:
        return str(self.cleaned_data["needs"]).strip()


class DoneForm(forms.Form):
    """A milestone is done."""

    on = day_field("On what day was it done?", "Enter the day it was done")
    words = forms.CharField(
        label="Anything to say of it?",
        required=False,
        max_length=1000,
        error_messages={"max_length": "Write it in 1,000 characters or fewer"},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="done", initial={"on": today().isoformat()})


class NewDayForm(forms.Form):
    to = day_field("The new day", "Enter the new day")
    agreed_by = agreed_by_field()
    why = words_field("Why?", "Say why the day moves")

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="move")


class WhyForm(forms.Form):
    """A reason, where there is nothing else to say."""

    why = words_field("Why?", "Say why")

    def __init__(self, prefix: str, data: Any = None) -> None:
        super().__init__(data, prefix=prefix)
