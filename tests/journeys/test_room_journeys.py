"""Rooms that people come to every week: what waits, what was said, how far it still is."""

from datetime import timedelta

import pytest

from madegood.clock.today import today
from tests.journeys.conftest import barriers

pytestmark = pytest.mark.journey

SPRING = timedelta(days=200)


def heading(page):
    return page.get_by_role("heading", level=1).inner_text()


def told(page):
    return page.locator("main").inner_text()


def test_tom_finds_what_waits_for_him(demo, visit, shot):
    tom = visit(demo, "tom")
    tom.get_by_role("link", name="My work").first.click()
    assert heading(tom) == "My work"
    tom.locator("main").get_by_role("link", name="Report for 4.6").click()
    assert "monthly" in told(tom).lower()
    tom.go_back()
    assert barriers(tom) == []
    shot(tom, "my-work")


def test_a_number_in_the_box_brings_that_action_first(demo, visit, shot):
    dana = visit(demo, "dana")
    dana.locator("input[name=q]").first.fill("4.3")
    with dana.expect_navigation(url="**/search**"):
        dana.keyboard.press("Enter")
    first = dana.locator("main").get_by_role("link").first
    assert first.inner_text().startswith("Action 4.3")
    dana.goto("/search?q=homeless")
    assert barriers(dana) == []
    shot(dana, "search", height=1000)


def test_what_was_said_in_spring_stands_beside_what_is_said_now(demo, visit, shot):
    dana = visit(demo, "dana")
    dana.goto("/plan/then")
    dana.get_by_label("On", exact=True).fill((today() - SPRING).isoformat())
    dana.get_by_label("Beside", exact=True).fill(today().isoformat())
    dana.get_by_role("button", name="Show", exact=True).click()
    changed = dana.locator("section").filter(
        has=dana.get_by_role("heading", name="Recommendation 9")
    )
    assert "embedded" in changed.locator("del").first.inner_text()
    assert "slipping" in changed.locator("ins").first.inner_text()
    assert barriers(dana) == []
    shot(dana, "then")


@pytest.mark.parametrize(
    ("address", "says", "name"),
    [
        ("/plan/colours", "Distance to target", "distance"),
        ("/plan/outcomes", "Expected outcomes, made sharp", "outcomes"),
        ("/evidence", "Evidence", "evidence"),
        ("/documents", "Documents", "documents"),
        ("/boards", "Boards", "boards"),
        ("/plan/unproved", "", "unproved"),
    ],
)
def test_dana_looks_over_a_room(demo, visit, shot, address, says, name):
    dana = visit(demo, "dana")
    dana.goto(address)
    assert says in heading(dana)
    assert barriers(dana) == []
    shot(dana, name, height=1000)
