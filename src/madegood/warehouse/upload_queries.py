"""Reading uploads: where each stands, what was found, what it would change."""

from collections.abc import Sequence
from pathlib import Path

from django.db.models import QuerySet

from madegood.warehouse.composing import newest
from madegood.warehouse.models import StoredFinding, Upload
from madegood.warehouse.receiving import look_at
from madegood.warehouse.snapshot_queries import NotThere
from madegood.warehouse.states import UploadState
from madegood.warehouse.viewing import upload_view
from madegood.warehouse.views import FindingRow, UploadView

_ON_THE_WAY = (
    UploadState.RECEIVED,
    UploadState.READING,
    UploadState.READ,
    UploadState.ACCEPTED,
)


def uploads(*, limit: int = 50) -> list[UploadView]:
    """The newest uploads, the newest first; without their files, findings and
    previews, which a list of them does not show."""
    return _views(Upload.objects.all()[:limit])


def waiting() -> list[UploadView]:
    """Uploads that are on their way, or wait for somebody to decide; as `uploads`."""
    return _views(Upload.objects.filter(state__in=_ON_THE_WAY))


def upload(upload_id: int) -> UploadView:
    """One upload; raises NotThere."""
    found = _views(Upload.objects.filter(pk=upload_id), whole=True)
    if not found:
        raise NotThere(f"There is no upload {upload_id}.")
    return found[0]


def upload_of(paths: Sequence[Path]) -> UploadView | None:
    """The newest upload of exactly these files, by what is in them. Raises measures'
    BadSettings."""
    digest = look_at(paths).digest(alone=False, after="")
    found = _views(Upload.objects.filter(digest=digest)[:1], whole=True)
    return found[0] if found else None


def findings(
    *,
    upload_id: int | None = None,
    snapshot_id: int | None = None,
    code: str = "",
    team: str | None = None,
    limit: int = 1000,
) -> list[FindingRow]:
    """Findings one by one, about children's rows: with permission, and logged first."""
    asked = {
        "upload_id": upload_id,
        "snapshot_id": snapshot_id,
        "code": code or None,
        "team": team,
    }
    found = StoredFinding.objects.filter(
        **{name: value for name, value in asked.items() if value is not None}
    )
    return [
        FindingRow(
            f.file, f.table, f.row, f.column, f.team, f.code, f.severity, f.message,
            f.remedy, f.child,
        )
        for f in found.order_by("id")[:limit]
    ]  # fmt: skip


def _views(found: QuerySet[Upload], *, whole: bool = False) -> list[UploadView]:
    last = newest()
    newest_id = None if last is None else last.pk
    people = found.select_related("received_by", "decided_by")
    if whole:
        people = people.prefetch_related("files", "quality")
    return [upload_view(one, newest_id, whole=whole) for one in people]
