"""What waits for whoever checks and signs: on My work, each with its way there."""

from datetime import UTC, datetime, timedelta

import pytest

from madegood.assurance import actions
from madegood.assurance.suggested import Suggestion
from madegood.assurance.waiting import waiting_for
from madegood.clock.moments import london_date
from madegood.clock.periods import add_months
from madegood.clock.today import telling
from madegood.plan.actions import Given, add_evidence, check_evidence, hold_post
from tests.builders import ADOPTED
from tests.cast import person

POST = "Head of Service Children’s Commissioning"
BEGUN = datetime(2026, 2, 10, 9, tzinfo=UTC)


@pytest.fixture
def begun(plan):
    """Action 4.1, owned by Tom, was done, seen and heard; nobody has checked it."""
    sample = Suggestion("sample", "Dip sample", target=0.8, max_age_days=900)
    with telling(BEGUN):
        hold_post(by=person("priya"), post=POST, person=person("tom"), start=ADOPTED)
        actions.attach_test(by=person("priya"), number="4.1", test=sample)
        return [a_look("tom", "done"), a_look("priya", "seen")]


def a_look(who, rung, day=BEGUN):
    counted = {} if rung == "done" else {"looked_at": 12, "good": 11}
    given = Given(
        rung,
        f"A look that shows {rung}",
        london_date(day),
        add_months(london_date(day), 36),
        "https://records.example.org/1",
        **counted,
    )
    return add_evidence(by=person(who), number="4.1", given=given)


def waits(who, day=BEGUN):
    with telling(day + timedelta(hours=1)):
        found = waiting_for(person(who), london_date(day))
    return [(each.what, each.at, each.due) for each in found if each.number == "4.1"]


def checked(*evidence):
    for each in evidence:
        check_evidence(by=person("ros"), evidence_id=each.pk)


def test_evidence_waits_for_a_second_pair_of_eyes_and_not_for_whose_it_is(begun):
    done = "Check the evidence for 4.1: A look that shows done"
    seen = "Check the evidence for 4.1: A look that shows seen"
    assert [what for what, _, _ in waits("ros")] == [done, seen]
    assert [what for what, _, _ in waits("tom")] == [seen]
    assert waits("dana") == []
    assert waits("adeyemi") == []


def test_what_only_wants_a_signature_waits_for_who_may_give_it(begun):
    with telling(BEGUN):
        checked(*begun)
    [(what, at, due)] = waits("ros")
    assert what.startswith("Sign for 4.1, or say what is lacking")
    assert (at, due) == ("signatures", None)
    assert waits("tom") == []


@pytest.mark.parametrize("who", ["ros", "tom"])
def test_a_reproof_waits_for_who_looks_and_for_whose_it_is_from_the_day_it_opens(
    begun, who
):
    with telling(BEGUN):
        checked(*begun)
        actions.sign(by=person("ros"), number="4.1", why="I read every record")
    assert waits(who) == []
    due = add_months(london_date(BEGUN), 3)
    opens = BEGUN + (due - timedelta(days=28) - london_date(BEGUN))
    about = "4.1 after 3 months: Review the specification"
    asked = {
        "ros": "Look again at 4.1, after 3 months: Review the specification",
        "tom": f"Be ready for the look at {about}",
    }
    for day in (opens, opens + timedelta(days=60)):
        assert waits(who, day) == [(asked[who], "evidence", due)]
    with telling(opens):
        checked(a_look("priya", "seen", opens))
    found = [(what, at, day) for what, at, day in waits(who, opens)]
    what = "Sign for the fresh look at 4.1, after 3 months: Review the specification"
    if who == "ros":
        assert found == [(what, "signatures", due)]
    else:
        assert found[-1:] == [(asked["tom"], "evidence", due)]


def test_it_stands_on_my_work_with_the_way_there(signed_in, begun):
    page = signed_in("ros").get("/my-work").content.decode()
    assert "Check the evidence for 4.1: A look that shows done" in page
    assert 'href="/plan/actions/4.1#evidence"' in page
    assert 'id="evidence"' in signed_in("ros").get("/plan/actions/4.1").content.decode()
