"""What other rooms may read of boards."""

from madegood.governance.board_queries import board_page, boards
from madegood.governance.finding import NoSuchBoard
from madegood.governance.for_papers import AskedInPublic, asked_in_public
from madegood.governance.insight_queries import (
    InsightView,
    of_the_action,
    of_the_matter,
    of_the_measure,
)
from madegood.governance.keeping import waiting_for as waiting_for_who_keeps
from madegood.governance.matter_queries import (
    history,
    is_asked,
    matter,
    matters,
    of_action,
    waiting_for,
)
from madegood.governance.meeting_queries import calendar, held_meetings, meeting_page
from madegood.governance.views import MatterView

__all__ = [
    "AskedInPublic",
    "InsightView",
    "MatterView",
    "NoSuchBoard",
    "asked_in_public",
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
    "of_the_action",
    "of_the_matter",
    "of_the_measure",
    "waiting_for",
    "waiting_for_who_keeps",
]
