"""The authority's way from a child here to the same child in the case system."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now
from madegood.trail.actions import record_event, require_reason
from madegood.vault.case_link import checked, filled, host_of
from madegood.vault.models import CaseLink


@dataclass(frozen=True, slots=True)
class CaseLinkView:
    """The template in force. `template` is "" where links have been turned off."""

    template: str
    owner: str
    why: str
    set_at: datetime
    set_by: str

    @property
    def host(self) -> str:
        return host_of(self.template) if self.template else ""

    def to(self, number: str) -> str:
        """The address of the child with that number; '' where links are off."""
        return filled(self.template, number) if self.template else ""


@transaction.atomic
def set_case_link(*, by: User, template: str, owner: str, why: str) -> None:
    """Say where links to children lead; an empty template turns them off.

    Raises accounts' Refused, trail's NoReason and case_link's NotATemplate.
    """
    require(by, Permission.CHILDREN_REIDENTIFY)
    require_reason(why)
    kept = checked(template) if template.strip() else ""
    CaseLink.objects.create(
        template=kept, owner=owner.strip(), why=why, set_at=now(), set_by=by
    )
    record_event(
        by=by,
        kind="case_link_set" if kept else "case_link_off",
        subject="caselink",
        label="the link to the case system",
        why=why,
        owner=owner.strip(),
        **({"template": kept} if kept else {}),
    )


def case_link() -> CaseLinkView | None:
    """What was set last; None where nothing ever was."""
    newest = CaseLink.objects.select_related("set_by").first()
    if newest is None:
        return None
    return CaseLinkView(
        newest.template, newest.owner, newest.why, newest.set_at, str(newest.set_by)
    )
