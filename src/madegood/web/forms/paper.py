"""A paper to be made: as of which day, and about which plan."""

from collections.abc import Mapping, Sequence

from django import forms

from madegood.web.forms.dates import AsOfForm


class PaperForm(AsOfForm):
    """The main plan, unless another is chosen; with one plan nothing is asked."""

    plan = forms.ChoiceField(
        label="About which plan?",
        required=False,
        error_messages={"invalid_choice": "Choose one of the plans"},
    )

    def __init__(self, plans: Sequence[str], data: Mapping[str, str]) -> None:
        super().__init__(data)
        if len(plans) < 2:
            del self.fields["plan"]
            return
        field = self.fields["plan"]
        assert isinstance(field, forms.ChoiceField)
        main, *others = plans
        field.choices = [("", f"{main}, the main plan"), *((o, o) for o in others)]

    @property
    def short(self) -> str:
        return str(self.cleaned_data.get("plan", ""))
