"""Which table of the record a page is about: one, or all of them."""

from collections.abc import Mapping, Sequence

from django import forms

from madegood.record.wording import titled


class TableForm(forms.Form):
    """Blank means every table; so does one that no load has brought."""

    table = forms.ChoiceField(label="Table", required=False)

    def __init__(self, names: Sequence[str], given: Mapping[str, str]) -> None:
        asked = given.get("table", "")
        super().__init__({"table": asked if asked in names else ""})
        field = self.fields["table"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", "Every table"),
            *((name, titled(name)) for name in names),
        ]
        self.is_valid()

    def wants(self, table: str) -> bool:
        asked = self.cleaned_data.get("table", "")
        return asked in ("", table)
