"""Both engines, asked of the same made-up rows, must say exactly the same.

Rows are drawn from a narrow stretch of time, so that they collide: overlaps, the due
second itself, the spring clock change, dates without times, later versions, blanks.
"""

import os
from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from madegood.clock.moments import london_date, start_of_day
from madegood.measures import LIBRARY, Settings
from madegood.measures.calculate import open_engine, values_of
from madegood.record.schema import Kind
from madegood.record.snapshot import Snapshot
from madegood.record.tables import TABLES, table
from tests.generative.typed import typed

EXAMPLES = int(os.environ.get("MADEGOOD_EXAMPLES", "12"))

FIRST = datetime(2026, 3, 27, 18, tzinfo=UTC)
AUTHORITIES = (None, None, None, "E08000029", "E08000025")
CHILDREN = ("Asha", "Ben", "Cai")
BIRTHDAYS = (None, date(2012, 2, 29), date(2008, 3, 31), date(2008, 4, 2))

times = st.one_of(
    st.none(),
    st.integers(0, 40).map(lambda n: FIRST + timedelta(hours=6 * n)),
    st.integers(0, 12).map(lambda n: FIRST + timedelta(hours=24 * n, seconds=n % 3)),
    # A date, which the record holds as the first second of its London day.
    st.integers(0, 10).map(lambda n: london_date(FIRST + timedelta(days=n))),
)


def _cell(kind: Kind, codes: tuple[str, ...]) -> st.SearchStrategy[object]:
    if kind is Kind.MOMENT:
        return times
    if kind is Kind.DATE:
        return times.map(_day)
    if kind is Kind.YES_NO:
        return st.sampled_from([None, "yes", "yes", "no", "not_applicable"])
    return st.sampled_from([None, *(codes or ("North", "South"))])


def _day(when: object) -> object:
    return london_date(when) if isinstance(when, datetime) else when


def _rows(name: str, **fixed: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    shape = table(name)
    fields = {c.name: _cell(c.kind, c.codes) for c in shape.columns}
    fields["recorded_at"] = st.one_of(st.none(), st.none(), times)
    fields["responsible_authority"] = st.sampled_from(AUTHORITIES)
    return st.lists(st.fixed_dictionaries({**fields, **fixed}), max_size=8)


records = st.fixed_dictionaries(
    {
        "children": _rows(
            "children",
            child_id=st.sampled_from(CHILDREN),
            date_of_birth=st.sampled_from(BIRTHDAYS),
            died_on=st.sampled_from((None, None, date(2026, 4, 1))),
        ),
        "care_episodes": _rows(
            "care_episodes",
            child_id=st.sampled_from(CHILDREN),
            started_on=times.map(lambda when: _day(when) or london_date(FIRST)),
        ),
        "missing_episodes": _rows(
            "missing_episodes",
            child_id=st.sampled_from(CHILDREN),
            episode_id=st.sampled_from(("e1", "e2", "e3", "e4", "e5", "e6")),
            kind=st.sampled_from(("missing", "missing", "missing", "away", None)),
        ),
        "return_interviews": _rows(
            "return_interviews",
            child_id=st.sampled_from(CHILDREN),
            interview_id=st.sampled_from(("i1", "i2", "i3", "i4")),
        ),
        "return_interview_episodes": _rows(
            "return_interview_episodes",
            interview_id=st.sampled_from(("i1", "i2", "i3", "i4", "i9")),
            episode_id=st.sampled_from(("e1", "e2", "e3", "e4", "e5", "e6")),
        ),
    }
)

choices = st.builds(
    lambda away: Settings(chosen={m.id: _choice(m, away) for m in LIBRARY}),
    st.booleans(),
)


def _choice(measure: object, away: bool) -> dict[str, int | bool]:
    names = {spec.name for spec in measure.settings}
    return dict.fromkeys(names & {"away"}, away)


@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(records, choices, st.integers(0, 14))
def test_the_database_says_what_the_reference_says(made, chosen, days):
    snapshot = Snapshot({t.name: typed(t, made[t.name]) for t in TABLES})
    as_of = FIRST + timedelta(days=days)
    with (
        open_engine("reference", snapshot, as_of) as right,
        open_engine("duckdb", snapshot, as_of) as other,
    ):
        for measure in LIBRARY:
            values = values_of(measure, chosen)
            assert other.rows(measure, values) == right.rows(measure, values)
            assert other.stays(measure, values) == right.stays(measure, values)


def test_a_date_is_the_first_second_of_its_day():
    assert start_of_day(date(2026, 3, 30)) == datetime(2026, 3, 29, 23, tzinfo=UTC)
