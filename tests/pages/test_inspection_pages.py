"""Inspections and reviews on their pages: recorded, corrected, answered."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from madegood.plan import inspections as found
from madegood.plan.inspection_actions import InspectionGiven, record_inspection
from madegood.plan.inspection_kinds import Kind
from tests.cast import person

WHOLE = {
    "kind": "ilacs",
    "started": "2025-10-06",
    "ended": "17/10/2025",
    "received": "2025-11-21",
    "judgements": "The experiences and progress of children in care: Good",
    "recommendations": "1. Return home interviews: offer and take up\n\n• The quality of audits",
    "plan": "ILACS20",
}
REPORT = """Oakshire local authority
Focused visit to Oakshire local authority children’s services
Inspection dates: 23 June 2021 to 24 June 2021
What needs to improve
• The quality of assessments.
• The timeliness of visits to children.
"""


def test_one_is_recorded_by_hand_with_its_clocks(signed_in, plan):
    priya = signed_in("priya")
    answer = priya.post("/inspections/add", WHOLE)
    assert answer.status_code == 302, answer.content.decode()
    page = priya.get(answer["Location"]).content.decode()
    for words in (
        "The inspection is on record",
        "4 March 2026",
        "Late by",
        "Recommendation 4",
        "Nothing in the plan",
        "nothing like <strong>1</strong> of these 2",
    ):
        assert words in page
    every = signed_in("tom").get("/inspections").content.decode()
    assert "2 things owed after them are late" in every
    assert "Record one by hand" not in every
    assert "written statement of proposed action" in priya.get("/plan").content.decode()


def test_one_that_is_sent_twice_is_recorded_once(signed_in, plan):
    priya = signed_in("priya")
    assert priya.post("/inspections/add", WHOLE).status_code == 302
    before = len(found.inspections())
    again = priya.post("/inspections/add", WHOLE)
    assert again.status_code == 400
    assert "is on record already" in again.content.decode()
    assert len(found.inspections()) == before
    # Another of the same kind is another.
    later = WHOLE | {"received": "2025-11-24"}
    assert priya.post("/inspections/add", later).status_code == 302


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"kind": ""}, "Choose what it was"),
        ({"kind": "ofsted"}, "from the list"),
        ({"started": "yesterday"}, "Enter a date, such as"),
        ({"started": "2025-10-20"}, "before the first"),
        ({"ended": ""}, "Enter the last day too"),
        ({"started": ""}, "Enter the first day too"),
        ({"received": "2099-01-01"}, "still to come"),
        ({"received": "0001-01-01"}, "check the year"),
        ({"draft_sent_on": "2025-11-01"}, "before the report was received"),
        ({"judgements": "Good"}, "has no grade"),
        ({"judgements": "Leaders:"}, "has no grade"),
        ({"recommendations": "x " * 1500}, "longer than a recommendation"),
        ({"recommendations": "x\n" * 80}, "no report has more than"),
        ({"plan": "NONE"}, "Choose one of the plans"),
        ({"title": "x" * 301}, "300 characters"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_lost(
    signed_in, plan, given, says
):
    answer = signed_in("priya").post("/inspections/add", WHOLE | given)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert says in page
    assert "There is a problem" in page
    if "recommendations" not in given:
        assert "The quality of audits" in page
    assert len(found.inspections()) == 1


def test_a_report_is_read_and_offered_before_it_is_recorded(signed_in, db):
    sent = SimpleUploadedFile("letter.txt", REPORT.encode())
    answer = signed_in("priya").post("/inspections/read", {"report": sent})
    page = answer.content.decode()
    assert "The timeliness of visits to children." in page
    assert 'value="focused_visit" selected' in page
    assert 'value="2021-06-23"' in page
    assert found.inspections() == []


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02", b"hello", b"%PDF-1.4 broken", b"PK\x03\x04zip"]
)
def test_what_is_no_report_is_said_so(signed_in, db, content):
    sent = SimpleUploadedFile("letter.pdf", content)
    answer = signed_in("priya").post("/inspections/read", {"report": sent})
    assert answer.status_code == 400
    assert "There is a problem" in answer.content.decode()


@pytest.fixture
def review(db):
    given = InspectionGiven(
        Kind.PEER_REVIEW, recommendations=("Supervise more often", "Audit together")
    )
    return record_inspection(by=person("priya"), given=given)


def test_a_plan_is_made_of_a_review_that_has_no_document(signed_in, plan, review):
    priya = signed_in("priya")
    page = priya.get(f"/inspections/{review.pk}").content.decode()
    assert "Make a plan of these recommendations" in page
    bad = priya.post(f"/inspections/{review.pk}/plan", {"adopted_on": "soon"})
    assert bad.status_code == 400
    where = f"/inspections/{review.pk}/plan"
    answer = priya.post(where, {"adopted_on": "2026-02-02", "short": "peer"})
    assert answer["Location"] == "/plans/PEER"
    page = priya.get("/plans/PEER").content.decode()
    assert "Supervise more often" in page
    again = priya.post(where, {"adopted_on": "2026-02-02"})
    assert "answers this inspection already" in again.content.decode()


def test_what_is_on_record_is_corrected(signed_in, review):
    priya = signed_in("priya")
    where = f"/inspections/{review.pk}/change"
    page = priya.get(where).content.decode()
    assert "Supervise more often" in page
    sent = {"kind": "peer_review", "recommendations": "Supervise weekly"}
    assert priya.post(where, sent).status_code == 302
    [one] = found.inspections()
    assert [line.text for line in one.recommendations] == ["Supervise weekly"]
    assert priya.get("/inspections/99/change").status_code == 404
    assert priya.get("/inspections/99").status_code == 404


def test_an_earlier_day_has_the_clock_of_that_day(signed_in, plan):
    priya = signed_in("priya")
    priya.post("/inspections/add", WHOLE)
    page = priya.get("/plan?as_of=2026-03-03").content.decode()
    assert "1 working day left" in page
    assert date(2026, 3, 4) in [d.due for i in found.inspections() for d in i.duties]
