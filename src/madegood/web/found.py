"""One action with the work on it, or no such page."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from django.http import Http404

from madegood.plan import queries
from madegood.plan.views import ActionView
from madegood.plan.working_views import WorkingView


class Numbered(Protocol):
    @property
    def id(self) -> int: ...


Row = TypeVar("Row", bound=Numbered)


def found_action(number: str) -> tuple[ActionView, WorkingView]:
    """The action as it is now; raises Http404."""
    try:
        return queries.action_working(number)
    except queries.NoSuchThing:
        raise Http404 from None


def one_of(rows: Iterable[Row], row_id: int) -> Row:
    """The one with that id; raises Http404."""
    for row in rows:
        if row.id == row_id:
            return row
    raise Http404
