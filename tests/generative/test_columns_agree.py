"""Results worked out in columns, in a database, are those of the plain sum of rows."""

import os
from datetime import timedelta

import pytest

from madegood.clock.moments import london_date
from madegood.clock.periods import Period, month_of, quarter_of, year_to_march
from madegood.measures import LIBRARY, Settings
from madegood.measures.calculate import calculate, open_engine, question
from madegood.measures.kept_rows import as_rows
from madegood.measures.steps import ALL_TIME, STEPS, Span
from madegood.measures.who import GROUPS
from tests.generative.made import FIRST
from tests.generative.test_engines_agree import record

EXAMPLES = int(os.environ.get("MADEGOOD_EXAMPLES", "1"))
ASKED = ((), *((group,) for group in GROUPS), ("team", "age_band"), GROUPS)


def spans(as_of):
    """Periods that overlap, that cut months in two, that are over and to come."""
    today = london_date(as_of)
    before = today - timedelta(days=40)
    return [
        ALL_TIME,
        *(
            Span(of(day))
            for of in (month_of, quarter_of, year_to_march)
            for day in (before, today)
        ),
        Span(Period(before + timedelta(days=3), today - timedelta(days=5))),
        Span(Period(today, today)),
        Span(Period(today + timedelta(days=400), today + timedelta(days=500))),
    ]


@pytest.mark.parametrize("bounded", [False, True])
@pytest.mark.parametrize("seed", range(EXAMPLES))
def test_every_measure_adds_up_to_the_same(seed, bounded):
    # Less than a whole day at the end: what is due on that day is not due yet.
    as_of = FIRST + timedelta(days=12 + 7 * seed)
    snapshot = record(seed)
    asked = spans(as_of)[1:] if bounded else spans(as_of)
    cut = tuple(span.period for span in asked if span.period)
    with (
        open_engine("reference", snapshot, as_of) as right,
        open_engine("duckdb", snapshot, as_of) as other,
    ):
        for measure in LIBRARY:
            of = question(measure, Settings.default(), GROUPS, cut)
            if not bounded:
                of = question(measure, Settings.default(), GROUPS)
                asked = [
                    s for s in asked if s.period is None or s.period.first.day == 1
                ]
            plain, columns = right.judged(of), other.judged(of)
            for groups in ASKED:
                assert columns.results(asked, groups) == plain.results(asked, groups)
            if not bounded:
                assert columns.first_day() == plain.first_day()
            columns.close()


@pytest.mark.parametrize("seed", range(2))
def test_what_is_kept_of_the_rows_is_the_same(seed):
    snapshot, as_of = record(seed), FIRST + timedelta(days=20)
    with (
        open_engine("reference", snapshot, as_of) as right,
        open_engine("duckdb", snapshot, as_of) as other,
    ):
        for measure in LIBRARY:
            of = question(measure, Settings.default())
            plain, columns = right.judged(of), other.judged(of)
            assert columns.kept() == plain.kept(), measure.id
            told = list(as_rows(measure.id, plain.kept()))
            assert [row.amount for row in told] == [row.amount for row in plain.rows]


@pytest.mark.parametrize("step", STEPS)
def test_each_step_says_the_same_on_both(step):
    snapshot, as_of = record(5), FIRST + timedelta(days=30)
    told = [
        calculate(LIBRARY, snapshot, as_of=as_of, by=[step, "ethnicity"], engine=engine)
        for engine in ("reference", "duckdb")
    ]
    assert told[0] == told[1]
    assert {step, "ethnicity"} == set(told[0][0].by)
