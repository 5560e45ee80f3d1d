"""A new authority: reads its plan in, row by row, and says who holds its posts."""

import pytest

from tests.journeys.conftest import (
    PHONE,
    ROOT,
    barriers,
    madegood,
    scrolls_sideways,
    served,
    sign_in,
)

pytestmark = pytest.mark.journey

SECRET = "a long enough pass phrase"
PLAN = ROOT / "examples" / "solihull-action-plan-2021.txt"
REPORT = ROOT / "examples" / "solihull-inspection-2020-01-09.txt"


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """A ledger with two people in it and nothing else, served."""
    folder = tmp_path_factory.mktemp("bare")
    for name, email, role in (
        ("Priya Shah", "priya@example.org", "plan_manager"),
        ("Anil Mehta", "anil@example.org", "analyst"),
    ):
        madegood(
            *("user", "add", "--name", name, "--email", email, "--role", role),
            *("--password-from-env", "FIRST_SECRET", "--dir", folder),
            FIRST_SECRET=SECRET,
        )
    with served(folder) as address:
        yield address


def test_priya_reads_the_plan_in_and_confirms_it(bare, visit, shot):
    page = visit(bare)
    sign_in(page, "priya@example.org", SECRET)
    page.get_by_role("link", name="Read a plan in").click()
    page.get_by_label("The plan", exact=True).set_input_files(PLAN)
    page.get_by_label("The inspection report").set_input_files(REPORT)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("link", name="Recommendation 4", exact=True).click()
    assert "0 of 96" in page.locator(".mg-progress").inner_text()
    assert barriers(page) == []
    shot(page, "confirm")
    page.set_viewport_size(PHONE)
    assert not scrolls_sideways(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    for choice in page.get_by_label("Accept as understood").all():
        choice.check()
    page.get_by_role("button", name="Keep these decisions").click()
    assert "14 of 96" in page.locator(".mg-progress").inner_text()
    page.get_by_role("button", name="Accept the remaining 82").click()
    page.get_by_label("The day the council adopted").fill("2021-06-30")
    page.get_by_role("button", name="Confirm the plan").click()
    page.locator(".mg-plan__row").first.wait_for()
    assert page.locator(".mg-plan__row").count() == 10
    assert "No children’s data" in page.locator(".mg-known").inner_text()


def test_priya_attaches_the_tests_that_fit_and_says_who_holds_a_post(bare, visit):
    page = visit(bare)
    sign_in(page, "priya@example.org", SECRET)
    page.locator("#recommendation-4 a").first.click()
    page.get_by_role("heading", name="Tests that would fit").wait_for()
    assert barriers(page) == []
    page.set_viewport_size(PHONE)
    assert not scrolls_sideways(page)
    page.get_by_role("button", name="Attach these").click()
    assert "tests are attached" in page.locator(".mg-done").inner_text()
    page.goto("/plan")
    page.get_by_role("link", name="Posts, and who holds them").click()
    assert not scrolls_sideways(page)
    page.get_by_label("Post").select_option(index=1)
    page.get_by_label("Who holds it?").select_option(label="Priya Shah")
    page.get_by_label("From what day?").fill("2026-11-02")
    page.get_by_role("button", name="Record the holder").click()
    assert "from 2 November 2026" in page.locator(".mg-done").inner_text()
    assert barriers(page) == []
