"""The commands about what was loaded, as somebody at the machine gives them."""

import json

import pytest

from tests.loading.drawn import change_children
from tests.loading.places import copy_of, drop_database

pytestmark = pytest.mark.timeout(240)


@pytest.fixture(scope="module")
def two_loads(ready, files, tmp_path_factory):
    """Everything, then children.csv corrected."""
    base = tmp_path_factory.mktemp("two-loads")
    made = copy_of(ready, base / "data-twice")
    assert made.load(files, "--label", "Everything").returncode == 0
    corrected = change_children(files, base / "corrected")
    second = made.load(corrected, "--label", "Corrected")
    assert second.returncode == 0, second.stderr
    assert "Kept from the snapshot before: care_episodes (extract)" in second.stdout
    yield made
    if made.url:
        drop_database(made.url)


@pytest.fixture
def place(two_loads, tmp_path):
    made = copy_of(two_loads, tmp_path / "data")
    yield made
    if made.url:
        drop_database(made.url)


def answer(done):
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_history_compare_and_what_was_known(place, files):
    kept = answer(place.run("data", "history", "--json"))
    assert [one["label"] for one in kept["snapshots"]] == ["Corrected", "Everything"]
    assert kept["uploads"] == []
    older = kept["snapshots"][1]["snapshot"]
    found = answer(place.run("data", "compare", older[:10], "newest", "--json"))
    by_table = {one["table"]: one for one in found["tables"]}
    children = by_table["children"]
    assert (children["added"], children["changed"], children["vanished"]) == (1, 1, 0)
    assert children["columns"] == {"sex": 1}
    assert not by_table["missing_episodes"]["changed"]
    asked = ("measures", "run", "missing_episodes", "--as-of", "2026-11-01", "--json")
    assert answer(place.run(*asked))["results"]
    refused = place.run(*asked, "--as-known-on", "2020-01-01")
    assert refused.returncode == 2
    assert "Nothing had been loaded" in refused.stderr


def test_examples_of_what_changed_need_a_reason_that_is_kept(place):
    asked = ("data", "compare", "previous", "newest", "--examples", "3")
    refused = place.run(*asked)
    assert refused.returncode == 2
    assert "three words" in refused.stderr
    shown = place.run(*asked, "--why", "checking the corrected load")
    assert "changed: " in shown.stdout
    kinds = place.ask("select kind, why from trail_event where kind = 'children_seen'")
    assert kinds == [("children_seen", "checking the corrected load")]


def test_a_child_is_erased_by_the_id_the_case_system_gives_it(place):
    refused = place.run(
        "data", "erase", "--child", "C0000003", "--why", "C0000003 asked"
    )
    assert refused.returncode == 2
    assert "does not name the child" in refused.stderr
    words = ("--why", "asked for by the family", "--yes", "--json")
    erased = answer(place.run("data", "erase", "--child", "C0000003", *words))
    assert erased["snapshots"] == 2
    assert erased["rows"] > 5
    nobody = place.run("data", "erase", "--child", "C0000003", *words)
    assert nobody.returncode == 2
    assert "No row of that child is held" in nobody.stderr
    assert place.stray() == []
    assert place.left_over() == []


def test_nothing_is_over_its_time_yet(place):
    said = place.run("data", "expire", "--dry-run")
    assert "13 months" in said.stdout


def test_a_snapshot_that_is_not_there_is_said(place):
    refused = place.run("data", "compare", "newest", "fffff")
    assert refused.returncode == 2
    assert "madegood data history" in refused.stderr


def test_a_lost_key_is_said_and_no_new_one_made(place, files, tmp_path):
    place.keys = tmp_path / "other-keys"
    refused = place.load(files, "--again")
    assert refused.returncode in (1, 2)
    assert "Restore" in refused.stderr
    assert "Traceback" not in refused.stderr
