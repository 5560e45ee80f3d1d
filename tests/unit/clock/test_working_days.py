"""Working days as SI 2005/1533 and Working Together count them (rules.md 0.2)."""

from datetime import date, timedelta

import pytest

from madegood.clock.working_days import (
    BeyondCalendar,
    add_working_days,
    bank_holidays,
    elapsed_working_days,
    is_working_day,
    span,
)

DUE = """
start      | days | due        | what it turns on
2026-03-16 |   15 | 2026-04-08 | Good Friday and Easter Monday (SD-09)
2025-12-15 |   15 | 2026-01-08 | Christmas, Boxing Day, New Year (SD-15)
2026-03-30 |    7 | 2026-04-10 | Easter (PF-01)
2026-08-29 |    7 | 2026-09-09 | notified on a Saturday; 31 August is a holiday (PF-03)
2026-05-01 |    7 | 2026-05-13 | early May holiday (PF-04)
2026-03-26 |   10 | 2026-04-13 | Easter (CP-04)
2026-01-12 |   20 | 2026-02-09 | no holiday in the window (SGO-01)
2025-11-21 |   30 | 2026-01-07 | publishing the report (AP-01)
2025-11-21 |   70 | 2026-03-04 | the statement of action (AP-01)
2026-11-20 |    1 | 2026-11-23 | a weekend between (SD-06)
2026-12-24 |    1 | 2026-12-29 | Boxing Day falls on a Saturday: 28th is a substitute
2023-05-05 |    1 | 2023-05-09 | the coronation, a one-off
"""

ELAPSED = """
start      | end        | days
2026-03-02 | 2026-03-03 | 1
2026-04-02 | 2026-04-07 | 1
2026-03-14 | 2026-03-15 | 0
2026-03-06 | 2026-03-10 | 2
2026-02-02 | 2026-04-09 | 46
2026-02-05 | 2026-04-09 | 43
2026-03-16 | 2026-04-09 | 16
2026-03-02 | 2026-03-02 | 0
"""


def drawn(table):
    lines = table.strip().splitlines()[1:]
    return [[cell.strip() for cell in line.split("|")] for line in lines]


@pytest.mark.parametrize("row", drawn(DUE), ids=lambda row: row[3])
def test_the_nth_working_day_strictly_after_the_start(row):
    start, days, due, _ = row
    assert add_working_days(date.fromisoformat(start), int(days)).isoformat() == due


@pytest.mark.parametrize("row", drawn(ELAPSED), ids=" to ".join)
def test_elapsed_working_days_count_the_end_and_not_the_start(row):
    start, end, days = row
    between = elapsed_working_days(date.fromisoformat(start), date.fromisoformat(end))
    assert between == int(days)


def test_an_end_before_its_start_has_no_answer():
    with pytest.raises(ValueError, match="2026-02-02 is before 2026-02-05"):
        elapsed_working_days(date(2026, 2, 5), date(2026, 2, 2))


def test_a_deadline_past_the_last_listed_year_is_refused_and_not_guessed():
    _, last = span()
    with pytest.raises(BeyondCalendar, match="Update govuk-bank-holidays"):
        add_working_days(last - timedelta(days=3), 10)


def test_adding_and_counting_are_each_others_inverse():
    for offset in range(800):
        start = date(2025, 1, 1) + timedelta(days=offset)
        assert elapsed_working_days(start, add_working_days(start, 17)) == 17


def test_scottish_and_irish_holidays_are_not_ours():
    assert is_working_day(date(2026, 1, 2))
    assert is_working_day(date(2026, 3, 17))
    assert date(2026, 12, 28) in bank_holidays()
