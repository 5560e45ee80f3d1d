"""Two days to put beside each other."""

from datetime import date, datetime
from typing import Any

from django import forms

from madegood.clock.moments import end_of_day
from madegood.clock.periods import add_months
from madegood.clock.today import now, today
from madegood.web.forms.part import FORMATS, NOT_A_DATE

EARLIEST = 2015


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        input_formats=FORMATS,
        error_messages={"invalid": NOT_A_DATE},
    )


class ThenForm(forms.Form):
    """Blank days are three months ago, and today."""

    on = _day("On")
    to = _day("Beside")

    def __init__(self, data: dict[str, Any]) -> None:
        given = {key: data.get(key, "") for key in ("on", "to")}
        filled = {
            "on": given["on"] or add_months(today(), -3).isoformat(),
            "to": given["to"] or today().isoformat(),
        }
        super().__init__(filled)
        self.is_valid()

    def clean_on(self) -> date:
        return _known(self.cleaned_data["on"])

    def clean_to(self) -> date:
        return _known(self.cleaned_data["to"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, second = cleaned.get("on"), cleaned.get("to")
        if first and second and first > second:
            self.add_error("to", "Choose the first day or a later one")
        return cleaned

    @property
    def days(self) -> tuple[date, date]:
        """The days asked about; where one cannot be used, the usual ones."""
        if self.errors:
            return add_months(today(), -3), today()
        return self.cleaned_data["on"], self.cleaned_data["to"]

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """The end of each day; of today, which is not over, now."""
        first, second = self.days
        return _end(first), _end(second)


def _known(day: date) -> date:
    if day > today():
        raise forms.ValidationError("Choose today or an earlier day")
    if day.year < EARLIEST:
        raise forms.ValidationError(f"Choose a day in {EARLIEST} or later")
    return day


def _end(day: date) -> datetime:
    return now() if day == today() else end_of_day(day)
