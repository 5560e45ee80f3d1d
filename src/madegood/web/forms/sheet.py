"""The sheet of actions, sent back."""

from pathlib import Path
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from madegood.intake.contained import ReaderFailed, read_rows_contained
from madegood.intake.small_table import NotATable
from madegood.plan.sheet_reading import NotASheet, Sheet, read_sheet
from madegood.web.received import received

MOST_MB = 4


class SheetForm(forms.Form):
    """A valid one has been read: `sheet` is what it holds."""

    file = forms.FileField(
        label="The file you edited",
        help_text=f"CSV or Excel (.xlsx), as downloaded here, of up to {MOST_MB} MB.",
        error_messages={
            "required": "Choose the file you edited",
            "empty": "The file is empty. Choose the one you edited",
            "max_length": "The file has too long a name. Give it a shorter one",
        },
    )

    sheet = Sheet(())

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        try:
            with received([file]) as folder:
                self.sheet = read_sheet(read_rows_contained(_only(folder)))
        except NotATable as fault:
            raise forms.ValidationError(
                f"{fault} Save it again as CSV or .xlsx, or download the actions anew."
            ) from None
        except NotASheet as fault:
            raise forms.ValidationError(str(fault)) from None
        except ReaderFailed:
            raise forms.ValidationError(
                "The file cannot be read just now. Nothing was changed; try again later"
            ) from None
        return file


def _only(folder: Path) -> Path:
    return next(folder.iterdir())
