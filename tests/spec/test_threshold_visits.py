"""Visits made so that a manager could decide: found by what was open, not by name."""

import pytest

CHILDREN = """
child | born       | authority
------+------------+----------
Asha  | 2012-03-01 |
Ben   | 2011-07-09 |
Dee   | 2012-03-01 | E06000001
"""

REFERRALS = """
referral_id | child | received_at      | decision_at      | decision_recorded_at
------------+-------+------------------+------------------+---------------------
r1          | Asha  | 2026-03-02 09:00 | 2026-03-10 14:30 | 2026-03-10 14:30
r2          | Asha  | 2026-03-02 09:00 |                  |
r3          | Dee   | 2026-03-02 09:00 |                  |
r4          | Asha  | 2026-03-02 09:00 | 2026-03-05 09:00 | 2026-03-10 14:30
"""

CONTACTS = """
contact_id | child | received_at      | decision_at
-----------+-------+------------------+-----------------
c1         | Asha  | 2026-03-02 09:00 | 2026-03-02 12:00
c2         | Asha  | 2026-03-02 09:00 |
"""


def test_a_visit_counts_until_the_minute_of_the_decision(spec):
    spec(
        "threshold_visits",
        """
        subject | state          | reason               | flags
        --------+----------------+----------------------+----------------------
        v1      | MET            | before_decision      | named_threshold_visit
        v2      | NOT_APPLICABLE | decided_first        |
        v3      | MET            | before_decision      |
        v4      | NOT_APPLICABLE | decided_first        |
        v5      | MET            | before_decision      |
        v6      | MET            | before_decision      |
        v7      | DQ_ERROR       | not_linked           |
        v8      | DQ_ERROR       | named_but_not_linked | named_threshold_visit
        v9      | DQ_ERROR       | not_linked           |
        w1      | NOT_APPLICABLE | decision_backdated   | backdated
        w2      | EXCLUDED       | other_authority      |
        w3      | DQ_ERROR       | visit_not_dated      |
        w4      | NOT_APPLICABLE | decided_first        |
        """,
        children=CHILDREN,
        referrals=REFERRALS,
        contacts=CONTACTS,
        visits="""
        visit_id | child | visited_at       | kind            | referral_id | contact_id
        ---------+-------+------------------+-----------------+-------------+-----------
        v1       | Asha  | 2026-03-10 14:29 | Screening visit | r1          |
        v2       | Asha  | 2026-03-10 14:30 |                 | r1          |
        v3       | Asha  | 2026-03-09 14:29 |                 | r2          |
        v4       | Asha  | 2026-03-02 12:01 |                 |             | c1
        v5       | Asha  | 2026-03-02 12:01 |                 |             | c2
        v6       | Asha  | 2026-03-02 12:01 |                 | r1          | c1
        v7       | Asha  | 2026-03-02 12:01 | home visit      |             |
        v8       | Asha  | 2026-03-02 12:01 | threshold visit |             |
        v9       | Asha  | 2026-03-02 12:01 |                 | lost        |
        w1       | Asha  | 2026-03-06 12:00 |                 | r4          |
        w2       | Dee   | 2026-03-06 12:00 |                 | r3          |
        w3       | Asha  |                  |                 | r1          |
        w4       | Asha  | 2026-03-10       |                 | r1          |
        """,
    )


def test_siblings_seen_at_one_visit_are_counted_each(spec):
    spec(
        "threshold_visits",
        """
        subject | child | state
        --------+-------+------
        v1      | Asha  | MET
        v2      | Ben   | MET
        """,
        referrals="""
        referral_id | child | received_at      | decision_at
        ------------+-------+------------------+-----------------
        r1          | Asha  | 2026-03-02 09:00 | 2026-03-10 14:30
        r2          | Ben   | 2026-03-02 09:00 | 2026-03-10 14:30
        """,
        visits="""
        visit_id | child | visited_at       | referral_id
        ---------+-------+------------------+------------
        v1       | Asha  | 2026-03-05 12:00 | r1
        v2       | Ben   | 2026-03-05 12:00 | r2
        """,
    )


@pytest.mark.parametrize(
    ("organisation", "purpose", "state", "reason"),
    [
        ("social_care", "", "MET", "before_decision"),
        ("", "", "MET", "before_decision"),
        ("social_care", "statutory", "MET", "before_decision"),
        ("social_care", "emergency", "NOT_APPLICABLE", "rightly_made_first"),
        ("social_care", "return_interview", "NOT_APPLICABLE", "rightly_made_first"),
        ("social_care", "early_help", "NOT_APPLICABLE", "rightly_made_first"),
        ("health", "", "NOT_APPLICABLE", "another_organisation"),
    ],
)
def test_whose_visit_it_was_and_for_what(spec, organisation, purpose, state, reason):
    spec(
        "threshold_visits",
        f"""
        subject | state   | reason
        --------+---------+---------
        v1      | {state} | {reason}
        """,
        referrals=REFERRALS,
        visits=f"""
        visit_id | child | visited_at       | referral_id | organisation   | purpose
        ---------+-------+------------------+-------------+----------------+----------
        v1       | Asha  | 2026-03-05 12:00 | r1          | {organisation} | {purpose}
        """,
    )


_OPEN = {
    "s47_enquiries": ("enquiry_id", "started_on", "completed_on"),
    "cin_plans": ("plan_id", "started_on", "ended_on"),
    "cp_plans": ("plan_id", "started_on", "ended_on"),
    "care_episodes": ("placement_id", "started_on", "ended_on"),
    "care_leavers": ("team", "started_on", "ended_on"),
    "court_orders": ("team", "started_on", "ended_on"),
    "short_breaks": ("team", "started_on", "ended_on"),
    "private_fostering": ("arrangement_id", "notified_on", "ended_on"),
    "assessments": ("assessment_id", "started_on", "authorised_on"),
}


@pytest.mark.parametrize("table", _OPEN)
@pytest.mark.parametrize(
    ("began", "ended", "state"),
    [
        ("2026-03-04", "", "NOT_APPLICABLE"),
        ("2026-01-05", "2026-03-05", "NOT_APPLICABLE"),
        ("2026-01-05", "2026-03-04", "MET"),
        ("2026-03-06", "", "MET"),
    ],
)
def test_what_was_open_at_the_visit(spec, table, began, ended, state):
    key, start, end = _OPEN[table]
    opened = {
        table: f"""
        {key} | child | {start} | {end}
        ------+-------+---------+--------
        x1    | Asha  | {began} | {ended}
        """
    }
    spec(
        "threshold_visits",
        f"""
        subject | state
        --------+--------
        v1      | {state}
        """,
        referrals=REFERRALS,
        visits="""
        visit_id | child | visited_at       | referral_id
        ---------+-------+------------------+------------
        v1       | Asha  | 2026-03-05 12:00 | r1
        """,
        **opened,
    )


def test_an_assessment_begun_that_day_came_after_a_visit_before_the_decision(spec):
    spec(
        "threshold_visits",
        """
        subject | state          | reason
        --------+----------------+----------------
        v1      | MET            | before_decision
        v2      | NOT_APPLICABLE | case_open
        v3      | NOT_APPLICABLE | case_open
        """,
        referrals=REFERRALS,
        assessments="""
        assessment_id | child | started_on
        --------------+-------+-----------
        a1            | Asha  | 2026-03-10
        """,
        visits="""
        visit_id | child | visited_at       | referral_id
        ---------+-------+------------------+------------
        v1       | Asha  | 2026-03-10 10:00 | r1
        v2       | Asha  | 2026-03-10 15:00 | r1
        v3       | Asha  | 2026-03-10 10:00 |
        """,
    )


def test_once_they_were_to_cease_only_visits_from_that_day_on_are_counted(spec):
    told = {
        "": ("MET", "before_decision"),
        "2026-03-04": ("NOT_APPLICABLE", "before_they_ceased"),
        "2026-03-03": ("MET", "before_decision"),
    }
    for day, (state, reason) in told.items():
        spec(
            "threshold_visits",
            f"""
            subject | state   | reason
            --------+---------+--------
            v1      | {state} | {reason}
            v2      | MET     | before_decision
            """,
            children=CHILDREN,
            referrals=REFERRALS,
            visits="""
            visit_id | child | visited_at       | organisation | referral_id
            ---------+-------+------------------+--------------+------------
            v1       | Asha  | 2026-03-03 23:30 | social_care  | r2
            v2       | Asha  | 2026-03-04 00:00 | social_care  | r2
            """,
            settings={"ceased_on": day},
        )
