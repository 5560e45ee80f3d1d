"""What a plan's colours mean, in its own words."""

from collections.abc import Mapping
from typing import Any

from django import forms

from madegood.assurance.colour_key import (
    LONGEST_SAYS,
    LONGEST_WORD,
    MEANINGS,
    SWATCHES,
    Colour,
    Meaning,
    faults_of,
)
from madegood.web.forms.working import words_field


class ColourKeyForm(forms.Form):
    """A row for each computed state: its colour, its word, the plan's own words."""

    why = words_field(
        "Where does this come from?", "Say where these meanings come from"
    )

    def __init__(self, now: Mapping[Colour, Meaning], data: Any = None) -> None:
        super().__init__(data)
        for colour, meaning in now.items():
            self.fields[f"{colour}-swatch"] = forms.ChoiceField(
                label="Shown in",
                choices=list(SWATCHES.items()),
                initial=meaning.swatch,
                error_messages={"invalid_choice": "Choose one of the colours"},
            )
            self.fields[f"{colour}-word"] = forms.CharField(
                label="Word",
                max_length=LONGEST_WORD,
                initial=meaning.word,
                error_messages={
                    "required": "Enter the word that is shown",
                    "max_length": f"Use {LONGEST_WORD} letters or fewer",
                },
            )
            self.fields[f"{colour}-own"] = forms.CharField(
                label="In the plan’s own words",
                required=False,
                max_length=LONGEST_SAYS,
                initial=meaning.own,
                error_messages={"max_length": f"Use {LONGEST_SAYS} letters or fewer"},
            )

    def meanings(self) -> dict[Colour, Meaning]:
        given = self.cleaned_data
        return {
            colour: Meaning(
                str(given.get(f"{colour}-word", "")),
                meaning.shape,
                meaning.says,
                str(given.get(f"{colour}-swatch", "")),
                str(given.get(f"{colour}-own", "")),
            )
            for colour, meaning in MEANINGS.items()
        }

    def clean(self) -> None:
        if self.errors:
            return
        for colour, part, says in faults_of(self.meanings()):
            self.add_error(f"{colour}-{part}", says)
