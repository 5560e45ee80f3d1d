"""Nothing reaches the plan until a person has decided on every row of its draft."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from madegood.accounts.actions import Refused
from madegood.clock.moments import end_of_day
from madegood.clock.today import today
from madegood.intake.plans import Delivery
from madegood.plan import actions, queries
from madegood.plan.actions import NotDecided
from madegood.plan.queries import NoSuchThing
from madegood.trail.queries import latest
from tests.builders import ADOPTED, a_plan, a_reading, an_action
from tests.cast import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def priya():
    return person("priya")


@pytest.fixture
def draft(priya):
    made = actions.start_draft(by=priya, reading=a_reading())
    return queries.draft(made.pk)


def confirm(draft, by):
    return actions.confirm_draft(by=by, draft_id=draft.id, adopted_on=ADOPTED)


def test_a_reading_waits_as_a_draft(draft):
    assert (draft.decided, draft.total) == (0, 3)
    assert [d.id for d in queries.drafts()] == [draft.id]
    with pytest.raises(NoSuchThing, match="Import one first"):
        queries.plan()


def test_a_draft_with_undecided_rows_cannot_be_confirmed(draft, priya):
    actions.decide_row(by=priya, row_id=draft.rows[0].id, decision="accept")
    with pytest.raises(NotDecided, match="2 rows of"):
        confirm(draft, priya)


def test_each_row_says_who_decided_and_when(draft, priya):
    actions.decide_row(by=priya, row_id=draft.rows[1].id, decision="accept")
    row = queries.draft(draft.id).rows[1]
    assert (row.decision, row.decided_by) == ("accept", "Priya Shah")
    assert row.decided_at is not None


def test_what_was_read_is_kept_beside_what_was_changed(draft, priya):
    actions.decide_row(
        by=priya,
        row_id=draft.rows[1].id,
        decision="change",
        changed={"delivery": "in_progress"},
    )
    row = queries.draft(draft.id).rows[1]
    assert (row.read["delivery"], row.now["delivery"]) == ("complete", "in_progress")


def test_a_row_left_out_does_not_reach_the_plan(draft, priya):
    actions.decide_row(by=priya, row_id=draft.rows[2].id, decision="leave_out")
    actions.accept_rest(by=priya, draft_id=draft.id)
    confirm(draft, priya)
    [given] = queries.plan().recommendations
    assert (len(given.actions), len(given.outcomes)) == (1, 0)


def test_nothing_accepted_is_lost_under_a_recommendation_left_out(draft, priya):
    actions.decide_row(by=priya, row_id=draft.rows[0].id, decision="leave_out")
    actions.accept_rest(by=priya, draft_id=draft.id)
    with pytest.raises(NotDecided, match=r"4 is left out, but 4\.1, 4\.a under it"):
        confirm(draft, priya)


def test_a_number_that_is_printed_twice_loses_neither_recommendation(priya):
    reading = a_reading()
    twice = replace(reading, recommendations=reading.recommendations * 2)
    made = actions.start_draft(by=priya, reading=twice)
    actions.accept_rest(by=priya, draft_id=made.pk)
    actions.confirm_draft(by=priya, draft_id=made.pk, adopted_on=ADOPTED)
    plan = queries.plan()
    numbers = [(r.number, r.actions[0].number) for r in plan.recommendations]
    assert numbers == [("4", "4.1"), ("4-2", "4-2.1")]
    assert "kept as 4-2" in plan.findings[-1].message


def test_a_plan_is_not_adopted_on_a_day_still_to_come(draft, priya):
    actions.accept_rest(by=priya, draft_id=draft.id)
    with pytest.raises(NotDecided, match="still to come"):
        actions.confirm_draft(
            by=priya, draft_id=draft.id, adopted_on=today() + timedelta(days=1)
        )


def test_an_earlier_day_has_the_plan_of_that_day(draft, priya):
    actions.accept_rest(by=priya, draft_id=draft.id)
    confirm(draft, priya)
    newer = actions.start_draft(by=priya, reading=a_reading(outcomes=[]))
    actions.accept_rest(by=priya, draft_id=newer.pk)
    actions.confirm_draft(by=priya, draft_id=newer.pk, adopted_on=date(2026, 6, 1))
    assert queries.plan().recommendations[0].outcomes == ()
    assert queries.plan(end_of_day(date(2026, 5, 31))).recommendations[0].outcomes


def test_accepting_the_rest_is_one_act_recorded_as_such(draft, priya):
    assert actions.accept_rest(by=priya, draft_id=draft.id) == 3
    assert all(row.in_one_act for row in queries.draft(draft.id).rows)
    assert "accepted the remaining 3 rows" in latest()[0].sentence


def test_a_confirmed_draft_is_closed(draft, priya):
    actions.accept_rest(by=priya, draft_id=draft.id)
    confirm(draft, priya)
    with pytest.raises(NotDecided, match="was confirmed on"):
        actions.accept_rest(by=priya, draft_id=draft.id)
    assert queries.drafts() == []


@pytest.mark.parametrize(
    ("decision", "changed"),
    [("perhaps", None), ("change", {}), ("change", {"number": "9.9"})],
)
def test_a_decision_nobody_understands_is_refused(draft, priya, decision, changed):
    with pytest.raises(NotDecided):
        actions.decide_row(
            by=priya, row_id=draft.rows[1].id, decision=decision, changed=changed
        )


@pytest.mark.parametrize("name", ["tom", "anil", "dana", "sam"])
def test_only_a_plan_manager_imports(draft, name):
    with pytest.raises(Refused):
        actions.accept_rest(by=person(name), draft_id=draft.id)


def test_said_complete_stays_a_claim_with_its_words_and_its_lines():
    a_plan(actions=[an_action(owners=("Head of Service", "Principal Social Worker"))])
    [action] = queries.plan().recommendations[0].actions
    assert (action.delivery, action.progress) == (Delivery.COMPLETE, "Completed")
    assert [(o.post, o.accountable) for o in action.owner_views] == [
        ("Head of Service", True),
        ("Principal Social Worker", False),
    ]
    assert (action.source.first_line, action.source.file) == (4, "plan.txt")
