"""What was embedded slips, and is shown again: as the people in it would go.

The demo has a year behind it, in which homeless 16 and 17 year olds (recommendation 9)
were embedded and slipped when somebody looked once more.
"""

import pytest

from madegood.clock.today import today
from tests.journeys.conftest import barriers

pytestmark = pytest.mark.journey

FELL, PROVED = "slipping", "embedded"


def heading(page):
    return page.get_by_role("heading", level=1).inner_text()


def told(page):
    return page.locator("main").inner_text()


def test_dana_sees_on_which_day_it_slipped_and_what_we_said_before(demo, visit, shot):
    dana = visit(demo, "dana")
    dana.goto("/plan/recommendations/9")
    assert FELL in told(dana).lower()
    dana.get_by_role("link", name="What has been changed, and by whom").click()
    words = told(dana)
    assert words.index("is now “slipping”") < words.index("is now “embedded”")
    assert "7 of 15 were good" in words
    assert barriers(dana) == []
    shot(dana, "slipped", height=800)


def test_tom_tells_what_has_happened(demo, visit, shot):
    tom = visit(demo, "tom")
    tom.goto("/plan/actions/9.3")
    tom.get_by_text("Write an update").click()
    form = tom.locator("form", has=tom.get_by_role("button", name="Record the update"))
    form.locator("textarea").fill(
        "Housing and the duty team went through the seven files together."
    )
    form.get_by_role("button").click()
    assert "went through the seven files" in told(tom)
    assert barriers(tom) == []
    shot(tom, "update")


def test_it_is_looked_at_again_and_somebody_else_signs(demo, visit, shot):
    tom, ros = visit(demo, "tom"), visit(demo, "ros")
    tom.goto("/plan/actions/9.3")
    tom.get_by_text("Add evidence").click()
    tom.get_by_label("Seen: an audit").check()
    tom.get_by_label("What is it?").fill("The file shows what was offered, once more")
    tom.get_by_label("Where can it be found?").fill("https://documents.example.org/93")
    tom.get_by_label("How many were looked at?").fill("15")
    tom.get_by_label("How many of those were good?").fill("14")
    tom.get_by_label("From what day is it?").fill(today().isoformat())
    tom.get_by_role("button", name="Record the evidence").click()
    ros.goto("/plan/actions/9.3")
    row = ros.get_by_role("row").filter(has_text="once more")
    row.get_by_role("button", name="I have checked it").click()
    assert "You have checked the evidence" in ros.locator(".mg-done").inner_text()
    sign = ros.locator("form", has=ros.get_by_role("button", name="Sign that this is"))
    sign.locator("textarea").fill("I read six of the fifteen files myself.")
    sign.get_by_role("button").click()
    shown = ros.locator("main").inner_text().lower()
    assert "i read six of the fifteen files" in shown
    assert PROVED in shown
    assert barriers(ros) == []
    shot(ros, "proved-again")
