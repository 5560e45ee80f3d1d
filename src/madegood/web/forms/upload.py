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
        clean = super().clean
        return [clean(each, initial) for each in each_of or [None]]


class LoadForm(forms.Form):
    chosen_files = ManyFilesField(
        label="Files of one extract",
        help_text="The extract’s tables as CSV, or the SSDA903 header, episodes and "
        "missing files. Choose them all together. A settings.toml with your local "
        "choices may come with them.",
        error_messages={
            "required": "Choose the files to load",
            "empty": "One of the files is empty. Choose files that hold rows",
        },
    )

    def chosen(self) -> "Sequence[UploadedFile[Any]]":
        files = self.cleaned_data["chosen_files"]
        assert isinstance(files, list)
        return files


class ImportForm(forms.Form):
    plan = forms.FileField(
        label="The plan, as text",
        help_text="A .txt file, with the plan’s tables laid out as they print.",
        error_messages={
            "required": "Choose the plan’s file",
            "empty": "The plan’s file is empty. Choose a file that holds the plan",
        },
    )
    report = forms.FileField(
        label="The inspection report it answers, as text (optional)",
        help_text="Where the plan has lost a heading, the report’s own words are "
        "offered in its place.",
        required=False,
        error_messages={"empty": "The report’s file is empty. Choose another, or none"},
    )


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
