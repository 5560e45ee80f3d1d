"""Claims we cannot yet prove, contradictions, what was said before, and signs."""

import pytest

from madegood.intake.plans import PlanFinding
from tests.builders import a_plan, an_action, an_outcome

PAGES = [
    "/plan/unproved",
    "/plan/contradictions",
    "/plan/signs",
    "/plan/said-before",
    "/plan/outcomes",
]
INSIDE = PlanFinding(
    "contradiction",
    "4.1 and 4.a",
    "4.1 says “cease threshold visits”, but 4.a says “… visits continue to …”.",
    "Ask which is true now.",
)


def words(answer):
    return answer.content.decode()


@pytest.fixture
def tom(signed_in, db):
    a_plan(
        actions=[an_action(), an_action("4.2", "Write the process down")],
        outcomes=[an_outcome()],
        findings=[INSIDE],
    )
    return signed_in("tom")


@pytest.mark.parametrize("address", PAGES)
def test_there_is_a_page_with_a_way_to_the_others(tom, address):
    answer = tom.get(address)
    assert answer.status_code == 200
    assert tom.get(f"{address}?as_of=2020-01-01").status_code == 200
    assert tom.get(f"{address}?plan=NOPE").status_code == 404


@pytest.mark.parametrize("address", PAGES)
def test_without_a_plan_the_page_says_what_to_do(signed_in, db, address):
    assert "No plan" in words(signed_in("tom").get(address))


def test_a_complete_claim_with_nothing_to_show_says_what_is_missing_and_from_whom(tom):
    said = words(tom.get("/plan/unproved"))
    assert "2 of the 2 actions said to be complete cannot yet be proved" in said
    assert "A document that shows it was done." in said
    assert "From: Head of Service Children’s Commissioning." in said


def test_a_contradiction_has_both_sides_words_and_where_they_stand(tom):
    said = words(tom.get("/plan/contradictions"))
    assert "Between two places in the plan" in said
    assert "“cease threshold visits”" in said
    assert "“… visits continue to …”" in said
    assert "Nothing was found between the plan and what is shown" in said


@pytest.mark.parametrize(
    ("address", "held"),
    [
        ("/plan/unproved", "What is missing"),
        ("/plan/contradictions", "cease threshold visits"),
        ("/plan/signs", "Nothing to see."),
        ("/plan/said-before", "not in the next list"),
    ],
)
def test_the_rows_can_be_taken_away(tom, address, held):
    answer = tom.get(f"{address}?as=csv")
    assert answer["Content-Type"].startswith("text/csv")
    assert "attachment" in answer["Content-Disposition"]
    assert held in answer.content.decode("utf-8-sig")


def test_a_sign_says_its_rule_and_nothing_to_see_too(tom):
    said = words(tom.get("/plan/signs"))
    assert (
        "An action said to be complete for which nobody has recorded anything" in said
    )
    assert "2 of 2" in said
    assert "Nothing to see." in said


def test_a_recommendation_is_told_who_else_was_told_the_same(tom):
    said = words(tom.get("/plan/recommendations/4/said-before"))
    assert "About: Missing children and exploitation" in said
    assert "Enfield" in said
    assert tom.get("/plan/recommendations/99/said-before").status_code == 404


def test_the_topics_are_a_picture_with_a_table(tom):
    said = words(tom.get("/plan/said-before"))
    assert "chart--topics" in said
    assert "The same as a table, by year" in said
    assert "● Missing children and exploitation" in said
