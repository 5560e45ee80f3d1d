"""Two periods side by side: what each holds, and whether they differ by chance."""

from datetime import UTC, date, datetime

import pytest

from madegood.clock.periods import Period, month_of, months
from madegood.measures import Result, RowState, State, measure
from madegood.measures.two_periods import (
    LEVEL,
    Chance,
    Over,
    adds_up,
    by_group,
    difference,
    over,
)

AS_OF = datetime(2026, 6, 30, 22, 59, 59, tzinfo=UTC)
SPRING = Period(date(2026, 4, 1), date(2026, 6, 30))
MAY, APRIL = month_of(date(2026, 5, 1)), month_of(date(2026, 4, 1))
HELD, EPISODES = measure("rhi_held_72h"), measure("missing_episodes")


def share(period, met, due):
    return Over(period, met, due, met / due if due else None, due, {})


def count(period, met):
    return Over(period, met, met, float(met), period.days, {})


def result(period, met, due, unit="share"):
    states = dict.fromkeys(State, 0) | {State.MET: met}
    value = float(met) if unit == "count" else (met / due if due else None)
    return Result("m", period, {}, states, {}, met, due, value, (None, None), unit, "d")


def row(child, state, day, team="North", subject="e"):
    return RowState(
        HELD.id, subject, child, None, None, None, State(state), "", (), day, team, None
    )


def no_rows():
    raise AssertionError("the months were enough")


# ---- what a period holds --------------------------------------------------------
def test_a_quarter_of_a_share_is_its_months_added_up():
    own = [result(m, 3, 4) for m in months(SPRING.first, SPRING.last)]
    found = over(HELD, SPRING, own, no_rows, AS_OF)
    assert (found.numerator, found.denominator, found.value) == (9, 12, 0.75)
    assert found.states[State.MET] == 9


def test_a_month_outside_the_period_is_not_added():
    own = [result(month_of(date(2026, 3, 1)), 9, 9), result(APRIL, 1, 2)]
    assert over(HELD, SPRING, own, no_rows, AS_OF).denominator == 2


def test_a_quarter_that_was_counted_already_is_taken_as_it_was():
    known = [result(APRIL, 1, 2), result(SPRING, 5, 8)]
    found = over(measure("cp_review_in_time"), SPRING, [], no_rows, AS_OF, known=known)
    assert (found.numerator, found.denominator) == (5, 8)


def test_before_the_data_begins_there_is_nothing():
    assert over(HELD, SPRING, [], no_rows, AS_OF) is None


@pytest.mark.parametrize(
    ("name", "adds"),
    [
        ("rhi_held_72h", True),
        ("missing_episodes", True),
        ("missing_repeat_3_in_90", False),
        ("cp_review_in_time", False),
        ("pf_days_unknown", False),
        ("level2_backlog", False),
    ],
)
def test_some_quarters_are_not_the_sum_of_their_months(name, adds):
    assert adds_up(measure(name)) is adds


def test_a_child_who_repeats_in_two_months_is_one_child_of_the_quarter():
    repeat = measure("missing_repeat_3_in_90")
    rows = [
        row("Asha", "MET", date(2026, 4, 20), subject="Asha"),
        row("Asha", "MET", date(2026, 5, 20), subject="Asha"),
    ]
    found = over(repeat, SPRING, [], lambda: rows, AS_OF)
    assert found.numerator == 1


def test_how_things_stood_is_the_last_month_of_the_period():
    backlog = measure("level2_backlog")
    own = [
        result(m, n, n, "count")
        for n, m in enumerate(months(date(2026, 4, 1), date(2026, 6, 1)), 5)
    ]
    assert over(backlog, SPRING, own, no_rows, AS_OF).value == 7


def test_the_days_of_a_month_that_is_not_over_are_those_that_are():
    mid = datetime(2026, 5, 10, 22, 59, 59, tzinfo=UTC)
    found = over(EPISODES, MAY, [result(MAY, 4, 4, "count")], no_rows, mid)
    assert found.exposure == 10


def test_groups_are_whatever_the_rows_say():
    rows = [
        row("Asha", "MET", date(2026, 5, 2)),
        row("Ben", "NOT_MET", date(2026, 5, 2), team="South"),
        row("Cleo", "MET", date(2026, 5, 2), team=None),
        row("Dan", "MET", date(2026, 4, 2)),
    ]
    found = by_group(HELD, MAY, rows, "team", AS_OF)
    assert {name: (o.numerator, o.denominator) for name, o in found.items()} == {
        "North": (1, 1), "South": (0, 1), "": (1, 1),
    }  # fmt: skip


# ---- more than chance, or not ---------------------------------------------------
@pytest.mark.parametrize(
    ("first", "second", "chance"),
    [
        ((20, 60), (45, 60), Chance.MORE),
        ((30, 60), (36, 60), Chance.WITHIN),
        ((60, 60), (60, 60), Chance.WITHIN),
        ((2, 9), (55, 60), Chance.TOO_FEW),
        ((0, 0), (5, 60), Chance.TOO_FEW),
    ],
)
def test_two_months_of_a_share(first, second, chance):
    found = difference(HELD, share(APRIL, *first), share(MAY, *second))
    assert found.chance is chance


def test_the_difference_of_shares_is_in_points():
    assert difference(HELD, share(APRIL, 20, 40), share(MAY, 30, 40)).size == 25


def test_among_many_groups_it_takes_more():
    first, second = share(APRIL, 20, 60), share(MAY, 36, 60)
    p = difference(HELD, first, second).p
    assert LEVEL / 20 < p < LEVEL
    assert difference(HELD, first, second).chance is Chance.MORE
    assert difference(HELD, first, second, shared=20).chance is Chance.WITHIN


@pytest.mark.parametrize(
    ("first", "second", "chance"),
    [
        ((APRIL, 20), (MAY, 60), Chance.MORE),
        ((APRIL, 40), (MAY, 46), Chance.WITHIN),
        ((APRIL, 4), (MAY, 5), Chance.TOO_FEW),
        ((APRIL, 40), (SPRING, 120), Chance.UNTESTED),
    ],
)
def test_two_periods_of_a_count(first, second, chance):
    assert difference(EPISODES, count(*first), count(*second)).chance is chance


def test_a_longer_period_with_as_many_a_day_is_no_different():
    year = Period(date(2025, 4, 1), date(2026, 3, 31))
    found = difference(EPISODES, count(year, 365), count(MAY, 31))
    assert found.chance is Chance.WITHIN


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("pf_days_unknown", "middle case"),
        ("training_equality_gap", "how things stood"),
        ("homeless_bed_and_breakfast_nights", "adds up lengths"),
        ("level2_backlog", "how things stood"),
    ],
)
def test_what_cannot_be_tested_says_why(name, says):
    found = difference(measure(name), count(APRIL, 40), count(MAY, 60))
    assert found.chance is Chance.UNTESTED
    assert says in found.why


def test_children_who_repeat_are_compared_over_one_length_only():
    repeat = measure("missing_repeat_3_in_90")
    year = Period(date(2025, 4, 1), date(2026, 3, 31))
    assert "one length" in difference(repeat, count(year, 40), count(MAY, 9)).why


def test_a_period_without_a_value_has_no_difference():
    assert difference(HELD, None, share(MAY, 5, 60)).size is None
