"""Private fostering: the first visit, the assessment, and the visits that follow."""

CHILDREN = """
child | born       | disabled
------+------------+---------
Asha  | 2015-03-01 | no
Ben   | 2010-07-01 | no
Cleo  | 2010-07-01 | yes
Dev   | 2010-07-01 |
Eve   | 2008-10-01 | yes
"""
VISIT = """
visit_id | arrangement_id | visited_on | premises_seen | carer_seen | household_seen | child_seen
---------+----------------+------------+---------------+------------+----------------+-----------
""".rstrip()


def test_pf_01_seven_working_days_over_easter(spec):
    spec(
        "pf_initial_7wd",
        """
        subject | state   | reason   | start      | due        | stop
        --------+---------+----------+------------+------------+-----------
        a1      | MET     | all_seen | 2026-03-30 | 2026-04-10 | 2026-04-10
        a2      | NOT_MET | late     | 2026-03-30 | 2026-04-10 | 2026-04-11
        """,
        children=CHILDREN,
        private_fostering="""
        arrangement_id | child | notified_on | aware_on
        ---------------+-------+-------------+-----------
        a1             | Asha  | 2026-03-30  | 2026-03-30
        a2             | Asha  | 2026-03-30  | 2026-03-30
        """,
        private_fostering_visits=VISIT
        + """
        v1 | a1 | 2026-04-10 | yes | yes | yes | yes
        v2 | a2 | 2026-04-11 | yes | yes | yes | yes
        """,
    )


def test_pf_03_a_form_sent_on_a_saturday_counts_from_that_day(spec):
    spec(
        "pf_initial_7wd",
        """
        subject | state   | due
        --------+---------+-----------
        a1      | PENDING | 2026-09-09
        """,
        children=CHILDREN,
        private_fostering="""
        arrangement_id | child | notified_on
        ---------------+-------+------------
        a1             | Asha  | 2026-08-29
        """,
        as_of="2026-09-09",
    )


def test_pf_04_late_notice_is_marked_and_changes_nothing_for_the_authority(spec):
    spec(
        "pf_initial_7wd",
        """
        subject | state | due        | flags
        --------+-------+------------+------------------
        a1      | MET   | 2026-05-13 | late_notification
        a2      | MET   | 2026-05-13 |
        """,
        children=CHILDREN,
        private_fostering="""
        arrangement_id | child | notified_on | proposed_start_on
        ---------------+-------+-------------+------------------
        a1             | Asha  | 2026-05-01  | 2026-06-05
        a2             | Asha  | 2026-05-01  | 2026-06-12
        """,
        private_fostering_visits=VISIT
        + """
        v1 | a1 | 2026-05-13 | yes | yes | yes | yes
        v2 | a2 | 2026-05-13 | yes | yes | yes | yes
        """,
    )


def test_pf_16_a_proposal_withdrawn_before_it_was_due_is_left_out(spec):
    spec(
        "pf_initial_7wd",
        """
        subject | state    | reason
        --------+----------+---------------------
        a1      | EXCLUDED | withdrawn_before_due
        a2      | OVERDUE  | not_all_seen
        a3      | OVERDUE  | not_all_seen
        a4      | MET      | all_seen
        """,
        children=CHILDREN,
        private_fostering="""
        arrangement_id | child | notified_on | withdrawn_on
        ---------------+-------+-------------+-------------
        a1             | Asha  | 2026-03-30  | 2026-04-01
        a2             | Asha  | 2026-03-30  | 2026-04-11
        a3             | Asha  | 2026-03-30  | 2026-04-10
        a4             | Asha  | 2026-03-30  | 2026-04-02
        """,
        private_fostering_visits=VISIT
        + """
        v1 | a4 | 2026-04-01 | yes | yes | yes | yes
        """,
    )


def test_the_first_visit_is_done_when_the_last_of_the_four_is_seen(spec):
    spec(
        "pf_initial_7wd",
        """
        subject | state    | reason                   | stop
        --------+----------+--------------------------+-----------
        a1      | NOT_MET  | late                     | 2026-04-13
        a2      | OVERDUE  | not_all_seen             |
        a3      | DQ_ERROR | visit_not_fully_recorded |
        a4      | DQ_ERROR | awareness_not_recorded   |
        a5      | CENSORED | arrangement_ended        |
        a6      | OVERDUE  | not_all_seen             |
        a7      | DQ_ERROR | stop_before_start        | 2026-03-27
        a8      | EXCLUDED | other_authority          |
        """,
        children=CHILDREN,
        private_fostering="""
        arrangement_id | child | notified_on | aware_on   | started_on | ended_on   | authority
        ---------------+-------+-------------+------------+------------+------------+----------
        a1             | Asha  | 2026-03-30  |            |            |            |
        a2             | Asha  | 2026-03-30  |            |            |            |
        a3             | Asha  | 2026-03-30  |            |            |            |
        a4             | Asha  |             |            | 2026-03-30 |            |
        a5             | Asha  |             | 2026-03-30 |            | 2026-04-09 |
        a6             | Asha  |             | 2026-03-30 |            | 2026-04-10 |
        a7             | Asha  |             | 2026-03-30 |            |            |
        a8             | Asha  |             | 2026-03-30 |            |            | E08000025
        """,
        private_fostering_visits=VISIT
        + """
        v1 | a1 | 2026-04-01 | yes | yes | no  | no
        v2 | a1 | 2026-04-13 | no  | yes | yes | yes
        v3 | a2 | 2026-04-01 | yes | yes | yes | no
        v4 | a3 | 2026-04-01 | yes | yes |     | yes
        v5 | a7 | 2026-03-27 | yes | yes | yes | yes
        """,
    )


def test_the_assessment_has_forty_two_working_days(spec):
    spec(
        "pf_assessment_42wd",
        """
        subject | state    | reason                   | due        | stop
        --------+----------+--------------------------+------------+-----------
        a1      | MET      | suitability_assessed     | 2026-03-03 | 2026-03-03
        a2      | NOT_MET  | late                     | 2026-03-03 | 2026-03-04
        a3      | OVERDUE  | suitability_not_assessed | 2026-03-03 |
        a4      | CENSORED | arrangement_ended        | 2026-03-03 |
        a5      | EXCLUDED | withdrawn_before_due     | 2026-03-03 |
        a6      | DQ_ERROR | awareness_not_recorded   |            |
        a7      | PENDING  |                          | 2026-11-24 |
        """,
        children=CHILDREN,
        private_fostering="""
        arrangement_id | child | notified_on | started_on | assessment_completed_on | withdrawn_on | ended_on
        ---------------+-------+-------------+------------+-------------------------+--------------+-----------
        a1             | Asha  | 2026-01-03  |            | 2026-03-03              |              |
        a2             | Asha  | 2026-01-04  |            | 2026-03-04              |              |
        a3             | Asha  | 2026-01-04  |            |                         |              | 2026-03-03
        a4             | Asha  | 2026-01-04  |            |                         |              | 2026-03-02
        a5             | Asha  | 2026-01-04  |            |                         | 2026-03-02   |
        a6             | Asha  |             | 2026-01-04 |                         |              |
        a7             | Asha  | 2026-09-25  |            |                         |              |
        """,
    )


LATER = """
visit_id | arrangement_id | visited_on | child_seen | child_seen_alone | not_alone_reason | report_written_on
---------+----------------+------------+------------+------------------+------------------+------------------
""".rstrip()


def test_pf_06_six_weeks_are_forty_two_days_and_easter_is_nothing_to_them(spec):
    spec(
        "pf_visit_interval",
        """
        subject | state   | reason  | start      | due        | stop
        --------+---------+---------+------------+------------+-----------
        a1#1    | MET     | visited | 2026-01-13 | 2026-02-24 | 2026-02-24
        a1#2    | NOT_MET | late    | 2026-02-24 | 2026-04-07 | 2026-04-08
        a1#3    | PENDING |         | 2026-04-08 | 2026-05-20 |
        """,
        children=CHILDREN,
        private_fostering="""
        arrangement_id | child | aware_on
        ---------------+-------+-----------
        a1             | Asha  | 2026-01-05
        """,
        private_fostering_visits=LATER
        + """
        v1 | a1 | 2026-01-13 | yes | yes |       | 2026-01-14
        v2 | a1 | 2026-02-24 | yes | no  | asked | 2026-02-24
        v3 | a1 | 2026-04-08 | yes | yes |       | 2026-04-10
        v4 | a1 | 2026-03-01 | no  | no  |       | 2026-03-01
        v5 | a1 | 2026-03-02 | yes | yes |       |
        v6 | a1 | 2026-03-03 | yes | no  |       | 2026-03-03
        """,
        as_of="2026-05-20",
    )


def test_pf_07_the_first_year_runs_from_when_the_authority_knew(spec):
    spec(
        "pf_visit_interval",
        """
        subject | state   | start      | due
        --------+---------+------------+-----------
        a1#1    | OVERDUE | 2027-01-04 | 2027-02-15
        a2#1    | PENDING | 2027-01-05 | 2027-03-30
        """,
        children=CHILDREN,
        private_fostering="""
        arrangement_id | child | aware_on   | started_on
        ---------------+-------+------------+-----------
        a1             | Asha  | 2026-01-05 | 2025-06-01
        a2             | Asha  | 2026-01-05 | 2025-06-01
        """,
        private_fostering_visits=LATER
        + """
        v1 | a1 | 2027-01-04 | yes | yes | | 2027-01-04
        v2 | a2 | 2027-01-05 | yes | yes | | 2027-01-05
        """,
        as_of="2027-03-30",
    )


def test_pf_09_an_arrangement_ends_in_law_at_sixteen_unless_the_child_is_disabled(spec):
    spec(
        "pf_visit_interval",
        """
        subject | state    | reason      | due        | flags
        --------+----------+-------------+------------+------------------------
        a1#1    | CENSORED | turned_16   | 2026-07-22 |
        a2#1    | OVERDUE  | not_visited | 2026-07-22 |
        a3#1    | CENSORED | turned_16   | 2026-07-22 | disability_not_recorded
        a4#1    | CENSORED | turned_18   | 2026-10-12 |
        a5#1    | OVERDUE  | not_visited | 2026-06-30 |
        """,
        children=CHILDREN,
        private_fostering="""
        arrangement_id | child | aware_on
        ---------------+-------+-----------
        a1             | Ben   | 2026-06-01
        a2             | Cleo  | 2026-06-01
        a3             | Dev   | 2026-06-01
        a4             | Eve   | 2026-08-31
        a5             | Ben   | 2026-05-19
        """,
        private_fostering_visits=LATER
        + """
        v1 | a1 | 2026-06-10 | yes | yes | | 2026-06-10
        v2 | a2 | 2026-06-10 | yes | yes | | 2026-06-10
        v3 | a3 | 2026-06-10 | yes | yes | | 2026-06-10
        """,
    )


def test_a_clock_that_still_runs_is_not_ended_by_a_birthday_to_come(spec):
    spec(
        "pf_visit_interval",
        """
        subject | state   | due
        --------+---------+-----------
        a1#1    | PENDING | 2026-07-13
        """,
        children=CHILDREN,
        private_fostering="""
        arrangement_id | child | aware_on
        ---------------+-------+-----------
        a1             | Ben   | 2026-06-01
        """,
        as_of="2026-06-30",
    )


def test_with_no_visit_the_first_wait_began_when_the_authority_knew(spec):
    spec(
        "pf_visit_interval",
        """
        subject | state    | reason                   | start      | due
        --------+----------+--------------------------+------------+-----------
        a1#1    | OVERDUE  | not_visited              | 2026-01-05 | 2026-02-16
        a2#1    | OVERDUE  | not_visited              | 2026-01-05 | 2026-02-16
        a3#1    | DQ_ERROR | awareness_not_recorded   |            |
        a4#1    | EXCLUDED | withdrawn_before_due     | 2026-01-05 | 2026-02-16
        a5#1    | OVERDUE  | not_visited              | 2026-01-05 | 2026-02-16
        a6#1    | CENSORED | arrangement_ended        | 2026-01-05 | 2026-02-16
        a7#1    | OVERDUE  | not_visited              | 2026-01-05 | 2026-02-16
        a8#1    | DQ_ERROR | visit_not_fully_recorded | 2026-01-05 | 2026-02-16
        """,
        children=CHILDREN,
        private_fostering="""
        arrangement_id | child | notified_on | aware_on   | started_on | withdrawn_on | ended_on
        ---------------+-------+-------------+------------+------------+--------------+-----------
        a1             | Asha  |             | 2026-01-05 | 2025-06-01 |              |
        a2             | Asha  | 2026-01-05  |            |            |              |
        a3             | Asha  |             |            | 2025-06-01 |              |
        a4             | Asha  |             | 2026-01-05 |            | 2026-02-15   |
        a5             | Asha  |             | 2026-01-05 |            | 2026-02-16   |
        a6             | Asha  |             | 2026-01-05 |            |              | 2026-02-15
        a7             | Asha  |             | 2026-01-05 |            |              | 2026-02-16
        a8             | Asha  |             | 2026-01-05 |            |              |
        """,
        private_fostering_visits=LATER
        + """
        v1 | a8 | 2026-02-01 | yes | | | 2026-02-01
        """,
    )


def test_a_child_who_died_is_not_waited_for(spec):
    spec(
        "pf_visit_interval",
        """
        subject | state    | reason
        --------+----------+-------
        a1#1    | CENSORED | died
        """,
        children="""
        child | born       | died_on
        ------+------------+-----------
        Asha  | 2015-03-01 | 2026-02-01
        """,
        private_fostering="""
        arrangement_id | child | aware_on
        ---------------+-------+-----------
        a1             | Asha  | 2026-01-05
        """,
    )
