"""What waits for a person is told from any room in one way."""

from datetime import date

from madegood.plan.waiting import Waiting, in_order

TODAY = date(2026, 11, 23)


def a_thing(what="Report", due=None):
    return Waiting(what, "action", "4.3", due, "You hold the post")


def test_the_longest_waiting_stands_first_and_what_has_no_date_last():
    late, soon, whenever = (
        a_thing("late", date(2026, 11, 1)),
        a_thing("soon", date(2026, 12, 1)),
        a_thing("whenever"),
    )
    assert in_order([whenever, soon, late]) == [late, soon, whenever]


def test_a_thing_is_late_only_after_its_day():
    assert a_thing(due=TODAY).days_late(TODAY) == 0
    assert a_thing(due=date(2026, 11, 20)).days_late(TODAY) == 3
    assert a_thing().days_late(TODAY) == 0
