"""An inspection is a thing of its own; a plan answers it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from madegood.accounts.actions import Refused
from madegood.clock.today import today
from madegood.intake.plans import Improvement, Inspection
from madegood.plan import actions, queries
from madegood.plan import inspection_actions as recording
from madegood.plan import inspections as found
from madegood.plan.by_hand_actions import plan_by_hand
from madegood.plan.inspection_actions import InspectionGiven, NotRecorded
from madegood.plan.inspection_kinds import Kind
from madegood.trail.queries import latest
from tests.builders import ADOPTED, LINE, a_plan, a_reading
from tests.cast import person

pytestmark = pytest.mark.django_db
REVIEW = InspectionGiven(
    Kind.LEARNING_REVIEW,
    title="Learning review: neglect",
    recommendations=("Train every team in neglect", "Audit neglect each quarter"),
)


def recorded(given=REVIEW):
    return recording.record_inspection(by=person("priya"), given=given)


def test_a_review_is_entered_by_hand_and_a_plan_made_of_it_without_a_document():
    a_plan()
    made = recorded()
    plan = plan_by_hand(
        by=person("priya"), inspection_id=made.pk, adopted_on=date(2026, 4, 1)
    )
    assert plan.short == "LR26"
    view = queries.plan(short="LR26")
    assert [r.number for r in view.recommendations] == ["LR26:1", "LR26:2"]
    assert view.recommendations[0].in_report == "Train every team in neglect"
    assert queries.plan().id != plan.pk
    one = found.inspection(made.pk)
    assert one.recommendations[1].answered_by == ("LR26:2",)
    assert "2 recommendations" in latest()[0].sentence


def test_an_ilacs_needs_no_overall_grade():
    areas = {"The experiences and progress of children in care": "Good"}
    made = recorded(InspectionGiven(Kind.ILACS, judgements=areas))
    assert found.inspection(made.pk).judgements == areas


def test_reading_a_plan_with_its_report_puts_the_inspection_on_record():
    lines = ("Return home interviews: their offer and take up", "Something else again")
    report = Inspection(
        "Oakshire",
        "focused visit",
        "2021-06-23",
        "2021-06-24",
        "2021-08-02",
        recommendations=tuple(
            Improvement(str(n), text, LINE) for n, text in enumerate(lines, 1)
        ),
    )
    by = person("priya")
    reading = replace(a_reading(), inspection=report)
    draft = actions.start_draft(by=by, reading=reading)
    actions.accept_rest(by=by, draft_id=draft.pk)
    plan = actions.confirm_draft(by=by, draft_id=draft.pk, adopted_on=ADOPTED)
    assert plan.short == "FV21"
    [one] = [each for each in found.inspections() if each.plan == "FV21"]
    assert (one.kind, one.started) == (Kind.FOCUSED_VISIT, date(2021, 6, 23))
    assert [line.answered_by for line in one.recommendations] == [("4",), ()]
    assert one.unanswered == 1
    assert queries.inspected_on() == date(2021, 6, 24)


def test_report_and_plan_are_reconciled_both_ways():
    a_plan()
    made = recorded(replace(REVIEW, plan="ILACS20"))
    one = found.inspection(made.pk)
    assert one.unanswered == 2
    assert [line.number for line in one.not_asked] == ["4"]


def test_what_is_changed_leaves_what_it_was_in_the_trail():
    made = recorded()
    wanted = replace(REVIEW, received=date(2026, 2, 2), priority_action=True)
    recording.change_inspection(by=person("priya"), inspection_id=made.pk, given=wanted)
    assert "received, priority action" in latest()[0].sentence
    before = len(latest())
    recording.change_inspection(by=person("priya"), inspection_id=made.pk, given=wanted)
    assert len(latest()) == before


DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"started": DAY}, "both the first and the last"),
        ({"started": DAY, "ended": DAY - timedelta(days=1)}, "ends before it starts"),
        ({"received": date(2099, 1, 1)}, "still to come"),
        ({"published": date(1066, 10, 14)}, "Check the years"),
        (
            {"received": DAY, "draft_sent_on": DAY - timedelta(days=2)},
            "before the report",
        ),
        (
            {"started": DAY, "ended": DAY, "received": DAY - timedelta(days=9)},
            "before the inspection started",
        ),
    ],
)
def test_days_that_cannot_be_are_refused_in_words(given, says):
    with pytest.raises(NotRecorded, match=says):
        recorded(replace(REVIEW, **given))


def test_a_plan_is_not_made_twice_nor_of_nothing_nor_before_its_day():
    made = recorded()
    act = {"by": person("priya"), "inspection_id": made.pk}
    with pytest.raises(NotRecorded, match="still to come"):
        plan_by_hand(**act, adopted_on=today() + timedelta(days=1))
    with pytest.raises(NotRecorded, match="short name"):
        plan_by_hand(**act, adopted_on=ADOPTED, short="a:b")
    plan_by_hand(**act, adopted_on=ADOPTED)
    with pytest.raises(NotRecorded, match="answers this inspection already"):
        plan_by_hand(**act, adopted_on=ADOPTED)
    bare = recorded(InspectionGiven(Kind.PEER_REVIEW))
    with pytest.raises(NotRecorded, match="no recommendations"):
        plan_by_hand(by=person("priya"), inspection_id=bare.pk, adopted_on=ADOPTED)


@pytest.mark.parametrize("name", ["tom", "anil", "sam"])
def test_only_a_plan_manager_records_one(name):
    with pytest.raises(Refused):
        recording.record_inspection(by=person(name), given=REVIEW)


def test_no_such_inspection_is_said_so():
    with pytest.raises(found.NoSuchThing):
        found.inspection(99)
    with pytest.raises(found.NoSuchThing):
        recording.change_inspection(by=person("priya"), inspection_id=9, given=REVIEW)
