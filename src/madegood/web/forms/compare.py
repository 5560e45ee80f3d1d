"""Two snapshots to set side by side."""

from collections.abc import Mapping, Sequence

from django import forms

from madegood.warehouse.queries import UploadView
from madegood.web.words import moment


class CompareForm(forms.Form):
    """The newest two, unless others are chosen."""

    before = forms.ChoiceField(label="The earlier")
    after = forms.ChoiceField(label="The later")

    def __init__(
        self, kept: Sequence[UploadView], given: Mapping[str, str] | None = None
    ) -> None:
        newest = [str(one.snapshot_id) for one in kept[:2]]
        usual = dict(zip(("after", "before"), newest, strict=False))
        chosen = {
            name: (given or {}).get(name, "") or usual.get(name, "")
            for name in ("before", "after")
        }
        super().__init__(chosen)
        choices = [
            (str(one.snapshot_id), f"{moment(one.received_at)}: {one.label}")
            for one in kept
        ]
        for name in ("before", "after"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices
            field.error_messages["invalid_choice"] = (
                "Choose a load from the list: its rows may have been removed"
            )

    def clean(self) -> None:
        before, after = self.cleaned_data.get("before"), self.cleaned_data.get("after")
        if before and before == after:
            self.add_error("after", "Choose two different loads")

    def chosen(self) -> tuple[int, int]:
        return int(self.cleaned_data["before"]), int(self.cleaned_data["after"])
