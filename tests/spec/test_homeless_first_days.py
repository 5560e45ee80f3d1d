"""Homeless children of 16 and 17, from the day they come: rules.md §8."""

CHILDREN = """
child | born
------+-----------
Asha  | 2009-06-01
Ben   | 2008-03-02
Cal   | 2010-03-02
"""


def test_who_is_counted_is_16_or_17_on_the_day_they_come(spec):
    spec(
        "homeless_safe_same_day",
        """
        subject | state    | reason                 | flags
        --------+----------+------------------------+-----------------
        h1      | EXCLUDED | not_16_or_17           |
        h2      | MET      | safe                   |
        h3      | MET      | safe                   |
        h4      | EXCLUDED | not_16_or_17           |
        h5      | EXCLUDED | care_leaver            |
        h6      | MET      | safe                   | no_date_of_birth
        h7      | DQ_ERROR | presented_not_recorded |
        h8      | MET      | safe                   |
        """,
        children=CHILDREN,
        homeless_presentations="""
        presentation_id | child | presented_at     | safe_tonight_decided_at | care_leaver | authority
        ----------------+-------+------------------+-------------------------+-------------+----------
        h1              | Cal   | 2026-03-01 10:00 | 2026-03-01 12:00        |             |
        h2              | Cal   | 2026-03-02 10:00 | 2026-03-02 12:00        |             |
        h3              | Ben   | 2026-03-01 10:00 | 2026-03-01 12:00        | no          |
        h4              | Ben   | 2026-03-02 10:00 | 2026-03-02 12:00        | no          |
        h5              | Asha  | 2026-03-02 10:00 | 2026-03-02 12:00        | yes         |
        h6              | Zed   | 2026-03-02 10:00 | 2026-03-02 12:00        |             |
        h7              | Asha  |                  | 2026-03-02 12:00        |             |
        h8              | Asha  | 2026-03-02 10:00 | 2026-03-02 12:00        |             | E08000025
        """,
    )


def test_safe_by_the_end_of_the_same_day(spec):
    spec(
        "homeless_safe_same_day",
        """
        subject | state    | reason             | due        | stop
        --------+----------+--------------------+------------+-----------------
        h1      | MET      | safe               | 2026-11-02 | 2026-11-02 23:59
        h2      | NOT_MET  | late               | 2026-11-02 | 2026-11-03 00:00
        h3      | OVERDUE  | safety_not_decided | 2026-11-02 |
        h4      | PENDING  |                    | 2026-11-23 |
        h5      | NOT_MET  | late               | 2026-11-02 | 2026-11-03 00:10
        h6      | MET      | safe               | 2026-11-02 | 2026-11-02 23:00
        h7      | DQ_ERROR | stop_before_start  | 2026-11-02 | 2026-11-02 21:00
        """,
        children=CHILDREN,
        homeless_presentations="""
        presentation_id | child | presented_at     | safe_tonight_decided_at | emergency_accommodation_at
        ----------------+-------+------------------+-------------------------+---------------------------
        h1              | Asha  | 2026-11-02 22:00 | 2026-11-02 23:59        |
        h2              | Asha  | 2026-11-02 22:00 | 2026-11-03 00:00        |
        h3              | Asha  | 2026-11-02 22:00 |                         |
        h4              | Asha  | 2026-11-23 22:00 |                         |
        h5              | Asha  | 2026-11-02 22:00 | 2026-11-02 22:30        | 2026-11-03 00:10
        h6              | Asha  | 2026-11-02 22:00 |                         | 2026-11-02 23:00
        h7              | Asha  | 2026-11-02 22:00 | 2026-11-02 21:00        |
        """,
    )


def test_the_joint_interview_is_on_the_next_working_day_at_the_latest(spec):
    spec(
        "homeless_joint_interview_1wd",
        """
        subject | state    | reason            | due        | stop
        --------+----------+-------------------+------------+-----------------
        h1      | MET      | interviewed       | 2026-04-07 | 2026-04-07 16:00
        h2      | NOT_MET  | late              | 2026-04-07 | 2026-04-08 09:00
        h3      | OVERDUE  | not_interviewed   | 2026-11-20 |
        h4      | PENDING  |                   | 2026-11-23 |
        h5      | DQ_ERROR | stop_before_start | 2026-04-07 | 2026-04-01 09:00
        """,
        children=CHILDREN,
        homeless_presentations="""
        presentation_id | child | presented_at     | joint_interview_at
        ----------------+-------+------------------+-------------------
        h1              | Asha  | 2026-04-02 10:00 | 2026-04-07 16:00
        h2              | Asha  | 2026-04-02 10:00 | 2026-04-08 09:00
        h3              | Asha  | 2026-11-19 10:00 |
        h4              | Asha  | 2026-11-20 10:00 |
        h5              | Asha  | 2026-04-02 10:00 | 2026-04-01 09:00
        """,
    )


def test_an_advocate_is_offered_by_the_joint_interview(spec):
    spec(
        "homeless_advocate_at_start",
        """
        subject | state    | reason               | due        | stop
        --------+----------+----------------------+------------+-----------
        h1      | MET      | advocate_offered     | 2026-04-08 | 2026-04-08
        h2      | NOT_MET  | late                 | 2026-04-08 | 2026-04-09
        h3      | OVERDUE  | advocate_not_offered | 2026-04-08 |
        h4      | MET      | advocate_offered     | 2026-04-07 | 2026-04-07
        h5      | NOT_MET  | late                 | 2026-04-07 | 2026-04-08
        h6      | PENDING  |                      | 2026-11-23 |
        h7      | DQ_ERROR | stop_before_start    | 2026-04-08 | 2026-04-01
        """,
        children=CHILDREN,
        homeless_presentations="""
        presentation_id | child | presented_at     | joint_interview_at | advocate_offered_on
        ----------------+-------+------------------+--------------------+--------------------
        h1              | Asha  | 2026-04-02 10:00 | 2026-04-08 09:00   | 2026-04-08
        h2              | Asha  | 2026-04-02 10:00 | 2026-04-08 09:00   | 2026-04-09
        h3              | Asha  | 2026-04-02 10:00 | 2026-04-08 09:00   |
        h4              | Asha  | 2026-04-02 10:00 |                    | 2026-04-07
        h5              | Asha  | 2026-04-02 10:00 |                    | 2026-04-08
        h6              | Asha  | 2026-11-20 10:00 |                    |
        h7              | Asha  | 2026-04-02 10:00 | 2026-04-08 09:00   | 2026-04-01
        """,
    )
