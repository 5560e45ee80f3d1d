"""What is divided by what: MET, of MET, NOT_MET and OVERDUE, of rows now due."""

from datetime import date

import pytest

from madegood.clock.moments import parse_as_of
from madegood.clock.periods import Period
from madegood.measures import Result, calculate, measure
from madegood.measures.states import State
from tests.spec.conftest import Spec
from tests.spec.drawn import drawn, snapshot

# In time, late, never held, withdrawn, still to be held, held before its time was up,
# and held before it was decided on.
DECISIONS = """
discussion_id | child | threshold_decision_at | held_at          | rescinded_at     | rescinded_reason
--------------+-------+-----------------------+------------------+------------------+-----------------
d1            | a     | 2026-03-02 10:00      | 2026-03-03 15:00 |                  |
d2            | b     | 2026-03-02 10:00      | 2026-03-05 15:00 |                  |
d3            | c     | 2026-03-03 10:00      |                  |                  |
d4            | d     | 2026-03-03 10:00      |                  | 2026-03-03 11:00 | not needed
d5            | e     | 2026-03-10 10:00      |                  |                  |
d6            | f     | 2026-03-10 10:00      | 2026-03-10 12:00 |                  |
d7            | g     | 2026-03-03 10:00      | 2026-03-02 10:00 |                  |
"""
# Begun in January, due in April, and held late in May.
PLAN = """
plan_id | child | started_on
--------+-------+-----------
p1      | Asha  | 2026-01-15
"""
REVIEWS = """
review_id | plan_id | held_on    | quorate
----------+---------+------------+--------
v1        | p1      | 2026-05-06 | yes
"""


def asked(
    spec: Spec, measure_id: str, as_of: str, *periods: Period, **tables: str
) -> list[Result]:
    return calculate(
        [measure(measure_id)],
        snapshot(**{name: drawn(text) for name, text in tables.items()}),
        as_of=parse_as_of(as_of),
        periods=periods,
        engine=spec.engine,
    )


def timely(spec: Spec, as_of: str) -> Result:
    (found,) = asked(
        spec, "strategy_discussion_1wd", as_of, strategy_discussions=DECISIONS
    )
    return found


def test_open_and_overdue_is_divided_by_and_excluded_is_not(spec):
    told = timely(spec, "2026-03-10")
    assert (told.numerator, told.denominator) == (1, 3)
    assert told.states[State.OVERDUE] == 1
    assert told.states[State.EXCLUDED] == 1
    assert told.states[State.PENDING] == 1


def test_held_early_counts_when_its_time_comes(spec):
    assert timely(spec, "2026-03-10").states[State.MET] == 2
    told = timely(spec, "2026-03-11")
    assert (told.numerator, told.denominator) == (2, 4)


def test_bad_rows_are_in_the_bounds_and_not_in_the_rate(spec):
    told = timely(spec, "2026-03-10")
    assert told.states[State.DQ_ERROR] == 1
    assert told.value == pytest.approx(1 / 3)
    assert told.bounds == (pytest.approx(1 / 4), pytest.approx(2 / 4))


def test_nothing_due_is_no_rate_and_not_nought(spec):
    (told,) = asked(
        spec,
        "strategy_discussion_1wd",
        "2026-03-02",
        strategy_discussions="""
        discussion_id | child | threshold_decision_at
        --------------+-------+----------------------
        d1            | a     | 2026-03-02 10:00
        """,
    )
    assert (told.denominator, told.value) == (0, None)


def test_a_review_is_counted_in_the_month_it_was_due(spec):
    months = [Period(date(2026, n, 1), date(2026, n, 28)) for n in (1, 4, 5)]
    told = asked(
        spec,
        "cp_review_in_time",
        "2026-06-30",
        *months,
        children="""
        child | born
        ------+-----------
        Asha  | 2012-03-01
        """,
        cp_plans=PLAN,
        cp_reviews=REVIEWS,
    )
    assert [each.denominator for each in told] == [0, 1, 0]
