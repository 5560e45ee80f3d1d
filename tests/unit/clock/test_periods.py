"""Calendar months, quarters, statistical years and birthdays."""

from datetime import date

from madegood.clock.periods import (
    Period,
    add_months,
    birthday,
    month_of,
    months,
    quarter_of,
    year_to_march,
)


def test_calendar_months_are_clamped_to_the_months_end():
    assert add_months(date(2025, 11, 30), 3) == date(2026, 2, 28)
    assert add_months(date(2026, 1, 15), 3) == date(2026, 4, 15)
    assert add_months(date(2026, 3, 26), 3) == date(2026, 6, 26)
    assert add_months(date(2026, 1, 31), -2) == date(2025, 11, 30)


def test_a_leap_day_child_comes_of_age_on_the_first_of_march():
    assert birthday(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert birthday(date(2008, 2, 29), 16) == date(2024, 2, 29)


def test_the_statistical_year_ends_on_31_march():
    assert year_to_march(date(2026, 3, 31)) == Period(
        date(2025, 4, 1), date(2026, 3, 31)
    )
    assert year_to_march(date(2026, 4, 1)).first == date(2026, 4, 1)


def test_months_of_a_span_are_whole_and_in_order():
    found = months(date(2025, 12, 31), date(2026, 2, 1))
    assert [period.first.month for period in found] == [12, 1, 2]
    assert found[1].last == date(2026, 1, 31)


def test_a_quarter_is_three_calendar_months():
    assert quarter_of(date(2026, 5, 5)) == Period(date(2026, 4, 1), date(2026, 6, 30))
    assert month_of(date(2024, 2, 3)).days == 29
