"""Of all the rows that are kept, those that somebody asks for, and no other."""

from datetime import date

import pytest

from madegood.clock.periods import Period
from madegood.measures import RowState, State
from madegood.measures.kept_rows import Which, as_rows, as_table

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
MAY = Period(date(2026, 5, 1), date(2026, 5, 31))

# subject | child | counted on
KEPT = """
E1    | Ann | 2026-02-28
E2    | Ann | 2026-03-01
E3    | Ben | 2026-03-31
E4    | Ben | 2026-04-01
P5#1  | Cat | 2026-05-31
P5#2  | Cat |
E6    |     | 2026-06-01
"""

ASKED = {
    "nothing": (Which(), ""),
    "a month, both its ends": (Which(periods=[MARCH]), "E2 E3"),
    "two months": (Which(periods=[MAY, MARCH]), "E2 E3 P5#1"),
    "a child, whenever": (Which(ids={"Ben"}), "E3 E4"),
    "a row by its own id": (Which(ids={"E6"}), "E6"),
    "a chain by what its links belong to": (Which(ids={"P5"}), "P5#1 P5#2"),
    "no chain by one of its links": (Which(ids={"P5#1"}), ""),
    "a month and a child": (Which(periods=[MARCH], ids={"Cat"}), "E2 E3 P5#1 P5#2"),
    "what is of no day": (Which(undated=True), "P5#2"),
    "an id that nobody has": (Which(ids={"Zoe", ""}), ""),
    "no part of an id": (Which(ids={"E", "An"}), ""),
}


def kept():
    for line in KEPT.strip().splitlines():
        subject, child, day = (cell.strip() for cell in line.split("|"))
        counted = date.fromisoformat(day) if day else None
        yield RowState(
            measure="rhi_held_72h",
            subject=subject,
            child=child,
            start=counted,
            due=None,
            stop=None,
            state=State.MET,
            reason="",
            flags=(),
            counted_on=counted,
            team=None,
            provider=None,
        )


@pytest.mark.parametrize("asked", ASKED)
def test_only_those_asked_for_come_and_in_their_order(asked):
    which, wanted = ASKED[asked]
    found = as_rows("rhi_held_72h", which.of(as_table(kept())))
    assert [row.subject for row in found] == wanted.split()


def test_of_nothing_kept_nothing_comes():
    assert Which(periods=[MARCH], ids={"Ann"}).of(as_table([])).num_rows == 0
