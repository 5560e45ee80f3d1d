"""The routes of boards, and what a person needs to open each: a part of urls.py."""

from madegood.accounts.permissions import Permission as May
from madegood.web.guard import route
from madegood.web.pages import (
    agendas,
    board_meetings,
    board_parts,
    boards,
    matters,
    raising,
)

urlpatterns = [
    route("raise", raising.raise_from, "raise", needs=May.INSIGHTS_RAISE),
    route(
        "boards/questions/<int:matter_id>/plan",
        raising.link,
        "link_matter",
        needs=May.BOARDS_KEEP,
    ),
    route("boards", boards.boards, "boards", needs=May.BOARDS_VIEW),
    route("boards/offered", boards.take_up, "take_up", needs=May.BOARDS_KEEP),
    route("boards/add", boards.add, "add_board", needs=May.BOARDS_KEEP),
    route("boards/questions", matters.matters, "matters", needs=May.BOARDS_VIEW),
    route(
        "boards/questions/<int:matter_id>",
        matters.matter,
        "matter",
        needs=May.BOARDS_VIEW,
    ),
    route(
        "boards/questions/<int:matter_id>/answer",
        matters.answer,
        "answer",
        needs=May.BOARDS_ANSWER,
    ),
    route(
        "boards/questions/<int:matter_id>/board",
        matters.settle,
        "settle",
        needs=May.BOARDS_KEEP,
    ),
    route(
        "boards/questions/<int:matter_id>/fit",
        matters.fit,
        "fit",
        needs=May.PAPERS_MAKE,
    ),
    route(
        "boards/questions/<int:matter_id>/unfit",
        matters.unfit,
        "unfit",
        needs=May.PAPERS_MAKE,
    ),
    route(
        "boards/meetings/<int:meeting_id>",
        board_meetings.meeting,
        "meeting",
        needs=May.BOARDS_VIEW,
    ),
    route(
        "boards/meetings/<int:meeting_id>/agenda",
        board_meetings.printed,
        "agenda",
        needs=May.BOARDS_VIEW,
    ),
    route(
        "boards/meetings/<int:meeting_id>/move",
        board_meetings.move,
        "move_meeting",
        needs=May.BOARDS_KEEP,
    ),
    route(
        "boards/meetings/<int:meeting_id>/cancel",
        board_meetings.cancel,
        "cancel_meeting",
        needs=May.BOARDS_KEEP,
    ),
    route(
        "boards/meetings/<int:meeting_id>/publish",
        board_meetings.publish,
        "publish_agenda",
        needs=May.BOARDS_KEEP,
    ),
    route(
        "boards/meetings/<int:meeting_id>/attendance",
        board_meetings.attendance,
        "record_attendance",
        needs=May.BOARDS_KEEP,
    ),
    route(
        "boards/meetings/<int:meeting_id>/items",
        agendas.add,
        "add_item",
        needs=May.BOARDS_KEEP,
    ),
    route(
        "boards/meetings/<int:meeting_id>/items/<int:item_id>",
        agendas.item,
        "agenda_item",
        needs=May.BOARDS_KEEP,
    ),
    route(
        "boards/meetings/<int:meeting_id>/asked",
        agendas.matter,
        "minute_matter",
        needs=May.BOARDS_KEEP,
    ),
    route("boards/<int:board_id>", boards.board, "board", needs=May.BOARDS_VIEW),
    route(
        "boards/<int:board_id>/change",
        boards.change,
        "change_board",
        needs=May.BOARDS_KEEP,
    ),
    route(
        "boards/<int:board_id>/members",
        board_parts.member,
        "add_member",
        needs=May.BOARDS_KEEP,
    ),
    route(
        "boards/<int:board_id>/members/<int:member_id>/leave",
        board_parts.leave,
        "member_leaves",
        needs=May.BOARDS_KEEP,
    ),
    route(
        "boards/<int:board_id>/lines",
        board_parts.line,
        "add_line",
        needs=May.BOARDS_KEEP,
    ),
    route(
        "boards/<int:board_id>/lines/<int:line_id>/end",
        board_parts.end_line,
        "end_line",
        needs=May.BOARDS_KEEP,
    ),
    route(
        "boards/<int:board_id>/end", board_parts.end, "end_board", needs=May.BOARDS_KEEP
    ),
    route(
        "boards/<int:board_id>/meetings",
        board_meetings.date_one,
        "date_meeting",
        needs=May.BOARDS_KEEP,
    ),
    route(
        "boards/<int:board_id>/meetings/rule",
        board_meetings.date_many,
        "date_by_rule",
        needs=May.BOARDS_KEEP,
    ),
    route("boards/<int:board_id>/ask", matters.ask, "ask", needs=May.BOARDS_ASK),
]
