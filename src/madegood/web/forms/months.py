"""A month to look at."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from madegood.clock.periods import Period, add_months, months
from madegood.web.words import month


class MonthForm(forms.Form):
    """Which month's rows: one of the last twelve; the newest unless another is said."""

    month = forms.ChoiceField(label="Month", required=False)

    def __init__(self, last: date, data: Mapping[str, Any]) -> None:
        self.periods = list(reversed(months(add_months(last, -11), last)))
        super().__init__(data)
        self.fields["month"].choices = [  # type: ignore[attr-defined]
            (f"{period.first:%Y-%m}", month(period)) for period in self.periods
        ]

    def period(self) -> Period:
        chosen = self.cleaned_data["month"] if self.is_valid() else ""
        return next(
            (p for p in self.periods if f"{p.first:%Y-%m}" == chosen), self.periods[0]
        )
