"""An action, or an expected outcome, that is added to a recommendation."""

from collections.abc import Sequence
from typing import Any

from django import forms

from madegood.web.forms.board import choice_field, words_field
from madegood.web.forms.matter import NO_NAMES
from madegood.web.forms.part import day_field

_WHY = "Who agreed it, and what for. It stays with what is added."


class AddActionForm(forms.Form):
    text = words_field("What is to be done?", "Say what is to be done", NO_NAMES, 2000)
    # From the list: a post typed a little otherwise would be another one, held by nobody.
    owner = choice_field(
        "Which post is to do it?",
        [],
        "Choose which post is to do it",
        "One that is not here is added under Posts, and who holds them, first.",
    )
    due = day_field("By what day?", "Enter the day by which it is to be done")
    why = words_field("Why is it added?", "Say why it is added", _WHY, 1000)

    def __init__(self, posts: Sequence[str], data: Any = None) -> None:
        super().__init__(data, prefix="add")
        field = self.fields["owner"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Choose"), *((title, title) for title in posts)]


class AddOutcomeForm(forms.Form):
    text = words_field(
        "What will be different for children?",
        "Say what will be different",
        "Best with what would be counted, how much is enough, and by when. "
        "Do not write a child’s name.",
        2000,
    )
    why = words_field("Why is it added?", "Say why it is added", _WHY, 1000)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="add")
