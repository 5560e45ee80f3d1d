"""Golden cases PF: private fostering."""

from tests.spec.golden.case import case

PRIVATE_FOSTERING = (
    case(
        "PF-01",
        """
        measure        | subject | state | due
        ---------------+---------+-------+-----------
        pf_initial_7wd | PF-01   | MET   | 2026-04-10
        """,
        private_fostering="""
        arrangement_id | child_id | notified_on
        ---------------+----------+------------
        PF-01          | c-PF-01  | 2026-03-30
        """,
        private_fostering_visits="""
        visit_id | arrangement_id | visited_on | premises_seen | carer_seen | household_seen | child_seen
        ---------+----------------+------------+---------------+------------+----------------+-----------
        v-PF-01  | PF-01          | 2026-04-10 | yes           | yes        | yes            | yes
        """,
    ),
    case(
        "PF-03",
        """
        measure        | subject | due
        ---------------+---------+-----------
        pf_initial_7wd | PF-03   | 2026-09-09
        """,
        private_fostering="""
        arrangement_id | child_id | notified_on
        ---------------+----------+------------
        PF-03          | c-PF-03  | 2026-08-29
        """,
    ),
    case(
        "PF-04",
        """
        measure        | subject | due        | flags
        ---------------+---------+------------+------------------
        pf_initial_7wd | PF-04   | 2026-05-13 | late_notification
        """,
        private_fostering="""
        arrangement_id | child_id | notified_on | proposed_start_on
        ---------------+----------+-------------+------------------
        PF-04          | c-PF-04  | 2026-05-01  | 2026-06-05
        """,
    ),
    case(
        "PF-06",
        """
        measure           | subject | state   | start      | due        | stop
        ------------------+---------+---------+------------+------------+-----------
        pf_visit_interval | PF-06#1 | MET     | 2026-01-13 | 2026-02-24 | 2026-02-24
        pf_visit_interval | PF-06#2 | NOT_MET | 2026-02-24 | 2026-04-07 | 2026-04-08
        """,
        private_fostering="""
        arrangement_id | child_id | notified_on | aware_on
        ---------------+----------+-------------+-----------
        PF-06          | c-PF-06  | 2026-01-05  | 2026-01-05
        """,
        private_fostering_visits="""
        visit_id  | arrangement_id | visited_on | child_seen | child_seen_alone | report_written_on
        ----------+----------------+------------+------------+------------------+------------------
        v-PF-06-1 | PF-06          | 2026-01-13 | yes        | yes              | 2026-01-14
        v-PF-06-2 | PF-06          | 2026-02-24 | yes        | yes              | 2026-02-25
        v-PF-06-3 | PF-06          | 2026-04-08 | yes        | yes              | 2026-04-09
        """,
    ),
    # A wait that begins a day before the year is over is of six weeks; a day on, of
    # twelve; whenever the child moved in.
    case(
        "PF-07",
        """
        measure           | as_of      | subject  | start      | due
        ------------------+------------+----------+------------+-----------
        pf_visit_interval | 2027-02-01 | PF-07a#1 | 2027-01-04 | 2027-02-15
        pf_visit_interval | 2027-02-01 | PF-07b#1 | 2027-01-05 | 2027-03-30
        """,
        private_fostering="""
        arrangement_id | child_id | aware_on   | started_on
        ---------------+----------+------------+-----------
        PF-07a         | c-PF-07a | 2026-01-05 | 2025-06-01
        PF-07b         | c-PF-07b | 2026-01-05 | 2025-06-01
        """,
        private_fostering_visits="""
        visit_id | arrangement_id | visited_on | child_seen | child_seen_alone | report_written_on
        ---------+----------------+------------+------------+------------------+------------------
        v-PF-07a | PF-07a         | 2027-01-04 | yes        | yes              | 2027-01-04
        v-PF-07b | PF-07b         | 2027-01-05 | yes        | yes              | 2027-01-05
        """,
    ),
    case(
        "PF-09",
        """
        measure           | subject | state    | reason
        ------------------+---------+----------+----------
        pf_visit_interval | PF-09#1 | CENSORED | turned_16
        """,
        children="""
        child_id | date_of_birth | disabled
        ---------+---------------+---------
        c-PF-09  | 2010-07-01    | no
        """,
        private_fostering="""
        arrangement_id | child_id | notified_on | aware_on
        ---------------+----------+-------------+-----------
        PF-09          | c-PF-09  | 2026-05-01  | 2026-05-01
        """,
        private_fostering_visits="""
        visit_id | arrangement_id | visited_on | child_seen | child_seen_alone | report_written_on
        ---------+----------------+------------+------------+------------------+------------------
        v-PF-09  | PF-09          | 2026-06-10 | yes        | yes              | 2026-06-11
        """,
    ),
    # Who is a relative in law, and who has parental responsibility.
    case(
        "PF-11",
        """
        measure        | subject | state    | reason
        ---------------+---------+----------+-------------------------
        pf_initial_7wd | PF-11a  | EXCLUDED | carer_is_relative
        pf_initial_7wd | PF-11b  | OVERDUE  |
        pf_initial_7wd | PF-11c  | EXCLUDED | carer_is_relative
        pf_initial_7wd | PF-11d  | OVERDUE  |
        pf_initial_7wd | PF-11e  | OVERDUE  |
        pf_initial_7wd | PF-11f  | EXCLUDED | carer_has_responsibility
        """,
        private_fostering="""
        arrangement_id | child_id | notified_on | carer_relationship | carer_has_parental_responsibility
        ---------------+----------+-------------+--------------------+----------------------------------
        PF-11a         | c-PF-11a | 2026-03-30  | grandparent        |
        PF-11b         | c-PF-11b | 2026-03-30  | great_aunt         |
        PF-11c         | c-PF-11c | 2026-03-30  | step_parent        |
        PF-11d         | c-PF-11d | 2026-03-30  | cousin             |
        PF-11e         | c-PF-11e | 2026-03-30  | none               | no
        PF-11f         | c-PF-11f | 2026-03-30  | none               | yes
        """,
    ),
    case(
        "PF-12",
        """
        measure        | subject | state    | reason
        ---------------+---------+----------+-----------
        pf_initial_7wd | PF-12a  | EXCLUDED | short_stay
        pf_initial_7wd | PF-12b  | OVERDUE  |
        """,
        private_fostering="""
        arrangement_id | child_id | notified_on | started_on | ended_on   | intended_days
        ---------------+----------+-------------+------------+------------+--------------
        PF-12a         | c-PF-12a | 2026-03-30  | 2026-03-30 | 2026-04-19 | 20
        PF-12b         | c-PF-12b | 2026-03-30  | 2026-03-30 |            | 28
        """,
    ),
    case(
        "PF-14",
        """
        measure        | subject | state    | reason
        ---------------+---------+----------+---------------------
        pf_initial_7wd | PF-14a  | OVERDUE  |
        pf_initial_7wd | PF-14b  | EXCLUDED | short_stay_at_school
        """,
        private_fostering="""
        arrangement_id | child_id | notified_on | school_kind    | holiday_nights
        ---------------+----------+-------------+----------------+---------------
        PF-14a         | c-PF-14a | 2026-07-06  | not_maintained | 16
        PF-14b         | c-PF-14b | 2026-07-06  | not_maintained | 14
        """,
    ),
    case(
        "PF-16",
        """
        measure        | subject | state    | reason
        ---------------+---------+----------+---------------------
        pf_initial_7wd | PF-16a  | EXCLUDED | withdrawn_before_due
        pf_initial_7wd | PF-16b  | OVERDUE  |
        """,
        private_fostering="""
        arrangement_id | child_id | notified_on | withdrawn_on
        ---------------+----------+-------------+-------------
        PF-16a         | c-PF-16a | 2026-03-30  | 2026-04-01
        PF-16b         | c-PF-16b | 2026-03-30  | 2026-04-13
        """,
    ),
)
