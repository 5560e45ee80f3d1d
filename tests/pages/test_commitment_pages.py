"""What is promised every so often: decided on, reported on, changed and ended."""

import re
from datetime import timedelta

import pytest

from madegood.assurance.actions import accept_suggestions
from madegood.clock.periods import add_months
from madegood.clock.today import today
from madegood.intake.plans.reading import Commitment
from madegood.plan import queries
from tests.builders import a_plan, an_action
from tests.cast import person

ACTION = "/plan/actions/4.1"
READ = "every month: Monthly contract monitoring"
FIRST = add_months(today().replace(day=1), -2)
GIVEN = {
    "act": "confirm",
    "commitment-words": "Contract monitoring",
    "commitment-every": "1 month",
    "commitment-first_day": FIRST.isoformat(),
    "commitment-grace": "0",
}


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def work():
    return queries.action_working("4.1")[1]


@pytest.fixture
def tom(signed_in, db):
    promised = (Commitment("Monthly contract monitoring", every="month"),)
    a_plan(actions=[an_action(commitments=promised), an_action("4.2", "Another")])
    accept_suggestions(by=person("priya"), number="4")
    return signed_in("tom")


@pytest.fixture
def confirmed(tom):
    tom.post(f"{ACTION}/promises/1", GIVEN)
    return work().commitments[0]


def say(browser, each, **given):
    return browser.post(f"{ACTION}/commitments/{each.id}/say", given, follow=True)


def report(period, **changed):
    about = {
        "act": "report",
        "report-period": period.isoformat(),
        "report-made_on": period.isoformat(),
        "report-words": "Minutes of the meeting",
    }
    return about | changed


def test_a_promise_runs_no_clock_until_somebody_confirms_it(tom):
    said = words(tom.get(ACTION))
    assert "No clock runs until somebody does" in said
    assert [promise.read_as for promise in work().promises] == [READ]
    assert work().commitments == ()


def test_confirmed_its_periods_are_kept_or_missed(tom, confirmed):
    said = words(tom.get(ACTION))
    assert "2 reports missed" in said
    assert "Monthly. 0 of 3 periods reported on" in said
    say(tom, confirmed, **report(FIRST))
    assert "1 report missed" in words(tom.get(ACTION))
    # Words without a link are kept as an update of the action.
    assert work().updates[-1].words == "Minutes of the meeting"


def test_the_page_has_the_row_and_the_table_of_the_same_periods(tom, confirmed):
    html = tom.get(f"{ACTION}/commitments/{confirmed.id}").content.decode()
    assert html.count("mg-period--missed") == 2
    assert html.count('class="mg-red">missed') == 2
    assert html.count("mg-period--due") == 1


def test_a_promise_is_decided_once(tom, confirmed):
    answer = tom.post(f"{ACTION}/promises/1", GIVEN)
    assert "has been decided on already" in words(answer)


def test_what_is_no_promise_is_set_aside_with_its_reason(tom):
    given = {"act": "aside", "aside-why": "It tells of what was"}
    said = words(tom.post(f"{ACTION}/promises/1", given, follow=True))
    assert "set aside as no commitment" in said
    assert "It tells of what was." in said
    assert work().promises == ()


def test_a_commitment_of_ones_own_is_added(tom):
    tom.post(f"{ACTION}/commitments", GIVEN | {"commitment-every": "1 quarter"})
    assert str(work().commitments[0].every) == "quarterly"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"commitment-words": ""}, "Say what is promised"),
        ({"commitment-words": "x" * 301}, "300 characters or fewer"),
        ({"commitment-every": ""}, "Choose how often it comes round"),
        ({"commitment-every": "0 month"}, "Choose how often it comes round from"),
        ({"commitment-every": "1 fortnight"}, "Choose how often it comes round from"),
        ({"commitment-first_day": "soon"}, "Enter a date, such as"),
        ({"commitment-first_day": "1/1/1900"}, "no more than ten years from today"),
        ({"commitment-grace": "-1"}, "Enter a number of days from 0 to 90"),
        ({"commitment-grace": "91"}, "Enter a number of days from 0 to 90"),
        ({"commitment-grace": "ten"}, "Enter a whole number"),
    ],
)
def test_a_commitment_that_cannot_be_is_refused(tom, changed, told):
    answer = tom.post(f"{ACTION}/commitments", GIVEN | changed)
    assert answer.status_code == 400
    assert told in words(answer)
    assert work().commitments == ()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"report-words": ""}, "Say what was done"),
        ({"report-period": "2001-01-01"}, "Choose one of the periods in the list"),
        ({"report-period": "x"}, "Choose one of the periods in the list"),
        (
            {"report-made_on": (today() + timedelta(days=1)).isoformat()},
            "today or earlier",
        ),
        (
            {"report-made_on": (FIRST - timedelta(days=1)).isoformat()},
            "when the period began",
        ),
        ({"report-link": "no address"}, "Enter a whole address"),
        ({"report-evidence": "99"}, "Choose one of the evidence in the list"),
    ],
)
def test_a_report_that_cannot_be_is_refused(tom, confirmed, changed, told):
    answer = say(tom, confirmed, **report(FIRST, **changed))
    assert answer.status_code == 400
    assert told in words(answer)
    assert len(work().commitments[0].awaited) == 3


def test_a_change_leaves_the_running_period_its_report(tom, confirmed):
    given = {"change-every": "1 quarter", "change-agreed_by": "The board"}
    say(tom, confirmed, act="change", **given, **{"change-why": "It was too often"})
    each = work().commitments[0]
    assert [str(term.every) for term in each.terms] == ["monthly", "quarterly"]
    assert each.terms[1].first_day == add_months(FIRST, 3)
    assert len(each.periods) == 3


def test_an_ended_commitment_keeps_what_was_missed(tom, confirmed):
    said = say(tom, confirmed, act="end", **{"end-why": "The contract is over"})
    assert "It ended on" in words(said)
    each = work().commitments[0]
    assert len(each.missed) == 2
    assert not each.running


def test_no_period_falls_away_by_an_act_nobody_knows(tom, confirmed):
    assert say(tom, confirmed, act="forget").status_code == 404


@pytest.mark.parametrize("who", ["dana", "ros"])
def test_those_who_only_read_see_the_periods_and_change_nothing(
    signed_in, confirmed, who
):
    browser = signed_in(who)
    where = f"{ACTION}/commitments/{confirmed.id}"
    assert "Record a report" not in words(browser.get(where))
    assert browser.post(f"{where}/say", report(FIRST)).status_code == 403
