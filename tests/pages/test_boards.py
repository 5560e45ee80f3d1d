"""Boards set up, dated, held; and what they asked, answered and accepted."""

from datetime import timedelta

import pytest

from madegood.clock.today import today
from madegood.clock.working_days import add_working_days, working_days_before
from madegood.governance import queries
from madegood.governance.models import Board, Member
from madegood.plan.actions import hold_post
from tests.cast import person
from tests.pages.boards_made import (
    BOARD,
    POST,
    a_meeting,
    ask,
    words,
    yesterday,
)


def test_the_boards_that_most_have_are_offered_where_there_are_none(priya):
    assert "Begin with the boards that most authorities have" in words(
        priya.get("/boards")
    )
    assert (
        priya.post("/boards/offered", {"key": ["dlt", "scrutiny"]}).status_code == 302
    )
    said = words(priya.get("/boards"))
    assert "Directorate leadership team" in said
    assert Board.objects.get(kind="scrutiny").public


def test_choosing_none_of_those_offered_is_said(priya):
    answer = priya.post("/boards/offered", {})
    assert answer.status_code == 400
    assert "Choose at least one board" in words(answer)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("name", "", "Enter what the board is called"),
        ("name", "x" * 201, "Write 200 characters or fewer"),
        ("kind", "king", "Choose a kind of board"),
        ("purpose", " ", "Say what the board is for"),
        ("chair", "", "Enter the post that chairs it"),
        ("every", "0", "Enter a whole number, such as 6"),
        ("every", "often", "Enter a whole number, such as 6"),
        ("unit", "years", "Choose weeks or months"),
        ("skips", "13", "Choose months from the list"),
        ("papers_days", "-1", "Enter a whole number of days"),
        ("quorum", "many", "leave it blank"),
        ("agreed_on", "2999-01-01", "Choose today, or an earlier day"),
        ("public", "on", "five clear days before it"),
        ("skips", [f"{n}" for n in range(1, 13)], "Leave at least one month"),
    ],
)
def test_a_board_that_cannot_be_is_refused_with_the_reason(priya, field, value, told):
    answer = priya.post("/boards/add", BOARD | {f"board-{field}": value})
    assert answer.status_code == 400
    assert told in words(answer)
    assert queries.boards(None) == []


def test_there_are_no_two_boards_of_one_name(priya, board):
    answer = priya.post("/boards/add", BOARD | {"board-name": "IMPROVEMENT board"})
    assert answer.status_code == 400
    assert "called “IMPROVEMENT board” already" in words(answer)


def test_a_rule_dates_meetings_and_leaves_out_what_the_board_does(priya, board):
    priya.post(f"/boards/{board.id}/change", BOARD | {"board-skips": ["8"]})
    answer = priya.post(
        f"/boards/{board.id}/meetings/rule",
        {
            "rule-place_in_month": "2",
            "rule-weekday": "1",
            "rule-every": "1",
            "rule-first": "2026-12-01",
            "rule-last": "2027-11-30",
            "rule-begins": "14:00",
        },
    )
    assert answer.status_code == 302
    coming = queries.board_page(board.id, None).coming
    assert [m.day.month for m in coming] == [12, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11]
    assert "14:00" in words(priya.get(f"/boards/{board.id}"))


def test_a_meeting_is_moved_and_cancelled_with_a_reason_that_stays(priya, board):
    day, later = add_working_days(today(), 20), add_working_days(today(), 25)
    priya.post(f"/boards/{board.id}/meetings", {"day-day": day.isoformat()})
    (meeting,) = queries.board_page(board.id, None).coming
    at = f"/boards/meetings/{meeting.id}"
    assert priya.post(f"{at}/move", {"move-to": later.isoformat()}).status_code == 400
    given = {"move-to": later.isoformat(), "move-why": "The chair is away"}
    assert priya.post(f"{at}/move", given).status_code == 302
    assert "The chair is away" in words(priya.get(at))
    assert priya.post(f"{at}/cancel", {"cancel-why": "Purdah"}).status_code == 302
    assert "Cancelled: Purdah" in words(priya.get(at))
    assert priya.post(f"{at}/cancel", {"cancel-why": "Again"}).status_code == 400


def test_a_published_agenda_is_kept_and_what_changes_is_marked(priya, board):
    day = add_working_days(today(), 30)
    priya.post(f"/boards/{board.id}/meetings", {"day-day": day.isoformat()})
    (meeting,) = queries.board_page(board.id, None).coming
    at = f"/boards/meetings/{meeting.id}"
    assert priya.post(f"{at}/publish", {}).status_code == 400
    item = {"item-kind": "report", "item-title": "Return interviews"}
    assert priya.post(f"{at}/items", item).status_code == 302
    assert priya.post(f"{at}/publish", {}).status_code == 302
    (one,) = queries.meeting_page(meeting.id, None).items
    changed = item | {"do": "change", "item-title": "Return interviews and audits"}
    assert priya.post(f"{at}/items/{one.id}", changed).status_code == 302
    priya.post(f"{at}/items", item | {"item-title": "Late item"})
    said = words(priya.get(f"{at}/agenda"))
    assert "title changed after publication; it was “Return interviews”" in said
    assert "Added: after publication" in said
    off = {"do": "off"}
    assert priya.post(f"{at}/items/{one.id}", off).status_code == 400
    off |= {"off-why": "The paper is not ready"}
    assert priya.post(f"{at}/items/{one.id}", off).status_code == 302
    assert "The paper is not ready" in words(priya.get(at))


def test_the_agenda_of_a_public_meeting_is_late_only_with_a_reason(priya, board):
    public = BOARD | {"board-public": "on", "board-papers_days": "10"}
    assert priya.post(f"/boards/{board.id}/change", public).status_code == 302
    day = add_working_days(today(), 3)
    priya.post(f"/boards/{board.id}/meetings", {"day-day": day.isoformat()})
    (meeting,) = queries.board_page(board.id, None).coming
    at = f"/boards/meetings/{meeting.id}"
    priya.post(f"{at}/items", {"item-kind": "report", "item-title": "Progress"})
    late = priya.post(f"{at}/publish", {})
    assert late.status_code == 400
    assert "five clear working days before a public meeting" in words(late)
    given = {"publish-short_notice": "Called urgently by the chair"}
    assert priya.post(f"{at}/publish", given).status_code == 302
    assert "Called urgently by the chair" in words(priya.get(f"{at}/agenda"))


def test_a_question_is_answered_and_a_later_meeting_accepts_it(
    priya, signed_in, board, monkeypatch
):
    earlier = working_days_before(today(), 10)
    first = a_meeting(priya, board, earlier)
    assert ask(priya, first).status_code == 302
    (asked,) = queries.matters(None)
    at = f"/boards/questions/{asked.id}"
    hold_post(by=person("priya"), post=POST, person=person("tom"), start=earlier)
    tom = signed_in("tom")
    assert "Give the answer" in words(tom.get(at))
    given = {"answer-text": "All of them were offered one."}
    assert tom.post(f"{at}/answer", given).status_code == 302
    assert tom.post(f"{at}/answer", given).status_code == 400
    # The board has not met since.
    assert "Record what the board said" not in words(priya.get(at))
    later = a_meeting_today(priya, board)
    back = {"settle-meeting": later, "settle-said": "back"}
    assert priya.post(f"{at}/board", back).status_code == 400
    back |= {"settle-why": "How many took it up?"}
    assert priya.post(f"{at}/board", back).status_code == 302
    assert "How many took it up?" in words(tom.get(at))
    assert (
        tom.post(f"{at}/answer", {"answer-text": "Most of them did."}).status_code
        == 302
    )
    accept = {"settle-meeting": later, "settle-said": "accepted"}
    assert priya.post(f"{at}/board", accept).status_code == 302
    assert queries.matter(asked.id, None).state == "closed"
    assert queries.matters(None) == ()


def a_meeting_today(priya, board):
    day = today()
    answer = priya.post(f"/boards/{board.id}/meetings", {"day-day": day.isoformat()})
    assert answer.status_code == 302, words(answer)
    (meeting,) = queries.board_page(board.id, None).coming
    there = {f"there-how_{m.pk}": "present" for m in Member.objects.all()}
    priya.post(f"/boards/meetings/{meeting.id}/attendance", there)
    return meeting.id


def test_what_is_open_is_on_the_next_agenda_by_itself(priya, held, board):
    ask(priya, held)
    day = add_working_days(today(), 20)
    priya.post(f"/boards/{board.id}/meetings", {"day-day": day.isoformat()})
    (meeting,) = queries.board_page(board.id, None).coming
    said = words(priya.get(f"/boards/meetings/{meeting.id}/agenda"))
    assert "How many interviews were offered?" in said


def test_a_meeting_of_today_can_be_recorded_and_minuted_on_the_day(priya, board):
    meeting = a_meeting_today(priya, board)
    page = words(priya.get(f"/boards/meetings/{meeting}"))
    assert "Record what was asked or decided" in page
    assert "Put right who was there" in page


def test_the_one_who_answered_does_not_record_what_the_board_said(priya, held):
    ask(priya, held)
    (asked,) = queries.matters(None)
    at = f"/boards/questions/{asked.id}"
    assert priya.post(f"{at}/answer", {"answer-text": "All of them, we think."})
    given = {"settle-meeting": held.id, "settle-said": "accepted"}
    assert priya.post(f"{at}/board", given).status_code == 400
    assert queries.matter(asked.id, None).state == "answered"


def test_somebody_who_does_not_hold_the_post_does_not_answer(priya, signed_in, held):
    ask(priya, held)
    (asked,) = queries.matters(None)
    at = f"/boards/questions/{asked.id}"
    ros = signed_in("ros")
    assert "Give the answer" not in words(ros.get(at))
    refused = ros.post(f"{at}/answer", {"answer-text": "I think it was all."})
    assert refused.status_code == 400
    assert "which you do not hold" in words(refused)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"kind": "joke"}, "Choose what it is"),
        ({"text": ""}, "Write what was asked or decided"),
        ({"text": "Why?"}, "at least three words"),
        ({"text": "x " * 1001}, "Write 2,000 characters or fewer"),
        ({"asked_by": ""}, "Say who asked"),
        ({"to": ""}, "Say which post is to answer"),
        ({"due": "soon"}, "Enter a date, such as"),
        ({"due": "2001-01-01"}, "due after it was asked"),
        ({"due": "2999-01-01"}, "within ten years"),
        ({"item": "999"}, "Choose an item from the list"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_reason(priya, held, changed, told):
    answer = ask(priya, held, **changed)
    assert answer.status_code == 400
    assert told in words(answer)
    assert queries.matters(None) == ()


def test_a_board_member_sees_their_own_board_and_no_other(
    priya, signed_in, held, board
):
    priya.post("/boards/offered", {"key": ["dlt"]})
    ask(priya, held)
    (asked,) = queries.matters(None)
    chair = signed_in("adeyemi")
    said = words(chair.get("/boards"))
    assert "Improvement Board" in said
    assert "leadership team" not in said
    other = Board.objects.get(name__contains="leadership")
    assert chair.get(f"/boards/{other.pk}").status_code == 404
    page = words(chair.get(f"/boards/questions/{asked.id}"))
    assert "How many interviews were offered?" in page
    # Nothing that only staff may see: no plan, no names of who recorded what.
    assert "Priya" not in page
    for at in (f"/boards/{board.id}", f"/boards/meetings/{held.id}"):
        assert chair.get(at).status_code == 200
        assert "/plan/" not in words(chair.get(at))


def test_a_board_member_asks_between_meetings(signed_in, board):
    chair = signed_in("adeyemi")
    given = {
        "ask-text": "What became of the contract?",
        "ask-to": POST,
        "ask-due": (today() + timedelta(days=14)).isoformat(),
    }
    answer = chair.post(f"/boards/{board.id}/ask", given, follow=True)
    assert "Your question is recorded" in words(answer)
    (asked,) = queries.matters(None)
    assert asked.asked_by == "A member of the board (Parents’ forum)"
    assert "Adeyemi" not in asked.asked_by


def test_what_a_member_asks_twice_is_asked_once_and_of_the_director_if_of_nobody(
    signed_in, board
):
    chair = signed_in("adeyemi")
    given = {"ask-text": "What became of the contract?", "ask-to": ""}
    answer = chair.post(f"/boards/{board.id}/ask", given, follow=True)
    assert "Director of Children’s Services" in words(answer)
    again = chair.post(f"/boards/{board.id}/ask", given)
    assert again.status_code == 400
    assert "It is on record already, as question" in words(again)
    assert len(queries.matters(None)) == 1


def test_nobody_asks_for_a_board_they_do_not_sit_on(signed_in, board):
    given = {"ask-text": "What became of the contract?", "ask-to": POST}
    refused = signed_in("ros").post(f"/boards/{board.id}/ask", given)
    assert refused.status_code == 400
    assert "You do not sit on the Improvement Board" in words(refused)
    assert queries.matters(None) == ()


def test_attendance_says_each_member_and_names_every_deputy(priya, board):
    day = yesterday()
    priya.post(f"/boards/{board.id}/meetings", {"day-day": day.isoformat()})
    (meeting,) = queries.board_page(board.id, None).past
    one, two = Member.objects.order_by("id")
    at = f"/boards/meetings/{meeting.id}/attendance"
    given = {f"there-how_{one.pk}": "deputy", f"there-how_{two.pk}": "absent"}
    assert priya.post(at, given).status_code == 400
    assert priya.post(at, {f"there-how_{one.pk}": "present"}).status_code == 400
    given |= {f"there-deputy_{one.pk}": "The assistant director"}
    assert priya.post(at, given).status_code == 302
    page = queries.meeting_page(meeting.id, None)
    assert page.there == 1
    assert page.quorate is False
    assert "fewer than the quorum of 2" in words(
        priya.get(f"/boards/meetings/{meeting.id}")
    )


@pytest.mark.parametrize(
    "text",
    [
        "What of the child 943 476 5919, please?",
        "Why was the child at B91 3QS not seen?",
        "Was the child born 3 May 2012 seen, date of birth 03/05/2012?",
    ],
)
def test_what_would_name_a_child_is_refused(priya, held, text):
    answer = ask(priya, held, text=text)
    assert answer.status_code == 400
    assert "what looks like" in words(answer)
    assert queries.matters(None) == ()


@pytest.mark.parametrize(
    "address",
    [
        "/boards/{huge}",
        "/boards/meetings/{huge}",
        "/boards/questions/{huge}",
        "/boards/{huge}/attendance",
        "/boards/{huge}/ask",
        "/boards/meetings/{huge}/items/{huge}",
        "/boards/calendar?board={huge}",
    ],
)
def test_a_number_too_large_for_any_board_is_no_fault(priya, board, address):
    found = priya.get(address.format(huge=10**30)).status_code
    assert found in (200, 404)


def test_a_member_of_a_board_leaves_and_what_they_did_stays(priya, held, board):
    member = Member.objects.get(name="Mr Adeyemi")
    at = f"/boards/{board.id}/members/{member.pk}/leave"
    assert priya.post(at, {}).status_code == 302
    assert priya.post(at, {}).status_code == 400
    assert "Mr Adeyemi" in words(priya.get(f"/boards/meetings/{held.id}"))


def test_what_a_board_is_told_has_a_clock_of_its_own(priya, board):
    given = {
        "line-what": "Progress on return interviews",
        "line-recommendation": "4",
        "line-every": "1",
        "line-unit": "month",
        "line-agreed_on": "2026-01-05",
    }
    at = f"/boards/{board.id}/lines"
    assert priya.post(at, given).status_code == 302
    page = words(priya.get(f"/boards/{board.id}"))
    assert "Overdue since 28 February 2026" in page
    (line,) = queries.board_page(board.id, None).lines
    for name, value in (("what", ""), ("every", "0"), ("unit", "x"), ("every", "99")):
        wrong = given | {f"line-{name}": value}
        assert priya.post(at, wrong).status_code == 400
    assert priya.post(f"{at}/{line.id}/end", {}).status_code == 400
    done = {f"line{line.id}-why": "The board agreed to stop"}
    assert priya.post(f"{at}/{line.id}/end", done).status_code == 302
    assert queries.board_page(board.id, None).lines == ()


def test_a_board_that_ends_stays_and_asks_no_more(priya, board):
    at = f"/boards/{board.id}"
    assert priya.post(f"{at}/end", {}).status_code == 400
    assert priya.post(f"{at}/end", {"end-why": "The plan is done"}).status_code == 302
    assert "This board ended on" in words(priya.get(at))
    given = {"ask-text": "Is anybody there at all?", "ask-to": POST}
    assert priya.post(f"{at}/ask", given).status_code == 400
    day = add_working_days(today(), 9).isoformat()
    assert priya.post(f"{at}/meetings", {"day-day": day}).status_code == 400
