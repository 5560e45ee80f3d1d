"""What other rooms may read of boards."""

from madegood.governance.board_queries import board_page, boards
from madegood.governance.finding import NoSuchBoard
from madegood.governance.matter_queries import (
    history,
    is_asked,
    matter,
    matters,
    of_action,
    waiting_for,
)
from madegood.governance.meeting_queries import calendar, held_meetings, meeting_page

__all__ = [
    "NoSuchBoard",
    "board_page",
    "boards",
    "calendar",
    "held_meetings",
    "history",
    "is_asked",
    "matter",
    "matters",
    "meeting_page",
    "of_action",
    "waiting_for",
]
