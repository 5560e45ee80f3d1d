"""An answer that is taken back, and a closed question that is opened again: what was
said stays to be read, with who changed their mind and why."""

from datetime import timedelta

import pytest

from madegood.clock.today import today
from madegood.clock.working_days import add_working_days, working_days_before
from madegood.governance import queries
from madegood.governance.arising import open_on
from madegood.governance.matter_models import Matter
from madegood.plan.actions import hold_post
from tests.cast import person
from tests.pages.boards_made import POST, a_meeting, ask, words, yesterday

WHY = "The figure left out one provider"


@pytest.fixture
def tom(priya, signed_in):
    earlier = working_days_before(today(), 10)
    hold_post(by=person("priya"), post=POST, person=person("tom"), start=earlier)
    return signed_in("tom")


@pytest.fixture
def at(priya, board):
    """A question that was asked two weeks ago, and the address of its page."""
    ask(priya, a_meeting(priya, board, working_days_before(today(), 10)))
    (asked,) = queries.matters(None)
    return f"/boards/questions/{asked.id}"


def matter(at):
    return queries.matter(int(at.rpartition("/")[2]), None)


def answered(tom, at, text="All of them were offered one."):
    assert tom.post(f"{at}/answer", {"answer-text": text}).status_code == 302


def withdrawn(who, at, why=WHY):
    return who.post(f"{at}/withdraw", {"withdraw-why": why})


def settled(priya, board, at, **said):
    """As a meeting of today accepts it, or sends it back."""
    found = [m for m in queries.board_page(board.id, None).coming if m.day == today()]
    if found:
        meeting = found[0].id
    else:
        priya.post(f"/boards/{board.id}/meetings", {"day-day": today().isoformat()})
        (meeting,) = (m.id for m in queries.board_page(board.id, None).coming)
        members = queries.board_page(board.id, None).members
        there = {f"there-how_{m.id}": "present" for m in members}
        priya.post(f"/boards/meetings/{meeting}/attendance", there)
    given = {"settle-meeting": meeting, "settle-said": "accepted"} | said
    assert priya.post(f"{at}/board", given).status_code == 302


def test_an_answer_withdrawn_stays_to_be_read_and_the_question_waits_again(tom, at):
    answered(tom, at)
    assert "Withdraw the answer" in words(tom.get(at))
    assert withdrawn(tom, at).status_code == 302
    page = words(tom.get(at))
    assert "<del>All of them were offered one.</del>" in page
    assert WHY in page
    assert "Tom Okafor withdrew the answer to" in page
    assert matter(at).state == "open"
    answered(tom, at, "Nine in ten were offered one.")
    assert [a.withdrawn_why for a in matter(at).answers] == [WHY, ""]


def test_what_was_sent_back_before_is_sent_back_again_after_a_withdrawal(
    priya, tom, board, at
):
    answered(tom, at)
    back = {"settle-said": "back", "settle-why": "How many took it up?"}
    settled(priya, board, at, **back)
    answered(tom, at, "Most of them took it up.")
    withdrawn(tom, at)
    assert matter(at).state == "sent_back"


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("", "Say why"),
        ("wrong", "at least three words"),
        ("The boy with 943 476 5919", "NHS number"),
    ],
)
def test_a_withdrawal_says_why(tom, at, why, told):
    answered(tom, at)
    answer = withdrawn(tom, at, why)
    assert answer.status_code == 400
    assert told in words(answer)
    assert matter(at).state == "answered"


def test_only_who_may_answer_withdraws_and_nothing_is_withdrawn_twice(
    tom, at, signed_in
):
    assert withdrawn(tom, at).status_code == 400  # there is none yet
    answered(tom, at)
    assert withdrawn(signed_in("ros"), at).status_code in (400, 403)
    assert matter(at).state == "answered"
    assert withdrawn(tom, at).status_code == 302
    assert withdrawn(tom, at).status_code == 400


def test_what_the_board_accepted_is_not_withdrawn_but_may_be_opened_again(
    priya, tom, board, at
):
    answered(tom, at)
    settled(priya, board, at)
    refused = withdrawn(tom, at)
    assert refused.status_code == 400
    assert "can open the question again" in words(refused)
    due = (today() + timedelta(days=20)).isoformat()
    given = {"reopen-why": "Police hold other figures", "reopen-due": due}
    assert tom.post(f"{at}/reopen", given).status_code == 403
    assert priya.post(f"{at}/reopen", given).status_code == 302
    again = matter(at)
    assert (again.state, again.due.isoformat(), again.closed_on) == ("open", due, None)
    page = words(priya.get(at))
    assert "Police hold other figures" in page
    assert "The board accepted the answer." in page  # how it had been closed stays
    assert "All of them were offered one." in page
    assert "opened question" in page.lower()
    # It waits for its post, is answered and accepted anew.
    answered(tom, at, "The police figure counts another month.")
    assert matter(at).state == "answered"


def test_it_comes_back_to_the_next_agenda_and_to_none_while_it_was_closed(
    priya, tom, board, at
):
    answered(tom, at)
    settled(priya, board, at)
    Matter.objects.update(closed_on=today() - timedelta(days=6))
    priya.post(f"{at}/reopen", {"reopen-why": "Police hold other figures"})
    day = add_working_days(today(), 20)
    priya.post(f"/boards/{board.id}/meetings", {"day-day": day.isoformat()})
    coming = [m for m in queries.board_page(board.id, None).coming if m.day == day]
    page = words(priya.get(f"/boards/meetings/{coming[0].id}/agenda"))
    assert "How many interviews were offered?" in page
    assert not open_on(yesterday()).exists()
    assert open_on(today()).exists()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"reopen-why": ""}, "Say why"),
        ({"reopen-why": "Because"}, "at least three words"),
        (
            {"reopen-why": "The police say otherwise", "reopen-due": "2020-01-01"},
            "Choose today or a later day",
        ),
    ],
)
def test_opening_again_says_why_and_by_when(priya, tom, board, at, given, told):
    answered(tom, at)
    settled(priya, board, at)
    answer = priya.post(f"{at}/reopen", given)
    assert answer.status_code == 400
    assert told in words(answer)
    assert matter(at).state == "closed"


def test_what_is_open_is_not_opened_again(priya, at):
    answer = priya.post(f"{at}/reopen", {"reopen-why": "The police say otherwise"})
    assert answer.status_code == 400
    assert "It is open" in words(answer)
