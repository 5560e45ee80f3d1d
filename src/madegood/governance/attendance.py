"""Who comes, by organisation, over time. Plain sums over what was recorded."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from madegood.accounts.models import User
from madegood.governance.attending import ABSENT, APOLOGIES, DEPUTY, PRESENT
from madegood.governance.finding import find_board
from madegood.governance.meeting_models import Attendance, Meeting

# A year of fortnights: more do not fit beside each other.
MOST = 26


@dataclass(frozen=True, slots=True)
class Cell:
    """An organisation at one meeting: how many of its members came, themselves or by a
    deputy, of how many. `of` 0: it had no member that day."""

    came: int
    of: int


@dataclass(frozen=True, slots=True)
class Attending:
    """An organisation over the meetings: each cell, and the sums of its members."""

    organisation: str
    cells: tuple[Cell, ...]
    present: int
    deputies: int
    apologies: int
    absent: int

    @property
    def asked(self) -> int:
        return self.present + self.deputies + self.apologies + self.absent

    @property
    def came(self) -> int:
        return self.present + self.deputies


@dataclass(frozen=True, slots=True)
class Attended:
    """The last meetings that were held, in order, and who came to them."""

    board: str
    days: tuple[date, ...]
    organisations: tuple[Attending, ...]


def attendance(board_id: int, person: User | None) -> Attended:
    """Raises NoSuchBoard. Those that come least are first."""
    board = find_board(board_id, person)
    held = Meeting.objects.filter(board=board, held_at__isnull=False)
    days = dict(sorted(held.order_by("-day").values_list("day", "pk")[:MOST]))
    rows = Attendance.objects.filter(meeting__in=days.values()).values_list(
        "member__organisation", "meeting", "how"
    )
    kept: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for organisation, meeting, how in rows:
        kept[organisation][meeting].append(how)
    found = [_attending(name, by, [*days.values()]) for name, by in kept.items()]
    found.sort(key=lambda one: (one.came / one.asked, one.organisation))
    return Attended(board.name, tuple(days), tuple(found))


def _attending(
    name: str, by_meeting: dict[int, list[str]], meetings: list[int]
) -> Attending:
    every = [how for meeting in meetings for how in by_meeting.get(meeting, [])]
    return Attending(
        organisation=name,
        cells=tuple(_cell(by_meeting.get(meeting, [])) for meeting in meetings),
        present=every.count(PRESENT),
        deputies=every.count(DEPUTY),
        apologies=every.count(APOLOGIES),
        absent=every.count(ABSENT),
    )


def _cell(hows: list[str]) -> Cell:
    return Cell(sum(how in (PRESENT, DEPUTY) for how in hows), len(hows))
