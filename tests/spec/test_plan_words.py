"""Whether a plan's words can be read by whom it asks something of, and how many it has.

Only numbers come this far: they are counted as the plan's text is read, and the text is
dropped there.
"""

WRITTEN = """
    plan_id | plan_kind | written_on | reading_age | words | authority
    --------+-----------+------------+-------------+-------+----------
    p1      | cp        | 2026-01-05 | 5           | 1     |
    p2      | cp        | 2026-01-05 | 11          | 1500  |
    p3      | cp        | 2026-01-05 | 11.1        | 1501  |
    p4      | cin       | 2026-01-05 |             |       |
    p5      | cin       | 2026-01-05 |             | 0     |
    p6      | cin       | 2026-01-05 | 16          | 1501  | E09000001
    p7      | cin       | 2026-01-31 | 9           | 400   |
    """
LATE_JANUARY = "2026-01-30"


def test_a_plan_is_plain_up_to_the_reading_age_that_is_set(spec):
    spec(
        "plan_reading_age",
        """
        subject | child | state    | reason          | start
        --------+-------+----------+-----------------+-----------
        p1      |       | MET      | plain_enough    | 2026-01-05
        p2      |       | MET      | plain_enough    | 2026-01-05
        p3      |       | NOT_MET  | hard_to_read    | 2026-01-05
        p4      |       | DQ_ERROR | no_words_given  | 2026-01-05
        p5      |       | DQ_ERROR | no_words_given  | 2026-01-05
        p6      |       | EXCLUDED | other_authority | 2026-01-05
        """,
        plan_texts=WRITTEN,
        as_of=LATE_JANUARY,
    )


def test_the_reading_age_is_local(spec):
    spec(
        "plan_reading_age",
        """
        subject | state    | reason
        --------+----------+----------------
        p1      | MET      | plain_enough
        p2      | NOT_MET  | hard_to_read
        p3      | NOT_MET  | hard_to_read
        p4      | DQ_ERROR | no_words_given
        p5      | DQ_ERROR | no_words_given
        p6      | EXCLUDED | other_authority
        p7      | MET      | plain_enough
        """,
        plan_texts=WRITTEN,
        settings={"years": 9},
    )


def test_a_plan_is_too_long_with_one_word_more_than_is_set(spec):
    spec(
        "plan_too_long",
        """
        subject | state    | reason
        --------+----------+----------------
        p1      | NOT_MET  | short_enough
        p2      | NOT_MET  | short_enough
        p3      | MET      | too_many_words
        p4      | DQ_ERROR | no_words_given
        p5      | DQ_ERROR | no_words_given
        p6      | EXCLUDED | other_authority
        """,
        plan_texts=WRITTEN,
        as_of=LATE_JANUARY,
    )


def actions(*drawn: tuple[str, str, str, int]) -> str:
    """So many actions of each version of a plan, drawn."""
    rows = [
        f"{plan} | {kind} | {day} | {n + 1}"
        for plan, kind, day, many in drawn
        for n in range(many)
    ]
    return "\n".join(["plan_id | plan_kind | written_on | position", "---", *rows])


def test_the_actions_of_one_version_are_counted_and_of_no_other(spec):
    spec(
        "plan_too_long",
        """
        subject | state    | reason           | start
        --------+----------+------------------+-----------
        p1      | MET      | too_many_actions | 2026-01-05
        p1      | NOT_MET  | short_enough     | 2026-02-05
        p2      | NOT_MET  | short_enough     | 2026-01-05
        p3      | MET      | too_many_actions | 2026-01-05
        p4      | DQ_ERROR | no_words_given   | 2026-01-05
        """,
        plan_texts="""
        plan_id | plan_kind | written_on | words
        --------+-----------+------------+------
        p1      | cp        | 2026-01-05 | 400
        p1      | cp        | 2026-02-05 | 400
        p2      | cin       | 2026-01-05 | 400
        p3      | cin       | 2026-01-05 |
        p4      | cin       | 2026-01-05 |
        """,
        plan_actions=actions(
            ("p1", "cp", "2026-01-05", 16),
            ("p1", "cp", "2026-02-05", 15),
            # A child protection plan that happens to have the same id.
            ("p2", "cp", "2026-01-05", 16),
            ("p2", "cin", "2026-01-05", 15),
            ("p3", "cin", "2026-01-05", 16),
            ("p4", "cin", "2026-01-05", 15),
        ),
    )


def test_how_long_is_too_long_is_local(spec):
    spec(
        "plan_too_long",
        """
        subject | state   | reason
        --------+---------+-----------------
        p1      | MET     | too_many_actions
        p2      | MET     | too_many_words
        p3      | NOT_MET | short_enough
        """,
        plan_texts="""
        plan_id | plan_kind | written_on | words
        --------+-----------+------------+------
        p1      | cp        | 2026-01-05 | 300
        p2      | cp        | 2026-01-05 | 301
        p3      | cp        | 2026-01-05 | 300
        """,
        plan_actions=actions(
            ("p1", "cp", "2026-01-05", 3),
            ("p2", "cp", "2026-01-05", 3),
            ("p3", "cp", "2026-01-05", 2),
        ),
        settings={"words": 300, "actions": 2},
    )
