"""What waits for who keeps the boards: papers, agendas and minutes of their meetings,
what was agreed and is overdue, and what was asked of a post that nobody acts for."""

from collections.abc import Iterable
from datetime import date

from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may
from madegood.governance.due import Due, all_due
from madegood.governance.matter_queries import short
from madegood.plan.acting import post_order
from madegood.plan.routing import chain
from madegood.plan.waiting import Waiting

__all__ = ["waiting_for"]

# Where each kind of thing is seen to. A report is asked for on its board's page.
_WHERE = {
    "papers": "meeting",
    "agenda": "meeting",
    "record": "meeting",
    "meeting": "board",
    "report": "board",
}
# A meeting is dated long before it is due by what was agreed: only what was missed waits.
_ONCE_OVERDUE = ("meeting", "report")


def waiting_for(person: User, on: date) -> list[Waiting]:
    if not may(person, Permission.BOARDS_KEEP):
        return []
    order = post_order(on)
    acted_for = {
        place.title for place in order.values() if chain(order, place.post)[-1].holders
    }
    return [each for due in all_due(on) for each in _of(due, acted_for)]


def _of(due: Due, acted_for: set[str]) -> Iterable[Waiting]:
    if due.kind == "answer":
        if due.to and due.to not in acted_for:
            yield Waiting(
                f"Say who answers the {due.board}: {short(due.what)}",
                "matter",
                due.id,
                due.due,
                f"It is asked of the post {due.to}, and neither it nor a post above it "
                "is held",
            )
    elif due.overdue or due.kind not in _ONCE_OVERDUE:
        yield Waiting(
            f"{due.board}: {due.what[0].lower()}{due.what[1:]}",
            _WHERE[due.kind],
            due.board_id if due.kind == "report" else due.id,
            due.due,
            "You keep the boards",
        )
