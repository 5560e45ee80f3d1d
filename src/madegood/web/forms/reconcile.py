"""A list of what somebody counted, to hold against ours."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict

from madegood.clock.periods import Period, add_months, month_of, months
from madegood.intake.contained import ReaderFailed, read_ids_contained
from madegood.intake.id_list import MOST_BYTES, IdList, NotAList, read_id_text
from madegood.intake.limits import MIB
from madegood.measures import Measure
from madegood.measures.two_lists import By, Counted
from madegood.web.forms.reason import ReasonForm
from madegood.web.measure_words import met_words
from madegood.web.received import received
from madegood.web.words import month

MONTHS: Final = 36
_KINDS: Final = (
    ("", "Find out from the list"),
    ("child", "Children"),
    ("row", "Rows, such as episodes or plans"),
)


class ReconcileForm(ReasonForm):
    """The list and what it is of; the reason for looking, where none has been given."""

    ids = forms.CharField(
        label="Paste the ids",
        help_text="The case system’s own numbers: one on each line, or a table with a "
        "column headed Child ID.",
        required=False,
        strip=False,
        max_length=MOST_BYTES,
        error_messages={
            "max_length": "Paste the column of ids alone: this is too long"
        },
    )
    file = forms.FileField(
        label="Or choose a file",
        help_text=f"CSV, text or a workbook of no more than {MOST_BYTES // MIB} MB.",
        required=False,
        error_messages={
            "empty": "The file is empty. Choose one that holds ids",
            "max_length": "The file has too long a name. Give it a shorter one",
        },
    )
    counted = forms.ChoiceField(
        label="What is the list of?",
        error_messages={
            "required": "Say what the list is of",
            "invalid_choice": "Choose one of these",
        },
    )
    kind = forms.ChoiceField(
        label="Whose ids are they?",
        choices=_KINDS,
        required=False,
        error_messages={"invalid_choice": "Choose one of these"},
    )
    since = forms.ChoiceField(
        label="From",
        required=False,
        error_messages={"invalid_choice": "Choose a month from the list"},
    )
    until = forms.ChoiceField(
        label="To the end of",
        required=False,
        error_messages={"invalid_choice": "Choose a month from the list"},
    )
    field_order = ["ids", "file", "counted", "kind", "since", "until"]

    def __init__(
        self,
        asked: Measure,
        last: date,
        *,
        granted: bool,
        data: Mapping[str, Any] | None = None,
        files: "MultiValueDict[str, UploadedFile[Any]] | None" = None,
    ) -> None:
        whole = add_months(last, 0 if last == month_of(last).last else -1)
        usual = f"{whole:%Y-%m}"
        given = {"counted": "met", "since": usual, "until": usual}
        super().__init__(data, files, initial=given)
        self._months = list(reversed(months(add_months(last, 1 - MONTHS), last)))
        self._said: IdList | None = None
        self._choose("counted", _counted(asked))
        if granted:
            del self.fields["purpose"], self.fields["detail"]
        if asked.standing:
            del self.fields["since"], self.fields["until"]
        else:
            named = [(f"{p.first:%Y-%m}", month(p)) for p in self._months]
            self._choose("since", named)
            self._choose("until", named)

    def _choose(self, name: str, choices: "list[tuple[str, str]]") -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean(self) -> None:
        if not self.errors:
            self._read()
        self._in_order()

    @property
    def listed(self) -> IdList:
        assert self._said is not None
        return self._said

    @property
    def by(self) -> By | None:
        """Whose ids it says they are; None where the list is to tell."""
        match self.cleaned_data["kind"]:
            case "child":
                return "child"
            case "row":
                return "row"
            case _:
                return None

    @property
    def result(self) -> Counted:
        return Counted(self.cleaned_data["counted"])

    @property
    def period(self) -> Period | None:
        """The months asked for, from the first day to the last; of a measure of how
        things stand there are none."""
        if "since" not in self.fields:
            return None
        first, last = self._month("since"), self._month("until")
        return Period(first.first, last.last)

    def _read(self) -> None:
        pasted, file = self.cleaned_data["ids"], self.cleaned_data["file"]
        if bool(pasted.strip()) == bool(file):
            self.add_error(
                "ids", "Paste the ids or choose a file: one of the two, and not both"
            )
            return
        try:
            self._said = _from_file(file) if file else read_id_text(pasted)
        except NotAList as fault:
            self.add_error("file" if file else "ids", str(fault))
        except ReaderFailed:
            self.add_error("file", "The file cannot be read just now. Paste the ids")

    def _in_order(self) -> None:
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            self.add_error("until", "Choose a last month that is not before the first")

    def _month(self, name: str) -> Period:
        chosen = self.cleaned_data[name] or self.initial[name]
        return next(p for p in self._months if f"{p.first:%Y-%m}" == chosen)


def _counted(asked: Measure) -> list[tuple[str, str]]:
    """What a list may be of, in the measure's own words."""
    if asked.unit in ("count", "rate"):
        return [("met", "Those counted")]
    met = met_words(asked)
    return [
        ("met", f"Those counted as met: {met}"),
        ("not_met", "Those counted as not met"),
        ("all", "All that were due, met or not"),
    ]


def _from_file(file: "UploadedFile[Any]") -> IdList:
    if (file.size or 0) > MOST_BYTES:
        raise NotAList(
            f"The file is larger than {MOST_BYTES // MIB} MB, which no list of ids is. "
            "Keep the column of ids alone."
        )
    with received([file]) as folder:
        (path,) = Path(folder).iterdir()
        return read_ids_contained(path)
