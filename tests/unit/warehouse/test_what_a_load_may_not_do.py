"""A load of nothing must not empty what was good, nor make what is old look new."""

from datetime import date

import pytest

from madegood.warehouse import actions, queries
from madegood.warehouse.actions import LoadRefused
from tests.unit.warehouse.conftest import CHILDREN, given

pytestmark = pytest.mark.django_db

NO_DATES = """episode_id,child_id,kind,started_at,returned_at
E1,C17041,missing,soon,
E2,C22208,missing,later,
"""
LATER_CONTACT = """contact_id,child_id,received_at
K1,C17041,2026-10-01T09:00
"""


def rows(snapshot):
    return {one.name: one.rows for one in queries.snapshot(snapshot.pk).tables}


def load(anil, folder):
    return actions.load_files(by=anil, paths=[folder], accept_set_aside=True).snapshot


def test_a_table_of_which_every_row_was_set_aside_stays_as_it_was(
    loaded, anil, tmp_path
):
    folder = given(
        tmp_path / "bad",
        **{"missing_episodes.csv": NO_DATES, "children.csv": CHILDREN},
    )
    assert rows(load(anil, folder))["missing_episodes"] == 2


def test_files_of_which_every_row_was_set_aside_are_refused(loaded, anil, tmp_path):
    folder = given(tmp_path / "bad", **{"missing_episodes.csv": NO_DATES})
    with pytest.raises(LoadRefused, match="no row of these files can be kept"):
        load(anil, folder)


def test_a_table_that_was_given_with_no_rows_is_given_and_empty(loaded, anil, tmp_path):
    empty = NO_DATES.splitlines()[0] + "\n"
    folder = given(tmp_path / "none", **{"missing_episodes.csv": empty})
    assert rows(load(anil, folder))["missing_episodes"] == 0


def test_a_newer_load_of_another_table_does_not_make_a_table_new(
    loaded, anil, tmp_path
):
    newest = load(anil, given(tmp_path / "more", **{"contacts.csv": LATER_CONTACT}))
    actions.run_measures(
        by=anil, snapshot=newest, as_of=newest.loaded_at, engine="reference"
    )
    run = queries.latest_run()
    assert run.data_to == date(2026, 10, 1)
    assert queries.reach(run, ("contacts",)) == date(2026, 10, 1)
    assert queries.reach(run, ("missing_episodes", "contacts")) == date(2026, 6, 2)


def test_tables_loaded_together_reach_as_far_as_any_of_them(loaded, anil):
    actions.run_measures(
        by=anil, snapshot=loaded, as_of=loaded.loaded_at, engine="reference"
    )
    run = queries.latest_run()
    # The last interview was in May, and the load that brought it reaches into June.
    assert queries.reach(run, ("return_interviews",)) == date(2026, 6, 2)
