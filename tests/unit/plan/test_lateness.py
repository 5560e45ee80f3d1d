"""Late is computed from dates; a date that moved is held against what was promised."""

from datetime import date

from madegood.plan.lateness import complete_since, lateness
from madegood.plan.progress import Delivery

FIRST, MOVED, TODAY = date(2026, 9, 1), date(2026, 11, 1), date(2026, 11, 11)


def late(original=FIRST, due=FIRST, done_on=None, done=False, on=TODAY):
    return lateness(original, due, done_on=done_on, done=done, on=on)


def test_on_its_day_it_is_in_time_and_the_day_after_it_is_late():
    assert late(on=FIRST).words == ""
    assert late(on=date(2026, 9, 2)).words == "Late by 1 day"


def test_a_moved_date_keeps_the_first_one_in_sight():
    said = late(due=MOVED).words
    assert said == "Late by 10 days, and by 71 days against its first date"
    assert late(due=date(2026, 12, 1)).words == "Late against its first date by 71 days"


def test_after_completion_it_is_late_by_what_it_was_late_then():
    done = late(due=MOVED, done=True, done_on=date(2026, 9, 15))
    assert (done.late, done.words) == (False, "Late against its first date by 14 days")


def test_completed_in_time_it_says_nothing():
    assert late(done=True, done_on=FIRST).words == ""


def test_where_nobody_knows_since_when_it_was_complete_nothing_is_said():
    assert late(done=True).words == ""


def test_without_a_date_there_is_nothing_to_be_late_against():
    assert late(original=None, due=None).words == ""


def test_complete_since_the_last_time_it_was_said_to_be():
    claims = [
        (Delivery.IN_PROGRESS, date(2026, 1, 1)),
        (Delivery.COMPLETE, date(2026, 2, 1)),
        (Delivery.IN_PROGRESS, date(2026, 3, 1)),
        (Delivery.COMPLETE, date(2026, 4, 1)),
        (Delivery.COMPLETE_MONITORED, date(2026, 5, 1)),
    ]
    assert complete_since(claims) == date(2026, 4, 1)
    assert complete_since(claims[:3]) is None
    assert complete_since([(Delivery.COMPLETE, date(2026, 1, 1))]) is None
