"""What is to be done about something: an action of the plan, or a board's question."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms

from madegood.clock.today import today
from madegood.governance.asking import USUAL_DAYS
from madegood.governance.insight_actions import Wanted
from madegood.governance.link_actions import LinkGiven
from madegood.web.forms.board import choice_field, words_field
from madegood.web.forms.matter import NO_NAMES
from madegood.web.forms.part import day_field


def _offer(form: forms.Form, name: str, choices: Sequence[tuple[str, Any]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


def _maybe(label: str, hint: str, fault: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        required=False,
        error_messages={"invalid_choice": fault},
    )


class RaiseForm(forms.Form):
    """From what was seen to what is done about it."""

    into = choice_field("What do you want to raise?", [], "Choose what to raise")
    recommendation = _maybe(
        "Under which recommendation?",
        "For an action in the plan.",
        "Choose a recommendation from the list",
    )
    board = _maybe("To which board?", "For a question.", "Choose a board from the list")
    text = words_field(
        "What is to be done, or asked?",
        "Say what is to be done, or asked",
        NO_NAMES,
        2000,
    )
    post = words_field(
        "Which post does it, or answers?", "Say which post does it, or answers"
    )
    due = day_field("By what day?", "Enter the day by which it is to be done")
    why = words_field(
        "Why, from what you saw?",
        "Say why, from what you saw",
        "A sentence that somebody would understand in a year’s time.",
        1000,
    )

    def __init__(
        self,
        numbers: Sequence[tuple[str, Any]],
        boards: Sequence[tuple[str, str]],
        data: Any = None,
    ) -> None:
        later = today() + timedelta(days=USUAL_DAYS)
        super().__init__(data, prefix="raise", initial={"due": later.isoformat()})
        into = [("plan", "An action in the plan")] if numbers else []
        into += [("board", "A question for a board")] if boards else []
        _offer(self, "into", into)
        _offer(self, "recommendation", [("", "None"), *numbers])
        _offer(self, "board", [("", "None"), *boards])

    def clean_due(self) -> date:
        day = self.cleaned_data["due"]
        assert isinstance(day, date)
        if not today() <= day <= today() + timedelta(days=3653):
            raise forms.ValidationError("Choose a day in the next ten years")
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        into = cleaned.get("into")
        if into == "plan" and not cleaned.get("recommendation"):
            self.add_error("recommendation", "Choose a recommendation")
        if into == "board" and not cleaned.get("board"):
            self.add_error("board", "Choose a board")
        return cleaned

    def given(self) -> Wanted:
        said = self.cleaned_data
        plan = said["into"] == "plan"
        return Wanted(
            said["text"],
            said["post"],
            said["due"],
            said["why"],
            recommendation=said["recommendation"] if plan else "",
            board_id=None if plan else int(said["board"]),
        )


class LinkForm(forms.Form):
    """What a board's decision does to the plan."""

    how = choice_field(
        "What does it do to the plan?",
        [
            ("about", "It is about an action that is there"),
            ("moved", "It moves the date of an action"),
            ("raised", "It asks for a new action"),
        ],
        "Choose what it does to the plan",
    )
    number = words_field("The number of the action", "", "Such as 4.3.", 40)
    recommendation = _maybe(
        "Under which recommendation?",
        "For a new action.",
        "Choose a recommendation from the list",
    )
    text = words_field("What is to be done?", "", "For a new action.", 2000)
    post = words_field("Which post does it?", "", "For a new action.")
    due = forms.DateField(
        label="By what day?",
        help_text="For a new action, or the new date of one.",
        required=False,
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"],
        error_messages={
            "invalid": "Enter a date, such as 30 November 2026 or 30/11/2026"
        },
    )
    words = words_field("In a few words, why?", "", "", 1000)

    def __init__(self, numbers: Sequence[tuple[str, Any]], data: Any = None) -> None:
        super().__init__(data, prefix="link")
        _offer(self, "recommendation", [("", "None"), *numbers])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        needs = {
            "about": ("number",),
            "moved": ("number", "due"),
            "raised": ("recommendation", "text", "post", "due"),
        }
        for name in needs.get(cleaned.get("how", ""), ()):
            if name not in self.errors and not cleaned.get(name):
                label = f"{self.fields[name].label}".rstrip("?").lower()
                self.add_error(name, f"Give {label}")
        return cleaned

    def given(self) -> LinkGiven:
        return LinkGiven(**self.cleaned_data)
