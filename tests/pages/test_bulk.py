"""One change to several actions: seen before it is made, whole or not at all."""

import re
from datetime import date

import pytest

from madegood.plan import queries

SEVERAL = "/plan/several"
CHANGE = "/plan/several/change"
BOTH = ["4.1", "4.2"]
GIVEN = {
    "date": {
        "date-to": "1/3/2027",
        "date-agreed_by": "The board",
        "date-why": "The contract",
    },
    "milestone": {"milestone-title": "Contract signed", "milestone-due": "1/3/2027"},
    "owner": {
        "owner-accountable": "Commissioning Officer",
        "owner-why": "The contract moved",
    },
    "cycle": {
        "commitment-words": "Monitoring",
        "commitment-every": "1 month",
        "commitment-first_day": "1/3/2026",
        "commitment-grace": "10",
    },
}


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def dues():
    return [queries.action_working(number)[0].due for number in BOTH]


def given(kind="date", actions=BOTH, **changed):
    return {"kind": kind, "actions": actions} | GIVEN[kind] | changed


@pytest.fixture
def priya(signed_in, plan):
    return signed_in("priya")


def test_the_list_is_narrowed_by_what_is_asked(priya):
    assert "2 of 2 actions listed" in words(priya.get(SEVERAL))
    asked = {"post": "Commissioning Officer"}
    assert "1 of 2 actions listed" in words(priya.get(SEVERAL, asked))
    assert "0 of 2 actions listed" in words(priya.get(SEVERAL, {"late": "late"}))
    assert "2 of 2 actions listed" in words(priya.get(SEVERAL, {"late": "no_date"}))
    assert "2 of 2 actions listed" in words(priya.get(SEVERAL, {"post": "King"}))


def test_nothing_chosen_leads_back_with_the_reason(priya):
    answer = priya.get(CHANGE, {"kind": "date"}, follow=True)
    assert "Choose at least one action" in words(answer)


@pytest.mark.parametrize("kind", GIVEN)
def test_what_it_would_do_is_shown_and_nothing_is_done(priya, kind):
    before = [queries.action_working(number) for number in BOTH]
    events = len(queries.history("action", "4.1"))
    answer = priya.post(CHANGE, given(kind))
    assert answer.status_code == 200
    assert "Nothing has been changed yet" in words(answer)
    assert [queries.action_working(number) for number in BOTH] == before
    assert len(queries.history("action", "4.1")) == events


@pytest.mark.parametrize("kind", GIVEN)
def test_then_it_is_made_to_all_of_them_each_with_its_own_event(priya, kind):
    answer = priya.post(CHANGE, given(kind, make="yes"), follow=True)
    assert "2 actions changed" in words(answer)
    for number in BOTH:
        action, work = queries.action_working(number)
        assert {
            "date": lambda a, _: a.due == date(2027, 3, 1),
            "milestone": lambda _, w: w.milestones[0].title == "Contract signed",
            "owner": lambda a, _: a.owners[0] == "Commissioning Officer",
            "cycle": lambda _, w: w.commitments[0].words == "Monitoring",
        }[kind](action, work)
        assert queries.history("action", number)


def test_where_one_cannot_be_changed_none_is_and_the_row_says_why(priya):
    priya.post(CHANGE, given(actions=["4.1"], make="yes"))
    answer = priya.post(CHANGE, given(make="yes"))
    assert answer.status_code == 400
    assert "Action 4.1 is already due on 1 March 2027" in words(answer)
    assert dues() == [date(2027, 3, 1), None]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"date-to": ""}, "Enter the new date"),
        ({"date-to": "soon"}, "Enter a date, such as"),
        ({"date-to": "1/1/2099"}, "in the next ten years"),
        ({"date-agreed_by": ""}, "Enter who agreed the new date"),
        ({"date-why": ""}, "Say why the date moves"),
        ({"actions": ["4.1", "9.9"]}, "The plan has no action 9.9"),
        ({"actions": ["4.1", "4.b"]}, "The plan has no action 4.b"),
        ({"actions": ["4.1"] + [f"9.{n}" for n in range(300)]}, "no more than 200"),
        ({"actions": []}, "Choose at least one action"),
    ],
)
def test_what_cannot_be_set_is_refused_and_changes_nothing(priya, changed, told):
    answer = priya.post(CHANGE, given(make="yes") | changed)
    assert answer.status_code == 400
    assert told in words(answer)
    assert dues() == [None, None]


def test_a_kind_there_is_not_is_not_found(priya):
    assert priya.post(CHANGE, given() | {"kind": "colour"}).status_code == 404


@pytest.mark.parametrize("who", ["tom", "dana", "ros"])
def test_only_who_keeps_the_plan_changes_several(signed_in, plan, who):
    assert signed_in(who).get(SEVERAL).status_code == 403
    assert signed_in(who).post(CHANGE, given()).status_code == 403
