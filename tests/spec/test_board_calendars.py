"""When a board meets by its rule, when its papers are due, and whether it kept to what
it agreed: worked out by hand, with the calendar of England."""

from datetime import date

import pytest

from madegood.clock.working_days import BeyondCalendar, working_days_before
from madegood.governance.dates import NotARule, Rule, papers_due, planned, publish_by
from madegood.governance.duty import respond_by
from madegood.governance.frequency import Frequency, Turn, stands, turns

D = date.fromisoformat
AUGUST = frozenset({8})


@pytest.mark.parametrize(
    ("rule", "until", "days"),
    [
        # Second Tuesdays, August left out.
        (
            Rule(1, D("2026-06-01"), place=2, weekday=1, skips=AUGUST),
            "2026-10-31",
            ["2026-06-09", "2026-07-14", "2026-09-08", "2026-10-13"],
        ),
        # The first Monday of May is the early May bank holiday: the Tuesday after.
        (Rule(1, D("2026-05-01"), place=1, weekday=0), "2026-05-31", ["2026-05-05"]),
        # The last Monday of May is the spring bank holiday.
        (Rule(1, D("2026-05-10"), place=-1, weekday=0), "2026-05-31", ["2026-05-26"]),
        # A month whose day was before the first day of the rule is not reached back to.
        (
            Rule(3, D("2026-01-20"), place=1, weekday=3),
            "2026-07-31",
            ["2026-04-02", "2026-07-02"],
        ),
        # Every six weeks: 25 December is left for the next working day, the 29th.
        (
            Rule(6, D("2026-11-13")),
            "2027-02-10",
            ["2026-11-13", "2026-12-29", "2027-02-05"],
        ),
        # Six weeks keep their pace over a month that is left out.
        (
            Rule(6, D("2026-07-01"), skips=AUGUST),
            "2026-10-31",
            ["2026-07-01", "2026-09-23"],
        ),
        # A first day at a weekend is the Monday after, and so is every later one.
        (Rule(2, D("2026-11-28")), "2026-12-13", ["2026-11-30", "2026-12-14"]),
    ],
)
def test_a_rule_gives_its_days(rule, until, days):
    assert [each.day for each in planned(rule, D(until))] == [D(day) for day in days]


def test_a_day_that_moved_says_what_it_would_have_been():
    (first,) = planned(Rule(1, D("2026-05-01"), place=1, weekday=0), D("2026-05-31"))
    assert first.instead_of == D("2026-05-04")


@pytest.mark.parametrize("last", ["2026-10-31", "2099-01-01"])
def test_a_rule_that_ends_before_it_begins_or_beyond_the_calendar_is_refused(last):
    with pytest.raises(NotARule, match="Bank holidays are known from"):
        planned(Rule(1, D("2026-11-01")), D(last))


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        (
            Rule(1, D("2026-06-01"), 2, 1, AUGUST),
            "second Tuesday of every month, leaving out August",
        ),
        (Rule(6, D("2026-06-01")), "every 6 weeks from 1 June 2026"),
        (Rule(3, D("2026-06-01"), -1, 4), "last Friday of every 3 months"),
    ],
)
def test_a_rule_says_itself(rule, says):
    assert rule.says == says


@pytest.mark.parametrize(
    ("meeting", "publish"),
    [
        # Tuesday 8 December 2026: clear are 1, 2, 3, 4 and 7 December.
        ("2026-12-08", "2026-11-30"),
        # Over Christmas: clear are 23, 24, 29, 30 and 31 December 2026.
        ("2027-01-04", "2026-12-22"),
        # Over Easter 2026 (3 and 6 April are bank holidays).
        ("2026-04-08", "2026-03-27"),
        # A meeting on a Monday.
        ("2026-11-30", "2026-11-20"),
    ],
)
def test_a_public_agenda_is_out_for_five_clear_working_days(meeting, publish):
    assert publish_by(D(meeting)) == D(publish)


def test_papers_are_due_so_many_working_days_before():
    assert papers_due(D("2026-12-08"), 5) == D("2026-12-01")
    assert working_days_before(D("2026-12-06"), 1) == D("2026-12-04")
    with pytest.raises(BeyondCalendar):
        papers_due(D("2099-01-01"), 5)
    with pytest.raises(BeyondCalendar):
        working_days_before(D("2026-12-06"), 10_000)
    with pytest.raises(ValueError, match="at least 1"):
        working_days_before(D("2026-12-06"), 0)


@pytest.mark.parametrize(
    ("received", "notice", "by"),
    [
        # Two months beginning with 10 March are over at the end of 9 May.
        ("2026-03-10", None, "2026-05-09"),
        # The later of the two, whichever came first.
        ("2026-03-10", "2026-03-20", "2026-05-19"),
        ("2026-03-20", "2026-03-10", "2026-05-19"),
        ("2026-01-01", None, "2026-02-28"),
        # February has no 30th and no 31st: it ends with its own last day.
        ("2025-12-30", None, "2026-02-28"),
        ("2025-12-31", None, "2026-02-28"),
        ("2027-12-30", None, "2028-02-29"),
        ("2025-12-29", None, "2026-02-28"),
        ("2026-12-01", None, "2027-01-31"),
    ],
)
def test_scrutiny_is_answered_within_two_months_beginning_with_the_day(
    received, notice, by
):
    assert respond_by(D(received), D(notice) if notice else None) == D(by)


@pytest.mark.parametrize(
    ("frequency", "last", "due"),
    [
        # By the end of the month, because a second Tuesday wanders within it.
        (Frequency(1, "month"), "2026-09-08", "2026-10-31"),
        (Frequency(3, "month"), "2026-09-08", "2026-12-31"),
        (Frequency(6, "month"), "2026-09-30", "2027-03-31"),
        # What would fall into August is due by the end of September.
        (Frequency(1, "month", AUGUST), "2026-07-14", "2026-09-30"),
        (Frequency(6, "week", AUGUST), "2026-07-10", "2026-09-30"),
        # By the Sunday of the week.
        (Frequency(6, "week"), "2026-09-08", "2026-10-25"),
        (Frequency(2, "week"), "2026-11-26", "2026-12-13"),
        # Two months left out, one after the other, over the end of a year.
        (Frequency(1, "month", frozenset({12, 1})), "2026-11-10", "2027-02-28"),
    ],
)
def test_the_next_one_is_due(frequency, last, due):
    assert frequency.due_after(D(last)) == D(due)


@pytest.mark.parametrize(
    ("held", "as_of", "found"),
    [
        # Agreed on 1 September, monthly: the first is due by the end of October.
        ([], "2026-10-31", "not due"),
        ([], "2026-11-01", "overdue, not due"),
        (["2026-09-08"], "2026-11-26", "kept, overdue, not due"),
        (["2026-09-08", "2026-10-13"], "2026-11-26", "kept, kept, not due"),
        # October passed without one, and November has been held.
        (["2026-09-08", "2026-11-10"], "2026-11-26", "kept, missed, kept, not due"),
        # On the very day of the agreement counts; before it does not.
        (["2026-09-01"], "2026-09-30", "kept, not due"),
        (["2026-08-11"], "2026-09-30", "not due"),
        # What is still to come is not known yet.
        (["2026-12-08"], "2026-10-31", "not due"),
        # Two in one month are two that were kept.
        (["2026-09-08", "2026-09-22"], "2026-09-30", "kept, kept, not due"),
    ],
)
def test_a_frequency_is_kept_missed_overdue_or_not_due(held, as_of, found):
    kept = turns(
        Frequency(1, "month"), D("2026-09-01"), [D(day) for day in held], D(as_of)
    )
    assert ", ".join(each.turn for each in kept) == found


def test_what_is_said_is_the_first_that_is_overdue():
    kept = turns(Frequency(1, "month"), D("2026-01-01"), [], D("2026-06-15"))
    now = stands(kept)
    assert now is not None
    assert (now.turn, now.due) == (Turn.OVERDUE, D("2026-02-28"))
    assert stands([]) is None


@pytest.mark.parametrize(
    ("every", "unit", "says"),
    [
        (1, "month", "monthly"),
        (6, "week", "every six weeks"),
        (3, "month", "quarterly"),
        (6, "month", "six-monthly"),
        (2, "month", "every other month"),
        (12, "week", "every 12 weeks"),
        (1, "week", "weekly"),
    ],
)
def test_a_frequency_says_itself(every, unit, says):
    assert Frequency(every, unit).says == says


@pytest.mark.parametrize(
    "given",
    [(0, "month"), (53, "week"), (25, "month"), (1, "year"), (1, "month", {13})],
)
def test_what_is_no_frequency_is_refused(given):
    with pytest.raises(ValueError, match=r"not a frequency|at least"):
        Frequency(*given)


def test_a_board_meets_in_some_month():
    with pytest.raises(ValueError, match="at least one month"):
        Frequency(1, "month", frozenset(range(1, 13)))
