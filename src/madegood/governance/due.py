"""Everything that boards wait for, by day: for the command line and its machines."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from madegood.clock.periods import Period, add_months
from madegood.governance.asking import State
from madegood.governance.board_queries import board_page, boards
from madegood.governance.frequency import Kept, Turn
from madegood.governance.matter_queries import matters
from madegood.governance.meeting_queries import calendar
from madegood.governance.views import BoardView, MeetingView
from madegood.plan.waiting import SOON


@dataclass(frozen=True, slots=True)
class Due:
    """`kind` is answer, papers, agenda, record, meeting or report; `to` the post that
    it waits for, "" where it is whoever keeps the boards; `id` what it is about, which
    of a report is its line."""

    kind: str
    board: str
    what: str
    to: str
    due: date
    overdue: bool
    id: int
    board_id: int


def all_due(on: date, until: date | None = None) -> list[Due]:
    """What is overdue, and what is due until a day (in 28 days), in order."""
    last = until or on + SOON
    year = Period(add_months(on, -12), max(last, add_months(on, 3)))
    found = [*_answers(), *_of_meetings(calendar(None, year), on)]
    for board in boards(None, on):
        if board.ended_on is None:
            found += _of_board(board)
    return sorted(
        (each for each in found if each.due <= last),
        key=lambda each: (each.due, each.board, each.kind, each.id),
    )


def _answers() -> Iterable[Due]:
    for each in matters(None):
        if each.state != State.ANSWERED.value and each.due is not None:
            yield Due(
                "answer",
                each.board,
                f"{each.called}: {each.text}",
                each.to,
                each.due,
                each.overdue,
                each.id,
                each.board_id,
            )


def _of_meetings(found: Iterable[MeetingView], on: date) -> Iterable[Due]:
    for each in found:
        name = f"{each.day:%-d %B %Y}"
        if each.state == "past":
            what = f"Record whether the meeting of {name} was held"
            yield _meets("record", each, what, each.day, overdue=True)
        if each.state == "planned" and each.papers_due is not None:
            late = each.papers_due < on
            what = f"Papers for the meeting of {name}"
            yield _meets("papers", each, what, each.papers_due, overdue=late)
        if each.state == "planned" and each.publish_by is not None:
            late = each.publish_by < on
            what = f"Publish the agenda of {name}"
            yield _meets("agenda", each, what, each.publish_by, overdue=late)


def _meets(kind: str, each: MeetingView, what: str, day: date, *, overdue: bool) -> Due:
    return Due(kind, each.board, what, "", day, overdue, each.id, each.board_id)


def _of_board(board: BoardView) -> Iterable[Due]:
    if board.stands is not None:
        what = f"Meet: agreed {board.often}"
        yield _clock("meeting", board, what, board.stands, board.id)
    for line in board_page(board.id, None).lines:
        if line.stands is not None:
            what = f"Report {line.what}: agreed {line.often}"
            yield _clock("report", board, what, line.stands, line.id)


def _clock(kind: str, board: BoardView, what: str, stands: Kept, key: int) -> Due:
    late = stands.turn is Turn.OVERDUE
    return Due(kind, board.name, what, "", stands.due, late, key, board.id)
