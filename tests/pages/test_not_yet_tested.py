"""A new plan may declare, once and for a year at most, that it is not tested yet."""

from datetime import timedelta

import pytest

from madegood.clock.periods import add_months
from madegood.clock.today import today
from madegood.plan.actions import NotDecided, accept_rest, confirm_draft, start_draft
from madegood.plan.inspection_actions import InspectionGiven, record_inspection
from madegood.plan.inspection_kinds import Kind
from madegood.plan.models import Plan
from tests.builders import a_reading
from tests.cast import person

ADOPTED = today() - timedelta(days=10)
UNTIL = today() + timedelta(days=50)


def words(answer):
    return answer.content.decode()


@pytest.fixture
def draft(db):
    kept = start_draft(by=person("priya"), reading=a_reading()).pk
    accept_rest(by=person("priya"), draft_id=kept)
    return kept


def adopt(browser, draft, until):
    sent = {"adopted_on": ADOPTED.isoformat(), "tested_from": until}
    return browser.post(f"/plan/import/{draft}/adopt", sent)


def test_it_is_declared_where_the_plan_is_confirmed_and_said_on_its_page(
    signed_in, draft
):
    priya = signed_in("priya")
    assert "Not yet tested before (optional)" in words(
        priya.get(f"/plan/import/{draft}")
    )
    assert adopt(priya, draft, f"{UNTIL:%-d/%-m/%Y}").status_code == 302
    page = words(priya.get("/plan"))
    assert "<strong>Not yet tested:</strong>" in page
    assert f"before {UNTIL:%-d %B %Y}" in page
    assert "Contradicted" not in page
    after = priya.get(f"/plan?as_of={ADOPTED.isoformat()}")
    assert "Not yet tested" in words(after)


def test_it_is_declared_for_a_plan_made_of_a_review(signed_in, db):
    held = record_inspection(
        by=person("priya"),
        given=InspectionGiven(Kind.PEER_REVIEW, recommendations=("Supervise weekly",)),
    )
    priya = signed_in("priya")
    sent = {
        "adopted_on": ADOPTED.isoformat(),
        "tested_from": UNTIL.isoformat(),
        "short": "PEER",
    }
    answer = priya.post(f"/inspections/{held.pk}/plan", sent)
    assert "Not yet tested" in words(priya.get(answer["Location"]))


@pytest.mark.parametrize(
    "until",
    [
        ADOPTED.isoformat(),
        add_months(ADOPTED, 13).isoformat(),
        "9999-12-31",
        "0001-01-01",
        "29/2/2027",
        "soon",
    ],
)
def test_a_day_that_would_put_off_testing_for_ever_is_refused(signed_in, draft, until):
    answer = adopt(signed_in("priya"), draft, until)
    assert answer.status_code == 400
    said = words(answer)
    assert "no later than" in said or "Enter a date" in said
    assert not Plan.objects.exists()


def test_the_command_line_may_not_either(draft):
    with pytest.raises(NotDecided, match="a year after"):
        confirm_draft(
            by=person("priya"),
            draft_id=draft,
            adopted_on=ADOPTED,
            tested_from=add_months(ADOPTED, 13),
        )
