"""A correction adds a snapshot; what was known before can still be asked."""

from datetime import UTC, datetime

import pytest

from madegood.clock.moments import parse_as_of
from madegood.measures import calculate, measure
from madegood.warehouse import actions, queries
from madegood.warehouse.comparing import Example
from madegood.warehouse.models import StoredSnapshot
from tests.unit.warehouse.conftest import EPISODES, FILES, INTERVIEWS, given

pytestmark = pytest.mark.django_db

AS_OF = parse_as_of("2026-06-30")
# The interview turns out to have been held in time for the second return as well.
CORRECTED = INTERVIEWS + "I2,C22208,yes,2026-06-02T15:00,2026-06-03T10:00,Northside\n"
LINKS = FILES["return_interview_episodes.csv"] + "I2,E2\n"


@pytest.fixture
def corrected(loaded, anil, tmp_path):
    """A week after the first load, the corrected interviews."""
    StoredSnapshot.objects.filter(pk=loaded.pk).update(
        loaded_at=datetime(2026, 11, 1, 9, tzinfo=UTC)
    )
    folder = given(
        tmp_path / "corrected",
        **{"return_interviews.csv": CORRECTED, "return_interview_episodes.csv": LINKS},
    )
    return actions.load(by=anil, paths=[folder], label="Corrected")


def held(record, settings):
    (result,) = calculate(
        [measure("rhi_held_72h")],
        record,
        as_of=AS_OF,
        settings=settings,
        engine="reference",
    )
    return result.numerator, result.denominator


def test_as_known_on_a_day_gives_the_earlier_answer_exactly(loaded, corrected):
    before = queries.record_known_on(parse_as_of("2026-11-02"))
    assert held(*before) == (1, 2)
    assert held(*queries.latest_record()) == (2, 2)
    assert queries.known_on(parse_as_of("2026-11-02")).label == "First"
    assert queries.record_known_on(parse_as_of("2026-10-31")) is None


def test_a_run_computed_again_is_equal_row_by_row(loaded, corrected):
    stored = StoredSnapshot.objects.get(pk=loaded.pk)
    kept = actions.run_measures(
        by=None, snapshot=stored, as_of=AS_OF, engine="reference"
    )
    before = rows_of(kept)
    kept.delete()
    again = actions.run_measures(
        by=None, snapshot=stored, as_of=AS_OF, engine="reference"
    )
    assert rows_of(again) == before


def rows_of(run):
    view = next(one for one in queries.runs() if one.id == run.pk)
    return {
        name: (queries.series_results(view, name), queries.row_states(view, name))
        for name in queries.all_series(view)
    }


def test_two_snapshots_compared_say_what_came_changed_and_went(
    loaded, corrected, anil, tmp_path
):
    changed = EPISODES.replace("2026-05-02T09:00", "2026-05-02T10:00").replace(
        "Oak House", "Elm House", 1
    )
    without = "\n".join(changed.splitlines()[:2]) + "\n"
    folder = given(tmp_path / "third", **{"missing_episodes.csv": without})
    third = actions.load(by=anil, paths=[folder], label="Third")
    found = queries.compare(loaded.pk, third.pk, examples=5)
    by_table = {one.table: one for one in found.tables}
    episodes = by_table["missing_episodes"]
    assert (episodes.before, episodes.after) == (2, 1)
    assert (episodes.added, episodes.changed, episodes.vanished) == (0, 1, 1)
    assert episodes.columns == {"provider": 1, "returned_at": 1}
    kinds = {one.kind: one for one in episodes.examples}
    assert set(kinds["changed"].columns) == {"provider", "returned_at"}
    assert isinstance(kinds["vanished"], Example)
    assert by_table["return_interviews"].added == 1
    assert not by_table["children"].any


def test_a_later_version_of_a_row_is_a_change_and_not_another_row(
    loaded, anil, tmp_path
):
    heading, *rows = EPISODES.splitlines()
    lines = [f"{heading},recorded_at"]
    lines += [f"{row},2026-06-10T09:00" for row in rows]
    lines.append(rows[0].replace("Oak House", "Elm House") + ",2026-06-20T09:00")
    folder = given(
        tmp_path / "versions", **{"missing_episodes.csv": "\n".join(lines) + "\n"}
    )
    newest = actions.load(by=anil, paths=[folder])
    (episodes,) = [
        one
        for one in queries.compare(loaded.pk, newest.pk).tables
        if one.table == "missing_episodes"
    ]
    assert (episodes.after, episodes.added, episodes.vanished) == (2, 0, 0)
    assert episodes.columns == {"provider": 1, "recorded_at": 2}


def test_a_table_that_only_one_has_is_all_new_or_all_gone(loaded, anil, tmp_path):
    folder = given(
        tmp_path / "care",
        **{"care_episodes.csv": "child_id,started_on\nC17041,2026-01-01\n"},
    )
    newest = actions.load(by=anil, paths=[folder])
    there = {t.table: t for t in queries.compare(loaded.pk, newest.pk).tables}
    back = {t.table: t for t in queries.compare(newest.pk, loaded.pk).tables}
    assert there["care_episodes"].added == 1
    assert back["care_episodes"].vanished == 1


def test_a_snapshot_is_found_by_the_beginning_of_its_name(loaded, corrected):
    assert queries.named(loaded.content[:8]).id == loaded.pk
    assert queries.named("newest").id == corrected.pk
    assert queries.named("previous").id == loaded.pk
    for wrong in ("zzzz", "ab", "12345678"):
        with pytest.raises(queries.NotThere):
            queries.named(wrong)


def test_the_newest_snapshot_speaks_though_an_older_one_was_run_for_a_later_day(
    loaded, corrected
):
    for stored, day in ((corrected, "2026-06-30"), (loaded, "2026-07-31")):
        actions.run_measures(
            by=None, snapshot=stored, as_of=parse_as_of(day), engine="reference"
        )
    assert queries.latest_run().snapshot_id == corrected.pk
    assert queries.latest_run(parse_as_of("2026-06-29")) is None
