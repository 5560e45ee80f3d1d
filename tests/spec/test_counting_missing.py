"""Counts of missing episodes, of children who repeat them, and the rate of them."""

import pytest

from madegood.clock.moments import parse_as_of, parse_date
from madegood.clock.periods import Period
from madegood.measures import calculate, measure
from tests.spec.drawn import drawn, snapshot


def test_every_episode_of_our_own_children_is_counted_once(spec):
    spec(
        "missing_episodes",
        """
        subject | state    | reason             | counted_on
        --------+----------+--------------------+-----------
        e1      | MET      | counted            | 2026-06-01
        e2      | EXCLUDED | away               | 2026-06-01
        e3      | EXCLUDED | other_authority    | 2026-06-01
        e4      | DQ_ERROR | start_not_recorded | 2026-06-02
        e5      | EXCLUDED | merged             | 2026-06-02
        """,
        episodes="""
        episode | child | kind    | started_at       | returned_at | authority
        --------+-------+---------+------------------+-------------+----------
        e1      | Asha  | missing | 2026-06-01 20:00 | 2026-06-03  |
        e2      | Ben   | away    | 2026-06-01 20:00 | 2026-06-02  |
        e3      | Ben   | missing | 2026-06-01 20:00 | 2026-06-02  | E08000025
        e4      | Ben   | missing |                  | 2026-06-02  |
        e5      | Asha  | missing | 2026-06-02 20:00 | 2026-06-03  |
        """,
    )


def test_three_times_in_ninety_days_counts_both_end_days(spec):
    spec(
        "missing_repeat_3_in_90",
        """
        subject | state   | reason         | counted_on
        --------+---------+----------------+-----------
        Asha    | MET     | repeatedly     | 2026-03-31
        Ben     | NOT_MET | not_repeatedly | 2026-04-01
        """,
        episodes="""
        episode | child | kind    | started_at       | returned_at
        --------+-------+---------+------------------+-----------------
        a1      | Asha  | missing | 2026-01-01 12:00 | 2026-01-01 13:00
        a2      | Asha  | missing | 2026-02-01 12:00 | 2026-02-01 13:00
        a3      | Asha  | missing | 2026-03-31 12:00 | 2026-03-31 13:00
        a4      | Asha  | missing | 2026-09-01 12:00 | 2026-09-01 13:00
        b1      | Ben   | missing | 2026-01-01 12:00 | 2026-01-01 13:00
        b2      | Ben   | missing | 2026-02-01 12:00 | 2026-02-01 13:00
        b3      | Ben   | missing | 2026-04-01 12:00 | 2026-04-01 13:00
        """,
    )


def test_the_rate_is_of_looked_after_children(spec):
    spec(
        "missing_per_100_placement_nights",
        """
        subject | state          | reason
        --------+----------------+--------------------------
        e1      | MET            | counted
        e2      | NOT_APPLICABLE | not_looked_after
        e3      | DQ_ERROR       | looked_after_not_recorded
        """,
        episodes="""
        episode | child | kind    | started_at       | returned_at      | looked_after
        --------+-------+---------+------------------+------------------+-------------
        e1      | Asha  | missing | 2026-06-01 12:00 | 2026-06-01 13:00 | yes
        e2      | Asha  | missing | 2026-06-02 12:00 | 2026-06-02 13:00 | no
        e3      | Asha  | missing | 2026-06-03 12:00 | 2026-06-03 13:00 |
        """,
    )


IN_CARE = """
child | started_on | ended_on   | provider
------+------------+------------+---------
Asha  | 2026-05-22 | 2026-06-11 | North
Asha  | 2026-06-11 |            | South
"""
ONCE = """
episode | child | kind    | started_at       | returned_at | looked_after | provider
--------+-------+---------+------------------+-------------+--------------+---------
e1      | Asha  | missing | 2026-06-05 12:00 | 2026-06-06  | yes          | North
"""


@pytest.mark.parametrize("engine", ["reference", "duckdb"])
def test_nights_are_split_where_the_placement_changed(engine):
    found = calculate(
        [measure("missing_per_100_placement_nights")],
        snapshot(care_episodes=drawn(IN_CARE), missing_episodes=drawn(ONCE)),
        as_of=parse_as_of("2026-06-20"),
        periods=[Period(parse_date("2026-06-01"), parse_date("2026-06-30"))],
        by=["provider"],
        engine=engine,
    )
    said = [(each.by["provider"], each.denominator, each.value) for each in found]
    assert said == [("North", 10, 10.0), ("South", 10, 0.0)]
