"""Golden cases SGO: reviews of care, special guardianship, its support."""

from tests.spec.golden.case import case

PERMANENCE = (
    case(
        "SGO-01",
        """
        measure                | subject  | state | due
        -----------------------+----------+-------+-----------
        care_review_first_20wd | c-SGO-01 | MET   | 2026-02-09
        """,
        care_episodes="""
        child_id | started_on | legal_status | reason_started
        ---------+------------+--------------+---------------
        c-SGO-01 | 2026-01-12 | C1           | S
        """,
        care_reviews="""
        child_id | held_on
        ---------+-----------
        c-SGO-01 | 2026-02-09
        """,
    ),
    # The day before the earliest, and the earliest.
    case(
        "SGO-03",
        """
        measure              | subject | flags        | without
        ---------------------+---------+--------------+-------------
        sgo_ordered_26_weeks | SGO-03a | notice_short |
        sgo_ordered_26_weeks | SGO-03b |              | notice_short
        """,
        permanence_plans="""
        plan_id | child_id  | kind | recorded_on | sgo_application_issued_on
        --------+-----------+------+-------------+--------------------------
        SGO-03a | c-SGO-03a | sgo  | 2026-01-05  | 2026-04-14
        SGO-03b | c-SGO-03b | sgo  | 2026-01-05  | 2026-04-15
        """,
        sgo_milestones="""
        plan_id | milestone           | route  | reached_on
        --------+---------------------+--------+-----------
        SGO-03a | notice_or_direction | notice | 2026-01-15
        SGO-03b | notice_or_direction | notice | 2026-01-15
        """,
    ),
    case(
        "SGO-05",
        """
        measure              | subject | without
        ---------------------+---------+-------------
        sgo_ordered_26_weeks | SGO-05a | notice_short
        sgo_ordered_26_weeks | SGO-05b | notice_short
        """,
        permanence_plans="""
        plan_id | child_id  | kind | recorded_on | sgo_application_issued_on
        --------+-----------+------+-------------+--------------------------
        SGO-05a | c-SGO-05a | sgo  | 2026-01-05  | 2026-01-20
        SGO-05b | c-SGO-05b | sgo  | 2026-01-05  | 2026-01-20
        """,
        sgo_milestones="""
        plan_id | milestone           | route           | reached_on | not_applicable
        --------+---------------------+-----------------+------------+---------------
        SGO-05a | notice_or_direction | court_direction | 2026-01-15 |
        SGO-05b | notice_or_direction |                 |            | yes
        """,
    ),
    case(
        "SGO-08",
        """
        measure              | subject | state   | start      | due        | stop
        ---------------------+---------+---------+------------+------------+-----------
        sgo_ordered_26_weeks | SGO-08  | NOT_MET | 2026-02-10 | 2026-08-11 | 2026-10-20
        """,
        permanence_plans="""
        plan_id | child_id | kind | recorded_on | order_on   | order_code
        --------+----------+------+-------------+------------+-----------
        SGO-08  | c-SGO-08 | sgo  | 2026-02-10  | 2026-10-20 | E45
        """,
    ),
    case(
        "SGO-10",
        """
        measure                 | subject | state
        ------------------------+---------+--------
        sgo_ordered_26_weeks    | SGO-10  | OVERDUE
        sgo_open_over_26_weeks  | SGO-10  | MET
        sgo_weeks_plan_to_order | SGO-10  | PENDING
        """,
        permanence_plans="""
        plan_id | child_id | kind | recorded_on
        --------+----------+------+------------
        SGO-10  | c-SGO-10 | sgo  | 2026-02-10
        """,
    ),
    case(
        "SGO-11",
        """
        measure              | subject | state    | reason    | flags
        ---------------------+---------+----------+-----------+----------------
        sgo_ordered_26_weeks | SGO-11  | EXCLUDED | turned_18 | permanence_lost
        """,
        children="""
        child_id | date_of_birth
        ---------+--------------
        c-SGO-11 | 2008-11-02
        """,
        permanence_plans="""
        plan_id | child_id | kind | recorded_on
        --------+----------+------+------------
        SGO-11  | c-SGO-11 | sgo  | 2026-02-10
        """,
    ),
    case(
        "SGO-13",
        """
        measure                 | subject | state
        ------------------------+---------+---------
        sgo_ordered_26_weeks    | SGO-13  | DQ_ERROR
        sgo_weeks_plan_to_order | SGO-13  | DQ_ERROR
        """,
        permanence_plans="""
        plan_id | child_id | kind | recorded_on | order_on
        --------+----------+------+-------------+-----------
        SGO-13  | c-SGO-13 | sgo  | 2026-06-01  | 2026-05-20
        """,
    ),
    case(
        "SGO-14",
        """
        measure                      | subject  | state   | due        | flags
        -----------------------------+----------+---------+------------+---------------
        sgo_financial_review_in_date | c-SGO-14 | OVERDUE | 2026-03-10 | never_reviewed
        """,
        sgo_support="""
        child_id | payment_started_on | last_financial_review_on
        ---------+--------------------+-------------------------
        c-SGO-14 | 2025-03-10         |
        """,
    ),
)

# Counted in court, which is an authority's own choice: 26 weeks begin with the day.
IN_COURT = case(
    "SGO-06",
    """
    measure              | subject | state   | due
    ---------------------+---------+---------+-----------
    sgo_ordered_26_weeks | SGO-06a | MET     | 2026-07-08
    sgo_ordered_26_weeks | SGO-06b | NOT_MET | 2026-07-08
    """,
    settings="[sgo_ordered_26_weeks]\nin_court = true\n",
    permanence_plans="""
    plan_id | child_id  | kind | recorded_on | care_application_issued_on | order_on
    --------+-----------+------+-------------+----------------------------+-----------
    SGO-06a | c-SGO-06a | sgo  | 2025-12-01  | 2026-01-08                 | 2026-07-08
    SGO-06b | c-SGO-06b | sgo  | 2025-12-01  | 2026-01-08                 | 2026-07-09
    """,
)
