"""Heaping: at the limit and on the first day, in what was published and in drawn rows."""

from datetime import UTC, date, datetime, timedelta

import pytest

from madegood.clock.periods import Period
from madegood.clock.working_days import add_working_days
from madegood.measures import Settings, measure
from madegood.measures.heaping import heap_at, heap_at_once, heaps
from madegood.measures.spread import Spread, spread
from madegood.measures.states import RowState, State
from tests.unit.measures.published import ASSESSMENTS, ENGLAND_2024, bands

YEAR = Period(date(2025, 11, 1), date(2026, 10, 31))


@pytest.mark.parametrize("year", ASSESSMENTS)
def test_solihulls_assessments_are_heaped_at_45_days_in_2024_and_in_no_year_before(
    year,
):
    found = heap_at(bands(ASSESSMENTS[year]), 45, 5)
    assert (found is not None) == (year == 2024)


def test_a_heap_says_how_many_and_what_its_neighbours_would_give():
    found = heap_at(bands(ASSESSMENTS[2024]), 45, 5)
    assert found is not None
    assert (found.first, found.last, found.count, found.of) == (41, 45, 1379, 3778)
    assert found.share == pytest.approx(0.365, abs=0.0005)
    # 652 in the ten days before, 399 in the five after.
    assert found.expected == pytest.approx((652 / 10 + 399 / 5) / 2 * 5)


@pytest.mark.parametrize("year", ASSESSMENTS)
def test_solihulls_same_day_assessments_are_a_heap_from_2017_to_2020(year):
    found = heap_at_once(bands(ASSESSMENTS[year]))
    assert (found is not None) == (2017 <= year <= 2020)


def test_a_deadline_draws_some_everywhere_which_is_no_heap():
    assert heap_at(bands(ENGLAND_2024), 45, 5) is None
    assert heap_at_once(bands(ENGLAND_2024)) is None


def even(limit=45, each=4, **extra):
    """As many on each day up to twice the limit, and `extra` more on some."""
    more = {int(day.removeprefix("day_")): count for day, count in extra.items()}
    return Spread(
        working=True,
        limit=limit,
        counts=tuple((n, each + more.get(n, 0)) for n in range(2 * limit)),
    )


@pytest.mark.parametrize(
    ("drawn", "kinds"),
    [
        (even(), []),
        (even(day_45=60), ["limit"]),
        (even(day_45=20), []),  # 24 of 380 on one day is too small a part
        (even(day_44=100, day_42=100), ["limit"]),
        (even(day_46=300), []),  # late is late
        (even(day_0=60), ["same day"]),
        (even(day_0=60, day_45=70), ["limit", "same day"]),
        (even(limit=15, day_15=30), ["limit"]),
        (even(limit=15, each=0, day_15=29), []),
        (even(limit=15, each=0, day_15=30), ["limit"]),
        (even(limit=4, day_4=90), []),
        (even(limit=9, day_0=90), []),
        (Spread(working=False, limit=None, counts=((-1, 90), (0, 90))), []),
    ],
)
def test_a_heap_is(drawn, kinds):
    assert [heap.kind for heap in heaps(drawn)] == kinds


def test_calendar_days_go_by_weeks_so_that_no_weekend_makes_a_heap():
    """Everything on Wednesdays: each week is like the next."""
    weekly = Spread(
        working=False,
        limit=42,
        counts=tuple((n, 20 if n % 7 == 0 else 0) for n in range(7, 84)),
    )
    assert heaps(weekly) == []


def row(measure_id, start, stop, state=State.MET, due=None):
    return RowState(
        measure=measure_id, subject="s", child="c", start=start, due=due, stop=stop,
        state=state, reason="", flags=(), counted_on=date(2026, 3, 2), team=None,
        provider=None,
    )  # fmt: skip


def spread_of(measure_id, *rows):
    values = Settings.default().of(measure_id)
    return spread(measure(measure_id), rows, YEAR, values)


def test_days_are_counted_as_the_limit_counts_them():
    monday = date(2026, 3, 2)
    rows = [row("icpc_15wd", monday, add_working_days(monday, n)) for n in (1, 15, 16)]
    rows.append(row("icpc_15wd", monday, monday))
    found = spread_of("icpc_15wd", *rows)
    assert found == Spread(
        working=True, limit=15, counts=((0, 1), (1, 1), (15, 1), (16, 1))
    )


@pytest.mark.parametrize(
    ("hours", "day"), [(0, 0), (1, 1), (24, 1), (25, 2), (72, 3), (73, 4)]
)
def test_72_hours_exactly_is_the_third_day(hours, day):
    back = datetime(2026, 3, 2, 9, tzinfo=UTC)
    found = spread_of(
        "rhi_held_72h", row("rhi_held_72h", back, back + timedelta(hours=hours))
    )
    assert found is not None
    assert (found.limit, found.counts) == (3, ((day, 1),))


def test_what_is_not_done_is_counted_apart_and_what_is_at_fault_not_at_all():
    monday = date(2026, 3, 2)
    found = spread_of(
        "icpc_15wd",
        row("icpc_15wd", monday, None, State.OVERDUE),
        row("icpc_15wd", monday, None, State.PENDING),
        row("icpc_15wd", monday, date(2026, 2, 2), State.DQ_ERROR),
        row("icpc_15wd", monday, date(2026, 2, 27)),
    )
    assert found == Spread(working=True, limit=15, counts=(), undone=1)


def test_where_rows_have_limits_of_their_own_days_are_told_from_the_day_due():
    found = spread_of(
        "cp_review_in_time",
        row("cp_review_in_time", date(2026, 1, 5), date(2026, 4, 1),
            due=date(2026, 4, 5)),
    )  # fmt: skip
    assert found is not None
    assert (found.limit, found.counts) == (None, ((-4, 1),))


def test_what_is_no_clock_has_no_spread():
    assert spread_of("missing_episodes") is None
