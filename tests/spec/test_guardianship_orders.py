"""Special guardianship, from the plan to the order: rules.md §7."""

from madegood.clock.moments import parse_as_of
from madegood.measures import calculate, measure
from tests.spec.drawn import drawn, snapshot

CHILDREN = """
child | born
------+-----------
Asha  | 2015-03-01
Ben   | 2008-11-02
Cal   | 2008-03-01
"""


def test_sgo_06_in_court_the_26_weeks_begin_with_the_day_of_issue(spec):
    spec(
        "sgo_ordered_26_weeks",
        """
        subject | state          | reason              | start      | due
        --------+----------------+---------------------+------------+-----------
        p1      | MET            | ordered             | 2026-01-08 | 2026-07-08
        p2      | NOT_MET        | late                | 2026-01-08 | 2026-07-08
        p3      | NOT_APPLICABLE | no_care_application |            |
        """,
        children=CHILDREN,
        permanence_plans="""
        plan_id | child | kind | recorded_on | care_application_issued_on | order_on
        --------+-------+------+-------------+----------------------------+-----------
        p1      | Asha  | sgo  | 2025-06-02  | 2026-01-08                 | 2026-07-08
        p2      | Asha  | sgo  | 2026-02-02  | 2026-01-08                 | 2026-07-09
        p3      | Asha  | sgo  | 2026-02-02  |                            | 2026-07-09
        """,
        settings={"in_court": True},
    )


def test_sgo_08_an_order_after_36_weeks_is_late(spec):
    spec(
        "sgo_ordered_26_weeks",
        """
        subject | state   | reason | due        | stop       | flags
        --------+---------+--------+------------+------------+------------------------
        p1      | NOT_MET | late   | 2026-08-11 | 2026-10-20 |
        p2      | NOT_MET | late   | 2026-08-11 | 2026-10-20 | not_a_guardianship_code
        """,
        children=CHILDREN,
        permanence_plans="""
        plan_id | child | kind | recorded_on | order_on   | order_code
        --------+-------+------+-------------+------------+-----------
        p1      | Asha  | sgo  | 2026-02-10  | 2026-10-20 | E45
        p2      | Asha  | sgo  | 2026-02-10  | 2026-10-20 | E43
        """,
    )


def test_sgo_10_an_open_plan_is_overdue_and_counted(spec):
    plans = {
        "children": CHILDREN,
        "permanence_plans": """
        plan_id | child | kind | recorded_on
        --------+-------+------+------------
        p1      | Asha  | sgo  | 2026-02-10
        """,
    }
    spec(
        "sgo_ordered_26_weeks",
        """
        subject | state   | reason      | start      | due
        --------+---------+-------------+------------+-----------
        p1      | OVERDUE | not_ordered | 2026-02-10 | 2026-08-11
        """,
        **plans,
    )
    spec(
        "sgo_open_over_26_weeks",
        """
        subject | state | reason
        --------+-------+------------
        p1      | MET   | not_ordered
        """,
        **plans,
    )
    spec(
        "sgo_weeks_plan_to_order",
        """
        subject | state   | reason      | start      | stop
        --------+---------+-------------+------------+-----
        p1      | PENDING | not_ordered | 2026-02-10 |
        """,
        **plans,
    )


def test_sgo_11_nobody_can_be_the_guardian_of_an_adult(spec):
    for name in ("sgo_ordered_26_weeks", "sgo_weeks_plan_to_order"):
        spec(
            name,
            """
            subject | state    | reason       | flags
            --------+----------+--------------+----------------
            p1      | EXCLUDED | turned_18    | permanence_lost
            p2      | EXCLUDED | turned_18    | permanence_lost
            p3      | CENSORED | plan_changed |
            """,
            children=CHILDREN,
            permanence_plans="""
            plan_id | child | kind | recorded_on | ended_on   | end_reason
            --------+-------+------+-------------+------------+-------------
            p1      | Ben   | sgo  | 2026-02-10  |            |
            p2      | Ben   | sgo  | 2026-07-10  | 2026-11-02 | turned_18
            p3      | Ben   | sgo  | 2026-07-10  | 2026-11-01 | plan_changed
            """,
        )


def test_sgo_13_an_order_before_its_plan_is_an_error(spec):
    for name in ("sgo_ordered_26_weeks", "sgo_weeks_plan_to_order"):
        spec(
            name,
            """
            subject | state    | reason
            --------+----------+------------------
            p1      | DQ_ERROR | stop_before_start
            """,
            children=CHILDREN,
            permanence_plans="""
            plan_id | child | kind | recorded_on | order_on
            --------+-------+------+-------------+-----------
            p1      | Asha  | sgo  | 2026-06-01  | 2026-05-20
            """,
        )


def test_the_182nd_day_is_in_time_and_what_ended_first_is_censored(spec):
    spec(
        "sgo_ordered_26_weeks",
        """
        subject | state    | reason                  | due
        --------+----------+-------------------------+-----------
        p1      | MET      | ordered                 | 2026-07-06
        p2      | NOT_MET  | late                    | 2026-07-06
        p3      | CENSORED | carer_withdrew          | 2026-07-06
        p4      | OVERDUE  | not_ordered             | 2026-07-06
        p5      | CENSORED | permanence_plan_ended   | 2026-07-06
        p6      | DQ_ERROR | plan_date_not_recorded  |
        p7      | DQ_ERROR | order_date_not_recorded | 2026-07-06
        p8      | EXCLUDED | other_authority         | 2026-07-06
        """,
        children=CHILDREN,
        permanence_plans="""
        plan_id | child | kind     | recorded_on | ended_on   | end_reason     | order_on   | authority
        --------+-------+----------+-------------+------------+----------------+------------+----------
        p1      | Asha  | sgo      | 2026-01-05  |            |                | 2026-07-06 |
        p2      | Asha  | sgo      | 2026-01-05  |            |                | 2026-07-07 |
        p3      | Asha  | sgo      | 2026-01-05  | 2026-07-05 | carer_withdrew |            |
        p4      | Asha  | sgo      | 2026-01-05  | 2026-07-06 | carer_withdrew |            |
        p5      | Asha  | sgo      | 2026-01-05  | 2026-03-02 |                |            |
        p6      | Asha  | sgo      |             |            |                | 2026-07-06 |
        p7      | Asha  | sgo      | 2026-01-05  | 2026-03-02 | order_made     |            |
        p8      | Asha  | sgo      | 2026-01-05  |            |                |            | E08000025
        p9      | Asha  | adoption | 2026-01-05  |            |                |            |
        """,
    )


def test_until_its_last_day_is_over_a_plan_is_pending(spec):
    for as_of, state in (("2026-07-06", "PENDING"), ("2026-07-07", "OVERDUE")):
        spec(
            "sgo_ordered_26_weeks",
            f"""
            subject | state
            --------+--------
            p1      | {state}
            """,
            children=CHILDREN,
            permanence_plans="""
            plan_id | child | kind | recorded_on
            --------+-------+------+------------
            p1      | Asha  | sgo  | 2026-01-05
            """,
            as_of=as_of,
        )


def test_the_median_has_the_open_and_those_given_up_as_so_long_at_least(spec):
    spec(
        "sgo_weeks_plan_to_order",
        """
        subject | state    | reason       | stop
        --------+----------+--------------+-----------
        p1      | MET      | ordered      | 2026-06-01
        p2      | CENSORED | plan_changed | 2026-03-02
        p3      | PENDING  | not_ordered  |
        """,
        children=CHILDREN,
        permanence_plans="""
        plan_id | child | kind | recorded_on | ended_on   | end_reason   | order_on
        --------+-------+------+-------------+------------+--------------+-----------
        p1      | Asha  | sgo  | 2026-01-05  | 2026-06-01 | order_made   | 2026-06-01
        p2      | Asha  | sgo  | 2026-01-05  | 2026-03-02 | plan_changed |
        p3      | Asha  | sgo  | 2025-01-05  |            |              |
        """,
    )


def test_only_plans_that_are_open_now_can_be_open_too_long(spec):
    spec(
        "sgo_open_over_26_weeks",
        """
        subject | state          | reason
        --------+----------------+-----------------------
        p1      | NOT_MET        | open_in_time
        p2      | MET            | not_ordered
        p3      | NOT_APPLICABLE | ordered
        p4      | NOT_APPLICABLE | permanence_plan_ended
        p5      | EXCLUDED       | turned_18
        p6      | DQ_ERROR       | plan_date_not_recorded
        """,
        children=CHILDREN,
        permanence_plans="""
        plan_id | child | kind | recorded_on | ended_on   | order_on
        --------+-------+------+-------------+------------+-----------
        p1      | Asha  | sgo  | 2026-05-25  |            |
        p2      | Asha  | sgo  | 2026-05-24  |            |
        p3      | Asha  | sgo  | 2026-01-05  |            | 2026-10-05
        p4      | Asha  | sgo  | 2026-01-05  | 2026-10-05 |
        p5      | Cal   | sgo  | 2026-01-05  |            |
        p6      | Asha  | sgo  |             |            |
        """,
    )


def test_a_plan_has_stalled_on_the_29th_day_without_a_step(spec):
    spec(
        "sgo_stalled_28_days",
        """
        subject | state          | reason                 | start
        --------+----------------+------------------------+-----------
        p1      | NOT_MET        | moving                 | 2026-10-26
        p2      | MET            | stalled                | 2026-10-25
        p3      | MET            | stalled                | 2026-02-10
        p4      | NOT_MET        | moving                 | 2026-11-09
        p5      | NOT_APPLICABLE | ordered                | 2026-02-10
        p6      | DQ_ERROR       | plan_date_not_recorded |
        """,
        children=CHILDREN,
        permanence_plans="""
        plan_id | child | kind | recorded_on | order_on
        --------+-------+------+-------------+-----------
        p1      | Asha  | sgo  | 2026-02-10  |
        p2      | Asha  | sgo  | 2026-02-10  |
        p3      | Asha  | sgo  | 2026-02-10  |
        p4      | Asha  | sgo  | 2026-11-09  |
        p5      | Asha  | sgo  | 2026-02-10  | 2026-06-01
        p6      | Asha  | sgo  |             |
        """,
        sgo_milestones="""
        plan_id | milestone             | reached_on | not_applicable
        --------+-----------------------+------------+---------------
        p1      | viability_done        | 2026-10-26 |
        p1      | plan_recorded         | 2026-02-10 |
        p2      | viability_done        | 2026-10-25 |
        p2      | report_filed          |            |
        p3      | notice_or_direction   | 2026-11-02 | yes
        p3      | report_filed          | 2026-12-01 |
        p4      | viability_done        | 2026-10-01 |
        """,
    )


def test_sgo_08_is_36_weeks():
    plans = """
    plan_id | child | kind | recorded_on | order_on
    --------+-------+------+-------------+-----------
    p1      | Asha  | sgo  | 2026-02-10  | 2026-10-20
    """
    (found,) = calculate(
        [measure("sgo_weeks_plan_to_order")],
        snapshot(permanence_plans=drawn(plans), children=drawn(CHILDREN)),
        as_of=parse_as_of("2026-11-23"),
    )
    assert (found.value, found.unit) == (36.0, "weeks")
