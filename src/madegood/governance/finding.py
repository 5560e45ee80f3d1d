"""Finding a board, a meeting or a matter, for those who may see it.

Somebody who may see the plan may see every board. A board member sees the boards they
sit on and no other: not that there is one, so a wrong guess and a forbidden one are
answered alike.
"""

from django.db.models import Q, QuerySet

from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.clock.today import today
from madegood.governance.matter_models import Matter
from madegood.governance.meeting_models import Meeting
from madegood.governance.models import Board, Member
from madegood.plan.acting import acting_for
from madegood.plan.owner_models import Holder, Post


class NoSuchBoard(LookupError):
    """There is none, or none that this person may see."""


class NotAgreed(ValueError):
    """It cannot be recorded as given; the message says why and what to do."""


def boards_seen_by(person: User | None) -> QuerySet[Board]:
    """None is the command line, which sees all."""
    if person is None or may(person, Permission.PLAN_VIEW):
        return Board.objects.all()
    return Board.objects.filter(pk__in=memberships(person).values("board"))


def memberships(person: User) -> QuerySet[Member]:
    """As whom somebody sits on boards today: in their own name, or in a post's."""
    day = today()
    still = Q(until__isnull=True) | Q(until__gt=day)
    held = Holder.objects.filter(
        Q(end__isnull=True) | Q(end__gt=day), person=person, start__lte=day
    )
    mine = Q(person=person) | Q(post__in=held.values("post"))
    return Member.objects.filter(still, mine, since__lte=day)


def find_board(board_id: int, person: User | None) -> Board:
    """Raises NoSuchBoard."""
    found = boards_seen_by(person).select_related("chair").filter(pk=board_id).first()
    if found is None:
        raise NoSuchBoard(f"There is no board {board_id}.")
    return found


def find_meeting(meeting_id: int, person: User | None) -> Meeting:
    """Raises NoSuchBoard."""
    seen = Meeting.objects.filter(board__in=boards_seen_by(person))
    found = seen.select_related("board__chair").filter(pk=meeting_id).first()
    if found is None:
        raise NoSuchBoard(f"There is no meeting {meeting_id}.")
    return found


def find_matter(matter_id: int, person: User | None) -> Matter:
    """Raises NoSuchBoard."""
    seen = Matter.objects.filter(board__in=boards_seen_by(person))
    found = seen.select_related("board", "to").filter(pk=matter_id).first()
    if found is None:
        raise NoSuchBoard(f"There is no question or decision {matter_id}.")
    return found


def acts_for(person: User, post: Post | None) -> bool:
    """Whether somebody holds a post today, or a vacant one leads to them."""
    return post is not None and post.title in acting_for(person, today())
