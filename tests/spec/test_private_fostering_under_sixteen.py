"""Private fostering is of children under 16, or under 18 where they are disabled."""

import pytest

from tests.spec.test_private_fostering_or_not import PF_MEASURES

CHILDREN = """
child | born       | disabled | died_on
------+------------+----------+-----------
Asha  | 2010-03-30 | no       |
Ben   | 2010-03-31 | no       |
Cleo  | 2010-03-30 | yes      |
Dev   | 2010-03-30 |          |
Eve   | 2008-03-30 | yes      |
Fay   | 2010-04-10 | no       |
Gus   | 2010-04-11 | no       |
Hal   | 2014-01-06 | no       | 2026-04-08
Ida   | 2008-04-10 | yes      |
"""


@pytest.mark.parametrize("measure", PF_MEASURES)
def test_who_was_16_when_the_authority_came_to_know_is_in_none(spec, measure):
    left_out = {"a": "already_16", "d": "already_16", "e": "already_18"}
    stays = {
        "pf_notifications": "notifier_not_recorded",
        "pf_days_unknown": "became_known",
        "pf_awareness": "authority_was_told",
    }.get(measure, "")
    told = {key: left_out.get(key, stays) for key in "abcde"}
    spec(
        measure,
        "subject | reason\n---\n" + "\n".join(f"{k} | {r}" for k, r in told.items()),
        children=CHILDREN,
        private_fostering="""
        arrangement_id | child | notified_on | started_on
        ---------------+-------+-------------+-----------
        a              | Asha  | 2026-03-30  | 2026-03-20
        b              | Ben   | 2026-03-30  | 2026-03-20
        c              | Cleo  | 2026-03-30  | 2026-03-20
        d              | Dev   | 2026-03-30  | 2026-03-20
        e              | Eve   | 2026-03-30  | 2026-03-20
        """,
        as_of="2026-03-30",
    )


@pytest.mark.parametrize(
    ("measure", "done", "not_done", "last"),
    [
        ("pf_initial_7wd", "all_seen", "not_all_seen", "2026-04-10"),
        ("pf_assessment_42wd", "suitability_assessed", "suitability_not_assessed", ""),
    ],
)
def test_a_birthday_or_a_death_before_anything_was_done_ends_the_clock(
    spec, measure, done, not_done, last
):
    """On the last day it is over at the start of that day; on the day after, late."""
    after = "CENSORED | turned_16" if not last else f"OVERDUE | {not_done}"
    spec(
        measure,
        f"""
        subject | state | reason
        ---
        f | CENSORED | turned_16
        g | {after}
        h | CENSORED | died
        i | CENSORED | turned_18
        j | MET      | {done}
        """,
        children=CHILDREN,
        private_fostering="""
        arrangement_id | child | notified_on | assessment_completed_on
        ---------------+-------+-------------+------------------------
        f              | Fay   | 2026-03-30  |
        g              | Gus   | 2026-03-30  |
        h              | Hal   | 2026-03-30  |
        i              | Ida   | 2026-03-30  |
        j              | Fay   | 2026-03-30  | 2026-04-09
        """,
        private_fostering_visits="""
        visit_id | arrangement_id | visited_on | premises_seen | carer_seen | household_seen | child_seen
        ---------+----------------+------------+---------------+------------+----------------+-----------
        v1       | j              | 2026-04-09 | yes           | yes        | yes            | yes
        """,
    )
