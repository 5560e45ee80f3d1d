"""The work on an action: what is written of it, and what its dates say."""

import re
from datetime import timedelta

import pytest

from madegood.clock.today import today
from madegood.plan import queries
from madegood.plan.actions import move_date
from tests.cast import person

ACTION = "/plan/actions/4.1"
SOON = today() + timedelta(days=10)


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def work():
    return queries.action_working("4.1")[1]


@pytest.fixture
def tom(signed_in, plan):
    return signed_in("tom")


def send(browser, where, **given):
    return browser.post(f"{ACTION}/{where}", given, follow=True)


def test_an_action_with_no_work_on_it_says_what_can_be_written(tom):
    said = words(tom.get(ACTION))
    for empty in (
        "Nothing is promised to come round",
        "None is set",
        "Nobody has written an update yet",
        "It waits for no other action",
        "No sum is recorded",
    ):
        assert empty in said


def test_an_update_is_told_with_its_author_and_changes_no_claim(tom):
    before = queries.action_working("4.1")[0].claims
    given = {"update-words": "The provider has signed", "update-on": "1/11/2026"}
    said = words(send(tom, "updates", **given))
    assert "1 November 2026, Tom Okafor" in said
    assert "The provider has signed" in said
    assert queries.action_working("4.1")[0].claims == before


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"update-words": ""}, "Write what has happened"),
        ({"update-words": "ok"}, "Write at least three words"),
        ({"update-words": "x " * 2500}, "Write it in 4,000 characters or fewer"),
        ({"update-on": ""}, "Enter the day it happened"),
        ({"update-on": "yesterday"}, "Enter a date, such as"),
        ({"update-on": SOON.isoformat()}, "today or an earlier one"),
        ({"update-on": "1/1/1990"}, "more than ten years ago"),
    ],
)
def test_an_update_that_cannot_be_is_refused_and_kept_in_its_form(tom, given, told):
    good = {"update-words": "Three good words", "update-on": "1/11/2026"}
    answer = send(tom, "updates", **(good | given))
    assert answer.status_code == 400
    assert told in words(answer)
    assert work().updates == ()


def test_a_milestone_goes_from_set_to_moved_to_done(tom):
    send(
        tom,
        "milestones",
        **{"milestone-title": "The contract is signed", "milestone-due": "1/10/2026"},
    )
    (step,) = work().milestones
    assert step.lateness.late
    assert "1 milestone late" in words(tom.get(ACTION))
    where = f"milestones/{step.id}"
    moved = {"act": "move", "move-to": SOON.isoformat(), "move-agreed_by": "The board"}
    send(tom, where, **moved, **{"move-why": "The provider asked for time"})
    assert "to " + f"{SOON:%-d %b %Y}" in words(tom.get(ACTION))
    said = send(tom, where, **{"act": "done", "done-on": today().isoformat()})
    assert "done" in words(said)
    (step,) = work().milestones
    assert (step.state, step.said_by) == ("done", "Tom Okafor")
    assert step.lateness.days_first > 0  # it is late against its first day for good
    send(tom, where, **{"act": "open", "open-why": "The signature was withdrawn"})
    assert work().milestones[0].open


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"act": "done", "done-on": ""}, "Enter the day it was done"),
        ({"act": "done", "done-on": SOON.isoformat()}, "today or an earlier one"),
        ({"act": "left", "left-why": "no"}, "in at least three words"),
        ({"act": "move", "move-to": "1/10/2026"}, "Enter who agreed it"),
        (
            {
                "act": "move",
                "move-to": "1/10/2026",
                "move-agreed_by": "Board",
                "move-why": "Later",
            },
            "already due on 1 October 2026",
        ),
        ({"act": "open", "open-why": "Because of that"}, "stands like that already"),
    ],
)
def test_what_cannot_become_of_a_milestone_is_refused(tom, given, told):
    send(tom, "milestones", **{"milestone-title": "S", "milestone-due": "1/10/2026"})
    answer = send(tom, f"milestones/{work().milestones[0].id}", **given)
    assert answer.status_code == 400
    assert told in words(answer)


def test_one_milestone_is_not_set_twice(tom):
    given = {"milestone-title": "Signed", "milestone-due": "1/10/2026"}
    send(tom, "milestones", **given)
    answer = send(tom, "milestones", **given)
    assert "has a milestone “Signed” already" in words(answer)
    assert len(work().milestones) == 1


@pytest.mark.parametrize(
    ("typed", "pence", "said"),
    [
        ("12,000", 1_200_000, "£12,000"),
        ("£1250.50", 125_050, "£1,250.50"),
        ("0", 0, "£0"),
    ],
)
def test_a_sum_is_kept_to_the_penny(tom, typed, pence, said):
    answer = send(tom, "cost", **{"cost-kind": "estimate", "cost-pounds": typed})
    assert said in words(answer)
    assert work().estimate.pence == pence


@pytest.mark.parametrize(
    "typed", ["", "lots", "-5", "1,2", "1.5", "12 000", "99999999999", "١٢"]
)
def test_what_is_no_sum_is_refused(tom, typed):
    answer = send(tom, "cost", **{"cost-kind": "actual", "cost-pounds": typed})
    assert answer.status_code == 400
    assert work().actual is None


def test_a_sum_that_changes_says_why(tom):
    send(tom, "cost", **{"cost-kind": "estimate", "cost-pounds": "5"})
    again = send(tom, "cost", **{"cost-kind": "estimate", "cost-pounds": "6"})
    assert "Say in the note why it changed" in words(again)
    send(
        tom,
        "cost",
        **{"cost-kind": "estimate", "cost-pounds": "6", "cost-note": "A dearer room"},
    )
    assert work().estimate.pence == 600


def test_an_action_that_waits_for_a_late_one_says_so(tom, signed_in):
    given = {"need-needs": "4.2", "need-why": "The contract comes first"}
    send(tom, "needs", **given)
    tom.post(
        "/plan/parts/4.2/claim",
        {"claim-delivery": "in_progress", "claim-words": "it was not finished"},
    )
    late = today() - timedelta(days=9)
    move_date(by=person("priya"), number="4.2", to=late, agreed_by="Board", why="Set")
    said = words(tom.get(ACTION))
    assert "Waits for action 4.2, which is late by 9 days" in said
    assert "What waits for it" in words(tom.get("/plan/actions/4.2"))


def test_a_circle_of_needs_is_refused_and_names_the_way(tom):
    send(tom, "needs", **{"need-needs": "4.2", "need-why": "The contract comes first"})
    answer = tom.post(
        "/plan/actions/4.2/needs",
        {"need-needs": "4.1", "need-why": "The review comes first"},
    )
    assert answer.status_code == 400
    assert "Action 4.1 itself waits for 4.2" in words(answer)


@pytest.mark.parametrize(
    ("needs", "status"), [("4.1", 400), ("9.9", 400), ("x", 400), ("4.b", 400)]
)
def test_an_action_needs_another_that_is_there(tom, needs, status):
    answer = send(tom, "needs", **{"need-needs": needs, "need-why": "It comes first"})
    assert answer.status_code == status
    assert work().needs == ()


def test_a_need_ends_with_a_reason(tom):
    send(tom, "needs", **{"need-needs": "4.2", "need-why": "The contract comes first"})
    where = f"needs/{work().needs[0].id}/end"
    assert "in at least three words" in words(send(tom, where, **{"end-why": "so"}))
    said = send(tom, where, **{"end-why": "The contract is signed"})
    assert "no longer waits for the other" in words(said)
    assert work().needs == ()


@pytest.mark.parametrize(
    "where", ["milestones/77", "needs/77/end", "promises/9", "commitments/77"]
)
def test_what_is_not_there_is_not_found(tom, where):
    assert tom.get(f"{ACTION}/{where}").status_code == 404


@pytest.mark.parametrize("who", ["dana", "ros", "anil"])
def test_those_who_only_read_find_no_forms(signed_in, plan, who):
    said = signed_in(who).get(ACTION).content.decode()
    assert "Write an update" not in said
    assert "Add a milestone" not in said


def test_a_page_of_the_past_shows_what_was_known_then(tom):
    send(
        tom,
        "updates",
        **{"update-words": "A thing has happened", "update-on": "1/11/2026"},
    )
    past = words(tom.get(f"{ACTION}?as_of=2026-11-02"))
    assert "A thing has happened" not in past
