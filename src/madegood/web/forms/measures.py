"""Which measures to list."""

from collections.abc import Iterable, Mapping, Sequence

from django import forms

from madegood.web.measure_list import CHANGES, DATA, Listed

ANY = ("", "Any")


class ListForm(forms.Form):
    """Every measure, unless something is asked for. What nobody offered is not obeyed."""

    theme = forms.ChoiceField(label="Recommendation", required=False)
    change = forms.ChoiceField(
        label="Direction",
        required=False,
        choices=[ANY, *((name, words) for name, (words, _) in CHANGES.items())],
    )
    enough = forms.ChoiceField(
        label="Data",
        required=False,
        choices=[ANY, *((name, words) for name, (words, _) in DATA.items())],
    )
    text = forms.CharField(label="Words", required=False, max_length=100)

    def __init__(
        self, themes: Sequence[tuple[str, str]], data: Mapping[str, str]
    ) -> None:
        super().__init__(data)
        field = self.fields["theme"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [ANY, *themes]
        self.is_valid()

    @property
    def asked(self) -> bool:
        """Whether anything was asked for."""
        return any(self.cleaned_data.values())

    def chosen(self, rows: Iterable[Listed]) -> list[Listed]:
        return [row for row in rows if self._wants(row)]

    def _wants(self, row: Listed) -> bool:
        said = self.cleaned_data
        theme, change, enough = (said.get(n) for n in ("theme", "change", "enough"))
        if theme and row.measure.recommendation_theme.casefold() != theme:
            return False
        if change and not (row.counted and row.series.verdict in CHANGES[change][1]):
            return False
        if enough and row.answer.answer is not DATA[enough][1]:
            return False
        return row.has(said.get("text", ""))
