"""Recommendation 4 from end to end, as the people in it would go."""

import pytest

from tests.journeys.conftest import barriers, scrolls_sideways

pytestmark = pytest.mark.journey


def heading(page):
    return page.get_by_role("heading", level=1).inner_text()


def test_dana_reads_the_plan_in_a_glance(demo, visit, shot):
    page = visit(demo)
    page.goto("/plan")
    shot(page, "sign-in", height=640)
    page = visit(demo, "dana")
    page.get_by_role("link", name="The plan", exact=True).click()
    assert heading(page) == "The plan, said and shown"
    assert page.locator(".mg-lead").inner_text().startswith("The council says that")
    assert page.locator(".mg-plan__row").count() == 10
    assert page.locator(".mg-ladder").first.locator("li").count() == 5
    shot(page, "plan")


def test_tom_follows_recommendation_4_to_an_action_and_adds_evidence(demo, visit, shot):
    page = visit(demo, "tom")
    page.get_by_role("link", name="The plan", exact=True).click()
    page.locator("#recommendation-4 a").first.click()
    assert "return home interviews" in heading(page)
    shot(page, "recommendation")
    page.get_by_role("link", name="4.2", exact=False).first.click()
    page.get_by_text("Add evidence").click()
    page.get_by_label("Seen: an audit").check()
    page.get_by_label("What is it?").fill("Dip sample of 10 referrals, November 2026")
    page.get_by_label("Where can it be found?").fill("https://documents.example.org/9")
    page.get_by_label("How many were looked at?").fill("10")
    page.get_by_label("How many of those were good?").fill("9")
    page.get_by_label("From what day is it?").fill("2026-11-16")
    page.get_by_role("button", name="Record the evidence").click()
    assert "once somebody else has checked it" in page.locator(".mg-done").inner_text()
    assert page.get_by_role(
        "link", name="Dip sample of 10 referrals"
    ).first.is_visible()
    shot(page, "action")


def test_what_is_wrong_with_a_form_is_said_at_the_top_and_focused(demo, visit):
    page = visit(demo, "tom")
    page.goto("/plan/actions/4.3")
    page.get_by_text("Add evidence").click()
    page.get_by_role("button", name="Record the evidence").click()
    assert page.title().startswith("Error: ")
    summary = page.locator(".govuk-error-summary")
    assert summary.evaluate("box => box === document.activeElement")
    summary.get_by_role("link", name="Say what the evidence is").click()
    assert page.evaluate("document.activeElement.id") == "id_evidence-title"
    assert barriers(page) == []


def test_ros_checks_what_tom_recorded(demo, visit):
    tom, ros = visit(demo, "tom"), visit(demo, "ros")
    tom.goto("/plan/outcomes/4.a")
    tom.get_by_text("Add evidence").click()
    tom.get_by_label("Done: a document").check()
    tom.get_by_label("What is it?").fill("Referral form, version 4")
    tom.get_by_label("Where can it be found?").fill("https://documents.example.org/4")
    tom.get_by_label("From what day is it?").fill("2026-11-02")
    tom.get_by_role("button", name="Record the evidence").click()
    ros.goto("/plan/outcomes/4.a")
    row = ros.get_by_role("row").filter(has_text="Referral form, version 4")
    row.get_by_role("button", name="I have checked it").click()
    assert "You have checked the evidence" in ros.locator(".mg-done").inner_text()


def test_an_inspector_is_handed_a_line_of_sight(demo, visit, shot):
    page = visit(demo, "priya")
    page.goto("/plan/recommendations/4")
    page.get_by_role("link", name="Line of sight").click()
    assert page.locator(".mg-line h2").all_inner_texts() == [
        "What was recommended",
        "What we did",
        "What we found",
        "What children say",
        "What the numbers show",
        "What we still do not know",
    ]
    shot(page, "line-of-sight")


def test_tom_goes_from_a_number_to_the_children_behind_it(demo, visit, shot):
    page = visit(demo, "tom")
    page.goto("/measures")
    shot(page, "measures")
    page.get_by_role(
        "link", name="Return interviews held within 72 hours, of all"
    ).click()
    assert page.locator("svg.chart--run:visible").get_attribute("role") == "img"
    shot(page, "measure")
    page.get_by_role("link", name="see the children behind it").click()
    shot(page, "reason", height=760)
    page.get_by_label("To act on a child").check()
    page.get_by_label("What are you going to do").fill("Chase those that are overdue")
    page.get_by_role("button", name="Show the children").click()
    assert "behind" in heading(page)
    assert "Returned" in page.locator("tbody").inner_text()
    assert barriers(page) == []
    shot(page, "children", height=900)
    page.get_by_label("Month").select_option(index=2)
    page.get_by_role("button", name="Show").click()
    assert "Chase those that are overdue" in page.locator("main").inner_text()
    page.set_viewport_size({"width": 320, "height": 800})
    assert not scrolls_sideways(page)


def test_priya_makes_the_paper_and_the_chair_takes_a_copy(demo, visit, shot):
    page = visit(demo, "priya")
    page.goto("/papers")
    page.get_by_role("button", name="Make the paper").click()
    assert "Download as PDF" in page.locator("main").inner_text()
    chair = visit(demo, "adeyemi")
    assert "Board" in heading(chair)
    chair.goto("/papers")
    shot(chair, "papers", height=560)
    with chair.expect_download() as copy:
        chair.get_by_role("link", name="PDF").first.click()
    assert copy.value.suggested_filename.endswith(".pdf")
    assert copy.value.path().read_bytes().startswith(b"%PDF-")


def test_everything_works_with_scripts_turned_off(demo, visit):
    page = visit(demo, "tom", java_script_enabled=False)
    page.goto("/measures/rhi_held_72h/children")
    page.get_by_label("To check that the number").check()
    page.get_by_label("What are you going to do").fill("Check the dates that are blank")
    page.get_by_role("button", name="Show the children").click()
    assert "Returned" in page.locator("tbody").inner_text()
    page.get_by_role("button", name="Sign out").click()
    assert heading(page) == "Sign in"


def test_the_keyboard_begins_at_a_way_past_the_navigation(demo, visit):
    page = visit(demo, "dana")
    page.goto("/plan")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == (
        "Skip to main content"
    )
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main-content"
