"""Which documents to list."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from django import forms

from madegood.documents.kinds import KIND_WORDS
from madegood.documents.path import PathState
from madegood.documents.views import DocumentView

Test = Callable[[DocumentView], bool]

SHOW: Final[dict[str, tuple[str, Test]]] = {
    "": ("In use", lambda d: d.retired_on is None),
    "waiting": (
        "Waiting for approval",
        lambda d: d.retired_on is None and d.state is PathState.WAITING,
    ),
    "sent_back": (
        "Sent back",
        lambda d: d.retired_on is None and d.state is PathState.SENT_BACK,
    ),
    "overdue": ("Review overdue", lambda d: d.review_overdue),
    "unread": (
        "Not acknowledged by everybody told",
        lambda d: d.retired_on is None and bool(d.reach.missing),
    ),
    "untold": (
        "Approved, and nobody told",
        lambda d: d.retired_on is None and d.approved is not None and not d.reach.told,
    ),
    "retired": ("Retired", lambda d: d.retired_on is not None),
    "all": ("All, retired ones too", lambda _: True),
}


class DocumentListForm(forms.Form):
    """Those in use, unless something is asked for. What nobody offered is not obeyed."""

    show = forms.ChoiceField(
        label="Show",
        required=False,
        choices=[(name, words) for name, (words, _) in SHOW.items()],
    )
    kind = forms.ChoiceField(
        label="Kind",
        required=False,
        choices=[("", "Any kind"), *((k.value, w) for k, w in KIND_WORDS.items())],
    )
    text = forms.CharField(label="Words in the title", required=False, max_length=100)

    def __init__(self, data: Mapping[str, str]) -> None:
        super().__init__(data)
        self.is_valid()

    @property
    def asked(self) -> bool:
        return any(self.cleaned_data.values())

    def chosen(self, rows: Iterable[DocumentView]) -> list[DocumentView]:
        said = self.cleaned_data
        wanted = SHOW[said.get("show", "")][1]
        kind, words = said.get("kind", ""), said.get("text", "").casefold().split()
        return [
            row
            for row in rows
            if wanted(row)
            and (not kind or row.kind == kind)
            and all(word in row.title.casefold() for word in words)
        ]
