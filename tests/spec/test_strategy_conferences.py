"""Conferences and assessments: blanks, what is left out, and what is still open."""

CHILDREN = """
child | born       | died_on    | authority
------+------------+------------+----------
Asha  | 2012-03-01 |            |
Ben   | 2008-03-03 |            |
Cai   | 2012-03-01 | 2026-03-03 |
Dee   | 2012-03-01 |            | E06000001
"""

ENQUIRIES = {
    "s47_enquiries": """
    enquiry_id | child | started_on | conference_required
    -----------+-------+------------+--------------------
    q1         | Asha  | 2026-11-02 | yes
    q2         | Asha  | 2026-10-30 | yes
    q3         | Asha  | 2026-11-02 |
    q4         | Asha  | 2026-10-30 |
    q5         | Asha  | 2026-10-30 |
    q6         | Asha  |            | yes
    q7         | Ben   | 2026-03-02 | yes
    q8         | Cai   | 2026-03-02 | yes
    q9         | Dee   | 2026-03-02 | yes
    s1         | Asha  | 2026-03-02 | yes
    s2         | Asha  | 2026-03-02 | no
    """,
    "conferences": """
    conference_id | child | enquiry_id | kind        | held_on
    --------------+-------+------------+-------------+-----------
    c1            | Asha  | q5         |             | 2026-11-20
    c2            | Asha  | q6         | initial     | 2026-11-20
    c3            | Asha  | s1         | initial     | 2026-02-20
    c4            | Asha  | s1         | transfer_in | 2026-03-09
    c5            | Asha  | s1         | initial     | 2026-03-10
    c6            | Asha  | s2         | initial     | 2026-03-24
    """,
}


def test_an_enquiry_begun_at_a_weekend_counts_from_that_day(spec):
    """The Saturday is day 0. Of the Mondays that follow, two are bank holidays: moved to
    a working day first, the fifteenth would be a day later (rules.md §0.2)."""
    spec(
        "icpc_15wd",
        """
        subject | state   | start      | due        | stop
        --------+---------+------------+------------+-----------
        q1      | MET     | 2026-05-02 | 2026-05-26 | 2026-05-26
        q2      | NOT_MET | 2026-05-02 | 2026-05-26 | 2026-05-27
        """,
        s47_enquiries="""
        enquiry_id | child | started_on | conference_required
        -----------+-------+------------+--------------------
        q1         | Asha  | 2026-05-02 | yes
        q2         | Ben   | 2026-05-02 | yes
        """,
        conferences="""
        conference_id | child | enquiry_id | kind    | held_on
        --------------+-------+------------+---------+-----------
        c1            | Asha  | q1         | initial | 2026-05-26
        c2            | Ben   | q2         | initial | 2026-05-27
        """,
    )


def test_conferences_of_all_due(spec):
    spec(
        "icpc_15wd",
        """
        subject | state    | reason                  | due        | stop
        --------+----------+-------------------------+------------+-----------
        q1      | PENDING  |                         | 2026-11-23 |
        q2      | OVERDUE  | conference_not_held     | 2026-11-20 |
        q3      | PENDING  |                         | 2026-11-23 |
        q4      | DQ_ERROR | required_not_recorded   | 2026-11-20 |
        q5      | MET      | conference_held         | 2026-11-20 | 2026-11-20
        q6      | DQ_ERROR | enquiry_not_dated       |            | 2026-11-20
        q7      | CENSORED | turned_18               | 2026-03-23 |
        q8      | EXCLUDED | died                    | 2026-03-23 |
        q9      | EXCLUDED | other_authority         | 2026-03-23 |
        s1      | MET      | conference_held         | 2026-03-23 | 2026-03-10
        s2      | EXCLUDED | conference_not_required | 2026-03-23 | 2026-03-24
        """,
        children=CHILDREN,
        **ENQUIRIES,
    )


def test_conferences_of_those_held(spec):
    """Whatever was said to be needed: what was held is counted."""
    spec(
        "icpc_15wd_published",
        """
        subject | state          | reason              | counted_on
        --------+----------------+---------------------+-----------
        q1      | NOT_APPLICABLE | conference_not_held | 2026-11-02
        q2      | NOT_APPLICABLE | conference_not_held | 2026-10-30
        q3      | NOT_APPLICABLE | conference_not_held | 2026-11-02
        q4      | NOT_APPLICABLE | conference_not_held | 2026-10-30
        q5      | MET            | conference_held     | 2026-11-20
        q6      | DQ_ERROR       | enquiry_not_dated   | 2026-11-20
        q7      | NOT_APPLICABLE | conference_not_held | 2026-03-02
        q8      | NOT_APPLICABLE | conference_not_held | 2026-03-02
        q9      | EXCLUDED       | other_authority     | 2026-03-02
        s1      | MET            | conference_held     | 2026-03-10
        s2      | NOT_MET        | late                | 2026-03-24
        """,
        children=CHILDREN,
        **ENQUIRIES,
    )


ASSESSED = {
    "children": CHILDREN,
    "referrals": """
    referral_id | child | received_at
    ------------+-------+-----------------
    r1          | Asha  | 2026-02-02 23:30
    r2          | Asha  |
    r3          | Asha  | 2026-09-21 09:00
    r4          | Asha  | 2026-09-18 09:00
    """,
    "assessments": """
    assessment_id | child | referral_id | started_on | authorised_on
    --------------+-------+-------------+------------+--------------
    a1            | Asha  | r1          | 2026-02-03 | 2026-04-08
    a2            | Asha  | r1          | 2026-02-03 | 2026-04-09
    a3            | Asha  | r2          | 2026-02-03 | 2026-04-09
    a4            | Asha  |             |            | 2026-04-09
    a5            | Asha  | r3          | 2026-09-21 |
    a6            | Asha  | r4          | 2026-09-18 |
    a7            | Asha  | r1          | 2026-02-03 | 2026-02-01
    """,
}


def test_an_assessment_from_its_referral(spec):
    spec(
        "assessment_45wd_from_referral",
        """
        subject | state    | reason                | due
        --------+----------+-----------------------+-----------
        a1      | MET      | authorised            | 2026-04-08
        a2      | NOT_MET  | late                  | 2026-04-08
        a3      | DQ_ERROR | referral_not_recorded |
        a4      | DQ_ERROR | referral_not_recorded |
        a5      | PENDING  |                       | 2026-11-23
        a6      | OVERDUE  | not_authorised        | 2026-11-20
        a7      | DQ_ERROR | stop_before_start     | 2026-04-08
        """,
        **ASSESSED,
    )


def test_an_assessment_from_its_start(spec):
    spec(
        "assessment_45wd_from_start",
        """
        subject | state    | reason               | due
        --------+----------+----------------------+-----------
        a1      | MET      | authorised           | 2026-04-09
        a2      | MET      | authorised           | 2026-04-09
        a3      | MET      | authorised           | 2026-04-09
        a4      | DQ_ERROR | assessment_not_dated |
        a5      | PENDING  |                      | 2026-11-23
        a6      | OVERDUE  | not_authorised       | 2026-11-20
        a7      | DQ_ERROR | stop_before_start    | 2026-04-09
        """,
        **ASSESSED,
    )
