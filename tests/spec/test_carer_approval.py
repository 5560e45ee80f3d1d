"""Carers' standards, and approval for the time being."""


def test_standards_are_due_a_year_after_full_approval_or_eighteen_months(spec):
    spec(
        "carer_standards_in_time",
        """
        subject | state   | reason            | start      | due        | stop
        --------+---------+-------------------+------------+------------+-----------
        c1      | MET     | standards_met     | 2025-01-31 | 2026-07-31 | 2026-07-31
        c2      | NOT_MET | late              | 2025-01-31 | 2026-07-31 | 2026-08-01
        c3      | PENDING |                   | 2025-05-23 | 2026-11-23 |
        c4      | OVERDUE | standards_not_met | 2025-05-22 | 2026-11-22 |
        m1      | MET     | standards_met     | 2024-02-29 | 2025-02-28 | 2025-02-28
        m2      | NOT_MET | late              | 2024-02-29 | 2025-02-28 | 2025-03-01
        """,
        carers="""
        carer_id | kind       | temporarily_approved_on | approved_on
        ---------+------------+-------------------------+------------
        c1       | connected  | 2024-10-01              | 2025-01-31
        c2       | connected  |                         | 2025-01-31
        c3       | connected  |                         | 2025-05-23
        c4       | connected  |                         | 2025-05-22
        m1       | mainstream |                         | 2024-02-29
        m2       | mainstream |                         | 2024-02-29
        """,
        carer_standards="""
        carer_id | completed_on
        ---------+-------------
        c1       | 2026-07-31
        c2       | 2026-08-01
        m1       | 2025-02-28
        m2       | 2025-03-01
        """,
    )


def test_whom_the_standards_are_not_asked_of(spec):
    spec(
        "carer_standards_in_time",
        """
        subject | state    | reason
        --------+----------+------------------------
        c1      | NOT_DUE  | approved_for_now
        c2      | EXCLUDED | left_unapproved
        c3      | EXCLUDED | left_before_due
        c4      | OVERDUE  | standards_not_met
        c5      | EXCLUDED | became_special_guardian
        c6      | DQ_ERROR | approval_not_recorded
        c7      | DQ_ERROR | carer_kind_not_recorded
        c8      | DQ_ERROR | ended_before_approved
        c9      | DQ_ERROR | stop_before_start
        s1      | EXCLUDED | short_break_standards
        z1      | EXCLUDED | carer_of_another_authority
        """,
        carers="""
        carer_id | kind        | temporarily_approved_on | approved_on | ended_on   | end_reason       | authority
        ---------+-------------+-------------------------+-------------+------------+------------------+----------
        c1       | connected   | 2024-10-01              |             |            |                  |
        c2       | connected   | 2024-10-01              |             | 2024-12-01 |                  |
        c3       | connected   |                         | 2024-01-31  | 2025-07-30 |                  |
        c4       | connected   |                         | 2024-01-31  | 2025-07-31 |                  |
        c5       | connected   |                         | 2024-01-31  | 2026-07-31 | special_guardian |
        c6       | mainstream  |                         |             |            |                  |
        c7       |             |                         | 2024-01-31  |            |                  |
        c8       | mainstream  |                         | 2024-01-31  | 2024-01-30 |                  |
        c9       | mainstream  |                         | 2024-01-31  |            |                  |
        s1       | short_break |                         | 2024-01-31  |            |                  |
        z1       | mainstream  |                         | 2024-01-31  |            |                  | E08000025
        """,
        carer_standards="""
        carer_id | completed_on
        ---------+-------------
        c9       | 2024-01-30
        """,
    )


def test_approval_for_the_time_being_lasts_sixteen_weeks(spec):
    spec(
        "temporary_approval_in_time",
        """
        subject | state    | reason            | due        | stop
        --------+----------+-------------------+------------+-----------
        c1      | MET      | approved          | 2026-04-27 | 2026-04-27
        c2      | NOT_MET  | late              | 2026-04-27 | 2026-04-28
        c3      | OVERDUE  | not_approved      | 2026-11-22 |
        c4      | PENDING  |                   | 2026-11-23 |
        c5      | CENSORED | no_longer_a_carer | 2026-04-27 |
        c6      | OVERDUE  | not_approved      | 2026-04-27 |
        c7      | DQ_ERROR | stop_before_start | 2026-04-27 | 2026-01-04
        """,
        carers="""
        carer_id | kind       | temporarily_approved_on | approved_on | ended_on
        ---------+------------+-------------------------+-------------+-----------
        c1       | connected  | 2026-01-05              | 2026-04-27  |
        c2       | connected  | 2026-01-05              | 2026-04-28  |
        c3       | connected  | 2026-08-02              |             |
        c4       | connected  | 2026-08-03              |             |
        c5       | connected  | 2026-01-05              |             | 2026-04-27
        c6       | connected  | 2026-01-05              |             | 2026-04-28
        c7       | connected  | 2026-01-05              | 2026-01-04  |
        d1       | connected  |                         | 2026-01-05  |
        m1       | mainstream |                         | 2026-01-05  |
        """,
    )


def test_one_extension_before_it_expires_by_eight_weeks_at_most(spec):
    spec(
        "temporary_approval_in_time",
        """
        subject | state   | due        | flags
        --------+---------+------------+---------
        c1      | MET     | 2026-06-22 | extended
        c2      | NOT_MET | 2026-06-22 | extended
        c3      | NOT_MET | 2026-04-27 |
        c4      | NOT_MET | 2026-05-25 | extended
        c5      | NOT_MET | 2026-06-22 | extended
        """,
        carers="""
        carer_id | kind      | temporarily_approved_on | extended_on | extended_until | approved_on
        ---------+-----------+-------------------------+-------------+----------------+------------
        c1       | connected | 2026-01-05              | 2026-04-27  |                | 2026-06-22
        c2       | connected | 2026-01-05              | 2026-04-27  | 2026-06-22     | 2026-06-23
        c3       | connected | 2026-01-05              | 2026-04-28  | 2026-06-22     | 2026-06-22
        c4       | connected | 2026-01-05              | 2026-04-27  | 2026-05-25     | 2026-05-26
        c5       | connected | 2026-01-05              | 2026-04-27  | 2026-09-01     | 2026-06-23
        """,
    )


def test_an_independent_review_asked_for_in_time_runs_to_its_outcome(spec):
    spec(
        "temporary_approval_in_time",
        """
        subject | state   | reason             | due        | flags
        --------+---------+--------------------+------------+-------------------
        c1      | MET     | approved           | 2026-07-01 | independent_review
        c2      | OVERDUE | not_approved       | 2026-07-01 | independent_review
        c3      | PENDING | review_not_decided | 2026-04-27 | independent_review
        c4      | OVERDUE | not_approved       | 2026-04-27 |
        c5      | MET     | approved           | 2026-04-27 | independent_review
        """,
        carers="""
        carer_id | kind      | temporarily_approved_on | irm_applied_on | irm_decided_on | approved_on
        ---------+-----------+-------------------------+----------------+----------------+------------
        c1       | connected | 2026-01-05              | 2026-04-27     | 2026-07-01     | 2026-07-01
        c2       | connected | 2026-01-05              | 2026-04-27     | 2026-07-01     |
        c3       | connected | 2026-01-05              | 2026-04-27     |                |
        c4       | connected | 2026-01-05              | 2026-04-28     | 2026-07-01     |
        c5       | connected | 2026-01-05              | 2026-04-01     |                | 2026-05-01
        """,
    )


def test_a_placement_that_ended_by_the_day_of_expiry_needs_no_approval(spec):
    spec(
        "temporary_approval_in_time",
        """
        subject | state    | reason
        --------+----------+----------------
        c1      | CENSORED | placement_ended
        c2      | OVERDUE  | not_approved
        c3      | OVERDUE  | not_approved
        c4      | OVERDUE  | not_approved
        """,
        carers="""
        carer_id | kind      | temporarily_approved_on
        ---------+-----------+------------------------
        c1       | connected | 2026-01-05
        c2       | connected | 2026-01-05
        c3       | connected | 2026-01-05
        c4       | connected | 2026-01-05
        """,
        care_episodes="""
        child | started_on | carer_id | ended_on
        ------+------------+----------+-----------
        Asha  | 2026-01-05 | c1       | 2026-02-01
        Asha  | 2026-02-01 | c1       | 2026-04-27
        Ben   | 2026-01-05 | c2       | 2026-04-28
        Ben   | 2026-01-06 | c3       | 2026-02-01
        Asha  | 2026-05-01 | c3       |
        Ben   | 2025-05-01 | c4       | 2025-08-01
        """,
    )
