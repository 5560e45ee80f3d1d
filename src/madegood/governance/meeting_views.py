"""One meeting as it is shown in lists and calendars."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from madegood.clock.working_days import BeyondCalendar
from madegood.governance.dates import papers_due, publish_by
from madegood.governance.meeting_models import Meeting
from madegood.governance.views import ChangeView, MeetingView


def with_changes(found: QuerySet[Meeting]) -> Iterable[Meeting]:
    return found.select_related("board").prefetch_related("changes")


def state_of(row: Meeting, day: date) -> str:
    if row.cancelled_on is not None:
        return "cancelled"
    if row.held_at is not None:
        return "held"
    if row.day < day:
        return "past"
    return "planned" if row.published_at is None else "published"


def meeting_view(row: Meeting, day: date) -> MeetingView:
    return MeetingView(
        id=row.pk,
        board_id=row.board_id,
        board=row.board.name,
        public=row.board.public,
        day=row.day,
        begins=row.begins,
        place=row.place,
        state=state_of(row, day),
        papers_due=_papers(row),
        publish_by=_publish(row),
        published_at=row.published_at,
        short_notice=row.short_notice,
        changes=tuple(
            ChangeView(c.was, c.to, c.why, c.recorded_at) for c in row.changes.all()
        ),
    )


def _papers(row: Meeting) -> date | None:
    """None where the calendar of bank holidays does not reach so far."""
    if not row.board.papers_days:
        return None
    try:
        return papers_due(row.day, row.board.papers_days)
    except BeyondCalendar:
        return None


def _publish(row: Meeting) -> date | None:
    if not row.board.public:
        return None
    try:
        return publish_by(row.day)
    except BeyondCalendar:
        return None
