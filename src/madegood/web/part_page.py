"""What the page of one action, or of one expected outcome, shows."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from django.forms import Form
from django.http import Http404

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.assurance import queries
from madegood.assurance.colour_keys import KeyView, key_of
from madegood.assurance.colour_queries import ColourView, colours_of
from madegood.assurance.rules import may_be_signed
from madegood.assurance.views import (
    ActionStanding,
    ChangeView,
    OutcomeStanding,
    PlanStanding,
    RecommendationStanding,
    SignatureView,
    TestView,
)
from madegood.comments.queries import counted
from madegood.governance import queries as governance
from madegood.plan.numbers import own
from madegood.plan.queries import may_not_sign, vacant_goes_to
from madegood.plan.register import acts_on
from madegood.plan.views import EvidenceView
from madegood.plan.working import working_of
from madegood.warehouse.queries import local_variants
from madegood.web.asked import Asked
from madegood.web.forms.attach import AttachForm
from madegood.web.forms.part import (
    ClaimForm,
    DateForm,
    EvidenceForm,
    RetireForm,
    SignForm,
    WithdrawForm,
)
from madegood.web.part_facts import Fact, facts_of
from madegood.web.working_page import WorkingPage

if TYPE_CHECKING:
    from madegood.accounts.models import User


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

    @cached_property
    def colour(self) -> ColourView | None:
        """Of an action; an expected outcome has none."""
        if not isinstance(self.part, ActionStanding):
            return None
        return colours_of(self.plan, [self.part])[0]

    @cached_property
    def key(self) -> KeyView:
        return key_of(self.plan.short, self.plan.as_of)

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
        if isinstance(self.faulty, EvidenceForm):
            return self.faulty
        return EvidenceForm(known=self.evidence)

    @cached_property
    def hears(self) -> bool:
        """Whether this person may read what families said here."""
        actions = [a.detail.id for a in self.rec.actions]
        if self.is_action:
            actions = [self.part.detail.id]
        return acts_on(self.person, actions, self.asked.day)

    @cached_property
    def evidence_comments(self) -> dict[int, int]:
        """How many comments each piece of evidence has; none of one left out."""
        found = counted("evidence", [each.id for each in self.evidence])
        return {each.id: found.get(each.id, 0) for each in self.evidence}

    def may_read(self, evidence: EvidenceView) -> bool:
        mine = evidence.recorder == self.person.pk
        return evidence.rung != "said" or mine or self.hears

    def withdraw_form(self, test: TestView) -> WithdrawForm | None:
        if test.withdrawn or not self.may(Permission.PLAN_EDIT):
            return None
        form = self.faulty
        mine = isinstance(form, WithdrawForm) and form.prefix == f"withdraw-{test.id}"
        return form if mine else WithdrawForm(test=test.id)  # type: ignore[return-value]

    def agrees(self, test: TestView) -> bool:
        """Whether this person may agree that a test is asked no more."""
        return (
            bool(test.withdrawn)
            and test.withdrawn_by != self.person.pk
            and self.may(Permission.ASSURANCE_SIGN)
            and not may_not_sign(self.person, self.part.number, self.asked.day)
        )

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
        if not may_be_signed(self.part.standing):
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
    def live(self) -> bool:
        """Whether it is still asked for; an outcome that was retired is not."""
        part = self.part
        return isinstance(part, ActionStanding) or part.detail.retired_on is None

    @cached_property
    def attach_form(self) -> AttachForm | None:
        if not self.live or not self.may(Permission.PLAN_EDIT):
            return None
        return (
            self.faulty
            if isinstance(self.faulty, AttachForm)
            else AttachForm(local=local_variants())
        )

    @property
    def retire_form(self) -> RetireForm | None:
        if self.is_action or not self.live or not self.may(Permission.PLAN_EDIT):
            return None
        return self.faulty if isinstance(self.faulty, RetireForm) else RetireForm()

    @cached_property
    def working(self) -> WorkingPage | None:
        """The work on an action; None for an expected outcome, which is not worked on
        by itself."""
        if not isinstance(self.part, ActionStanding):
            return None
        return WorkingPage(
            number=self.part.number,
            view=working_of(self.part.detail, self.asked.moment),
            edits=self.may(Permission.PLAN_EDIT),
            manages=self.may(Permission.PLAN_MANAGE),
            faulty=self.faulty,
        )

    @cached_property
    def boards(self) -> tuple[governance.MatterView, ...]:
        """What boards asked, or decided, of an action."""
        if not self.is_action:
            return ()
        return governance.of_action(self.part.detail.id, self.person)

    @cached_property
    def insights(self) -> tuple[governance.InsightView, ...]:
        """The numbers an action was raised from."""
        return governance.of_the_action(self.part.detail.id) if self.is_action else ()

    @property
    def facts(self) -> list[Fact]:
        if not isinstance(self.part, ActionStanding):
            return facts_of(self.part, {})
        vacant = [o.post for o in self.part.detail.owner_views if not o.holder]
        return facts_of(self.part, vacant_goes_to(vacant, self.asked.day))


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
        within = number.rsplit(".", 1)[0]
        plan, rec = queries.recommendation_page(within, asked.moment)
        part = next(o for o in rec.outcomes if own(o.number) == own(number))
    except (queries.NoSuchThing, StopIteration):
        raise Http404 from None
    told = queries.changes("outcome", part.detail.id, as_of=plan.as_of)
    return PartPage(plan, rec, part, (), told, person, asked)
