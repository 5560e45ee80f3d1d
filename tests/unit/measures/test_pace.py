"""How long to target at the present pace: a range, or plain words why there is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from madegood.measures.pace import Course, by_chance, pace, slopes
from tests.unit.measures.drawn import counts, rolling_years, shares

RISING = [20, 22, 21, 23, 25, 24, 26, 28, 27, 29]


def test_two_points_a_month_from_58_to_85_is_a_range_of_months():
    # A month more each time and one less: the slope is 2 points, 27 away from target.
    found = pace(shares(RISING, target=0.85))
    assert found is not None
    assert found.course is Course.TOWARDS
    assert found.soonest <= 27 / 2 <= found.latest
    assert found.words == (
        f"At the pace of the last 10 months it would reach the target in "
        f"{found.soonest} to {found.latest} months, if nothing changes."
    )


@pytest.mark.parametrize(
    ("drawn", "course", "says"),
    [
        (shares([45] * 10, target=0.85), Course.AT_TARGET, "It is at target now."),
        (shares([30] * 7, target=0.85), Course.TOO_SOON, "7 months, and 8 are needed"),
        (
            shares([30, 31, 29, 30, 32, 28, 31, 30, 29, 31], target=0.85),
            Course.STILL,
            "not reach the target at this pace",
        ),
        (shares(RISING[::-1], target=0.85), Course.AWAY, "moving away"),
        (
            shares([100 + n for n in range(10)], due=1000, target=0.85),
            Course.FAR,
            "more than 36 months",
        ),
    ],
)
def test_it_says_what_it_cannot_say(drawn, course, says):
    found = pace(drawn)
    assert found is not None
    assert found.course is course
    assert says in found.words


def test_a_number_that_should_fall_falls_towards_its_target():
    found = pace(counts([60, 57, 58, 54, 53, 50, 49, 46, 47, 43], target=30))
    assert found is not None
    assert found.course is Course.TOWARDS


@pytest.mark.parametrize(
    "drawn",
    [
        shares(RISING),
        counts(RISING, good_is="neither", target=40),
        shares([], target=0.8),
        rolling_years([40 - n for n in range(24)]),
    ],
)
def test_it_is_not_asked_where_there_is_nothing_to_reach(drawn):
    assert pace(drawn) is None


def test_a_step_up_long_ago_is_no_pace():
    drawn = shares([20, 21, 19, 20] * 4 + [33, 34, 32, 33] * 3, target=0.85)
    assert drawn.breaks == (16,)
    found = pace(drawn)
    assert found is not None
    assert found.course is Course.STILL


def test_one_odd_month_does_not_bend_the_slope():
    even = [(n, float(n)) for n in range(10)]
    odd = [*even[:4], (4, 90.0), *even[5:]]
    assert slopes(even)[0] == 1.0
    assert slopes(odd)[0] == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("values", "chance"),
    [
        # By Kendall's tables for n = 10: S = 45 and S = 21 (two-sided).
        (list(range(10)), 0.0001),
        ([1, 0, 3, 2, 5, 4, 7, 6, 9, 8][:10], 0.0021),
        ([0] * 10, 1.0),
    ],
)
def test_a_rise_is_asked_whether_chance_would_do_as_much(values, chance):
    assert by_chance(values) == pytest.approx(chance, abs=0.002)


@settings(max_examples=200, deadline=None)
@given(
    met=st.lists(st.integers(0, 50), min_size=8, max_size=14),
    target=st.sampled_from([0.5, 0.8, 0.95]),
)
def test_a_range_is_of_whole_months_with_its_ends_in_order(met, target):
    found = pace(shares(met, target=target))
    assert found is not None
    assert (found.course is Course.TOWARDS) == (found.soonest is not None)
    if found.soonest is not None and found.latest is not None:
        assert 1 <= found.soonest <= found.latest <= 36
