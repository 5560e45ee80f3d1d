"""Carers' training: who fosters on the day asked about, and what they took up."""

import pytest

from madegood.clock.moments import parse_as_of
from madegood.measures import calculate, measure
from tests.spec.drawn import drawn, snapshot

CARERS = """
carer_id | kind       | temporarily_approved_on | approved_on | ended_on   | end_reason
---------+------------+-------------------------+-------------+------------+-----------------
c1       | connected  | 2025-01-06              |             |            |
c2       | connected  |                         | 2024-03-01  |            |
c3       | connected  |                         | 2024-03-01  |            |
c4       | connected  |                         | 2024-03-01  | 2026-11-23 | special_guardian
c5       | connected  |                         | 2024-03-01  | 2026-11-22 | moved on
c6       | connected  |                         |             |            |
c7       |            |                         | 2024-03-01  |            |
c8       | mainstream |                         | 2024-03-01  |            |
c9       | connected  |                         | 2024-03-01  |            |
"""


def test_a_core_course_in_the_last_twelve_months_is_take_up(spec):
    spec(
        "connected_training_takeup",
        """
        subject | state          | reason                  | stop
        --------+----------------+-------------------------+-----------
        c1      | MET            | core_course_done        | 2025-11-24
        c2      | NOT_MET        | no_core_course_done     |
        c3      | NOT_MET        | no_core_course_done     |
        c4      | NOT_APPLICABLE | became_special_guardian | 2026-06-01
        c5      | NOT_APPLICABLE | no_longer_a_carer       |
        c6      | DQ_ERROR       | approval_not_recorded   |
        c7      | DQ_ERROR       | carer_kind_not_recorded |
        c9      | DQ_ERROR       | core_not_recorded       |
        """,
        carers=CARERS,
        carer_training="""
        carer_id | course       | core | booked_on  | completed_on
        ---------+--------------+------+------------+-------------
        c1       | first aid    | yes  |            | 2025-11-24
        c2       | first aid    | yes  |            | 2025-11-23
        c2       | safer caring | yes  | 2026-05-01 |
        c3       | cookery      | no   |            | 2026-05-01
        c4       | first aid    | yes  |            | 2026-06-01
        c9       | first aid    |      |            | 2026-06-01
        """,
    )


def test_those_who_left_later_still_fostered_on_an_earlier_day(spec):
    spec(
        "connected_training_takeup",
        """
        subject | state
        --------+--------
        c4      | NOT_MET
        """,
        carers="""
        carer_id | kind      | approved_on | ended_on   | end_reason
        ---------+-----------+-------------+------------+-----------------
        c4       | connected | 2024-03-01  | 2026-11-24 | special_guardian
        """,
    )


def test_mainstream_carers_are_asked_the_same(spec):
    spec(
        "mainstream_training_takeup",
        """
        subject | state    | reason
        --------+----------+------------------------
        c7      | DQ_ERROR | carer_kind_not_recorded
        c8      | MET      | core_course_done
        """,
        carers=CARERS,
        carer_training="""
        carer_id | course    | core | completed_on
        ---------+-----------+------+-------------
        c8       | first aid | yes  | 2026-11-23
        """,
    )


def test_a_carer_approved_in_two_ways_is_asked_in_each(spec):
    carers = """
        carer_id | kind       | approved_on
        ---------+------------+------------
        c1       | connected  | 2024-03-01
        c1       | mainstream | 2025-03-01
        """
    training = """
        carer_id | course    | core | completed_on
        ---------+-----------+------+-------------
        c1       | first aid | yes  | 2026-11-23
        """
    once = """
        subject | state
        --------+------
        c1      | MET
        """
    twice = """
        subject | state | flags
        --------+-------+-----------
        c1      | MET   | connected
        c1      | MET   | mainstream
        """
    spec("connected_training_takeup", once, carers=carers, carer_training=training)
    spec("mainstream_training_takeup", once, carers=carers, carer_training=training)
    spec("training_equality_gap", twice, carers=carers, carer_training=training)


@pytest.mark.parametrize("engine", ["reference", "duckdb"])
def test_the_gap_is_mainstream_less_connected(engine):
    carers = """
        carer_id | kind       | approved_on | ended_on
        ---------+------------+-------------+-----------
        c1       | connected  | 2024-03-01  |
        c2       | connected  | 2024-03-01  |
        c3       | connected  | 2024-03-01  |
        c4       | connected  | 2024-03-01  |
        c5       | connected  | 2024-03-01  | 2026-05-01
        m1       | mainstream | 2024-03-01  |
        m2       | mainstream | 2024-03-01  |
        """
    training = """
        carer_id | course    | core | completed_on
        ---------+-----------+------+-------------
        c1       | first aid | yes  | 2026-05-01
        c5       | first aid | yes  | 2026-04-01
        m1       | first aid | yes  | 2026-05-01
        m2       | first aid | yes  | 2026-05-01
        """
    tables = {"carers": drawn(carers), "carer_training": drawn(training)}
    (told,) = calculate(
        [measure("training_equality_gap")],
        snapshot(**tables),
        as_of=parse_as_of("2026-11-23"),
        engine=engine,
    )
    assert told.value == 1.0 - 0.25


OFFERS = """
carer_id | course    | core | offer_kind | offered_on
---------+-----------+------+------------+-----------
c1       | first aid | yes  | individual | 2025-11-24
c2       | first aid | yes  | newsletter | 2026-05-01
c3       | first aid | yes  | individual | 2025-11-23
c4       | first aid | yes  | e_learning | 2026-05-01
c5       | first aid | yes  | individual |
c6       | first aid | yes  |            | 2026-05-01
c7       | first aid |      | individual | 2026-05-01
c8       | cookery   | no   | individual | 2026-05-01
"""
OFFERED_TO = """
carer_id | kind      | approved_on
---------+-----------+------------
c1       | connected | 2024-03-01
c2       | connected | 2024-03-01
c3       | connected | 2024-03-01
c4       | connected | 2024-03-01
c5       | connected | 2024-03-01
c6       | connected | 2024-03-01
c7       | connected | 2024-03-01
c8       | connected | 2024-03-01
"""


def test_an_offer_is_dated_and_to_the_carer_by_name(spec):
    spec(
        "connected_training_offered",
        """
        subject | state    | reason
        --------+----------+------------------------
        c1      | MET      | core_course_offered
        c2      | NOT_MET  | no_core_course_offered
        c3      | NOT_MET  | no_core_course_offered
        c4      | NOT_MET  | no_core_course_offered
        c5      | DQ_ERROR | offered_at_not_recorded
        c6      | DQ_ERROR | offer_kind_not_recorded
        c7      | DQ_ERROR | core_not_recorded
        c8      | NOT_MET  | no_core_course_offered
        """,
        carers=OFFERED_TO,
        carer_training=OFFERS,
    )


def test_e_learning_counts_where_the_authority_says_so(spec):
    spec(
        "connected_training_offered",
        """
        subject | state
        --------+------
        c4      | MET
        """,
        carers="""
        carer_id | kind      | approved_on
        ---------+-----------+------------
        c4       | connected | 2024-03-01
        """,
        carer_training=OFFERS,
        settings={"e_learning": True},
    )
