"""Where one state ends and the next begins, for episodes and what follows them."""

HELD = "rhi_held_72h"


def test_episodes_that_touch_are_one_and_a_gap_makes_two(spec):
    spec(
        HELD,
        """
        subject | state    | reason       | start            | flags
        --------+----------+--------------+------------------+-------
        e1      | OVERDUE  | not_recorded | 2026-06-03 09:00 | merged
        e2      | EXCLUDED | merged       | 2026-06-03 09:00 |
        e3      | OVERDUE  | not_recorded | 2026-06-03 10:00 |
        """,
        episodes="""
        episode | child | kind    | started_at       | returned_at
        --------+-------+---------+------------------+-----------------
        e1      | Asha  | missing | 2026-06-01 20:00 | 2026-06-02 12:00
        e2      | Asha  | missing | 2026-06-02 12:00 | 2026-06-03 09:00
        e3      | Asha  | missing | 2026-06-03 09:01 | 2026-06-03 10:00
        """,
    )


def test_an_interview_about_a_merged_episode_answers_the_whole(spec):
    spec(
        HELD,
        """
        subject | state    | reason
        --------+----------+-------
        e1      | MET      | held
        e2      | EXCLUDED | merged
        """,
        episodes="""
        episode | child | kind    | started_at       | returned_at
        --------+-------+---------+------------------+-----------------
        e1      | Asha  | missing | 2026-06-01 20:00 | 2026-06-02 12:00
        e2      | Asha  | missing | 2026-06-02 08:00 | 2026-06-03 09:00
        """,
        interviews="""
        interview | child | about | held_at
        ----------+-------+-------+-----------------
        i1        | Asha  | e2    | 2026-06-05 10:00
        """,
    )


def test_a_forgotten_end_hides_no_later_return(spec):
    spec(
        HELD,
        """
        subject | state    | reason
        --------+----------+----------------
        e1      | DQ_ERROR | no_end_recorded
        e2      | OVERDUE  | not_recorded
        """,
        episodes="""
        episode | child | kind    | started_at       | returned_at
        --------+-------+---------+------------------+-----------------
        e1      | Asha  | missing | 2026-06-01 20:00 |
        e2      | Asha  | missing | 2026-06-10 20:00 | 2026-06-11 09:00
        """,
    )


def test_missing_and_away_are_kept_apart_and_flagged(spec):
    spec(
        HELD,
        """
        subject | state    | flags
        --------+----------+--------------
        e1      | OVERDUE  | overlaps_away
        e2      | EXCLUDED |
        """,
        episodes="""
        episode | child | kind    | started_at       | returned_at
        --------+-------+---------+------------------+-----------------
        e1      | Asha  | missing | 2026-06-01 20:00 | 2026-06-02 12:00
        e2      | Asha  | away    | 2026-06-02 08:00 | 2026-06-03 09:00
        """,
    )


def test_by_date_alone_the_third_day_after_is_in_time(spec):
    spec(
        HELD,
        """
        subject | state   | due        | flags
        --------+---------+------------+---------------
        e1      | MET     | 2026-06-05 | date_precision
        e2      | NOT_MET | 2026-06-05 | date_precision
        """,
        episodes="""
        episode | child | kind    | started_at | returned_at
        --------+-------+---------+------------+------------
        e1      | Asha  | missing | 2026-06-01 | 2026-06-02
        e2      | Ben   | missing | 2026-06-01 | 2026-06-02
        """,
        interviews="""
        interview | child | about | held_at
        ----------+-------+-------+-----------------
        i1        | Asha  | e1    | 2026-06-05 23:59
        i2        | Ben   | e2    | 2026-06-06 00:00
        """,
    )


def test_turning_18_by_the_return_leaves_out_and_later_stops_the_count(spec):
    spec(
        HELD,
        """
        subject | state    | reason       | flags
        --------+----------+--------------+-----------------
        e1      | EXCLUDED | turned_18    |
        e2      | CENSORED | turned_18    |
        e3      | OVERDUE  | not_recorded |
        e4      | OVERDUE  | not_recorded | no_date_of_birth
        """,
        children="""
        child | born
        ------+-----------
        Asha  | 2008-06-02
        Ben   | 2008-06-05
        Cai   | 2008-06-06
        """,
        episodes="""
        episode | child | kind    | returned_at
        --------+-------+---------+-----------------
        e1      | Asha  | missing | 2026-06-02 12:00
        e2      | Ben   | missing | 2026-06-02 12:00
        e3      | Cai   | missing | 2026-06-02 12:00
        e4      | Dee   | missing | 2026-06-02 12:00
        """,
    )


def test_a_child_who_died_before_the_time_ran_out_is_left_out(spec):
    spec(
        HELD,
        """
        subject | state    | reason
        --------+----------+-------------
        e1      | EXCLUDED | died
        e2      | OVERDUE  | not_recorded
        """,
        children="""
        child | born       | died_on
        ------+------------+-----------
        Asha  | 2012-01-01 | 2026-06-05
        Ben   | 2012-01-01 | 2026-06-06
        """,
        episodes="""
        episode | child | kind    | returned_at
        --------+-------+---------+-----------------
        e1      | Asha  | missing | 2026-06-02 12:00
        e2      | Ben   | missing | 2026-06-02 12:00
        """,
    )


VERSIONS = """
episode | child | kind    | started_at       | returned_at      | recorded_at
--------+-------+---------+------------------+------------------+-----------
e1      | Asha  | missing | 2026-06-01 20:00 | 2026-06-02 12:00 | 2026-06-02
e1      | Asha  | missing | 2026-06-01 20:00 | 2026-06-03 12:00 | 2026-06-20
"""


def test_a_correction_counts_from_the_day_it_was_written(spec):
    expected = "subject | start\n--------+-----\ne1 | 2026-06-0{} 12:00"
    spec(HELD, expected.format(2), episodes=VERSIONS, as_of="2026-06-19")
    spec(HELD, expected.format(3), episodes=VERSIONS, as_of="2026-06-20")


def test_an_event_after_the_day_asked_about_has_not_happened(spec):
    spec(
        HELD,
        """
        subject | state   | flags
        --------+---------+------------
        e1      | NOT_DUE |
        e2      | NOT_DUE | future_date
        """,
        episodes="""
        episode | child | kind    | started_at | returned_at | recorded_at
        --------+-------+---------+------------+-------------+------------
        e1      | Asha  | missing | 2026-06-01 | 2026-06-09  |
        e2      | Ben   | missing | 2026-06-01 | 2026-06-09  | 2026-06-01
        e3      | Asha  | missing | 2026-06-09 | 2026-06-10  |
        """,
        as_of="2026-06-05",
    )


def test_bad_data_is_said_and_never_met(spec):
    spec(
        HELD,
        """
        subject | state    | reason
        --------+----------+---------------------
        e1      | DQ_ERROR | ended_before_started
        e2      | DQ_ERROR | kind_not_recorded
        e3      | EXCLUDED | away
        """,
        episodes="""
        episode | child | kind    | started_at       | returned_at
        --------+-------+---------+------------------+-----------------
        e1      | Asha  | missing | 2026-06-03 20:00 | 2026-06-02 12:00
        e2      | Asha  |         | 2026-06-01 20:00 | 2026-06-02 12:00
        e3      | Ben   | away    | 2026-06-03 20:00 | 2026-06-02 12:00
        """,
    )


def test_a_childs_authority_answers_for_rows_that_name_none(spec):
    """And a row that names one of its own keeps it: care moves between authorities."""
    spec(
        "rhi_held_72h",
        """
        subject | state    | reason
        --------+----------+----------------
        e1      | EXCLUDED | other_authority
        e2      | OVERDUE  | not_recorded
        e3      | OVERDUE  | not_recorded
        """,
        as_of="2026-06-30",
        children="""
        child | born       | authority
        ------+------------+----------
        Asha  | 2012-03-01 | E08000025
        Ben   | 2012-03-01 |
        """,
        episodes="""
        episode | child | kind    | started_at       | returned_at      | authority
        --------+-------+---------+------------------+------------------+----------
        e1      | Asha  | missing | 2026-05-01T09:00 | 2026-05-02T09:00 |
        e2      | Asha  | missing | 2026-05-11T09:00 | 2026-05-12T09:00 | E08000029
        e3      | Ben   | missing | 2026-05-01T09:00 | 2026-05-02T09:00 |
        """,
    )
