"""Clocks of discussions and referrals: boundary days, blanks, and what is left out."""

import pytest

CHILDREN = """
child | born       | died_on    | authority
------+------------+------------+----------
Asha  | 2012-03-01 |            |
Ben   | 2008-03-03 |            |
Cai   | 2012-03-01 | 2026-03-03 |
Dee   | 2012-03-01 |            | E06000001
Unn   |            |            |
"""
BOTH = pytest.mark.parametrize(
    "name", ["strategy_discussion_1wd", "strategy_discussion_24h"]
)


def test_the_minute_after_24_hours_is_late(spec):
    spec(
        "strategy_discussion_24h",
        """
        subject | state   | reason              | due              | flags
        --------+---------+---------------------+------------------+----------------
        d1      | MET     | discussion_held     | 2026-03-28 18:00 |
        d2      | NOT_MET | late                | 2026-03-28 18:00 |
        d3      | MET     | discussion_held     | 2026-03-29 19:00 |
        d4      | MET     | discussion_held     | 2026-03-28       | date_precision
        d5      | OVERDUE | discussion_not_held | 2026-11-23 17:00 |
        d6      | PENDING |                     | 2026-11-24 00:30 |
        """,
        strategy_discussions="""
        discussion_id | child | threshold_decision_at | held_at          | delay_reason
        --------------+-------+-----------------------+------------------+-------------
        d1            | Asha  | 2026-03-27 18:00      | 2026-03-28 18:00 |
        d2            | Asha  | 2026-03-27 18:00      | 2026-03-28 18:01 | police
        d3            | Asha  | 2026-03-28 18:00      | 2026-03-29 19:00 |
        d4            | Asha  | 2026-03-27            | 2026-03-28 23:00 |
        d5            | Asha  | 2026-11-22 17:00      |                  | police
        d6            | Asha  | 2026-11-23 00:30      |                  |
        """,
    )


def test_more_than_72_hours_allowed_or_elapsed_is_a_long_gap(spec):
    """Friday to Monday is three days: marked only where 72 hours did pass."""
    spec(
        "strategy_discussion_1wd",
        """
        subject | state   | flags
        --------+---------+------------------
        d1      | MET     |
        d2      | MET     | long_calendar_gap
        d3      | MET     | long_calendar_gap
        d4      | OVERDUE | long_calendar_gap
        """,
        strategy_discussions="""
        discussion_id | child | threshold_decision_at | held_at          | delay_reason
        --------------+-------+-----------------------+------------------+-------------
        d1            | Asha  | 2026-03-06 10:00      | 2026-03-09 10:00 |
        d2            | Asha  | 2026-03-06 10:00      | 2026-03-09 10:01 |
        d3            | Asha  | 2026-04-02 10:00      | 2026-04-02 11:00 |
        d4            | Asha  | 2026-04-02 10:00      |                  | police
        """,
    )


@BOTH
def test_what_is_left_out_of_both_clocks(spec, name):
    spec(
        name,
        """
        subject | state    | reason
        --------+----------+-------------------
        d1      | EXCLUDED | duplicate
        d2      | EXCLUDED | rescinded
        d3      | OVERDUE  | discussion_not_held
        d4      | OVERDUE  | discussion_not_held
        d5      | MET      | discussion_held
        d6      | EXCLUDED | moved_out
        d7      | DQ_ERROR | decision_not_dated
        d8      | DQ_ERROR | stop_before_start
        d9      | EXCLUDED | other_authority
        e1      | CENSORED | turned_18
        e2      | EXCLUDED | died
        e3      | MET      | discussion_held
        """,
        children=CHILDREN,
        strategy_discussions="""
        discussion_id | child | threshold_decision_at | held_at | duplicate_of | rescinded_at | rescinded_reason | moved_out_on
        --------------+-------+-----------------------+---------+--------------+--------------+------------------+-------------
        d1 | Asha | 2026-03-02 10:00 | 2026-03-02 12:00 | d5 | | |
        d2 | Asha | 2026-03-02 10:00 | | | 2026-03-02 12:00 | no cause |
        d3 | Asha | 2026-03-02 10:00 | | | 2026-03-02 12:00 | |
        d4 | Asha | 2026-03-02 10:00 | | | 2026-03-04 12:00 | no cause |
        d5 | Asha | 2026-03-02 10:00 | 2026-03-02 12:00 | | 2026-03-02 14:00 | no cause |
        d6 | Asha | 2026-03-02 10:00 | | | | | 2026-03-03
        d7 | Asha | | 2026-03-02 12:00 | | | |
        d8 | Asha | 2026-03-02 10:00 | 2026-03-02 09:59 | | | |
        d9 | Dee | 2026-03-02 10:00 | | | | |
        e1 | Ben | 2026-03-02 10:00 | | | | |
        e2 | Cai | 2026-03-02 10:00 | | | | |
        e3 | Unn | 2026-03-02 10:00 | 2026-03-02 12:00 | | | |
        """,
    )


CALLS = {
    "strategy_discussions": """
    discussion_id | child | threshold_decision_at | held_at          | mode      | follows_discussion_id
    --------------+-------+-----------------------+------------------+-----------+----------------------
    d1            | Asha  | 2026-03-02 10:00      | 2026-03-02 11:00 | telephone |
    d2            | Asha  | 2026-03-02 10:00      | 2026-03-03 15:00 | meeting   | d1
    d3            | Ben   | 2026-03-02 10:00      | 2026-03-02 11:00 | telephone |
    d4            | Ben   | 2026-03-09 10:00      | 2026-03-09 11:00 | virtual   |
    d5            | Ben   | 2026-03-09 10:00      | 2026-03-16 11:00 | meeting   | d4
    """,
    "strategy_attendance": """
    discussion_id | agency      | attended
    --------------+-------------+---------
    d1            | social_care | yes
    d1            | police      | yes
    d3            | social_care | yes
    d3            | police      | yes
    d3            | health      | yes
    """,
}


def test_a_call_counts_with_all_three_else_the_meeting_after_it(spec):
    spec(
        "strategy_discussion_1wd",
        """
        subject | state    | reason          | stop
        --------+----------+-----------------+-----------------
        d1      | MET      | discussion_held | 2026-03-03 15:00
        d2      | EXCLUDED | continues_call  | 2026-03-03 15:00
        d3      | MET      | discussion_held | 2026-03-02 11:00
        d4      | MET      | discussion_held | 2026-03-09 11:00
        d5      | NOT_MET  | late            | 2026-03-16 11:00
        """,
        **CALLS,
    )


def test_who_came_is_asked_of_the_meeting_that_continued_a_call(spec):
    spec(
        "strategy_discussion_quorate",
        """
        subject | state    | reason
        --------+----------+------------------------
        d1      | EXCLUDED | continued_by_meeting
        d2      | DQ_ERROR | attendance_not_recorded
        d3      | MET      | quorate
        d4      | DQ_ERROR | attendance_not_recorded
        d5      | DQ_ERROR | attendance_not_recorded
        """,
        **CALLS,
    )


def test_an_authority_may_count_any_call(spec):
    spec(
        "strategy_discussion_24h",
        """
        subject | state    | reason          | stop
        --------+----------+-----------------+-----------------
        d1      | MET      | discussion_held | 2026-03-02 11:00
        d2      | EXCLUDED | continues_call  | 2026-03-03 15:00
        d3      | MET      | discussion_held | 2026-03-02 11:00
        d4      | MET      | discussion_held | 2026-03-09 11:00
        d5      | NOT_MET  | late            | 2026-03-16 11:00
        """,
        settings={"any_telephone": True},
        **CALLS,
    )


def test_a_late_discussion_is_raised_within_a_working_day_of_falling_due(spec):
    spec(
        "strategy_delay_escalated_1wd",
        """
        subject | state          | reason             | start      | due
        --------+----------------+--------------------+------------+-----------
        d1      | NOT_APPLICABLE | held_in_time       | 2026-03-03 | 2026-03-04
        d2      | MET            | escalated          | 2026-03-03 | 2026-03-04
        d3      | NOT_MET        | late               | 2026-03-03 | 2026-03-04
        d4      | OVERDUE        | not_escalated      | 2026-03-03 | 2026-03-04
        d5      | MET            | escalated          | 2026-03-03 | 2026-03-04
        d6      | DQ_ERROR       | stop_before_start  | 2026-03-03 | 2026-03-04
        d7      | NOT_DUE        | not_late_yet       | 2026-11-23 | 2026-11-24
        d8      | PENDING        |                    | 2026-11-20 | 2026-11-23
        d9      | DQ_ERROR       | decision_not_dated |            |
        e1      | EXCLUDED       | rescinded          | 2026-03-03 | 2026-03-04
        e2      | OVERDUE        | not_escalated      | 2026-03-03 | 2026-03-04
        """,
        strategy_discussions="""
        discussion_id | child | threshold_decision_at | held_at | escalated_at | rescinded_at | rescinded_reason
        --------------+-------+-----------------------+---------+--------------+--------------+-----------------
        d1 | Asha | 2026-03-02 10:00 | 2026-03-03 23:00 | | |
        d2 | Asha | 2026-03-02 10:00 | 2026-03-04 00:30 | 2026-03-04 18:00 | |
        d3 | Asha | 2026-03-02 10:00 | | 2026-03-05 09:00 | |
        d4 | Asha | 2026-03-02 10:00 | 2026-03-10 10:00 | | |
        d5 | Asha | 2026-03-02 10:00 | 2026-03-10 10:00 | 2026-03-03 09:00 | |
        d6 | Asha | 2026-03-02 10:00 | 2026-03-10 10:00 | 2026-03-02 09:00 | |
        d7 | Asha | 2026-11-20 10:00 | | | |
        d8 | Asha | 2026-11-19 10:00 | | | |
        d9 | Asha | | 2026-03-03 23:00 | | |
        e1 | Asha | 2026-03-02 10:00 | | | 2026-03-03 12:00 | no cause
        e2 | Asha | 2026-03-02 10:00 | | | 2026-03-04 12:00 | no cause
        """,
    )


ATTENDED = {
    "strategy_discussions": """
    discussion_id | child | threshold_decision_at | held_at    | receiving_team_expected | duplicate_of
    --------------+-------+-----------------------+------------+-------------------------+-------------
    d1            | Asha  | 2026-03-02            | 2026-03-03 | yes                     |
    d2            | Asha  | 2026-03-02            | 2026-03-03 | no                      |
    d3            | Asha  | 2026-03-02            | 2026-03-03 |                         |
    d4            | Asha  | 2026-03-02            |            | yes                     |
    d5            | Asha  | 2026-03-02            | 2026-03-03 | yes                     | d1
    d6            | Asha  | 2026-03-02            | 2026-03-03 | yes                     |
    d7            | Asha  | 2026-03-02            | 2026-03-03 | yes                     |
    """,
    "strategy_attendance": """
    discussion_id | agency         | attended
    --------------+----------------+---------
    d1            | social_care    | yes
    d1            | police         | yes
    d1            | health         | yes
    d1            | receiving_team | yes
    d2            | social_care    | yes
    d2            | police         |
    d2            | health         | yes
    d3            | social_care    | yes
    d6            | social_care    | yes
    d6            | police         |
    d6            | health         | no
    d7            | social_care    |
    """,
}


@pytest.mark.parametrize(
    ("name", "d1", "d2", "d3", "d6"),
    [
        (
            "strategy_discussion_quorate",
            "MET quorate",
            "DQ_ERROR attendance_not_recorded",
            "NOT_MET several_missing",
            "NOT_MET health_missing",
        ),
        (
            "strategy_police_present",
            "MET police_came",
            "DQ_ERROR attendance_not_recorded",
            "NOT_MET police_missing",
            "DQ_ERROR attendance_not_recorded",
        ),
        (
            "strategy_health_present",
            "MET health_came",
            "MET health_came",
            "NOT_MET health_missing",
            "NOT_MET health_missing",
        ),
        (
            "strategy_receiving_team_present",
            "MET receiving_team_came",
            "NOT_APPLICABLE none_expected",
            "DQ_ERROR expected_not_recorded",
            "NOT_MET receiving_team_missing",
        ),
    ],
)
def test_a_blank_is_not_an_absence(spec, name, d1, d2, d3, d6):
    told = {"d1": d1, "d2": d2, "d3": d3, "d4": "NOT_APPLICABLE discussion_not_held"}
    told |= {"d5": "EXCLUDED duplicate", "d6": d6}
    told["d7"] = "DQ_ERROR attendance_not_recorded"
    rows = [f"{key} | {' | '.join(said.split())}" for key, said in told.items()]
    spec(name, "\n".join(["subject | state | reason", "---", *rows]), **ATTENDED)


def test_partners_who_should_have_come_are_marked(spec):
    spec(
        "strategy_health_present",
        """
        subject | state | flags
        --------+-------+-------------------------
        d1      | MET   | relevant_partner_missing
        d2      | MET   | relevant_partner_missing
        d3      | MET   |
        """,
        strategy_discussions="""
        discussion_id | child | held_at    | receiving_team_expected
        --------------+-------+------------+------------------------
        d1            | Asha  | 2026-03-03 | yes
        d2            | Asha  | 2026-03-03 | no
        d3            | Asha  | 2026-03-03 | no
        """,
        strategy_attendance="""
        discussion_id | agency    | invited | attended
        --------------+-----------+---------+---------
        d1            | health    | yes     | yes
        d2            | health    | yes     | yes
        d2            | education | yes     | no
        d3            | health    | yes     | yes
        d3            | education | no      | no
        """,
    )


def test_a_referral_is_decided_by_the_end_of_the_next_working_day(spec):
    spec(
        "referral_decision_1wd",
        """
        subject | state    | reason                | due        | flags
        --------+----------+-----------------------+------------+------------------
        r1      | MET      | decided               | 2026-03-09 |
        r2      | NOT_MET  | late                  | 2026-03-09 | long_calendar_gap
        r3      | PENDING  |                       | 2026-11-23 |
        r4      | OVERDUE  | not_decided           | 2026-11-20 |
        r5      | DQ_ERROR | received_not_recorded |            |
        r6      | DQ_ERROR | stop_before_start     | 2026-03-09 |
        r7      | EXCLUDED | other_authority       | 2026-03-09 |
        r8      | CENSORED | turned_18             | 2026-03-03 |
        r9      | EXCLUDED | died                  | 2026-03-03 |
        s1      | MET      | decided               | 2026-04-07 | long_calendar_gap
        """,
        children=CHILDREN,
        referrals="""
        referral_id | child | received_at      | decision_at
        ------------+-------+------------------+-----------------
        r1          | Asha  | 2026-03-06 17:00 | 2026-03-09 16:59
        r2          | Asha  | 2026-03-06 17:00 | 2026-03-10 00:01
        r3          | Asha  | 2026-11-20 17:00 |
        r4          | Asha  | 2026-11-19 17:00 |
        r5          | Asha  |                  | 2026-03-10 00:01
        r6          | Asha  | 2026-03-06 17:00 | 2026-03-06 16:00
        r7          | Dee   | 2026-03-06 17:00 |
        r8          | Ben   | 2026-03-02 17:00 |
        r9          | Cai   | 2026-03-02 17:00 |
        s1          | Asha  | 2026-04-02 17:00 | 2026-04-02 18:00
        """,
    )
