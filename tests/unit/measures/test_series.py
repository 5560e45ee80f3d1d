"""Is it changing? By more than chance, or not at all, or nobody can yet say."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from madegood.clock.periods import months
from madegood.measures.series import Point, Verdict, series
from tests.unit.measures.drawn import MONTHS, counts, shares


def wobble(level: int, length: int) -> list[int]:
    return [level + (0, 2, -1, 1, -2)[n % 5] for n in range(length)]


def test_nine_months_are_too_few_to_say():
    found = shares(wobble(25, 9))
    assert found.verdict == "too few to say"
    assert "there are 9, and 10 are needed" in found.sentence


def test_ordinary_wobble_is_no_change():
    found = shares(wobble(25, 36))
    assert found.verdict == "no change"
    assert found.sentence == "No change by more than chance since December 2023."


def test_a_shift_that_lasts_is_told_from_the_month_it_began():
    found = shares(wobble(20, 22) + wobble(33, 14))
    assert found.verdict == "better"
    assert found.sentence == (
        "It has been higher than before by more than chance since October 2025."
    )


def test_the_old_and_the_new_level_are_drawn_apart():
    found = shares(wobble(20, 22) + wobble(33, 14))
    assert found.breaks == (22,)
    assert found.centre[21] == pytest.approx(0.40, abs=0.01)
    assert found.centre[22] == pytest.approx(0.66, abs=0.01)


def test_a_rise_is_worse_where_low_is_good():
    assert counts(wobble(20, 20) + wobble(40, 12)).verdict == "worse"


def test_a_rise_in_a_measure_with_no_good_direction_is_only_a_change():
    found = counts(wobble(20, 20) + wobble(40, 12), good_is="neither")
    assert found.verdict is Verdict.CHANGED


def test_one_month_outside_the_limits_is_told():
    found = shares([*wobble(40, 30), 12])
    assert found.verdict == "worse"
    assert found.sentence == "In June 2026 it was lower than chance allows."


def test_a_shift_back_is_worse_again():
    found = shares(wobble(20, 12) + wobble(35, 12) + wobble(20, 12))
    assert found.verdict == "worse"
    assert len(found.breaks) == 2


def test_six_months_each_higher_than_the_last_are_a_trend():
    found = counts([20, 26, 21, 25, 20, 27, 22, 26, 21, 20, 21, 22, 23, 24, 25])
    assert found.sentence.startswith("It has risen every month since September 2024")


def test_two_of_three_near_the_limit_are_more_than_chance():
    found = shares([25, 24, 26, 25, 24, 26, 25, 24, 26, 25, 35, 25, 35], due=50)
    assert found.signal is not None
    assert found.signal.rule == "near"


def test_limits_are_wider_in_a_month_with_few_cases():
    points = [Point(m, 0.5, 25, 50) for m in MONTHS[:12]]
    points.append(Point(MONTHS[12], 0.5, 4, 8))
    found = series(points, unit="share", good_is="high")
    assert (found.upper[12] or 0) > (found.upper[0] or 0)


def test_a_month_held_back_is_a_gap_with_no_limits():
    points = [Point(m, 0.5, 25, 50) for m in MONTHS[:12]]
    points[4] = Point(MONTHS[4], None, held_back=True)
    found = series(points, unit="share", good_is="high")
    assert (found.lower[4], found.centre[4], found.upper[4]) == (None, None, None)


@pytest.mark.parametrize(
    ("met", "target", "words"),
    [
        (32, 0.85, "21 points below target"),
        (42, 0.85, "1 point below target"),
        (45, 0.85, "5 points above target"),
        (40, 0.80, "at target"),
        (40, 0.804, "just short of target"),
    ],
)
def test_distance_to_target_is_in_points(met: int, target: float, words: str):
    assert shares([met], target=target).gap_words == words


def test_a_measure_with_no_target_has_no_distance():
    assert (shares([40]).gap, shares([40]).gap_words) == (None, "")


@given(
    value=st.integers(0, 60),
    length=st.integers(0, 36),
    good_is=st.sampled_from(["high", "low", "neither"]),
)
def test_a_constant_series_never_shows_change(value: int, length: int, good_is: str):
    for found in (
        shares([value] * length, due=60, good_is=good_is),
        counts([value] * length, good_is=good_is),
    ):
        assert found.verdict in {"no change", "too few to say"}


@settings(max_examples=60, deadline=None)
@given(
    before=st.integers(10, 26),
    after=st.integers(8, 24),
    level=st.integers(10, 30),
    noise=st.lists(st.integers(-3, 3), min_size=50, max_size=50),
)
def test_a_planted_shift_is_always_found(
    before: int, after: int, level: int, noise: list[int]
):
    met = [level + n for n in noise[:before]]
    met += [level + 30 + n for n in noise[before : before + after]]
    found = series(
        [
            Point(m, n / 80, n, 80)
            for m, n in zip(
                months(date(2020, 1, 1), date(2025, 1, 1)), met, strict=False
            )
        ],
        unit="share",
        good_is="high",
    )
    assert before in found.breaks
