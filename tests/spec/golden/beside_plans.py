"""Cases beside the golden ones, in their shape, of plans and homes: the day after each boundary, the other
half of each rule, the traps that the rules warn of."""

from tests.spec.golden.case import case

PERMANENCE = (
    # 182 days after the plan is the last; the plan given up; another kind of plan.
    case(
        "U-SGO-1",
        """
        measure              | subject  | state    | reason       | due
        ---------------------+----------+----------+--------------+-----------
        sgo_ordered_26_weeks | U-SGO-1a | MET      |              | 2026-08-11
        sgo_ordered_26_weeks | U-SGO-1b | NOT_MET  |              | 2026-08-11
        sgo_ordered_26_weeks | U-SGO-1c | CENSORED | plan_changed | 2026-08-11
        """,
        permanence_plans="""
        plan_id  | child_id   | kind     | recorded_on | ended_on   | end_reason   | order_on   | order_code
        ---------+------------+----------+-------------+------------+--------------+------------+-----------
        U-SGO-1a | c-U-SGO-1a | sgo      | 2026-02-10  |            |              | 2026-08-11 | E48
        U-SGO-1b | c-U-SGO-1b | sgo      | 2026-02-10  |            |              | 2026-08-12 | E45
        U-SGO-1c | c-U-SGO-1c | sgo      | 2026-02-10  | 2026-05-01 | plan_changed |            |
        U-SGO-1d | c-U-SGO-1d | adoption | 2026-02-10  |            |              |            |
        """,
    ),
    # The day after the twentieth working day, over Easter; not held at all.
    case(
        "U-SGO-2",
        """
        measure                | subject    | state   | due
        -----------------------+------------+---------+-----------
        care_review_first_20wd | c-U-SGO-2a | NOT_MET | 2026-04-20
        care_review_first_20wd | c-U-SGO-2b | OVERDUE | 2026-04-20
        """,
        care_episodes="""
        child_id   | started_on | legal_status | reason_started
        -----------+------------+--------------+---------------
        c-U-SGO-2a | 2026-03-19 | V2           | S
        c-U-SGO-2b | 2026-03-19 | V2           | S
        """,
        care_reviews="""
        child_id   | held_on
        -----------+-----------
        c-U-SGO-2a | 2026-04-21
        """,
    ),
    # Support agreed on the day of the order, the day after, and not at all.
    case(
        "U-SGO-3",
        """
        measure                       | subject  | state
        ------------------------------+----------+--------
        sgo_support_plan_before_order | U-SGO-3a | MET
        sgo_support_plan_before_order | U-SGO-3b | NOT_MET
        sgo_support_plan_before_order | U-SGO-3c | OVERDUE
        """,
        permanence_plans="""
        plan_id  | child_id   | kind | recorded_on | order_on   | order_code
        ---------+------------+------+-------------+------------+-----------
        U-SGO-3a | c-U-SGO-3a | sgo  | 2026-02-10  | 2026-07-01 | E45
        U-SGO-3b | c-U-SGO-3b | sgo  | 2026-02-10  | 2026-07-01 | E45
        U-SGO-3c | c-U-SGO-3c | sgo  | 2026-02-10  | 2026-07-01 | E45
        """,
        sgo_support="""
        child_id   | support_plan_agreed_on
        -----------+-----------------------
        c-U-SGO-3a | 2026-07-01
        c-U-SGO-3b | 2026-07-02
        """,
    ),
)

PRIVATE_FOSTERING = (
    # The working day after; a visit at which the household was not seen; no date at all.
    case(
        "U-PF-1",
        """
        measure        | subject | state    | due
        ---------------+---------+----------+-----------
        pf_initial_7wd | U-PF-1a | NOT_MET  | 2026-04-10
        pf_initial_7wd | U-PF-1b | OVERDUE  | 2026-04-10
        pf_initial_7wd | U-PF-1c | MET      | 2026-04-10
        pf_initial_7wd | U-PF-1d | DQ_ERROR |
        pf_initial_7wd | U-PF-1e | DQ_ERROR |
        """,
        private_fostering="""
        arrangement_id | child_id  | notified_on | aware_on   | started_on
        ---------------+-----------+-------------+------------+-----------
        U-PF-1a        | c-U-PF-1a | 2026-03-30  |            |
        U-PF-1b        | c-U-PF-1b | 2026-03-30  |            |
        U-PF-1c        | c-U-PF-1c |             | 2026-03-30 | 2025-09-01
        U-PF-1d        | c-U-PF-1d |             |            | 2025-09-01
        U-PF-1e        | c-U-PF-1e | 2026-03-30  |            |
        """,
        private_fostering_visits="""
        visit_id  | arrangement_id | visited_on | premises_seen | carer_seen | household_seen | child_seen
        ----------+----------------+------------+---------------+------------+----------------+-----------
        v-U-PF-1a | U-PF-1a        | 2026-04-13 | yes           | yes        | yes            | yes
        v-U-PF-1b | U-PF-1b        | 2026-04-02 | yes           | yes        | no             | yes
        v-U-PF-1c | U-PF-1c        | 2026-04-02 | yes           | yes        | no             | yes
        w-U-PF-1c | U-PF-1c        | 2026-04-10 | no            | yes        | yes            | no
        v-U-PF-1e | U-PF-1e        | 2026-03-27 | yes           | yes        | yes            | yes
        """,
    ),
    # Disabled, so until eighteen; nobody in; not alone with no reason; no report.
    case(
        "U-PF-2",
        """
        measure           | subject   | state
        ------------------+-----------+--------
        pf_visit_interval | U-PF-2a#1 | OVERDUE
        pf_visit_interval | U-PF-2b#1 | NOT_MET
        pf_visit_interval | U-PF-2c#1 | MET
        """,
        children="""
        child_id  | date_of_birth | disabled
        ----------+---------------+---------
        c-U-PF-2a | 2010-07-01    | yes
        c-U-PF-2b | 2014-07-01    | no
        c-U-PF-2c | 2014-07-01    | no
        """,
        private_fostering="""
        arrangement_id | child_id  | notified_on | aware_on
        ---------------+-----------+-------------+-----------
        U-PF-2a        | c-U-PF-2a | 2026-05-01  | 2026-05-01
        U-PF-2b        | c-U-PF-2b | 2026-05-01  | 2026-05-01
        U-PF-2c        | c-U-PF-2c | 2026-05-01  | 2026-05-01
        """,
        private_fostering_visits="""
        visit_id   | arrangement_id | visited_on | child_seen | child_seen_alone | not_alone_reason | report_written_on
        -----------+----------------+------------+------------+------------------+------------------+------------------
        v-U-PF-2a1 | U-PF-2a        | 2026-06-10 | yes        | yes              |                  | 2026-06-11
        v-U-PF-2b1 | U-PF-2b        | 2026-05-08 | yes        | yes              |                  | 2026-05-08
        v-U-PF-2b2 | U-PF-2b        | 2026-06-19 | no         | no               |                  | 2026-06-19
        v-U-PF-2b3 | U-PF-2b        | 2026-06-22 | yes        | yes              |                  | 2026-06-22
        v-U-PF-2c1 | U-PF-2c        | 2026-05-08 | yes        | yes              |                  | 2026-05-08
        v-U-PF-2c2 | U-PF-2c        | 2026-06-19 | yes        | no               | a baby           | 2026-06-19
        """,
    ),
    # In the second year, 84 days; and 85.
    case(
        "U-PF-3",
        """
        measure           | subject   | state   | due
        ------------------+-----------+---------+-----------
        pf_visit_interval | U-PF-3a#1 | MET     | 2026-09-24
        pf_visit_interval | U-PF-3b#1 | NOT_MET | 2026-09-24
        """,
        private_fostering="""
        arrangement_id | child_id  | aware_on
        ---------------+-----------+-----------
        U-PF-3a        | c-U-PF-3a | 2025-06-01
        U-PF-3b        | c-U-PF-3b | 2025-06-01
        """,
        private_fostering_visits="""
        visit_id   | arrangement_id | visited_on | child_seen | child_seen_alone | report_written_on
        -----------+----------------+------------+------------+------------------+------------------
        v-U-PF-3a1 | U-PF-3a        | 2026-07-02 | yes        | yes              | 2026-07-02
        v-U-PF-3a2 | U-PF-3a        | 2026-09-24 | yes        | yes              | 2026-09-24
        v-U-PF-3b1 | U-PF-3b        | 2026-07-02 | yes        | yes              | 2026-07-02
        v-U-PF-3b2 | U-PF-3b        | 2026-09-25 | yes        | yes              | 2026-09-25
        """,
    ),
)

PLANS = (
    # A month's end; the second review; a conference that was not quorate; a child of
    # another authority here for a while.
    case(
        "U-CP-1",
        """
        measure           | subject   | state    | due
        ------------------+-----------+----------+-----------
        cp_review_in_time | U-CP-1a#1 | MET      | 2026-02-28
        cp_review_in_time | U-CP-1a#2 | NOT_MET  | 2026-08-28
        cp_review_in_time | U-CP-1b#1 | OVERDUE  | 2026-04-15
        cp_review_in_time | U-CP-1c#1 | EXCLUDED |
        cp_review_in_time | U-CP-1d#1 | CENSORED |
        cp_review_in_time | U-CP-1e#1 | DQ_ERROR |
        """,
        cp_plans="""
        plan_id | child_id  | started_on | ended_on   | temporary_other_authority
        --------+-----------+------------+------------+--------------------------
        U-CP-1a | c-U-CP-1a | 2025-11-30 |            | no
        U-CP-1b | c-U-CP-1b | 2026-01-15 |            | no
        U-CP-1c | c-U-CP-1c | 2026-01-15 |            | yes
        U-CP-1d | c-U-CP-1d | 2026-01-15 | 2026-04-14 | no
        U-CP-1e | c-U-CP-1e | 2026-01-15 |            | no
        """,
        cp_reviews="""
        review_id | plan_id | held_on    | quorate
        ----------+---------+------------+--------
        w-U-CP-1a | U-CP-1a | 2026-02-28 | yes
        x-U-CP-1a | U-CP-1a | 2026-08-29 | yes
        w-U-CP-1b | U-CP-1b | 2026-04-10 | no
        w-U-CP-1e | U-CP-1e | 2026-01-15 | yes
        """,
    ),
    case(
        "U-CP-2",
        """
        measure            | subject   | state   | due
        -------------------+-----------+---------+-----------
        cp_core_group_10wd | U-CP-2    | NOT_MET | 2026-04-13
        cin_review_in_time | U-CIN-2#1 | MET     | 2026-04-14
        cin_review_in_time | U-CIN-2#2 | NOT_MET | 2026-07-07
        """,
        cp_plans="""
        plan_id | child_id | started_on
        --------+----------+-----------
        U-CP-2  | c-U-CP-2 | 2026-03-26
        """,
        core_groups="""
        core_group_id | plan_id | held_on
        --------------+---------+-----------
        g-U-CP-2      | U-CP-2  | 2026-04-14
        """,
        cin_plans="""
        plan_id | child_id  | started_on
        --------+-----------+-----------
        U-CIN-2 | c-U-CIN-2 | 2026-03-03
        """,
        cin_reviews="""
        review_id  | plan_id | held_on
        -----------+---------+-----------
        r-U-CIN-2a | U-CIN-2 | 2026-04-14
        r-U-CIN-2b | U-CIN-2 | 2026-07-08
        """,
    ),
)

THE_REST = (
    # A desk-top check is no review; a start that nobody recorded; in date still.
    case(
        "U-L2-1",
        """
        measure               | subject   | state    | due
        ----------------------+-----------+----------+-----------
        level2_review_in_date | U-L2-1a#1 | OVERDUE  | 2026-02-28
        level2_review_in_date | U-L2-1b#1 | MET      | 2026-02-28
        level2_review_in_date | U-L2-1b#2 | PENDING  | 2027-02-28
        level2_review_in_date | U-L2-1c#1 | DQ_ERROR |
        level2_backlog        | U-L2-1c#1 | DQ_ERROR |
        level2_backlog        | U-L2-1a#1 | MET      |
        """,
        level2_services="""
        service_id | child_id  | started_on
        -----------+-----------+-----------
        U-L2-1a    | c-U-L2-1a | 2025-02-28
        U-L2-1b    | c-U-L2-1b | 2025-02-28
        U-L2-1c    | c-U-L2-1c |
        """,
        level2_reviews="""
        review_id | service_id | completed_on | child_or_carer_seen
        ----------+------------+--------------+--------------------
        l-U-L2-1a | U-L2-1a    | 2026-02-01   | no
        l-U-L2-1b | U-L2-1b    | 2026-02-28   | yes
        """,
    ),
    # Sixteen weeks, and eight more where it was extended.
    case(
        "U-CC-1",
        """
        measure                    | subject | state   | due
        ---------------------------+---------+---------+-----------
        temporary_approval_in_time | U-CC-1a | MET     | 2026-04-23
        temporary_approval_in_time | U-CC-1b | NOT_MET | 2026-04-23
        temporary_approval_in_time | U-CC-1c | MET     | 2026-06-18
        temporary_approval_in_time | U-CC-1d | OVERDUE | 2026-04-23
        carer_standards_in_time    | U-CC-1a | PENDING | 2027-10-23
        carer_standards_in_time    | U-CC-1e | OVERDUE | 2026-04-23
        """,
        carers="""
        carer_id | kind       | temporarily_approved_on | extended_on | extended_until | approved_on
        ---------+------------+-------------------------+-------------+----------------+------------
        U-CC-1a  | connected  | 2026-01-01              |             |                | 2026-04-23
        U-CC-1b  | connected  | 2026-01-01              |             |                | 2026-04-24
        U-CC-1c  | connected  | 2026-01-01              | 2026-04-20  | 2026-06-18     | 2026-06-18
        U-CC-1d  | connected  | 2026-01-01              |             |                |
        U-CC-1e  | mainstream |                         |             |                | 2025-04-23
        """,
    ),
    # The same day until midnight; the next working day; an offer after the interview.
    case(
        "U-YP-1",
        """
        measure                      | subject | state
        -----------------------------+---------+---------
        homeless_safe_same_day       | U-YP-1a | MET
        homeless_safe_same_day       | U-YP-1b | NOT_MET
        homeless_joint_interview_1wd | U-YP-1a | MET
        homeless_joint_interview_1wd | U-YP-1b | NOT_MET
        homeless_advocate_at_start   | U-YP-1a | MET
        homeless_advocate_at_start   | U-YP-1b | NOT_MET
        homeless_safe_same_day       | U-YP-1c | EXCLUDED
        """,
        children="""
        child_id  | date_of_birth
        ----------+--------------
        c-U-YP-1a | 2009-05-01
        c-U-YP-1b | 2009-05-01
        c-U-YP-1c | 2008-03-01
        """,
        homeless_presentations="""
        presentation_id | child_id  | presented_at     | found_homeless | in_need | safe_tonight_decided_at | joint_interview_at | advocate_offered_on
        ----------------+-----------+------------------+----------------+---------+-------------------------+--------------------+--------------------
        U-YP-1a         | c-U-YP-1a | 2026-03-06T16:00 | yes            | yes     | 2026-03-06T23:58        | 2026-03-09T15:00   | 2026-03-09
        U-YP-1b         | c-U-YP-1b | 2026-03-06T16:00 | yes            | yes     | 2026-03-07T00:05        | 2026-03-10T09:00   | 2026-03-11
        U-YP-1c         | c-U-YP-1c | 2026-03-06T16:00 | yes            | yes     | 2026-03-06T18:00        |                    |
        """,
    ),
    # Nothing open, and before the decision; at the minute of it; with a plan open.
    case(
        "U-TV-1",
        """
        measure          | subject | state          | reason
        -----------------+---------+----------------+--------------
        threshold_visits | U-TV-1a | MET            |
        threshold_visits | U-TV-1b | NOT_APPLICABLE | decided_first
        threshold_visits | U-TV-1c | NOT_APPLICABLE | case_open
        threshold_visits | U-TV-1d | DQ_ERROR       | not_linked
        """,
        referrals="""
        referral_id | child_id  | received_at      | decision_at      | decision_recorded_at
        ------------+-----------+------------------+------------------+---------------------
        r-U-TV-1a   | c-U-TV-1a | 2026-03-02T10:00 | 2026-03-05T10:00 | 2026-03-05T10:00
        r-U-TV-1b   | c-U-TV-1b | 2026-03-02T10:00 | 2026-03-04T10:00 | 2026-03-04T10:00
        r-U-TV-1c   | c-U-TV-1c | 2026-03-02T10:00 | 2026-03-05T10:00 | 2026-03-05T10:00
        """,
        cin_plans="""
        plan_id   | child_id  | started_on
        ----------+-----------+-----------
        n-U-TV-1c | c-U-TV-1c | 2026-01-05
        """,
        visits="""
        visit_id | child_id  | visited_at       | organisation | referral_id
        ---------+-----------+------------------+--------------+------------
        U-TV-1a  | c-U-TV-1a | 2026-03-04T10:00 | social_care  | r-U-TV-1a
        U-TV-1b  | c-U-TV-1b | 2026-03-04T10:00 | social_care  | r-U-TV-1b
        U-TV-1c  | c-U-TV-1c | 2026-03-04T10:00 | social_care  | r-U-TV-1c
        U-TV-1d  | c-U-TV-1d | 2026-03-04T10:00 | social_care  |
        """,
    ),
)
