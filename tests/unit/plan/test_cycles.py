"""Clocks of what is promised every so often. Every date here is worked out by hand."""

from datetime import date

import pytest

from madegood.plan.cycles import (
    Every,
    Made,
    PeriodState,
    Term,
    every_of,
    judged,
    next_start,
)

MONTHLY = Term(Every(1, "month"), date(2026, 1, 1), 10)


def made(period, on):
    return Made(period, on, "Report", "", "Tom", on)


def states(*args, **given):
    return [period.state.value for period in judged(*args, **given)]


@pytest.mark.parametrize(
    ("read", "every", "said"),
    [
        ("every month: Monitoring", Every(1, "month"), "monthly"),
        ("every 2 months: Review", Every(2, "month"), "every other month"),
        ("every quarter: Report", Every(1, "quarter"), "quarterly"),
        ("every week: Call", Every(1, "week"), "weekly"),
        ("every year: Audit", Every(1, "year"), "annually"),
        ("every 6 months: Survey", Every(6, "month"), "every 6 months"),
    ],
)
def test_what_a_plan_promises_is_read_as_an_interval(read, every, said):
    found, _ = every_of(read)
    assert (found, str(found)) == (every, said)


@pytest.mark.parametrize("read", ["summer 2021: Launch", "every 12 hours: Check", ""])
def test_what_no_clock_can_keep_is_no_interval(read):
    assert every_of(read) is None


def test_a_period_is_kept_missed_or_still_due_by_its_own_day():
    reports = [made(date(2026, 1, 1), date(2026, 2, 10))]  # due 31 January + 10
    assert states([MONTHLY], reports, ended=None, on=date(2026, 3, 11)) == [
        "kept",
        "missed",  # February, due 10 March
        "due",  # March, due 10 April
    ]


def test_the_last_day_is_in_time_and_the_next_is_late():
    on = date(2026, 2, 11)
    (kept, *_) = judged([MONTHLY], [made(date(2026, 1, 1), on)], ended=None, on=on)
    assert (kept.state, kept.days_late) == (PeriodState.LATE, 1)
    assert states([MONTHLY], [], ended=None, on=date(2026, 2, 10))[0] == "due"
    assert states([MONTHLY], [], ended=None, on=on)[0] == "missed"


def test_of_two_reports_the_first_made_counts():
    both = [
        made(date(2026, 1, 1), date(2026, 3, 1)),
        made(date(2026, 1, 1), date(2026, 2, 1)),
    ]
    assert states([MONTHLY], both, ended=None, on=date(2026, 3, 2))[0] == "kept"


def test_the_last_of_a_month_comes_back_after_february():
    term = Term(Every(1, "month"), date(2026, 1, 31), 0)
    firsts = [p.first for p in judged([term], [], ended=None, on=date(2026, 4, 30))]
    assert firsts == [
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
    ]


def test_a_change_asks_nothing_of_the_past_again_and_takes_nothing_from_it():
    quarterly = Term(Every(1, "quarter"), date(2026, 3, 1), 10)
    spans = judged([MONTHLY, quarterly], [], ended=None, on=date(2026, 6, 1))
    assert [(p.first, p.last) for p in spans] == [
        (date(2026, 1, 1), date(2026, 1, 31)),
        (date(2026, 2, 1), date(2026, 2, 28)),
        (date(2026, 3, 1), date(2026, 5, 31)),
        (date(2026, 6, 1), date(2026, 8, 31)),
    ]


def test_what_was_missed_before_the_end_stays_missed_and_the_running_period_falls():
    ended = date(2026, 3, 15)
    assert states([MONTHLY], [], ended=ended, on=date(2026, 12, 1)) == ["missed"] * 2


def test_nothing_is_asked_before_the_first_day():
    assert states([MONTHLY], [], ended=None, on=date(2025, 12, 31)) == []


def test_a_change_begins_when_the_running_period_is_over():
    assert next_start(MONTHLY, date(2026, 3, 15)) == date(2026, 4, 1)
    assert next_start(MONTHLY, date(2026, 3, 31)) == date(2026, 4, 1)
    assert next_start(MONTHLY, date(2025, 3, 31)) == date(2026, 1, 1)


def test_a_daily_promise_of_ten_years_ends():
    daily = Term(Every(1, "day"), date(2016, 11, 23), 0)
    assert len(judged([daily], [], ended=None, on=date(2026, 11, 23))) == 3653
