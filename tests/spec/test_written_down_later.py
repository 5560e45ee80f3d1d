"""A decision counts from when it was written down: asked again as of a day before, a
past report says what it said (rules.md §0.4)."""

import pytest

DECIDED = """
referral_id | child | received_at      | decision_at      | decision_recorded_at
------------+-------+------------------+------------------+---------------------
r1          | Asha  | 2026-06-01 09:00 | 2026-06-02 09:00 | 2026-06-10 09:00
r2          | Asha  | 2026-06-01 09:00 | 2026-06-02 09:00 | 2026-06-02 09:05
r3          | Asha  | 2026-06-01 09:00 | 2026-06-02 09:00 |
"""


@pytest.mark.parametrize(
    ("as_of", "state", "reason"),
    [
        ("2026-06-10 08:59", "OVERDUE", "not_decided"),
        ("2026-06-10 09:00", "MET", "decided"),
    ],
)
def test_a_decision_on_a_referral_is_known_once_written_down(
    spec, as_of, state, reason
):
    spec(
        "referral_decision_1wd",
        f"""
        subject | state | reason | due
        ---
        r1 | {state} | {reason} | 2026-06-02
        r2 | MET | decided | 2026-06-02
        r3 | MET | decided | 2026-06-02
        """,
        referrals=DECIDED,
        as_of=as_of.replace(" ", "T"),
    )


@pytest.mark.parametrize(
    ("as_of", "state", "reason"),
    [
        ("2026-06-10 08:59", "MET", "before_decision"),
        ("2026-06-10 09:00", "NOT_APPLICABLE", "decision_backdated"),
    ],
)
def test_until_then_the_visit_was_made_before_a_decision(spec, as_of, state, reason):
    spec(
        "threshold_visits",
        f"""
        subject | state | reason
        ---
        v1 | {state} | {reason}
        v2 | NOT_APPLICABLE | decided_first
        v3 | {state} | {reason}
        """,
        referrals=DECIDED,
        contacts="""
        contact_id | child | received_at      | decision_at      | decision_recorded_at
        -----------+-------+------------------+------------------+---------------------
        c1         | Asha  | 2026-06-01 09:00 | 2026-06-02 09:00 | 2026-06-10 09:00
        """,
        visits="""
        visit_id | child | visited_at       | referral_id | contact_id
        ---------+-------+------------------+-------------+-----------
        v1       | Asha  | 2026-06-03 14:00 | r1          |
        v2       | Asha  | 2026-06-03 14:00 | r2          |
        v3       | Asha  | 2026-06-03 14:00 |             | c1
        """,
        as_of=as_of.replace(" ", "T"),
    )


def test_a_row_known_by_its_date_alone_is_marked(spec):
    spec(
        "referral_decision_1wd",
        """
        subject | state | flags
        --------+-------+---------------
        r1      | MET   | date_precision
        r2      | MET   | date_precision
        r3      | MET   |
        """,
        referrals="""
        referral_id | child | received_at      | decision_at
        ------------+-------+------------------+-----------------
        r1          | Asha  | 2026-06-01       | 2026-06-02
        r2          | Asha  | 2026-06-01 09:00 | 2026-06-02
        r3          | Asha  | 2026-06-01 09:00 | 2026-06-02 10:00
        """,
    )


def test_a_level_2_review_of_which_the_outcome_is_blank_is_marked(spec):
    spec(
        "level2_review_in_date",
        """
        subject | state   | flags
        --------+---------+------------------------------------
        s1#1    | MET     | never_reviewed outcome_not_recorded
        s1#2    | PENDING |
        s2#1    | MET     | never_reviewed
        s2#2    | PENDING |
        """,
        level2_services="""
        service_id | child | started_on
        -----------+-------+-----------
        s1         | Asha  | 2025-06-02
        s2         | Asha  | 2025-06-02
        """,
        level2_reviews="""
        review_id | service_id | completed_on | child_or_carer_seen | outcome
        ----------+------------+--------------+---------------------+---------
        r1        | s1         | 2026-06-01   | yes                 |
        r2        | s2         | 2026-06-01   | yes                 | continue
        """,
    )
