"""Where what is said of a thing stands, and the way there."""

from django.urls import reverse

from madegood.comments import queries
from madegood.comments.targets import About
from madegood.web.words import day


def back(about: About) -> str:
    """The page where the thing's comments stand."""
    return f"{reverse(about.route, args=[about.said])}#comments"


def crumbs_to(about: About) -> list[tuple[str, str]]:
    """The pages above a thing's comments: its own, or the one that it stands on."""
    if about.kind == "evidence":
        kind, number = queries.part_of_evidence(about.key)
        where = reverse(kind, args=[number])
        called = "Action" if kind == "action" else "Expected outcome"
        return [("The plan", reverse("plan")), (f"{called} {number}", where)]
    if about.kind == "item":
        meeting = queries.meeting_of_item(about.key)
        return [
            ("Boards", reverse("boards")),
            (meeting.board.name, reverse("board", args=[meeting.board_id])),
            (day(meeting.day), reverse("meeting", args=[meeting.pk])),
        ]
    called = f"{about.called[:1].upper()}{about.called[1:]}"
    return [("The plan", reverse("plan")), (called, back(about))]
