"""Choosing several actions of the plan, and what is set for all of them."""

from collections.abc import Sequence
from typing import Any

from django import forms

from madegood.plan.bulk_actions import (
    Change,
    CycleChange,
    DateChange,
    MilestoneChange,
    OwnerChange,
)
from madegood.plan.progress import DELIVERY_WORDS, Delivery
from madegood.web.forms.commitments import CommitmentForm
from madegood.web.forms.part import DateForm
from madegood.web.forms.working import MilestoneForm, words_field

KINDS = (
    ("date", "Their date, with who agreed it and why"),
    ("owner", "The post that answers for them"),
    ("cycle", "A commitment that comes round"),
    ("milestone", "A milestone"),
)


class FilterForm(forms.Form):
    """Which actions are listed. Whatever is not known lists them all."""

    recommendation = forms.ChoiceField(label="Recommendation", required=False)
    post = forms.ChoiceField(label="Post", required=False)
    delivery = forms.ChoiceField(
        label="What is said",
        required=False,
        choices=[
            ("", "Any"),
            *((d.value, DELIVERY_WORDS[d].capitalize()) for d in Delivery),
        ],
    )
    late = forms.ChoiceField(
        label="By its date",
        required=False,
        choices=[("", "Any"), ("late", "Late"), ("no_date", "Without a date")],
    )

    def __init__(
        self,
        recommendations: Sequence[tuple[str, Any]],
        posts: Sequence[str],
        data: Any,
    ) -> None:
        super().__init__(data)
        for name, some in (
            ("recommendation", recommendations),
            ("post", [(post, post) for post in posts]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", "Any"), *some]

    def wanted(self, name: str) -> str:
        return str(self.cleaned_data.get(name, "")) if self.is_valid() else ""


class OwnerForm(forms.Form):
    accountable = forms.ChoiceField(
        label="Which post answers for them?",
        help_text="Posts that share an action go on sharing it.",
        error_messages={
            "required": "Choose the post that answers for them",
            "invalid_choice": "Choose one of the posts in the list",
        },
    )
    why = words_field("Why?", "Say why the owner changes")

    def __init__(self, posts: Sequence[str], data: Any = None) -> None:
        super().__init__(data, prefix="owner")
        field = self.fields["accountable"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Choose a post"), *((post, post) for post in posts)]


def change_form(kind: str, posts: Sequence[str], data: Any = None) -> forms.Form | None:
    """The form for what is to be set; None for a kind there is not."""
    if kind == "owner":
        return OwnerForm(posts, data)
    plain: dict[str, type[forms.Form]] = {
        "date": DateForm,
        "cycle": CommitmentForm,
        "milestone": MilestoneForm,
    }
    return plain[kind](data) if kind in plain else None


def change_of(form: forms.Form) -> Change:
    """What a valid form asks for."""
    given = form.cleaned_data
    if isinstance(form, OwnerForm):
        return OwnerChange(given["accountable"], given["why"])
    if isinstance(form, DateForm):
        return DateChange(given["to"], given["agreed_by"], given["why"])
    if isinstance(form, CommitmentForm):
        return CycleChange(form.promise())
    return MilestoneChange(given["title"], given["due"])
