"""A board asks, an owner answers, the board sends it back and then accepts: as the
people in it would go."""

import pytest

from madegood.clock.today import today
from tests.journeys.conftest import barriers

pytestmark = pytest.mark.journey

ASKED = "Which provider is slowest to offer an interview?"


def heading(page):
    return page.get_by_role("heading", level=1).inner_text()


def improvement_board(page):
    page.goto("/boards")
    page.get_by_role("link", name="Improvement Board").click()


def a_question_of_the_last_meeting(priya):
    improvement_board(priya)
    past = priya.get_by_role("heading", name="Meetings that have been")
    past.locator("xpath=..").get_by_role("link").first.click()
    priya.get_by_text("A question, challenge, decision or recommendation").click()
    priya.get_by_label("Question", exact=True).check()
    priya.get_by_label("In the words of the minutes").fill(ASKED)
    priya.get_by_label("Which post is to answer?").fill(
        "Head of Service Children’s Commissioning"
    )
    priya.get_by_role("button", name="Record it").click()
    assert "comes back to the board until it is closed" in (
        priya.locator(".mg-done").inner_text()
    )


def answer(tom, words):
    tom.goto("/boards/questions")
    tom.get_by_role("row").filter(has_text=ASKED).get_by_role("link").first.click()
    tom.get_by_label("The answer").fill(words)
    tom.get_by_role("button", name="Give the answer").click()
    assert "The answer is recorded" in tom.locator(".mg-done").inner_text()


def a_meeting_today(priya):
    improvement_board(priya)
    priya.get_by_text("Date one meeting").click()
    form = priya.locator(
        "form", has=priya.get_by_role("button", name="Date the meeting")
    )
    form.get_by_label("On what day?").fill(today().isoformat())
    form.get_by_role("button").click()
    priya.get_by_role("link", name=f"{today():%-d %B %Y}").click()
    assert ASKED in priya.locator(".mg-arising").inner_text()
    priya.get_by_text("Record that it was held").click()
    priya.get_by_role("button", name="Record who was there").click()
    assert "Who was there is recorded" in priya.locator(".mg-done").inner_text()


def test_a_board_asks_an_owner_answers_and_a_later_meeting_accepts(demo, visit, shot):
    priya, tom = visit(demo, "priya"), visit(demo, "tom")
    a_question_of_the_last_meeting(priya)
    answer(tom, "The one in the north, by two days on average.")
    shot(tom, "board-question")
    a_meeting_today(priya)
    shot(priya, "board-meeting")
    priya.locator(".mg-arising").get_by_role("link").filter(
        has_text="Question"
    ).last.click()
    assert heading(priya).endswith(ASKED)
    priya.get_by_label("It sent the answer back").check()
    priya.get_by_label("Why was it sent back?").fill("What is being done about it?")
    priya.get_by_role("button", name="Record what the board said").click()
    assert "The board sent the answer back" in priya.locator(".mg-done").inner_text()
    answer(tom, "It was given notice, and is counted each week until it is as quick.")
    priya.reload()
    priya.get_by_label("It accepted the answer").check()
    priya.get_by_role("button", name="Record what the board said").click()
    assert "the question is closed" in priya.locator(".mg-done").inner_text()
    assert barriers(priya) == []


def test_the_chair_of_scrutiny_asks_between_meetings(demo, visit, shot):
    chair = visit(demo, "adeyemi")
    chair.goto("/boards")
    shot(chair, "boards-of-a-member", height=560)
    chair.get_by_role("link", name="Children’s Services Scrutiny Board").click()
    chair.get_by_role("link", name="Ask a question").click()
    chair.get_by_label("What do you want to know?").fill(
        "Who rings the children’s home?"
    )
    chair.get_by_label("Which post is to answer?").fill(
        "Director of Children’s Services"
    )
    chair.get_by_role("button", name="Ask it").click()
    assert "Your question is recorded" in chair.locator(".mg-done").inner_text()


def test_an_analyst_sees_a_number_and_asks_a_board(demo, visit):
    page = visit(demo, "anil")
    page.goto("/measures/rhi_held_72h")
    page.get_by_role("link", name="Raise something from it").first.click()
    page.get_by_label("A question for a board").check()
    page.get_by_label("To which board?").select_option(label="Improvement Board")
    page.get_by_label("What is to be done, or asked?").fill(
        "Why did it fall in the summer?"
    )
    page.get_by_label("Which post does it, or answers?").fill(
        "Head of Service Safeguards"
    )
    page.get_by_label("Why, from what you saw?").fill(
        "It fell for three months running"
    )
    page.get_by_role("button", name="Raise it").click()
    assert "What was seen" in page.locator("main").inner_text()
    page.goto("/measures/rhi_held_72h")
    assert "Raised from this measure" in page.locator("main").inner_text()
