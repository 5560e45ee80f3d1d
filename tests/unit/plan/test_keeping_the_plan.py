"""What is said of a plan is added to, never written over."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from madegood.accounts.actions import Refused
from madegood.clock.moments import end_of_day
from madegood.clock.today import telling, today
from madegood.intake.plans import Delivery
from madegood.plan import actions, queries
from madegood.plan.actions import Given, NoSuchThing, NotSaid
from madegood.plan.evidence_models import Evidence
from madegood.plan.progress import MOVES, refused
from madegood.trail.queries import latest
from tests.builders import ADOPTED, a_plan
from tests.cast import person

pytestmark = pytest.mark.django_db
POST = "Head of Service Children’s Commissioning"


@pytest.fixture(autouse=True)
def _plan():
    a_plan()


def action(as_of=None):
    return queries.plan(as_of).recommendations[0].actions[0]


def a_sample(**given):
    about = {
        "rung": "seen",
        "title": "Dip sample",
        "happened_on": today(),
        "review_by": today() + timedelta(days=90),
        "link": "https://example.org/sample",
        "looked_at": 12,
        "good": 10,
    }
    return Given(**{**about, **given})


def test_every_delivery_says_what_may_follow_it():
    assert set(MOVES) == set(Delivery)


def test_going_back_needs_words_that_explain_it():
    back = (Delivery.COMPLETE, Delivery.IN_PROGRESS)
    assert "write what changed" in refused(*back, "")
    assert refused(*back, "the provider has changed") == ""


def test_a_new_claim_leaves_the_old_one_where_it_was():
    words = "reopened after the audit"
    actions.say_progress(
        by=person("tom"), number="4.1", delivery=Delivery.IN_PROGRESS, words=words
    )
    assert [c.delivery.value for c in action().claims] == ["complete", "in_progress"]
    assert action(end_of_day(today() - timedelta(days=1))).claimed_complete
    assert words in latest()[0].sentence


def test_a_moved_date_keeps_the_first_one_and_who_agreed():
    for to in (date(2026, 3, 31), date(2026, 9, 30)):
        actions.move_date(
            by=person("priya"),
            number="4.1",
            to=to,
            agreed_by="Improvement Board",
            why="the tender was late",
        )
    assert action().original_due == date(2026, 3, 31)
    assert action().moves[-1].agreed_by == "Improvement Board"
    assert action(end_of_day(ADOPTED)).due is None


def test_a_date_does_not_move_without_a_reason():
    with pytest.raises(NotSaid, match="who agreed"):
        actions.move_date(
            by=person("priya"), number="4.1", to=today(), agreed_by="", why=""
        )


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"good": 13}, "More are said to be good"),
        ({"good": None}, "Give both"),
        ({"link": ""}, "so that it can be found again"),
        ({"happened_on": date(2100, 1, 1)}, "still to come"),
        ({"review_by": date(2020, 1, 1)}, "before the evidence itself"),
        ({"rung": "proved"}, "Choose done, seen, said, moved or held"),
    ],
)
def test_evidence_that_cannot_be_right_says_why(given, says):
    with pytest.raises(NotSaid, match=says):
        actions.add_evidence(by=person("ros"), number="4.1", given=a_sample(**given))


def test_evidence_is_checked_by_somebody_else():
    added = actions.add_evidence(by=person("tom"), number="4.1", given=a_sample())
    with pytest.raises(NotSaid, match="somebody else must check it"):
        actions.check_evidence(by=person("tom"), evidence_id=added.pk)
    actions.check_evidence(by=person("ros"), evidence_id=added.pk)
    assert action().evidence[0].checked_by == "Ros Bennett"
    with pytest.raises(NotSaid, match="Ros Bennett has checked this evidence already"):
        actions.check_evidence(by=person("dana"), evidence_id=added.pk)


@pytest.mark.parametrize(
    "change", [{"looked_at": None}, {"good": 99}, {"link": ""}, {"action": None}]
)
def test_the_database_itself_refuses_half_a_pair(change):
    added = actions.add_evidence(by=person("tom"), number="4.1", given=a_sample())
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.filter(pk=added.pk).update(**change)


def test_the_database_itself_refuses_a_check_by_the_recorder():
    added = actions.add_evidence(by=person("tom"), number="4.1", given=a_sample())
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.filter(pk=added.pk).update(
            checked_by=added.recorded_by, checked_at=added.recorded_at
        )


def test_an_outcome_is_retired_with_a_reason_and_stays_in_sight():
    actions.retire_outcome(
        by=person("priya"), number="4.a", why="the contract has ended"
    )
    [outcome] = queries.plan().recommendations[0].outcomes
    assert outcome.retired_why == "the contract has ended"
    with pytest.raises(NotSaid, match="was retired on"):
        actions.retire_outcome(by=person("priya"), number="4.a", why="it is all done")


def test_a_post_is_held_by_one_person_after_another():
    for name, start in (("tom", ADOPTED), ("dana", date(2026, 6, 1))):
        with telling(end_of_day(start)):
            actions.hold_post(
                by=person("priya"), post=POST, person=person(name), start=start
            )
    assert action(end_of_day(date(2026, 5, 31))).owner_views[0].holder == "Tom Okafor"
    assert action(end_of_day(date(2026, 6, 1))).owner_views[0].holder == "Dana Whitmore"


def test_a_number_the_plan_does_not_have_is_told():
    with pytest.raises(NoSuchThing, match=r"no action 9\.9"):
        actions.say_progress(by=person("tom"), number="9.9", delivery=Delivery.COMPLETE)


@pytest.mark.parametrize("name", ["sam", "adeyemi", "anil"])
def test_who_may_not_change_the_plan(name):
    with pytest.raises(Refused):
        actions.say_progress(by=person(name), number="4.1", delivery=Delivery.COMPLETE)
