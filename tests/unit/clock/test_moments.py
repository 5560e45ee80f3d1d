"""Hours run in UTC; dates are London's."""

from datetime import UTC, date, datetime, timedelta

import pytest

from madegood.clock.moments import (
    Moment,
    NotAMoment,
    end_of_day,
    iso,
    parse_as_of,
    parse_moment,
)


def test_a_time_without_an_offset_is_londons():
    assert iso(parse_moment("2026-07-01T08:00").at) == "2026-07-01T07:00:00Z"
    assert iso(parse_moment("2026-01-01T08:00").at) == "2026-01-01T08:00:00Z"


def test_a_time_with_an_offset_keeps_it():
    assert iso(parse_moment("2026-07-01T08:00Z").at) == "2026-07-01T08:00:00Z"
    assert iso(parse_moment("2026-07-01T08:00+02:00").at) == "2026-07-01T06:00:00Z"


def test_seventy_two_hours_over_the_spring_change_are_real_hours():
    returned = parse_moment("2026-03-27T18:00").at
    held = parse_moment("2026-03-30T18:30").at
    assert held - returned == timedelta(hours=71, minutes=30)


def test_the_hour_that_spring_skips_does_not_exist():
    with pytest.raises(NotAMoment, match="clocks skipped"):
        parse_moment("2026-03-29T01:30")


def test_the_hour_that_autumn_repeats_is_read_as_its_first():
    assert iso(parse_moment("2026-10-25T01:30").at) == "2026-10-25T00:30:00Z"


def test_a_bare_date_is_marked_as_known_to_the_day_only():
    assert parse_moment("2026-06-02") == Moment(
        datetime(2026, 6, 1, 23, tzinfo=UTC), dated=True
    )


def test_as_of_a_date_is_the_last_second_of_that_london_day():
    assert iso(parse_as_of("2026-11-23")) == "2026-11-23T23:59:59Z"
    assert iso(parse_as_of("2026-06-23")) == "2026-06-23T22:59:59Z"
    assert parse_as_of("2026-11-23T12:00") == datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_the_day_the_clocks_go_back_is_twenty_five_hours_long():
    day = date(2026, 10, 25)
    assert end_of_day(day) - end_of_day(day - timedelta(days=1)) == timedelta(hours=25)


@pytest.mark.parametrize(
    "text", ["31/02/2026", "2026-02-30", "2026-13-01", "soon", "", "2026-06-02T25:00"]
)
def test_what_is_not_a_time_is_refused_and_quoted(text):
    with pytest.raises(NotAMoment, match="is not a"):
        parse_moment(text)
