"""What visits before a decision become when they end: short assessments, contacts and
referrals that come again."""

CHILDREN = """
child | born       | authority
------+------------+----------
Asha  | 2012-03-01 |
Ben   | 2011-07-09 |
Dee   | 2012-03-01 | E06000001
"""


def test_an_assessment_closed_by_the_tenth_working_day_with_nothing_further(spec):
    spec(
        "assessment_closed_nfa_10wd",
        """
        subject | state    | reason               | due
        --------+----------+----------------------+-----------
        a1      | MET      | closed_soon          | 2026-03-16
        a2      | NOT_MET  | took_longer          | 2026-03-16
        a3      | NOT_MET  | led_further          | 2026-03-16
        a4      | DQ_ERROR | outcome_not_recorded | 2026-03-16
        a5      | NOT_MET  | took_longer          | 2026-03-16
        a6      | PENDING  |                      | 2026-11-23
        a7      | DQ_ERROR | assessment_not_dated |
        a8      | DQ_ERROR | stop_before_start    | 2026-03-16
        a9      | EXCLUDED | other_authority      | 2026-03-16
        """,
        children=CHILDREN,
        assessments="""
        assessment_id | child | started_on | authorised_on | outcome
        --------------+-------+------------+---------------+------------------
        a1            | Asha  | 2026-03-02 | 2026-03-16    | no_further_action
        a2            | Asha  | 2026-03-02 | 2026-03-17    | no_further_action
        a3            | Asha  | 2026-03-02 | 2026-03-16    | child_in_need
        a4            | Asha  | 2026-03-02 | 2026-03-16    |
        a5            | Asha  | 2026-03-02 |               |
        a6            | Asha  | 2026-11-09 |               |
        a7            | Asha  |            | 2026-03-16    | no_further_action
        a8            | Asha  | 2026-03-02 | 2026-02-27    | no_further_action
        a9            | Dee   | 2026-03-02 | 2026-03-16    | no_further_action
        """,
    )


def test_a_contact_that_comes_again_by_the_twentieth_working_day(spec):
    spec(
        "contact_reopened_20wd",
        """
        subject | state          | reason                  | due        | stop
        --------+----------------+-------------------------+------------+-----------------
        c1      | MET            | came_again              | 2026-03-30 | 2026-03-30 18:00
        c2      | NOT_MET        | came_no_more            | 2026-04-29 | 2026-04-30 09:00
        c3      | NOT_MET        | came_no_more            | 2026-06-01 |
        d1      | NOT_MET        | came_no_more            | 2026-03-30 |
        d2      | PENDING        |                         | 2026-11-24 |
        d3      | NOT_APPLICABLE | not_decided             |            |
        d4      | DQ_ERROR       | decided_before_received | 2026-03-27 |
        e1      | EXCLUDED       | other_authority         | 2026-03-30 |
        """,
        children=CHILDREN
        + """Cai   | 2012-03-01 |
Eve   | 2012-03-01 |
Fay   | 2012-03-01 |
""",
        contacts="""
        contact_id | child | received_at      | decision_at
        -----------+-------+------------------+-----------------
        c1         | Asha  | 2026-03-02 09:00 | 2026-03-02 12:00
        c2         | Asha  | 2026-03-30 18:00 | 2026-03-30 18:30
        c3         | Asha  | 2026-04-30 09:00 | 2026-04-30 10:00
        d1         | Ben   | 2026-03-02 09:00 | 2026-03-02 12:00
        d2         | Cai   | 2026-10-27 09:00 | 2026-10-27 12:00
        d3         | Eve   | 2026-10-27 09:00 |
        d4         | Fay   | 2026-02-28 09:00 | 2026-02-27 12:00
        e1         | Dee   | 2026-03-02 09:00 | 2026-03-02 12:00
        """,
    )


def test_another_contact_before_the_decision_is_not_coming_again(spec):
    spec(
        "contact_reopened_20wd",
        """
        subject | state   | reason
        --------+---------+-------------
        c1      | NOT_MET | came_no_more
        c2      | NOT_MET | came_no_more
        """,
        contacts="""
        contact_id | child | received_at      | decision_at
        -----------+-------+------------------+-----------------
        c1         | Asha  | 2026-03-02 09:00 | 2026-03-02 12:00
        c2         | Asha  | 2026-03-02 11:00 | 2026-03-02 12:00
        """,
    )


def test_a_referral_in_the_twelve_calendar_months_after_another(spec):
    spec(
        "rereferral_12m",
        """
        subject | state    | reason
        --------+----------+----------------------
        r1      | NOT_MET  | not_referred_before
        r2      | MET      | referred_again
        r3      | NOT_MET  | not_referred_before
        r4      | NOT_MET  | not_referred_before
        r5      | DQ_ERROR | received_not_recorded
        r6      | EXCLUDED | other_authority
        """,
        children=CHILDREN,
        referrals="""
        referral_id | child | received_at
        ------------+-------+-----------------
        r1          | Asha  | 2024-02-29 09:00
        r2          | Asha  | 2025-02-27 09:00
        r3          | Asha  | 2026-02-27 09:00
        r4          | Ben   | 2026-02-27 09:00
        r5          | Ben   |
        r6          | Dee   | 2026-02-27 09:00
        """,
    )
