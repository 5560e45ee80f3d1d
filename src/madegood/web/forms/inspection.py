"""An inspection or a review, as a person records it."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from madegood.clock.today import today
from madegood.plan.inspection_actions import EARLIEST, InspectionGiven
from madegood.plan.inspection_kinds import KIND_WORDS, Kind
from madegood.plan.inspection_views import InspectionView
from madegood.web.forms.confirm import refuse_long_grace, tested_from_field
from madegood.web.forms.part import FORMATS, NOT_A_DATE

MOST_LINES = 60
LONGEST_LINE = 2000
_MARK = re.compile(r"^(?:\(?\d{1,2}[.)]|[•●▪*–-])\s+")


def _day(label: str, hint: str = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hint,
        required=False,
        input_formats=FORMATS,
        error_messages={"invalid": NOT_A_DATE},
    )


def _lines(label: str, hint: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        widget=forms.Textarea,
        max_length=60_000,
        error_messages={"max_length": "This is too long to be a list. Shorten it"},
    )


class InspectionForm(forms.Form):
    """Nothing but the kind is required: what is not known yet is added when it is."""

    kind = forms.ChoiceField(
        label="What was it?",
        choices=[("", "Choose")]
        + [(k.value, f"{w[0].upper()}{w[1:]}") for k, w in KIND_WORDS.items()],
        error_messages={
            "required": "Choose what it was",
            "invalid_choice": "Choose what it was from the list",
        },
    )
    title = forms.CharField(
        label="What is it called? (optional)",
        help_text="Where its kind does not say enough, such as a learning review. Do "
        "not write a child’s name.",
        required=False,
        max_length=300,
        error_messages={"max_length": "Call it something of 300 characters or fewer"},
    )
    started = _day("First day of the inspection or review")
    ended = _day("Last day")
    received = _day(
        "When did the council receive the final report?",
        "What the council owes is counted from this day, not from publication.",
    )
    published = _day("When did the inspectorate publish it?")
    priority_action = forms.BooleanField(
        label="It names an area for priority action", required=False
    )
    statement_asked = forms.BooleanField(
        label="It asks for a written statement of proposed action",
        help_text="After an ILACS one is always owed; after others, where the letter "
        "says so.",
        required=False,
    )
    judgements = _lines(
        "Judgements",
        "One on each line, the area and then its grade: “…children in care: Good”. No "
        "overall grade is needed; inspections since April 2026 give none.",
    )
    recommendations = _lines(
        "What it recommends",
        "One on each line, in the report’s order and words.",
    )
    report_published_on = _day("The council published the report on")
    draft_sent_on = _day("A draft of the plan was sent to Ofsted on")
    statement_published_on = _day("The council published its statement of action on")
    plan = forms.ChoiceField(
        label="Which plan answers it?",
        required=False,
        error_messages={"invalid_choice": "Choose one of the plans"},
    )

    def __init__(self, plans: Sequence[str], *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        field = self.fields["plan"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "None yet"), *((name, name) for name in plans)]

    def clean_judgements(self) -> dict[str, str]:
        found = {}
        for line in _said(self.cleaned_data["judgements"]):
            area, _, grade = line.rpartition(":")
            if not area.strip() or not grade.strip():
                raise forms.ValidationError(
                    f"“{line[:60]}” has no grade. Write the area, a colon, and the grade"
                )
            found[area.strip()] = grade.strip()
        return found

    def clean_recommendations(self) -> tuple[str, ...]:
        lines = [
            _MARK.sub("", line) for line in _said(self.cleaned_data["recommendations"])
        ]
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(
                f"There are {len(lines)} lines here. Put each recommendation on one line; "
                f"no report has more than {MOST_LINES}"
            )
        if any(len(line) > LONGEST_LINE for line in lines):
            raise forms.ValidationError(
                "One of these is longer than a recommendation can be. Put each on a "
                "line of its own"
            )
        return tuple(line for line in lines if line)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name, field in self.fields.items():
            day = cleaned.get(name)
            if isinstance(field, forms.DateField) and day:
                self._refuse_day(name, day)
        self._refuse_order(cleaned)
        return cleaned

    def _refuse_day(self, name: str, day: date) -> None:
        if day > today():
            self.add_error(
                name, "This day is still to come: record it once it has been"
            )
        elif day < EARLIEST:
            self.add_error(name, f"This day is before {EARLIEST.year}: check the year")

    def _refuse_order(self, cleaned: dict[str, Any]) -> None:
        started, ended = cleaned.get("started"), cleaned.get("ended")
        if started and ended and started > ended:
            self.add_error("ended", "The last day is before the first: check the two")
        if started and not ended and "ended" not in self.errors:
            self.add_error("ended", "Enter the last day too; it may be the first day")
        if ended and not started and "started" not in self.errors:
            self.add_error("started", "Enter the first day too; it may be the last day")
        received = cleaned.get("received")
        for name in ("report_published_on", "draft_sent_on", "statement_published_on"):
            day = cleaned.get(name)
            if day and received and day < received:
                self.add_error(
                    name, "This is before the report was received: check both"
                )

    def given(self, authority: str = "") -> InspectionGiven:
        said = dict(self.cleaned_data)
        return InspectionGiven(
            **said | {"kind": Kind(said["kind"]), "authority": authority}
        )


def filled(view: InspectionView) -> dict[str, Any]:
    """An inspection on record as the form holds it."""
    fields = {name: getattr(view, name) for name in InspectionForm.base_fields}
    return fields | {
        "kind": view.kind.value,
        "judgements": as_lines(view.judgements),
        "recommendations": "\n".join(line.text for line in view.recommendations),
    }


def as_lines(judgements: dict[str, str]) -> str:
    return "\n".join(f"{area}: {grade}" for area, grade in judgements.items())


def _said(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class ReportForm(forms.Form):
    report = forms.FileField(
        label="The report or letter",
        help_text="A PDF with text, Word (.docx), a web page (.html) or plain text "
        "(.txt). Nothing is recorded until you have looked at what was read.",
        error_messages={
            "required": "Choose the report’s file",
            "empty": "The file is empty. Choose one that holds the report",
        },
    )


class ByHandForm(forms.Form):
    """A plan made of what an inspection recommends."""

    adopted_on = forms.DateField(
        label="From what day is it the council’s plan?",
        input_formats=FORMATS,
        error_messages={"required": "Enter the day", "invalid": NOT_A_DATE},
    )
    tested_from = tested_from_field()
    short = forms.CharField(
        label="Short name (optional)",
        help_text="What people say before a number, such as JTAI22. One is made of the "
        "kind and the year if you leave it.",
        required=False,
        max_length=40,
        error_messages={"max_length": "Use 12 letters and digits or fewer"},
    )
    main = forms.BooleanField(label="It is the main plan from now on", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        refuse_long_grace(self, cleaned)
        return cleaned
