"""One page from its template, with what every page carries."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from madegood.accounts.permissions import Permission
from madegood.accounts.queries import Somebody, may
from madegood.web.brand import checked


@dataclass(frozen=True)
class Door:
    """A place in the navigation, for those who may open it. `behind` is the door that
    it is reached by instead, by those who may open that one."""

    text: str
    route: str
    permission: Permission
    behind: Permission | None = None

    def stands_for(self, somebody: Somebody) -> bool:
        if self.behind is not None and may(somebody, self.behind):
            return False
        return may(somebody, self.permission)


DOORS = (
    Door("The plan", "plan", Permission.PLAN_VIEW),
    Door("My work", "my_work", Permission.PLAN_VIEW),
    Door("Measures", "measures", Permission.MEASURES_VIEW),
    Door("Data", "data", Permission.DATA_VIEW),
    Door("Boards", "boards", Permission.BOARDS_VIEW),
    Door("Papers", "papers", Permission.PAPERS_VIEW),
    Door(
        "Published figures",
        "benchmarks",
        Permission.BENCHMARKS_VIEW,
        behind=Permission.MEASURES_VIEW,
    ),
)


def navigation(request: HttpRequest, section: str) -> list[dict[str, Any]]:
    """The doors this person may open, the one they are behind marked."""
    if not request.user.is_authenticated:
        return []
    return [
        {
            "text": door.text,
            "href": reverse(door.route),
            "active": door.route == section,
            "current": request.path == reverse(door.route),
        }
        for door in DOORS
        if door.stands_for(request.user)
    ]


def show(
    request: HttpRequest,
    template: str,
    *,
    section: str = "",
    status: int = 200,
    somebody: bool = True,
    **facts: Any,
) -> HttpResponse:
    """Render a page. `section` is the route name of the door it stands behind.

    `somebody` False renders it as to a stranger, without asking who is there.
    """
    # A request refused at the door has not been asked yet who it is from.
    known = somebody and hasattr(request, "user") and request.user.is_authenticated
    chassis = {
        "council": settings.COUNCIL_NAME,
        "service": settings.SERVICE_NAME,
        "brand_colour": checked(settings.BRAND_COLOUR),
        "navigation": navigation(request, section) if known else [],
        "person": request.user if known else None,
        "may": lambda permission: known and may(request.user, Permission(permission)),
        "idle_seconds": settings.SESSION_COOKIE_AGE,
    }
    return render(request, template, chassis | facts, status=status)
