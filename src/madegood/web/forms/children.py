"""Which of the rows behind a number to look at."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django import forms

from madegood.measures import Measure, RowState, State
from madegood.measures.wording import words_for_reason
from madegood.web.forms.months import MonthForm
from madegood.web.measure_words import words_by_state
from madegood.web.words import sentence

ANY = ("", "Any")


class RowsForm(MonthForm):
    """A month, and of its rows a state or a reason. A measure of how things stand has
    no months: its rows are those of the day."""

    state = forms.ChoiceField(label="State", required=False)
    reason = forms.ChoiceField(label="Reason", required=False)

    def __init__(self, asked: Measure, last: date, data: Mapping[str, str]) -> None:
        super().__init__(last, data)
        self.asked = asked
        self._offered: dict[str, set[str]] = {}
        if asked.standing:
            del self.fields["month"]

    def offer(self, rows: Sequence[RowState]) -> None:
        """Offer only what these rows have: a choice never leads to nothing."""
        words = words_by_state(self.asked)
        states = {row.state for row in rows}
        reasons = {row.reason for row in rows if row.reason}
        self._choices(
            "state",
            [(s.value, sentence(words[s][0])[:-1]) for s in words if s in states],
        )
        said = sorted((words_for_reason(name), name) for name in reasons)
        self._choices("reason", [(name, sentence(text)[:-1]) for text, name in said])

    def chosen(self, rows: Iterable[RowState]) -> list[RowState]:
        """Those asked for; what was not offered is not obeyed."""
        state, reason = self._said("state"), self._said("reason")
        return [
            row
            for row in rows
            if (not state or row.state is State(state))
            and (not reason or row.reason == reason)
        ]

    @property
    def narrowed(self) -> bool:
        return bool(self._said("state") or self._said("reason"))

    def _said(self, name: str) -> str:
        given = str(self.data.get(name, ""))
        return given if given in self._offered.get(name, ()) else ""

    def _choices(self, name: str, found: Sequence[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [ANY, *found]
        self._offered[name] = {value for value, _ in found}
