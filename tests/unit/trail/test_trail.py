"""The trail only grows, always has a sentence, and is written before a child is shown."""

import pytest
from django.db import DatabaseError, connection, transaction

from madegood.accounts.models import User
from madegood.trail.actions import NoReason, record_event, record_reading
from madegood.trail.models import Event, Kept
from madegood.trail.queries import events_about, latest
from madegood.trail.wording import WORDS, NotWorded

pytestmark = pytest.mark.django_db


@pytest.fixture
def priya():
    return User.objects.create_user(
        "priya@example.org", "pw", first_name="Priya", last_name="Shah"
    )


@pytest.fixture
def event(priya):
    return record_event(by=priya, kind="person_added", subject=priya, role="Analyst")


def test_an_event_reads_as_a_sentence(event, priya):
    assert [told.sentence for told in events_about(priya)] == [
        "Priya Shah gave Priya Shah a sign-in as Analyst"
    ]


def test_an_event_is_never_changed_or_removed_by_the_program(event):
    for attempt in (
        event.save,
        event.delete,
        Event.objects.all().delete,
        lambda: Event.objects.update(why="something else"),
    ):
        with pytest.raises(Kept):
            attempt()


@pytest.mark.parametrize(
    "statement", ["UPDATE trail_event SET why = 'x'", "DELETE FROM trail_event"]
)
def test_the_database_itself_refuses_a_query_written_by_hand(event, statement):
    with (
        pytest.raises(DatabaseError, match="only grows"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_an_event_outlives_what_it_speaks_of(event, priya):
    priya.delete()
    assert latest()[0].actor == "Priya Shah"


def test_a_kind_without_a_sentence_is_refused(priya):
    with pytest.raises(NotWorded):
        record_event(by=priya, kind="danced", subject=priya)
    assert not Event.objects.exists()


def test_a_sentence_must_be_given_the_facts_it_tells(priya):
    with pytest.raises(KeyError, match="role"):
        record_event(by=priya, kind="person_added", subject=priya)


def test_nobody_looks_at_children_without_saying_why(priya):
    with pytest.raises(NoReason, match="at least three words"):
        record_reading(by=priya, subject_id="m", label="Interviews", rows=3, why="work")
    assert not Event.objects.exists()


def test_a_reading_is_told_with_its_reason(priya):
    record_reading(
        by=priya, subject_id="m", label="Interviews", rows=3, why="for Thursday’s panel"
    )
    assert latest()[0].sentence == (
        "Priya Shah looked at 3 children behind “Interviews”: for Thursday’s panel"
    )


def test_every_sentence_names_who_did_it_or_what_changed():
    for words in WORDS.values():
        assert "{actor}" in words or "{subject}" in words
