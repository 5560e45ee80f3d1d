"""How long a comment may be changed, and who is mentioned in it."""

from datetime import UTC, datetime, timedelta

import pytest

from madegood.comments.rules import may_still_edit, mentioned

PEOPLE = {
    "ann@example.org": "Ann Lee",
    "ann.marie@example.org": "Ann Lee Marsh",
    "zoe@example.org": "Zoë Okoro",
}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("@Ann Lee please look", {"ann@example.org"}),
        ("please look, @ann lee marsh.", {"ann.marie@example.org"}),
        ("@zoë okoro’s view?", {"zoe@example.org"}),
        (
            "@ann@example.org, and @ZOE@EXAMPLE.ORG.",
            {"ann@example.org", "zoe@example.org"},
        ),
        ("Ann Lee said so at 5 @ the office", set()),
        ("@Zoë, is it so?", {"zoe@example.org"}),
        ("", set()),
    ],
)
def test_who_is_mentioned(text, told):
    assert mentioned(text, PEOPLE) == (told, [])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("@Ann Leeming is somebody else", ["ann"]),
        ("@Ann may be either of two", ["ann"]),
        ("@zoe and @Bob", ["zoe", "bob"]),
    ],
)
def test_a_name_that_tells_nobody_is_named_too(text, left):
    """Whoever writes it believes that somebody was told."""
    assert mentioned(text, PEOPLE) == (set(), left)


def test_an_address_of_nobody_is_named():
    assert mentioned("@bob@example.org", PEOPLE) == (set(), ["bob@example.org"])


def test_a_comment_may_be_changed_for_fifteen_minutes():
    then = datetime(2026, 3, 3, 9, tzinfo=UTC)
    assert may_still_edit(then, then + timedelta(minutes=15))
    assert not may_still_edit(then, then + timedelta(minutes=15, seconds=1))
