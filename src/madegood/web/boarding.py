"""What the pages of boards share: finding, doing, and coming back."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.forms import Form
from django.http import Http404

from madegood.accounts.actions import Refused
from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may, people
from madegood.clock.today import now
from madegood.governance.finding import NoSuchBoard, NotAgreed
from madegood.plan.plans import every_live_plan
from madegood.reports.queries import papers
from madegood.web.words import day

Found = TypeVar("Found")
# As a field's choices: a value with its words, or a heading with several of those.
Choices = list[tuple[str, Any]]


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


def recommendation_choices() -> Choices:
    """The recommendations of every plan that is tested, under their plan's name where
    there are several; none where there is no plan."""
    plans = every_live_plan(now())
    groups: Choices = [
        (
            f"{plan.short}, the main plan" if plan.main else plan.short,
            [
                (r.number, f"{r.number}. {_short(r.title)}")
                for r in plan.recommendations
            ],
        )
        for plan in plans
    ]
    return groups if len(groups) != 1 else list(groups[0][1])


def paper_choices() -> list[tuple[str, str]]:
    return [(f"{p.id}", f"{p.title}, {day(p.as_of)}") for p in papers()]


def people_choices() -> list[tuple[str, str]]:
    """Those who may see boards at all."""
    return [(f"{p.pk}", f"{p}") for p in people() if may(p, Permission.BOARDS_VIEW)]


def council() -> str:
    return str(settings.COUNCIL_NAME)


def _short(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:68].rstrip()}…"
