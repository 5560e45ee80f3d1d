"""Looking after attached files. Attaching one is part of what it is attached to: see
files.received and files.record."""

from datetime import datetime

from django.db import transaction

from madegood.accounts.models import User
from madegood.plan import file_views
from madegood.plan.file_views import Verified
from madegood.trail.actions import record_event

_STORE = "the attached files"


@transaction.atomic
def verify_files(*, by: User | None) -> Verified:
    """Hash every attached file again, and leave on record what was found."""
    found = file_views.verify()
    record_event(
        by=by,
        kind="files_verified",
        subject=_STORE,
        files=found.files,
        faulty=len(found.missing) + len(found.altered),
    )
    return found


@transaction.atomic
def sweep_files(*, before: datetime) -> int:
    """Remove what nothing has named since before then; how many."""
    removed = file_views.sweep(before)
    if removed:
        record_event(by=None, kind="files_swept", subject=_STORE, files=removed)
    return removed
