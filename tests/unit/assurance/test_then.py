"""What was on record by a day, never today's values dressed as then."""

import sys
from datetime import UTC, date, datetime, timedelta
from importlib import import_module

import pytest
from django.apps import apps

from madegood.assurance import actions as assurance
from madegood.assurance import past
from madegood.assurance.between import pieces
from madegood.assurance.suggested import Suggestion
from madegood.plan import actions as plans
from madegood.plan.actions import Given
from madegood.plan.models import Action
from madegood.plan.owner_models import Holder
from madegood.plan.progress import Delivery
from madegood.plan.raising import ToDo, raise_action
from tests.builders import a_plan, an_action, an_outcome
from tests.cast import person

pytestmark = pytest.mark.django_db
POST = "Head of Service Children’s Commissioning"
MARCH = datetime(2026, 3, 10, 12, tzinfo=UTC)
JUNE = datetime(2026, 6, 10, 12, tzinfo=UTC)


@pytest.fixture
def at(monkeypatch):
    """at(moment): whatever is done next is done then."""

    def go(moment):
        for name, module in list(sys.modules.items()):
            if not name.startswith("madegood."):
                continue
            if callable(getattr(module, "now", None)):
                monkeypatch.setattr(module, "now", lambda: moment)
            if callable(getattr(module, "today", None)):
                monkeypatch.setattr(module, "today", moment.date)

    return go


@pytest.fixture
def story(at):
    """A plan of January; everything about action 4.1 was done in June."""
    at(datetime(2026, 1, 5, 9, tzinfo=UTC))
    a_plan(
        actions=[
            an_action(delivery=Delivery.IN_PROGRESS, progress="Begun", owners=(POST,))
        ],
        outcomes=[an_outcome()],
    )
    priya, tom, ros = person("priya"), person("tom"), person("ros")
    Action.objects.update(original_due=date(2026, 4, 1), due=date(2026, 4, 1))
    plans.hold_post(by=priya, post=POST, person=tom, start=date(2026, 1, 5))
    at(JUNE)
    plans.move_date(
        by=priya, number="4.1", to=date(2026, 9, 1), agreed_by="DLT", why="Late start"
    )
    kept = plans.add_evidence(
        by=tom,
        number="4.1",
        given=Given(
            "done",
            "The specification",
            date(2026, 2, 1),
            date(2027, 2, 1),
            "https://a.b/c",
        ),
    )
    plans.check_evidence(by=ros, evidence_id=kept.pk)
    plans.say_progress(
        by=priya, number="4.1", delivery=Delivery.COMPLETE, words="All of it"
    )
    assurance.attach_test(
        by=priya, number="4.1", test=Suggestion("document", "The specification")
    )
    plans.retire_outcome(by=priya, number="4.a", why="It was counted elsewhere")
    plans.hold_post(by=priya, post=POST, person=ros, start=JUNE.date())
    assurance.retest(by=priya)


def lines(kind, number, first, second):
    _, part, events = past.part_between(kind, number, first, second)
    return {c.label: c for c in part.changes}, events


def test_nothing_of_june_is_shown_as_of_march(story):
    _, part, _ = past.part_between("action", "4.1", MARCH, JUNE)
    was = " | ".join(c.first.words for c in part.changes if c.first)
    assert "1 April 2026" in was
    assert "Tom Okafor" in was
    assert "Begun" in was
    for later in ("September", "Late start", "specification;", "All of it", "Ros"):
        assert later not in was
    assert "nothing had been found of it yet" in was
    assert not any(
        c.first for c in part.changes if c.label in ("Test", "Evidence (done)")
    )


def test_june_stands_beside_it_with_who_and_when(story):
    found, events = lines("action", "4.1", MARCH, JUNE + timedelta(hours=1))
    assert found["Due"].how == "changed"
    assert found["Due"].second.who == "DLT"
    assert found["Due"].second.when == JUNE
    assert found["Evidence (done)"].how == "new"
    assert found["Evidence (done)"].second.words.endswith("checked by Ros Bennett")
    assert found["Test"].second.who == "Priya Shah"
    assert found["Said"].second.who == "Priya Shah"
    assert "Ros Bennett" in found["Accountable owner"].second.words
    assert [e.kind for e in events][:2] == ["date_moved", "evidence_added"]


def test_a_check_made_later_is_not_dressed_as_made_then(story, at):
    june = JUNE + timedelta(hours=1)
    july = datetime(2026, 7, 1, tzinfo=UTC)
    at(datetime(2026, 6, 20, tzinfo=UTC))
    kept = plans.add_evidence(
        by=person("tom"),
        number="4.1",
        given=Given(
            "seen", "A look", date(2026, 6, 1), date(2027, 2, 1), "https://a.b/d"
        ),
    )
    at(datetime(2026, 7, 20, tzinfo=UTC))
    plans.check_evidence(by=person("ros"), evidence_id=kept.pk)
    found, _ = lines("action", "4.1", june, july)
    assert found["Evidence (seen)"].second.words.endswith("not checked")


def test_an_outcome_retired_later_was_not_retired_then(story):
    found, _ = lines("outcome", "4.a", MARCH, JUNE + timedelta(hours=1))
    assert found["Retired"].first is None
    assert "counted elsewhere" in found["Retired"].second.words


def test_before_the_plan_was_adopted_nothing_was_on_record(story):
    early = datetime(2025, 12, 1, tzinfo=UTC)
    between = past.plan_between(early, MARCH)
    assert all(c.first is None for part in between.parts for c in part.changes)


def test_the_words_that_came_and_went_are_told_apart():
    assert [
        (p.how, p.words) for p in pieces("due in April at last", "due in May at last")
    ] == [
        ("stayed", "due in"),
        ("out", "April"),
        ("in", "May"),
        ("stayed", "at last"),
    ]


def test_the_answer_of_the_command_keeps_its_keys(story):
    answer = past.changes_json(MARCH, JUNE + timedelta(hours=1))
    assert set(answer) >= {"plan", "title", "from", "to", "parts", "changed"}
    action = next(p for p in answer["changed"] if p["number"] == "4.1")
    assert set(action["changes"][0]) >= {"what", "how", "then", "now", "by", "at"}


def holder_on(moment):
    found, _ = lines("action", "4.1", moment, JUNE + timedelta(days=60))
    return found["Accountable owner"].first.words


def test_a_holder_recorded_late_is_not_shown_on_the_days_before(story, at):
    at(datetime(2026, 7, 20, tzinfo=UTC))
    back = datetime(2026, 7, 1, 12, tzinfo=UTC)
    plans.hold_post(
        by=person("priya"), post=POST, person=person("dana"), start=date(2026, 6, 15)
    )
    # On 1 July everybody still read that Ros held it, and so does the page of that day.
    assert holder_on(back).endswith(": Ros Bennett")
    assert holder_on(datetime(2026, 7, 21, tzinfo=UTC)).endswith(": Dana Whitmore")


def test_before_anybody_was_recorded_nobody_was_on_record(at):
    at(datetime(2026, 1, 5, 9, tzinfo=UTC))
    a_plan(actions=[an_action(owners=(POST,))])
    at(JUNE)
    plans.hold_post(
        by=person("priya"), post=POST, person=person("tom"), start=date(2026, 1, 5)
    )
    assert holder_on(MARCH).endswith(": nobody on record")


def test_what_is_added_to_the_plan_later_is_not_shown_on_the_days_before(story, at):
    todo = ToDo("4", "Train every night worker", POST, date(2026, 9, 1), "It was seen")
    raise_action(by=person("priya"), todo=todo)
    numbers = {p.number for p in past.plan_between(MARCH, MARCH).parts}
    assert numbers == {"4", "4.1", "4.a"}
    after = JUNE + timedelta(hours=1)
    [raised] = [p for p in past.plan_between(MARCH, after).parts if p.number == "4.2"]
    assert {change.how for change in raised.changes} == {"new"}


def test_an_older_ledger_takes_from_its_trail_since_when_each_was_on_record(story):
    old = import_module("madegood.plan.migrations.0012_on_record_since_when")
    todo = ToDo("4", "Train every night worker", POST, date(2026, 9, 1), "It was seen")
    raise_action(by=person("priya"), todo=todo)
    wrong = datetime(2020, 1, 1, tzinfo=UTC)
    Holder.objects.update(recorded_at=wrong)
    Holder.objects.exclude(end=None).update(end_recorded_at=wrong)
    Action.objects.update(added_on=None)
    old.since_when(apps, None)
    tom, ros = Holder.objects.order_by("start")
    assert (tom.recorded_at.date(), tom.end_recorded_at) == (date(2026, 1, 5), JUNE)
    assert (ros.recorded_at, ros.end_recorded_at) == (JUNE, None)
    kept = dict(Action.objects.values_list("number", "added_on"))
    assert kept == {"4.1": None, "4.2": JUNE.date()}
