"""The children behind a number: a reason first, on the trail, then the rows."""

import pytest
from django.db import DatabaseError

from madegood.trail.queries import latest
from madegood.web import grants
from madegood.web.pages import children

HELD = "/measures/rhi_held_72h/children"
REASON = {"purpose": "act", "detail": "Chase the overdue ones before Thursday"}


def words(answer):
    return answer.content.decode()


@pytest.fixture
def tom(signed_in, loaded):
    return signed_in("tom")


def test_a_reason_is_asked_for_before_any_row(tom):
    said = words(tom.get(HELD))
    assert "Why do you need to see the children?" in said
    assert "Why this child is here" not in said


def test_with_a_reason_each_row_says_why_it_is_here(tom):
    said = words(tom.post(HELD, REASON, follow=True))
    assert "Why this child is here" in said
    assert "Returned " in said
    assert "Chase the overdue ones before Thursday" in said


def test_the_reading_is_on_the_trail_with_its_reason(tom):
    tom.post(HELD, REASON, follow=True)
    told = latest()[0]
    assert told.kind == "children_seen"
    assert told.sentence.startswith("Tom Okafor looked at ")
    assert told.sentence.endswith("Chase the overdue ones before Thursday")


def test_every_look_is_written_down_not_only_the_first(tom):
    tom.post(HELD, REASON, follow=True)
    tom.get(HELD + "?month=2026-10")
    assert [event.kind for event in latest()[:2]] == ["children_seen"] * 2


def test_no_row_leaves_when_the_trail_cannot_be_written(tom, monkeypatch):
    def broken(**_facts):
        raise DatabaseError("disk full")

    monkeypatch.setattr(children, "record_reading", broken)
    answer = tom.post(HELD, REASON, follow=True)
    assert answer.status_code == 503
    assert "could not be written down" in words(answer)
    assert "Returned " not in words(answer)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "Choose why you need to see the children"),
        ({"purpose": "act"}, "Say what you are going to do with it"),
        ({"purpose": "act", "detail": "why"}, "Say a little more"),
        ({"purpose": "nosy", "detail": "x" * 20}, "Choose one of the reasons"),
        ({"purpose": "act", "detail": "x" * 301}, "300 characters or fewer"),
    ],
)
def test_a_reason_that_says_nothing_opens_nothing(tom, given, told):
    answer = tom.post(HELD, given)
    assert answer.status_code == 400
    assert told in words(answer)


def test_a_reason_opens_one_measure_only(tom):
    tom.post(HELD, REASON, follow=True)
    other = tom.get("/measures/rhi_offered/children")
    assert "Why do you need to see the children?" in words(other)


def test_a_reason_runs_out(tom, monkeypatch):
    tom.post(HELD, REASON)
    monkeypatch.setattr(grants, "LASTS", -grants.LASTS)
    assert "Why do you need to see the children?" in words(tom.get(HELD))


def test_a_month_that_was_never_offered_is_not_obeyed(tom):
    tom.post(HELD, REASON)
    assert "November 2026 so far" in words(tom.get(HELD + "?month=1999-01"))


def test_no_address_on_the_page_holds_a_childs_code(tom):
    said = words(tom.post(HELD, REASON, follow=True))
    codes = [part.split("<")[0] for part in said.split('class="mg-code">')[1:]]
    assert codes
    assert not any(f"/{code}" in said or f"={code}" in said for code in codes)


@pytest.mark.parametrize("who", ["dana", "priya", "adeyemi", "ada", "sam"])
def test_those_without_the_permission_are_refused(signed_in, loaded, who):
    for answer in (signed_in(who).get(HELD),):
        assert answer.status_code == 403
        assert "do not have permission" in words(answer)


def test_without_data_there_is_nobody_to_see(signed_in, db):
    assert signed_in("tom").get(HELD).status_code == 404
