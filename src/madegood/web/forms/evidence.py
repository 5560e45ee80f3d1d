"""What of the evidence register is asked for."""

from collections.abc import Mapping, Sequence

from django import forms

KINDS = (
    ("", "Every kind"),
    ("done", "Done"),
    ("seen", "Seen"),
    ("said", "Said"),
    ("moved", "Moved"),
    ("held", "Held"),
)
STATES = (
    ("", "All that is current"),
    ("stale", "Out of date"),
    ("unchecked", "Checked by nobody"),
    ("replaced", "Replaced by a newer version"),
)


class RegisterForm(forms.Form):
    recommendation = forms.ChoiceField(label="Recommendation", required=False)
    kind = forms.ChoiceField(label="Shows", choices=KINDS, required=False)
    state = forms.ChoiceField(label="Which", choices=STATES, required=False)

    def __init__(
        self, given: Mapping[str, str], recommendations: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(given)
        field = self.fields["recommendation"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", "Every recommendation"),
            *((number, f"{number}: {title[:60]}") for number, title in recommendations),
        ]
