"""Setting up a board: what it is, who sits on it, what it is to be told."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.clock.today import today
from madegood.governance.finding import NotAgreed, find_board
from madegood.governance.frequency import Frequency
from madegood.governance.models import Board, Member, ReportingLine
from madegood.governance.offered import OFFERED, BoardKind
from madegood.plan.owner_models import Post
from madegood.trail.actions import record_event

# What was agreed longer ago than this is not judged.
EARLIEST = date(2015, 1, 1)


@dataclass(frozen=True, slots=True)
class BoardGiven:
    """A board as a person describes it. `skips` are months, 1 to 12."""

    name: str
    kind: str
    purpose: str
    chair: str
    every: int
    unit: str
    skips: tuple[int, ...]
    papers_days: int
    public: bool
    agreed_on: date
    quorum: int | None = None


@dataclass(frozen=True, slots=True)
class MemberGiven:
    """A post, or a name with its organisation; `person_id` is their sign-in."""

    post: str
    name: str
    organisation: str
    person_id: int | None
    since: date


def post_titled(title: str) -> Post:
    return Post.objects.get_or_create(title=title.strip())[0]


def _frequency(every: int, unit: str, skips: tuple[int, ...] = ()) -> Frequency:
    try:
        return Frequency(every, unit, frozenset(skips))
    except ValueError as fault:
        raise NotAgreed(
            f"{fault} Choose 1 to 52 weeks, or 1 to 24 months, and leave out fewer "
            "than twelve."
        ) from None


def _refuse_agreed(day: date) -> None:
    if not EARLIEST <= day <= today():
        raise NotAgreed(
            "Say since when it is agreed: today, or a day before it in 2015 or later."
        )


def _refuse_name(name: str, but: int | None = None) -> None:
    if not name.strip():
        raise NotAgreed("Give the board a name.")
    same = Board.objects.filter(name__iexact=name.strip())
    if any(board.pk != but for board in same):
        raise NotAgreed(f"There is a board called “{name.strip()}” already.")


@transaction.atomic
def set_up_board(*, by: User, given: BoardGiven) -> Board:
    """A new board. Its clock starts on the day the frequency was agreed."""
    require(by, Permission.BOARDS_KEEP)
    _refuse_name(given.name)
    _refuse_agreed(given.agreed_on)
    frequency = _frequency(given.every, given.unit, given.skips)
    board = Board.objects.create(**_written(given))
    record_event(by=by, kind="board_set_up", subject=board, often=frequency.says)
    return board


def _written(given: BoardGiven) -> dict[str, object]:
    return {
        "name": given.name.strip(),
        "kind": BoardKind(given.kind).value,
        "purpose": given.purpose.strip(),
        "chair": post_titled(given.chair),
        "every": given.every,
        "unit": given.unit,
        "skips": sorted(given.skips),
        "papers_days": given.papers_days,
        "public": given.public,
        "quorum": given.quorum,
        "agreed_on": given.agreed_on,
    }


@transaction.atomic
def change_board(*, by: User, board_id: int, given: BoardGiven) -> Board:
    """A board described anew. Its clock starts again where the frequency, or the day it
    was agreed, is another."""
    require(by, Permission.BOARDS_KEEP)
    board = find_board(board_id, by)
    _refuse_name(given.name, board.pk)
    _refuse_agreed(given.agreed_on)
    frequency = _frequency(given.every, given.unit, given.skips)
    was = {name: getattr(board, name) for name in _written(given)}
    written = _written(given)
    changed = [name.replace("_", " ") for name in written if was[name] != written[name]]
    if not changed:
        return board
    for name, value in written.items():
        setattr(board, name, value)
    board.save()
    what = f"{', '.join(changed)}; it meets {frequency.says}"
    record_event(by=by, kind="board_changed", subject=board, what=what)
    return board


@transaction.atomic
def take_up_offered(*, by: User, keys: list[str]) -> list[Board]:
    """Set up the boards that most authorities have, of those chosen."""
    require(by, Permission.BOARDS_KEEP)
    chosen = [each for each in OFFERED if each.key in keys]
    if not chosen:
        raise NotAgreed("Choose at least one board.")
    return [
        set_up_board(
            by=by,
            given=BoardGiven(
                name=each.name,
                kind=each.kind.value,
                purpose=each.purpose,
                chair=each.chair,
                every=each.every,
                unit=each.unit,
                skips=each.skips,
                papers_days=each.papers_days,
                public=each.public,
                agreed_on=today(),
            ),
        )
        for each in chosen
    ]


@transaction.atomic
def end_board(*, by: User, board_id: int, why: str) -> Board:
    """The board meets no more. What it asked and was told stays."""
    require(by, Permission.BOARDS_KEEP)
    board = find_board(board_id, by)
    if board.ended_on is not None:
        raise NotAgreed(f"It ended on {board.ended_on:%-d %B %Y}: {board.ended_why}")
    if not why.strip():
        raise NotAgreed("Say why the board ends.")
    board.ended_on, board.ended_why = today(), why.strip()
    board.save(update_fields=["ended_on", "ended_why"])
    record_event(by=by, kind="board_ended", subject=board, why=why)
    return board


@transaction.atomic
def add_member(*, by: User, board_id: int, given: MemberGiven) -> Member:
    """A post of ours, or somebody from outside, sits on a board from a day."""
    require(by, Permission.BOARDS_KEEP)
    board = find_board(board_id, by)
    if bool(given.post.strip()) == bool(given.name.strip()):
        raise NotAgreed(
            "Give either a post of the authority, or the name of somebody from outside."
        )
    if not given.organisation.strip():
        raise NotAgreed("Say which organisation they come from.")
    post = post_titled(given.post) if given.post.strip() else None
    same = board.members.filter(until__isnull=True, post=post)
    if same.filter(name__iexact=given.name.strip()).exists():
        who = given.post.strip() or given.name.strip()
        raise NotAgreed(f"{who} sits on this board already.")
    member = Member.objects.create(
        board=board,
        post=post,
        name=given.name.strip(),
        organisation=given.organisation.strip(),
        person_id=given.person_id,
        since=given.since,
    )
    record_event(
        by=by,
        kind="member_joined",
        subject=board,
        member=str(member),
        since=f"{given.since:%-d %B %Y}",
    )
    return member


@transaction.atomic
def member_leaves(*, by: User, board_id: int, member_id: int) -> Member:
    """From today; how they attended stays."""
    require(by, Permission.BOARDS_KEEP)
    board = find_board(board_id, by)
    member = board.members.filter(pk=member_id, until__isnull=True).first()
    if member is None:
        raise NotAgreed("They do not sit on this board now.")
    member.until = max(today(), member.since)
    member.save(update_fields=["until"])
    record_event(
        by=by,
        kind="member_left",
        subject=board,
        member=str(member),
        until=f"{member.until:%-d %B %Y}",
    )
    return member


@dataclass(frozen=True, slots=True)
class LineGiven:
    what: str
    recommendation: str
    every: int
    unit: str
    agreed_on: date


@transaction.atomic
def agree_line(*, by: User, board_id: int, given: LineGiven) -> ReportingLine:
    """What the board is to be told, and how often. Its clock starts on the day that
    was agreed."""
    require(by, Permission.BOARDS_KEEP)
    board = find_board(board_id, by)
    if not given.what.strip():
        raise NotAgreed("Say what the board is to be told.")
    _refuse_agreed(given.agreed_on)
    frequency = _frequency(given.every, given.unit, tuple(board.skips))
    line = ReportingLine.objects.create(
        board=board,
        what=given.what.strip(),
        recommendation=given.recommendation,
        every=given.every,
        unit=given.unit,
        agreed_on=given.agreed_on,
    )
    record_event(
        by=by, kind="line_agreed", subject=board, what=line.what, often=frequency.says
    )
    return line


@transaction.atomic
def end_line(*, by: User, board_id: int, line_id: int, why: str) -> ReportingLine:
    """The board no longer asks for it. What it was told stays."""
    require(by, Permission.BOARDS_KEEP)
    board = find_board(board_id, by)
    line = board.lines.filter(pk=line_id, ended_on__isnull=True).first()
    if line is None:
        raise NotAgreed("The board is not waiting to be told that.")
    if not why.strip():
        raise NotAgreed("Say who agreed that it is no longer reported, and why.")
    line.ended_on, line.ended_why = today(), why.strip()
    line.save(update_fields=["ended_on", "ended_why"])
    record_event(by=by, kind="line_ended", subject=board, what=line.what, why=why)
    return line
