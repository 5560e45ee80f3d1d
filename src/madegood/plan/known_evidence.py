"""Evidence as it was known at a moment: a check made later was not yet made."""

from collections.abc import Iterable
from datetime import datetime

from madegood.plan.evidence_models import Evidence
from madegood.plan.file_views import file_view
from madegood.plan.views import EvidenceView


def evidence_known(rows: Iterable[Evidence], at: datetime) -> tuple[EvidenceView, ...]:
    known = list(rows)
    replaced = {row.replaces_id for row in known}
    return tuple(
        EvidenceView(
            id=row.pk,
            rung=row.rung,
            title=row.title,
            link=row.link,
            sha256=row.sha256,
            looked_at=row.looked_at,
            good=row.good,
            happened_on=row.happened_on,
            review_by=row.review_by,
            recorded_at=row.recorded_at,
            recorded_by=str(row.recorded_by),
            checked_by=str(row.checked_by)
            if row.checked_at is not None and row.checked_at <= at
            else "",
            recorder=row.recorded_by_id,
            words=row.words,
            file=None if row.file is None else file_view(row.file),
            version=row.version,
            replaces=row.replaces_id,
            current=row.pk not in replaced,
        )
        for row in known
    )
