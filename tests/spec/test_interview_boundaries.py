"""Offers, refusals, reports, plans and independence: where each state begins."""

RETURNS = """
episode | child | kind    | returned_at
--------+-------+---------+-----------------
e1      | Asha  | missing | 2026-06-02 12:00
e2      | Asha  | missing | 2026-06-12 12:00
e3      | Asha  | missing | 2026-06-22 12:00
e4      | Asha  | missing | 2026-07-02 12:00
e5      | Asha  | missing | 2026-07-12 12:00
"""


def test_an_offer_is_yes_no_inapplicable_or_not_recorded(spec):
    spec(
        "rhi_offered",
        """
        subject | state          | reason
        --------+----------------+----------------------------
        e1      | MET            | offered
        e2      | NOT_MET        | not_offered
        e3      | NOT_APPLICABLE | recorded_not_applicable
        e4      | DQ_ERROR       | held_but_offer_not_recorded
        e5      | OVERDUE        | not_recorded
        """,
        episodes=RETURNS,
        interviews="""
        interview | child | about | offered        | held_at
        ----------+-------+-------+----------------+-----------
        i1        | Asha  | e1    | yes            |
        i2        | Asha  | e2    | no             |
        i3        | Asha  | e3    | not_applicable |
        i4        | Asha  | e4    |                | 2026-07-03
        i5        | Asha  | e5    |                |
        """,
    )


def test_an_offer_must_have_a_time_to_be_in_time(spec):
    spec(
        "rhi_offered_72h",
        """
        subject | state    | reason
        --------+----------+------------------------
        e1      | MET      | offered
        e2      | NOT_MET  | late
        e3      | DQ_ERROR | offered_at_not_recorded
        e4      | DQ_ERROR | offered_before_return
        e5      | OVERDUE  | not_offered
        """,
        episodes=RETURNS,
        interviews="""
        interview | child | about | offered | offered_at
        ----------+-------+-------+---------+-----------------
        i1        | Asha  | e1    | yes     | 2026-06-05 12:00
        i2        | Asha  | e2    | yes     | 2026-06-15 12:01
        i3        | Asha  | e3    | yes     |
        i4        | Asha  | e4    | yes     | 2026-07-02 11:59
        i5        | Asha  | e5    | no      |
        """,
    )


def test_an_offer_is_taken_up_however_late_the_interview(spec):
    spec(
        "rhi_taken_up",
        """
        subject | state          | reason
        --------+----------------+--------------
        e1      | MET            | held
        e2      | NOT_MET        | no_contact
        e3      | NOT_MET        | not_held
        e4      | NOT_APPLICABLE | not_offered
        e5      | PENDING        |
        """,
        episodes=RETURNS,
        interviews="""
        interview | child | about | offered | held_at    | reason_not_held
        ----------+-------+-------+---------+------------+----------------
        i1        | Asha  | e1    | yes     | 2026-06-30 |
        i2        | Asha  | e2    | yes     |            | no_contact
        i3        | Asha  | e3    | yes     |            |
        i5        | Asha  | e5    | yes     |            |
        """,
        as_of="2026-07-15T12:00",
    )


def test_the_provider_is_asked_within_a_day_of_our_being_told(spec):
    spec(
        "rhi_notified_to_referred_24h",
        """
        subject | state    | reason                    | due
        --------+----------+---------------------------+-----------------
        e1      | MET      | referred                  | 2026-06-03 13:00
        e2      | NOT_MET  | late                      | 2026-06-13 13:00
        e3      | DQ_ERROR | notification_not_recorded |
        e4      | DQ_ERROR | stop_before_start         | 2026-07-03 13:00
        e5      | OVERDUE  | not_referred              | 2026-07-13 13:00
        """,
        episodes="""
        episode | child | kind    | returned_at      | police_told_at   | return_notified_at
        --------+-------+---------+------------------+------------------+-------------------
        e1      | Asha  | missing | 2026-06-02 12:00 | 2026-06-01 12:00 | 2026-06-02 13:00
        e2      | Asha  | missing | 2026-06-12 12:00 | 2026-06-12 13:00 |
        e3      | Asha  | missing | 2026-06-22 12:00 | 2026-06-22 11:00 |
        e4      | Asha  | missing | 2026-07-02 12:00 |                  | 2026-07-02 13:00
        e5      | Asha  | missing | 2026-07-12 12:00 |                  | 2026-07-12 13:00
        """,
        interviews="""
        interview | child | about | referred_at
        ----------+-------+-------+-----------------
        i1        | Asha  | e1    | 2026-06-03 13:00
        i2        | Asha  | e2    | 2026-06-13 13:01
        i4        | Asha  | e4    | 2026-07-02 12:30
        """,
    )


ABOUT_ONE = """
episode | child | kind    | returned_at
--------+-------+---------+-----------------
e1      | Asha  | missing | 2026-05-20 12:00
"""


def test_five_working_days_skip_the_weekend_and_the_bank_holiday(spec):
    spec(
        "rhi_report_5wd",
        """
        subject | state          | reason            | due
        --------+----------------+-------------------+-----------
        i1      | MET            | reported          | 2026-05-29
        i2      | NOT_MET        | late              | 2026-05-29
        i3      | OVERDUE        | no_report         | 2026-05-29
        i4      | DQ_ERROR       | stop_before_start | 2026-05-29
        i5      | NOT_APPLICABLE | not_held          |
        """,
        episodes=ABOUT_ONE,
        interviews="""
        interview | child | about | held_at          | report_at
        ----------+-------+-------+------------------+-----------------
        i1        | Asha  | e1    | 2026-05-21 10:00 | 2026-05-29 23:59
        i2        | Asha  | e1    | 2026-05-21 10:00 | 2026-05-30 00:00
        i3        | Asha  | e1    | 2026-05-21 10:00 |
        i4        | Asha  | e1    | 2026-05-21 10:00 | 2026-05-20
        i5        | Asha  | e1    |                  |
        """,
    )


def test_a_date_is_not_overdue_until_its_day_is_over(spec):
    held = """
    interview | child | about | held_at
    ----------+-------+-------+-----------------
    i1        | Asha  | e1    | 2026-05-21 10:00
    """
    state = "subject | state\n--------+------\ni1 | {}"
    report = "rhi_report_5wd"
    pending, overdue = state.format("PENDING"), state.format("OVERDUE")
    spec(report, pending, episodes=ABOUT_ONE, interviews=held, as_of="2026-05-29")
    spec(report, overdue, episodes=ABOUT_ONE, interviews=held, as_of="2026-05-30T00:00")


def test_the_plan_has_ten_working_days_from_the_report_or_the_interview(spec):
    spec(
        "rhi_plan_updated_10wd",
        """
        subject | state    | start            | due
        --------+----------+------------------+-----------
        i1      | MET      | 2026-05-22 09:00 | 2026-06-08
        i2      | NOT_MET  | 2026-05-21 10:00 | 2026-06-05
        i3      | DQ_ERROR | 2039-05-21 10:00 |
        """,
        episodes=ABOUT_ONE,
        interviews="""
        interview | child | about | held_at          | report_at        | plan_updated_on
        ----------+-------+-------+------------------+------------------+----------------
        i1        | Asha  | e1    | 2026-05-21 10:00 | 2026-05-22 09:00 | 2026-06-08
        i2        | Asha  | e1    | 2026-05-21 10:00 |                  | 2026-06-08
        i3        | Asha  | e1    | 2039-05-21 10:00 |                  |
        """,
        as_of="2039-12-31",
    )


def test_independence_is_yes_no_inapplicable_or_not_recorded(spec):
    spec(
        "rhi_independent",
        """
        subject | state          | reason
        --------+----------------+--------------------------
        i1      | MET            | independent
        i2      | NOT_MET        | not_independent
        i3      | DQ_ERROR       | independence_not_recorded
        i4      | NOT_APPLICABLE | recorded_not_applicable
        i5      | NOT_APPLICABLE | not_held
        """,
        episodes=ABOUT_ONE,
        interviews="""
        interview | child | about | held_at    | independent
        ----------+-------+-------+------------+---------------
        i1        | Asha  | e1    | 2026-05-21 | yes
        i2        | Asha  | e1    | 2026-05-21 | no
        i3        | Asha  | e1    | 2026-05-21 |
        i4        | Asha  | e1    | 2026-05-21 | not_applicable
        i5        | Asha  | e1    |            | yes
        """,
    )


def test_an_interview_is_left_out_when_all_its_episodes_are(spec):
    spec(
        "rhi_independent",
        """
        subject | state    | reason
        --------+----------+-------
        i1      | EXCLUDED | away
        i2      | MET      | independent
        """,
        episodes="""
        episode | child | kind    | returned_at
        --------+-------+---------+-----------------
        e1      | Asha  | missing | 2026-05-20 12:00
        e2      | Asha  | away    | 2026-05-20 12:00
        """,
        interviews="""
        interview | child | about | held_at    | independent
        ----------+-------+-------+------------+------------
        i1        | Asha  | e2    | 2026-05-21 | yes
        i2        | Asha  | e1 e2 | 2026-05-21 | yes
        """,
    )
