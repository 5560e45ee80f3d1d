"""The worked cases of rules.md, area 2: each by its number."""

HELD = "rhi_held_72h"

ONE_RETURN = """
episode | child | kind    | started_at       | returned_at
--------+-------+---------+------------------+-----------------
e1      | Asha  | missing | 2026-05-01 20:00 | 2026-05-02 09:00
"""

JUNE_RETURN = """
episode | child | kind    | started_at       | returned_at
--------+-------+---------+------------------+-----------------
e1      | Asha  | missing | 2026-06-01 20:00 | 2026-06-02 12:00
"""


def test_rhi_01_a_weekend_and_a_bank_holiday_do_not_stop_the_clock(spec):
    spec(
        HELD,
        """
        subject | state | due              | stop
        --------+-------+------------------+-----------------
        e1      | MET   | 2026-05-05 09:00 | 2026-05-05 08:59
        """,
        episodes=ONE_RETURN,
        interviews="""
        interview | child | about | held_at
        ----------+-------+-------+-----------------
        i1        | Asha  | e1    | 2026-05-05 08:59
        """,
    )


def test_rhi_02_the_seventy_second_hour_is_in_time(spec):
    spec(
        HELD,
        """
        subject | state
        --------+------
        e1      | MET
        """,
        episodes=ONE_RETURN,
        interviews="""
        interview | child | about | held_at
        ----------+-------+-------+-----------------
        i1        | Asha  | e1    | 2026-05-05 09:00
        """,
    )


def test_rhi_02_a_minute_more_is_late(spec):
    spec(
        HELD,
        """
        subject | state   | reason
        --------+---------+-------
        e1      | NOT_MET | late
        """,
        episodes=ONE_RETURN,
        interviews="""
        interview | child | about | held_at
        ----------+-------+-------+-----------------
        i1        | Asha  | e1    | 2026-05-05 09:01
        """,
    )


def test_rhi_04_hours_are_real_when_the_clocks_go_forward(spec):
    spec(
        HELD,
        """
        subject | state | due
        --------+-------+-----------------
        e1      | MET   | 2026-03-30 19:00
        """,
        episodes="""
        episode | child | kind    | started_at       | returned_at
        --------+-------+---------+------------------+-----------------
        e1      | Asha  | missing | 2026-03-27 09:00 | 2026-03-27 18:00
        """,
        interviews="""
        interview | child | about | held_at
        ----------+-------+-------+-----------------
        i1        | Asha  | e1    | 2026-03-30 18:30
        """,
    )


DECLINED = """
interview | child | about | offered | offered_at | accepted
----------+-------+-------+---------+------------+---------
i1        | Asha  | e1    | yes     | 2026-06-03 | no
"""


def test_rhi_05_a_refusal_was_offered(spec):
    met = """
    subject | state
    --------+------
    e1      | MET
    """
    spec("rhi_offered", met, episodes=JUNE_RETURN, interviews=DECLINED)
    spec("rhi_offered_72h", met, episodes=JUNE_RETURN, interviews=DECLINED)


def test_rhi_05_a_refusal_was_not_taken_up(spec):
    spec(
        "rhi_taken_up",
        """
        subject | state   | reason
        --------+---------+---------
        e1      | NOT_MET | declined
        """,
        episodes=JUNE_RETURN,
        interviews=DECLINED,
    )


def test_rhi_05_a_refusal_counts_among_all_due(spec):
    spec(
        HELD,
        """
        subject | state   | reason
        --------+---------+---------
        e1      | OVERDUE | declined
        """,
        episodes=JUNE_RETURN,
        interviews=DECLINED,
    )


def test_rhi_05_a_refusal_is_not_among_those_held(spec):
    spec(
        "rhi_completed_in_72h",
        """
        subject | state          | reason
        --------+----------------+---------
        e1      | NOT_APPLICABLE | not_held
        """,
        episodes=JUNE_RETURN,
        interviews=DECLINED,
    )


def test_rhi_06_blank_is_not_offered_and_not_inapplicable(spec):
    overdue = """
    subject | state   | reason
    --------+---------+-------------
    e1      | OVERDUE | not_recorded
    """
    spec("rhi_offered", overdue, episodes=JUNE_RETURN)
    spec("rhi_offered_72h", overdue, episodes=JUNE_RETURN)
    spec(HELD, overdue, episodes=JUNE_RETURN)


def test_rhi_07_a_child_still_missing_is_not_due(spec):
    spec(
        HELD,
        """
        subject | state   | reason       | due
        --------+---------+--------------+----
        e1      | NOT_DUE | not_returned |
        """,
        episodes="""
        episode | child | kind    | started_at
        --------+-------+---------+-----------------
        e1      | Asha  | missing | 2026-11-21 22:00
        """,
        as_of="2026-11-23T12:00",
    )


NOVEMBER_RETURN = """
episode | child | kind    | started_at       | returned_at
--------+-------+---------+------------------+-----------------
e1      | Asha  | missing | 2026-11-20 12:00 | 2026-11-21 12:00
"""


def test_rhi_08_forty_eight_hours_on_there_is_still_time(spec):
    spec(
        HELD,
        """
        subject | state   | due
        --------+---------+-----------------
        e1      | PENDING | 2026-11-24 12:00
        """,
        episodes=NOVEMBER_RETURN,
        as_of="2026-11-23T12:00",
    )


def test_rhi_08_at_the_due_minute_there_is_still_time(spec):
    spec(
        HELD,
        """
        subject | state
        --------+--------
        e1      | PENDING
        """,
        episodes=NOVEMBER_RETURN,
        as_of="2026-11-24T12:00",
    )


def test_rhi_08_a_minute_later_it_is_overdue(spec):
    spec(
        HELD,
        """
        subject | state
        --------+--------
        e1      | OVERDUE
        """,
        episodes=NOVEMBER_RETURN,
        as_of="2026-11-24T12:01",
    )


def test_rhi_10_one_interview_answers_two_episodes(spec):
    spec(
        HELD,
        """
        subject | state
        --------+--------
        e1      | NOT_MET
        e2      | MET
        """,
        episodes="""
        episode | child | kind    | started_at       | returned_at
        --------+-------+---------+------------------+-----------------
        e1      | Asha  | missing | 2026-06-30 20:00 | 2026-07-01 08:00
        e2      | Asha  | missing | 2026-07-02 20:00 | 2026-07-03 06:00
        """,
        interviews="""
        interview | child | about | held_at
        ----------+-------+-------+-----------------
        i1        | Asha  | e1 e2 | 2026-07-04 10:00
        """,
    )


AWAY = """
episode | child | kind | started_at       | returned_at      | looked_after
--------+-------+------+------------------+------------------+-------------
e1      | Asha  | away | 2026-06-01 20:00 | 2026-06-02 12:00 | yes
"""


def test_rhi_12_away_is_left_out(spec):
    spec(
        HELD,
        """
        subject | state    | reason
        --------+----------+-------
        e1      | EXCLUDED | away
        """,
        episodes=AWAY,
    )


def test_rhi_12_away_is_counted_where_local_policy_says_so(spec):
    spec(
        HELD,
        """
        subject | state
        --------+--------
        e1      | OVERDUE
        """,
        episodes=AWAY,
        settings={"away": True},
    )


def test_rhi_13_another_authoritys_child_placed_here_is_left_out(spec):
    spec(
        HELD,
        """
        subject | state    | reason
        --------+----------+----------------
        e1      | EXCLUDED | other_authority
        e2      | EXCLUDED | other_authority
        """,
        episodes="""
        episode | child | kind    | returned_at      | authority | looked_after | placed_by_us
        --------+-------+---------+------------------+-----------+--------------+-------------
        e1      | Asha  | missing | 2026-08-10 09:00 | E08000025 | yes          |
        e2      | Ben   | missing | 2026-08-10 09:00 |           | yes          | no
        """,
    )


def test_rhi_15_an_interview_before_the_return_is_bad_data(spec):
    spec(
        HELD,
        """
        subject | state    | reason
        --------+----------+------------------------
        e1      | DQ_ERROR | interview_before_return
        """,
        episodes="""
        episode | child | kind    | started_at       | returned_at
        --------+-------+---------+------------------+-----------------
        e1      | Asha  | missing | 2026-08-08 20:00 | 2026-08-10 09:00
        """,
        interviews="""
        interview | child | about | held_at
        ----------+-------+-------+-----------------
        i1        | Asha  | e1    | 2026-08-09 15:00
        """,
    )


def test_rhi_15_unless_it_was_for_an_earlier_episode_too(spec):
    spec(
        HELD,
        """
        subject | state   | reason
        --------+---------+-------------
        e0      | MET     | held
        e1      | OVERDUE | not_recorded
        """,
        episodes="""
        episode | child | kind    | started_at       | returned_at
        --------+-------+---------+------------------+-----------------
        e0      | Asha  | missing | 2026-08-07 20:00 | 2026-08-08 09:00
        e1      | Asha  | missing | 2026-08-09 20:00 | 2026-08-10 09:00
        """,
        interviews="""
        interview | child | about | held_at
        ----------+-------+-------+-----------------
        i1        | Asha  | e0 e1 | 2026-08-09 15:00
        """,
    )


TOLD = """
episode | child | kind    | started_at       | returned_at      | police_told_at
--------+-------+---------+------------------+------------------+-----------------
e1      | Asha  | missing | 2026-06-01 20:00 | 2026-06-02 12:00 | 2026-06-03 09:00
"""
ASKED_LATE = """
interview | child | about | referred_at      | held_at
----------+-------+-------+------------------+-----------------
i1        | Asha  | e1    | 2026-06-05 10:00 | 2026-06-05 16:00
"""


def test_rhi_17_the_interview_was_late(spec):
    spec(
        HELD,
        """
        subject | state
        --------+--------
        e1      | NOT_MET
        """,
        episodes=TOLD,
        interviews=ASKED_LATE,
    )


def test_rhi_17_and_the_authority_made_it_late(spec):
    spec(
        "rhi_notified_to_referred_24h",
        """
        subject | state   | start            | stop
        --------+---------+------------------+-----------------
        e1      | NOT_MET | 2026-06-03 09:00 | 2026-06-05 10:00
        """,
        episodes=TOLD,
        interviews=ASKED_LATE,
    )
