"""Every route, as every role and as a stranger."""

import re

import pytest
from django.core.exceptions import PermissionDenied

from madegood.accounts.roles import ROLES, role
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
