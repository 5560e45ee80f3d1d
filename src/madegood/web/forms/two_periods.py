"""Two periods to set side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django import forms

from madegood.clock.periods import Period, add_months
from madegood.web.known import so_far
from madegood.web.words import month

MONTHS: Final = 36


@dataclass(frozen=True, slots=True)
class Choice:
    """A period that can be chosen, and how it stands in an address."""

    key: str
    period: Period
    step: str

    def words(self, as_of: date) -> str:
        return (
            f"{period_words(self.period, self.step)}{so_far(self.period.last, as_of)}"
        )


def period_words(period: Period, step: str) -> str:
    """'October 2026', 'July to September 2026', 'the year to March 2026'."""
    if step == "quarter":
        return f"{period.first:%B} to {period.last:%B %Y}"
    return f"the year to {period.last:%B %Y}" if step == "year" else month(period)


def choice(period: Period, step: str) -> Choice:
    """As an address has it: 2026-10, 2026-Q3, or 2026-year for the one to March."""
    if step == "quarter":
        key = f"{period.first.year}-Q{(period.first.month + 2) // 3}"
    elif step == "year":
        key = f"{period.last.year}-year"
    else:
        key = f"{period.first:%Y-%m}"
    return Choice(key, period, step)


class TwoPeriodsForm(forms.Form):
    """The last whole month and the same a year before, unless others are chosen."""

    first = forms.ChoiceField(label="First")
    second = forms.ChoiceField(label="Second")

    def __init__(
        self, choices: Sequence[Choice], as_of: date, given: Mapping[str, str]
    ) -> None:
        self.offered = {each.key: each for each in choices}
        usual = _usual(choices, as_of)
        chosen = {
            name: given.get(name, "") or usual.get(name, "")
            for name in ("first", "second")
        }
        super().__init__(chosen)
        named = [(each.key, _capital(each.words(as_of))) for each in choices]
        for name in chosen:
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = named
            field.error_messages["invalid_choice"] = (
                "Choose a month, quarter or year from the list"
            )
            field.error_messages["required"] = "Choose a month, quarter or year"

    def clean(self) -> None:
        first, second = self.cleaned_data.get("first"), self.cleaned_data.get("second")
        if first and first == second:
            self.add_error("second", "Choose two different periods")

    def chosen(self) -> tuple[Choice, Choice]:
        said = self.cleaned_data
        return self.offered[said["first"]], self.offered[said["second"]]


def _usual(choices: Sequence[Choice], as_of: date) -> dict[str, str]:
    months = [c for c in choices if c.step == "month" and c.period.last <= as_of]
    if len(months) < 2:
        return {"first": choices[1].key, "second": choices[0].key}
    last = months[0]
    before = choice(_month(add_months(last.period.first, -12)), "month").key
    there = {each.key for each in months}
    return {"first": before if before in there else months[1].key, "second": last.key}


def _month(first: date) -> Period:
    return Period(first, first)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
