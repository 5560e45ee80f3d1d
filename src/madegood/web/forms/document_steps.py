"""Deciding a step of a document's path, telling people of it, acknowledging it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may, people
from madegood.clock.today import today
from madegood.documents.approving import Decision
from madegood.documents.telling import Told
from madegood.documents.views import BodyView, StepView
from madegood.web.forms.document import Choices, text_field
from madegood.web.forms.part import day_field

if TYPE_CHECKING:
    from madegood.accounts.models import User


class DecisionForm(forms.Form):
    """Approve the step, or send the version back with a reason."""

    said = forms.ChoiceField(
        label="What is decided?",
        choices=[("approved", "Approve it"), ("sent_back", "Send it back")],
        error_messages={"required": "Choose whether it is approved or sent back"},
    )
    why = text_field(
        "Why?",
        "",
        "Needed when it is sent back: what must change first.",
        1000,
        needed=False,
    )

    def __init__(self, step: StepView, data: Any = None) -> None:
        super().__init__(data, prefix="decision")
        if not step.is_post:
            self.fields["known_by"] = text_field(
                "How is it known?",
                f"Say where {step.approver}’s decision stands",
                "For example: minute 7 of its meeting, or the letter of that day.",
            )
            self.fields["decided_on"] = day_field(
                "When did they decide?", "Enter the day they decided"
            )

    def decision(self) -> Decision:
        said = self.cleaned_data
        return Decision(
            approved=said["said"] == "approved",
            why=said["why"],
            known_by=said.get("known_by", ""),
            decided_on=said.get("decided_on"),
        )


class TellForm(forms.Form):
    """Who was told of the approved version, how and when."""

    audience = forms.ChoiceField(
        label="Who was told?",
        required=False,
        help_text="A person, a post, a board or a partner. For a team, leave this and "
        "write its name below.",
        error_messages={"invalid_choice": "Choose somebody in the list"},
    )
    team = text_field("Or which team?", "", most=200, needed=False)
    how = text_field(
        "How were they told?",
        "Say how they were told",
        "For example: by e-mail, at the team meeting.",
        200,
    )
    told_on = day_field("When were they told?", "Enter the day they were told")

    def __init__(
        self,
        owners: Sequence[tuple[int, str]],
        bodies: Sequence[BodyView],
        data: Any = None,
    ) -> None:
        initial = {"told_on": today().isoformat()}
        super().__init__(data, prefix="tell", initial=initial)
        field = self.fields["audience"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Choose who was told"), *_audiences(owners, bodies)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        one, team = cleaned.get("audience"), cleaned.get("team")
        if not self.errors and not one and not team:
            self.add_error("audience", "Choose who was told, or write the team’s name")
        elif one and team:
            self.add_error("team", "Choose somebody or write a team: not both at once")
        return cleaned

    def told(self) -> Told:
        said = self.cleaned_data
        return Told(
            said["audience"] or f"team:{' '.join(said['team'].split())}",
            said["how"],
            said["told_on"],
        )


def _audiences(
    owners: Sequence[tuple[int, str]], bodies: Sequence[BodyView]
) -> Choices:
    return [
        *((f"person:{p.pk}", f"{p}") for p in _readers()),
        *((f"post:{key}", title) for key, title in owners),
        *((body.key, body.name) for body in bodies),
    ]


def _readers() -> "list[User]":
    return [p for p in people() if may(p, Permission.DOCUMENTS_VIEW)]


class AcknowledgeForm(forms.Form):
    """For those who have no sign-in: how it is known that they read it."""

    note = text_field("How is it known?", "", most=300, needed=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="acknowledge")


class RetireDocumentForm(forms.Form):
    why = text_field(
        "Why does it no longer apply?",
        "Say why the document no longer applies",
        "It stays in the register with this reason.",
        1000,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="retire")
