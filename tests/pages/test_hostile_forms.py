"""Forms filled in as nobody should, and sent as often as somebody might."""

import pytest

from madegood.assurance import queries
from madegood.warehouse.queries import data_protection_decided

DECISION = {"decided_by": "Dana Whitmore", "reference": "DPIA 12"}
EVIDENCE = {
    "evidence-rung": "done",
    "evidence-title": "Contract signed by both",
    "evidence-link": "https://documents.example.org/2",
    "evidence-happened_on": "14/9/2026",
    "evidence-review_by": "2027-03-14",
}


def words(answer):
    return answer.content.decode()


def evidence_of(number):
    return queries.action_page(number).action.detail.evidence


@pytest.fixture
def priya(signed_in, plan):
    return signed_in("priya")


@pytest.mark.parametrize("decided_on", ["2099-01-01", "0001-01-01", "24/5/2018"])
def test_a_decision_not_yet_made_opens_nothing(decided_on, signed_in):
    given = DECISION | {"decided_on": decided_on}
    answer = signed_in("anil").post("/data/decision", given)
    assert answer.status_code == 400
    assert "today or earlier" in words(answer)
    assert not data_protection_decided()


@pytest.mark.parametrize(
    ("form", "given"),
    [
        ("claim", {"claim-delivery": "complete", "claim-words": "Done"}),
        ("date", {"date-to": "2027-01-31", "date-agreed_by": "Board", "date-why": "x"}),
    ],
)
def test_an_expected_outcome_has_no_claim_and_no_date(form, given, priya):
    assert priya.post(f"/plan/parts/4.b/{form}", given).status_code == 404


def test_evidence_sent_twice_is_recorded_once(priya):
    path = "/plan/parts/4.1/evidence"
    assert priya.post(path, EVIDENCE).status_code == 302
    again = priya.post(path, EVIDENCE)
    assert again.status_code == 400
    assert "recorded this very evidence here already" in words(again)
    assert len(evidence_of("4.1")) == 1


def test_progress_sent_twice_is_said_once_and_another_word_is_another(priya):
    path = "/plan/parts/4.1/claim"
    sent = {"claim-delivery": "in_progress", "claim-words": "The contract is late"}
    assert priya.post(path, sent).status_code == 302
    again = priya.post(path, sent)
    assert again.status_code == 400
    assert "You have just said this" in words(again)
    more = sent | {"claim-words": "The contract is signed now"}
    assert priya.post(path, more).status_code == 302


@pytest.mark.parametrize(
    ("name", "day"), [("happened_on", "0001-01-01"), ("review_by", "9999-12-31")]
)
def test_evidence_of_an_impossible_day_is_not_recorded(name, day, priya):
    given = EVIDENCE | {f"evidence-{name}": day}
    answer = priya.post("/plan/parts/4.1/evidence", given)
    assert answer.status_code == 400
    assert evidence_of("4.1") == ()


def test_an_action_cannot_be_due_before_anybody_was_born(priya):
    given = {"date-to": "0001-01-01", "date-agreed_by": "Board", "date-why": "x"}
    answer = priya.post("/plan/parts/4.1/date", given)
    assert answer.status_code == 400
    assert "no more than ten years from today" in words(answer)
