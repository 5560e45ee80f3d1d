"""Cases of plans, services and carers: ends of months, leap days, and what ends a plan."""

from tests.spec.golden.case import case

REVIEWS = (
    # Three months from the end of a month, in a leap year and not; six months from the end of
    # August.
    case(
        "H-CP-1",
        """
        measure           | subject  | state   | due        | as_of
        ------------------+----------+---------+------------+-----------
        cp_review_in_time | p1-P01#1 | MET     | 2026-02-28 | 2026-04-01
        cp_review_in_time | p1-P02#1 | NOT_MET | 2026-02-28 | 2026-04-01
        cp_review_in_time | p1-P03#1 | MET     | 2024-02-29 | 2024-04-01
        cp_review_in_time | p1-P05#2 | NOT_MET | 2026-02-28 | 2026-04-01
        """,
        cp_plans="""
        plan_id | child_id | started_on
        --------+----------+-----------
        p1-P01  | c1-P01   | 2025-11-30
        p1-P02  | c1-P02   | 2025-11-30
        p1-P03  | c1-P03   | 2023-11-30
        p1-P05  | c1-P05   | 2025-06-01
        """,
        cp_reviews="""
        review_id | plan_id | held_on    | quorate
        ----------+---------+------------+--------
        v0-P01    | p1-P01  | 2026-02-28 | yes
        v0-P02    | p1-P02  | 2026-03-01 | yes
        v0-P03    | p1-P03  | 2024-02-29 | yes
        v0-P05    | p1-P05  | 2025-08-31 | yes
        v1-P05    | p1-P05  | 2026-03-01 | yes
        """,
    ),
    # Without a quorum; ended after it was missed; the first day's is none.
    case(
        "H-CP-2",
        """
        measure           | subject  | state    | due        | as_of
        ------------------+----------+----------+------------+-----------
        cp_review_in_time | p1-P06#1 | NOT_MET  | 2025-04-15 | 2025-06-01
        cp_review_in_time | p1-P08#1 | OVERDUE  | 2025-04-15 |
        cp_review_in_time | p1-P12#1 | DQ_ERROR | 2025-04-15 | 2025-05-01
        """,
        cp_plans="""
        plan_id | child_id | started_on | ended_on
        --------+----------+------------+-----------
        p1-P06  | c1-P06   | 2025-01-15 |
        p1-P08  | c1-P08   | 2025-01-15 | 2025-05-14
        p1-P12  | c1-P12   | 2025-01-15 |
        """,
        cp_reviews="""
        review_id | plan_id | held_on    | quorate
        ----------+---------+------------+--------
        v0-P06    | p1-P06  | 2025-04-10 | no
        v1-P06    | p1-P06  | 2025-05-01 | yes
        v0-P12    | p1-P12  | 2025-01-15 | yes
        """,
    ),
    # A child in need plan ends when protection begins, or care.
    case(
        "H-CN-1",
        """
        measure            | subject  | state    | reason                | due        | as_of
        -------------------+----------+----------+-----------------------+------------+-----------
        cin_review_in_time | p1-P18#1 | MET      |                       | 2026-02-16 | 2026-06-01
        cin_review_in_time | p1-P18#2 | MET      |                       | 2026-05-11 | 2026-06-01
        cin_review_in_time | p1-P20#1 | CENSORED | protection_plan_began | 2026-02-16 | 2026-06-01
        cin_review_in_time | p1-P21#1 | CENSORED | care_began            | 2026-02-16 | 2026-06-01
        """,
        cin_plans="""
        plan_id | child_id | started_on
        --------+----------+-----------
        p1-P18  | c1-P18   | 2026-01-05
        p1-P20  | c1-P20   | 2026-01-05
        p1-P21  | c1-P21   | 2026-01-05
        """,
        cin_reviews="""
        review_id | plan_id | held_on
        ----------+---------+-----------
        v0-P18    | p1-P18  | 2026-02-16
        v1-P18    | p1-P18  | 2026-05-11
        """,
        cp_plans="""
        plan_id | child_id | started_on
        --------+----------+-----------
        q1-P20  | c1-P20   | 2026-02-02
        """,
        care_episodes="""
        child_id | started_on | legal_status
        ---------+------------+-------------
        c1-P21   | 2026-02-02 | C2
        """,
    ),
    # The eleventh working day; the first of two; none.
    case(
        "H-CG-1",
        """
        measure            | subject | state   | due
        -------------------+---------+---------+-----------
        cp_core_group_10wd | p1-P15  | NOT_MET | 2026-04-13
        cp_core_group_10wd | p1-P16  | MET     | 2026-04-13
        cp_core_group_10wd | p1-P17  | OVERDUE | 2026-04-13
        """,
        conferences="""
        conference_id | child_id | kind    | held_on
        --------------+----------+---------+-----------
        k1-P15        | c1-P15   | initial | 2026-03-26
        k1-P16        | c1-P16   | initial | 2026-03-26
        k1-P17        | c1-P17   | initial | 2026-03-26
        """,
        cp_plans="""
        plan_id | child_id | conference_id | started_on
        --------+----------+---------------+-----------
        p1-P15  | c1-P15   | k1-P15        | 2026-03-26
        p1-P16  | c1-P16   | k1-P16        | 2026-03-26
        p1-P17  | c1-P17   | k1-P17        | 2026-03-26
        """,
        core_groups="""
        core_group_id | plan_id | held_on
        --------------+---------+-----------
        g0-P15        | p1-P15  | 2026-04-14
        g0-P16        | p1-P16  | 2026-05-14
        g1-P16        | p1-P16  | 2026-04-10
        """,
    ),
    # From a leap day; on the last day there is still time.
    case(
        "H-L2-1",
        """
        measure               | subject  | state   | due        | as_of
        ----------------------+----------+---------+------------+-----------
        level2_review_in_date | s1-V01#1 | OVERDUE | 2025-02-28 | 2025-03-01
        level2_review_in_date | s1-V02#1 | PENDING | 2025-02-28 | 2025-02-28
        """,
        level2_services="""
        service_id | child_id | started_on
        -----------+----------+-----------
        s1-V01     | c1-V01   | 2024-02-29
        s1-V02     | c1-V02   | 2024-02-29
        """,
    ),
    # Sixteen weeks, and eight more at most, or fewer where fewer were given.
    case(
        "H-CC-1",
        """
        measure                    | subject | state   | due
        ---------------------------+---------+---------+-----------
        temporary_approval_in_time | k1-N01  | MET     | 2026-04-27
        temporary_approval_in_time | k1-N02  | NOT_MET | 2026-04-27
        temporary_approval_in_time | k1-N03  | MET     | 2026-06-22
        temporary_approval_in_time | k1-N04  | NOT_MET | 2026-06-22
        temporary_approval_in_time | k1-N09  | NOT_MET | 2026-05-11
        """,
        carers="""
        carer_id | household_id | kind      | temporarily_approved_on | approved_on | extended_on | extended_until
        ---------+--------------+-----------+-------------------------+-------------+-------------+---------------
        k1-N01   | h1-N01       | connected | 2026-01-05              | 2026-04-27  |             |
        k1-N02   | h1-N02       | connected | 2026-01-05              | 2026-04-28  |             |
        k1-N03   | h1-N03       | connected | 2026-01-05              | 2026-06-22  | 2026-04-20  | 2026-06-22
        k1-N04   | h1-N04       | connected | 2026-01-05              | 2026-06-23  | 2026-04-20  | 2026-07-20
        k1-N09   | h1-N09       | connected | 2026-01-05              | 2026-05-12  | 2026-04-20  | 2026-05-11
        """,
    ),
    # Eighteen months to the end of February; who left before and after; who became a guardian.
    case(
        "H-CC-2",
        """
        measure                 | subject | state    | reason          | due
        ------------------------+---------+----------+-----------------+-----------
        carer_standards_in_time | k1-N10  | MET      |                 | 2026-02-28
        carer_standards_in_time | k1-N11  | NOT_MET  |                 | 2025-08-31
        carer_standards_in_time | k1-N13  | EXCLUDED | left_before_due |
        carer_standards_in_time | k1-N14  | OVERDUE  |                 |
        carer_standards_in_time | k1-N16  | EXCLUDED | left_before_due |
        """,
        carers="""
        carer_id | household_id | kind       | approved_on | ended_on   | end_reason
        ---------+--------------+------------+-------------+------------+-----------
        k1-N10   | h1-N10       | connected  | 2024-08-31  |            |
        k1-N11   | h1-N11       | mainstream | 2024-08-31  |            |
        k1-N13   | h1-N13       | connected  | 2024-08-31  | 2025-12-01 | resigned
        k1-N14   | h1-N14       | connected  | 2024-08-31  | 2026-03-02 | resigned
        k1-N16   | h1-N16       | connected  | 2024-08-31  | 2025-12-01 | sgo
        """,
        carer_standards="""
        carer_id | completed_on
        ---------+-------------
        k1-N10   | 2026-02-28
        k1-N11   | 2025-09-01
        """,
    ),
)
