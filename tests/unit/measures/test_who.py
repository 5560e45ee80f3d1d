"""The groups of children that results are broken down by."""

from datetime import date

import pytest

from madegood.measures.who import Child, age_band, ethnic_group

BORN = date(2012, 2, 29)


@pytest.mark.parametrize(
    ("day", "band"),
    [
        (date(2012, 2, 28), "unborn"),
        (BORN, "under 1"),
        (date(2013, 2, 28), "under 1"),
        (date(2013, 3, 1), "1 to 4"),
        (date(2017, 2, 28), "1 to 4"),
        (date(2017, 3, 1), "5 to 9"),
        (date(2022, 3, 1), "10 to 15"),
        (date(2028, 2, 28), "10 to 15"),
        (date(2028, 2, 29), "16 and over"),
        (None, ""),
    ],
)
def test_a_child_is_in_the_band_of_its_age_that_day(day, band):
    assert age_band(Child(born=BORN), day) == band


def test_a_child_that_is_expected_is_unborn_and_of_no_birth_nothing_is_said():
    assert age_band(Child(expected=date(2026, 9, 1)), date(2026, 5, 1)) == "unborn"
    assert age_band(Child(), date(2026, 5, 1)) == ""


@pytest.mark.parametrize(
    ("code", "group"),
    [
        ("WBRI", "White"),
        ("wirt", "White"),
        ("MWBC", "Mixed"),
        ("CHNE", "Asian"),
        ("BAFR", "Black"),
        ("OOTH", "Other"),
        ("REFU", ""),
        ("NOBT", ""),
        ("white", ""),
        (None, ""),
    ],
)
def test_ethnicity_is_told_by_its_main_category(code, group):
    assert ethnic_group(code) == group


def test_nights_are_cut_at_the_birthdays_that_begin_another_band():
    child = Child(sex="female", born=date(2016, 5, 10))
    cut = child.bands(date(2026, 5, 1), date(2026, 5, 31))
    assert [(first.day, last.day, who.age_band) for first, last, who in cut] == [
        (1, 9, "5 to 9"),
        (10, 31, "10 to 15"),
    ]
    whole = child.bands(date(2026, 5, 10), date(2026, 5, 31))
    assert [(first.day, last.day) for first, last, _ in whole] == [(10, 31)]
