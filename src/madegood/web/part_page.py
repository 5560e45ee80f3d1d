"""What the page of one action, or of one expected outcome, shows."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.forms import Form
from django.http import Http404

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.assurance import queries
from madegood.assurance.standing import Assurance
from madegood.assurance.views import (
    ActionStanding,
    ChangeView,
    OutcomeStanding,
    PlanStanding,
    RecommendationStanding,
    SignatureView,
)
from madegood.plan.queries import may_not_sign
from madegood.plan.views import EvidenceView
from madegood.web.asked import Asked
from madegood.web.forms.part import ClaimForm, DateForm, EvidenceForm, SignForm
from madegood.web.words import day

if TYPE_CHECKING:
    from madegood.accounts.models import User

SIGNABLE = (Assurance.HOLDING, Assurance.EMBEDDED)


@dataclass(frozen=True)
class Fact:
    term: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class PartPage:
    """One part of the plan, whole, and the forms for those who may use them.

    `faulty` is a form that was sent and is at fault; it stands in place of its empty
    one, open.
    """

    plan: PlanStanding
    rec: RecommendationStanding
    part: ActionStanding | OutcomeStanding
    signatures: tuple[SignatureView, ...]
    changes: tuple[ChangeView, ...]
    person: "User"
    asked: Asked
    faulty: Form | None = field(default=None)

    @property
    def is_action(self) -> bool:
        return isinstance(self.part, ActionStanding)

    @property
    def kind(self) -> str:
        return "action" if self.is_action else "outcome"

    @property
    def evidence(self) -> tuple[EvidenceView, ...]:
        return self.part.detail.evidence

    @property
    def now(self) -> bool:
        """Only what is so now can be changed; a page of the past is for reading."""
        return self.asked.moment is None

    def may(self, permission: Permission) -> bool:
        return self.now and may(self.person, permission)

    def checkable(self, evidence: EvidenceView) -> bool:
        """Nobody checks what they recorded themselves."""
        return (
            not evidence.checked_by
            and self.may(Permission.EVIDENCE_ADD)
            and evidence.recorded_by != str(self.person)
        )

    @property
    def evidence_form(self) -> EvidenceForm | None:
        if not self.may(Permission.EVIDENCE_ADD):
            return None
        return self.faulty if isinstance(self.faulty, EvidenceForm) else EvidenceForm()

    @property
    def sign_form(self) -> SignForm | None:
        if not self.may(Permission.ASSURANCE_SIGN) or self.why_not_sign:
            return None
        return self.faulty if isinstance(self.faulty, SignForm) else SignForm()

    @property
    def why_not_sign(self) -> str:
        """Why somebody who may sign in general may not sign this; '' where they may."""
        if not self.may(Permission.ASSURANCE_SIGN):
            return ""
        if may_not_sign(self.person, self.part.number, self.asked.day):
            return "You hold a post that owns it, so somebody else must sign for it."
        if self.part.standing.state not in SIGNABLE:
            return (
                "It can be signed once every rung that is asked for has been reached."
            )
        return ""

    @property
    def claim_form(self) -> ClaimForm | None:
        if not isinstance(self.part, ActionStanding) or not self.may(
            Permission.PLAN_EDIT
        ):
            return None
        if isinstance(self.faulty, ClaimForm):
            return self.faulty
        return ClaimForm(now=self.part.delivery)

    @property
    def date_form(self) -> DateForm | None:
        if not self.is_action or not self.may(Permission.PLAN_EDIT):
            return None
        return self.faulty if isinstance(self.faulty, DateForm) else DateForm()

    @property
    def facts(self) -> list[Fact]:
        if not isinstance(self.part, ActionStanding):
            return self._outcome_facts()
        detail = self.part.detail
        owners = tuple(
            f"{owner.post}{f' ({owner.holder})' if owner.holder else ''}"
            + (
                ", who answers for it"
                if owner.accountable and len(detail.owner_views) > 1
                else ""
            )
            for owner in detail.owner_views
        )
        due: tuple[str, ...] = (
            (day(detail.due),) if detail.due else ("No date was ever set",)
        )
        if detail.original_due and detail.original_due != detail.due:
            due += (f"Originally {day(detail.original_due)}",)
        facts = [
            Fact("Who owns it", owners or ("Nobody is named",)),
            Fact("Date", due),
            Fact("Promises in its words", detail.commitments),
            Fact("Speaks of", tuple(map(_named, detail.refers_to))),
        ]
        return [fact for fact in facts if fact.lines]

    def _outcome_facts(self) -> list[Fact]:
        assert isinstance(self.part, OutcomeStanding)
        detail = self.part.detail
        can = (
            "A number can settle it"
            if self.part.countable
            else "Nothing in it can be counted as written"
        )
        facts = [Fact("Can it be tested?", (can,))]
        if detail.retired_on:
            facts.append(
                Fact("No longer expected", (day(detail.retired_on), detail.retired_why))
            )
        return facts


def _named(number: str) -> str:
    """'Recommendation 1' or 'Action 1.2', from the number a plan refers by."""
    return f"{'Action' if '.' in number else 'Recommendation'} {number}"


def action_page(number: str, person: "User", asked: Asked) -> PartPage:
    """Raises Http404 where the plan has no such action."""
    try:
        page = queries.action_page(number, asked.moment)
    except queries.NoSuchThing:
        raise Http404 from None
    return PartPage(
        page.plan,
        page.recommendation,
        page.action,
        page.signatures,
        page.changes,
        person,
        asked,
    )


def outcome_page(number: str, person: "User", asked: Asked) -> PartPage:
    """Raises Http404 where the plan has no such expected outcome."""
    try:
        plan, rec = queries.recommendation_page(number.partition(".")[0], asked.moment)
        part = next(o for o in rec.outcomes if o.number == number)
    except (queries.NoSuchThing, StopIteration):
        raise Http404 from None
    told = queries.changes("outcome", part.detail.id, as_of=plan.as_of)
    return PartPage(plan, rec, part, (), told, person, asked)
