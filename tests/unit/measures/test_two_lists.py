"""A list of what somebody else counted, held against ours: drawn rows in, reasons out."""

from datetime import UTC, date, datetime

import pytest

from madegood.clock.periods import Period
from madegood.measures import RowState, State, measure
from madegood.measures.reconcile import kind_of, reconcile
from madegood.measures.two_lists import Asked, Cause, Counted, Side

AS_OF = datetime(2026, 6, 30, 22, 59, 59, tzinfo=UTC)
MAY = Period(date(2026, 5, 1), date(2026, 5, 31))
HELD = measure("rhi_held_72h")
RETURNED = datetime(2026, 5, 2, 8, tzinfo=UTC)
DUE = datetime(2026, 5, 5, 8, tzinfo=UTC)
HELD_AT = datetime(2026, 5, 5, 7, tzinfo=UTC)

# subject, child, state, reason, the day it is counted on
DRAWN = """
e1 | Asha  | MET            | held             | 2026-05-02
e2 | Asha  | MET            | held             | 2026-05-20
e3 | Ben   | NOT_MET        | late             | 2026-05-02
e4 | Cleo  | MET            | held             | 2026-04-30
e5 | Dan   | EXCLUDED       | other_authority  | 2026-05-02
e6 | Efe   | DQ_ERROR       | ended_before_started | 2026-05-02
e7 | Faye  | PENDING        |                  | 2026-05-30
e8 | Gus   | NOT_DUE        | not_returned     | -
e9 | Hana  | OVERDUE        | not_offered      | 2026-05-04
"""


def rows(drawn=DRAWN, asked=HELD):
    found = []
    for line in drawn.strip().splitlines():
        subject, child, state, reason, day = (cell.strip() for cell in line.split("|"))
        counted = None if day == "-" else date.fromisoformat(day)
        stop = HELD_AT if state in ("MET", "NOT_MET") else None
        found.append(
            RowState(
                asked.id, subject, child, RETURNED, DUE, stop, State(state), reason,
                (), counted, None, None,
            )
        )  # fmt: skip
    return found


def held(
    names, *, counted="met", period=MAY, by="child", known=frozenset(), given=None
):
    listed = list(enumerate(names.split(), start=2))
    asked = Asked(HELD, AS_OF, period, Counted(counted))
    return reconcile(
        asked, rows() if given is None else given, listed, by=by, known=known
    )


def cause(found, name):
    return next((e.side, e.cause) for e in found.entries if e.id == name)


@pytest.mark.parametrize(
    ("name", "because"),
    [
        ("Ben", Cause.OTHER_RESULT),
        ("Cleo", Cause.OTHER_PERIOD),
        ("Dan", Cause.LEFT_OUT),
        ("Efe", Cause.BAD_DATA),
        ("Faye", Cause.NOT_DUE),
        ("Gus", Cause.NO_PERIOD),
        ("Hana", Cause.OTHER_RESULT),
        ("Ivy", Cause.NO_ROW),
        ("Nobody", Cause.NOT_IN_DATA),
    ],
)
def test_each_who_is_only_on_their_list_has_a_reason(name, because):
    found = held(name, known={"Ivy"})
    assert cause(found, name) == (Side.THEIRS, because)


def test_the_reason_names_the_month_that_has_the_row():
    (entry,) = held("Cleo").of(Side.THEIRS)
    assert entry.says.startswith("Counted in April 2026. Returned 2 May 2026")


def test_the_reason_names_the_rule_that_left_a_row_out():
    (entry,) = held("Dan").of(Side.THEIRS)
    assert "Left out: " in entry.says


def test_a_child_on_both_lists_is_counted_once_with_its_rows():
    found = held("Asha")
    assert cause(found, "Asha") == (Side.BOTH, Cause.COUNTED)
    assert found.sentence == "The lists agree: the same 1 child in both."
    assert found.our_rows == 2
    assert found.rows_note.startswith("The measure counts 2 rows, of 1 child:")


def test_one_of_ours_that_they_left_out_is_told_with_its_dates():
    found = held("")
    assert cause(found, "Asha") == (Side.OURS, Cause.NOT_LISTED)
    assert "in time" in found.of(Side.OURS)[0].says


@pytest.mark.parametrize(
    ("counted", "ours"),
    [
        ("met", {"Asha"}),
        ("not_met", {"Ben", "Hana"}),
        ("all", {"Asha", "Ben", "Hana"}),
    ],
)
def test_a_list_is_of_what_it_says_it_is_of(counted, ours):
    found = held("", counted=counted)
    assert {e.id for e in found.of(Side.OURS)} == ours


def test_no_period_is_every_month():
    found = held("", period=None)
    assert {e.id for e in found.of(Side.OURS)} == {"Asha", "Cleo"}


def test_the_three_counts_are_a_sentence():
    found = held("Asha Ben Cleo Hana", counted="met")
    assert found.sentence == (
        "1 child is in both lists, 3 only in theirs and 0 only in ours."
    )
    assert found.causes(Side.THEIRS) == {Cause.OTHER_RESULT: 2, Cause.OTHER_PERIOD: 1}


def test_an_id_that_stands_twice_is_one_with_both_its_places():
    (entry,) = held("Ben Ben").of(Side.THEIRS)
    assert entry.lines == (2, 3)


def test_two_empty_lists_are_said_to_be_empty():
    assert held("", given=[]).sentence == "Neither list has anybody in it."


def test_a_list_of_episodes_is_known_by_what_it_is_found_among():
    assert kind_of(["e1", "e2", "x"], rows()) == "row"
    assert kind_of(["Asha", "Ben"], rows()) == "child"
    assert kind_of(["x"], rows()) == "child"


def test_a_list_of_episodes_is_held_row_by_row():
    found = held("e1 e4", by="row")
    assert cause(found, "e1") == (Side.BOTH, Cause.COUNTED)
    assert cause(found, "e2") == (Side.OURS, Cause.NOT_LISTED)
    assert cause(found, "e4") == (Side.THEIRS, Cause.OTHER_PERIOD)


def test_a_row_met_before_its_time_is_up_is_not_due_yet():
    early = [
        RowState(
            HELD.id, "e1", "Asha", RETURNED, datetime(2026, 7, 2, tzinfo=UTC), HELD_AT,
            State.MET, "held", (), date(2026, 5, 2), None, None,
        )
    ]  # fmt: skip
    assert cause(held("Asha", given=early), "Asha") == (Side.THEIRS, Cause.NOT_DUE)


def test_a_chain_is_met_when_all_its_links_that_are_due_are():
    asked = measure("cp_review_in_time")
    drawn = """
    p1#1 | Asha | MET     | reviewed | 2026-05-02
    p1#2 | Asha | NOT_MET | late     | 2026-05-20
    p2#1 | Ben  | MET     | reviewed | 2026-05-02
    p2#2 | Ben  | PENDING |          | 2026-05-20
    """
    given = rows(drawn, asked)
    of = Asked(asked, AS_OF, MAY, Counted.MET)
    found = reconcile(of, given, [(1, "p1")], by="row", known=frozenset())
    assert cause(found, "p1") == (Side.THEIRS, Cause.OTHER_RESULT)
    assert cause(found, "p2") == (Side.OURS, Cause.NOT_LISTED)


def test_a_child_who_repeats_is_one_however_many_starts():
    asked = measure("missing_repeat_3_in_90")
    drawn = """
    Asha | Asha | NOT_MET | not_repeatedly | 2026-05-02
    Asha | Asha | MET     | repeatedly | 2026-05-20
    """
    of = Asked(asked, AS_OF, MAY, Counted.MET)
    found = reconcile(of, rows(drawn, asked), [], by="child", known=frozenset())
    assert found.our_rows == 1


def test_how_things_stand_is_asked_of_no_month():
    asked = measure("level2_backlog")
    drawn = "s1#1 | Asha | MET | not_reviewed | 2025-01-02"
    of = Asked(asked, AS_OF, MAY, Counted.MET)
    found = reconcile(of, rows(drawn, asked), [(1, "Asha")], by="child", known=set())
    assert cause(found, "Asha") == (Side.BOTH, Cause.COUNTED)
