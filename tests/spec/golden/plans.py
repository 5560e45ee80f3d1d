"""Golden cases CP and L2: plans and their reviews, Level 2."""

from tests.spec.golden.case import case

PLANS = (
    case(
        "CP-01",
        """
        measure           | subject | state | due
        ------------------+---------+-------+-----------
        cp_review_in_time | CP-01#1 | MET   | 2026-04-15
        """,
        cp_plans="""
        plan_id | child_id | started_on
        --------+----------+-----------
        CP-01   | c-CP-01  | 2026-01-15
        """,
        cp_reviews="""
        review_id | plan_id | held_on    | quorate
        ----------+---------+------------+--------
        w-CP-01   | CP-01   | 2026-04-15 | yes
        """,
    ),
    case(
        "CP-02",
        """
        measure           | subject | state | due
        ------------------+---------+-------+-----------
        cp_review_in_time | CP-02#1 | MET   | 2026-06-26
        """,
        cp_plans="""
        plan_id | child_id | started_on
        --------+----------+-----------
        CP-02   | c-CP-02  | 2026-03-26
        """,
        cp_reviews="""
        review_id | plan_id | held_on    | quorate
        ----------+---------+------------+--------
        w-CP-02   | CP-02   | 2026-06-26 | yes
        """,
    ),
    case(
        "CP-04",
        """
        measure            | subject | state | due
        -------------------+---------+-------+-----------
        cp_core_group_10wd | CP-04   | MET   | 2026-04-13
        """,
        conferences="""
        conference_id | child_id | kind    | held_on
        --------------+----------+---------+-----------
        k-CP-04       | c-CP-04  | initial | 2026-03-26
        """,
        cp_plans="""
        plan_id | child_id | conference_id | started_on
        --------+----------+---------------+-----------
        CP-04   | c-CP-04  | k-CP-04       | 2026-03-26
        """,
        core_groups="""
        core_group_id | plan_id | held_on
        --------------+---------+-----------
        g-CP-04       | CP-04   | 2026-04-13
        """,
    ),
)

# The 91-day proxy, chosen, of the same two plans.
BY_PROXY = (
    case(
        "CP-01",
        """
        measure           | subject | due        | flags
        ------------------+---------+------------+----------------
        cp_review_in_time | CP-01#1 | 2026-04-16 | counted_in_days
        """,
        settings="[cp_review_in_time]\nproxy_days = true\n",
        cp_plans="""
        plan_id | child_id | started_on
        --------+----------+-----------
        CP-01   | c-CP-01  | 2026-01-15
        """,
    ),
    case(
        "CP-02",
        """
        measure           | subject | state   | due        | flags
        ------------------+---------+---------+------------+----------------
        cp_review_in_time | CP-02#1 | NOT_MET | 2026-06-25 | counted_in_days
        """,
        settings="[cp_review_in_time]\nproxy_days = true\n",
        cp_plans="""
        plan_id | child_id | started_on
        --------+----------+-----------
        CP-02   | c-CP-02  | 2026-03-26
        """,
        cp_reviews="""
        review_id | plan_id | held_on    | quorate
        ----------+---------+------------+--------
        w-CP-02   | CP-02   | 2026-06-26 | yes
        """,
    ),
)

LEVEL2 = (
    case(
        "L2-01",
        """
        measure               | subject | state   | due        | flags
        ----------------------+---------+---------+------------+---------------
        level2_review_in_date | L2-01#1 | OVERDUE | 2026-02-28 | never_reviewed
        level2_backlog        | L2-01#1 | MET     |            | never_reviewed
        """,
        level2_services="""
        service_id | child_id | started_on
        -----------+----------+-----------
        L2-01      | c-L2-01  | 2025-02-28
        """,
    ),
)
