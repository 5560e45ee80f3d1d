"""Why a plan becomes the main one, or ends."""

from django import forms


class WhyForm(forms.Form):
    why = forms.CharField(
        label="Why?",
        help_text="In a sentence, for whoever reads this later.",
        widget=forms.Textarea,
        max_length=1000,
        error_messages={
            "required": "Say why",
            "max_length": "Say why in 1,000 characters or fewer",
        },
    )
