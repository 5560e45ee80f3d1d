"""What waits for a person, by the posts they hold and the vacant ones below them."""

import re
from datetime import timedelta

import pytest

from madegood.clock.periods import add_months
from madegood.clock.today import today
from madegood.plan.actions import (
    Given,
    add_evidence,
    hold_post,
    move_date,
    say_progress,
)
from madegood.plan.commitment_actions import Promise, confirm_commitment
from madegood.plan.cycles import Every
from madegood.plan.milestone_actions import add_milestone
from madegood.plan.owner_actions import add_post, report_to
from madegood.plan.progress import Delivery
from tests.builders import ADOPTED
from tests.cast import person

POST = "Head of Service Children’s Commissioning"
AD = "Assistant Director"
LATE = today() - timedelta(days=12)


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.fixture
def late(plan):
    """Action 4.1 is not complete, and its date has passed."""
    priya = person("priya")
    say_progress(
        by=priya,
        number="4.1",
        delivery=Delivery.IN_PROGRESS,
        words="It was not finished after all",
    )
    move_date(by=priya, number="4.1", to=LATE, agreed_by="Board", why="First date")


def holds(who, post=POST):
    hold_post(by=person("priya"), post=post, person=person(who), start=ADOPTED)


def above():
    add_post(by=person("priya"), title=AD)
    report_to(by=person("priya"), post=POST, to=AD, why="As the structure says")


def test_who_holds_no_post_is_told_so_and_what_to_do(signed_in, plan):
    said = words(signed_in("dana").get("/my-work"))
    assert "You are not recorded as holding a post" in said
    assert "ask whoever keeps the plan" in said


def test_a_late_action_waits_for_who_holds_its_post_and_for_nobody_else(
    signed_in, late
):
    holds("tom")
    said = words(signed_in("tom").get("/my-work"))
    assert "1 thing waits for you, and is late." in said
    assert "Finish action 4.1" in said
    assert "12 days late" in said
    assert f"You hold the post {POST}." in said
    assert "Finish action" not in words(signed_in("ros").get("/my-work"))


def test_with_nothing_late_or_due_the_page_says_so_and_lists_what_is_theirs(
    signed_in, plan
):
    holds("tom")
    said = words(signed_in("tom").get("/my-work"))
    assert "nothing of yours is late, or due in four weeks" in said
    assert "Every action of yours" in said


def test_what_waits_for_a_vacant_post_goes_to_the_next_one_that_is_held(
    signed_in, late
):
    above()
    holds("dana", AD)
    said = words(signed_in("dana").get("/my-work"))
    assert "Finish action 4.1" in said
    assert f"{POST} is vacant and reports to {AD}, which you hold" in said
    action = words(signed_in("tom").get("/plan/actions/4.1"))
    assert f"vacant, so what waits for it goes to the {AD}" in action
    holds("tom")
    assert "Finish action 4.1" not in words(signed_in("dana").get("/my-work"))


def test_where_nobody_is_above_the_plan_manager_is_told(signed_in, late):
    said = words(signed_in("priya").get("/my-work"))
    assert f"Say who holds the post {POST}" in said


def test_milestones_and_reports_wait_too_each_with_its_own_day(signed_in, plan):
    holds("tom")
    by, start = person("priya"), add_months(today().replace(day=1), -2)
    soon = today() + timedelta(days=5)
    add_milestone(by=by, number="4.1", title="The contract is signed", due=soon)
    add_milestone(by=by, number="4.1", title="Far off", due=soon + timedelta(90))
    promise = Promise("Monitoring", Every(1, "month"), start)
    confirm_commitment(by=by, number="4.1", promise=promise)
    said = words(signed_in("tom").get("/my-work"))
    assert "Milestone of 4.1: The contract is signed" in said
    assert "Far off" not in said
    assert "Report for 4.1, monthly: Monitoring (2 missed)" in said


def test_evidence_waits_to_be_looked_at_again_before_it_stops_counting(signed_in, plan):
    holds("tom")
    given = Given(
        rung="done",
        title="The specification, version 3",
        happened_on=today() - timedelta(days=90),
        review_by=today() + timedelta(days=9),
        link="https://documents.example.org/3",
    )
    add_evidence(by=person("tom"), number="4.1", given=given)
    said = words(signed_in("tom").get("/my-work"))
    assert "Look again at the evidence for 4.1: The specification, version 3" in said
    assert "Due soon" in said


def test_who_holds_a_post_lands_on_their_work_and_others_on_the_plan(signed_in, plan):
    holds("tom")
    assert signed_in("tom").get("/").url == "/my-work"
    assert signed_in("dana").get("/").url == "/plan"


def test_it_stands_in_the_navigation_after_the_plan(signed_in, plan):
    html = signed_in("tom").get("/plan").content.decode()
    assert html.index('href="/plan"') < html.index('href="/my-work"')


def test_a_board_members_sign_in_opens_no_work(signed_in, plan):
    assert signed_in("adeyemi").get("/my-work").status_code == 403
