"""Who may open which route.

Every route says what it needs, in urls.py, where it can be read down the page. The
middleware refuses a view that says nothing, so a page added in a hurry is closed, not
open. Answers are not kept by browsers or proxies: what a person may see today they
may not see tomorrow, and machines are shared.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode

from madegood.accounts.actions import Refused, refusal
from madegood.accounts.permissions import Permission
from madegood.accounts.queries import may

if TYPE_CHECKING:
    from madegood.accounts.models import User

View = Callable[..., HttpResponseBase]


class Public:
    """The mark of a route that anybody may open."""

    def __repr__(self) -> str:
        return "PUBLIC"


PUBLIC: Final = Public()
Need = Permission | Public

# By view function, because a view wrapped to carry the mark would hide its own name
# from tracebacks and from the tests.
_NEEDS: dict[View, Need] = {}


def route(pattern: str, view: View, name: str, *, needs: Need) -> URLPattern:
    """A route and what it needs. One view cannot have two needs."""
    if _NEEDS.setdefault(view, needs) != needs:
        raise ImproperlyConfigured(f"{name}: {view.__name__} is already routed")
    return path(pattern, view, name=name)


def need_of(view: View) -> Need | None:
    """What a view was routed with; None where it was not routed here."""
    return _NEEDS.get(view)


def person(request: HttpRequest) -> "User":
    """Who is asking, on a page that no stranger can have come to."""
    assert request.user.is_authenticated
    return request.user


class GuardMiddleware:
    """Refuses what a person may not open, and keeps answers out of caches."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    def process_view(
        self, request: HttpRequest, view: View, _args: Any, _kwargs: Any
    ) -> HttpResponseBase | None:
        need = need_of(view)
        if need is PUBLIC:
            return None
        if not request.user.is_authenticated:
            return _to_sign_in(request)
        if not isinstance(need, Permission):
            raise PermissionDenied
        if not may(request.user, need):
            raise PermissionDenied(refusal(person(request), need))
        return None

    def process_exception(self, _request: HttpRequest, exception: Exception) -> None:
        """An action may need more than its route: what it refuses is refused here too.
        It was raised within the action's transaction, so nothing was kept."""
        if isinstance(exception, Refused):
            raise PermissionDenied(f"{exception}") from exception


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """To sign-in and back; saying so where a session has run out."""
    asked = {"next": request.get_full_path()} if request.method == "GET" else {}
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        asked["ended"] = "idle"
    where = reverse(settings.LOGIN_URL)
    return redirect(f"{where}?{urlencode(asked)}" if asked else where)
