"""The real plan, against a table made by eye."""

from collections import Counter

import pytest

from madegood.intake.plans import PlanReading, read_plan
from tests.plans import solihull_truth
from tests.plans.places import PLAN, REPORT


@pytest.fixture(scope="module")
def reading() -> PlanReading:
    return read_plan(PLAN, REPORT)


def found(reading: PlanReading, kind: str) -> list[str]:
    return [f.where for f in reading.findings if f.kind == kind]


def test_ten_recommendations_fifty_one_rows_fifty_two_actions_thirty_four_outcomes(
    reading,
):
    assert [r.number for r in reading.recommendations] == [str(n) for n in range(1, 11)]
    assert (reading.rows, len(reading.actions), len(reading.outcomes)) == (51, 52, 34)


@pytest.mark.parametrize("row", solihull_truth.actions(), ids=lambda row: row[0])
def test_every_action_is_read_as_by_eye(reading, row):
    number, begins, owners, delivery = row
    action = next(a for a in reading.actions if a.number == number)
    assert action.text.startswith(begins)
    assert (action.owners, action.delivery) == (owners, delivery)


def test_forty_five_rows_are_reported_complete(reading):
    complete = {a.source.first_line: a for a in reading.actions}
    rows = {
        (a.number.split(".")[0], a.row)
        for a in complete.values()
        if a.delivery.startswith("complete")
    }
    assert len(rows) == 45


def test_outcomes_are_counted_per_recommendation(reading):
    counts = {int(r.number): len(r.outcomes) for r in reading.recommendations}
    assert counts == solihull_truth.OUTCOMES


def test_three_outcomes_can_be_counted(reading):
    countable = [o.number for o in reading.outcomes if o.countable]
    assert countable == solihull_truth.COUNTABLE


def test_the_lost_heading_comes_from_the_report(reading):
    sixth = reading.recommendations[5]
    assert sixth.title_source == "report"
    assert sixth.title.startswith("The timeliness of reviews of children in need of")
    assert found(reading, "heading_recovered") == ["6"]


def test_without_the_report_the_lost_heading_stays_lost():
    alone = read_plan(PLAN)
    assert alone.recommendations[5].title is None
    assert found(alone, "heading_missing") == ["6"]


def test_threshold_visits_cannot_both_cease_and_continue(reading):
    assert found(reading, "contradiction") == [
        "3.2 and 3.1",
        "3.2 and 3.b",
        "3.2 and 3.c",
    ]


def test_findings_name_what_the_plan_lacks(reading):
    kinds = Counter(f.kind for f in reading.findings)
    assert {"no_target_date", "no_named_person", "no_evidence"} <= set(kinds)
    assert (kinds["two_actions"], kinds["two_statuses"]) == (1, 1)


def test_seventeen_rows_have_joint_owners(reading):
    rows = {
        (a.number.split(".")[0], a.row) for a in reading.actions if len(a.owners) > 1
    }
    assert len(rows) == 17


@pytest.mark.parametrize(
    ("number", "promised"),
    [
        ("1.1", [("2 months", None)]),
        ("2.2", [(None, "summer 2021")]),
        ("3.1", [(None, "next Audit in summer 2021")]),
        ("4.6", [("month", None), ("quarter", None)]),
        ("7.3", [("quarter", None)]),
        ("1.3", []),
    ],
)
def test_promises_inside_other_words(reading, number, promised):
    action = next(a for a in reading.actions if a.number == number)
    assert [(c.every, c.due) for c in action.commitments] == promised


@pytest.mark.parametrize(
    ("number", "to"),
    [
        ("1.5", ("1.4",)),
        ("4.2", ("1",)),
        ("8.5", ("1",)),
        ("9.5", ("9.1", "9.2", "9.3", "9.4")),
        ("10.1", ("10.2",)),
    ],
)
def test_references_to_other_parts_of_the_plan(reading, number, to):
    assert next(a for a in reading.actions if a.number == number).refers_to == to


def test_every_field_keeps_its_lines(reading):
    lines = PLAN.read_text(encoding="utf-8").split("\n")
    for action in reading.actions:
        assert {"text", "owners", "progress"} <= set(action.sources)
        for source in action.sources.values():
            first = source.text.split("\n")[0].strip()
            assert first in lines[source.first_line - 1]


def test_trailing_spaces_and_indents_are_not_needed(reading):
    bare = "\n".join(n.strip() for n in PLAN.read_text(encoding="utf-8").split("\n"))
    again = read_plan(bare)
    assert [a.text for a in again.actions] == [a.text for a in reading.actions]
    assert [a.owners for a in again.actions] == [a.owners for a in reading.actions]
