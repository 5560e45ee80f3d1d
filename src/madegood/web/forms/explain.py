"""What somebody says of an oddity."""

from collections.abc import Sequence

from django import forms

from madegood.assurance.explaining import VERDICT_WORDS, Verdict


class ExplainForm(forms.Form):
    """Whether the numbers are right, and what happened."""

    verdict = forms.ChoiceField(
        label="What do you say of it?",
        choices=[(each.value, VERDICT_WORDS[each]) for each in Verdict],
        error_messages={
            "required": "Choose whether the numbers are right or are to be corrected",
            "invalid_choice": "Choose one of the two",
        },
    )
    why = forms.CharField(
        label="What happened?",
        help_text="So that somebody who was not there understands it in a year’s time. "
        "Do not write a child’s name.",
        max_length=1000,
        error_messages={
            "required": "Say what happened",
            "max_length": "Say it in 1,000 characters or fewer",
        },
    )

    also = forms.TypedMultipleChoiceField(
        label="Is it the same in these?",
        help_text="They began in the same month. Choose those that the same thing "
        "explains: what you say then stands for each of them.",
        coerce=int,
        required=False,
        error_messages={"invalid_choice": "Choose from the list"},
    )

    def __init__(
        self,
        oddity_id: int,
        data: object = None,
        alike: Sequence[tuple[int, str]] = (),
    ) -> None:
        # Several oddities may stand on one page.
        super().__init__(data, prefix=f"odd-{oddity_id}")  # type: ignore[arg-type]
        field = self.fields["also"]
        assert isinstance(field, forms.TypedMultipleChoiceField)
        field.choices = [(str(one), words) for one, words in alike]
        self.asks_of_others = bool(alike)
