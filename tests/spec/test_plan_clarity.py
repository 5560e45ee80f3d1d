"""Whether a plan says who and when, and whether parents and auditors find it does."""


def test_an_action_has_somebody_to_do_it_and_a_day(spec):
    spec(
        "plan_actions_owned_and_dated",
        """
        subject | child | state   | reason           | start
        --------+-------+---------+------------------+-----------
        p1      |       | MET     | owned_and_dated  | 2026-01-05
        p2      |       | NOT_MET | no_date          | 2026-01-05
        p3      |       | NOT_MET | no_owner         | 2026-01-05
        p4      |       | NOT_MET | no_owner_or_date | 2026-01-05
        p5      |       | NOT_MET | no_owner         | 2026-01-05
        """,
        plan_actions="""
        plan_id | plan_kind | written_on | position | owner  | due
        --------+-----------+------------+----------+--------+-----------
        p1      | cp        | 2026-01-05 | 1        | mother | 2026-02-01
        p2      | cp        | 2026-01-05 | 1        | mother |
        p3      | cin       | 2026-01-05 | 1        |        | 2026-02-01
        p4      | cin       | 2026-01-05 | 1        |        | ongoing
        p5      | cin       | 2026-01-05 | 1        | TBC    | 2026-02-01
        """,
    )


def test_only_a_day_is_a_day(spec):
    written = {
        "p01": ("2026-02-01", "MET"),
        "p02": ("01/02/2026", "MET"),
        "p03": ("1/2/2026", "MET"),
        "p04": ("2026-02-01T00:00:00", "MET"),
        "p05": ("ongoing", "NOT_MET"),
        "p06": ("asap", "NOT_MET"),
        "p07": ("TBC", "NOT_MET"),
        "p08": ("2026-13-01", "NOT_MET"),
        "p09": ("2026-02-32", "NOT_MET"),
        "p10": ("in 2026", "NOT_MET"),
        "p11": ("by 2026-02-01 or so", "NOT_MET"),
        "p12": ("2026", "NOT_MET"),
    }
    drawn = [
        f"{key} | cp | 2026-01-05 | 1 | mother | {w[0]}" for key, w in written.items()
    ]
    told = [f"{key} | {w[1]}" for key, w in written.items()]
    spec(
        "plan_actions_owned_and_dated",
        "\n".join(["subject | state", "---", *told]),
        plan_actions="\n".join(
            ["plan_id | plan_kind | written_on | position | owner | due", "---", *drawn]
        ),
    )


def test_each_action_of_a_plan_is_a_row_and_another_authoritys_is_left_out(spec):
    spec(
        "plan_actions_owned_and_dated",
        """
        subject | state    | reason
        --------+----------+----------------
        p1      | EXCLUDED | other_authority
        p1      | MET      | owned_and_dated
        p1      | NOT_MET  | no_date
        """,
        plan_actions="""
        plan_id | plan_kind | written_on | position | owner  | due        | authority
        --------+-----------+------------+----------+--------+------------+----------
        p1      | cp        | 2026-01-05 | 1        | mother | asap       |
        p1      | cp        | 2026-01-05 | 2        | father | 2026-02-01 |
        p1      | cp        | 2026-01-05 | 3        | father | 2026-02-01 | E09000001
        """,
    )


QUESTION = "I know what I have to do and by when"
ASKED = f"""
    feedback_id | about | respondent | asked_on   | answered_on | question   | score
    ------------+-------+------------+------------+-------------+------------+------
    f01         | plan  | parent     | 2026-01-05 | 2026-01-05  | {QUESTION} | 4
    f02         | plan  | parent     | 2026-01-05 | 2026-01-12  | {QUESTION} | 3
    f03         | plan  | parent     | 2026-01-05 |             | {QUESTION} |
    f04         | plan  | parent     | 2026-01-05 | 2026-01-04  | {QUESTION} | 5
    f05         | plan  | parent     | 2026-01-05 | 2026-01-12  | {QUESTION} |
    f06         | plan  | parent     | 2026-01-05 | 2026-01-12  | {QUESTION} | 6
    f07         | plan  | parent     | 2026-01-05 |             | {QUESTION} | 4
    f08         | plan  | child      | 2026-01-05 | 2026-01-12  | {QUESTION} | 5
    f09         | offer | parent     | 2026-01-05 | 2026-01-12  | {QUESTION} | 5
    f10         | plan  | parent     | 2026-01-05 | 2026-01-12  | I know why | 5
    f11         | plan  | parent     |            | 2026-01-12  | {QUESTION} | 5
    """


def test_parents_who_answered_know_from_four_of_five(spec):
    spec(
        "parent_knows_what_and_when",
        """
        subject | child | state          | reason                | counted_on
        --------+-------+----------------+-----------------------+-----------
        f01     |       | MET            | knows                 | 2026-01-05
        f02     |       | NOT_MET        | does_not_know         | 2026-01-05
        f03     |       | NOT_APPLICABLE | not_answered          | 2026-01-05
        f04     |       | DQ_ERROR       | answered_before_asked | 2026-01-05
        f05     |       | DQ_ERROR       | score_not_1_to_5      | 2026-01-05
        f06     |       | DQ_ERROR       | score_not_1_to_5      | 2026-01-05
        f07     |       | DQ_ERROR       | answer_not_dated      | 2026-01-05
        f11     |       | MET            | knows                 | 2026-01-12
        """,
        feedback=ASKED,
    )


def test_the_score_that_is_a_yes_is_local(spec):
    spec(
        "parent_knows_what_and_when",
        """
        subject | state   | reason
        --------+---------+--------------
        f1      | MET     | knows
        f2      | NOT_MET | does_not_know
        """,
        feedback="""
        feedback_id | about | respondent | asked_on   | answered_on | question            | score
        ------------+-------+------------+------------+-------------+---------------------+------
        f1          | plan  | parent     | 2026-01-05 | 2026-01-12  | knows_what_and_when | 3
        f2          | plan  | parent     | 2026-01-05 | 2026-01-12  | knows_what_and_when | 2
        """,
        settings={"score": 3},
    )


def test_only_audits_by_the_tool_for_clear_plans_say_whether_a_plan_is_clear(spec):
    spec(
        "plan_clear_audit_grade",
        """
        subject | child | state    | reason
        --------+-------+----------+-------------------
        a1      | Asha  | MET      | found_clear
        a2      | Asha  | MET      | found_clear
        a3      |       | NOT_MET  | not_found_clear
        a4      | Asha  | NOT_MET  | not_found_clear
        a5      | Asha  | DQ_ERROR | grade_not_recorded
        a6      | Asha  | DQ_ERROR | grade_not_known
        a9      | Asha  | EXCLUDED | other_authority
        """,
        audits="""
        audit_id | child | tool          | completed_on | grade                | authority
        ---------+-------+---------------+--------------+----------------------+----------
        a1       | Asha  | clear plans   | 2026-01-05   | outstanding          |
        a2       | Asha  | clear plans 2 | 2026-01-05   | good                 |
        a3       |       | clear plans 1 | 2026-01-05   | requires_improvement |
        a4       | Asha  | clear plans 1 | 2026-01-05   | inadequate           |
        a5       | Asha  | clear plans 1 | 2026-01-05   |                      |
        a6       | Asha  | clear plans 1 | 2026-01-05   | green                |
        a7       | Asha  | whole case 2  | 2026-01-05   | good                 |
        a8       | Asha  | clear plans 1 |              |                      |
        a9       | Asha  | clear plans 1 | 2026-01-05   | good                 | E09000001
        """,
    )
