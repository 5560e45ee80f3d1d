"""Rows go when their time is over; what was computed from them stays."""

from datetime import UTC, date, datetime

import pytest

from madegood.accounts.actions import Refused
from madegood.clock.moments import parse_as_of
from madegood.trail.queries import latest
from madegood.warehouse import actions, queries
from madegood.warehouse.expiry import Loaded, NotASchedule, Rule, last_days
from madegood.warehouse.models import RunRows, StoredSnapshot, Upload
from madegood.warehouse.queries import RowsExpired
from tests.cast import person
from tests.unit.warehouse.conftest import CHILDREN, given


def days(*loaded, rule=Rule()):  # noqa: B008 - frozen
    return last_days(
        [Loaded(n, date.fromisoformat(on)) for n, on in enumerate(loaded)], rule
    )


def test_a_months_last_is_kept_for_six_years_and_the_others_for_thirteen_months():
    assert days("2020-01-03", "2020-01-30", "2026-01-01") == {
        0: date(2021, 2, 3),
        1: date(2026, 1, 30),
        2: None,
    }


def test_of_two_on_one_day_the_later_is_the_months_last():
    found = days("2020-01-03", "2020-01-03", "2026-01-01")
    assert found[0] < found[1]


def test_the_newest_is_kept_however_old_it_is():
    assert days("1999-01-01") == {0: None}


def test_what_is_on_hold_has_no_last_day():
    held = [Loaded(0, date(2001, 1, 1), held=True), Loaded(1, date(2002, 1, 1))]
    assert last_days(held, Rule()) == {0: None, 1: None}


@pytest.mark.parametrize(("months", "years"), [(0, 6), (13, 1), (12, 76), (-1, -1)])
def test_a_schedule_that_makes_no_sense_is_refused(months, years):
    with pytest.raises(NotASchedule):
        Rule(months, years)


@pytest.fixture
def old(loaded, anil, tmp_path):
    """The first snapshot, two years old and not its month's last; and a new one that
    keeps three of its parts."""
    actions.run_measures(
        by=None, snapshot=loaded, as_of=parse_as_of("2026-06-30"), engine="reference"
    )
    folder = given(tmp_path / "more", **{"children.csv": CHILDREN.replace("C1", "C9")})
    middle = actions.load(by=anil, paths=[folder], label="Middle")
    folder = given(tmp_path / "most", **{"children.csv": CHILDREN.replace("C1", "C8")})
    actions.load(by=anil, paths=[folder], label="Newest")
    for stored, day in ((loaded, 3), (middle, 20)):
        StoredSnapshot.objects.filter(pk=stored.pk).update(
            loaded_at=datetime(2024, 10, day, 9, tzinfo=UTC)
        )
    return loaded


@pytest.mark.django_db
def test_rows_go_and_numbers_stay(old, anil, own_folder):
    (over,) = actions.expire(by=anil)
    assert (over.label, over.on) == ("First", date(2025, 11, 3))
    shown = queries.snapshot(old.pk)
    assert shown.expired_at is not None
    assert shown.tables == shown.parts == ()
    run = queries.latest_run()
    assert queries.whole_result(run, "rhi_held_72h").denominator == 2
    assert queries.row_states(run, "rhi_held_72h") == []
    assert RunRows.objects.count() == 0
    assert "as their time was over" in latest()[0].sentence
    assert actions.expire(by=anil) == []


@pytest.mark.django_db
def test_a_part_that_a_later_snapshot_lists_stays_with_it(old, anil):
    actions.expire(by=anil)
    assert queries.latest_record()[0].rows("missing_episodes").num_rows == 2
    assert queries.checks() == [] or all(c.ok for c in queries.checks())


@pytest.mark.django_db
def test_what_was_known_then_is_said_to_be_gone(old, anil):
    actions.expire(by=anil)
    with pytest.raises(RowsExpired, match="What was computed from them is kept"):
        queries.record_known_on(parse_as_of("2024-10-10"))
    newest = queries.named("newest")
    with pytest.raises(RowsExpired):
        queries.compare(old.pk, newest.id)


@pytest.mark.django_db
def test_the_same_files_may_be_loaded_again_once_their_rows_have_gone(
    old, anil, folder
):
    actions.expire(by=anil)
    again = actions.load_files(by=anil, paths=[folder])
    assert not again.repeated
    assert again.snapshot.pk != old.pk
    assert Upload.objects.filter(state="expired").count() == 1


@pytest.mark.django_db
def test_a_dry_run_removes_nothing(old, anil):
    assert len(actions.expire(by=anil, dry_run=True)) == 1
    assert queries.snapshot(old.pk).expired_at is None


@pytest.mark.django_db
def test_a_hold_keeps_rows_until_it_is_released(old, anil):
    actions.hold(by=anil, snapshot_id=old.pk, why="the family court has asked")
    assert actions.expire(by=anil) == []
    actions.release(by=anil, snapshot_id=old.pk, why="the case is closed now")
    assert len(actions.expire(by=anil)) == 1


@pytest.mark.django_db
def test_a_longer_schedule_keeps_them_longer(old, anil):
    assert [one.label for one in queries.expiring(days=0)] == ["First"]
    actions.set_schedule(by=anil, months=36, years=6, why="our retention schedule says")
    assert actions.expire(by=anil) == []
    assert queries.schedule().months == 36


@pytest.mark.django_db
def test_only_those_permitted_remove_rows(old):
    with pytest.raises(Refused):
        actions.expire(by=person("priya"))


@pytest.mark.django_db
def test_no_child_is_remembered_of_whom_no_row_is_left(old, anil):
    from madegood.vault.keys import pseudonyms
    from madegood.vault.models import KeptId

    def kept():
        return set(KeptId.objects.values_list("pseudonym", flat=True))

    StoredSnapshot.objects.filter(label="Middle").update(
        loaded_at=datetime(2010, 10, 20, 9, tzinfo=UTC)
    )
    assert pseudonyms().of("C97041") in kept()
    actions.expire(by=anil)
    assert pseudonyms().of("C97041") not in kept()
    assert pseudonyms().of("C17041") in kept(), "its episodes are still held"
