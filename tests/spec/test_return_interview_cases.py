"""Cases worked out on paper from the guidance before the code was asked.

One line is one child, one return and at most one interview. A measure is asked about
every line of a table at once.
"""

import pytest

from madegood.clock.moments import parse_as_of
from madegood.measures import calculate, measure
from tests.spec.conftest import Spec
from tests.spec.drawn import drawn, snapshot

HELD = "rhi_held_72h"
_OF_RETURNS = ("case", "started_at", "ended_at", "located_at", "returned_at")
_OF_INTERVIEWS = ("held_at", "offered", "offered_at", "report_at", "plan_updated_on")


def _table(rows: list[dict[str, str]]) -> str:
    heading = " | ".join(rows[0])
    return "\n".join([heading, "-", *(" | ".join(row.values()) for row in rows)])


def _asked(spec: Spec, measure: str, cases: str, as_of: str, subject: str) -> None:
    lines = drawn(cases)
    told = ("state", "reason", "flags", "due")
    spec(
        measure,
        _table(
            [
                {"subject": subject + n["case"]} | {t: n[t] for t in told if t in n}
                for n in sorted(lines, key=lambda line: line["case"])
            ]
        ),
        children=_table(
            [
                {
                    "child": "of-" + n["case"],
                    "born": n.get("born") or "2012-03-01",
                    "died_on": n.get("died_on", ""),
                }
                for n in lines
            ]
        ),
        episodes=_table(
            [
                {"child": "of-" + n["case"], "kind": "missing"}
                | {k.replace("case", "episode"): n[k] for k in _OF_RETURNS if k in n}
                for n in lines
            ]
        ),
        interviews=_table(
            [
                {
                    "interview": "i" + n["case"],
                    "child": "of-" + n["case"],
                    "about": n["case"],
                }
                | {k: n[k] for k in _OF_INTERVIEWS if k in n}
                for n in lines
            ]
        ),
        as_of=as_of,
    )


def of_returns(spec: Spec, measure: str, cases: str, as_of: str = "2026-11-23") -> None:
    _asked(spec, measure, cases, as_of, "")


def of_interviews(
    spec: Spec, measure: str, cases: str, as_of: str = "2026-11-23"
) -> None:
    _asked(spec, measure, cases, as_of, "i")


def test_seventy_two_hours_are_real_hours_to_the_second(spec):
    of_returns(
        spec,
        HELD,
        """
        case        | returned_at            | held_at                | state
        ------------+------------------------+------------------------+--------
        a-minute    | 2026-05-02 09:00       | 2026-05-05 08:59       | MET
        b-exactly   | 2026-05-02 09:00       | 2026-05-05 09:00       | MET
        c-second    | 2026-05-02 09:00:00    | 2026-05-05 09:00:01    | NOT_MET
        d-spring    | 2026-03-27 18:00       | 2026-03-30 19:00       | MET
        e-spring    | 2026-03-27 18:00       | 2026-03-30 19:01       | NOT_MET
        f-autumn    | 2026-10-23 18:00       | 2026-10-26 17:00       | MET
        g-autumn    | 2026-10-23 18:00       | 2026-10-26 17:01       | NOT_MET
        h-first     | 2026-10-25 01:30+01:00 | 2026-10-28 01:00       | NOT_MET
        i-second    | 2026-10-25 01:30Z      | 2026-10-28 01:00       | MET
        j-abroad    | 2026-06-02 14:00+02:00 | 2026-06-05 13:00       | MET
        k-abroad    | 2026-06-02 14:00+02:00 | 2026-06-05 13:01       | NOT_MET
        l-leap-year | 2024-02-27 12:00       | 2024-03-01 12:00       | MET
        m-new-year  | 2025-12-30 12:00       | 2026-01-02 12:01       | NOT_MET
        n-before    | 2026-08-10 09:00       | 2026-08-10 08:59       | DQ_ERROR
        o-at-once   | 2026-08-10 09:00       | 2026-08-10 09:00       | MET
        """,
    )


def test_a_bare_date_is_the_whole_day_in_london(spec):
    of_returns(
        spec,
        HELD,
        """
        case | returned_at      | held_at           | state    | due
        -----+------------------+-------------------+----------+-----------
        a    | 2026-06-02       | 2026-06-05        | MET      | 2026-06-05
        b    | 2026-06-02       | 2026-06-06        | NOT_MET  | 2026-06-05
        c    | 2026-06-02       | 2026-06-05 23:59  | MET      | 2026-06-05
        d    | 2026-06-02       | 2026-06-06 00:00  | NOT_MET  | 2026-06-05
        e    | 2026-06-02 12:00 | 2026-06-05        | MET      | 2026-06-05
        f    | 2026-06-02 12:00 | 2026-06-06        | NOT_MET  | 2026-06-05
        g    | 2026-06-02 12:00 | 2026-06-02        | MET      | 2026-06-05
        h    | 2026-06-02       | 2026-06-01 23:59  | DQ_ERROR | 2026-06-05
        i    | 2026-06-02       | 2026-06-02 00:00  | MET      | 2026-06-05
        j    | 2026-10-23       | 2026-10-26 23:30  | MET      | 2026-10-26
        k    | 2026-06-02       | 2026-06-05 23:30Z | NOT_MET  | 2026-06-05
        """,
    )


def test_a_birthday_stops_the_clock_at_the_start_of_its_day(spec):
    of_returns(
        spec,
        HELD,
        """
        case | born       | returned_at      | held_at          | state
        -----+------------+------------------+------------------+---------
        a    | 2008-06-10 | 2026-06-10 00:00 |                  | EXCLUDED
        b    | 2008-06-10 | 2026-06-09 23:59 |                  | CENSORED
        c    | 2008-06-10 | 2026-06-09 12:00 | 2026-06-09 23:59 | MET
        d    | 2008-06-10 | 2026-06-09 12:00 | 2026-06-10 00:00 | CENSORED
        e    | 2008-06-10 | 2026-06-06 23:59 |                  | OVERDUE
        f    | 2008-06-10 | 2026-06-07       |                  | CENSORED
        g    | 2008-06-10 | 2026-06-06       |                  | OVERDUE
        h    | 2008-06-10 | 2026-06-09       | 2026-06-09       | MET
        i    | 2008-06-10 | 2026-06-09       | 2026-06-10       | CENSORED
        j    | 2008-02-29 | 2026-02-28 23:59 |                  | CENSORED
        k    | 2008-02-29 | 2026-03-01 00:00 |                  | EXCLUDED
        l    | 2008-02-29 | 2026-02-27 23:00 | 2026-02-28 23:59 | MET
        m    | 2006-02-28 | 2024-02-28 00:00 |                  | EXCLUDED
        n    | 2006-03-01 | 2024-02-29 23:00 |                  | CENSORED
        """,
    )


def test_the_clock_starts_at_the_return_else_when_found(spec):
    of_returns(
        spec,
        HELD,
        """
        case | started_at | located_at       | ended_at         | returned_at      | state    | due
        -----+------------+------------------+------------------+------------------+----------+-----------------
        a    | 2026-06-01 |                  | 2026-06-02 10:00 | 2026-06-02 12:00 | OVERDUE  | 2026-06-05 12:00
        b    | 2026-06-01 | 2026-06-02 08:00 | 2026-06-02 10:00 |                  | OVERDUE  | 2026-06-05 10:00
        c    | 2026-06-01 | 2026-06-02 08:00 |                  |                  | OVERDUE  | 2026-06-05 08:00
        d    | 2026-06-01 |                  |                  |                  | NOT_DUE  |
        e    |            |                  |                  |                  | DQ_ERROR |
        """,
    )


@pytest.mark.parametrize(
    ("returned", "as_of", "state"),
    [
        ("2026-11-21 12:00", "2026-11-24T12:00", "PENDING"),
        ("2026-11-21 12:00", "2026-11-24T12:01", "OVERDUE"),
        ("2026-11-21 12:00", "2026-11-23", "PENDING"),
        ("2026-11-21 12:00", "2026-11-24", "OVERDUE"),
        ("2026-11-21", "2026-11-24", "PENDING"),
        ("2026-11-21", "2026-11-25T00:00", "OVERDUE"),
    ],
)
def test_a_date_asked_about_means_its_end(spec, returned, as_of, state):
    table = f"case | returned_at | state\n-\na | {returned} | {state}"
    of_returns(spec, HELD, table, as_of)


def test_reports_are_due_in_working_days_over_easter_and_christmas(spec):
    of_interviews(
        spec,
        "rhi_report_5wd",
        """
        case | returned_at | held_at           | report_at        | state    | due
        -----+-------------+-------------------+------------------+----------+-----------
        a    | 2026-03-30  | 2026-03-31        | 2026-04-09 23:59 | MET      | 2026-04-09
        b    | 2026-03-30  | 2026-03-31        | 2026-04-10 00:00 | NOT_MET  | 2026-04-09
        c    | 2026-03-30  | 2026-04-03        | 2026-04-14       | NOT_MET  | 2026-04-13
        d    | 2025-12-22  | 2025-12-23        | 2026-01-02       | MET      | 2026-01-02
        e    | 2026-06-04  | 2026-06-04 23:30Z | 2026-06-12       | MET      | 2026-06-12
        f    | 2026-06-02  | 2026-06-04        | 2026-06-03       | DQ_ERROR | 2026-06-11
        """,
    )


def test_plans_are_due_ten_working_days_from_the_report_else_the_interview(spec):
    of_interviews(
        spec,
        "rhi_plan_updated_10wd",
        """
        case | returned_at | held_at    | report_at  | plan_updated_on | state   | due
        -----+-------------+------------+------------+-----------------+---------+-----------
        a    | 2026-03-27  | 2026-03-30 | 2026-03-31 | 2026-04-16      | MET     | 2026-04-16
        b    | 2026-03-27  | 2026-03-31 |            | 2026-04-17      | NOT_MET | 2026-04-16
        c    | 2025-12-19  | 2025-12-22 | 2025-12-23 | 2026-01-09      | MET     | 2026-01-09
        d    | 2025-12-19  | 2025-12-22 | 2025-12-23 | 2026-01-10      | NOT_MET | 2026-01-09
        """,
    )


def test_a_child_not_placed_by_us_is_ours_only_if_at_home(spec):
    spec(
        HELD,
        "subject | state\n-\na | EXCLUDED\nb | EXCLUDED\nc | OVERDUE\nd | OVERDUE",
        episodes="""
        episode | child | kind    | returned_at      | looked_after | placed_by_us
        --------+-------+---------+------------------+--------------+-------------
        a       | Asha  | missing | 2026-08-10 09:00 | yes          | no
        b       | Asha  | missing | 2026-08-12 09:00 |              | no
        c       | Asha  | missing | 2026-08-14 09:00 | no           | no
        d       | Asha  | missing | 2026-08-16 09:00 | yes          | yes
        """,
    )


@pytest.mark.parametrize("engine", ["reference", "duckdb"])
def test_nights_in_care_end_at_eighteen_and_at_death(engine):
    children = """
    child | born       | died_on
    ------+------------+-----------
    Asha  | 2008-11-01 |
    Ben   | 2012-01-01 | 2026-10-11
    """
    care = "child | started_on\n-\nAsha | 2026-10-01\nBen | 2026-10-01"
    (said,) = calculate(
        [measure("missing_per_100_placement_nights")],
        snapshot(children=drawn(children), care_episodes=drawn(care)),
        as_of=parse_as_of("2026-11-23"),
        engine=engine,
    )
    assert said.denominator == 31 + 10
