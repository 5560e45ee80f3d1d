"""The ledger's claims beside what was known by a moment."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from madegood.accounts.actions import Refused
from madegood.assurance import actions, models, queries
from madegood.assurance.actions import NotAttached, NotSigned
from madegood.assurance.standing import Assurance
from madegood.assurance.suggested import THEMES, Suggestion, suggestions_for
from madegood.clock.moments import end_of_day
from madegood.clock.today import today
from madegood.measures import measure
from madegood.plan import actions as plans
from madegood.plan.actions import Given
from tests.builders import ADOPTED, a_plan, an_action, an_outcome
from tests.cast import person

pytestmark = pytest.mark.django_db
SAMPLE = Suggestion("sample", "Dip sample", target=0.8)


@pytest.fixture(autouse=True)
def _plan():
    a_plan(outcomes=[an_outcome(), an_outcome("4.b", "Better lives", countable=False)])


def show(rung, looked_at=None, good=None, *, number="4.1", by="tom", checker="ros"):
    given = Given(
        rung=rung,
        title="Shown",
        happened_on=today(),
        review_by=today() + timedelta(days=90),
        link="https://example.org/shown",
        looked_at=looked_at,
        good=good,
    )
    added = plans.add_evidence(by=person(by), number=number, given=given)
    plans.check_evidence(by=person(checker), evidence_id=added.pk)


def action(as_of=None):
    return queries.action_page("4.1", as_of).action.standing


def a_held_action():
    actions.attach_test(by=person("priya"), number="4.1", test=SAMPLE)
    show("done")
    show("seen", 12, 11)


def test_a_new_plan_is_all_claims():
    [given] = queries.plan_standing().recommendations
    assert [p.standing.state.value for p in (*given.actions, *given.outcomes)] == [
        "claimed_not_evidenced",
        "claimed_not_evidenced",
        "untestable",
    ]


def test_proof_is_asked_for_signed_and_then_embedded():
    a_held_action()
    assert action().because.endswith("nobody who does not own it has signed")
    actions.sign(by=person("ros"), number="4.1", why="read the twelve records")
    assert action().state is Assurance.EMBEDDED


def test_who_owns_it_cannot_sign_for_it():
    a_held_action()
    plans.hold_post(
        by=person("priya"),
        post="Head of Service Children’s Commissioning",
        person=person("ros"),
        start=ADOPTED,
    )
    for number in ("4.1", "4.a"):
        with pytest.raises(NotSigned, match="somebody else must sign"):
            actions.sign(by=person("ros"), number=number, why="it is all done")


def test_a_claim_without_proof_cannot_be_signed():
    with pytest.raises(NotSigned, match="claimed, not evidenced"):
        actions.sign(by=person("ros"), number="4.1", why="it is all done")


@pytest.mark.parametrize("name", ["tom", "priya", "dana", "sam"])
def test_only_a_practice_lead_signs(name):
    with pytest.raises(Refused):
        actions.sign(by=person(name), number="4.1", why="it is all done")


def test_a_signature_lapses_when_what_it_was_for_falls_back():
    a_held_action()
    actions.sign(by=person("ros"), number="4.1", why="read the twelve records")
    show("seen", 12, 5)
    actions.retest()
    assert action().state is Assurance.SLIPPING
    show("seen", 12, 12)
    assert action().because.endswith("nobody who does not own it has signed")


def test_a_slip_has_a_date_and_is_told_once():
    assert actions.retest() == 4
    assert actions.retest() == 0
    a_held_action()
    actions.retest()
    changed = models.StandingRecord.objects.filter(kind="action").values_list("state")
    assert [state for (state,) in changed] == ["claimed_not_evidenced", "holding"]


def test_an_earlier_day_knows_only_what_was_recorded_by_then():
    a_held_action()
    before = end_of_day(today() - timedelta(days=1))
    assert action(before).state is Assurance.CLAIMED_NOT_EVIDENCED


def test_before_the_plan_nothing_had_been_said():
    assert action(end_of_day(date(2025, 12, 31))).state is Assurance.IN_PROGRESS


@pytest.mark.parametrize(
    ("test", "says"),
    [
        (Suggestion("measure", "Taken up", "rhi_taken_up", 0.9), "never a target"),
        (Suggestion("measure", "What", "nothing", 0.9), "There is no measure"),
        (Suggestion("sample", "Dip sample"), "Give a target"),
        (Suggestion("feeling", "It feels right"), "Choose a measure"),
    ],
)
def test_a_test_that_cannot_be_attached_says_why(test, says):
    with pytest.raises(NotAttached, match=says):
        actions.attach_test(by=person("priya"), number="4.1", test=test)


def test_the_database_itself_refuses_a_test_without_its_target():
    actions.attach_test(by=person("priya"), number="4.1", test=SAMPLE)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Test.objects.update(target=None)


def test_suggestions_are_accepted_by_a_person_once():
    assert actions.accept_suggestions(by=person("priya"), number="4") == 4
    assert actions.accept_suggestions(by=person("priya"), number="4") == 0
    assert queries.targets()["rhi_held_72h"] == 0.85


def test_suggestions_go_by_words_not_by_anybodys_numbers():
    title = "Return home interviews after going missing"
    found = suggestions_for(title, "Held within 72 hours", is_action=False)
    assert found[0].measure == "rhi_held_72h"
    assert suggestions_for("Private fostering", "72 hours", is_action=False) == ()


def test_no_suggestion_presses_on_a_number_that_is_never_a_target():
    for clue in (clue for clues in THEMES.values() for clue in clues):
        for test in clue.tests:
            assert not test.measure or not measure(test.measure).never_a_target


def test_the_line_of_sight_ends_with_what_is_not_known():
    seen = queries.line_of_sight("4")
    assert seen.what_was_recommended[0].startswith("Answers the inspection")
    assert "said to be complete" in seen.what_we_did[0]
    assert any(line.startswith("4.b:") for line in seen.what_we_still_do_not_know)
    show("said", 9, 8, number="4.a")
    [heard] = queries.line_of_sight("4").what_children_say
    assert "8 of 9 were good (89%); checked by Ros Bennett" in heard


def test_the_plan_says_where_to_look_first():
    [given] = queries.plan_standing().recommendations
    assert given.look_at == "No action has a test yet, so nothing claimed can be shown."


def test_a_page_asks_the_database_little_whatever_the_plans_size(
    django_assert_max_num_queries,
):
    a_plan(actions=[an_action(f"4.{n}") for n in range(1, 40)])
    with django_assert_max_num_queries(20):
        queries.plan_standing()
