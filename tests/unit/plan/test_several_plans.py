"""Several plans at once: one is the main one, and each part has a number of its own."""

from dataclasses import replace
from datetime import date

import pytest

from madegood.accounts.actions import Refused
from madegood.assurance import queries as assurance
from madegood.assurance.actions import accept_suggestions, attach_test, retest
from madegood.assurance.models import StandingRecord
from madegood.assurance.suggested import Suggestion
from madegood.clock.moments import end_of_day
from madegood.clock.today import today
from madegood.intake.plans import Delivery, Inspection
from madegood.plan import actions, plan_actions, queries
from madegood.plan.finding import (
    NoSuchThing,
    find_action,
    find_outcome,
    find_recommendation,
)
from madegood.plan.inspection_kinds import Kind, kind_of
from madegood.plan.numbers import fault_of, own, short_for, split
from madegood.trail.queries import latest
from tests.builders import ADOPTED, a_plan, a_reading
from tests.cast import person

JTAI = Inspection(
    kind="joint targeted area inspection",
    inspected_from="2022-01-10",
    inspected_to="2022-01-14",
)
django = pytest.mark.django_db


def another(inspection=JTAI, **given):
    """A second plan, whose parts have the same numbers as the first one's."""
    by = person("priya")
    reading = replace(a_reading(), inspection=inspection)
    draft = actions.start_draft(by=by, reading=reading)
    actions.accept_rest(by=by, draft_id=draft.pk)
    return actions.confirm_draft(
        by=by, draft_id=draft.pk, **{"adopted_on": date(2026, 3, 1), **given}
    )


@pytest.fixture
def two(db):
    return a_plan(), another()


@django
@pytest.mark.parametrize(
    ("find", "number"),
    [(find_recommendation, "4"), (find_action, "4.1"), (find_outcome, "4.a")],
)
def test_a_number_alone_is_of_the_main_plan_and_another_says_which(two, find, number):
    main, _ = two
    ours, theirs = find(number), find(f"JTAI22:{number}")
    assert ours.pk != theirs.pk
    assert find(f"{main.short}:{number}").pk == ours.pk
    assert find(f"jtai22:{number}").pk == theirs.pk
    assert str(theirs).endswith(f"JTAI22:{number}")


def test_every_view_has_the_number_that_people_must_say(two):
    plan = queries.plan(short="JTAI22")
    [rec] = plan.recommendations
    assert (rec.number, rec.actions[0].number) == ("JTAI22:4", "JTAI22:4.1")
    assert rec.actions[0].number.rsplit(".", 1)[0] == rec.number
    assert [r.number for r in queries.plan().recommendations] == ["4"]


def test_a_focused_visits_plan_does_not_push_the_large_one_away(two):
    main, _ = two
    assert queries.plan().id == main.pk
    assert queries.plan_names() == [main.short, "JTAI22"]


@django
def test_a_newer_plan_of_the_same_kind_is_the_main_one_from_then_on():
    first = another(
        Inspection(
            kind="inspection", inspected_from="2019-11-22", inspected_to="2019-11-22"
        )
    )
    second = another(
        Inspection(
            kind="inspection", inspected_from="2022-11-11", inspected_to="2022-11-11"
        ),
        adopted_on=date(2026, 5, 1),
    )
    assert (first.short, second.short) == ("ILACS19", "ILACS22")
    assert queries.plan().id == second.pk
    assert queries.plan(end_of_day(date(2026, 4, 30))).id == first.pk
    assert find_action("4.1", date(2026, 4, 30)).recommendation.plan == first


def test_a_person_may_say_which_is_the_main_one(db):
    first = a_plan()
    second = another(main=True)
    assert queries.plan().id == second.pk
    plan_actions.make_main(
        by=person("priya"), short=first.short, why="the visit is closed"
    )
    assert queries.plan().id == first.pk
    assert "made ILACS20" in latest()[0].sentence


@pytest.mark.parametrize(
    "short", ["ILACS20", "J T", "J", "ABCDEFGHIJKLM", "4:3", "Ünü"]
)
def test_a_short_name_that_is_taken_or_cannot_be_said_is_refused(db, short):
    a_plan()
    with pytest.raises(actions.NotDecided, match=r"short name|called"):
        another(short=short)


def test_two_plans_of_one_kind_and_year_have_names_of_their_own():
    assert short_for("FV", 2021, set()) == "FV21"
    assert short_for("FV", 2021, {"FV21", "FV21-2"}) == "FV21-3"
    assert fault_of("FV21-2") == ""
    assert (split("jtai22:4.3"), own("JTAI22:4.3")) == (("JTAI22", "4.3"), "4.3")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("inspection", Kind.ILACS),
        ("focused visit", Kind.FOCUSED_VISIT),
        ("Joint targeted area inspection", Kind.JTAI),
        ("SEND area inspection", Kind.SEND),
        ("Local child safeguarding practice review", Kind.LEARNING_REVIEW),
        ("", Kind.OTHER),
    ],
)
def test_a_kind_is_known_by_its_own_words(said, kind):
    assert kind_of(said) is kind


def test_everything_that_may_be_done_to_a_part_may_be_done_in_any_plan(two):
    priya, tom = person("priya"), person("tom")
    words = "the audit found otherwise"
    actions.say_progress(
        by=tom, number="JTAI22:4.1", delivery=Delivery.IN_PROGRESS, words=words
    )
    assert "action JTAI22:4.1" in latest()[0].sentence
    assert find_action("4.1").claims.count() == 1
    attach_test(by=priya, number="JTAI22:4.a", test=Suggestion("document", "Minutes"))
    page = assurance.action_page("JTAI22:4.1")
    assert page.action.delivery is Delivery.IN_PROGRESS
    assert page.recommendation.number == "JTAI22:4"
    assert page.recommendation.outcomes[0].tests
    assert accept_suggestions(by=priya, number="JTAI22:4")
    [told] = queries.history("action", "JTAI22:4.1")
    assert words in told.sentence


def test_every_plan_is_tested_again_until_it_ends(two):
    retest()
    kept = set(StandingRecord.objects.values_list("number", flat=True))
    assert {"4.1", "4.a", "4", "JTAI22:4.1", "JTAI22:4.a", "JTAI22:4"} <= kept
    plan_actions.end_plan(
        by=person("priya"), short="JTAI22", why="the partners have signed it off"
    )
    assert queries.plan_names() == [two[0].short]
    assert queries.every_plan_name() == [two[0].short, "JTAI22"]
    assert assurance.plan_standing(short="JTAI22").ended_on == today()


def test_the_main_plan_does_not_end(two):
    for short, says in (("ILACS20", "is the main plan"), ("NONE", "No plan is called")):
        with pytest.raises((plan_actions.NotChanged, NoSuchThing), match=says):
            plan_actions.end_plan(by=person("priya"), short=short, why="a good reason")


@pytest.mark.parametrize("act", [plan_actions.end_plan, plan_actions.make_main])
def test_only_a_plan_manager_says_which_plan_is_which(two, act):
    with pytest.raises(Refused):
        act(by=person("tom"), short="JTAI22", why="it seemed a good day")
    with pytest.raises(plan_actions.NotChanged, match="three words"):
        act(by=person("priya"), short="JTAI22", why="because")


@pytest.mark.parametrize("number", ["NONE:4.1", "JTAI22:9.9", ":", "JTAI22:", "a:b:c"])
def test_a_number_nobody_knows_is_said_so(two, number):
    with pytest.raises(NoSuchThing):
        find_action(number)


def test_owners_of_any_plan_may_not_sign_for_their_own(two):
    hold = {"person": person("tom"), "start": ADOPTED}
    actions.hold_post(
        by=person("priya"), post="Head of Service Children’s Commissioning", **hold
    )
    assert queries.may_not_sign(person("tom"), "JTAI22:4.1", today())
    assert queries.may_not_sign(person("tom"), "JTAI22:4.a", today())
