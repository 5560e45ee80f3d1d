"""A column of times is read at once; it must say what the reader of one cell says."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from madegood.clock.moments import NotAMoment, parse_moment
from madegood.intake.moment_columns import plain_moments

TIMES = st.datetimes(datetime(1995, 1, 1), datetime(2035, 1, 1))  # noqa: DTZ001
WRITTEN = st.builds(
    lambda at, shape: at.strftime(shape),
    TIMES,
    st.sampled_from(
        [
            "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%MZ", "%Y-%m-%dT%H:%M:%S",
            "%Y-%m-%d %H:%M:%SZ", "%Y-%m-%d", "%d/%m/%Y %H:%M", "%Y-%m-%dT%H:%M+01:00",
        ]
    ),
)  # fmt: skip
WRONG = st.sampled_from(
    [
        "", " ", "2026-02-29T10:00", "2026-13-01T10:00", "2026-05-31T24:00",
        "2026-05-31T10:60", "2026-03-29T01:30", "0000-00-00T00:00", "2026-00-10T10:00",
        "2026-05-00T10:00", "2026-5-031T10:00", "abcd-ef-ghTij:kl", "éé-05-31T10:00",
        "1899-05-31T10:00", "2101-05-31T10:00", "2024-02-29T23:59:60",
    ]
)  # fmt: skip


def one_by_one(text):
    try:
        return parse_moment(text).at.timestamp()
    except (NotAMoment, OverflowError):
        return None


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(st.one_of(WRITTEN, WRONG), max_size=20))
def test_what_is_told_at_once_is_what_each_cell_says(cells):
    seconds, told = plain_moments(pa.array(cells, pa.string()))
    for text, second, is_told in zip(cells, seconds, told, strict=True):
        if is_told:
            assert second == one_by_one(text), text


@pytest.mark.parametrize("month", [3, 10])
def test_every_minute_of_the_nights_on_which_the_clocks_change(month):
    (sunday,) = [
        day
        for n in range(25, 32)
        if (day := datetime(2026, month, n, tzinfo=UTC)).weekday() == 6
    ]
    cells = [
        (sunday + timedelta(minutes=n)).strftime("%Y-%m-%dT%H:%M") for n in range(240)
    ]
    seconds, told = plain_moments(pa.array(cells))
    assert [one_by_one(text) for text in cells] == [
        second if is_told else None
        for second, is_told in zip(seconds.tolist(), told, strict=True)
    ]


def test_what_databases_write_is_told_at_once():
    cells = ["2026-05-31T09:30", "2026-05-31 09:30:15", "2026-05-31T08:30Z"]
    _, told = plain_moments(pa.array(cells))
    assert np.all(told)


def test_a_part_of_a_column_is_told_as_the_whole():
    cells = pa.array(["2026-05-31T09:30", "x", "2026-06-01T10:00", "2026-06-02T10:00"])
    whole, part = plain_moments(cells), plain_moments(cells.slice(2))
    assert whole[0][2:].tolist() == part[0].tolist()
