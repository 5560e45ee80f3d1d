"""What the page of one document shows, and the forms for those who may use them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.forms import Form

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.documents import queries
from madegood.documents.path import PathState
from madegood.documents.views import DocumentView, StepView, TellingView
from madegood.trail.queries import Told
from madegood.web.forms.document import VersionForm
from madegood.web.forms.document_steps import (
    AcknowledgeForm,
    DecisionForm,
    RetireDocumentForm,
    TellForm,
)

if TYPE_CHECKING:
    from madegood.accounts.models import User


@dataclass(frozen=True)
class DocumentPage:
    """`faulty` is a form that was sent and is at fault; it stands in place of its
    empty one, open."""

    document: DocumentView
    person: "User"
    mine: frozenset[int]
    refused: str
    events: tuple[Told, ...]
    faulty: Form | None = field(default=None)

    @property
    def may_edit(self) -> bool:
        open_still = self.document.retired_on is None
        return open_still and may(self.person, Permission.DOCUMENTS_EDIT)

    @property
    def due_now(self) -> StepView | None:
        """The step that is to be decided now."""
        if self.document.newest is None or self.document.retired_on:
            return None
        return next((s for s in self.document.newest.steps if s.now), None)

    @property
    def decision_form(self) -> DecisionForm | None:
        if self.due_now is None or self.refused:
            return None
        faulty = self.faulty
        return (
            faulty if isinstance(faulty, DecisionForm) else DecisionForm(self.due_now)
        )

    @property
    def version_form(self) -> VersionForm | None:
        if not self.may_edit or self.document.state is PathState.WAITING:
            return None
        if isinstance(self.faulty, VersionForm):
            return self.faulty
        return VersionForm(queries.owners(), queries.bodies(), self.document)

    @property
    def tell_form(self) -> TellForm | None:
        if not self.may_edit or self.document.state is not PathState.APPROVED:
            return None
        if isinstance(self.faulty, TellForm):
            return self.faulty
        return TellForm(queries.owners(), queries.bodies())

    @property
    def retire_form(self) -> RetireDocumentForm | None:
        if not self.may_edit:
            return None
        faulty = self.faulty
        return (
            faulty if isinstance(faulty, RetireDocumentForm) else RetireDocumentForm()
        )

    @property
    def acknowledge_form(self) -> AcknowledgeForm:
        return AcknowledgeForm()

    @property
    def tellings(self) -> tuple[TellingView, ...]:
        """The newest telling of each audience; those not acknowledged first."""
        newest = {t.who: t for t in sorted(self.document.tellings, key=_age)}
        return tuple(
            sorted(newest.values(), key=lambda t: (bool(t.acknowledged_on), t.who))
        )

    @property
    def offered(self) -> tuple[str, ...]:
        """The actions that the approved version may be recorded as evidence for."""
        approved = self.document.state is PathState.APPROVED and self.may_edit
        if not approved or not may(self.person, Permission.EVIDENCE_ADD):
            return ()
        return self.document.actions


def _age(told: TellingView) -> tuple[int, int]:
    return told.version, told.id


def document_page(document_id: int, person: "User") -> DocumentPage:
    """Raises queries.NoSuchDocument."""
    shown = queries.document(document_id)
    steps = shown.newest.steps if shown.newest else ()
    due = next((step for step in steps if step.now), None)
    return DocumentPage(
        document=shown,
        person=person,
        mine=queries.mine_to_acknowledge(person, shown),
        refused=queries.why_not(person, due.id) if due else "",
        events=tuple(queries.history(document_id)),
    )
