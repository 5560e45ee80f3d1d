"""A person's own colour for an action."""

from collections.abc import Mapping

from django import forms

from madegood.assurance.colours import MEANINGS, SAYABLE, Colour, Meaning
from madegood.web.forms.part import FORMATS, NOT_A_DATE


class ColourForm(forms.Form):
    number = forms.CharField(
        label="Which action?",
        help_text="Its number, such as 4.3.",
        max_length=40,
        error_messages={"required": "Enter the action’s number"},
    )
    colour = forms.ChoiceField(
        label="What do you say it is?",
        choices=[(c.value, MEANINGS[c].word) for c in SAYABLE],
        error_messages={
            "required": "Choose what you say it is",
            "invalid_choice": "Choose one of these. Embedded is never said: it is shown",
        },
    )
    why = forms.CharField(
        label="What does the computed colour not know?",
        max_length=1000,
        error_messages={
            "required": "Say what the computed colour does not know",
            "max_length": "Say it in 1,000 characters or fewer",
        },
    )
    until = forms.DateField(
        label="Until when?",
        help_text="Blank for 31 days. On the day after, the computed colour is alone again.",
        required=False,
        input_formats=FORMATS,
        error_messages={"invalid": NOT_A_DATE},
    )

    def call_them(self, meanings: Mapping[Colour, Meaning]) -> None:
        """By the words of the plan they are of."""
        field = self.fields["colour"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(c.value, meanings[c].word) for c in SAYABLE]
