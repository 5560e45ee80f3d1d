"""What was asked in public and answered: whether it may stand in a public paper."""

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import today
from madegood.governance.finding import NotAgreed
from madegood.governance.fit_to_print import against
from madegood.governance.matter_actions import label, locked
from madegood.governance.matter_models import Matter
from madegood.trail.actions import record_event


@transaction.atomic
def find_fit(*, by: User, matter_id: int) -> Matter:
    """Somebody has read it, and it may stand in a public paper."""
    require(by, Permission.PAPERS_MAKE)
    matter = locked(matter_id, by)
    if not matter.board.public:
        raise NotAgreed("Only what a board asked in public stands in a public paper.")
    if matter.item is not None and matter.item.private_why:
        raise NotAgreed(
            "It was asked while the public was kept out, so it is not printed."
        )
    last = matter.answers.filter(withdrawn_at__isnull=True).last()
    faults = against(matter.text) + (against(last.text) if last else ())
    if faults:
        raise NotAgreed(" ".join(dict.fromkeys(faults)))
    matter.fit_on, matter.fit_by = today(), by
    matter.save(update_fields=["fit_on", "fit_by"])
    record_event(by=by, kind="matter_fit", subject=matter, label=label(matter))
    return matter


@transaction.atomic
def find_unfit(*, by: User, matter_id: int, why: str) -> Matter:
    """Out of the papers still to be made; those that were made stay as they are."""
    require(by, Permission.PAPERS_MAKE)
    matter = locked(matter_id, by)
    if matter.fit_on is None:
        raise NotAgreed("It does not stand in public papers.")
    if not why.strip():
        raise NotAgreed("Say why it should not be printed.")
    matter.fit_on = matter.fit_by = None
    matter.save(update_fields=["fit_on", "fit_by"])
    record_event(
        by=by, kind="matter_not_fit", subject=matter, label=label(matter), why=why
    )
    return matter
