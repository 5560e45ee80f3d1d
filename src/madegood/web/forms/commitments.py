"""How often something comes round, and what was done for a period of it."""

from collections.abc import Sequence
from typing import Any

from django import forms

from madegood.clock.today import today
from madegood.plan.commitment_actions import Promise
from madegood.plan.cycles import Every, PeriodState, PeriodView
from madegood.plan.reporting_actions import Reported
from madegood.plan.views import EvidenceView
from madegood.web.forms.part import day_field
from madegood.web.forms.working import NO_NAMES, agreed_by_field, words_field
from madegood.web.words import short_day

USUAL = tuple(
    Every(count, unit)
    for count, unit in (
        (1, "week"),
        (2, "week"),
        (1, "month"),
        (2, "month"),
        (1, "quarter"),
        (1, "term"),
        (6, "month"),
        (1, "year"),
    )
)


def every_key(every: Every) -> str:
    return f"{every.count} {every.unit}"


def every_field(label: str = "How often does it come round?") -> Any:
    return forms.ChoiceField(
        label=label,
        choices=[(every_key(each), f"{each}".capitalize()) for each in USUAL],
        error_messages={
            "required": "Choose how often it comes round",
            "invalid_choice": "Choose how often it comes round from the list",
        },
    )


def every_chosen(key: str) -> Every:
    count, unit = key.split()
    return Every(int(count), unit)


class CommitmentForm(forms.Form):
    words = words_field(
        "What is promised?",
        "Say what is promised",
        "For example: report on contract monitoring.",
        300,
    )
    every = every_field()
    first_day = day_field(
        "From what day?",
        "Enter the first day of the first period",
        "The first day of the first period that needs a report.",
    )
    grace = forms.IntegerField(
        label="How many days after a period may its report come?",
        min_value=0,
        max_value=90,
        error_messages={
            "required": "Enter a number of days, or 0",
            "invalid": "Enter a whole number, such as 10",
            "min_value": "Enter a number of days from 0 to 90",
            "max_value": "Enter a number of days from 0 to 90",
        },
    )

    def __init__(
        self, data: Any = None, *, words: str = "", every: Every | None = None
    ) -> None:
        initial = {
            "words": words[:300],
            "every": every_key(every or Every(1, "month")),
            "first_day": today().replace(day=1).isoformat(),
            "grace": 10,
        }
        super().__init__(data, prefix="commitment", initial=initial)
        field = self.fields["every"]
        assert isinstance(field, forms.ChoiceField)
        if every and every not in USUAL:
            said = (every_key(every), f"{every}".capitalize())
            field.choices = [
                said,
                *((every_key(e), f"{e}".capitalize()) for e in USUAL),
            ]

    def promise(self, read_as: str = "") -> Promise:
        given = self.cleaned_data
        return Promise(
            words=given["words"],
            every=every_chosen(given["every"]),
            first_day=given["first_day"],
            grace=given["grace"],
            read_as=read_as,
        )


class ChangeForm(forms.Form):
    every = every_field("How often will it come round?")
    agreed_by = agreed_by_field()
    why = words_field("Why?", "Say why it changes")

    def __init__(self, data: Any = None, now: Every | None = None) -> None:
        initial = {"every": every_key(now)} if now else {}
        super().__init__(data, prefix="change", initial=initial)


class ReportForm(forms.Form):
    """What was done for one period."""

    period = forms.ChoiceField(
        label="For which period?",
        error_messages={
            "required": "Choose the period",
            "invalid_choice": "Choose one of the periods in the list",
        },
    )
    made_on = day_field("When was it made?", "Enter the day it was made")
    words = words_field(
        "What was done?",
        "Say what was done",
        f"For example: report to the improvement board, item 6. {NO_NAMES}",
        300,
    )
    link = forms.URLField(
        label="Where can it be found?",
        help_text="The address of the paper. Without one, your words are kept as an "
        "update of the action.",
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={
            "invalid": "Enter a whole address, such as https://documents.example/123"
        },
    )
    evidence = forms.ChoiceField(
        label="Or is it evidence that is on record here?",
        required=False,
        error_messages={"invalid_choice": "Choose one of the evidence in the list"},
    )

    def __init__(
        self,
        periods: Sequence[PeriodView],
        evidence: Sequence[EvidenceView],
        data: Any = None,
    ) -> None:
        awaited = [p for p in periods if p.report is None]
        first = {"period": awaited[0].first.isoformat()} if awaited else {}
        initial = {"made_on": today().isoformat(), **first}
        super().__init__(data, prefix="report", initial=initial)
        self._choose("period", [(_key(p), _said(p)) for p in reversed(periods)])
        some = [(f"{e.id}", e.title) for e in evidence]
        self._choose("evidence", [("", "No"), *some])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def reported(self) -> Reported:
        given = self.cleaned_data
        chosen = given["evidence"]
        return Reported(
            period=forms.DateField().clean(given["period"]),
            made_on=given["made_on"],
            words=given["words"],
            link=given["link"],
            evidence=int(chosen) if chosen else None,
        )


def _key(period: PeriodView) -> str:
    return period.first.isoformat()


def _said(period: PeriodView) -> str:
    said = f"{short_day(period.first)} to {short_day(period.last)}"
    if period.state is PeriodState.MISSED:
        return f"{said}, missed"
    return f"{said}, reported" if period.report else said
