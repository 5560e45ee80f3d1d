"""What private fostering is in law, and what is called so and is not."""

import pytest

PF_MEASURES = (
    "pf_notifications",
    "pf_initial_7wd",
    "pf_assessment_42wd",
    "pf_days_unknown",
    "pf_awareness",
)


def counted(spec, measure, wanted, drawn):
    """Each arrangement is left out for that reason, or not left out."""
    told = "\n".join(f"{key} | {reason}" for key, reason in wanted.items())
    spec(
        measure,
        f"subject | reason\n---\n{told}",
        private_fostering=drawn,
        as_of="2026-04-01",
    )


KNOWN = {"pf_notifications": "notified_by_school", "pf_initial_7wd": ""}


@pytest.mark.parametrize("measure", KNOWN)
def test_pf_11_who_is_a_relative_in_law(spec, measure):
    stays = KNOWN[measure]
    counted(
        spec,
        measure,
        {
            "a": "carer_is_relative",
            "b": stays,
            "c": "carer_is_relative",
            "d": stays,
            "e": stays,
            "f": "carer_has_responsibility",
            "g": stays,
        },
        """
        arrangement_id | child | notified_on | notified_by | carer_relationship | carer_has_parental_responsibility
        ---------------+-------+-------------+-------------+--------------------+----------------------------------
        a              | Asha  | 2026-03-30  | school      | grandparent        | no
        b              | Asha  | 2026-03-30  | school      | great_aunt         | no
        c              | Asha  | 2026-03-30  | school      | step_parent        | no
        d              | Asha  | 2026-03-30  | school      | cousin             | no
        e              | Asha  | 2026-03-30  | school      | none               | no
        f              | Asha  | 2026-03-30  | school      | none               | yes
        g              | Asha  | 2026-03-30  | school      |                    |
        """,
    )


@pytest.mark.parametrize("measure", PF_MEASURES)
def test_what_is_no_such_arrangement_is_in_none_of_its_measures(spec, measure):
    spec(
        measure,
        """
        subject | state    | reason
        --------+----------+------------------
        a       | EXCLUDED | carer_is_relative
        """,
        private_fostering="""
        arrangement_id | child | notified_on | aware_on   | started_on | carer_relationship
        ---------------+-------+-------------+------------+------------+-------------------
        a              | Asha  | 2026-03-30  | 2026-03-30 | 2026-03-20 | aunt
        """,
    )


def test_nor_in_that_of_later_visits(spec):
    spec(
        "pf_visit_interval",
        """
        subject | state    | reason
        --------+----------+------------------
        a#1     | EXCLUDED | carer_is_relative
        """,
        private_fostering="""
        arrangement_id | child | notified_on | aware_on   | carer_relationship
        ---------------+-------+-------------+------------+-------------------
        a              | Asha  | 2026-03-30  | 2026-03-30 | aunt
        """,
    )


def test_pf_12_a_short_stay_has_two_limbs_how_long_it_was_and_was_meant_to_be(spec):
    """A stay of twenty days that was to last twenty is none; one meant for 28 is one
    from its first day; one that went on is one, whatever was meant."""
    counted(
        spec,
        "pf_notifications",
        {
            "a": "short_stay",
            "b": "notified_by_school",
            "c": "short_stay",
            "d": "notified_by_school",
            "e": "short_stay",
            "f": "notified_by_school",
            "g": "short_stay",
        },
        """
        arrangement_id | child | notified_on | notified_by | intended_days | started_on | ended_on
        ---------------+-------+-------------+-------------+---------------+------------+-----------
        a              | Asha  | 2026-03-02  | school      | 20            | 2026-03-02 | 2026-03-22
        b              | Asha  | 2026-03-31  | school      | 28            | 2026-03-31 |
        c              | Asha  | 2026-03-02  | school      | 27            | 2026-03-02 | 2026-03-29
        d              | Asha  | 2026-03-02  | school      | 27            | 2026-03-02 | 2026-03-30
        e              | Asha  | 2026-03-05  | school      | 20            | 2026-03-05 |
        f              | Asha  | 2026-03-04  | school      | 20            | 2026-03-04 |
        g              | Asha  | 2026-03-02  | school      | 20            |            |
        """,
    )


def test_pf_14_a_pupil_in_the_holidays_is_one_from_the_fifteenth_night(spec):
    counted(
        spec,
        "pf_notifications",
        {
            "a": "notified_by_school",
            "b": "short_stay_at_school",
            "c": "notified_by_school",
            "d": "school_is_maintained",
            "e": "notified_by_school",
        },
        """
        arrangement_id | child | notified_on | notified_by | school_kind    | holiday_nights | intended_days
        ---------------+-------+-------------+-------------+----------------+----------------+--------------
        a              | Asha  | 2026-03-02  | school      | not_maintained | 16             | 16
        b              | Asha  | 2026-03-02  | school      | not_maintained | 14             | 14
        c              | Asha  | 2026-03-02  | school      | not_maintained | 15             |
        d              | Asha  | 2026-03-02  | school      | maintained     | 16             |
        e              | Asha  | 2026-03-02  | school      | not_maintained |                |
        """,
    )
