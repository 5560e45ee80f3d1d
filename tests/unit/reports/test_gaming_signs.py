"""Each sign of a plan made to look better than it is, by its rule."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from madegood.plan import actions, queries
from madegood.plan.progress import Delivery
from madegood.reports import gaming_signs as signs
from madegood.reports.gaming import panel
from madegood.reports.gaming_signs import AskedFact, EvidenceFact
from tests.builders import a_plan, an_action
from tests.cast import person

DAY = date(2026, 3, 2)
FACT = EvidenceFact("4.1", "Dip sample", "seen", DAY, DAY, by_an_owner=False)


@pytest.fixture
def view(db):
    a_plan(actions=[an_action(), an_action("4.2", delivery=Delivery.IN_PROGRESS)])
    return queries.plan()


def test_evidence_recorded_and_checked_on_the_day_of_a_report():
    later = replace(FACT, checked_on=DAY + timedelta(days=1))
    assert signs.on_the_day([FACT, later], [DAY]).count == 1
    assert signs.on_the_day([FACT], [DAY + timedelta(days=1)]).count == 0


def test_samples_that_an_owner_recorded():
    own = replace(FACT, by_an_owner=True)
    document = replace(own, rung="done")
    found = signs.own_samples([FACT, own, document])
    assert (found.count, found.out_of) == (1, 2)


def test_a_target_lowered_and_a_test_withdrawn_are_told():
    lowered = AskedFact("4.1", "Interviews", "70%, where an earlier one asks 85%")
    gone = AskedFact("4.2", "Sample", "", "it asked the wrong thing")
    found = signs.tests_made_easier([lowered, gone, AskedFact("4.3", "Other", "")])
    assert (found.count, found.out_of) == (2, 3)


@pytest.mark.parametrize(
    ("days", "count"), [(0, 1), (1, 1), (6, 1), (7, 0), (30, 0), (-1, 0)]
)
def test_a_claim_that_went_up_just_before_a_board(view, days, count):
    rec = view.recommendations[0]
    claim = replace(rec.actions[0].claims[0], said_on=DAY)
    action = replace(rec.actions[0], claims=(claim,))
    plan = replace(view, recommendations=(replace(rec, actions=(action,)),))
    assert signs.just_before(plan, [DAY + timedelta(days=days)]).count == count


def test_what_the_plan_said_when_it_was_adopted_is_no_claim_that_went_up(view):
    assert signs.just_before(view, [view.adopted_on]).count == 0


@pytest.mark.parametrize(("age", "old"), [(35, 0), (36, 1)])
def test_measures_that_were_not_refreshed(age, old):
    assert signs.stale(DAY - timedelta(days=age), DAY).count == old


def test_a_ledger_tells_dates_moved_and_who_agreed_by_post_alone(view):
    priya = person("priya")
    for to, who in ((date(2026, 6, 1), "Jo Brown"), (date(2027, 6, 1), "Jo Brown")):
        actions.move_date(
            by=priya, number="4.1", to=to, agreed_by=who, why="waiting for a supplier"
        )
    _, found = panel()
    moved = next(sign for sign in found if sign.id == "dates_moved")
    assert (moved.count, moved.out_of) == (1, 1)
    assert "moved 1 time" in moved.lines[0].says
    assert "somebody by name" in moved.lines[0].says
    assert "Jo Brown" not in moved.lines[0].says


def test_a_colour_set_by_hand_again():
    found = signs.overrides_renewed({"4.1": 1, "4.2": 3})
    assert (found.count, found.out_of) == (1, 2)
    assert found.lines[0].number == "4.2"


def test_every_sign_says_its_rule_and_names_nobody(view):
    _, found = panel()
    assert len({sign.id for sign in found}) == len(found) == 10
    assert all(sign.rule and sign.title and sign.words for sign in found)
    told = " ".join(line.says for sign in found for line in sign.lines)
    assert "Priya" not in told
