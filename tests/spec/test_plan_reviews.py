"""Child protection and child in need plans: reviews in time, and the core group."""

CHILDREN = """
child | born       | died_on
------+------------+-----------
Asha  | 2015-03-01 |
Ben   | 2008-10-09 |
Cal   | 2020-02-02 | 2026-03-01
"""
PROXY = {"proxy_days": True}
STARTED = """
    plan_id | child | started_on
    --------+-------+-----------
    p1      | Asha  | {day}
    """


def test_cp_01_three_calendar_months_or_a_proxy_of_91_days(spec):
    plans = STARTED.format(day="2026-01-15")
    spec(
        "cp_review_in_time",
        """
        subject | state   | reason       | due        | flags
        --------+---------+--------------+------------+------
        p1#1    | OVERDUE | not_reviewed | 2026-04-15 |
        """,
        children=CHILDREN,
        cp_plans=plans,
        as_of="2026-04-16",
    )
    spec(
        "cp_review_in_time",
        """
        subject | state   | due        | flags
        --------+---------+------------+----------------
        p1#1    | PENDING | 2026-04-16 | counted_in_days
        """,
        children=CHILDREN,
        cp_plans=plans,
        as_of="2026-04-16",
        settings=PROXY,
    )


def test_cp_02_the_two_rules_disagree_in_both_directions(spec):
    given = {
        "children": CHILDREN,
        "cp_plans": STARTED.format(day="2026-03-26"),
        "cp_reviews": """
        review_id | plan_id | held_on    | quorate
        ----------+---------+------------+--------
        r1        | p1      | 2026-06-26 | yes
        """,
    }
    spec(
        "cp_review_in_time",
        """
        subject | state   | reason   | due
        --------+---------+----------+-----------
        p1#1    | MET     | reviewed | 2026-06-26
        p1#2    | PENDING |          | 2026-12-26
        """,
        **given,
    )
    spec(
        "cp_review_in_time",
        """
        subject | state   | reason | due        | flags
        --------+---------+--------+------------+----------------
        p1#1    | NOT_MET | late   | 2026-06-25 | counted_in_days
        p1#2    | PENDING |        | 2026-12-26 | counted_in_days
        """,
        settings=PROXY,
        **given,
    )


def test_cp_04_a_core_group_on_the_tenth_working_day_is_in_time(spec):
    given = {
        "children": CHILDREN,
        "cp_plans": """
        plan_id | child | conference_id | started_on
        --------+-------+---------------+-----------
        p1      | Asha  | c1            | 2026-03-26
        p2      | Asha  |               | 2026-03-26
        """,
        "conferences": """
        conference_id | child | held_on
        --------------+-------+-----------
        c1            | Asha  | 2026-03-26
        """,
        "core_groups": """
        core_group_id | plan_id | held_on
        --------------+---------+-----------
        g1            | p1      | 2026-05-11
        g2            | p1      | 2026-04-13
        g3            | p2      | 2026-04-14
        """,
    }
    spec(
        "cp_core_group_10wd",
        """
        subject | state   | reason          | start      | due        | stop
        --------+---------+-----------------+------------+------------+-----------
        p1      | MET     | core_group_held | 2026-03-26 | 2026-04-13 | 2026-04-13
        p2      | NOT_MET | late            | 2026-03-26 | 2026-04-13 | 2026-04-14
        """,
        **given,
    )


def test_a_review_on_its_last_day_is_in_time_and_the_next_runs_six_months(spec):
    spec(
        "cp_review_in_time",
        """
        subject | state   | reason       | start      | due        | stop
        --------+---------+--------------+------------+------------+-----------
        p1#1    | MET     | reviewed     | 2025-11-30 | 2026-02-28 | 2026-02-28
        p1#2    | NOT_MET | late         | 2026-02-28 | 2026-08-28 | 2026-08-29
        p1#3    | PENDING |              | 2026-08-29 | 2027-02-28 |
        p2#1    | OVERDUE | not_reviewed | 2026-08-22 | 2026-11-22 |
        p3#1    | PENDING |              | 2026-08-23 | 2026-11-23 |
        """,
        children=CHILDREN,
        cp_plans="""
        plan_id | child | started_on
        --------+-------+-----------
        p1      | Asha  | 2025-11-30
        p2      | Asha  | 2026-08-22
        p3      | Asha  | 2026-08-23
        """,
        cp_reviews="""
        review_id | plan_id | held_on    | quorate
        ----------+---------+------------+--------
        r1        | p1      | 2026-08-29 | yes
        r2        | p1      | 2026-02-28 | yes
        """,
    )


def test_a_conference_without_a_quorum_is_no_review_and_one_left_blank_is_marked(spec):
    spec(
        "cp_review_in_time",
        """
        subject | state   | reason       | stop       | flags
        --------+---------+--------------+------------+--------------------
        p1#1    | OVERDUE | not_reviewed |            |
        p2#1    | MET     | reviewed     | 2026-08-07 | quorum_not_recorded
        p2#2    | PENDING |              |            |
        """,
        children=CHILDREN,
        cp_plans="""
        plan_id | child | started_on
        --------+-------+-----------
        p1      | Asha  | 2026-06-01
        p2      | Asha  | 2026-06-01
        """,
        cp_reviews="""
        review_id | plan_id | held_on    | quorate
        ----------+---------+------------+--------
        r1        | p1      | 2026-08-07 | no
        r2        | p2      | 2026-08-07 |
        """,
    )


def test_a_review_no_later_than_the_day_the_plan_starts_is_a_fault(spec):
    spec(
        "cp_review_in_time",
        """
        subject | state    | reason                    | stop
        --------+----------+---------------------------+-----------
        p1#1    | DQ_ERROR | review_not_after_start    | 2026-09-07
        p1#2    | PENDING  |                           |
        p2#1    | DQ_ERROR | review_not_after_start    | 2026-09-06
        p2#2    | PENDING  |                           |
        p3#1    | DQ_ERROR | plan_start_not_recorded   |
        p4#1    | DQ_ERROR | plan_ended_before_started |
        """,
        children=CHILDREN,
        cp_plans="""
        plan_id | child | started_on | ended_on
        --------+-------+------------+-----------
        p1      | Asha  | 2026-09-07 |
        p2      | Asha  | 2026-09-07 |
        p3      | Asha  |            |
        p4      | Asha  | 2026-09-07 | 2026-09-06
        """,
        cp_reviews="""
        review_id | plan_id | held_on    | quorate
        ----------+---------+------------+--------
        r1        | p1      | 2026-09-07 | yes
        r2        | p2      | 2026-09-06 | yes
        """,
    )


def test_what_ended_before_the_review_was_due_no_longer_waits(spec):
    spec(
        "cp_review_in_time",
        """
        subject | state    | reason          | due
        --------+----------+-----------------+-----------
        p1#1    | CENSORED | plan_ended      | 2026-04-05
        p2#1    | OVERDUE  | not_reviewed    | 2026-04-05
        p3#1    | CENSORED | turned_18       | 2026-11-05
        p4#1    | EXCLUDED | died            | 2026-04-05
        p5#1    | EXCLUDED | temporary_plan  | 2026-04-05
        p6#1    | EXCLUDED | other_authority | 2026-04-05
        """,
        children=CHILDREN,
        cp_plans="""
        plan_id | child | started_on | ended_on   | temporary_other_authority | authority
        --------+-------+------------+------------+---------------------------+----------
        p1      | Asha  | 2026-01-05 | 2026-04-04 |                           |
        p2      | Asha  | 2026-01-05 | 2026-04-05 | no                        |
        p3      | Ben   | 2026-08-05 |            |                           |
        p4      | Cal   | 2026-01-05 | 2026-03-01 |                           |
        p5      | Asha  | 2026-01-05 |            | yes                       |
        p6      | Asha  | 2026-01-05 |            |                           | E09000001
        """,
    )


def test_a_core_group_runs_from_the_conference_while_the_plan_does(spec):
    spec(
        "cp_core_group_10wd",
        """
        subject | state    | reason                  | start      | due
        --------+----------+-------------------------+------------+-----------
        p1      | PENDING  |                         | 2026-11-09 | 2026-11-23
        p2      | OVERDUE  | core_group_not_held     | 2026-11-06 | 2026-11-20
        p3      | CENSORED | plan_ended              | 2026-11-02 | 2026-11-16
        p4      | DQ_ERROR | plan_start_not_recorded |            |
        p5      | DQ_ERROR | stop_before_start       | 2026-11-02 | 2026-11-16
        p6      | EXCLUDED | temporary_plan          | 2026-11-02 | 2026-11-16
        """,
        children=CHILDREN,
        cp_plans="""
        plan_id | child | conference_id | started_on | ended_on   | temporary_other_authority
        --------+-------+---------------+------------+------------+--------------------------
        p1      | Asha  | c1            | 2026-11-02 |            |
        p2      | Asha  |               | 2026-11-06 |            |
        p3      | Asha  |               | 2026-11-02 | 2026-11-13 |
        p4      | Asha  |               |            |            |
        p5      | Asha  |               | 2026-11-02 |            |
        p6      | Asha  |               | 2026-11-02 |            | yes
        """,
        conferences="""
        conference_id | child | held_on
        --------------+-------+-----------
        c1            | Asha  | 2026-11-09
        """,
        core_groups="""
        core_group_id | plan_id | held_on
        --------------+---------+-----------
        g1            | p5      | 2026-10-30
        """,
    )


CIN = {
    "children": CHILDREN,
    "cin_plans": """
        plan_id | child | started_on | ended_on
        --------+-------+------------+-----------
        n1      | Asha  | 2026-03-26 |
        n2      | Asha  | 2026-03-26 | 2026-05-06
        n3      | Asha  | 2026-03-26 | 2026-05-07
        n4      | Asha  |            |
        """,
    "cin_reviews": """
        review_id | plan_id | held_on
        ----------+---------+-----------
        r1        | n1      | 2026-05-07
        r2        | n1      | 2026-07-31
        """,
}


def test_a_child_in_need_plan_is_reviewed_after_six_weeks_and_then_every_twelve(spec):
    spec(
        "cin_review_in_time",
        """
        subject | state    | reason                  | due        | stop
        --------+----------+-------------------------+------------+-----------
        n1#1    | MET      | reviewed                | 2026-05-07 | 2026-05-07
        n1#2    | NOT_MET  | late                    | 2026-07-30 | 2026-07-31
        n1#3    | PENDING  |                         | 2026-10-23 |
        n2#1    | CENSORED | plan_ended              | 2026-05-07 |
        n3#1    | OVERDUE  | not_reviewed            | 2026-05-07 |
        n4#1    | DQ_ERROR | plan_start_not_recorded |            |
        """,
        as_of="2026-10-23",
        **CIN,
    )


def test_the_weeks_of_a_child_in_need_plan_are_local(spec):
    spec(
        "cin_review_in_time",
        """
        subject | state    | due
        --------+----------+-----------
        n1#1    | NOT_MET  | 2026-04-23
        n1#2    | MET      | 2026-11-05
        n1#3    | PENDING  | 2027-01-29
        n2#1    | OVERDUE  | 2026-04-23
        n3#1    | OVERDUE  | 2026-04-23
        n4#1    | DQ_ERROR |
        """,
        as_of="2026-10-23",
        settings={"first_weeks": 4, "then_weeks": 26},
        **CIN,
    )
