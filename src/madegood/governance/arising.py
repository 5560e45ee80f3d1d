"""What comes back to a board's next meeting by itself, until it is closed."""

from datetime import date

from django.db.models import Q, QuerySet

from madegood.governance.matter_models import Matter, Reopening
from madegood.governance.meeting_models import Meeting


def arising(meeting: Meeting) -> QuerySet[Matter]:
    """Everything the board had asked or decided before, and had not closed by then.

    Nobody has to put it on the agenda, and nobody can leave it off.
    """
    return open_on(meeting.day).filter(board=meeting.board_id)


def open_on(day: date) -> QuerySet[Matter]:
    """Asked before a day, and not closed before it: what that day's meeting closes is
    still before it; what had been closed by then, and was opened again only later, is
    not."""
    still = Q(closed_on__isnull=True) | Q(closed_on__gte=day)
    closed = Reopening.objects.filter(closed_on__lt=day, reopened_on__gt=day)
    return (
        Matter.objects.filter(still, asked_on__lt=day)
        .exclude(pk__in=closed.values("matter"))
        .select_related("to", "board")
    )
