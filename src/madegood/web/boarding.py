"""What the pages of boards share: finding, doing, and coming back."""

from collections.abc import Callable
from typing import TypeVar

from django.conf import settings
from django.forms import Form
from django.http import Http404

from madegood.accounts.actions import Refused
from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may, people
from madegood.governance.finding import NoSuchBoard, NotAgreed
from madegood.plan import queries as plan_queries
from madegood.reports.queries import papers
from madegood.web.words import day

Found = TypeVar("Found")


def found(ask: Callable[[], Found]) -> Found:
    """What was asked for, or no such page."""
    try:
        return ask()
    except NoSuchBoard:
        raise Http404 from None


def acted(form: Form, act: Callable[[], object]) -> bool:
    """Do it where the form is good; what is refused is said on the form."""
    if not form.is_valid():
        return False
    try:
        act()
    except NoSuchBoard:
        raise Http404 from None
    except (NotAgreed, Refused) as fault:
        form.add_error(None, str(fault))
        return False
    return True


def recommendation_choices() -> list[tuple[str, str]]:
    """The plan's recommendations; none where there is no plan."""
    try:
        plan = plan_queries.plan()
    except plan_queries.NoSuchThing:
        return []
    return [(r.number, f"{r.number}. {_short(r.title)}") for r in plan.recommendations]


def paper_choices() -> list[tuple[str, str]]:
    return [(f"{p.id}", f"{p.title}, {day(p.as_of)}") for p in papers()]


def people_choices() -> list[tuple[str, str]]:
    """Those who may see boards at all."""
    return [(f"{p.pk}", f"{p}") for p in people() if may(p, Permission.BOARDS_VIEW)]


def council() -> str:
    return str(settings.COUNCIL_NAME)


def _short(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:68].rstrip()}…"
