"""Where links to the case system lead."""

from django import forms

from madegood.vault.actions import NotATemplate
from madegood.vault.case_link import LONGEST, checked


class CaseLinkForm(forms.Form):
    template = forms.CharField(
        label="The address of a child in the case system",
        help_text="With {id} where the child’s number stands, for example "
        "https://cases.example.gov.uk/person/{id}/summary. Leave it blank to turn "
        "links off.",
        required=False,
        max_length=LONGEST,
        error_messages={
            "max_length": f"Give an address of no more than {LONGEST} characters"
        },
    )
    owner = forms.CharField(
        label="Whose is it?",
        help_text="The post that keeps it right, not a person.",
        max_length=200,
        error_messages={
            "required": "Say which post keeps the address right",
            "max_length": "Name the post in 200 characters or fewer",
        },
    )
    why = forms.CharField(
        label="Why is it set, or changed?",
        help_text="A sentence that a colleague would understand in a year’s time.",
        min_length=10,
        max_length=300,
        error_messages={
            "required": "Say why it is set, or changed",
            "min_length": "Say a little more: at least 10 characters",
            "max_length": "Say it in 300 characters or fewer",
        },
    )

    def clean_template(self) -> str:
        given = str(self.cleaned_data["template"])
        if not given.strip():
            return ""
        try:
            return checked(given)
        except NotATemplate as fault:
            raise forms.ValidationError(str(fault)) from None
