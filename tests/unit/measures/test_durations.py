"""The middle case's length, worked out by hand as Kaplan and Meier would."""

from datetime import UTC, date, datetime, timedelta

import pytest

from madegood.measures import RowState, State
from madegood.measures.durations import median_days

START = date(2026, 1, 1)
TODAY = date(2026, 4, 11)  # 100 days after


def lasted(days, state=State.MET, start=START):
    """A row that stopped so many days after its start; None has not stopped."""
    stop = None if days is None or start is None else start + timedelta(days=days)
    return RowState(
        "m", "e", "Asha", start, None, stop, state, "", (), start, None, None
    )


def rows(*days):
    return [lasted(each) for each in days]


def test_of_nothing_there_is_no_median():
    assert median_days([], TODAY) is None


def test_of_one_it_is_that_one():
    assert median_days(rows(0), TODAY) == 0
    assert median_days(rows(7), TODAY) == 7


def test_with_none_open_it_is_the_first_day_by_which_half_were_over():
    assert median_days(rows(30, 10, 20), TODAY) == 20
    # Of four, half are over on the second's day: 4/4, 3/4, 2/4.
    assert median_days(rows(40, 10, 20, 30), TODAY) == 20


def test_an_open_case_counts_as_at_least_as_long_as_it_has_lasted():
    """Over at 10, 20 and 30; open since 100 days ago, twice. Still going: 4/5 after 10,
    3/5 after 20, 2/5 after 30."""
    found = [
        *rows(10, 20, 30),
        lasted(None, State.OVERDUE),
        lasted(None, State.PENDING),
    ]
    assert median_days(found, TODAY) == 30


def test_to_leave_the_open_ones_out_would_flatter():
    done = rows(10, 20, 30)
    waiting = [lasted(None, State.OVERDUE) for _ in range(3)]
    assert median_days(done, TODAY) == 20
    assert median_days([*done, *waiting], TODAY) == 30


def test_while_fewer_than_half_are_over_there_is_no_median():
    """Over at 10 and 20; three open for 100 days: 3/5 are still going."""
    waiting = [lasted(None, State.OVERDUE) for _ in range(3)]
    assert median_days([*rows(10, 20), *waiting], TODAY) is None


def test_one_censored_leaves_the_others_to_be_divided_among_fewer():
    """Six: over at 6, censored at 7, over at 10, censored at 15, over at 19 and 25.

    Still going after 6: 5/6. At 10 four are left: 5/6 × 3/4 = 5/8. At 19 two are left:
    5/8 × 1/2 = 5/16, the first that is half or less.
    """
    found = [
        *rows(6, 10, 19, 25),
        lasted(7, State.CENSORED),
        lasted(15, State.CENSORED),
    ]
    assert median_days(found, TODAY) == 19


def test_one_censored_on_the_day_that_another_is_over_was_still_at_risk():
    """Of three, one over at 10: 2/3 still going. Without the one censored that day it
    would be one of two, and a half."""
    found = [lasted(10), lasted(10, State.CENSORED), lasted(None, State.OVERDUE)]
    assert median_days(found, TODAY) is None


def test_a_half_is_a_half_however_it_is_reached():
    """Over at 1, 2 and 3, each of six: 5/6 × 4/5 × 3/4 is 1/2 exactly, which fractions
    in floating point need not be."""
    found = [*rows(1, 2, 3), *(lasted(None, State.OVERDUE) for _ in range(3))]
    assert median_days(found, TODAY) == 3


def test_late_ones_are_over_too():
    found = [lasted(10), lasted(50, State.NOT_MET), lasted(60, State.NOT_MET)]
    assert median_days(found, TODAY) == 50


@pytest.mark.parametrize(
    "state",
    [State.DQ_ERROR, State.EXCLUDED, State.NOT_APPLICABLE, State.NOT_DUE],
)
def test_what_cannot_be_told_or_is_not_asked_about_has_no_length(state):
    found = [lasted(10), lasted(1, state), lasted(2, state)]
    assert median_days(found, TODAY) == 10


def test_what_has_no_start_has_no_length():
    assert median_days([lasted(10), lasted(None, State.MET, start=None)], TODAY) == 10


def test_a_time_counts_as_the_london_day_it_is_in():
    """23:30 in UTC on 30 June is 1 July in London."""
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    row = RowState(
        "m", "e", "", late, None, date(2026, 7, 3), State.MET, "", (), None, None, None
    )
    assert median_days([row], date(2026, 7, 9)) == 2
