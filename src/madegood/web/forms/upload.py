"""Files, as many as were chosen at once."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """A list of files; each is checked as one file would be."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=ManyFiles(), **options)

    def clean(self, data: Any, initial: Any = None) -> Any:
        each_of = data if isinstance(data, list | tuple) else [data]
        # A browser that sent no file at all is told what one blank field is told.
        return [self._clean(each, initial) for each in each_of or [None]]

    def _clean(self, file: Any, initial: Any) -> Any:
        if isinstance(file, UploadedFile) and not file.size:
            message = f"{file.name} is empty. Choose files that hold rows"
            raise forms.ValidationError(message, code="empty")
        return super().clean(file, initial)


HOW = (
    ("add", "Add them to what is loaded"),
    ("alone", "Load them alone"),
)
HOW_HINTS = {
    "add": "A table that is in these files takes the place of the same source’s table "
    "from before. Every other table stays.",
    "alone": "Nothing that was loaded before is kept in the newest data. Older "
    "snapshots are not touched.",
}


OURS = "Ours, as the case system has them"


def _of(system: str) -> str:
    return f"Those of {system}: each child is found by a link somebody has confirmed"


class LoadForm(forms.Form):
    chosen_files = ManyFilesField(
        label="Files",
        help_text="Choose all that belong together. A settings.toml with your local "
        "choices may come with them.",
        error_messages={
            "required": "Choose the files to load",
            "max_length": "One of the files has too long a name. Give it a shorter one",
        },
    )
    label = forms.CharField(
        label="What to call this load (optional)",
        help_text="For example: Weekly extract, 26 November.",
        required=False,
        max_length=200,
        error_messages={"max_length": "Call it something of 200 characters or fewer"},
    )
    how = forms.ChoiceField(
        label="What becomes of the data that is loaded already?",
        choices=HOW,
        initial="add",
        error_messages={
            "required": "Choose what becomes of the data that is loaded already",
            "invalid_choice": "Choose one of the two",
        },
    )
    ids_of = forms.ChoiceField(
        label="Whose ids do the children have?",
        choices=[("", OURS)],
        required=False,
        error_messages={"invalid_choice": "Choose one of these"},
    )
    again = forms.BooleanField(
        label="Load them even if these very files were loaded before",
        help_text="To put older rows back on purpose. Otherwise files that come twice "
        "count once.",
        required=False,
    )

    def __init__(self, *given: Any, systems: Sequence[str] = (), **more: Any) -> None:
        """`systems` are those with which children are linked."""
        super().__init__(*given, **more)
        field = self.fields["ids_of"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", OURS), *((name, _of(name)) for name in systems)]

    def chosen(self) -> "Sequence[UploadedFile[Any]]":
        files = self.cleaned_data["chosen_files"]
        assert isinstance(files, list)
        return files


class AcceptForm(forms.Form):
    """To take what was read, knowing how many rows were set aside."""

    set_aside = forms.IntegerField(widget=forms.HiddenInput)
    agreed = forms.BooleanField(required=False)

    def __init__(self, set_aside: int, data: Any = None) -> None:
        super().__init__(data, initial={"set_aside": set_aside})
        rows = "row is" if set_aside == 1 else "rows are"
        if set_aside:
            self.fields["agreed"] = forms.BooleanField(
                label=f"I have seen why {set_aside:,} {rows} set aside, and accept "
                "that they are left out",
                error_messages={
                    "required": "Tick the box to accept that rows are left out, or "
                    "reject the load"
                },
            )


class RejectForm(forms.Form):
    why = forms.CharField(
        label="Why is it left out?",
        help_text="In a sentence, for whoever sends the next one. Do not write a "
        "child’s name.",
        widget=forms.Textarea,
        max_length=1000,
        error_messages={
            "required": "Say why it is left out",
            "max_length": "Say why in 1,000 characters or fewer",
        },
    )

    def clean_why(self) -> str:
        why = str(self.cleaned_data["why"]).strip()
        if len(why.split()) < 3:
            raise forms.ValidationError("Say why in at least three words")
        return why


class ImportForm(forms.Form):
    plan = forms.FileField(
        label="The plan",
        help_text="As it is kept: Word (.docx), Excel (.xlsx), a PDF with text, a web "
        "page (.html) or plain text (.txt).",
        error_messages={
            "required": "Choose the plan’s file",
            "empty": "The plan’s file is empty. Choose a file that holds the plan",
        },
    )
    report = forms.FileField(
        label="The inspection report it answers (optional)",
        help_text="Where the plan has lost a heading, the report’s own words are "
        "offered in its place.",
        required=False,
        error_messages={"empty": "The report’s file is empty. Choose another, or none"},
    )
    into = forms.ChoiceField(
        label="Is it a newer version of a plan?",
        help_text="A newer version changes the plan it is of, row by row, and keeps "
        "everything that was said and shown before.",
        required=False,
        error_messages={"invalid_choice": "Choose one of the plans"},
    )

    def __init__(self, plans: Sequence[str], *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        field = self.fields["into"]
        assert isinstance(field, forms.ChoiceField)
        newer = [(name, f"Yes, of {name}") for name in plans]
        field.choices = [("", "No, it is a plan of its own"), *newer]


class DecisionForm(forms.Form):
    """The authority’s decision to load real data."""

    decided_by = forms.CharField(
        label="Who decided",
        max_length=200,
        error_messages={"required": "Enter who decided"},
    )
    decided_on = forms.DateField(
        label="On what day",
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"],
        error_messages={
            "required": "Enter the day of the decision",
            "invalid": "Enter a date, such as 30 November 2026 or 30/11/2026",
        },
    )
    reference = forms.CharField(
        label="Reference of the impact assessment",
        max_length=200,
        error_messages={"required": "Enter the reference of the impact assessment"},
    )
