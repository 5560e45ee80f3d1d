"""The day a page is asked about."""

from datetime import date

from django import forms

from madegood.clock.today import today


class AsOfForm(forms.Form):
    """Blank means today. A day to come is refused: nothing is known of it yet."""

    as_of = forms.DateField(
        label="As known at",
        required=False,
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"],
        error_messages={
            "invalid": "Enter a date, such as 30 November 2026 or 30/11/2026"
        },
    )

    def clean_as_of(self) -> date:
        day = self.cleaned_data["as_of"] or today()
        if day > today():
            raise forms.ValidationError("Choose today or an earlier day")
        if day.year < 2015:
            raise forms.ValidationError("Choose a day in 2015 or later")
        assert isinstance(day, date)
        return day

    def day(self) -> date:
        """The day asked about, or today where what was typed is not one."""
        return self.cleaned_data["as_of"] if self.is_valid() else today()
