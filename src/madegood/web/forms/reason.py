"""Why somebody wants to see the children behind a number."""

from django import forms

PURPOSES = (
    ("act", "To act on a child’s case, or to ask somebody to"),
    ("check", "To check that the number or the record is right"),
    ("sample", "To choose cases for an audit or a dip sample"),
    ("inspector", "An inspector or an auditor has asked"),
)


class ReasonForm(forms.Form):
    purpose = forms.ChoiceField(
        label="The nearest reason",
        choices=PURPOSES,
        error_messages={
            "required": "Choose why you need to see the children",
            "invalid_choice": "Choose one of the reasons in the list",
        },
    )
    detail = forms.CharField(
        label="What are you going to do with it?",
        help_text="A sentence that a colleague would understand in a year’s time. "
        "Do not write a child’s name.",
        min_length=10,
        max_length=300,
        error_messages={
            "required": "Say what you are going to do with it",
            "min_length": "Say a little more: at least 10 characters",
            "max_length": "Say it in 300 characters or fewer",
        },
    )

    def said(self) -> str:
        """The reason as the trail keeps it."""
        purpose = dict(PURPOSES)[self.cleaned_data["purpose"]]
        return f"{purpose}: {self.cleaned_data['detail'].strip()}"
