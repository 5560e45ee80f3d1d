"""Every plan on one page, and each part of any plan on its own."""

from dataclasses import replace
from datetime import date

import pytest

from madegood.intake.plans import Inspection
from madegood.plan import actions, queries
from tests.builders import a_reading
from tests.cast import person


@pytest.fixture
def two(plan):
    by = person("priya")
    kind = Inspection(kind="joint targeted area inspection", published="2022-02-21")
    reading = replace(a_reading(), inspection=kind)
    draft = actions.start_draft(by=by, reading=reading)
    actions.accept_rest(by=by, draft_id=draft.pk)
    return actions.confirm_draft(
        by=by, draft_id=draft.pk, adopted_on=date(2026, 3, 1), title="After the JTAI"
    )


def test_without_a_plan_the_page_says_what_to_do(signed_in):
    assert "Read a plan in" in signed_in("priya").get("/plans").content.decode()


def test_all_plans_stand_on_one_page_with_how_they_stand(signed_in, two):
    page = signed_in("tom").get("/plans").content.decode()
    assert "2 plans are at work at once" in page
    assert "The main plan" in page
    assert "/plans/JTAI22" in page
    assert "End it" not in page


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/plans/JTAI22", "JTAI22, said and shown"),
        ("/plans/jtai22", "JTAI22, said and shown"),
        ("/plans/ILACS20", "The plan, said and shown"),
        ("/plan/recommendations/JTAI22:4", "/plan/actions/JTAI22:4.1"),
        ("/plan/recommendations/JTAI22:4/line-of-sight", "Plan JTAI22"),
        ("/plan/actions/JTAI22:4.1", "Recommendation JTAI22:4"),
        ("/plan/outcomes/JTAI22:4.a", "Recommendation JTAI22:4"),
        ("/plan/history/action/JTAI22:4.1", "Plan JTAI22"),
    ],
)
def test_a_part_of_any_plan_has_its_page(signed_in, two, address, words):
    answer = signed_in("priya").get(address)
    assert answer.status_code == 200
    assert words in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    ["/plans/NONE", "/plan/actions/NONE:4.1", "/plan/recommendations/JTAI22:9"],
)
def test_what_is_of_no_plan_is_not_found(signed_in, two, address):
    assert signed_in("priya").get(address).status_code == 404


def test_a_claim_on_another_plans_page_is_of_that_plan(signed_in, two):
    sent = {"claim-delivery": "in_progress", "delivery": "in_progress"}
    words = {"claim-words": "the audit found it undone", "words": "the audit says so"}
    answer = signed_in("priya").post("/plan/parts/JTAI22:4.1/claim", sent | words)
    assert answer["Location"].startswith("/plan/actions/JTAI22:4.1")
    theirs = queries.plan(short="JTAI22").recommendations[0].actions[0]
    assert not theirs.claimed_complete
    assert queries.plan().recommendations[0].actions[0].claimed_complete


def test_the_main_plan_is_chosen_with_a_reason(signed_in, two):
    priya = signed_in("priya")
    assert priya.post("/plans/JTAI22/main", {"why": "so"}).status_code == 400
    answer = priya.post("/plans/JTAI22/main", {"why": "it replaces the old one"})
    assert answer["Location"] == "/plans?done=main"
    page = priya.get("/plan").content.decode()
    assert "The plan, said and shown" in page
    assert (
        "/plan/recommendations/ILACS20:4"
        in priya.get("/plans/ILACS20").content.decode()
    )
    assert queries.plan().short == "JTAI22"


def test_a_plan_ends_with_a_reason_and_stays_readable(signed_in, two):
    priya = signed_in("priya")
    assert "End JTAI22" in priya.get("/plans/JTAI22/end").content.decode()
    refused = priya.post("/plans/ILACS20/end", {"why": "it is all done now"})
    assert "main plan" in refused.content.decode()
    answer = priya.post("/plans/JTAI22/end", {"why": "the partners signed it off"})
    assert answer["Location"] == "/plans?done=ended"
    assert "The partners signed it off" in priya.get("/plans").content.decode()
    assert priya.get("/plans/JTAI22").status_code == 200


@pytest.mark.parametrize(
    "page", ["unproved", "contradictions", "outcomes", "signs", "said-before"]
)
def test_every_plan_leads_to_its_own_doubts(signed_in, two, page):
    priya = signed_in("priya")
    address = f"/plan/{page}?plan=JTAI22"
    assert address in priya.get("/plans/JTAI22").content.decode()
    found = priya.get(address).content.decode()
    assert '<span class="mg-caption">JTAI22</span>' in found
    # From there to the others, without falling back to the main plan.
    if page != "outcomes":
        other = "signs" if page == "unproved" else "unproved"
        assert f"/plan/{other}?plan=JTAI22" in found
    on = priya.get("/plans/JTAI22?as_of=2026-10-01").content.decode()
    assert f"/plan/{page}?as_of=2026-10-01&amp;plan=JTAI22" in on
