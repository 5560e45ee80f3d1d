"""What a board asks or decides, the answer, and what the board says of it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms

from madegood.clock.today import today
from madegood.governance.asking import KIND_WORDS, USUAL_DAYS, Kind
from madegood.governance.matter_actions import WHO_ANSWERS_FOR_ALL, MatterGiven
from madegood.web.forms.board import choice_field, words_field
from madegood.web.forms.part import FORMATS, NOT_A_DATE

NO_NAMES = "Do not write a child’s name."


def _maybe_day(label: str, hint: str = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hint,
        required=False,
        input_formats=FORMATS,
        error_messages={"invalid": NOT_A_DATE},
    )


class MatterForm(forms.Form):
    """What a meeting asked or decided."""

    kind = choice_field(
        "What is it?", [(k.value, KIND_WORDS[k]) for k in Kind], "Choose what it is"
    )
    text = words_field(
        "In the words of the minutes", "Write what was asked or decided", NO_NAMES, 2000
    )
    asked_by = words_field(
        "Who asked?", "Say who asked: a post or a role", "A post or a role. Not a name."
    )
    to = words_field(
        "Which post is to answer?",
        "",
        "Only a decision may be left without one: it is then closed where it is made.",
    )
    due = _maybe_day(
        "By what day?",
        "Left blank, four weeks; for a recommendation of scrutiny, the last day the "
        "law allows.",
    )
    received_on = _maybe_day(
        "When did the authority receive it?",
        "For a recommendation of scrutiny. Left blank, the day of the meeting.",
    )
    notice_on = _maybe_day(
        "And the notice to respond, if that came later?",
        "For a recommendation of scrutiny.",
    )
    item = forms.ChoiceField(
        label="Under which item?",
        required=False,
        error_messages={"invalid_choice": "Choose an item from the list"},
    )

    def __init__(
        self, items: Sequence[tuple[str, str]], chair: str = "", data: Any = None
    ) -> None:
        super().__init__(data, prefix="matter", initial={"asked_by": chair})
        field = self.fields["item"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "None in particular"), *items]

    def given(self) -> MatterGiven:
        said = {n: v for n, v in self.cleaned_data.items() if n not in ("kind", "item")}
        return MatterGiven(kind=Kind(self.cleaned_data["kind"]), **said)

    def item_id(self) -> int | None:
        return int(self.cleaned_data["item"]) if self.cleaned_data["item"] else None


class AskForm(forms.Form):
    """A question between meetings."""

    text = words_field(
        "What do you want to know?", "Write your question", NO_NAMES, 2000
    )
    to = words_field(
        "Which post is to answer?",
        "",
        f"If you do not know, leave it blank: it goes to the {WHO_ANSWERS_FOR_ALL}.",
    )
    due = _maybe_day("By what day?")

    def __init__(self, data: Any = None) -> None:
        later = today() + timedelta(days=USUAL_DAYS)
        super().__init__(data, prefix="ask", initial={"due": later.isoformat()})

    def clean_due(self) -> date | None:
        day = self.cleaned_data["due"]
        if day is not None and day < today():
            raise forms.ValidationError("Choose today or a later day")
        return day if day is None else _date(day)


def _date(day: object) -> date:
    assert isinstance(day, date)
    return day


class AnswerForm(forms.Form):
    text = words_field(
        "The answer",
        "Write the answer",
        f"The board reads it as it stands. {NO_NAMES}",
        4000,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="answer")


class ReopenForm(forms.Form):
    """Why what the board had closed is open again, and by when it is answered."""

    why = words_field(
        "Why is it opened again?",
        "Say why it is opened again",
        "What has come to light since, and who asked for it: a post or a role.",
        1000,
    )
    due = _maybe_day("By what day is it to be answered?", "Left blank, four weeks.")

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="reopen")


class SettleForm(forms.Form):
    """What a meeting said of the answer."""

    meeting = forms.ChoiceField(
        label="Which meeting?",
        error_messages={
            "required": "Choose the meeting that looked at the answer",
            "invalid_choice": "Choose a meeting from the list",
        },
    )
    said = choice_field(
        "What did the board say?",
        [("accepted", "It accepted the answer"), ("back", "It sent the answer back")],
        "Choose what the board said",
    )
    why = words_field(
        "Why was it sent back?", "", "What the board still wants to know.", 1000
    )

    def __init__(self, meetings: Sequence[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data, prefix="settle")
        field = self.fields["meeting"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*meetings]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("said") == "back" and not cleaned.get("why"):
            self.add_error("why", "Say why the board sends it back")
        return cleaned
