"""Turning codes back, and deciding whether two records are one child."""

import re

from django import forms

from madegood.web.forms.reason import ReasonForm

MOST_CODES = 200
_CODE = re.compile(r"[a-z2-7]{26}")


class TurnBackForm(ReasonForm):
    codes = forms.CharField(
        label="Codes to turn back",
        help_text=f"As they stand on a page or in a list, one on each line. At most "
        f"{MOST_CODES}.",
        max_length=10_000,
        error_messages={
            "required": "Give at least one code",
            "max_length": f"Give at most {MOST_CODES} codes at a time",
        },
    )
    field_order = ["codes", "purpose", "detail"]

    def clean_codes(self) -> list[str]:
        said = re.split(r"[\s,;]+", self.cleaned_data["codes"].strip().lower())
        codes = list(dict.fromkeys(filter(None, said)))
        if not codes:
            raise forms.ValidationError("Give at least one code")
        if len(codes) > MOST_CODES:
            raise forms.ValidationError(f"Give at most {MOST_CODES} codes at a time")
        strange = sum(not _CODE.fullmatch(code) for code in codes)
        if strange:
            # What was typed may be a name: it is not said back.
            raise forms.ValidationError(
                f"{strange} of the {len(codes)} are not codes: a code is 26 letters and "
                "digits. Copy each whole"
            )
        return codes


class SameChildForm(forms.Form):
    """One child or two, and why."""

    same = forms.ChoiceField(
        label="Are these the same child?",
        choices=[("yes", "Yes, they are one child"), ("no", "No, they are two people")],
        error_messages={
            "required": "Say whether they are the same child",
            "invalid_choice": "Choose yes or no",
        },
    )
    why = forms.CharField(
        label="What made you decide?",
        help_text="A sentence that a colleague would understand in a year’s time. Do "
        "not write a name.",
        min_length=10,
        max_length=300,
        error_messages={
            "required": "Say what made you decide",
            "min_length": "Say a little more: at least 10 characters",
            "max_length": "Say it in 300 characters or fewer",
        },
    )


class UndoForm(forms.Form):
    """Why a decision was wrong."""

    why = forms.CharField(
        label="Why is the decision taken back?",
        help_text="Do not write a name.",
        min_length=10,
        max_length=300,
        error_messages=SameChildForm.base_fields["why"].error_messages,
    )
