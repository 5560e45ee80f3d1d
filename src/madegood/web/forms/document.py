"""A document, and a version of it with who must approve it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from madegood.clock.periods import add_months
from madegood.clock.today import today
from madegood.documents.actions import Given, Named, Submitted
from madegood.documents.kinds import BODY_WORDS, KIND_WORDS
from madegood.documents.views import BodyView, DocumentView
from madegood.web.forms.part import day_field

MOST_STEPS = 5
Choices = list[tuple[str, str]]


def text_field(
    label: str, required: str, hint: str = "", most: int = 300, *, needed: bool = True
) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        required=needed,
        max_length=most,
        error_messages={
            "required": required,
            "max_length": f"Write it in {most:,} characters or fewer",
        },
    )


class DocumentForm(forms.Form):
    """What a document is, whose it is, and what it belongs to."""

    kind = forms.ChoiceField(
        label="What kind of document is it?",
        choices=[("", "Choose a kind"), *((k.value, w) for k, w in KIND_WORDS.items())],
        error_messages={"required": "Choose what kind of document it is"},
    )
    title = text_field(
        "Title", "Enter the document’s title", "As it stands on its cover."
    )
    owner = forms.ChoiceField(
        label="Which post owns it?",
        help_text="The owner keeps it right. Somebody else must approve it as well.",
        error_messages={
            "required": "Choose the post that owns the document",
            "invalid_choice": "Choose one of the posts in the list",
        },
    )
    partners = forms.MultipleChoiceField(
        label="Which partners is it agreed with?",
        required=False,
        error_messages={"invalid_choice": "Choose partners from the list"},
    )
    parts = text_field(
        "Which actions and recommendations is it for?",
        "",
        "Their numbers, with commas between: 4.1, 4.3, 6. Leave blank if none.",
        needed=False,
    )
    review_by = day_field(
        "When must it be looked at again?", "Enter the day it must be looked at again"
    )

    def __init__(
        self,
        owners: Sequence[tuple[int, str]],
        bodies: Sequence[BodyView],
        data: Any = None,
        shown: DocumentView | None = None,
    ) -> None:
        super().__init__(data, prefix="document", initial=_initial(shown))
        _choices(self, "owner", [("", "Choose a post"), *((t, t) for _, t in owners)])
        partners = [(f"{b.id}", b.name) for b in bodies if not b.is_board]
        _choices(self, "partners", partners)

    def given(self) -> Given:
        said = self.cleaned_data
        return Given(
            kind=said["kind"],
            title=said["title"],
            owner=said["owner"],
            review_by=said["review_by"],
            partners=tuple(int(each) for each in said["partners"]),
            parts=tuple(
                word.strip() for word in said["parts"].split(",") if word.strip()
            ),
        )


def _initial(shown: DocumentView | None) -> dict[str, Any]:
    if shown is None:
        return {"review_by": add_months(today(), 12).isoformat()}
    return {
        "kind": shown.kind,
        "title": shown.title,
        "owner": shown.owner,
        "partners": [f"{body.id}" for body in shown.partners],
        "parts": ", ".join([*shown.recommendations, *shown.actions]),
        "review_by": shown.review_by.isoformat(),
    }


class VersionForm(forms.Form):
    """A version: where it is, what changed, and the approvers in their order."""

    file = forms.FileField(
        label="The version itself",
        help_text="Word, PDF, a workbook or text. It is looked into first: a file that "
        "names a child is not taken.",
        required=False,
        error_messages={
            "empty": "The file is empty. Choose the one with the text in it",
            "max_length": "The file’s name is too long. Give it a shorter one",
        },
    )
    link = forms.URLField(
        label="Or where can it be found?",
        help_text="The address of this version in the council’s own store.",
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={
            "invalid": "Enter a whole address, such as https://documents.example/123",
        },
    )
    what_changed = text_field(
        "What changed in it?",
        "Say what changed; for a first version, what it is for",
        "For a first version, say what it is for.",
        2000,
    )
    asks_again = forms.BooleanField(
        label="Whoever acknowledged an earlier version must acknowledge this one",
        required=False,
    )

    def __init__(
        self,
        owners: Sequence[tuple[int, str]],
        bodies: Sequence[BodyView],
        shown: DocumentView,
        data: Any = None,
        files: Any = None,
    ) -> None:
        super().__init__(data, files, prefix="version", initial=_last_path(shown))
        choices: Choices = [("", "Nobody")]
        choices += [(f"post:{key}", title) for key, title in owners]
        choices += [(b.key, f"{b.name} ({b.kind.lower()})") for b in bodies]
        for place in range(1, MOST_STEPS + 1):
            self.fields[f"approver_{place}"] = forms.ChoiceField(
                label=f"Approver {place}",
                choices=choices,
                required=False,
                error_messages={"invalid_choice": "Choose an approver from the list"},
            )
            self.fields[f"due_{place}"] = due_field(place)

    @property
    def places(self) -> range:
        return range(1, MOST_STEPS + 1)

    def given(self) -> Submitted:
        said = self.cleaned_data
        sent = said["file"]
        return Submitted(
            said["what_changed"],
            said["asks_again"],
            said["link"],
            (sent.name, sent.chunks()) if sent else None,
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("file") and not cleaned.get("link"):
            self.add_error("file", "Choose the version’s file, or give a link to it")
        return cleaned

    def path(self) -> list[Named]:
        """The approvers in the order they stand in; places left blank are passed over."""
        found = []
        for place in self.places:
            kind, _, key = self.cleaned_data[f"approver_{place}"].partition(":")
            due: date | None = self.cleaned_data[f"due_{place}"]
            if kind:
                found.append(Named(due, **{kind: int(key)}))
        return found


def due_field(place: int) -> forms.DateField:
    field = day_field(f"Approver {place} decides by", "", "")
    field.required = False
    return field


def _last_path(shown: DocumentView) -> dict[str, Any]:
    """The approvers of the version before: a path is seldom another one."""
    if shown.newest is None:
        return {}
    return {
        f"approver_{place}": step.key
        for place, step in enumerate(shown.newest.steps, 1)
    }


class BodyForm(forms.Form):
    """A partner organisation."""

    name = text_field("Name", "Enter the partner’s name", most=200)
    kind = forms.ChoiceField(
        label="What is it?",
        choices=[(k.value, words) for k, words in BODY_WORDS.items()],
        error_messages={"required": "Choose what it is"},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="body")


def _choices(form: forms.Form, name: str, choices: Choices) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices
