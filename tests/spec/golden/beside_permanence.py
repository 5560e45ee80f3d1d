"""Cases of permanence, care and homelessness at their limits."""

from tests.spec.golden.case import case

GUARDIANSHIP = (
    # 182 days, and one more; the plan changed; of age; an order before its plan.
    case(
        "H-SG-1",
        """
        measure              | subject | state    | reason       | due
        ---------------------+---------+----------+--------------+-----------
        sgo_ordered_26_weeks | g1-G01  | MET      |              | 2026-07-06
        sgo_ordered_26_weeks | g1-G02  | NOT_MET  |              | 2026-07-06
        sgo_ordered_26_weeks | g1-G03  | EXCLUDED | turned_18    |
        sgo_ordered_26_weeks | g1-G04  | CENSORED | plan_changed |
        sgo_ordered_26_weeks | g1-G05  | DQ_ERROR |              |
        """,
        permanence_plans="""
        plan_id | child_id | kind | recorded_on | order_on   | order_code | ended_on   | end_reason
        --------+----------+------+-------------+------------+------------+------------+-------------
        g1-G01  | c1-G01   | sgo  | 2026-01-05  | 2026-07-06 | E45        |            |
        g1-G02  | c1-G02   | sgo  | 2026-01-05  | 2026-07-07 | E47        |            |
        g1-G03  | c1-G03   | sgo  | 2026-01-05  |            |            |            |
        g1-G04  | c1-G04   | sgo  | 2026-01-05  |            |            | 2026-03-01 | plan_changed
        g1-G05  | c1-G05   | sgo  | 2026-01-05  | 2026-01-04 | E45        |            |
        """,
        children="""
        child_id | date_of_birth
        ---------+--------------
        c1-G03   | 2008-11-23
        """,
    ),
    # The year from a leap day; on its last day there is still time.
    case(
        "H-SG-2",
        """
        measure                      | subject | state   | due        | as_of
        -----------------------------+---------+---------+------------+-----------
        sgo_financial_review_in_date | c1-G18  | OVERDUE | 2025-02-28 | 2025-03-01
        sgo_financial_review_in_date | c1-G19  | PENDING | 2025-02-28 | 2025-02-28
        """,
        sgo_support="""
        child_id | payment_started_on
        ---------+-------------------
        c1-G18   | 2024-02-29
        c1-G19   | 2024-02-29
        """,
    ),
    # Twenty working days over Easter; a move in care starts nothing; left before; in care again.
    case(
        "H-CR-1",
        """
        measure                | subject | state    | reason     | due
        -----------------------+---------+----------+------------+-----------
        care_review_first_20wd | c1-G22  | MET      |            | 2026-04-29
        care_review_first_20wd | c1-G23  | NOT_MET  |            | 2026-04-29
        care_review_first_20wd | c1-G24  | MET      |            | 2026-04-29
        care_review_first_20wd | c1-G25  | CENSORED | care_ended | 2026-04-29
        """,
        care_episodes="""
        child_id | legal_status | started_on | reason_started | ended_on   | reason_ended
        ---------+--------------+------------+----------------+------------+-------------
        c1-G22   | C2           | 2026-03-30 | S              |            |
        c1-G23   | C2           | 2026-03-30 | S              |            |
        c1-G24   | C2           | 2026-03-30 | S              | 2026-04-10 | X1
        c1-G24   | C2           | 2026-04-10 | P              |            |
        c1-G25   | V2           | 2026-03-30 | S              | 2026-04-10 | E4A
        """,
        care_reviews="""
        child_id | held_on
        ---------+-----------
        c1-G22   | 2026-04-29
        c1-G23   | 2026-04-30
        c1-G24   | 2026-04-29
        """,
    ),
    # The same day in London; 16 and 18 on the day; born on a leap day; by its date alone.
    case(
        "H-HL-1",
        """
        measure                | subject | state    | reason       | flags
        -----------------------+---------+----------+--------------+---------------
        homeless_safe_same_day | h1-Y02  | NOT_MET  |              |
        homeless_safe_same_day | h1-Y03  | NOT_MET  |              |
        homeless_safe_same_day | h1-Y04  | EXCLUDED | not_16_or_17 |
        homeless_safe_same_day | h1-Y05  | EXCLUDED | not_16_or_17 |
        homeless_safe_same_day | h1-Y06  | MET      |              |
        homeless_safe_same_day | h1-Y07  | MET      |              |
        homeless_safe_same_day | h1-Y08  | EXCLUDED | not_16_or_17 |
        homeless_safe_same_day | h1-Y10  | MET      |              | date_precision
        """,
        children="""
        child_id | date_of_birth
        ---------+--------------
        c1-Y02   | 2009-01-10
        c1-Y03   | 2009-01-10
        c1-Y04   | 2008-07-01
        c1-Y05   | 2010-07-02
        c1-Y06   | 2010-07-01
        c1-Y07   | 2008-02-29
        c1-Y08   | 2008-02-29
        c1-Y10   | 2009-01-10
        """,
        homeless_presentations="""
        presentation_id | child_id | door    | presented_at      | found_homeless | in_need | safe_tonight_decided_at
        ----------------+----------+---------+-------------------+----------------+---------+------------------------
        h1-Y02          | c1-Y02   | housing | 2026-07-01T23:30  | yes            | yes     | 2026-07-02T00:10
        h1-Y03          | c1-Y03   | housing | 2026-07-01T20:00Z | yes            | yes     | 2026-07-01T23:30Z
        h1-Y04          | c1-Y04   | housing | 2026-07-01T09:00  | yes            | yes     | 2026-07-01T23:59
        h1-Y05          | c1-Y05   | housing | 2026-07-01T09:00  | yes            | yes     | 2026-07-01T23:59
        h1-Y06          | c1-Y06   | housing | 2026-07-01T09:00  | yes            | yes     | 2026-07-01T23:59
        h1-Y07          | c1-Y07   | housing | 2026-02-28T09:00  | yes            | yes     | 2026-02-28T10:00
        h1-Y08          | c1-Y08   | housing | 2026-03-01T09:00  | yes            | yes     | 2026-03-01T10:00
        h1-Y10          | c1-Y10   | housing | 2026-07-01        | yes            | yes     | 2026-07-01
        """,
    ),
    # The day of the interview and the day after; the day of the outcome and the day after.
    case(
        "H-HL-2",
        """
        measure                    | subject | state
        ---------------------------+---------+--------
        homeless_advocate_at_start | h1-Y14  | MET
        homeless_advocate_at_start | h1-Y15  | NOT_MET
        homeless_evidence_pack     | h1-Y17  | MET
        homeless_evidence_pack     | h1-Y18  | NOT_MET
        """,
        children="""
        child_id | date_of_birth
        ---------+--------------
        c1-Y14   | 2009-01-10
        c1-Y15   | 2009-01-10
        c1-Y17   | 2009-01-10
        c1-Y18   | 2009-01-10
        """,
        homeless_presentations="""
        presentation_id | child_id | door    | presented_at     | found_homeless | in_need | joint_interview_at | advocate_offered_on | rights_pack_given_on | s20_decision_on | s20_limb | options_explained_on | child_decision | child_decision_on | outcome | outcome_on | childs_words_recorded | s20_authorised_by_role
        ----------------+----------+---------+------------------+----------------+---------+--------------------+---------------------+----------------------+-----------------+----------+----------------------+----------------+-------------------+---------+------------+-----------------------+-----------------------
        h1-Y14          | c1-Y14   | housing | 2026-07-01T09:00 | yes            | yes     | 2026-07-02T10:00   | 2026-07-02          |                      |                 |          |                      |                |                   |         |            |                       |
        h1-Y15          | c1-Y15   | housing | 2026-07-01T09:00 | yes            | yes     | 2026-07-02T10:00   | 2026-07-03          |                      |                 |          |                      |                |                   |         |            |                       |
        h1-Y17          | c1-Y17   | housing | 2026-07-01T09:00 | yes            | yes     |                    | 2026-07-02          | 2026-07-02           | 2026-07-03      | 20(1)(c) | 2026-07-03           | accept         | 2026-07-03        | LAC_s20 | 2026-07-03 | yes                   | manager
        h1-Y18          | c1-Y18   | housing | 2026-07-01T09:00 | yes            | yes     |                    | 2026-07-02          | 2026-07-02           | 2026-07-03      | 20(1)(c) | 2026-07-04           | accept         | 2026-07-03        | LAC_s20 | 2026-07-03 | yes                   | manager
        """,
    ),
)
