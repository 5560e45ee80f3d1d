"""Who holds a post, and from what day."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may, people
from madegood.clock.today import today
from madegood.plan.posts import PostView
from madegood.web.forms.part import day_field
from madegood.web.words import day

if TYPE_CHECKING:
    from madegood.accounts.models import User

EARLIEST = 2000


class HolderForm(forms.Form):
    """A person takes a post on a day that has come; the one before leaves it then."""

    post = forms.ChoiceField(
        label="Post",
        error_messages={
            "required": "Choose a post",
            "invalid_choice": "Choose one of the posts that own an action",
        },
    )
    person = forms.ChoiceField(
        label="Who holds it?",
        help_text="Anybody who may see the plan. Somebody who is not in the list needs "
        "a sign-in first: ask whoever manages people on this service.",
        error_messages={
            "required": "Choose who holds the post",
            "invalid_choice": "Choose one of the people in the list",
        },
    )
    start = day_field(
        "From what day?",
        "Enter the day from which they hold the post",
        "Whoever held it before leaves it on this day.",
    )

    def __init__(self, posts: Sequence[PostView], data: Any = None) -> None:
        super().__init__(data, prefix="holder")
        self.posts = {post.title: post for post in posts}
        self.people = {f"{p.pk}": p for p in people() if may(p, Permission.PLAN_VIEW)}
        # The vacant ones first: they are why somebody comes here.
        waiting = sorted(posts, key=lambda post: (not post.vacant, post.title))
        self.fields["post"] = _choice(
            self.fields["post"],
            [("", "Choose a post")]
            + [
                (p.title, f"{p.title} (vacant)" if p.vacant else p.title)
                for p in waiting
            ],
        )
        self.fields["person"] = _choice(
            self.fields["person"],
            [("", "Choose a person")]
            + [(key, f"{p}") for key, p in self.people.items()],
        )

    def clean_start(self) -> date:
        start = self.cleaned_data["start"]
        assert isinstance(start, date)
        if start > today():
            raise forms.ValidationError(
                "This day is still to come: record it on the day, or after it"
            )
        if start.year < EARLIEST:
            raise forms.ValidationError(f"Choose a day in {EARLIEST} or later")
        return start

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        post, start = self.posts.get(cleaned.get("post", "")), cleaned.get("start")
        if post and post.since and start and start < post.since:
            self.add_error(
                "start",
                f"{post.holder} has held this post since {day(post.since)}: choose "
                "that day or a later one",
            )
        elif post and post.holder and post.holder == f"{self.chosen()}":
            self.add_error("person", f"{post.holder} holds this post already")
        return cleaned

    def chosen(self) -> "User | None":
        """The person chosen; None where nobody in the list was."""
        return self.people.get(self.cleaned_data.get("person", ""))


def _choice(field: forms.Field, choices: list[tuple[str, str]]) -> forms.Field:
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices
    return field
