"""A snapshot and its lineage; what was known on a day; two loads side by side."""

import re

import pytest

from madegood.warehouse import actions, queries
from tests.pages.sent import EPISODES, kept


def words(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def anil(signed_in):
    return signed_in("anil")


@pytest.fixture
def two(db):
    """Two loads of the same table: one row gone, one come, one changed."""
    first = kept(missing_episodes=EPISODES, label="October")
    later = EPISODES.replace("E2,C2", "E9,C9").replace("2026-05-02", "2026-05-03")
    return first, kept(missing_episodes=later, label="November")


# ---- one ------------------------------------------------------------------------------
def test_a_snapshot_lists_its_files_their_hashes_and_what_was_found(anil, loaded):
    said = words(anil.get(f"/data/{loaded.pk}"))
    assert "missing_episodes.csv" in said
    (file, *_) = queries.snapshot(loaded.pk).files
    assert file.sha256 in said
    assert "What was found" in said


def test_each_table_says_which_load_its_rows_came_from(anil, db):
    kept(missing_episodes=EPISODES, label="Episodes")
    snapshot = kept(children="child_id,date_of_birth\nC1,2012-05-01\n", label="Births")
    said = words(anil.get(f"/data/{snapshot}"))
    assert "Episodes" in said.split("Tables, and where")[1]
    assert "Births" in said


@pytest.mark.parametrize("number", ["999", "9" * 30])
def test_a_snapshot_that_is_not_there_is_no_page(anil, db, number):
    assert anil.get(f"/data/{number}").status_code == 404


def test_how_long_its_rows_stay_is_said(anil, two):
    first, newest = two
    assert "as long as it is the newest" in words(anil.get(f"/data/{newest}"))
    assert "Its rows are kept until" in words(anil.get(f"/data/{first}"))


def test_a_hold_is_said_with_its_reason(anil, two):
    from tests.cast import person

    first, _ = two
    actions.hold(
        by=person("anil"), snapshot_id=first, why="Asked for by the inspectors"
    )
    assert "On hold" in words(anil.get(f"/data/{first}"))
    assert "Asked for by the inspectors" in words(anil.get(f"/data/{first}"))


# ---- as known on a day --------------------------------------------------------------------
def test_a_day_leads_to_what_was_known_then(anil, two):
    from madegood.clock.today import today

    _, newest = two
    answer = anil.get(f"/data/known-on?as_of={today().isoformat()}")
    assert answer.url.startswith(f"/data/{newest}?on=")
    assert "This is what was known at the end of" in words(anil.get(answer.url))


def test_a_day_before_any_load_says_nothing_was_known(anil, two):
    answer = anil.get("/data/known-on?as_of=2020-01-01")
    assert answer.status_code == 404
    assert "Nothing was known on 1 January 2020" in words(answer)


@pytest.mark.parametrize("day", ["tomorrow", "2999-01-01", "1066-10-14"])
def test_what_is_not_a_day_to_ask_about_is_told(anil, two, day):
    answer = anil.get("/data/known-on", {"as_of": day})
    assert answer.status_code == 400
    assert "not a day that can be asked about" in words(answer)


# ---- two ----------------------------------------------------------------------------------
def test_the_newest_two_are_compared_unless_others_are_chosen(anil, two):
    said = words(anil.get("/data/compare"))
    assert "From “October” to “November”: 1 row added, 1 changed and 1 gone" in said
    assert "ended at 1" in said


def test_they_can_be_compared_the_other_way_round(anil, two):
    first, newest = two
    said = words(anil.get(f"/data/compare?before={newest}&after={first}"))
    assert "From “November” to “October”" in said


def test_one_load_alone_has_nothing_beside_it(anil, db):
    kept(missing_episodes=EPISODES)
    answer = anil.get("/data/compare")
    assert answer.status_code == 200
    assert "There is nothing to compare yet" in words(answer)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("before={0}&after={0}", "Choose two different loads"),
        ("before=999&after={0}", "Choose a load from the list"),
        ("before=x&after={0}", "Choose a load from the list"),
    ],
)
def test_a_choice_that_is_none_is_told(anil, two, asked, told):
    answer = anil.get(f"/data/compare?{asked.format(two[0])}")
    assert answer.status_code == 400
    assert told in words(answer)


def test_no_page_of_them_shows_a_childs_code(anil, two):
    from madegood.vault.keys import pseudonyms

    codes = pseudonyms().of_all(["C1", "C2", "C9"]).to_pylist()
    for address in ("/data/compare", f"/data/{two[0]}", f"/data/{two[1]}", "/data"):
        said = words(anil.get(address))
        assert not any(code in said for code in codes), address
