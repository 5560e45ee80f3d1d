"""Private fostering: who told the authority, what it found, and how long it took."""

import pytest

from madegood.clock.moments import parse_as_of
from madegood.measures import calculate, measure
from tests.spec.drawn import drawn, snapshot

FOSTERED = """
arrangement_id | child | notified_on | notified_by | aware_on   | found_by_authority | started_on
---------------+-------+-------------+-------------+------------+--------------------+-----------
a1             | Asha  | 2026-03-30  | school      | 2026-03-30 | no                 | 2026-03-20
a2             | Asha  | 2026-03-30  |             | 2026-03-30 |                    | 2026-03-30
a3             | Asha  |             |             | 2026-03-30 | yes                | 2025-12-20
a4             | Asha  |             |             |            | no                 | 2026-03-30
a5             | Asha  |             |             | 2026-03-30 |                    |
a6             | Ben   | 2026-03-30  | self        | 2026-03-30 | no                 | 2026-04-20
"""


def test_notifications_are_counted_by_who_gave_them(spec):
    spec(
        "pf_notifications",
        """
        subject | state          | reason                 | start
        --------+----------------+------------------------+-----------
        a1      | MET            | notified_by_school     | 2026-03-30
        a2      | MET            | notifier_not_recorded  | 2026-03-30
        a3      | NOT_APPLICABLE | not_notified           |
        a4      | DQ_ERROR       | awareness_not_recorded |
        a5      | NOT_APPLICABLE | not_notified           |
        a6      | MET            | notified_by_self       | 2026-03-30
        """,
        private_fostering=FOSTERED,
    )


def test_awareness_is_the_share_that_had_to_be_found(spec):
    spec(
        "pf_awareness",
        """
        subject | state    | reason
        --------+----------+-------------------
        a1      | NOT_MET  | authority_was_told
        a2      | NOT_MET  | authority_was_told
        a3      | MET      | found_by_authority
        a4      | NOT_MET  | authority_was_told
        a5      | DQ_ERROR | found_not_recorded
        a6      | NOT_MET  | authority_was_told
        """,
        private_fostering=FOSTERED,
    )


def test_days_unknown_run_from_moving_in_to_awareness_and_are_never_fewer_than_none(
    spec,
):
    spec(
        "pf_days_unknown",
        """
        subject | state          | reason                 | start      | stop
        --------+----------------+------------------------+------------+-----------
        a1      | MET            | became_known           | 2026-03-20 | 2026-03-30
        a2      | MET            | became_known           | 2026-03-30 | 2026-03-30
        a3      | MET            | became_known           | 2025-12-20 | 2026-03-30
        a4      | DQ_ERROR       | awareness_not_recorded | 2026-03-30 |
        a5      | NOT_APPLICABLE | not_moved_in           |            |
        a6      | MET            | became_known           | 2026-04-20 | 2026-04-20
        """,
        private_fostering=FOSTERED,
    )


@pytest.mark.parametrize("engine", ["reference", "duckdb"])
def test_the_median_is_of_those_who_moved_in(engine):
    """Of 0, 0, 10 and 100 days: half were known by the day they moved in."""
    (told,) = calculate(
        [measure("pf_days_unknown")],
        snapshot(private_fostering=drawn(FOSTERED)),
        as_of=parse_as_of("2026-11-23"),
        engine=engine,
    )
    assert (told.value, told.unit) == (0, "days")
    assert told.bounds == (None, None)


def test_what_the_authority_did_not_know_yet_was_not_there(spec):
    """On an earlier day the child had moved in and nobody knew."""
    spec(
        "pf_awareness",
        """
        subject | state
        --------+--------
        a4      | NOT_MET
        """,
        private_fostering="""
        arrangement_id | child | aware_on   | found_by_authority | started_on
        ---------------+-------+------------+--------------------+-----------
        a3             | Asha  | 2026-03-30 | yes                | 2025-12-20
        a4             | Asha  |            | no                 | 2025-12-20
        """,
        as_of="2026-03-29",
    )


def test_an_arrangement_is_there_from_when_the_authority_first_knew_of_it(spec):
    fostered = """
    arrangement_id | child | notified_on | notified_by | aware_on   | started_on
    ---------------+-------+-------------+-------------+------------+-----------
    a1             | Asha  | 2026-03-30  | school      |            | 2025-12-20
    a2             | Asha  |             |             | 2026-03-30 | 2025-12-20
    a3             | Asha  | 2026-03-30  | school      | 2026-02-10 | 2025-12-20
    a4             | Asha  | 2026-02-10  | school      | 2026-03-30 | 2025-12-20
    """
    spec(
        "pf_initial_7wd",
        """
        subject | state   | start      | due
        --------+---------+------------+-----------
        a3      | OVERDUE | 2026-02-10 | 2026-02-19
        a4      | OVERDUE | 2026-02-10 | 2026-02-19
        """,
        private_fostering=fostered,
        as_of="2026-03-29",
    )
    spec(
        "pf_initial_7wd",
        """
        subject | state   | start      | due
        --------+---------+------------+-----------
        a1      | PENDING | 2026-03-30 | 2026-04-10
        a2      | PENDING | 2026-03-30 | 2026-04-10
        a3      | PENDING | 2026-03-30 | 2026-04-10
        a4      | OVERDUE | 2026-02-10 | 2026-02-19
        """,
        private_fostering=fostered,
        as_of="2026-03-30",
    )
