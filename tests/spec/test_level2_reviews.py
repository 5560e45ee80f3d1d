"""Level 2 services: a review a year, by someone who saw the child or the carer."""

CHILDREN = """
child | born
------+-----------
Asha  | 2015-03-01
Ben   | 2008-10-09
"""


def test_l2_01_a_service_never_reviewed_is_overdue(spec):
    spec(
        "level2_review_in_date",
        """
        subject | state   | reason       | due        | flags
        --------+---------+--------------+------------+---------------
        s1#1    | OVERDUE | not_reviewed | 2026-02-28 | never_reviewed
        """,
        children=CHILDREN,
        level2_services="""
        service_id | child | started_on
        -----------+-------+-----------
        s1         | Asha  | 2025-02-28
        """,
    )


def test_each_review_starts_the_next_year(spec):
    spec(
        "level2_review_in_date",
        """
        subject | state    | reason            | start      | due        | stop
        --------+----------+-------------------+------------+------------+-----------
        s1#1    | MET      | reviewed          | 2024-02-29 | 2025-02-28 | 2025-02-28
        s1#2    | NOT_MET  | late              | 2025-02-28 | 2026-02-28 | 2026-03-01
        s1#3    | PENDING  |                   | 2026-03-01 | 2027-03-01 |
        s2#1    | CENSORED | service_ended     | 2025-06-01 | 2026-06-01 |
        s3#1    | OVERDUE  | not_reviewed      | 2025-06-01 | 2026-06-01 |
        s4#1    | CENSORED | turned_18         | 2025-12-01 | 2026-12-01 |
        s5#1    | DQ_ERROR | start_not_recorded |           |            |
        """,
        children=CHILDREN,
        level2_services="""
        service_id | child | started_on | ended_on
        -----------+-------+------------+-----------
        s1         | Asha  | 2024-02-29 |
        s2         | Asha  | 2025-06-01 | 2026-05-31
        s3         | Asha  | 2025-06-01 | 2026-06-01
        s4         | Ben   | 2025-12-01 |
        s5         | Asha  |            |
        """,
        level2_reviews="""
        review_id | service_id | completed_on | child_or_carer_seen
        ----------+------------+--------------+--------------------
        r2        | s1         | 2026-03-01   | yes
        r1        | s1         | 2025-02-28   | yes
        r3        | s1         | 2025-12-01   | no
        r4        | s1         | 2025-12-02   |
        """,
    )


def test_the_backlog_is_of_open_services_past_their_day(spec):
    spec(
        "level2_backlog",
        """
        subject | state          | reason
        --------+----------------+--------------
        s1#1    | MET            | not_reviewed
        s2#1    | NOT_MET        | in_date
        s3#1    | NOT_APPLICABLE | service_ended
        """,
        children=CHILDREN,
        level2_services="""
        service_id | child | started_on | ended_on
        -----------+-------+------------+-----------
        s1         | Asha  | 2025-11-21 |
        s2         | Asha  | 2025-11-23 |
        s3         | Asha  | 2024-11-23 | 2026-01-05
        """,
        as_of="2026-11-23",
    )


def test_a_service_closed_without_a_review_is_counted(spec):
    spec(
        "level2_closed_without_review",
        """
        subject | state          | reason
        --------+----------------+-------------
        s1      | NOT_MET        | reviewed
        s2      | MET            | not_reviewed
        s3      | MET            | not_reviewed
        s4      | NOT_APPLICABLE | still_open
        """,
        children=CHILDREN,
        level2_services="""
        service_id | child | started_on | ended_on
        -----------+-------+------------+-----------
        s1         | Asha  | 2025-01-06 | 2026-05-31
        s2         | Asha  | 2025-01-06 | 2026-05-31
        s3         | Asha  | 2025-01-06 | 2026-05-31
        s4         | Asha  | 2025-01-06 |
        """,
        level2_reviews="""
        review_id | service_id | completed_on | child_or_carer_seen
        ----------+------------+--------------+--------------------
        r1        | s1         | 2026-03-01   | yes
        r2        | s2         | 2026-02-28   | yes
        r3        | s3         | 2026-05-01   | no
        """,
    )
