"""What "embedded" asks besides the rungs: whose name, given when, and a look again."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from madegood.assurance import actions, models, queries
from madegood.assurance.actions import NotSigned
from madegood.assurance.reproof import Look, Name, reproofs
from madegood.assurance.standing import Assurance
from madegood.assurance.suggested import Suggestion
from madegood.assurance.withdraw_actions import (
    NotWithdrawn,
    agree_withdrawal,
    withdraw_test,
)
from madegood.clock.moments import end_of_day
from madegood.clock.today import now, today
from madegood.plan import actions as plans
from madegood.plan.actions import Given, NotSaid
from madegood.plan.evidence_models import Evidence
from madegood.plan.models import ClaimRecord
from madegood.plan.progress import Delivery
from tests.builders import ADOPTED, a_plan, an_action, an_outcome
from tests.cast import person

SAMPLE = Suggestion("sample", "Dip sample", target=0.8, max_age_days=5000)
POST = "Head of Service Children’s Commissioning"
EMBEDDED = date(2026, 1, 31)


# Re-proofs, as a table


def due(look=None, name=None):
    looks = [Look(look, 1)] if look else []
    names = [Name(EMBEDDED, 2)] + ([Name(name, 2)] if name else [])
    return reproofs(EMBEDDED, looks, names)


def test_it_is_looked_at_again_after_3_6_12_and_24_months():
    assert [each.due for each in due()] == [
        date(2026, 4, 30),
        date(2026, 7, 31),
        date(2027, 1, 31),
        date(2028, 1, 31),
    ]


@pytest.mark.parametrize(
    ("look", "name", "done"),
    [
        (date(2026, 4, 2), date(2026, 4, 10), date(2026, 4, 10)),
        (date(2026, 4, 1), date(2026, 4, 10), None),  # before the window was open
        (date(2026, 4, 20), date(2026, 4, 10), None),  # signed before the look
        (None, date(2026, 4, 10), None),  # a name alone
        (date(2026, 4, 10), None, None),  # a look alone
        (date(2026, 6, 1), date(2026, 6, 2), date(2026, 6, 2)),  # late, and still done
    ],
)
def test_a_reproof_needs_a_fresh_look_and_then_a_fresh_name(look, name, done):
    assert due(look, name)[0].done_on == done


def test_who_recorded_the_look_cannot_be_the_name():
    looks = [Look(date(2026, 4, 5), 2)]
    assert reproofs(EMBEDDED, looks, [Name(date(2026, 4, 6), 2)])[0].done_on is None


def test_one_late_look_makes_good_every_one_whose_window_was_open():
    given = due(date(2027, 2, 1), date(2027, 2, 2))
    assert [each.done_on is not None for each in given] == [True, True, True, False]
    assert given[0].late


def test_it_is_overdue_on_the_day_after():
    first = due()[0]
    assert not first.overdue(date(2026, 4, 30))
    assert first.overdue(date(2026, 5, 1))


# In the ledger


@pytest.fixture
def _plan(db):
    a_plan(
        actions=[an_action(), an_action("4.2", delivery=Delivery.IN_PROGRESS)],
        outcomes=[an_outcome()],
    )
    actions.attach_test(by=person("priya"), number="4.1", test=SAMPLE)


in_ledger = pytest.mark.usefixtures("_plan")


def show(rung="seen", good=11, *, by="tom", checker="ros", at=None, title="Shown"):
    given = Given(
        rung=rung,
        title=title,
        happened_on=today(),
        review_by=today() + timedelta(days=3000),
        link="https://example.org/shown",
        looked_at=None if rung == "done" else 12,
        good=None if rung == "done" else good,
    )
    kept = plans.add_evidence(by=person(by), number="4.1", given=given)
    plans.check_evidence(by=person(checker), evidence_id=kept.pk)
    return kept


def sign(who="ros"):
    return actions.sign(by=person(who), number="4.1", why="read the twelve records")


def stands(as_of=None):
    return queries.action_page("4.1", as_of).action.standing


def embedded():
    show("done")
    show("seen")
    return sign()


def a_name_written_into_the_table(who, at=None):
    """As somebody at the database could."""
    return models.Signature.objects.create(
        action=plans.find_action("4.1"),
        signed_by=person(who),
        signed_at=at or now(),
        why="x",
    )


@in_ledger
def test_a_name_of_an_owner_counts_nowhere_however_it_came_in():
    show("done")
    show("seen")
    plans.hold_post(by=person("priya"), post=POST, person=person("dana"), start=ADOPTED)
    a_name_written_into_the_table("dana")
    assert stands().state is Assurance.HOLDING
    assert "Dana Whitmore owns it, or has owned it" in stands().because


@in_ledger
def test_who_owned_it_once_does_not_sign_for_what_they_did():
    show("done")
    show("seen")
    plans.hold_post(by=person("priya"), post=POST, person=person("ros"), start=ADOPTED)
    plans.hold_post(by=person("priya"), post=POST, person=person("tom"), start=today())
    with pytest.raises(NotSigned, match="or held it"):
        sign()


@in_ledger
def test_a_signer_who_comes_to_own_it_has_not_signed():
    embedded()
    assert stands().state is Assurance.EMBEDDED
    plans.hold_post(by=person("priya"), post=POST, person=person("ros"), start=today())
    assert stands().state is Assurance.HOLDING


@in_ledger
def test_who_alone_recorded_the_practice_does_not_sign_for_it():
    show("done")
    show("seen", by="ros", checker="tom")
    with pytest.raises(NotSigned, match="had recorded all the practice"):
        sign()
    assert not models.Signature.objects.exists()


@in_ledger
def test_a_name_written_before_there_was_anything_to_sign_does_not_count():
    early = now()
    show("done")
    show("seen")
    a_name_written_into_the_table("ros", early)
    assert "not every rung that is asked for was reached when" in stands().because


@in_ledger
def test_a_fall_counts_even_where_nobody_tested_and_no_record_was_kept():
    embedded()
    show("seen", 2, title="A worse sample")
    show("seen", 12, title="A better one")
    models.StandingRecord.objects.all().delete()
    assert stands().state is Assurance.HOLDING
    assert "it has fallen back since Ros Bennett signed" in stands().because


@in_ledger
def test_a_standing_written_into_the_table_says_nothing():
    models.StandingRecord.objects.create(
        kind="action",
        part=plans.find_action("4.1").pk,
        number="4.1",
        state="embedded",
        because="because I say so",
        as_of=now(),
        recorded_at=now(),
    )
    assert stands().state is Assurance.CLAIMED_NOT_EVIDENCED


@in_ledger
def test_a_missed_reproof_and_it_is_embedded_no_more():
    embedded()
    later = end_of_day(today() + timedelta(days=200))
    assert stands(later).state is Assurance.HOLDING
    assert stands(later).because.startswith("because its re-proof was due on")


# Withdrawing a test


def the_test():
    return models.Test.objects.get()


def withdraw(by="priya"):
    return withdraw_test(
        by=person(by),
        number="4.1",
        test_id=the_test().pk,
        why="it asks the wrong thing",
    )


@in_ledger
def test_a_withdrawn_test_is_asked_until_somebody_else_agrees():
    show("done")
    withdraw()
    assert "nobody has recorded an audit" in stands().because
    agree_withdrawal(by=person("ros"), number="4.1", test_id=the_test().pk)
    assert "nobody has recorded an audit" not in stands().because


@in_ledger
def test_what_is_asked_less_must_be_signed_afresh():
    embedded()
    withdraw()
    assert stands().state is Assurance.EMBEDDED
    agree_withdrawal(by=person("ros"), number="4.1", test_id=the_test().pk)
    assert stands().state is not Assurance.EMBEDDED


@in_ledger
def test_an_owner_does_not_agree_not_even_by_hand():
    withdraw()
    plans.hold_post(by=person("priya"), post=POST, person=person("ros"), start=ADOPTED)
    with pytest.raises(NotWithdrawn, match="somebody else must agree"):
        agree_withdrawal(by=person("ros"), number="4.1", test_id=the_test().pk)
    models.Test.objects.update(agreed_by=person("ros"), agreed_at=now())
    show("done")
    assert "nobody has recorded an audit" in stands().because


@in_ledger
def test_it_takes_a_reason_and_two_people():
    with pytest.raises(NotWithdrawn, match="at least three words"):
        withdraw_test(by=person("priya"), number="4.1", test_id=the_test().pk, why="no")
    with pytest.raises(NotWithdrawn, match="no such test"):
        withdraw_test(
            by=person("priya"), number="4.2", test_id=the_test().pk, why="a b c"
        )
    with pytest.raises(NotWithdrawn, match="nothing to agree"):
        agree_withdrawal(by=person("ros"), number="4.1", test_id=the_test().pk)
    withdraw()
    with pytest.raises(NotWithdrawn, match="has withdrawn it already"):
        withdraw()
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Test.objects.update(agreed_by=person("priya"), agreed_at=now())


# Saying that it is complete


@in_ledger
def test_nobody_says_complete_with_nothing_attached():
    with pytest.raises(NotSaid, match="Nothing is attached to action"):
        plans.say_progress(
            by=person("tom"), number="4.2", delivery=Delivery.COMPLETE, words="a b c"
        )
    assert ClaimRecord.objects.filter(action__number="4.2").count() == 1


@in_ledger
def test_what_a_plan_said_when_it_was_read_in_stays_and_is_marked():
    known = queries.action_page("4.1").action.detail
    assert known.claimed_complete
    assert known.nothing_attached
    show("done")
    assert not queries.action_page("4.1").action.detail.nothing_attached


@in_ledger
def test_a_newer_version_stands_in_the_old_ones_place_and_must_be_checked():
    first = show("seen")
    show("done")
    Evidence.objects.create(
        action=first.action,
        rung="seen",
        title="Shown, corrected",
        link=first.link,
        version=2,
        replaces=first,
        looked_at=12,
        good=10,
        happened_on=first.happened_on,
        review_by=first.review_by,
        recorded_at=now(),
        recorded_by=person("tom"),
    )
    assert "10 of 12" in stands().because
    assert "only by the person who recorded it" in stands().because
    assert len(queries.action_page("4.1").action.detail.evidence) == 3
