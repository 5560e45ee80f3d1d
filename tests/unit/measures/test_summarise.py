"""Adding rows up: what is divided by what, and what is left out."""

from datetime import UTC, date, datetime

from madegood.clock.periods import Period
from madegood.measures import RowState, State, measure, summarise
from madegood.measures.summarise import Group

AS_OF = datetime(2026, 6, 10, tzinfo=UTC)
BEFORE, AFTER = datetime(2026, 6, 1, tzinfo=UTC), datetime(2026, 6, 12, tzinfo=UTC)
HELD = measure("rhi_held_72h")


def row(state, due=BEFORE, day=date(2026, 5, 30), provider=None, reason=""):
    return RowState(
        HELD.id, "e", "Asha", None, due, None, state, reason, (), day, None, provider
    )


def test_a_share_is_of_what_was_met_missed_or_overdue():
    states = [State.MET, State.MET, State.NOT_MET, State.OVERDUE, State.PENDING]
    found = summarise(HELD, [row(s) for s in states], as_of=AS_OF)
    assert (found.numerator, found.denominator, found.value) == (2, 4, 0.5)
    assert found.states[State.PENDING] == 1


def test_a_row_met_early_is_counted_when_its_time_comes():
    found = summarise(HELD, [row(State.MET, due=AFTER)], as_of=AS_OF)
    assert found.states[State.MET] == 1
    assert (found.denominator, found.value) == (0, None)


def test_how_things_stand_is_so_whatever_falls_due_later():
    standing = measure("sgo_financial_review_in_date")
    rows = [row(State.MET, due=AFTER), row(State.OVERDUE), row(State.PENDING, AFTER)]
    found = summarise(standing, rows, as_of=AS_OF)
    assert (found.numerator, found.denominator, found.value) == (1, 2, 0.5)


def test_a_due_date_counts_once_its_day_is_over():
    rows = [row(State.MET, due=date(2026, 6, 10))]
    assert summarise(HELD, rows, as_of=AS_OF).denominator == 0
    end = datetime(2026, 6, 10, 22, 59, 59, tzinfo=UTC)
    assert summarise(HELD, rows, as_of=end).denominator == 1


def test_bounds_say_what_bad_data_could_make_of_it():
    rows = [row(State.MET), row(State.NOT_MET), row(State.DQ_ERROR, due=None)]
    low, high = summarise(HELD, rows, as_of=AS_OF).bounds
    assert (low, high) == (1 / 3, 2 / 3)


def test_a_period_and_a_group_choose_the_rows():
    rows = [
        row(State.MET, provider="North"),
        row(State.OVERDUE, provider="South"),
        row(State.OVERDUE, provider="North", day=date(2026, 4, 30)),
    ]
    may = Group(Period(date(2026, 5, 1), date(2026, 5, 31)), {"provider": "North"})
    found = summarise(HELD, rows, as_of=AS_OF, group=may)
    assert (found.numerator, found.denominator) == (1, 1)


def test_a_child_is_counted_once_however_often_missing():
    repeat = measure("missing_repeat_3_in_90")
    rows = [row(State.NOT_MET, None), row(State.MET, None), row(State.MET, None)]
    found = summarise(repeat, rows, as_of=AS_OF)
    assert (found.value, found.denominator) == (1.0, 1)
