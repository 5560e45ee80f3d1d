"""Actions and expected outcomes that are agreed after the plan was: added on its pages."""

import re
from datetime import timedelta

import pytest

from madegood.clock.today import today
from madegood.plan.by_hand_actions import plan_by_hand
from madegood.plan.inspection_actions import InspectionGiven, record_inspection
from madegood.plan.inspection_kinds import Kind
from madegood.plan.plan_actions import end_plan
from tests.builders import ADOPTED
from tests.cast import person

LATER = today() + timedelta(days=60)
ACTION = {
    "add-text": "Agree one referral form with all partners",
    "add-owner": "Head of Service Safeguards",
    "add-due": f"{LATER:%-d/%-m/%Y}",
    "add-why": "Agreed with the partnership",
}
OUTCOME = {
    "add-text": "90% of referrals hold what the duty team needs",
    "add-why": "Agreed with the partnership",
}


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.fixture
def by_hand(plan):
    """JTAI22: two recommendations of a review, and nothing under them yet."""
    held = record_inspection(
        by=person("priya"),
        given=InspectionGiven(
            Kind.JTAI, recommendations=("The quality of referrals", "Supervision")
        ),
    )
    return plan_by_hand(
        by=person("priya"), inspection_id=held.pk, adopted_on=ADOPTED, short="JTAI22"
    )


def test_a_plan_with_nothing_under_it_yet_says_so_and_where_to_add(by_hand, priya):
    page = words(priya.get("/plans/JTAI22"))
    assert "This plan has no actions yet." in page
    assert "0 of the 0" not in page
    assert "No action answers it yet." in page
    assert "Nothing needs you now" not in page
    one = priya.get("/plan/recommendations/JTAI22:1")
    assert "No action answers it yet." in words(one)
    # It never had another heading.
    assert "lost this recommendation" not in words(one)
    assert "/plan/recommendations/JTAI22:1/actions/add" in one.content.decode()
    assert "/plan/recommendations/JTAI22:1/outcomes/add" in one.content.decode()
    sight = words(priya.get("/plan/recommendations/JTAI22:1/line-of-sight"))
    assert "Nothing is recorded as unknown" not in sight


def test_an_action_is_added_where_it_belongs_with_owner_day_and_reason(by_hand, priya):
    where = "/plan/recommendations/JTAI22:1/actions/add"
    assert "Add an action" in words(priya.get(where))
    answer = priya.post(where, ACTION)
    assert answer["Location"] == "/plan/actions/JTAI22:1.1"
    page = words(priya.get(answer["Location"]))
    assert "Agree one referral form" in page
    assert "Head of Service Safeguards" in page
    told = words(priya.get("/plan/history/action/JTAI22:1.1"))
    assert "Agreed with the partnership" in told
    one = words(priya.get("/plan/recommendations/JTAI22:1"))
    assert "Its one action is not said to be complete." in one
    whole = words(priya.get("/plans/JTAI22"))
    assert "does not say that the one action in this plan is complete" in whole
    assert "0 of the 1" not in whole


def test_an_expected_outcome_is_added_and_taken_as_its_reader_would_take_it(
    by_hand, priya
):
    where = "/plan/recommendations/JTAI22:1/outcomes/add"
    answer = priya.post(where, OUTCOME)
    assert answer["Location"] == "/plan/outcomes/JTAI22:1.a"
    page = words(priya.get(answer["Location"]))
    assert "90% of referrals" in page
    told = words(priya.get("/plan/history/outcome/JTAI22:1.a"))
    assert "Agreed with the partnership" in told
    vague = priya.post(where, OUTCOME | {"add-text": "Referrals are much better now"})
    assert vague["Location"] == "/plan/outcomes/JTAI22:1.b"
    listed = words(priya.get("/plan/recommendations/JTAI22:1"))
    assert listed.count("Names nothing that can be counted") == 1


@pytest.mark.parametrize(
    ("part", "given"), [("actions", ACTION), ("outcomes", OUTCOME)]
)
def test_what_is_sent_twice_is_added_once(by_hand, priya, part, given):
    where = f"/plan/recommendations/JTAI22:1/{part}/add"
    assert priya.post(where, given).status_code == 302
    again = priya.post(where, given)
    assert again.status_code == 400
    assert "says this already" in words(again)


BAD = [
    ({"add-text": ""}, "Say what"),
    ({"add-text": "Do it"}, "at least three words"),
    ({"add-text": "Agree it " * 300}, "2,000 characters or fewer"),
    ({"add-text": "Agree \x00 it now"}, "Null characters"),
    ({"add-why": ""}, "Say why"),
]
BAD_ACTIONS = [
    ({"add-owner": ""}, "Choose which post"),
    ({"add-owner": "Head of Srevice"}, "Choose which post"),
    ({"add-due": ""}, "Enter the day"),
    ({"add-due": "29/2/2027"}, "Enter a date, such as"),
    ({"add-due": "9999-12-31"}, "in the next ten years"),
    ({"add-due": "0001-01-01"}, "in the next ten years"),
]


@pytest.mark.parametrize(("changed", "says"), BAD + BAD_ACTIONS)
def test_an_action_that_cannot_be_added_is_said_to_be_so(by_hand, priya, changed, says):
    answer = priya.post("/plan/recommendations/JTAI22:1/actions/add", ACTION | changed)
    assert answer.status_code == 400
    assert says in words(answer)
    assert priya.get("/plan/actions/JTAI22:1.1").status_code == 404


@pytest.mark.parametrize(("changed", "says"), BAD)
def test_an_outcome_that_cannot_be_added_is_said_to_be_so(
    by_hand, priya, changed, says
):
    where = "/plan/recommendations/JTAI22:1/outcomes/add"
    answer = priya.post(where, OUTCOME | changed)
    assert answer.status_code == 400
    assert says in words(answer)
    assert priya.get("/plan/outcomes/JTAI22:1.a").status_code == 404


def test_nothing_is_added_to_a_plan_that_has_ended_or_by_who_only_reads(
    by_hand, priya, signed_in
):
    where = "/plan/recommendations/JTAI22:1/actions/add"
    assert priya.get("/plan/recommendations/JTAI22:9/actions/add").status_code == 404
    assert signed_in("dana").get(where).status_code == 403
    assert "Add an action" not in words(
        signed_in("dana").get("/plan/recommendations/JTAI22:1")
    )
    end_plan(by=person("priya"), short="JTAI22", why="The next one takes over")
    page = words(priya.get("/plan/recommendations/JTAI22:1"))
    assert "Add an action" not in page
    ended = priya.post(where, ACTION)
    assert ended.status_code == 400
    assert "JTAI22 ended on" in words(ended)
