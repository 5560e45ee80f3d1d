"""A child in need plan ends when a child protection plan begins, or care (rules.md §4)."""

PLANS = """
plan_id | child | started_on
--------+-------+-----------
n1      | Asha  | 2026-01-05
n2      | Ben   | 2026-01-05
n3      | Cal   | 2026-01-05
n4      | Dee   | 2026-01-05
n5      | Eve   | 2026-01-05
n6      | Fay   | 2026-01-05
n7      | Gus   | 2026-01-05
n8      | Hal   | 2026-01-05
"""


def test_a_child_in_need_plan_ends_with_protection_or_care(spec):
    """What began on the last day left it all its time; what was before it ends none."""
    spec(
        "cin_review_in_time",
        """
        subject | state    | reason                | due
        --------+----------+-----------------------+-----------
        n1#1    | CENSORED | protection_plan_began | 2026-02-16
        n2#1    | OVERDUE  | not_reviewed          | 2026-02-16
        n3#1    | CENSORED | care_began            | 2026-02-16
        n4#1    | OVERDUE  | not_reviewed          | 2026-02-16
        n5#1    | OVERDUE  | not_reviewed          | 2026-02-16
        n6#1    | OVERDUE  | not_reviewed          | 2026-02-16
        n7#1    | MET      | reviewed              | 2026-02-16
        n7#2    | CENSORED | protection_plan_began | 2026-05-04
        n8#1    | CENSORED | protection_plan_began | 2026-02-16
        """,
        cin_plans=PLANS,
        cin_reviews="""
        review_id | plan_id | held_on
        ----------+---------+-----------
        r1        | n7      | 2026-02-09
        """,
        cp_plans="""
        plan_id | child | started_on | temporary_other_authority
        --------+-------+------------+--------------------------
        q1      | Asha  | 2026-02-15 |
        q2      | Ben   | 2026-02-16 |
        q5      | Eve   | 2026-02-02 | yes
        q6      | Fay   | 2025-02-02 |
        q7      | Gus   | 2026-04-01 | no
        q8      | Hal   | 2026-01-05 | no
        """,
        care="""
        child | started_on | legal_status
        ------+------------+-------------
        Cal   | 2026-02-02 | C2
        Dee   | 2026-02-02 | V4
        """,
    )


def test_as_of_a_day_before_the_protection_plan_the_review_is_still_owed(spec):
    spec(
        "cin_review_in_time",
        """
        subject | state   | due
        --------+---------+-----------
        n1#1    | PENDING | 2026-02-16
        """,
        cin_plans="\n".join(PLANS.splitlines()[:4]),
        cp_plans="""
        plan_id | child | started_on
        --------+-------+-----------
        q1      | Asha  | 2026-02-15
        """,
        as_of="2026-02-14",
    )
