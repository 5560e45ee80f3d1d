"""What is on an agenda: added, changed, taken off; and what was said of it."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import now, today
from madegood.governance.board_actions import post_titled
from madegood.governance.finding import NotAgreed, find_meeting
from madegood.governance.meeting_models import AgendaItem, Meeting
from madegood.intake.naming_children import named_in
from madegood.trail.actions import record_event


@dataclass(frozen=True, slots=True)
class ItemGiven:
    """`paper` is the number of a paper made here, with its title and day; `line` what
    the board had agreed to be told."""

    kind: str
    title: str
    brought_by: str = ""
    minutes: int | None = None
    line_id: int | None = None
    recommendation: str = ""
    paper: int | None = None
    paper_title: str = ""
    link: str = ""
    private_why: str = ""
    order: int | None = None


def _open(meeting: Meeting) -> None:
    if meeting.cancelled_on is not None:
        raise NotAgreed("This meeting was cancelled, so it has no agenda.")
    if meeting.held_at is not None:
        raise NotAgreed("This meeting has been held, so its agenda stays as it was.")


@transaction.atomic
def add_item(*, by: User, meeting_id: int, given: ItemGiven) -> AgendaItem:
    """At the end, unless a place is given. After publication it is marked as added."""
    require(by, Permission.BOARDS_KEEP)
    meeting = find_meeting(meeting_id, by)
    _open(meeting)
    item = AgendaItem(meeting=meeting, added_at=now())
    _write(item, given)
    item.save()
    _tell(by, meeting, f"“{item.title}” added")
    return item


@transaction.atomic
def change_item(*, by: User, meeting_id: int, item_id: int, given: ItemGiven) -> None:
    """After publication it is marked as changed, with what it was."""
    require(by, Permission.BOARDS_KEEP)
    meeting = find_meeting(meeting_id, by)
    _open(meeting)
    item = find_item(meeting, item_id)
    _write(item, given)
    item.save()
    _tell(by, meeting, f"“{item.title}” changed")


def _write(item: AgendaItem, given: ItemGiven) -> None:
    meeting = item.meeting
    if not given.title.strip():
        raise NotAgreed("Say what the item is.")
    if named_in(given.title):
        raise NotAgreed(named_in(given.title))
    lines = meeting.board.lines.filter(pk=given.line_id or 0)
    if given.line_id is not None and not lines.exists():
        raise NotAgreed("Choose something that this board is to be told.")
    if given.private_why and not meeting.board.public:
        raise NotAgreed("The public does not attend this board. Leave the reason out.")
    last = meeting.items.aggregate(last=Max("order"))["last"] or 0
    item.kind, item.title = given.kind, given.title.strip()
    item.brought_by = (
        post_titled(given.brought_by) if given.brought_by.strip() else None
    )
    item.minutes, item.line_id = given.minutes, given.line_id
    item.recommendation, item.link = given.recommendation, given.link
    item.paper, item.paper_title = given.paper, given.paper_title
    item.private_why = given.private_why.strip()
    item.order = given.order or item.order or last + 1


@transaction.atomic
def take_off(*, by: User, meeting_id: int, item_id: int, why: str) -> None:
    """Before publication it is simply gone; after, it stays as taken off, with why."""
    require(by, Permission.BOARDS_KEEP)
    meeting = find_meeting(meeting_id, by)
    _open(meeting)
    item = find_item(meeting, item_id)
    if meeting.published_at is None:
        title = item.title
        item.delete()
    else:
        if not why.strip():
            raise NotAgreed("The agenda is published. Say why the item is taken off.")
        item.gone_on, item.gone_why = today(), why.strip()
        item.save(update_fields=["gone_on", "gone_why"])
        title = item.title
    _tell(by, meeting, f"“{title}” taken off")


@transaction.atomic
def minute_item(*, by: User, meeting_id: int, item_id: int, words: str) -> None:
    """What the meeting said of an item. Given again it replaces what was written."""
    require(by, Permission.BOARDS_KEEP)
    meeting = find_meeting(meeting_id, by)
    if meeting.cancelled_on is not None or meeting.day > today():
        raise NotAgreed("Minutes are written once the meeting has been held.")
    item = find_item(meeting, item_id)
    if not words.strip():
        raise NotAgreed("Write what the meeting said.")
    if named_in(words):
        raise NotAgreed(named_in(words))
    item.minute = words.strip()
    item.save(update_fields=["minute"])
    record_event(by=by, kind="minute_taken", subject=meeting, item=f"“{item.title}”")


def find_item(meeting: Meeting, item_id: int) -> AgendaItem:
    """Raises NotAgreed."""
    item = meeting.items.filter(pk=item_id, gone_on__isnull=True).first()
    if item is None:
        raise NotAgreed("That item is not on this agenda.")
    return item


def _tell(by: User, meeting: Meeting, what: str) -> None:
    record_event(by=by, kind="agenda_changed", subject=meeting, what=what)
