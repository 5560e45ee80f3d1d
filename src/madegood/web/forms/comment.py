"""Something said to colleagues about a thing."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms

from madegood.comments.rules import LONGEST
from madegood.web.forms.document import text_field

if TYPE_CHECKING:
    from madegood.accounts.models import User


class CommentForm(forms.Form):
    """A comment, and one person to tell; others can be told with an @ in the text."""

    text = text_field(
        "What do you want to say?",
        "Write what you want to say",
        "Colleagues who may see this page can read it; no paper shows it. Do not name "
        "a child. Write @ and a colleague’s name or address to tell them.",
        LONGEST,
    )
    tell = forms.ChoiceField(
        label="Tell somebody",
        required=False,
        error_messages={"invalid_choice": "Choose somebody in the list"},
    )

    def __init__(self, others: "Iterable[User]", data: Any = None) -> None:
        super().__init__(data, prefix="comment")
        self.people = {f"{person.pk}": person for person in others}
        field = self.fields["tell"]
        assert isinstance(field, forms.ChoiceField)
        named = [(key, f"{person}") for key, person in self.people.items()]
        field.choices = [("", "Nobody in particular"), *named]

    def told(self) -> "list[User]":
        found = self.people.get(self.cleaned_data["tell"])
        return [found] if found else []


class EditCommentForm(forms.Form):
    text = text_field(
        "What do you want to say?", "Write what you want to say", most=LONGEST
    )

    def __init__(self, text: str, data: Any = None) -> None:
        super().__init__(data, prefix="edit", initial={"text": text})


class StrikeForm(forms.Form):
    why = text_field(
        "Why do you strike it?",
        "Say why you strike it",
        "It stays where it is, struck through, with this reason.",
        500,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="strike")
