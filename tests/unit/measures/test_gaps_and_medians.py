"""Adding up a gap between two groups, and a median: neither is met over denominator."""

from datetime import UTC, date, datetime, timedelta

import pytest

from madegood.clock.periods import Period
from madegood.measures import RowState, State, measure, summarise
from madegood.measures.summarise import Group

AS_OF = datetime(2026, 6, 10, 22, 59, 59, tzinfo=UTC)
GAP = measure("training_equality_gap")
MEDIAN = measure("pf_days_unknown")
START = date(2026, 1, 1)


def carer(flag, state, due=None):
    flags = (flag,) if flag else ()
    day = date(2026, 6, 10)
    return RowState(GAP.id, "c", "", None, due, None, state, "", flags, day, None, None)


def several(flag, **states):
    return [
        carer(flag, State[name]) for name, many in states.items() for _ in range(many)
    ]


def gap(*groups, **more):
    every = [row for rows in groups for row in rows]
    return summarise(GAP, every, as_of=AS_OF, **more)


def test_a_gap_is_the_one_share_less_the_other():
    found = gap(
        several("mainstream", MET=3, NOT_MET=1), several("connected", MET=1, NOT_MET=3)
    )
    assert (found.value, found.unit) == (0.5, "gap")
    assert (found.numerator, found.denominator) == (4, 8)
    assert found.bounds == (None, None)


def test_a_gap_can_be_the_other_way():
    found = gap(several("mainstream", NOT_MET=2), several("connected", MET=1))
    assert found.value == -1.0


def test_groups_of_any_size_are_weighed_alike():
    found = gap(
        several("mainstream", MET=99, NOT_MET=1), several("connected", MET=1, NOT_MET=1)
    )
    assert found.value == pytest.approx(0.49)


@pytest.mark.parametrize("flag", ["mainstream", "connected"])
def test_with_nobody_in_a_group_there_is_no_gap(flag):
    assert gap(several(flag, MET=3)).value is None
    other = "connected" if flag == "mainstream" else "mainstream"
    assert gap(several(flag, MET=3), several(other, NOT_APPLICABLE=2)).value is None


def test_what_does_not_divide_is_in_neither_group():
    found = gap(
        several("mainstream", MET=1, OVERDUE=1, DQ_ERROR=5, PENDING=5, EXCLUDED=5),
        several("connected", NOT_MET=1, CENSORED=5),
        several(None, MET=7),
    )
    assert found.value == 0.5


def test_the_gap_on_a_day_is_so_whatever_falls_due_later():
    met = carer("mainstream", State.MET, due=date(2026, 6, 11))
    missed = carer("mainstream", State.NOT_MET, due=date(2026, 6, 10))
    found = gap([met, missed], several("connected", NOT_MET=1))
    assert found.value == 0.5


def known(days, state=State.MET, start=START):
    stop = None if days is None else start + timedelta(days=days)
    return RowState(
        MEDIAN.id, "a", "", start, None, stop, state, "", (), start, None, None
    )


def test_a_median_is_in_days():
    rows = [known(0), known(10), known(100)]
    found = summarise(MEDIAN, rows, as_of=AS_OF)
    assert (found.value, found.unit) == (10, "days")
    assert (found.numerator, found.denominator) == (3, 3)
    assert found.bounds == (None, None)


def test_a_median_in_weeks_is_a_seventh_of_one_in_days():
    weeks = measure("sgo_weeks_plan_to_order")
    found = summarise(weeks, [known(252)], as_of=AS_OF)
    assert (found.value, found.unit) == (36.0, "weeks")


def test_an_open_row_has_lasted_until_the_london_day_asked_about():
    """Ten days over, and one open since 1 January: half are over on the tenth day."""
    rows = [known(10), known(None, State.OVERDUE)]
    assert summarise(MEDIAN, rows, as_of=AS_OF).value == 10
    assert summarise(MEDIAN, rows[1:], as_of=AS_OF).value is None


def test_a_median_is_of_the_rows_of_its_period():
    rows = [known(10), known(90, start=date(2026, 3, 1))]
    march = Group(Period(date(2026, 3, 1), date(2026, 3, 31)), {})
    assert summarise(MEDIAN, rows, as_of=AS_OF, group=march).value == 90
    april = Group(Period(date(2026, 4, 1), date(2026, 4, 30)), {})
    assert summarise(MEDIAN, rows, as_of=AS_OF, group=april).value is None
