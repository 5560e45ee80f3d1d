"""Tests attached to the plan from its pages, and outcomes retired."""

import pytest
from django.test import Client

from madegood.assurance import queries
from madegood.plan.actions import retire_outcome
from madegood.trail.queries import latest
from tests.builders import a_plan, an_outcome
from tests.cast import person

REC = "/plan/recommendations/4"
MEASURE = {
    "test-kind": "measure",
    "test-title": "",
    "test-measure": "rhi_held_72h",
    "test-target": "85",
    "test-periods": "6",
    "test-minimum": "",
}
SAMPLE = {
    "test-kind": "sample",
    "test-title": "Dip sample of plans",
    "test-target": "80",
    "test-minimum": "12",
}
DOCUMENT = {"test-kind": "document", "test-title": "Minutes of the board"}


def words(answer):
    return answer.content.decode()


def rec():
    return queries.recommendation_page("4")[1]


def asked_of(number):
    (part,) = [p for p in (*rec().actions, *rec().outcomes) if p.number == number]
    return part.tests


@pytest.fixture
def untested(db):
    """Recommendation 4 as it is the moment a plan has been read in."""
    return a_plan(outcomes=[an_outcome(), an_outcome("4.b", "Children feel heard")])


@pytest.fixture
def priya(signed_in, untested):
    return signed_in("priya")


def test_a_plan_just_read_in_is_told_which_tests_would_fit(priya):
    said = words(priya.get(REC))
    assert "Tests that would fit" in said
    assert "A document: the reviewed specification." in said
    assert (
        "A dip sample: interviews follow the specification. At least 80% good" in said
    )
    assert "At least 85%, for 3 months running." in said
    assert "Attach these 4 tests" in said


def test_one_button_attaches_them_all_and_says_so(priya):
    answer = priya.post(f"{REC}/tests", follow=True)
    assert "4 tests are attached, and the whole plan has been tested again" in words(
        answer
    )
    assert "Tests that would fit" not in words(answer)
    assert [len(asked_of(n)) for n in ("4.1", "4.a", "4.b")] == [2, 2, 0]


def test_attaching_them_twice_attaches_them_once(priya):
    priya.post(f"{REC}/tests")
    answer = priya.post(f"{REC}/tests", follow=True)
    assert "Every part had its tests already" in words(answer)
    assert len(asked_of("4.1")) == 2


@pytest.mark.parametrize("given", ["x", "-1", "9999", "٣" * 9])
def test_a_number_in_the_address_is_not_taken_for_news(priya, given):
    assert "mg-done" not in words(priya.get(REC, {"attached": given}))


@pytest.mark.parametrize("number", ["9", "4.1", "x"])
def test_no_tests_fit_a_recommendation_that_is_not_there(priya, number):
    assert priya.post(f"/plan/recommendations/{number}/tests").status_code == 404


def test_what_was_retired_is_asked_nothing_more(priya):
    retire_outcome(by=person("priya"), number="4.a", why="The law has changed")
    assert "Attach these 2 tests" in words(priya.get(REC))


@pytest.mark.parametrize("who", ["dana", "anil", "ros"])
def test_those_who_may_not_edit_are_offered_none(signed_in, untested, who):
    browser = signed_in(who)
    assert "Tests that would fit" not in words(browser.get(REC))
    for address in (
        f"{REC}/tests",
        "/plan/parts/4.1/test",
        "/plan/parts/4.a/retirement",
    ):
        assert browser.post(address).status_code == 403


def test_a_page_of_the_past_proposes_nothing(priya):
    said = words(priya.get(f"{REC}?as_of=2026-10-31"))
    assert "Tests that would fit" not in said


def test_a_measure_is_attached_with_its_own_name_and_target(priya):
    answer = priya.post("/plan/parts/4.b/test", MEASURE, follow=True)
    (test,) = asked_of("4.b")
    assert "The test is attached" in words(answer)
    assert test.title == "Return interviews held within 72 hours, of all due"
    assert (test.target, test.periods, test.minimum) == (0.85, 6, 10)


def test_a_sample_and_a_document_are_attached(priya):
    priya.post("/plan/parts/4.1/test", SAMPLE)
    priya.post("/plan/parts/4.1/test", DOCUMENT)
    sample, document = asked_of("4.1")
    assert (sample.kind, sample.target, sample.minimum) == ("sample", 0.8, 12)
    assert (document.kind, document.target) == ("document", None)


def test_what_is_never_a_target_is_not_in_the_list(priya):
    said = words(priya.get("/plan/actions/4.1"))
    assert "Return interviews taken up, of those offered" not in said
    assert "Return interviews offered, of all due" in said


@pytest.mark.parametrize(
    ("start", "changed", "told"),
    [
        (MEASURE, {"kind": ""}, "Choose what would show it"),
        (MEASURE, {"kind": "hope"}, "Choose a measure, a document, a dip sample"),
        (MEASURE, {"measure": ""}, "Choose which measure"),
        (
            MEASURE,
            {"measure": "rhi_taken_up"},
            "Choose one of the measures in the list",
        ),
        (MEASURE, {"target": ""}, "Enter what percentage is good enough"),
        (MEASURE, {"target": "0"}, "Enter a whole percentage from 1 to 100"),
        (MEASURE, {"target": "101"}, "Enter a whole percentage from 1 to 100"),
        (MEASURE, {"target": "most"}, "Enter a whole percentage from 1 to 100"),
        (MEASURE, {"periods": "25"}, "Enter a whole number of months from 1 to 24"),
        (MEASURE, {"minimum": "0"}, "Enter a whole number of cases from 1 to 1,000"),
        (MEASURE, {"title": "x" * 301}, "Give it a name of 300 characters or fewer"),
        (SAMPLE, {"title": " "}, "Say what the test is called"),
        (SAMPLE, {"measure": "rhi_offered"}, "Only a measure has one: choose"),
        (SAMPLE, {"target": ""}, "Enter what percentage is good enough"),
        (DOCUMENT, {"target": "80"}, "A document is there or it is not"),
    ],
)
def test_a_test_that_could_show_nothing_is_refused(priya, start, changed, told):
    given = start | {f"test-{name}": value for name, value in changed.items()}
    answer = priya.post("/plan/parts/4.b/test", given)
    assert answer.status_code == 400
    assert words(answer).count(told) >= 2  # in the summary, and beside the field
    assert asked_of("4.b") == ()


def test_an_outcome_is_retired_with_a_reason_and_stays(priya):
    given = {"retire-why": "The service has closed"}
    answer = priya.post("/plan/parts/4.b/retirement", given, follow=True)
    assert "The outcome is retired" in words(answer)
    assert "The service has closed" in words(answer)
    assert "Retire this outcome" not in words(answer)
    assert "Attach a test" not in words(answer)


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("", "Say why the outcome no longer applies"),
        ("No longer", "in at least three words"),
    ],
)
def test_an_outcome_does_not_leave_without_a_reason(priya, why, told):
    answer = priya.post("/plan/parts/4.b/retirement", {"retire-why": why})
    assert answer.status_code == 400
    assert told in words(answer)
    assert rec().outcomes[1].detail.retired_on is None


def test_an_outcome_is_retired_once(priya):
    for _ in range(2):
        given = {"retire-why": "The service has closed"}
        answer = priya.post("/plan/parts/4.b/retirement", given)
    assert "Outcome 4.b was retired on" in words(answer)


@pytest.mark.parametrize("number", ["4.1", "4.z"])
def test_only_an_outcome_of_the_plan_is_retired(priya, number):
    given = {"retire-why": "The service has closed"}
    answer = priya.post(f"/plan/parts/{number}/retirement", given)
    assert answer.status_code == 404


def test_a_part_the_plan_does_not_have_takes_no_test(priya):
    assert priya.post("/plan/parts/9.9/test", DOCUMENT).status_code == 404


@pytest.mark.parametrize(
    ("address", "given"),
    [
        ("test", DOCUMENT),
        ("claim", {"claim-delivery": "complete_monitored"}),
        ("date", {"date-to": "2027-01-31", "date-agreed_by": "B", "date-why": "Late"}),
    ],
)
def test_what_is_changed_on_a_page_is_tested_again_in_its_name(priya, address, given):
    priya.post(f"/plan/parts/4.1/{address}", given)
    told = [event for event in latest() if event.kind == "retested"]
    assert [event.actor for event in told] == ["Priya Shah"]
    assert queries.changes("action", rec().actions[0].detail.id)


@pytest.mark.parametrize(
    "address",
    [
        f"{REC}/tests",
        "/plan/parts/4.1/test",
        "/plan/parts/4.a/retirement",
        "/plan/posts",
    ],
)
def test_a_form_from_another_site_is_refused(untested, address):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(
        person("priya"), backend="django.contrib.auth.backends.ModelBackend"
    )
    assert browser.post(address).status_code == 403


def test_evidence_and_its_check_are_tested_again_too(priya, signed_in):
    given = {
        "evidence-rung": "done",
        "evidence-title": "The reviewed specification",
        "evidence-link": "https://documents.example.org/1",
        "evidence-happened_on": "2026-09-14",
        "evidence-review_by": "2027-03-14",
    }
    priya.post("/plan/parts/4.1/evidence", given)
    (kept,) = rec().actions[0].detail.evidence
    signed_in("ros").post(f"/plan/parts/4.1/evidence/{kept.id}/check")
    told = [event.actor for event in latest() if event.kind == "retested"]
    assert told == ["Ros Bennett", "Priya Shah"]


def test_what_is_refused_is_not_tested_again(priya):
    priya.post("/plan/parts/4.1/test", DOCUMENT | {"test-title": ""})
    assert "retested" not in [event.kind for event in latest()]
