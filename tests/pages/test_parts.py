"""One action or expected outcome: reading it, and saying something of it."""

import pytest

from madegood.assurance import queries
from madegood.plan.actions import hold_post
from tests.builders import ADOPTED
from tests.cast import person

ACTION = "/plan/actions/4.1"
EVIDENCE = {
    "evidence-rung": "seen",
    "evidence-title": "Dip sample of 20 interviews",
    "evidence-link": "https://documents.example.org/1",
    "evidence-looked_at": "20",
    "evidence-good": "17",
    "evidence-happened_on": "14/9/2026",
    "evidence-review_by": "2027-03-14",
}


def words(answer):
    return answer.content.decode()


def evidence_of(number):
    return queries.action_page(number).action.detail.evidence


@pytest.fixture
def tom(signed_in, plan):
    return signed_in("tom")


@pytest.fixture
def ros(signed_in, plan):
    return signed_in("ros")


def test_an_action_shows_said_beside_shown_and_where_it_was_read(tom):
    said = words(tom.get(ACTION))
    assert "Said to be complete" in said
    assert "Head of Service Children’s Commissioning" in said
    assert "No date was ever set" in said
    assert "plan.txt, lines 4 to 5" in said


def test_an_outcome_has_a_page_too(tom):
    said = words(tom.get("/plan/outcomes/4.b"))
    assert "It cannot be counted as written: it names no number" in said
    assert "2 of the 2 actions meant to bring this about" in said


def test_with_several_owners_the_page_says_who_answers(tom):
    said = words(tom.get("/plan/actions/4.2"))
    assert "Head of Service Safeguards, who answers for it" in said


def test_a_post_is_shown_with_whoever_holds_it(tom):
    post = "Head of Service Children’s Commissioning"
    hold_post(by=person("priya"), post=post, person=person("tom"), start=ADOPTED)
    assert f"{post} (Tom Okafor)" in words(tom.get(ACTION))


def test_evidence_is_recorded_and_waits_for_somebody_else_to_check_it(tom, ros):
    answer = tom.post("/plan/parts/4.1/evidence", EVIDENCE, follow=True)
    assert "counts in full once somebody else has checked it" in words(answer)
    assert "17 of 20 good" in words(answer)
    assert "I have checked it" not in words(answer)
    assert "I have checked it" in words(ros.get(ACTION))


def test_somebody_else_checks_it(tom, ros):
    tom.post("/plan/parts/4.1/evidence", EVIDENCE)
    (kept,) = evidence_of("4.1")
    ros.post(f"/plan/parts/4.1/evidence/{kept.id}/check")
    assert evidence_of("4.1")[0].checked_by == "Ros Bennett"


def test_nobody_checks_their_own(tom):
    tom.post("/plan/parts/4.1/evidence", EVIDENCE)
    (kept,) = evidence_of("4.1")
    answer = tom.post(f"/plan/parts/4.1/evidence/{kept.id}/check")
    assert "You recorded this evidence, so somebody else must check it" in words(answer)


def test_evidence_of_another_part_cannot_be_checked_from_here(tom, ros):
    tom.post("/plan/parts/4.1/evidence", EVIDENCE)
    (kept,) = evidence_of("4.1")
    assert ros.post(f"/plan/parts/4.2/evidence/{kept.id}/check").status_code == 404


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"rung": ""}, "Choose what the evidence shows"),
        ({"rung": "proved"}, "Choose done, seen, said, moved or held"),
        ({"title": ""}, "Say what the evidence is"),
        ({"link": ""}, "Give the address where the evidence can be found"),
        ({"link": "javascript:alert(1)"}, "Enter a whole address"),
        ({"looked_at": "many"}, "Enter a whole number"),
        ({"good": "21"}, "More are said to be good than were looked at"),
        ({"good": ""}, "Give both how many were looked at"),
        ({"happened_on": "last week"}, "Enter a date, such as"),
        ({"happened_on": "2999-01-01"}, "Evidence cannot be from a day still to come"),
        ({"review_by": "2020-01-01"}, "The review date is before the evidence"),
    ],
)
def test_evidence_that_cannot_stand_is_refused_with_the_reason(tom, changed, told):
    given = EVIDENCE | {f"evidence-{name}": value for name, value in changed.items()}
    answer = tom.post("/plan/parts/4.1/evidence", given)
    assert answer.status_code == 400
    assert told in words(answer)
    assert "Error: Action 4.1" in words(answer)
    assert evidence_of("4.1") == ()


def test_what_is_said_is_kept_and_an_empty_climb_down_is_refused(tom):
    tom.post("/plan/parts/4.1/claim", {"claim-delivery": "complete_monitored"})
    answer = tom.post("/plan/parts/4.1/claim", {"claim-delivery": "in_progress"})
    assert "write what changed" in words(answer)
    assert len(queries.action_page("4.1").action.detail.claims) == 2


def test_a_date_moves_with_who_agreed_and_why_and_the_first_is_kept(tom):
    for day in ("2027-01-31", "2027-03-31"):
        tom.post(
            "/plan/parts/4.1/date",
            {"date-to": day, "date-agreed_by": "Board", "date-why": "Late tender"},
        )
    said = words(tom.get(ACTION))
    assert "Originally 31 January 2027" in said
    assert "31 January 2027 to 31 March 2027, agreed by Board: Late tender" in said


def test_a_signature_waits_until_every_rung_is_reached(ros):
    assert "can be signed once every rung" in words(ros.get(ACTION))
    answer = ros.post("/plan/parts/4.1/signature", {"sign-why": "I read the file"})
    assert answer.status_code == 400
    assert "It can be signed once" in words(answer)


def test_an_owner_is_told_that_somebody_else_must_sign(ros):
    post = "Head of Service Children’s Commissioning"
    hold_post(by=person("priya"), post=post, person=person("ros"), start=ADOPTED)
    assert "You hold a post that owns it" in words(ros.get(ACTION))


def test_the_past_is_for_reading_only(tom):
    said = words(tom.get(ACTION + "?as_of=2026-10-31"))
    assert "As known at 31 October 2026" in said or "No children’s data" in said
    assert "Add evidence" not in said


def test_those_who_may_only_read_are_offered_nothing_to_do(signed_in, plan):
    said = words(signed_in("anil").get(ACTION))
    assert "Add evidence" not in said
    assert "Say how far it has got" not in said


@pytest.mark.parametrize(
    "address", ["/plan/actions/9.9", "/plan/outcomes/4.z", "/plan/outcomes/9.a"]
)
def test_a_part_the_plan_does_not_have_is_no_page(tom, address):
    assert tom.get(address).status_code == 404


def test_history_is_told_in_sentences_newest_first(tom):
    tom.post("/plan/parts/4.1/evidence", EVIDENCE)
    said = words(tom.get("/plan/history/action/4.1"))
    assert "Tom Okafor recorded evidence for action 4.1: Dip sample" in said


def test_a_part_nothing_happened_to_says_so(tom):
    said = words(tom.get("/plan/history/outcome/4.b"))
    assert "Nothing has been done to it" in said or "on record" in said


@pytest.mark.parametrize("what", ["person/4.1", "action/9.9", "recommendation/77"])
def test_the_history_of_nothing_is_no_page(tom, what):
    assert tom.get(f"/plan/history/{what}").status_code == 404
