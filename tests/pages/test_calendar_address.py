"""A calendar by subscription: an address that only its secret opens."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from madegood.clock.today import today
from madegood.clock.working_days import add_working_days
from madegood.governance import queries, subscribing
from madegood.governance.subscription_models import CalendarAddress
from madegood.trail.models import Event
from tests.cast import person
from tests.pages.boards_made import BOARD, a_board, words

PAGE = "/boards/calendar/address"


@pytest.fixture
def priya(signed_in, plan):
    return signed_in("priya")


@pytest.fixture
def board(priya):
    """With a meeting in twenty working days."""
    found = a_board(priya)
    day = add_working_days(today(), 20).isoformat()
    given = {"day-day": day, "day-begins": "14:00", "day-place": "Council House"}
    assert priya.post(f"/boards/{found.id}/meetings", given).status_code == 302
    return found


def made(browser):
    """The path of a new address, as its page shows it."""
    page = words(browser.post(PAGE, {"do": "new"}))
    return re.search(r"<code>http://[^/]+(/calendar/[^<]+\.ics)</code>", page)[1]


def read(where):
    """As a calendar program, which has no sign-in."""
    return Client().get(where)


def test_a_calendar_program_reads_the_meetings_and_when_papers_are_due(priya, board):
    answer = read(made(priya))
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/calendar")
    assert answer["Cache-Control"] == "no-store"
    text = answer.content.decode()
    (meeting,) = queries.board_page(board.id, None).coming
    assert "SUMMARY:Improvement Board" in text
    assert "LOCATION:Council House" in text
    assert "SUMMARY:Papers due: Improvement Board" in text
    assert f"DTSTART;VALUE=DATE:{meeting.papers_due:%Y%m%d}" in text
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 2


def test_nothing_stands_in_it_but_days_places_and_names_of_boards(priya, board):
    (meeting,) = queries.board_page(board.id, None).coming
    item = {"item-kind": "report", "item-title": "Return interviews of one family"}
    priya.post(f"/boards/meetings/{meeting.id}/items", item)
    text = read(made(priya)).content.decode()
    kept = {line.partition(":")[0].partition(";")[0] for line in text.splitlines()}
    assert kept == {
        "BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "NAME", "X-WR-CALNAME",
        "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "UID", "DTSTAMP", "SEQUENCE", "DTSTART",
        "DTEND", "SUMMARY", "STATUS", "LOCATION", "TRANSP", "END",
    }  # fmt: skip
    for word in ("family", "Priya", "Shah", "example.org"):
        assert word not in text


def test_a_renewed_or_withdrawn_address_is_as_one_that_never_was(priya, board):
    first = made(priya)
    assert "Make a new address, and end this one" in words(priya.get(PAGE))
    second = made(priya)
    assert first != second
    assert read(first).status_code == 404
    assert read(second).status_code == 200
    assert priya.post(PAGE, {"do": "withdraw"}).status_code == 302
    assert read(second).status_code == 404
    assert priya.post(PAGE, {"do": "withdraw"}).status_code == 400
    assert read("/calendar/never-was.ics").status_code == 404
    assert read(f"/calendar/{'x' * 5000}.ics").status_code == 404
    kinds = list(Event.objects.values_list("kind", flat=True))
    for kind in ("made", "renewed", "read", "withdrawn"):
        assert f"calendar_address_{kind}" in kinds


def test_the_secret_is_shown_once_and_kept_nowhere(priya, board):
    secret = made(priya).removeprefix("/calendar/").removesuffix(".ics")
    assert secret not in words(priya.get(PAGE))
    (row,) = CalendarAddress.objects.values()
    assert secret not in str(row)
    assert not Event.objects.filter(subject__contains=secret).exists()


def test_a_board_member_has_the_meetings_of_their_boards_and_no_others(
    priya, board, signed_in
):
    other = priya.post("/boards/add", BOARD | {"board-name": "Another Board"})
    at = other.url.partition("?")[0]
    day = add_working_days(today(), 25).isoformat()
    priya.post(f"{at}/meetings", {"day-day": day})
    theirs = read(made(signed_in("adeyemi"))).content.decode()
    assert "Improvement Board" in theirs
    assert "Another Board" not in theirs
    assert "Another Board" in read(made(priya)).content.decode()


@pytest.mark.parametrize("changed", [{"is_active": False}, {"role": "visitor"}])
def test_it_ends_with_the_sign_in_or_the_role(priya, board, changed):
    where = made(priya)
    who = person("priya")
    for name, value in changed.items():
        setattr(who, name, value)
    who.save()
    assert read(where).status_code == 404


def test_it_is_not_read_without_end(priya, board, monkeypatch):
    monkeypatch.setattr(subscribing, "MOST_AN_HOUR", 3)
    where = made(priya)
    assert [read(where).status_code for _ in range(4)] == [200, 200, 200, 429]
    assert read(where)["Retry-After"] == "3600"
    row = CalendarAddress.objects.get()
    row.since -= timedelta(hours=1)
    row.save()
    assert read(where).status_code == 200
    assert Event.objects.filter(kind="calendar_address_read").count() == 1


def test_it_can_only_be_read(priya, board):
    where = made(priya)
    assert Client().post(where).status_code == 405
    assert Client().head(where).status_code == 200
