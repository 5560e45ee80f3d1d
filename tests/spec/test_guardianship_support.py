"""Support to special guardians, and the first review of care: rules.md §7."""

import pytest

from madegood.clock.moments import parse_as_of
from madegood.measures import calculate, measure
from tests.spec.drawn import drawn, snapshot

CHILDREN = """
child | born
------+-----------
Asha  | 2015-03-01
Ben   | 2008-10-09
Cal   | 2014-05-05
Dee   | 2013-06-06
Eve   | 2012-07-07
"""


def test_support_is_agreed_by_the_day_of_the_order(spec):
    spec(
        "sgo_support_plan_before_order",
        """
        subject | state   | reason             | start      | stop
        --------+---------+--------------------+------------+-----------
        p1      | MET     | support_agreed     | 2026-05-04 | 2026-05-04
        p2      | NOT_MET | late               | 2026-05-04 | 2026-05-05
        p3      | OVERDUE | support_not_agreed | 2026-05-04 |
        p4      | NOT_DUE | not_ordered        |            |
        p5      | OVERDUE | support_not_agreed | 2026-05-04 |
        """,
        children=CHILDREN,
        permanence_plans="""
        plan_id | child | kind     | recorded_on | order_on
        --------+-------+----------+-------------+-----------
        p1      | Asha  | sgo      | 2026-01-05  | 2026-05-04
        p2      | Cal   | sgo      | 2026-01-05  | 2026-05-04
        p3      | Dee   | sgo      | 2026-01-05  | 2026-05-04
        p4      | Eve   | sgo      | 2026-01-05  |
        p5      | Ben   | sgo      | 2026-01-05  | 2026-05-04
        p6      | Asha  | adoption | 2026-01-05  | 2026-05-04
        """,
        sgo_support="""
        child | support_plan_agreed_on
        ------+-----------------------
        Asha  | 2026-05-04
        Cal   | 2026-05-05
        Dee   |
        """,
    )


def test_sgo_14_a_year_without_a_financial_review_is_overdue(spec):
    spec(
        "sgo_financial_review_in_date",
        """
        subject | state          | reason                | start      | due        | flags
        --------+----------------+-----------------------+------------+------------+---------------
        Asha    | OVERDUE        | not_reviewed          | 2025-03-10 | 2026-03-10 | never_reviewed
        Ben     | NOT_APPLICABLE | turned_18             | 2025-03-10 | 2026-03-10 | never_reviewed
        Cal     | MET            | review_in_date        | 2025-11-23 | 2026-11-23 |
        Dee     | OVERDUE        | not_reviewed          | 2025-11-22 | 2026-11-22 |
        Fay     | PENDING        | first_year_of_payment | 2025-11-23 | 2026-11-23 | never_reviewed
        """,
        children=CHILDREN,
        sgo_support="""
        child | payment_started_on | last_financial_review_on
        ------+--------------------+-------------------------
        Asha  | 2025-03-10         |
        Ben   | 2025-03-10         |
        Cal   | 2024-03-10         | 2025-11-23
        Dee   |                    | 2025-11-22
        Eve   |                    |
        Fay   | 2025-11-23         |
        """,
    )


def test_of_a_day_before_the_last_review_only_the_first_year_can_be_told(spec):
    support = """
        child | payment_started_on | last_financial_review_on
        ------+--------------------+-------------------------
        Asha  | 2024-03-10         | 2025-11-23
        Cal   | 2025-03-10         | 2025-11-23
        """
    spec(
        "sgo_financial_review_in_date",
        """
        subject | state    | reason                | due
        --------+----------+-----------------------+-----------
        Asha    | DQ_ERROR | only_a_later_review   | 2025-03-10
        Cal     | PENDING  | first_year_of_payment | 2026-03-10
        """,
        children=CHILDREN,
        sgo_support=support,
        as_of="2025-11-22",
    )
    spec(
        "sgo_financial_review_in_date",
        """
        subject | state | reason         | due
        --------+-------+----------------+-----------
        Asha    | MET   | review_in_date | 2026-11-23
        Cal     | MET   | review_in_date | 2026-11-23
        """,
        children=CHILDREN,
        sgo_support=support,
        as_of="2025-11-23",
    )


@pytest.mark.parametrize("engine", ["reference", "duckdb"])
def test_the_share_in_date_is_of_those_reviewed_or_overdue(engine):
    support = """
        child | payment_started_on | last_financial_review_on
        ------+--------------------+-------------------------
        Asha  | 2025-03-10         |
        Cal   | 2024-03-10         | 2025-11-23
        Dee   | 2024-03-10         | 2026-05-11
        Fay   | 2026-01-10         |
        """
    (found,) = calculate(
        [measure("sgo_financial_review_in_date")],
        snapshot(children=drawn(CHILDREN), sgo_support=drawn(support)),
        as_of=parse_as_of("2026-11-23"),
        engine=engine,
    )
    assert (found.numerator, found.denominator) == (2, 3)


def test_versions_of_a_row_tell_how_it_was_on_an_earlier_day(spec):
    spec(
        "sgo_financial_review_in_date",
        """
        subject | state | reason         | start
        --------+-------+----------------+-----------
        Asha    | MET   | review_in_date | 2025-02-10
        """,
        children=CHILDREN,
        sgo_support="""
        child | payment_started_on | last_financial_review_on | recorded_at
        ------+--------------------+--------------------------+-----------------
        Asha  | 2024-03-10         | 2025-02-10               | 2025-02-10 09:00
        Asha  | 2024-03-10         | 2026-01-10               | 2026-01-10 09:00
        """,
        as_of="2025-11-22",
    )


def test_sgo_01_the_first_review_is_due_twenty_working_days_into_care(spec):
    spec(
        "care_review_first_20wd",
        """
        subject | state   | reason   | due        | stop
        --------+---------+----------+------------+-----------
        Asha    | MET     | reviewed | 2026-02-09 | 2026-02-09
        Cal     | NOT_MET | late     | 2026-02-09 | 2026-02-10
        """,
        children=CHILDREN,
        care="""
        child | started_on
        ------+-----------
        Asha  | 2026-01-12
        Cal   | 2026-01-12
        """,
        care_reviews="""
        child | held_on
        ------+-----------
        Asha  | 2026-05-09
        Asha  | 2026-02-09
        Cal   | 2026-02-10
        """,
    )


def test_moves_in_care_are_one_time_in_care_and_coming_back_is_another(spec):
    spec(
        "care_review_first_20wd",
        """
        subject | state   | reason       | start      | stop
        --------+---------+--------------+------------+-----------
        Asha    | MET     | reviewed     | 2026-01-12 | 2026-02-09
        Asha    | OVERDUE | not_reviewed | 2026-09-01 |
        Cal     | OVERDUE | not_reviewed | 2026-01-12 |
        Cal     | MET     | reviewed     | 2026-09-01 | 2026-09-14
        """,
        children=CHILDREN,
        care="""
        child | started_on | ended_on   | reason_started
        ------+------------+------------+---------------
        Asha  | 2026-01-20 | 2026-03-02 | P
        Asha  | 2026-01-12 | 2026-01-20 | S
        Asha  | 2026-09-01 |            | S
        Cal   | 2026-01-12 | 2026-03-02 | S
        Cal   | 2026-09-01 |            |
        """,
        care_reviews="""
        child | held_on
        ------+-----------
        Asha  | 2026-02-09
        Cal   | 2026-09-14
        """,
    )


def test_times_in_care_of_which_no_first_review_is_asked(spec):
    spec(
        "care_review_first_20wd",
        """
        subject | state          | reason               | due
        --------+----------------+----------------------+-----------
        Asha    | CENSORED       | care_ended           | 2026-02-09
        Ben     | CENSORED       | turned_18            | 2026-10-27
        Cal     | OVERDUE        | not_reviewed         | 2026-02-09
        Dee     | NOT_APPLICABLE | care_began_earlier   | 2026-02-09
        Eve     | EXCLUDED       | short_breaks_in_care | 2026-02-09
        Fay     | CENSORED       | died                 | 2026-02-09
        """,
        children="""
        child | born       | died_on
        ------+------------+-----------
        Asha  | 2015-03-01 |
        Ben   | 2008-10-09 |
        Cal   | 2014-05-05 |
        Dee   | 2013-06-06 |
        Eve   | 2012-07-07 |
        Fay   | 2012-07-07 | 2026-01-30
        """,
        care="""
        child | started_on | ended_on   | reason_started | legal_status
        ------+------------+------------+----------------+-------------
        Asha  | 2026-01-12 | 2026-02-08 | S              | C2
        Ben   | 2026-09-29 | 2026-11-02 | S              | V2
        Cal   | 2026-01-12 | 2026-02-09 | S              | C2
        Dee   | 2026-01-12 |            | P              | C2
        Eve   | 2026-01-12 |            | S              | V4
        Fay   | 2026-01-12 |            | S              | C2
        """,
    )


def test_a_first_review_is_pending_until_its_last_day_is_over(spec):
    for as_of, state in (("2026-02-09", "PENDING"), ("2026-02-10", "OVERDUE")):
        spec(
            "care_review_first_20wd",
            f"""
            subject | state
            --------+--------
            Asha    | {state}
            """,
            children=CHILDREN,
            care="""
            child | started_on
            ------+-----------
            Asha  | 2026-01-12
            """,
            as_of=as_of,
        )
