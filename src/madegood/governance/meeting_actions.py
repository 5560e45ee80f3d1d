"""Meetings: dated, moved, cancelled; their agendas; that they were held, and by whom."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now, today
from madegood.clock.working_days import BeyondCalendar
from madegood.governance.arising import arising
from madegood.governance.attending import DEPUTY, PRESENT
from madegood.governance.dates import (
    NotARule,
    Rule,
    not_a_working_day,
    planned,
    publish_by,
)
from madegood.governance.finding import NotAgreed, find_board, find_meeting
from madegood.governance.frozen_agenda import arising_as_published, as_published
from madegood.governance.meeting_models import Attendance, Meeting, MeetingChange
from madegood.trail.actions import record_event

# More meetings than this at once are a slip of the keyboard.
MOST_AT_ONCE = 120
# A meeting further off than this cannot have been meant.
LONGEST = timedelta(days=3653)


@dataclass(frozen=True, slots=True)
class When:
    begins: time | None
    place: str


def _refuse_day(day: date) -> None:
    """A meeting to come is on a working day; one that was, was when it was."""
    if day <= today():
        return
    try:
        fault = not_a_working_day(day)
    except BeyondCalendar:
        fault = "Bank holidays are not yet known for that year."
    if fault:
        raise NotAgreed(f"{fault} Choose a working day.")


@transaction.atomic
def date_meeting(*, by: User, board_id: int, day: date, when: When) -> Meeting:
    """One meeting. One in the past may be recorded too: it was held, or it was not."""
    require(by, Permission.BOARDS_KEEP)
    board = find_board(board_id, by)
    if board.ended_on is not None:
        raise NotAgreed("This board has ended, so it has no more meetings.")
    _refuse_day(day)
    if board.meetings.filter(day=day, cancelled_on__isnull=True).exists():
        raise NotAgreed(f"The board meets on {day:%-d %B %Y} already.")
    meeting = Meeting.objects.create(
        board=board, day=day, begins=when.begins, place=when.place.strip()
    )
    record_event(
        by=by,
        kind="meetings_dated",
        subject=board,
        count=1,
        rule=f"{day:%-d %B %Y}",
    )
    return meeting


@transaction.atomic
def date_by_rule(
    *, by: User, board_id: int, rule: Rule, last: date, when: When
) -> list[Meeting]:
    """Every meeting of a rule until a day; days that have one already are left be."""
    require(by, Permission.BOARDS_KEEP)
    board = find_board(board_id, by)
    if board.ended_on is not None:
        raise NotAgreed("This board has ended, so it has no more meetings.")
    try:
        days = {each.day for each in planned(rule, last)}
    except NotARule as fault:
        raise NotAgreed(str(fault)) from None
    there = board.meetings.filter(cancelled_on__isnull=True)
    new = sorted(days - set(there.values_list("day", flat=True)))
    if not new:
        raise NotAgreed(
            "This rule gives no day that is not a meeting already. Choose a later end."
        )
    if len(new) > MOST_AT_ONCE:
        raise NotAgreed(
            f"That would be {len(new)} meetings at once. Choose an earlier end."
        )
    made = Meeting.objects.bulk_create(
        Meeting(board=board, day=day, begins=when.begins, place=when.place.strip())
        for day in new
    )
    record_event(
        by=by,
        kind="meetings_dated",
        subject=board,
        count=len(made),
        rule=f"{rule.says}, until {last:%-d %B %Y}",
    )
    return made


def _still_to_come(meeting: Meeting) -> None:
    if meeting.cancelled_on is not None:
        raise NotAgreed("This meeting was cancelled. Date another one.")
    if meeting.held_at is not None:
        raise NotAgreed("This meeting has been held, so its day stays as it is.")


@transaction.atomic
def move_meeting(*, by: User, meeting_id: int, to: date, why: str) -> Meeting:
    """To another day, with a reason. The first day is kept."""
    require(by, Permission.BOARDS_KEEP)
    meeting = find_meeting(meeting_id, by)
    _still_to_come(meeting)
    if not why.strip():
        raise NotAgreed("Say why the meeting moves.")
    if to == meeting.day:
        raise NotAgreed(f"It is on {to:%-d %B %Y} already.")
    _refuse_day(to)
    others = meeting.board.meetings.filter(day=to, cancelled_on__isnull=True)
    if others.exclude(pk=meeting.pk).exists():
        raise NotAgreed(f"The board meets on {to:%-d %B %Y} already.")
    _changed(by, meeting, to, why)
    label = str(meeting)
    meeting.day = to
    meeting.save(update_fields=["day"])
    record_event(
        by=by,
        kind="meeting_moved",
        subject=meeting,
        label=label,
        why=why,
        to=f"{to:%-d %B %Y}",
    )
    return meeting


@transaction.atomic
def cancel_meeting(*, by: User, meeting_id: int, why: str) -> Meeting:
    """With a reason; it stays in the calendar as cancelled."""
    require(by, Permission.BOARDS_KEEP)
    meeting = find_meeting(meeting_id, by)
    _still_to_come(meeting)
    if not why.strip():
        raise NotAgreed("Say why the meeting is cancelled.")
    _changed(by, meeting, None, why)
    meeting.cancelled_on = today()
    meeting.save(update_fields=["cancelled_on"])
    record_event(by=by, kind="meeting_cancelled", subject=meeting, why=why)
    return meeting


def _changed(by: User, meeting: Meeting, to: date | None, why: str) -> None:
    MeetingChange.objects.create(
        meeting=meeting,
        was=meeting.day,
        to=to,
        why=why.strip(),
        recorded_at=now(),
        recorded_by=by,
    )


@transaction.atomic
def publish_agenda(*, by: User, meeting_id: int, short_notice: str = "") -> Meeting:
    """Freeze the agenda as it stands. Of a public board, later than the law's clear
    days only with the reason for the short notice."""
    require(by, Permission.BOARDS_KEEP)
    meeting = find_meeting(meeting_id, by)
    _still_to_come(meeting)
    if meeting.published_at is not None:
        raise NotAgreed("The agenda is published. What is changed now is marked on it.")
    items = list(
        meeting.items.filter(gone_on__isnull=True).select_related("brought_by")
    )
    if not items:
        raise NotAgreed("There is nothing on the agenda yet. Add an item first.")
    late = meeting.board.public and today() > publish_by(meeting.day)
    if late and not short_notice.strip():
        raise NotAgreed(
            f"It should have been published by {publish_by(meeting.day):%-d %B %Y}, "
            "five clear working days before a public meeting. Say why it is late."
        )
    meeting.agenda = {
        "items": [as_published(item) for item in items],
        "arising": [arising_as_published(matter) for matter in arising(meeting)],
    }
    meeting.published_at, meeting.published_by = now(), by
    meeting.short_notice = short_notice.strip() if late else ""
    meeting.save()
    record_event(by=by, kind="agenda_published", subject=meeting, items=len(items))
    return meeting


@transaction.atomic
def record_attendance(
    *, by: User, meeting_id: int, how: dict[int, tuple[str, str]]
) -> Meeting:
    """That a meeting was held, and how each member attended: by member, the word and,
    for a deputy, who. Given again it replaces what was recorded."""
    require(by, Permission.BOARDS_KEEP)
    meeting = find_meeting(meeting_id, by)
    if meeting.cancelled_on is not None:
        raise NotAgreed("This meeting was cancelled, so nobody attended it.")
    if meeting.day > today():
        raise NotAgreed("This meeting is still to come.")
    members = {m.pk: m for m in meeting.board.members.all()}
    if not how or set(how) - set(members):
        raise NotAgreed("Say how each member of the board attended.")
    for word, deputy in how.values():
        if (word == DEPUTY) != bool(deputy.strip()):
            raise NotAgreed("Name the deputy, and only where one was sent.")
    meeting.attendance.all().delete()
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, member_id=key, how=word, deputy=deputy.strip())
        for key, (word, deputy) in how.items()
    )
    if meeting.held_at is None:
        meeting.held_at = now()
        meeting.save(update_fields=["held_at"])
    there = sum(word in (PRESENT, DEPUTY) for word, _ in how.values())
    record_event(
        by=by, kind="meeting_held", subject=meeting, present=there, members=len(how)
    )
    return meeting
