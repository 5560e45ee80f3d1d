"""Reading boards: the list, one board, its members and what it is to be told."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q

from madegood.accounts.models import User
from madegood.clock.today import today
from madegood.governance.asking import State
from madegood.governance.finding import boards_seen_by, find_board
from madegood.governance.frequency import Frequency, Kept, stands, turns
from madegood.governance.matter_models import Matter
from madegood.governance.matter_queries import matters
from madegood.governance.meeting_models import AgendaItem, Meeting
from madegood.governance.meeting_views import meeting_view, with_changes
from madegood.governance.models import Board, Member, ReportingLine
from madegood.governance.offered import KIND_WORDS, BoardKind
from madegood.governance.views import (
    BoardPage,
    BoardView,
    LineView,
    MeetingView,
    MemberView,
)
from madegood.plan.owner_models import Holder

NOT_AGREED = "not said yet"
# A board's own page shows so many past meetings; the calendar has the others.
RECENT = 12


def boards(person: User | None, on: date | None = None) -> list[BoardView]:
    """Every board somebody may see; those that have ended come last."""
    rows = list(boards_seen_by(person).select_related("chair"))
    return sorted(
        _views(rows, on or today()), key=lambda b: (b.ended_on is not None, b.name)
    )


def board_page(board_id: int, person: User | None) -> BoardPage:
    """Raises NoSuchBoard."""
    row, day = find_board(board_id, person), today()
    (view,) = _views([row], day)
    meetings = [meeting_view(m, day) for m in with_changes(row.meetings.all())]
    members = _members(row, day)
    return BoardPage(
        board=view,
        members=tuple(m for m in members if m.until is None or m.until > day),
        former=tuple(m for m in members if m.until is not None and m.until <= day),
        lines=_lines(row, day),
        coming=tuple(m for m in meetings if m.day >= day),
        past=tuple([m for m in meetings if m.day < day][::-1][:RECENT]),
        open=matters(person, board_id=row.pk),
        closed=matters(person, board_id=row.pk, closed=True),
    )


def _views(rows: list[Board], day: date) -> list[BoardView]:
    by_board: dict[int, list[MeetingView]] = defaultdict(list)
    found = Meeting.objects.filter(board__in=[row.pk for row in rows])
    for meeting in with_changes(found):
        by_board[meeting.board_id].append(meeting_view(meeting, day))
    late = Q(state__in=(State.OPEN.value, State.SENT_BACK.value), due__lt=day)
    counted = {
        each["board"]: (each["waiting"], each["late"])
        for each in Matter.objects.exclude(state=State.CLOSED.value)
        .order_by()
        .values("board")
        .annotate(waiting=Count("id"), late=Count("id", filter=late))
    }
    return [
        _view(row, by_board[row.pk], counted.get(row.pk, (0, 0)), day) for row in rows
    ]


def _agreed(row: Board) -> Frequency | None:
    """None where only the board's name is known."""
    if row.every is None:
        return None
    return Frequency(row.every, row.unit, frozenset(row.skips))


def _turns(row: Board, held: list[MeetingView], day: date) -> list[Kept]:
    frequency = _agreed(row)
    if frequency is None or row.agreed_on is None:
        return []
    until = min(day, row.ended_on) if row.ended_on else day
    return turns(frequency, row.agreed_on, [m.day for m in held], until)


def _view(
    row: Board, meetings: list[MeetingView], counted: tuple[int, int], day: date
) -> BoardView:
    live = [m for m in meetings if m.state != "cancelled"]
    held = [m for m in live if m.state == "held"]
    kept, frequency = _turns(row, held, day), _agreed(row)
    return BoardView(
        id=row.pk,
        name=row.name,
        kind=row.kind,
        kind_words=KIND_WORDS[BoardKind(row.kind)],
        purpose=row.purpose,
        chair=str(row.chair or ""),
        often=frequency.says if frequency else NOT_AGREED,
        every=row.every,
        unit=row.unit,
        skips=tuple(row.skips),
        public=row.public,
        quorum=row.quorum,
        papers_days=row.papers_days,
        agreed_on=row.agreed_on,
        ended_on=row.ended_on,
        ended_why=row.ended_why,
        next=next((m for m in live if m.day >= day and m.state != "held"), None),
        last=held[-1] if held else None,
        stands=None if row.ended_on else stands(kept),
        turns=tuple(kept),
        waiting=counted[0],
        overdue=counted[1],
    )


def _members(row: Board, day: date) -> list[MemberView]:
    rows = list(row.members.select_related("post"))
    posts = [m.post_id for m in rows if m.post_id]
    still = Q(end__isnull=True) | Q(end__gt=day)
    held = {
        holder.post_id: str(holder.person)
        for holder in Holder.objects.filter(
            still, post__in=posts, start__lte=day
        ).select_related("person")
    }
    return [
        MemberView(
            id=m.pk,
            who=str(m),
            organisation=m.organisation,
            holder=held.get(m.post_id or 0, ""),
            is_post=m.post_id is not None,
            since=m.since,
            until=m.until,
        )
        for m in rows
    ]


def members_on(rows: Iterable[Member], day: date) -> list[Member]:
    """Who sat on the board that day."""
    return [m for m in rows if m.since <= day and (m.until is None or m.until > day)]


def _lines(row: Board, day: date) -> tuple[LineView, ...]:
    told: dict[int | None, list[date]] = defaultdict(list)
    items = AgendaItem.objects.filter(
        meeting__board=row,
        meeting__held_at__isnull=False,
        line__isnull=False,
        gone_on__isnull=True,
    )
    for line, when in items.values_list("line", "meeting__day"):
        told[line].append(when)
    live = row.lines.filter(ended_on__isnull=True)
    return tuple(_line(each, told[each.pk], row.skips, day) for each in live)


def _line(
    row: ReportingLine, told: list[date], skips: list[int], day: date
) -> LineView:
    frequency = Frequency(row.every, row.unit, frozenset(skips))
    kept = turns(frequency, row.agreed_on, told, day)
    return LineView(
        id=row.pk,
        what=row.what,
        recommendation=row.recommendation,
        often=frequency.says,
        agreed_on=row.agreed_on,
        stands=stands(kept),
        turns=tuple(kept),
    )
