"""Cases of discussions, enquiries and assessments at their limits, and of visits before a
decision."""

from tests.spec.golden.case import case

ENQUIRIES = (
    # Put off or moved away before it was due, or after; put off without a reason.
    case(
        "H-SD-1",
        """
        measure                 | subject | state    | reason    | as_of
        ------------------------+---------+----------+-----------+-----------
        strategy_discussion_1wd | d1-X01  | EXCLUDED | rescinded | 2026-03-20
        strategy_discussion_1wd | d1-X02  | OVERDUE  |           | 2026-03-20
        strategy_discussion_1wd | d1-X03  | OVERDUE  |           | 2026-03-20
        strategy_discussion_1wd | d1-X04  | EXCLUDED | moved_out | 2026-03-20
        strategy_discussion_1wd | d1-X05  | OVERDUE  |           | 2026-03-20
        strategy_discussion_1wd | d1-X08  | NOT_MET  |           | 2026-03-20
        """,
        strategy_discussions="""
        discussion_id | child_id | threshold_decision_at | rescinded_at     | rescinded_reason | moved_out_on | held_at
        --------------+----------+-----------------------+------------------+------------------+--------------+-----------------
        d1-X01        | c1-X01   | 2026-03-06T10:00      | 2026-03-09T10:00 | new information  |              |
        d1-X02        | c1-X02   | 2026-03-06T10:00      | 2026-03-10T10:00 | new information  |              |
        d1-X03        | c1-X03   | 2026-03-06T10:00      | 2026-03-09T10:00 |                  |              |
        d1-X04        | c1-X04   | 2026-03-06T10:00      |                  |                  | 2026-03-08   |
        d1-X05        | c1-X05   | 2026-03-06T10:00      |                  |                  | 2026-03-10   |
        d1-X08        | c1-X08   | 2026-03-06T10:00      | 2026-03-12T10:00 | x                |              | 2026-03-11T10:00
        """,
    ),
    # A call without health, which wrote, is no discussion.
    case(
        "H-SD-2",
        """
        measure                 | subject | state   | as_of
        ------------------------+---------+---------+-----------
        strategy_discussion_1wd | d1-X11  | OVERDUE | 2026-03-20
        """,
        strategy_discussions="""
        discussion_id | child_id | threshold_decision_at | held_at          | mode
        --------------+----------+-----------------------+------------------+----------
        d1-X11        | c1-X11   | 2026-03-14T21:00      | 2026-03-14T22:00 | telephone
        """,
        strategy_attendance="""
        discussion_id | agency      | invited | attended | contributed
        --------------+-------------+---------+----------+------------
        d1-X11        | social_care | yes     | yes      | yes
        d1-X11        | police      | yes     | yes      | yes
        d1-X11        | health      | yes     | no       | yes
        """,
    ),
    # From a Saturday; over two days in June 2022; each enquiry has its own conference; one
    # held on the day; a conference for a child who moved here is another matter.
    case(
        "H-47-1",
        """
        measure   | subject | state   | due
        ----------+---------+---------+-----------
        icpc_15wd | e1-I01  | MET     | 2026-05-26
        icpc_15wd | e1-I02  | NOT_MET | 2026-05-26
        icpc_15wd | e1-I03  | NOT_MET | 2022-06-15
        icpc_15wd | e1-I09  | MET     |
        icpc_15wd | e1-I11  | OVERDUE |
        icpc_15wd | e1-I12  | OVERDUE | 2026-01-26
        icpc_15wd | e2-I12  | MET     | 2026-06-22
        """,
        s47_enquiries="""
        enquiry_id | child_id | started_on | conference_required
        -----------+----------+------------+--------------------
        e1-I01     | c1-I01   | 2026-05-02 | yes
        e1-I02     | c1-I02   | 2026-05-02 | yes
        e1-I03     | c1-I03   | 2022-05-23 | yes
        e1-I09     | c1-I09   | 2026-05-06 | yes
        e1-I11     | c1-I11   | 2026-05-06 | yes
        e1-I12     | c1-I12   | 2026-01-05 | yes
        e2-I12     | c1-I12   | 2026-06-01 | yes
        """,
        conferences="""
        conference_id | child_id | enquiry_id | kind        | held_on
        --------------+----------+------------+-------------+-----------
        k1-I01        | c1-I01   | e1-I01     | initial     | 2026-05-26
        k1-I02        | c1-I02   | e1-I02     | initial     | 2026-05-27
        k1-I03        | c1-I03   | e1-I03     | initial     | 2022-06-16
        k1-I09        | c1-I09   | e1-I09     | initial     | 2026-05-06
        k1-I11        | c1-I11   | e1-I11     | transfer_in | 2026-05-20
        k2-I12        | c1-I12   | e2-I12     | initial     | 2026-06-22
        """,
    ),
    # From the start and from the referral; of age on the last day, or after it.
    case(
        "H-AS-3",
        """
        measure                       | subject | state    | reason    | due
        ------------------------------+---------+----------+-----------+-----------
        assessment_45wd_from_referral | a1-A01  | MET      |           | 2026-04-08
        assessment_45wd_from_start    | a1-A02  | MET      |           | 2026-04-13
        assessment_45wd_from_start    | a1-A03  | NOT_MET  |           | 2026-04-13
        assessment_45wd_from_referral | a1-A08  | OVERDUE  |           |
        assessment_45wd_from_referral | a1-A09  | CENSORED | turned_18 |
        """,
        assessments="""
        assessment_id | child_id | referral_id | started_on | authorised_on
        --------------+----------+-------------+------------+--------------
        a1-A01        | c1-A01   | r1-A01      | 2026-02-05 | 2026-04-08
        a1-A02        | c1-A02   | r1-A02      | 2026-02-05 | 2026-04-13
        a1-A03        | c1-A03   | r1-A03      | 2026-02-05 | 2026-04-14
        a1-A08        | c1-A08   | r1-A08      | 2026-02-05 |
        a1-A09        | c1-A09   | r1-A09      | 2026-02-05 |
        """,
        referrals="""
        referral_id | child_id | received_at
        ------------+----------+-----------------
        r1-A01      | c1-A01   | 2026-02-02T09:00
        r1-A02      | c1-A02   | 2026-02-02T09:00
        r1-A03      | c1-A03   | 2026-02-02T09:00
        r1-A08      | c1-A08   | 2026-02-02T09:00
        r1-A09      | c1-A09   | 2026-02-02T09:00
        """,
        children="""
        child_id | date_of_birth
        ---------+--------------
        c1-A08   | 2008-05-01
        c1-A09   | 2008-04-08
        """,
    ),
    # To the minute of the decision; what was open, and what was closed by then; a decision
    # dated before the visit and written down after it.
    case(
        "H-TV-1",
        """
        measure          | subject | state          | reason
        -----------------+---------+----------------+-------------------
        threshold_visits | v1-T02  | NOT_APPLICABLE | decided_first
        threshold_visits | v1-T03  | MET            |
        threshold_visits | v1-T04  | MET            |
        threshold_visits | v1-T05  | NOT_APPLICABLE | case_open
        threshold_visits | v1-T06  | MET            |
        threshold_visits | v1-T08  | NOT_APPLICABLE | case_open
        threshold_visits | v1-T09  | MET            |
        threshold_visits | v1-T12  | NOT_APPLICABLE | decision_backdated
        threshold_visits | v1-T13  | NOT_APPLICABLE | case_open
        """,
        visits="""
        visit_id | child_id | visited_at       | kind | organisation | seen | referral_id
        ---------+----------+------------------+------+--------------+------+------------
        v1-T02   | c1-T02   | 2026-06-04T09:00 | home | social_care  | yes  | r1-T02
        v1-T03   | c1-T03   | 2026-06-04T08:59 | home | social_care  | yes  | r1-T03
        v1-T04   | c1-T04   | 2026-06-03T14:00 | home | social_care  | yes  | r1-T04
        v1-T05   | c1-T05   | 2026-06-03T14:00 | home | social_care  | yes  | r1-T05
        v1-T06   | c1-T06   | 2026-06-03T14:00 | home | social_care  | yes  | r1-T06
        v1-T08   | c1-T08   | 2026-06-03T14:00 | home | social_care  | yes  | r1-T08
        v1-T09   | c1-T09   | 2026-06-03T14:00 | home | social_care  | yes  | r1-T09
        v1-T12   | c1-T12   | 2026-06-05T10:00 | home | social_care  | yes  | r1-T12
        v1-T13   | c1-T13   | 2026-06-03T14:00 | home | social_care  | yes  | r1-T13
        """,
        referrals="""
        referral_id | child_id | received_at      | decision_at      | decision_recorded_at
        ------------+----------+------------------+------------------+---------------------
        r1-T02      | c1-T02   | 2026-06-02T09:00 | 2026-06-04T09:00 |
        r1-T03      | c1-T03   | 2026-06-02T09:00 | 2026-06-04T09:00 |
        r1-T04      | c1-T04   | 2026-06-02T09:00 |                  |
        r1-T05      | c1-T05   | 2026-06-02T09:00 | 2026-06-04T09:00 |
        r1-T06      | c1-T06   | 2026-06-02T09:00 | 2026-06-04T09:00 |
        r1-T08      | c1-T08   | 2026-06-02T09:00 | 2026-06-04T09:00 |
        r1-T09      | c1-T09   | 2026-06-02T09:00 | 2026-06-04T09:00 |
        r1-T12      | c1-T12   | 2026-06-02T09:00 | 2026-06-04T09:00 | 2026-06-08T09:00
        r1-T13      | c1-T13   | 2026-06-02T09:00 | 2026-06-04T09:00 |
        """,
        assessments="""
        assessment_id | child_id | started_on | authorised_on
        --------------+----------+------------+--------------
        a1-T05        | c1-T05   | 2026-06-01 |
        a1-T06        | c1-T06   | 2026-04-01 | 2026-05-27
        """,
        care_leavers="""
        child_id | started_on
        ---------+-----------
        c1-T08   | 2026-01-01
        """,
        court_orders="""
        child_id | started_on | ended_on
        ---------+------------+-----------
        c1-T09   | 2025-01-01 | 2026-06-01
        """,
        private_fostering="""
        arrangement_id | child_id | notified_on | started_on | carer_relationship
        ---------------+----------+-------------+------------+-------------------
        p1-T13         | c1-T13   | 2026-01-01  | 2026-01-01 | friend
        """,
    ),
    # Closed at once, come again, referred again: the last working day, and the one after.
    case(
        "H-TV-2",
        """
        measure                    | subject | state          | reason      | due
        ---------------------------+---------+----------------+-------------+-----------
        assessment_closed_nfa_10wd | a1-T14  | MET            |             | 2026-04-13
        assessment_closed_nfa_10wd | a1-T15  | NOT_MET        |             | 2026-04-13
        rereferral_12m             | r1-T18  | NOT_MET        |             |
        rereferral_12m             | r2-T18  | NOT_MET        |             |
        contact_reopened_20wd      | k1-T19  | MET            |             | 2026-04-29
        contact_reopened_20wd      | k2-T19  | NOT_APPLICABLE | not_decided |
        contact_reopened_20wd      | k1-T20  | NOT_MET        |             | 2026-04-29
        contact_reopened_20wd      | k2-T20  | NOT_APPLICABLE | not_decided |
        """,
        assessments="""
        assessment_id | child_id | started_on | authorised_on | outcome
        --------------+----------+------------+---------------+------------------
        a1-T14        | c1-T14   | 2026-03-26 | 2026-04-13    | no_further_action
        a1-T15        | c1-T15   | 2026-03-26 | 2026-04-14    | no_further_action
        """,
        referrals="""
        referral_id | child_id | received_at
        ------------+----------+-----------------
        r1-T18      | c1-T18   | 2024-02-29T09:00
        r2-T18      | c1-T18   | 2025-03-01T12:00
        """,
        contacts="""
        contact_id | child_id | received_at      | decision_at      | decision
        -----------+----------+------------------+------------------+------------------
        k1-T19     | c1-T19   | 2026-03-30T09:00 | 2026-03-30T09:00 | no_further_action
        k2-T19     | c1-T19   | 2026-04-29T20:00 |                  |
        k1-T20     | c1-T20   | 2026-03-30T09:00 | 2026-03-30T09:00 | no_further_action
        k2-T20     | c1-T20   | 2026-04-30T09:00 |                  |
        """,
    ),
)
