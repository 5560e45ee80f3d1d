"""The calendar as a page and as a file, attendance, and what stands in a paper."""

import json
import re
from datetime import date, timedelta

import pytest

from madegood.clock.today import now, today
from madegood.clock.working_days import add_working_days
from madegood.governance import matter_actions, printing_actions, queries
from madegood.governance.asking import Kind
from madegood.governance.finding import NotAgreed
from madegood.governance.fit_to_print import against
from madegood.governance.ics import calendar_file
from madegood.governance.matter_actions import MatterGiven
from madegood.governance.models import Board
from madegood.jobs.boards_commands import due, list_boards
from tests.cast import person
from tests.pages.boards_made import POST, ask, words


def test_a_calendar_shows_a_year_as_a_picture_and_a_table(priya, held):
    page = words(priya.get("/boards/calendar"))
    assert page.count("<svg") == 2
    assert "1 meeting in these twelve months" in page
    assert "Held" in page


@pytest.mark.parametrize("asked", ["x", "2026-13", "9999-01", "", "-1", "2026-1\0"])
def test_a_calendar_of_no_month_is_the_usual_one(priya, held, asked):
    answer = priya.get("/boards/calendar", {"from": asked, "board": asked})
    assert answer.status_code == 200
    assert "1 meeting in these twelve months" in words(answer)


def test_a_year_without_meetings_says_what_to_do(priya, board):
    page = words(priya.get("/boards/calendar?from=2020-01"))
    assert "No meeting is dated in these months" in page


def test_the_file_holds_names_days_and_places_and_nothing_of_the_agenda(
    priya, signed_in, board
):
    day = add_working_days(today(), 20)
    given = {
        "day-day": day.isoformat(),
        "day-begins": "14:00",
        "day-place": "Room 2; east, " + "é" * 60,
    }
    priya.post(f"/boards/{board.id}/meetings", given)
    (meeting,) = queries.board_page(board.id, None).coming
    secret = {"item-kind": "report", "item-title": "The secret thing"}
    priya.post(f"/boards/meetings/{meeting.id}/items", secret)
    answer = signed_in("adeyemi").get("/boards/calendar.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    text = answer.content.decode()
    assert "secret" not in text
    assert "SUMMARY:Improvement Board" in text
    unfolded = text.replace("\r\n ", "")
    assert "LOCATION:Room 2\\; east\\, ééé" in unfolded
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert re.search(r"DTSTART:\d{8}T1[34]0000Z", unfolded)


def test_the_file_has_the_hour_of_london_in_summer_and_in_winter(priya, board):
    for day in ("2027-01-20", "2027-07-21"):
        given = {"day-day": day, "day-begins": "14:00"}
        assert priya.post(f"/boards/{board.id}/meetings", given).status_code == 302
    text = calendar_file(
        queries.board_page(board.id, None).coming, "example.org", now()
    )
    assert "DTSTART:20270120T140000Z" in text
    assert "DTSTART:20270721T130000Z" in text


def test_a_cancelled_meeting_is_cancelled_in_the_file(priya, board):
    priya.post(f"/boards/{board.id}/meetings", {"day-day": "2027-01-20"})
    (meeting,) = queries.board_page(board.id, None).coming
    priya.post(f"/boards/meetings/{meeting.id}/cancel", {"cancel-why": "Snow"})
    text = words(priya.get("/boards/calendar.ics"))
    assert "STATUS:CANCELLED" in text
    assert "SEQUENCE:1" in text
    assert "DTSTART;VALUE=DATE:20270120" in text
    assert "Snow" not in text


def test_a_stranger_to_a_board_gets_no_meeting_of_it(signed_in, held):
    Board.objects.get().members.filter(person__isnull=False).update(until=today())
    text = words(signed_in("adeyemi").get("/boards/calendar.ics"))
    assert "BEGIN:VEVENT" not in text


def test_attendance_is_a_picture_and_a_table_by_organisation(priya, held, board):
    page = words(priya.get(f"/boards/{board.id}/attendance"))
    assert page.count("<svg") == 2
    assert "Everybody came to every one" in page
    assert "Parents’ forum" in page


def test_attendance_of_no_meeting_says_what_to_do(priya, board):
    page = words(priya.get(f"/boards/{board.id}/attendance"))
    assert "Nobody’s attendance has been recorded yet" in page


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Only two children were seen late.", True),
        ("We spoke to 3 of the 14.", True),
        ("One young person said it helped.", True),
        ("Four very young children waited.", True),
        ("See 943 476 5919 for the case.", True),
        ("Write to jo@example.org about it.", True),
        ("Ninety per cent of interviews were held in time.", False),
        ("All 41 interviews were offered within 3 days.", False),
        ("The contract was changed on 12 May 2026.", False),
        ("No child waited.", False),
    ],
)
def test_small_numbers_of_people_are_not_found_fit(text, refused):
    assert bool(against(text)) is refused


@pytest.fixture
def scrutiny(priya, held):
    """The board is Scrutiny, and meets in public."""
    Board.objects.update(kind="scrutiny", public=True)
    return held


def asked_at(meeting, **changed):
    given = {
        "kind": Kind.QUESTION,
        "text": "Is every child offered an interview?",
        "asked_by": "The chair",
        "to": POST,
    } | changed
    return matter_actions.minute_matter(
        by=person("priya"),
        meeting_id=meeting.id,
        item_id=None,
        given=MatterGiven(**given),
    )


def test_a_paper_prints_only_what_somebody_found_fit(scrutiny):
    fit, _ = asked_at(scrutiny), asked_at(scrutiny, text="And what of the others?")
    printing_actions.find_fit(by=person("priya"), matter_id=fit.pk)
    told = queries.asked_in_public(today())
    assert [one.number for one in told.printed] == [fit.pk]
    assert told.not_printed == 1


def test_another_answer_must_be_read_again(scrutiny):
    fit = asked_at(scrutiny)
    printing_actions.find_fit(by=person("priya"), matter_id=fit.pk)
    matter_actions.answer(
        by=person("priya"), matter_id=fit.pk, text="Only two children."
    )
    assert queries.asked_in_public(today()).printed == ()
    with pytest.raises(NotAgreed, match="number of people so small"):
        printing_actions.find_fit(by=person("priya"), matter_id=fit.pk)


def test_a_paper_of_an_earlier_day_knows_no_later_answer(scrutiny):
    fit = asked_at(scrutiny)
    matter_actions.answer(
        by=person("priya"), matter_id=fit.pk, text="Yes, each of them."
    )
    printing_actions.find_fit(by=person("priya"), matter_id=fit.pk)
    (now_told,) = queries.asked_in_public(today()).printed
    assert now_told.answer == "Yes, each of them."
    assert queries.asked_in_public(scrutiny.day).printed == ()


def test_what_was_asked_in_private_is_never_printed(priya, held):
    asked = asked_at(held)
    with pytest.raises(NotAgreed, match="Only what a board asked in public"):
        printing_actions.find_fit(by=person("priya"), matter_id=asked.pk)


def test_a_recommendation_of_scrutiny_has_the_laws_day(scrutiny):
    made = asked_at(scrutiny, kind=Kind.RECOMMENDATION)
    assert made.due is not None
    assert timedelta(days=57) <= made.due - scrutiny.day <= timedelta(days=62)
    with pytest.raises(NotAgreed, match="within two months beginning"):
        asked_at(
            scrutiny,
            kind=Kind.RECOMMENDATION,
            due=scrutiny.day + timedelta(days=70),
        )


def test_the_commands_say_what_the_pages_do(priya, held, capsys, monkeypatch):
    monkeypatch.setattr("madegood.jobs.boards_commands.open_ledger", lambda _: None)
    monkeypatch.setattr("madegood.jobs.boards_commands.bring_up_to_date", lambda: None)
    ask(priya, held, due=(held.day + timedelta(days=1)).isoformat())
    list_boards.main(["--json"], standalone_mode=False)
    (one,) = json.loads(capsys.readouterr().out)["boards"]
    assert one["name"] == "Improvement Board"
    assert one["agreed"] == "every six weeks"
    assert one["open"] == 1
    due.main(["--json", "--by", "2027-12-31"], standalone_mode=False)
    kinds = {each["kind"] for each in json.loads(capsys.readouterr().out)["due"]}
    assert {"answer", "meeting"} <= kinds
    list_boards.main([], standalone_mode=False)
    due.main([], standalone_mode=False)
    assert "Improvement Board" in capsys.readouterr().out


def test_a_day_that_is_none_is_refused_by_the_command(db):
    from madegood.jobs.answers import BadInput

    with pytest.raises(BadInput, match="--by"):
        due.main(["--by", "soon"], standalone_mode=False)


def test_dates_are_of_the_calendar_that_is_known(priya, board):
    far = {"day-day": date(2099, 1, 1).isoformat()}
    assert priya.post(f"/boards/{board.id}/meetings", far).status_code == 400
