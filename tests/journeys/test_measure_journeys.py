"""From the list of measures to one child and back to the case system, with a reason."""

import pytest

from tests.journeys.conftest import PHONE, barriers, scrolls_sideways

pytestmark = pytest.mark.journey
HELD = "Return interviews held within 72 hours, of all due"


def heading(page):
    return page.get_by_role("heading", level=1).inner_text()


def sound(page):
    """No barrier and no sideways scroll, on a desk and on a phone."""
    wide = page.viewport_size
    for size in (wide, PHONE):
        page.set_viewport_size(size)
        assert barriers(page) == []
        assert not scrolls_sideways(page)
    page.set_viewport_size(wide)


def give_reason(page):
    page.get_by_label("To check that the number or the record is right").check()
    page.get_by_label("What are you going to do with it?").fill(
        "Our own count for October differs from this one"
    )


def test_anil_finds_a_measure_by_its_recommendation(demo, visit, shot):
    page = visit(demo, "anil")
    page.goto("/measures")
    shot(page, "measures")
    page.get_by_label("Recommendation", exact=True).select_option(
        "return home interviews"
    )
    page.get_by_label("Words", exact=True).fill("72 hours, of all")
    page.get_by_role("button", name="Show").click()
    assert page.locator(".mg-measures tbody tr").count() == 1
    page.get_by_role("link", name=HELD).click()
    assert heading(page) == HELD


def test_dana_compares_two_months(demo, visit, shot):
    page = visit(demo, "dana")
    page.goto("/measures/rhi_held_72h/compare")
    page.get_by_label("First").select_option("2026-09")
    page.get_by_label("Second").select_option("2026-10")
    page.get_by_role("button", name="Compare").click()
    assert page.locator(".mg-lead").inner_text().startswith("September 2026: ")
    assert page.locator(".chart--periods").first.is_visible()
    sound(page)
    shot(page, "two-periods")


def test_anil_holds_his_own_list_against_ours(demo, visit, shot):
    page = visit(demo, "anil")
    page.goto("/measures/rhi_held_72h/reconcile")
    page.get_by_label("Paste the ids").fill("Child ID\nC000038\n\nC000019\n99999999")
    page.get_by_label("All that were due").check()
    give_reason(page)
    page.get_by_role("button", name="Compare the lists").click()
    assert "only in yours" in page.locator(".mg-lead").inner_text()
    assert "99999999" not in page.content()
    sound(page)
    shot(page, "reconciled")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Take it away as CSV").click()
    text = taken.value.path().read_text(encoding="utf-8-sig")
    assert text.startswith("Which list,Line of your list,Code,Why")
    assert "not in the data at all" in text


def test_lena_goes_from_a_number_to_one_child_in_the_case_system(demo, visit, shot):
    page = visit(demo, "lena")
    page.goto("/data/vault/links")
    page.get_by_label("The address of a child in the case system").fill(
        "https://cases.example.gov.uk/person/{id}"
    )
    page.get_by_label("Whose is it?").fill("Systems lead")
    page.get_by_label("Why is it set, or changed?").fill("Agreed with the systems team")
    page.get_by_role("button", name="Keep it").click()
    page.goto("/measures/rhi_held_72h/children")
    give_reason(page)
    page.get_by_role("button", name="Show the children").click()
    sound(page)
    page.get_by_role("link", name="Rule by rule").first.click()
    assert "Why this child: " in heading(page)
    assert page.locator(".mg-rules__decided").count() >= 1
    sound(page)
    shot(page, "why-this-child")
    page.get_by_role("button", name="Show the case system’s number").click()
    link = page.locator(".mg-rows__number a")
    assert link.get_attribute("href").startswith("https://cases.example.gov.uk/person/")
    assert link.get_attribute("rel") == "noopener noreferrer"
    sound(page)
    assert page.faults == []
