"""Dates as returns are really exported: what can mean one day only is read."""

from datetime import date

import pyarrow as pa
import pytest

from madegood.intake.cells import Unreadable
from madegood.intake.columns import read_column
from madegood.intake.formats.base import Field
from madegood.intake.return_dates import RETURN_DATE, read_partial_date
from madegood.intake.stand_ins import ReadAs

LAST_DAY = date(2018, 3, 31)


@pytest.mark.parametrize(
    "text",
    [
        "31/03/2018", " 31/3/2018 ", "31-03-2018", "31.03.2018", "31/03/18",
        "31/03/2018 00:00", "31/03/2018 00:00:00", "2018-03-31", "2018-03-31 00:00:00",
        "2018-03-31T00:00:00", "2018-03-31 00:00:00.000", "2018-03-31Z", "2018/03/31",
        "2018-03-31+01:00", "31-Mar-18", "31 March 2018", "31/03/2018 12:00:00 AM",
        "Mar 31 2018 12:00AM", "31st March, 2018", "Sat 31 Mar 2018", "31MAR2018",
        "20180331", "'31/03/2018", "March 31, 2018", "2018-03-31T00:00:00Z",
    ],
)  # fmt: skip
def test_is_read(text):
    assert RETURN_DATE(text) == LAST_DAY


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("31/02/2018", "is not a date that exists"),
        ("03/31/2018", "is not a date that exists"),
        ("29/02/2019", "is not a date that exists"),
        ("2018-13-01", "is not a date that exists"),
        ("18-03-17", "can be read in more than one way"),
        ("31.03.18", "can be read in more than one way"),
        ("43190", "is not a date"),
        ("2018-03-30T23:30:00Z", "is not a date written DD/MM/YYYY"),
        ("01/02/0001", "is not in a year that can be meant"),
        ("31/03", "is not a date written DD/MM/YYYY"),
        ("zz/03/2018", "is not a date written DD/MM/YYYY"),
    ],
)
def test_is_refused_in_words(text, says):
    with pytest.raises(Unreadable) as refused:
        RETURN_DATE(text)
    assert refused.value.code == "bad_date"
    assert says in refused.value.says


@pytest.mark.parametrize(
    "text",
    [
        "01/01/1900", "1900-01-01 00:00:00.000", "31/12/9999", "9999-12-31T23:59:59",
        "00/00/0000", "0000-00-00", "00/01/1900", "31/12/1899", "01/01/0001",
    ],
)  # fmt: skip
def test_a_date_that_stands_for_none_is_read_as_not_recorded(text):
    with pytest.raises(ReadAs) as how:
        RETURN_DATE(text)
    assert (how.value.code, how.value.value) == ("placeholder_date", None)


@pytest.mark.parametrize(
    "text", ["31/03/2018 14:30", "2018-03-31 23:59:59", "Mar 31 2018  2:30PM"]
)
def test_of_a_date_with_a_time_the_day_is_read_and_that_is_said(text):
    with pytest.raises(ReadAs) as how:
        RETURN_DATE(text)
    assert (how.value.code, how.value.value) == ("time_not_kept", LAST_DAY)


def read(*texts):
    field = Field("DECOM", None, RETURN_DATE)
    column = read_column(pa.array(texts, pa.string()), field, frozenset({""}))
    return column.values.to_pylist()


def test_where_a_date_can_only_have_the_month_first_none_is_guessed():
    assert read("04/13/2018", "03/04/2018", "05/05/2018") == [
        None,
        None,
        date(2018, 5, 5),
    ]


def test_where_another_can_only_have_the_day_first_one_slip_condemns_no_other():
    assert read("04/13/2018", "03/04/2018", "31/03/2018") == [
        None,
        date(2018, 4, 3),
        LAST_DAY,
    ]


def test_a_two_digit_year_is_of_the_century_in_which_such_a_date_can_lie():
    assert RETURN_DATE("01/02/49") == date(2049, 2, 1)
    assert RETURN_DATE("01/02/50") == date(1950, 2, 1)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("zz/03/2018", "zz/03/2018"),
        ("ZZ/ZZ/2018", "zz/zz/2018"),
        ("zz/zz/zzzz", "zz/zz/zzzz"),
        ("31/03/2018", "2018-03-31"),
    ],
)
def test_a_date_known_in_part(text, read):
    assert read_partial_date(text) == read


@pytest.mark.parametrize("text", ["zz/13/2018", "31/zz/2018", "zz/3/18"])
def test_a_date_known_in_part_that_makes_no_sense(text):
    with pytest.raises(Unreadable):
        read_partial_date(text)
