"""The carer's notice before an application for special guardianship: s14A(7), (9)."""

PLANS = """
    plan_id | child | kind | recorded_on | sgo_application_issued_on
    --------+-------+------+-------------+--------------------------
    p1      | Asha  | sgo  | 2026-01-05  | 2026-04-14
    p2      | Ben   | sgo  | 2026-01-05  | 2026-04-15
    p3      | Cal   | sgo  | 2026-01-05  | 2026-01-20
    p4      | Dee   | sgo  | 2026-01-05  | 2026-01-20
    p5      | Eve   | sgo  | 2026-01-05  |
    """
CHILDREN = """
    child | born
    ------+-----------
    Asha  | 2015-03-01
    Ben   | 2015-03-01
    Cal   | 2015-03-01
    Dee   | 2015-03-01
    Eve   | 2015-03-01
    """
STEPS = """
    plan_id | milestone           | route           | reached_on | not_applicable
    --------+---------------------+-----------------+------------+---------------
    p1      | notice_or_direction | notice          | 2026-01-15 |
    p2      | notice_or_direction | notice          | 2026-01-15 |
    p3      | notice_or_direction | court_direction | 2026-01-15 |
    p4      | notice_or_direction |                 |            | yes
    p5      | notice_or_direction | notice          | 2026-01-15 |
    p5      | checks_back         |                 | 2026-01-02 |
    """


def test_sgo_03_and_05_three_months_of_notice_unless_the_court_asks_of_itself(spec):
    """Notice of 15 January: the earliest application is 15 April. Where the court acts
    of its own motion no notice is on file, and none is missed."""
    spec(
        "sgo_ordered_26_weeks",
        """
        subject | state   | flags
        --------+---------+-------------
        p1      | PENDING | notice_short
        p2      | PENDING |
        p3      | PENDING |
        p4      | PENDING |
        p5      | PENDING |
        """,
        permanence_plans=PLANS,
        sgo_milestones=STEPS,
        children=CHILDREN,
        as_of="2026-05-01",
    )


def test_how_long_the_notice_is_can_be_set(spec):
    spec(
        "sgo_ordered_26_weeks",
        """
        subject | flags
        --------+-------------
        p1      | notice_short
        p2      | notice_short
        p3      |
        p4      |
        p5      |
        """,
        permanence_plans=PLANS,
        sgo_milestones=STEPS,
        children=CHILDREN,
        as_of="2026-05-01",
        settings={"notice_months": 4},
    )
