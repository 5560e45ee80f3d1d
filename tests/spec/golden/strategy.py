"""Golden cases SD: strategy discussions, enquiries, conferences, assessments."""

from tests.spec.golden.case import case

STRATEGY = (
    case(
        "SD-01",
        """
        measure                 | subject | state   | due
        ------------------------+---------+---------+---------------------
        strategy_discussion_1wd | SD-01   | MET     | 2026-03-03
        strategy_discussion_24h | SD-01   | NOT_MET | 2026-03-03T10:00:00Z
        """,
        strategy_discussions="""
        discussion_id | child_id | threshold_decision_at | held_at
        --------------+----------+-----------------------+-----------------
        SD-01         | c-SD-01  | 2026-03-02T10:00      | 2026-03-03T15:00
        """,
    ),
    case(
        "SD-02",
        """
        measure                 | subject | state   | due                  | flags
        ------------------------+---------+---------+----------------------+------------------
        strategy_discussion_1wd | SD-02   | MET     | 2026-04-07           | long_calendar_gap
        strategy_discussion_24h | SD-02   | NOT_MET | 2026-04-03T15:00:00Z | long_calendar_gap
        """,
        strategy_discussions="""
        discussion_id | child_id | threshold_decision_at | held_at
        --------------+----------+-----------------------+-----------------
        SD-02         | c-SD-02  | 2026-04-02T16:00      | 2026-04-07T10:00
        """,
    ),
    case(
        "SD-03",
        """
        measure                 | subject | state
        ------------------------+---------+------
        strategy_discussion_1wd | SD-03   | MET
        strategy_discussion_24h | SD-03   | MET
        """,
        strategy_discussions="""
        discussion_id | child_id | threshold_decision_at | held_at          | out_of_hours
        --------------+----------+-----------------------+------------------+-------------
        SD-03         | c-SD-03  | 2026-03-14T21:00      | 2026-03-15T11:00 | yes
        """,
    ),
    case(
        "SD-04",
        """
        measure                 | subject | state   | due
        ------------------------+---------+---------+-----------
        strategy_discussion_1wd | SD-04   | NOT_MET | 2026-03-09
        """,
        strategy_discussions="""
        discussion_id | child_id | threshold_decision_at | held_at
        --------------+----------+-----------------------+-----------
        SD-04         | c-SD-04  | 2026-03-06            | 2026-03-10
        """,
    ),
    case(
        "SD-06",
        """
        measure                 | as_of      | subject | state   | due
        ------------------------+------------+---------+---------+-----------
        strategy_discussion_1wd | 2026-11-23 | SD-06   | PENDING | 2026-11-23
        strategy_discussion_1wd | 2026-11-24 | SD-06   | OVERDUE | 2026-11-23
        """,
        strategy_discussions="""
        discussion_id | child_id | threshold_decision_at
        --------------+----------+----------------------
        SD-06         | c-SD-06  | 2026-11-20
        """,
    ),
    case(
        "SD-07",
        """
        measure                     | subject | state   | reason
        ----------------------------+---------+---------+---------------
        strategy_discussion_1wd     | SD-07   | MET     |
        strategy_discussion_quorate | SD-07   | NOT_MET | health_missing
        strategy_police_present     | SD-07   | MET     |
        strategy_health_present     | SD-07   | NOT_MET | health_missing
        """,
        strategy_discussions="""
        discussion_id | child_id | threshold_decision_at | held_at
        --------------+----------+-----------------------+-----------------
        SD-07         | c-SD-07  | 2026-03-02T10:00      | 2026-03-03T15:00
        """,
        strategy_attendance="""
        discussion_id | agency      | attended | contributed
        --------------+-------------+----------+------------
        SD-07         | social_care | yes      | yes
        SD-07         | police      | yes      | yes
        SD-07         | health      | no       | yes
        """,
    ),
    case(
        "SD-08",
        """
        measure                     | subject | state | flags
        ----------------------------+---------+-------+-------------------------
        strategy_discussion_quorate | SD-08   | MET   | relevant_partner_missing
        """,
        strategy_discussions="""
        discussion_id | child_id | threshold_decision_at | held_at          | looked_after
        --------------+----------+-----------------------+------------------+-------------
        SD-08         | c-SD-08  | 2026-03-02T10:00      | 2026-03-03T15:00 | yes
        """,
        strategy_attendance="""
        discussion_id | agency      | invited | attended
        --------------+-------------+---------+---------
        SD-08         | social_care | yes     | yes
        SD-08         | police      | yes     | yes
        SD-08         | health      | yes     | yes
        SD-08         | placement   | no      | no
        """,
    ),
    case(
        "SD-09",
        """
        measure             | subject | state   | due
        --------------------+---------+---------+-----------
        icpc_15wd           | SD-09a  | MET     | 2026-04-08
        icpc_15wd           | SD-09b  | NOT_MET | 2026-04-08
        icpc_15wd_published | SD-09a  | MET     |
        icpc_15wd_published | SD-09b  | NOT_MET |
        """,
        s47_enquiries="""
        enquiry_id | child_id | started_on | conference_required
        -----------+----------+------------+--------------------
        SD-09a     | c-SD-09a | 2026-03-16 | yes
        SD-09b     | c-SD-09b | 2026-03-16 | yes
        """,
        conferences="""
        conference_id | child_id | enquiry_id | kind    | held_on
        --------------+----------+------------+---------+-----------
        k-SD-09a      | c-SD-09a | SD-09a     | initial | 2026-04-08
        k-SD-09b      | c-SD-09b | SD-09b     | initial | 2026-04-09
        """,
    ),
    case(
        "SD-11",
        """
        measure   | subject | state | start      | due
        ----------+---------+-------+------------+-----------
        icpc_15wd | SD-11   | MET   | 2026-06-08 | 2026-06-29
        """,
        strategy_discussions="""
        discussion_id | child_id | threshold_decision_at | held_at    | s47_initiated
        --------------+----------+-----------------------+------------+--------------
        SD-11-1       | c-SD-11  | 2026-06-01            | 2026-06-01 | no
        SD-11-2       | c-SD-11  | 2026-06-08            | 2026-06-08 | yes
        """,
        s47_enquiries="""
        enquiry_id | child_id | discussion_id | started_on | conference_required
        -----------+----------+---------------+------------+--------------------
        SD-11      | c-SD-11  | SD-11-2       | 2026-06-08 | yes
        """,
        conferences="""
        conference_id | child_id | enquiry_id | kind    | held_on
        --------------+----------+------------+---------+-----------
        k-SD-11       | c-SD-11  | SD-11      | initial | 2026-06-29
        """,
    ),
    case(
        "SD-13",
        """
        measure             | subject | state
        --------------------+---------+---------
        icpc_15wd           | SD-13   | DQ_ERROR
        icpc_15wd_published | SD-13   | DQ_ERROR
        """,
        s47_enquiries="""
        enquiry_id | child_id | started_on | conference_required
        -----------+----------+------------+--------------------
        SD-13      | c-SD-13  | 2026-02-05 | yes
        """,
        conferences="""
        conference_id | child_id | enquiry_id | kind    | held_on
        --------------+----------+------------+---------+-----------
        k-SD-13       | c-SD-13  | SD-13      | initial | 2026-02-02
        """,
    ),
    case(
        "SD-15",
        """
        measure   | subject | state    | due        | reason
        ----------+---------+----------+------------+------------------------
        icpc_15wd | SD-15   | EXCLUDED | 2026-01-08 | conference_not_required
        """,
        s47_enquiries="""
        enquiry_id | child_id | started_on | conference_required
        -----------+----------+------------+--------------------
        SD-15      | c-SD-15  | 2025-12-15 | no
        """,
    ),
    case(
        "SD-16",
        """
        measure                       | subject | state   | due
        ------------------------------+---------+---------+-----------
        assessment_45wd_from_referral | SD-16   | NOT_MET | 2026-04-08
        assessment_45wd_from_start    | SD-16   | MET     |
        """,
        referrals="""
        referral_id | child_id | received_at
        ------------+----------+-----------
        r-SD-16     | c-SD-16  | 2026-02-02
        """,
        assessments="""
        assessment_id | child_id | referral_id | started_on | authorised_on
        --------------+----------+-------------+------------+--------------
        SD-16         | c-SD-16  | r-SD-16     | 2026-02-05 | 2026-04-09
        """,
    ),
    case(
        "SD-18",
        """
        measure                 | subject | state
        ------------------------+---------+--------
        strategy_discussion_1wd | SD-18a  | NOT_MET
        strategy_discussion_1wd | SD-18b  | NOT_MET
        strategy_discussion_1wd | SD-18c  | NOT_MET
        """,
        strategy_discussions="""
        discussion_id | child_id | meeting_id | threshold_decision_at | held_at
        --------------+----------+------------+-----------------------+-----------------
        SD-18a        | c-SD-18a | m-SD-18    | 2026-03-02T10:00      | 2026-03-05T15:00
        SD-18b        | c-SD-18b | m-SD-18    | 2026-03-02T10:00      | 2026-03-05T15:00
        SD-18c        | c-SD-18c | m-SD-18    | 2026-03-02T10:00      | 2026-03-05T15:00
        """,
    ),
)
