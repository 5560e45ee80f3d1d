"""Boards that documents knew by themselves join the list of boards; nothing is lost."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

BEFORE, AFTER = "0001_documents", "0004_one_list_of_boards"
DAY = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def migrated(name):
    executor = MigrationExecutor(connection)
    executor.migrate([("documents", name)])
    return MigrationExecutor(connection).loader.project_state(
        [("documents", name), ("governance", "0002_a_board_may_be_only_named")]
    )


def rows_of(state, app):
    return lambda name: state.apps.get_model(app, name).objects


@pytest.fixture
def before(transactional_db):
    """The ledger as it was before; as it is now again, when the test has ended."""
    state = migrated(BEFORE)
    yield rows_of(state, "documents"), rows_of(state, "governance"), state
    migrated(AFTER)


def planted(before, *names):
    """A document that each of these bodies approves, and was told of."""
    documents, boards, state = before
    post = rows_of(state, "plan")("Post").create(title="Head of Safeguards")
    person = rows_of(state, "accounts")("User").create(email="priya@example.org")
    boards("Board").create(
        name="Improvement Board", kind="improvement", purpose="It asks", chair=post,
        every=6, unit="week", papers_days=5, agreed_on=DAY,
    )  # fmt: skip
    document = documents("Document").create(
        kind="policy", title="Neglect", owner=post, review_by=DAY,
        recorded_at=AT, recorded_by=person,
    )  # fmt: skip
    version = documents("Version").create(
        document=document, number=1, link="https://documents.example/1",
        what_changed="All", asks_again=False, submitted_at=AT, submitted_by=person,
    )  # fmt: skip
    for n, (name, kind) in enumerate(names, 1):
        body = documents("Body").create(name=name, kind=kind)
        documents("Step").create(version=version, order=n, body=body, why=f"why {n}")
        documents("Telling").create(
            version=version, body=body, audience=f"body:{body.pk}", how="letter",
            told_on=DAY, told_at=AT, told_by=person,
        )  # fmt: skip
    return document


def approvers(documents):
    rows = documents("Step").select_related("body", "board").order_by("order")
    return [
        ("board", row.board.name, row.why)
        if row.board_id
        else ("body", row.body.name, row.why)
        for row in rows
    ]


# What documents knew → what it is afterwards: its kind, and the name it goes by.
BECAME = [
    (("Improvement Board", "board"), ("board", "Improvement Board")),
    (("IMPROVEMENT  board", "board"), ("board", "IMPROVEMENT  board")),
    (("Housing Forum", "board"), ("board", "Housing Forum")),
    (("Police", "police"), ("body", "Police")),
]


def test_every_body_that_was_a_board_is_a_board_and_every_partner_stays(before):
    planted(before, *(given for given, _ in BECAME))
    documents = rows_of(migrated(AFTER), "documents")
    assert approvers(documents) == [
        (*became, f"why {n}") for n, (_, became) in enumerate(BECAME, 1)
    ]
    assert [row.name for row in documents("Body").all()] == ["Police"]


def test_one_that_merely_sounds_like_a_board_is_that_board(before):
    planted(before, ("improvement  board", "board"))
    state = migrated(AFTER)
    assert approvers(rows_of(state, "documents")) == [
        ("board", "Improvement Board", "why 1")
    ]
    assert rows_of(state, "governance")("Board").count() == 1


def test_who_was_told_is_still_told_under_the_new_key(before):
    planted(before, ("Improvement Board", "board"), ("Police", "police"))
    documents = rows_of(migrated(AFTER), "documents")
    tellings = documents("Telling").order_by("id")
    board, police = tellings
    assert board.audience == f"board:{board.board_id}"
    assert police.audience == f"body:{police.body_id}"
    assert {row.how for row in tellings} == {"letter"}


def test_of_a_board_without_more_than_its_name_nothing_is_made_up(before):
    planted(before, ("Housing Forum", "board"))
    boards = rows_of(migrated(AFTER), "governance")("Board")
    forum = boards.get(name="Housing Forum")
    said = (forum.chair, forum.every, forum.unit, forum.agreed_on, forum.purpose)
    assert said == (None, None, "", None, "")


def test_a_board_that_a_document_is_agreed_with_stays_a_partner_of_it(before):
    document = planted(before, ("Housing Forum", "board"))
    documents, _, _ = before
    document.partners.add(documents("Body").get())
    after = rows_of(migrated(AFTER), "documents")
    kept = after("Document").get().partners.get()
    assert (kept.name, kept.kind) == ("Housing Forum", "other")
    assert approvers(after) == [("board", "Housing Forum", "why 1")]


def test_the_way_back_loses_nothing_either(before):
    planted(before, ("Improvement Board", "board"), ("Police", "police"))
    migrated(AFTER)
    documents = rows_of(migrated(BEFORE), "documents")
    rows = documents("Step").select_related("body").order_by("order")
    assert [row.body.name for row in rows] == ["Improvement Board", "Police"]
