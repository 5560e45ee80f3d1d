"""A newer version of a plan changes it in place, and nothing that was said is lost."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from madegood.assurance.actions import attach_test
from madegood.assurance.suggested import Suggestion
from madegood.clock.moments import end_of_day
from madegood.clock.today import today
from madegood.intake.plans import Delivery, PlanReading, Recommendation
from madegood.plan import actions, queries
from madegood.plan.actions import NotDecided
from madegood.plan.draft_models import Rewording
from madegood.plan.finding import NoSuchThing, find_action
from madegood.plan.newer import Differs, Row, compare
from madegood.plan.newer_actions import Agreed, adopt_newer
from madegood.trail.queries import latest
from tests.builders import LINE, a_plan, a_reading, an_action, an_outcome
from tests.cast import person

REVIEW, MONITOR = (
    "Review the specification",
    "Monthly contract monitoring of interviews",
)
AGREED = Agreed(date(2026, 6, 1), "Improvement Board", "the tender was late")


@pytest.fixture
def plan(db):
    return a_plan(
        actions=[an_action(due="2026-03-31"), an_action("4.2", MONITOR)],
        outcomes=[an_outcome(), an_outcome("4.b", "Children feel listened to")],
    )


def newer(actions_given=None, outcomes=None, more=()):
    """A draft of a newer version; what is not said is as it was."""
    same = [an_action(due="2026-03-31"), an_action("4.2", MONITOR)]
    reading = a_reading(
        actions=same if actions_given is None else actions_given,
        outcomes=[an_outcome(), an_outcome("4.b", "Children feel listened to")]
        if outcomes is None
        else outcomes,
    )
    whole = PlanReading(
        reading.inspection, (*reading.recommendations, *more), (), files=("v2.docx",)
    )
    by = person("priya")
    return queries.draft(actions.start_draft(by=by, reading=whole, into="ILACS20").pk)


def adopt(draft, agreed=AGREED):
    by = person("priya")
    actions.accept_rest(by=by, draft_id=draft.id)
    return adopt_newer(by=by, draft_id=draft.id, agreed=agreed)


def told(draft):
    return {r.number: r.differs for r in draft.rows if r.differs != "same"}


def what(draft, number):
    [row] = [r for r in draft.rows if r.number == number]
    return {d["what"]: (d["was"], d["to"]) for d in row.differences}


def row(number, text, kind="action", at=0, **given):
    return Row(kind, at, number.rsplit(".", 1)[0], number, text, **given)


def test_a_row_put_in_at_the_top_changes_nothing_below_it():
    held = [
        row("4", "Interviews", "recommendation", 1),
        row("4.1", REVIEW, at=11),
        row("4.2", MONITOR, at=12),
    ]
    read = [
        row("4", "Interviews", "recommendation", 0),
        row("4.1", "Appoint a commissioner for return interviews", at=1),
        row("4.2", REVIEW, at=2),
        row("4.3", MONITOR, at=3),
    ]
    pairs = compare(held, read)
    assert [p.differs for p in pairs] == [
        Differs.SAME,
        Differs.ADDED,
        Differs.SAME,
        Differs.SAME,
    ]
    assert [p.held.id for p in pairs if p.held] == [1, 11, 12]


def test_a_recommendation_moved_up_the_list_takes_its_rows_with_it():
    held = [
        row("1", "Audits", "recommendation", 1),
        row("1.1", "Audit each month", at=11),
        row("2", "Return interviews", "recommendation", 2),
        row("2.1", "Audit each month together", at=21),
    ]
    read = [
        row("1", "Return interviews", "recommendation", 0),
        row("1.1", "Audit each month together with health", at=1),
        row("2", "Audits", "recommendation", 2),
        row("2.1", "Audit each month", at=3),
    ]
    pairs = {p.read.number: p.held.id for p in compare(held, read) if p.held and p.read}
    assert pairs == {"1": 2, "1.1": 21, "2": 1, "2.1": 11}


def test_the_same_version_again_asks_nothing(plan):
    draft = newer()
    assert (told(draft), draft.total) == ({}, 0)
    adopt(draft, Agreed(date(2026, 6, 1)))
    assert len(queries.plan().recommendations[0].actions) == 2


def test_each_change_is_shown_against_what_is_held(plan):
    draft = newer(
        [
            an_action(
                text="Review the whole specification",
                due="2026-09-30",
                owners=("Director",),
                progress="Provider changed",
                delivery=Delivery.IN_PROGRESS,
            ),
            an_action("4.2", "Buy a new case system"),
        ],
        outcomes=[an_outcome()],
    )
    assert told(draft) == {"4.1": "changed", "4.2": "gone", "4.b": "gone"} | {
        "4.2": told(draft)["4.2"]
    }
    assert sorted(r.differs for r in draft.rows if r.number == "4.2") == [
        "added",
        "gone",
    ]
    found = what(draft, "4.1")
    assert set(found) == {"words", "date", "owners", "delivery", "progress"}
    assert found["date"] == ("31 March 2026", "30 September 2026")


def test_taking_it_keeps_every_claim_date_owner_piece_of_evidence_and_test(plan):
    priya = person("priya")
    attach_test(
        by=priya, number="4.1", test=Suggestion("document", "The specification")
    )
    before = find_action("4.1")
    adopt(
        newer(
            [
                an_action(
                    text="Review the whole specification",
                    due="2026-09-30",
                    owners=("Director",),
                    progress="Provider changed",
                    delivery=Delivery.IN_PROGRESS,
                ),
                an_action("4.2", MONITOR),
            ]
        )
    )
    assert find_action("4.1").pk == before.pk
    action = queries.plan().recommendations[0].actions[0]
    assert action.text == "Review the whole specification"
    assert [c.delivery.value for c in action.claims] == ["complete", "in_progress"]
    assert (action.original_due, action.due) == (date(2026, 3, 31), date(2026, 9, 30))
    assert action.moves[-1].agreed_by == "Improvement Board"
    assert action.owners == ("Director",)
    assert before.tests.count() == 1
    then = queries.plan(end_of_day(date(2026, 5, 31))).recommendations[0].actions[0]
    assert then.text == "Review the specification"
    assert then.owners == ("Head of Service Children’s Commissioning",)
    assert then.claimed_complete
    assert Rewording.objects.get().was == "Review the specification"
    assert "1 rows changed" in latest()[0].sentence


def test_what_is_gone_is_marked_with_a_reason_and_stays(plan):
    draft = newer([an_action(due="2026-03-31")])
    by = person("priya")
    [gone] = [r for r in draft.rows if r.differs == "gone"]
    with pytest.raises(NotDecided, match=r"no 4\.2 any more"):
        adopt(draft, Agreed(date(2026, 6, 1)))
    why = {"why": "the contract has ended"}
    actions.decide_row(by=by, row_id=gone.id, decision="change", changed=why)
    adopt(draft, Agreed(date(2026, 6, 1)))
    action = queries.plan().recommendations[0].actions[1]
    assert action.left_out_on == date(2026, 6, 1)
    assert action.left_out_why == "the contract has ended"
    assert queries.plan(end_of_day(date(2026, 5, 1))).recommendations[0].actions[
        1
    ].left_out_on is None  # fmt: skip
    assert told(newer([an_action(due="2026-03-31")])) == {}
    assert what(newer(), "4.2") == {
        "back": ("left out of the version before", "in the plan again")
    }
    adopt(newer())
    assert queries.plan().recommendations[0].actions[1].left_out_on is None


def test_what_is_left_as_it_is_stays_as_it_is(plan):
    draft = newer([an_action(text="Review the whole specification")], outcomes=[])
    for each in draft.rows:
        if each.differs != "same":
            actions.decide_row(by=person("priya"), row_id=each.id, decision="leave_out")
    adopt(draft, Agreed(date(2026, 6, 1)))
    rec = queries.plan().recommendations[0]
    assert rec.actions[0].text == "Review the specification"
    assert (len(rec.actions), len(rec.outcomes)) == (2, 2)


def test_a_new_row_gets_a_number_that_no_part_ever_had(plan):
    new = Recommendation(
        "5",
        "The quality of audits",
        "plan",
        LINE,
        (an_action("5.1", "Audit each month"),),
    )
    adopt(
        newer(
            [
                an_action("4.1", "Appoint a commissioner"),
                an_action("4.2", due="2026-03-31"),
                an_action("4.3", MONITOR),
            ],
            more=[new],
        )
    )
    rec, other = queries.plan().recommendations
    numbers = {a.text: a.number for a in rec.actions}
    assert numbers == {REVIEW: "4.1", MONITOR: "4.2", "Appoint a commissioner": "4.3"}
    assert [a.number for a in other.actions] == ["5.1"]


def test_a_date_does_not_move_without_who_agreed_and_why(plan):
    draft = newer([an_action(due="2026-09-30"), an_action("4.2", MONITOR)])
    for agreed in (Agreed(date(2026, 6, 1)), replace(AGREED, by=" ")):
        with pytest.raises(NotDecided, match=r"The date of 4\.1 moves"):
            adopt(draft, agreed)
    assert find_action("4.1").due == date(2026, 3, 31)


def test_a_newer_version_is_not_confirmed_as_a_plan_of_its_own(plan):
    draft = newer([an_action(text="Review the whole specification")])
    by = person("priya")
    actions.accept_rest(by=by, draft_id=draft.id)
    with pytest.raises(NotDecided, match="newer version of ILACS20"):
        actions.confirm_draft(by=by, draft_id=draft.id, adopted_on=date(2026, 6, 1))
    with pytest.raises(NotDecided, match="still to come"):
        adopt(draft, replace(AGREED, on=today() + timedelta(days=1)))
    own = actions.start_draft(by=by, reading=a_reading())
    actions.accept_rest(by=by, draft_id=own.pk)
    with pytest.raises(NotDecided, match="plan of its own"):
        adopt_newer(by=by, draft_id=own.pk, agreed=AGREED)
    with pytest.raises(NoSuchThing):
        actions.start_draft(by=by, reading=a_reading(), into="NONE")
