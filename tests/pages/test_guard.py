"""Every route, as every role and as a stranger."""

import re
import sys
from contextlib import ExitStack
from unittest import mock

import pytest
from django.core.exceptions import PermissionDenied

from madegood.accounts.actions import Refused, refusal
from madegood.accounts.permissions import PERMISSION_WORDS, Permission
from madegood.accounts.roles import ROLES, role
from madegood.web import guard
from madegood.web.guard import PUBLIC, GuardMiddleware, need_of
from madegood.web.urls import urlpatterns
from tests.cast import person
from tests.pages.conftest import ROLE

ROUTES = sorted(urlpatterns, key=str)
OPEN = {
    "home",
    "sign_in",
    "sign_out",
    "about",
    "accessibility",
    "cookies",
    "health",
    "brand",
    "calendar_subscription",
}


def address(route):
    """The route's address with something in each of its gaps."""
    gaps = {"int": "1", "slug": "rhi_held_72h", "str": "4.1"}
    return "/" + re.sub(
        r"<(?:(\w+):)?\w+>", lambda gap: gaps[gap[1] or "str"], str(route.pattern)
    )


def needs(route):
    return need_of(route.callback)


def test_every_route_says_what_it_needs():
    assert [route.name for route in ROUTES if needs(route) is None] == []


def test_only_these_are_open_to_anybody():
    assert {route.name for route in ROUTES if needs(route) is PUBLIC} == OPEN


def test_the_cast_holds_every_role():
    assert set(ROLE.values()) == {each.name for each in ROLES}


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_sent_to_sign_in_from_every_closed_route(client, db, method):
    for route in ROUTES:
        if needs(route) is not PUBLIC:
            answer = getattr(client, method)(address(route))
            assert answer.status_code == 302, route.name
            assert answer.url.startswith("/sign-in"), route.name


@pytest.mark.parametrize("who", ROLE)
@pytest.mark.parametrize("method", ["get", "post"])
def test_each_role_is_refused_exactly_what_it_may_not_open(signed_in, who, method):
    browser = signed_in(who)
    allowed = role(ROLE[who]).permissions
    for route in ROUTES:
        if needs(route) is PUBLIC:
            continue
        answer = getattr(browser, method)(address(route))
        refused = answer.status_code == 403
        assert refused == (needs(route) not in allowed), route.name


def test_sam_from_elsewhere_sees_nothing_but_the_open_pages(signed_in):
    browser = signed_in("sam")
    closed = [route for route in ROUTES if needs(route) is not PUBLIC]
    assert {browser.get(address(route)).status_code for route in closed} == {403}


def test_no_answer_about_anything_is_kept_by_a_browser_or_a_proxy(signed_in):
    browser = signed_in("priya")
    for route in ROUTES:
        if route.name != "brand":
            kept = browser.get(address(route)).headers["Cache-Control"]
            assert "no-store" in kept, route.name


def test_every_page_carries_the_headers_that_close_the_usual_doors(client, db):
    headers = client.get("/sign-in").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_a_route_that_says_nothing_is_closed(rf, db):
    request = rf.get("/new")
    request.user = person("dana")
    with pytest.raises(PermissionDenied):
        GuardMiddleware(lambda _: None).process_view(request, print, (), {})


def everywhere(refuses):
    """Every module's own name for `require`, replaced."""
    return [
        mock.patch.object(module, "require", refuses)
        for name, module in list(sys.modules.items())
        if name.startswith("madegood.") and callable(getattr(module, "require", None))
    ]


def test_an_action_that_needs_more_than_its_route_is_a_refusal_and_no_fault(signed_in):
    """Over every route that may be posted to, with every action refusing."""
    browser = signed_in("priya")

    def refuses(by, permission):
        raise Refused(refusal(by, permission))

    def view(request, **gaps):
        refuses(request.user, Permission.ASSURANCE_SIGN)

    with ExitStack() as stack:
        for each in everywhere(refuses):
            stack.enter_context(each)
        stack.enter_context(mock.patch.dict(guard._NEEDS, {view: PUBLIC}))
        for route in (each for each in ROUTES if needs(each) is not PUBLIC):
            assert browser.post(address(route)).status_code < 500, route.name
            with mock.patch.object(route, "callback", view):
                answer = browser.post(address(route))
            assert answer.status_code == 403, route.name
    said = answer.content.decode()
    assert "which does not let you sign what is embedded" in said
    assert "That is for: Practice lead" in said
    assert "ask your administrator" in said
    assert "Nothing that you sent was kept" in said


def test_a_page_that_is_refused_says_what_is_missing_and_who_can_give_it(signed_in):
    said = signed_in("dana").get("/plan/import").content.decode()
    assert "which does not let you import a plan" in said
    assert "That is for: Plan manager" in said


def test_every_permission_has_its_words():
    assert set(PERMISSION_WORDS) == set(Permission)
