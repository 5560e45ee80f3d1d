"""Reading meetings: one with its agenda and minutes, or a calendar of many."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta

from madegood.accounts.models import User
from madegood.clock.periods import Period
from madegood.clock.today import today
from madegood.governance.arising import arising
from madegood.governance.attending import DEPUTY, PRESENT
from madegood.governance.board_queries import boards, members_on
from madegood.governance.finding import boards_seen_by, find_meeting
from madegood.governance.frozen_agenda import mark
from madegood.governance.matter_models import Matter
from madegood.governance.matter_queries import views, with_all
from madegood.governance.meeting_models import AgendaItem, Attendance, Meeting
from madegood.governance.meeting_views import meeting_view, with_changes
from madegood.governance.views import (
    AttendedView,
    ItemView,
    MatterView,
    MeetingPage,
    MeetingView,
)


def calendar(
    person: User | None, period: Period, board_id: int | None = None
) -> list[MeetingView]:
    """Every meeting of the boards somebody may see, cancelled ones too."""
    found = Meeting.objects.filter(
        board__in=boards_seen_by(person),
        day__gte=period.first,
        day__lte=period.last,
    )
    if board_id is not None:
        found = found.filter(board=board_id)
    return [meeting_view(row, today()) for row in with_changes(found)]


def meeting_page(meeting_id: int, person: User | None) -> MeetingPage:
    """Raises NoSuchBoard."""
    row, day = find_meeting(meeting_id, person), today()
    (full,) = with_changes(Meeting.objects.filter(pk=row.pk))
    raised = views(with_all(Matter.objects.filter(meeting=row)))
    attended = _attended(row)
    there = sum(one.how in (PRESENT, DEPUTY) for one in attended)
    quorum = row.board.quorum
    return MeetingPage(
        meeting=meeting_view(full, day),
        board=next(b for b in boards(person) if b.id == row.board_id),
        items=_items(row, raised),
        arising=views(with_all(arising(row))),
        other_matters=tuple(m for m in raised if m.id in _without_item(row)),
        attended=attended,
        there=there,
        quorate=None if not quorum or row.held_at is None else there >= quorum,
    )


def _without_item(row: Meeting) -> set[int]:
    found = Matter.objects.filter(meeting=row, item__isnull=True)
    return set(found.values_list("pk", flat=True))


def _items(row: Meeting, raised: tuple[MatterView, ...]) -> tuple[ItemView, ...]:
    by_id = {m.id: m for m in raised}
    under: dict[int | None, list[MatterView]] = defaultdict(list)
    for key, under_item in Matter.objects.filter(meeting=row).values_list("pk", "item"):
        under[under_item].append(by_id[key])
    published = row.agenda["items"] if row.agenda else None
    starts = None if row.begins is None else datetime.combine(row.day, row.begins)
    found = []
    for number, item in enumerate(
        row.items.select_related("brought_by", "line").order_by("order", "id"), 1
    ):
        at = starts.time() if starts else None
        found.append(_item(item, number, at, published, tuple(under[item.pk])))
        lasts = item.minutes if item.gone_on is None else 0
        starts = (
            starts + timedelta(minutes=lasts) if starts and lasts is not None else None
        )
    return tuple(found)


def _item(
    row: AgendaItem,
    number: int,
    starts: time | None,
    published: list[dict[str, object]] | None,
    matters: tuple[MatterView, ...],
) -> ItemView:
    return ItemView(
        id=row.pk,
        number=number,
        order=row.order,
        kind=row.kind,
        kind_words=row.get_kind_display(),
        title=row.title,
        brought_by=str(row.brought_by or ""),
        minutes=row.minutes,
        starts=starts,
        line=str(row.line or ""),
        line_id=row.line_id,
        recommendation=row.recommendation,
        paper=row.paper,
        paper_title=row.paper_title,
        link=row.link,
        private_why=row.private_why,
        mark=mark(row, published),
        gone=row.gone_on is not None,
        minute=row.minute,
        matters=matters,
    )


def _attended(row: Meeting) -> tuple[AttendedView, ...]:
    """Every member of that day, and how they attended where it is recorded."""
    kept = {
        each.member_id: each
        for each in Attendance.objects.filter(meeting=row).select_related(
            "member__post"
        )
    }
    members = members_on(row.board.members.select_related("post"), row.day)
    there = {m.pk for m in members}
    others = [each.member for each in kept.values() if each.member_id not in there]
    return tuple(
        AttendedView(
            member_id=m.pk,
            who=str(m),
            organisation=m.organisation,
            how=kept[m.pk].how if m.pk in kept else "",
            how_words=kept[m.pk].get_how_display() if m.pk in kept else "",
            deputy=kept[m.pk].deputy if m.pk in kept else "",
        )
        for m in [*members, *others]
    )


def held_meetings(board_id: int, person: User | None) -> list[tuple[date, int]]:
    """The days the board met and the meetings' numbers, the latest first."""
    found = Meeting.objects.filter(
        board__in=boards_seen_by(person), board=board_id, held_at__isnull=False
    )
    return list(found.order_by("-day").values_list("day", "pk"))
