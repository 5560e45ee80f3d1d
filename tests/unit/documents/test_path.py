"""Where a version stands, and whom it waits for."""

from datetime import date

import pytest

from madegood.documents.path import (
    PathState,
    StepState,
    Taken,
    blocker_of,
    refused_path,
    state_of,
)
from madegood.documents.reach import Reached, reach_of

MONDAY = date(2026, 3, 2)
TODAY = date(2026, 4, 8)


def step(approver, state=StepState.WAITING, due=None, on=None, why=""):
    return Taken(approver, state, due, on, why)


def test_the_present_blocker_is_the_first_step_that_is_not_approved():
    steps = [
        step("Head of Service", StepState.APPROVED, on=date(2026, 3, 3)),
        step("the housing service"),
        step("the Improvement Board"),
    ]
    blocker = blocker_of(steps, MONDAY, TODAY)
    assert blocker.approver == "the housing service"
    # Good Friday and Easter Monday lie between, and count for nobody.
    assert blocker.says == (
        "waits for the housing service since 3 March 2026, 24 working days"
    )
    assert state_of(steps) is PathState.WAITING


def test_nobody_is_blamed_for_the_days_of_another():
    first = [step("A"), step("B")]
    assert blocker_of(first, MONDAY, TODAY).since == MONDAY
    later = [step("A", StepState.APPROVED, on=date(2026, 4, 7)), step("B")]
    assert blocker_of(later, MONDAY, TODAY).days == 1


def test_what_is_overdue_says_by_when_it_was_due():
    blocker = blocker_of([step("A", due=date(2026, 4, 1))], MONDAY, TODAY)
    assert blocker.overdue
    assert blocker.says.endswith("it was due by 1 April 2026")


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ([step("A", StepState.APPROVED, on=MONDAY)], PathState.APPROVED),
        (
            [step("A", StepState.SENT_BACK, on=MONDAY, why="no"), step("B")],
            PathState.SENT_BACK,
        ),
        ([step("A"), step("B")], PathState.WAITING),
    ],
)
def test_a_version_stands_as_its_steps_do(steps, state):
    assert state_of(steps) is state
    if state is not PathState.WAITING:
        assert blocker_of(steps, MONDAY, TODAY) is None


@pytest.mark.parametrize(
    ("approvers", "dues", "says"),
    [
        ([], [], "who must approve"),
        (["Owner"], [None], "cannot be approved by that post alone"),
        (["Board", "Board"], [None, None], "named twice"),
        (["Board"], [MONDAY], "a day that is over"),
        (
            ["Board", "Police"],
            [date(2026, 6, 2), date(2026, 6, 1)],
            "a later step cannot be due sooner",
        ),
        (["Owner", "Board"], [None, date(2026, 6, 1)], ""),
    ],
)
def test_a_path_that_would_prove_nothing_is_refused(approvers, dues, says):
    said = refused_path(approvers, "Owner", dues, TODAY)
    assert says in said if says else said == ""


def test_a_new_version_puts_an_earlier_acknowledgement_out_of_count():
    first = [
        Reached("Police", 1, MONDAY, MONDAY),
        Reached("Tom", 1, MONDAY, MONDAY),
        Reached("Duty team", 1, MONDAY, None),
    ]
    assert reach_of(first).says == "2 of 3 told have acknowledged"
    again = reach_of([*first, Reached("Tom", 2, TODAY, None)])
    assert again.acknowledged == 1
    assert again.missing == ("Duty team", "Tom")
    assert reach_of([]).share is None
