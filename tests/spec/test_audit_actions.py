"""Actions from audits: done by their day, and seen by somebody who is not the owner."""


def test_an_action_is_in_time_on_its_day_and_late_the_day_after(spec):
    spec(
        "audit_actions_in_time",
        """
        subject | child | state    | reason           | due        | stop
        --------+-------+----------+------------------+------------+-----------
        x1      |       | MET      | action_done      | 2026-01-16 | 2026-01-16
        x2      |       | NOT_MET  | late             | 2026-01-16 | 2026-01-17
        x3      |       | PENDING  |                  | 2026-01-30 |
        x4      |       | OVERDUE  | action_not_done  | 2026-01-29 |
        x5      |       | DQ_ERROR | due_not_recorded |            | 2026-01-12
        x6      |       | EXCLUDED | other_authority  | 2026-01-16 |
        """,
        audit_actions="""
        action_id | audit_id | due_on     | done_on    | authority
        ----------+----------+------------+------------+----------
        x1        | a1       | 2026-01-16 | 2026-01-16 |
        x2        | a1       | 2026-01-16 | 2026-01-17 |
        x3        | a1       | 2026-01-30 |            |
        x4        | a1       | 2026-01-29 |            |
        x5        | a1       |            | 2026-01-12 |
        x6        | a1       | 2026-01-16 |            | E09000001
        """,
        as_of="2026-01-30",
    )


def test_an_action_that_is_not_due_yet_is_not_overdue_though_it_has_no_start(spec):
    spec(
        "audit_actions_in_time",
        """
        subject | state   | counted_on
        --------+---------+-----------
        x1      | PENDING | 2026-03-02
        """,
        audit_actions="""
        action_id | audit_id | due_on
        ----------+----------+-----------
        x1        | a1       | 2026-03-02
        """,
        as_of="2026-01-30",
    )


def test_an_action_done_later_was_overdue_as_of_an_earlier_day(spec):
    spec(
        "audit_actions_in_time",
        """
        subject | state   | reason          | stop
        --------+---------+-----------------+-----
        x1      | OVERDUE | action_not_done |
        """,
        audit_actions="""
        action_id | audit_id | due_on     | done_on    | verified_on
        ----------+----------+------------+------------+------------
        x1        | a1       | 2026-01-16 | 2026-02-02 | 2026-02-09
        """,
        as_of="2026-01-30",
    )


LOOPS = """
    action_id | audit_id | due_on     | done_on    | verified_on | verified_by_owner
    ----------+----------+------------+------------+-------------+------------------
    x01       | a1       | 2026-03-26 | 2026-03-20 | 2026-04-27  | no
    x02       | a1       | 2026-03-26 | 2026-03-20 | 2026-04-28  | no
    x03       | a1       | 2026-03-26 | 2026-03-20 | 2026-03-21  | yes
    x04       | a1       | 2026-03-26 | 2026-03-20 | 2026-03-21  |
    x05       | a1       | 2026-03-26 | 2026-03-20 |             |
    x06       | a1       | 2026-03-26 |            |             |
    x07       | a1       | 2026-03-26 | 2026-03-20 | 2026-03-19  | no
    x08       | a1       | 2026-03-26 |            | 2026-03-19  | no
    x09       | a1       | 2026-04-02 | 2026-03-20 |             |
    x10       | a1       | 2026-04-02 | 2026-03-20 | 2026-03-21  | yes
    x11       | a1       |            | 2026-03-20 | 2026-03-21  | no
    """


def test_a_loop_is_closed_by_somebody_else_within_twenty_working_days_of_the_due_day(
    spec,
):
    spec(
        "audit_loops_closed",
        """
        subject | state    | reason                | due
        --------+----------+-----------------------+-----------
        x01     | MET      | verified_by_another   | 2026-04-27
        x02     | NOT_MET  | late                  | 2026-04-27
        x03     | OVERDUE  | verified_by_owner     | 2026-04-27
        x04     | DQ_ERROR | verifier_not_recorded | 2026-04-27
        x05     | OVERDUE  | not_verified          | 2026-04-27
        x06     | OVERDUE  | action_not_done       | 2026-04-27
        x07     | DQ_ERROR | verified_before_done  | 2026-04-27
        x08     | DQ_ERROR | done_not_recorded     | 2026-04-27
        x09     | PENDING  |                       | 2026-05-05
        x10     | PENDING  |                       | 2026-05-05
        x11     | DQ_ERROR | due_not_recorded      |
        """,
        audit_actions=LOOPS,
        as_of="2026-05-05",
    )


def test_how_long_a_check_may_take_is_the_authoritys_to_set(spec):
    spec(
        "audit_loops_closed",
        """
        subject | state | reason              | due
        --------+-------+---------------------+-----------
        x02     | MET   | verified_by_another | 2026-04-28
        """,
        audit_actions="""
        action_id | audit_id | due_on     | done_on    | verified_on | verified_by_owner
        ----------+----------+------------+------------+-------------+------------------
        x02       | a1       | 2026-03-26 | 2026-03-20 | 2026-04-28  | no
        """,
        settings={"working_days": 21},
    )
