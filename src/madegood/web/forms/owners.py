"""Posts, the order they stand in, and who owns an action."""

from collections.abc import Sequence
from typing import Any

from django import forms

from madegood.plan.views import ActionView
from madegood.web.forms.working import words_field


class AddPostForm(forms.Form):
    title = words_field(
        "What is the post called?",
        "Enter the title of the post",
        "As people say it: Head of Service Safeguards.",
        200,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="new")


class ReportsToForm(forms.Form):
    """Which post a post reports to; blank for none."""

    to = forms.ChoiceField(
        label="Which post does it report to?",
        required=False,
        help_text="While nobody holds this post, what waits for it goes there.",
        error_messages={"invalid_choice": "Choose one of the posts in the list"},
    )
    why = words_field("Why?", "Say why, or who said so")

    def __init__(self, posts: Sequence[str], data: Any = None, now: str = "") -> None:
        super().__init__(data, prefix="reports", initial={"to": now})
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "None"), *((title, title) for title in posts)]


class OwnersForm(forms.Form):
    accountable = forms.ChoiceField(
        label="Which post answers for it?",
        error_messages={
            "required": "Choose the post that answers for it",
            "invalid_choice": "Choose one of the posts in the list",
        },
    )
    others = forms.MultipleChoiceField(
        label="Which posts own it too?",
        required=False,
        error_messages={"invalid_choice": "Choose posts from the list"},
    )
    why = words_field("Why?", "Say why the owners change")

    def __init__(
        self, posts: Sequence[str], action: ActionView, data: Any = None
    ) -> None:
        now = action.owner_views
        initial = {
            "accountable": next((o.post for o in now if o.accountable), ""),
            "others": [owner.post for owner in now if not owner.accountable],
        }
        super().__init__(data, prefix="owners", initial=initial)
        choices = [(title, title) for title in posts]
        for name, first in (("accountable", [("", "Choose a post")]), ("others", [])):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [*first, *choices]
