"""Each kind of inspection has its own clock, from the day the report is received."""

from datetime import date

import pytest

from madegood.plan.inspection_duties import Owed, Stands, duties
from madegood.plan.inspection_kinds import Kind

RECEIVED = date(2025, 11, 21)
REPORT_DUE, STATEMENT_DUE = date(2026, 1, 7), date(2026, 3, 4)
DRAFT_DUE = date(2025, 12, 19)


def owed(kind, on=RECEIVED, **given):
    return duties(Owed(kind, **{"received": RECEIVED, **given}), on)


@pytest.mark.parametrize(
    ("kind", "given", "due"),
    [
        (Kind.ILACS, {}, [REPORT_DUE, STATEMENT_DUE]),
        (Kind.FOCUSED_VISIT, {}, []),
        (Kind.FOCUSED_VISIT, {"priority_action": True}, [DRAFT_DUE, STATEMENT_DUE]),
        (Kind.FOCUSED_VISIT, {"statement_asked": True}, [STATEMENT_DUE]),
        (Kind.JTAI, {}, []),
        (Kind.JTAI, {"statement_asked": True}, [STATEMENT_DUE]),
        (Kind.SEND, {"statement_asked": True}, [STATEMENT_DUE]),
        (Kind.MONITORING_VISIT, {"priority_action": True}, []),
        (Kind.PEER_REVIEW, {}, []),
        (Kind.LEARNING_REVIEW, {}, []),
        (Kind.OTHER, {}, []),
    ],
)
def test_what_is_owed_depends_on_the_kind_and_on_what_the_letter_asks(kind, given, due):
    assert [duty.due for duty in owed(kind, **given)] == due


@pytest.mark.parametrize(
    ("on", "done", "stands", "says"),
    [
        (date(2025, 11, 21), None, Stands.RUNNING, "70 working days left"),
        (date(2026, 3, 3), None, Stands.RUNNING, "1 working day left"),
        (date(2026, 3, 4), None, Stands.RUNNING, "Due today"),
        (date(2026, 3, 5), None, Stands.LATE, "Late by 1 working day"),
        (date(2026, 3, 9), None, Stands.LATE, "Late by 3 working days"),
        (date(2026, 3, 9), date(2026, 3, 4), Stands.MET, "Met"),
        (
            date(2026, 3, 9),
            date(2026, 3, 6),
            Stands.MET_LATE,
            "Done, 2 working days late",
        ),
        # On an earlier day than it was done it had not been done.
        (date(2026, 3, 3), date(2026, 3, 4), Stands.RUNNING, "1 working day left"),
    ],
)
def test_a_duty_says_how_many_working_days_are_left_or_gone(on, done, stands, says):
    _, statement = owed(Kind.ILACS, on, statement_published_on=done)
    assert (statement.stands, statement.says) == (stands, says)


def test_no_clock_runs_until_the_report_is_received():
    for received in (None, date(2025, 12, 1)):
        report, _ = owed(Kind.ILACS, received=received)
        assert (report.due, report.stands) == (None, Stands.NOT_BEGUN)
        assert "record that day" in report.says


def test_past_the_listed_bank_holidays_no_day_is_guessed():
    far = date(2079, 1, 1)
    report, _ = owed(Kind.ILACS, far, received=far)
    assert report.due is None
