"""A printed cell is a number or a sign, and a year has many spellings."""

import pytest

from madegood.benchmarks.values import SIGNS, number_of, says, sign_of
from madegood.benchmarks.years import year_of


@pytest.mark.parametrize("sign", [one for one in SIGNS if one])
def test_a_sign_is_never_a_number(sign):
    assert number_of(sign) is None
    assert sign_of(f" {sign} ") == sign
    assert says(sign)


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("18.399999999999999", 18.4),
        ("9.3699999999999992", 9.37),
        ("-2.1899999999999999", -2.19),
        ("0", 0.0),
        ("1,334", 1334.0),
        ("1.1E-2", 0.011),
        (" 41 ", 41.0),
    ],
)
def test_float_dust_is_no_part_of_a_number(printed, number):
    assert number_of(printed) == number
    assert sign_of(printed) is None


@pytest.mark.parametrize(
    "printed", ["", "nan", "inf", "1,2", "12%", "٣", "-", "1e", "c"]
)
def test_what_is_no_number_is_not_made_one(printed):
    assert number_of(printed) is None


def test_a_sign_that_the_key_lacks_is_said_to_be_unknown():
    assert "does not explain" in says("~")


@pytest.mark.parametrize(
    ("label", "ends", "standing"),
    [
        ("2025", 2025, ""),
        ("202425", 2025, ""),
        ("199900", 2000, ""),
        ("2024-25", 2025, ""),
        ("2024-25 (OT)", 2025, "OT"),
        ("2024/25", 2025, ""),
        ("2014-16", 2016, ""),
        ("2013/14-15/16", 2016, ""),
        ("2020 (Final)", 2020, "Final"),
        ("2025 (prov)", 2025, "prov"),
        ("0", 0, ""),
        ("", 0, ""),
        ("9999", 0, ""),
    ],
)
def test_a_year_ends_when_its_label_says(label, ends, standing):
    year = year_of(label)
    assert (year.ends, year.label, year.standing) == (ends, label, standing)
