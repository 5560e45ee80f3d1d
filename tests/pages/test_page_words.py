"""How dates and numbers are written."""

from datetime import UTC, date, datetime

import pytest

from madegood.web import words


def test_a_date_is_written_out():
    assert words.day(date(2026, 11, 30)) == "30 November 2026"


def test_a_moment_is_dated_by_the_london_wall():
    """Half past eleven at night UTC in June is already the next day in London."""
    assert words.moment(datetime(2026, 6, 2, 23, 30, tzinfo=UTC)) == (
        "3 June 2026 at 00:30"
    )


@pytest.mark.parametrize(
    ("fraction", "said"),
    [
        (0.634, "63%"),
        (1.0, "100%"),
        (0.998, "over 99%"),
        (0.002, "under 1%"),
        (0.0, "0%"),
        (None, "no rate"),
    ],
)
def test_a_share_is_never_rounded_to_all_or_none(fraction, said):
    assert words.percent(fraction) == said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [(0.5, "share", "50%"), (1204, "count", "1,204"), (4.149, "rate", "4.1")],
)
def test_a_figure_is_written_by_its_unit(value, unit, said):
    assert words.figure(value, unit) == said


def test_the_age_of_data_is_said():
    assert words.age(date(2026, 10, 31), date(2026, 11, 23)) == "23 days old"
    assert words.age(date(2026, 11, 23), date(2026, 11, 23)) == "up to date"


def test_a_sentence_begins_with_a_capital_and_ends_with_a_stop():
    assert words.sentence("nothing was seen") == "Nothing was seen."
    assert words.sentence("Is it?") == "Is it?"
