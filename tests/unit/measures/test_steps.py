"""Months, quarters, years to 31 March and twelve months rolling."""

from datetime import date

import pytest

from madegood.clock.periods import Period
from madegood.measures.steps import ALL_TIME, Span, asked_spans, steps

TODAY = date(2026, 5, 12)


def days(spans):
    return [
        (s.name, s.period.first.isoformat(), s.period.last.isoformat()) for s in spans
    ]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (
            "month",
            [
                ("2026-02", "2026-02-01", "2026-02-28"),
                ("2026-03", "2026-03-01", "2026-03-31"),
                ("2026-04", "2026-04-01", "2026-04-30"),
            ],
        ),
        (
            "quarter",
            [
                ("2026-Q1", "2026-01-01", "2026-03-31"),
                ("2026-Q2", "2026-04-01", "2026-06-30"),
            ],
        ),
        (
            "year",
            [
                ("2025-26", "2025-04-01", "2026-03-31"),
                ("2026-27", "2026-04-01", "2027-03-31"),
            ],
        ),
        (
            "rolling12",
            [
                ("2026-02", "2025-03-01", "2026-02-28"),
                ("2026-03", "2025-04-01", "2026-03-31"),
                ("2026-04", "2025-05-01", "2026-04-30"),
            ],
        ),
    ],
)
def test_every_step_that_is_touched_is_given_whole(step, told):
    assert days(steps(step, date(2026, 2, 27), date(2026, 4, 1))) == told


def test_a_century_is_named_by_both_its_years():
    assert steps("year", date(1999, 4, 1), date(1999, 4, 1))[0].name == "1999-00"


def test_without_a_step_the_periods_themselves_are_asked_of_or_all_of_time():
    march = Period(date(2026, 3, 5), date(2026, 3, 9))
    assert asked_spans("", [march], None, TODAY) == [Span(march)]
    assert asked_spans("", [], None, TODAY) == [ALL_TIME]


def test_without_periods_every_step_from_the_first_day_counted_is_asked_of():
    told = asked_spans("month", [], date(2026, 4, 30), TODAY)
    assert [span.name for span in told] == ["2026-04", "2026-05"]
    assert asked_spans("month", [], None, TODAY) == []


def test_a_count_from_the_beginning_begins_where_anything_was_counted():
    until = Period(date.min, TODAY)
    told = asked_spans("quarter", [until], date(2025, 12, 31), TODAY)
    assert [span.name for span in told] == ["2025-Q4", "2026-Q1", "2026-Q2"]
