"""Which audits' grades are held against each other."""

from collections.abc import Mapping, Sequence
from typing import Final

from django import forms

from madegood.clock.periods import Period

RECENT: Final = "recent"


class AgreementForm(forms.Form):
    """The last twelve months, unless a year to March or all are asked for."""

    of = forms.ChoiceField(
        label="Audits completed in",
        error_messages={
            "invalid_choice": "Choose the last twelve months, a year or all of them",
        },
    )

    def __init__(
        self, recent: Period, years: Sequence[Period], given: Mapping[str, str]
    ) -> None:
        super().__init__({"of": given.get("of", "") or RECENT})
        self._periods: dict[str, Period | None] = {RECENT: recent}
        self._periods |= {f"{year.last.year}": year for year in years}
        self._periods["all"] = None
        field = self.fields["of"]
        assert isinstance(field, forms.ChoiceField)
        self._named = {RECENT: "The last twelve months"}
        self._named |= {
            f"{year.last.year}": f"The year to March {year.last.year}" for year in years
        }
        self._named["all"] = "All the years there are"
        field.choices = list(self._named.items())

    def period(self) -> Period | None:
        """None is all of time."""
        return self._periods[self.cleaned_data["of"]]

    @property
    def words(self) -> str:
        return self._named[self.cleaned_data["of"]]
