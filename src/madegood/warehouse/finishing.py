"""The end of an accepted upload: a snapshot, its measures, and whoever waits for them."""

from contextlib import suppress
from datetime import datetime

from django.conf import settings
from django.utils.module_loading import import_string

from madegood.clock.moments import end_of_day
from madegood.clock.today import today
from madegood.warehouse import locks
from madegood.warehouse.models import StoredSnapshot, Upload
from madegood.warehouse.running import compute
from madegood.warehouse.states import UploadState
from madegood.warehouse.storing import store
from madegood.warehouse.uploads import change, lock_of


def finish(upload_id: int) -> None:
    """Store it and compute the measures, unless somebody is at it or it is done."""
    upload = Upload.objects.get(pk=upload_id)
    with suppress(locks.Busy), locks.held(lock_of(upload.digest), wait=False):
        upload.refresh_from_db()
        if upload.state != UploadState.ACCEPTED:
            return
        stored = store(upload)
        as_of = run_as_of(stored)
        compute(by=upload.decided_by, snapshot=stored, as_of=as_of)
        for name in settings.MADEGOOD_AFTER_LOAD:
            import_string(name)(as_of=as_of, by=upload.decided_by)
        change(upload, UploadState.STORED)


def run_as_of(stored: StoredSnapshot) -> datetime:
    """The end of the last day that the data speaks of."""
    return end_of_day(stored.data_to or today())
