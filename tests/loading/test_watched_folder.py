"""Files that a nightly job drops: each set is taken in once, when it is whole."""

import json
import os
import time

import pytest

from tests.loading.drawn import write_extract

pytestmark = pytest.mark.timeout(240)


@pytest.fixture
def drop(tmp_path):
    return write_extract(tmp_path / "drop", children=10)


def watch(place, drop, *words):
    return place.run("data", "watch", drop, "--once", *words)


def receipt(drop, name):
    return json.loads((drop / f"{name}.receipt.json").read_text())


def snapshots(place):
    return place.ask("select count(*) from warehouse_storedsnapshot")[0][0]


def uploads(place):
    return place.ask("select state from warehouse_upload order by id")


def test_a_set_is_loaded_once_and_each_file_has_its_receipt(new_place, drop):
    place = new_place()
    before = {path.name: path.read_bytes() for path in drop.iterdir()}
    for _ in range(2):
        seen = watch(place, drop, "--accept", "--steady", "0")
        assert seen.returncode == 0, seen.stderr
    assert snapshots(place) == 1
    assert uploads(place) == [("stored",)]
    said = receipt(drop, "children.csv")
    assert said["outcome"] == "stored"
    assert said["tables"]["children"] == {"rows": 10, "read": 10, "set_aside": 0}
    assert "Already loaded on" in said["says"]
    after = {path.name: path.read_bytes() for path in drop.iterdir()}
    assert {name: after[name] for name in before} == before, "nothing is touched"


def test_without_accept_it_waits_for_somebody_to_decide(new_place, drop):
    place = new_place()
    watch(place, drop, "--steady", "0")
    watch(place, drop, "--steady", "0")
    assert uploads(place) == [("read",)]
    assert receipt(drop, "children.csv")["outcome"] == "read"
    assert snapshots(place) == 0


def test_a_file_that_still_grows_is_left_until_it_is_whole(new_place, drop):
    place = new_place()
    half = drop / "care_episodes.csv.part"
    half.write_text("child_id,started")
    watch(place, drop, "--accept", "--steady", "0")
    assert uploads(place) == []
    half.unlink()
    watch(place, drop, "--accept", "--steady", "0")
    assert uploads(place) == [("stored",)]


def test_a_mark_that_it_is_done_needs_no_waiting(new_place, drop):
    place = new_place()
    (drop / "nightly.done").touch()
    began = time.monotonic()
    seen = place.start("data", "watch", drop, "--accept", "--steady", "3000")
    try:
        while time.monotonic() - began < 60:
            if (drop / "children.csv.receipt.json").exists():
                break
            time.sleep(0.2)
    finally:
        seen.kill()
        seen.communicate()
    assert uploads(place) == [("stored",)]


def test_a_mark_older_than_the_files_is_last_nights(new_place, drop):
    place = new_place()
    (drop / "nightly.done").touch()
    os.utime(drop / "nightly.done", (1_700_000_000, 1_700_000_000))
    seen = place.start("data", "watch", drop, "--accept", "--steady", "3000")
    time.sleep(8)
    seen.kill()
    seen.communicate()
    assert uploads(place) == []


def test_faults_leave_a_receipt_that_says_what_to_mend(new_place, drop):
    place = new_place()
    (drop / "contacts.csv").write_text("what,is\nthis,then\n")
    for _ in range(2):
        watch(place, drop, "--accept", "--steady", "0")
    assert uploads(place) == [("refused",)], "and is not read again"
    said = receipt(drop, "contacts.csv")
    assert said["outcome"] == "refused"
    assert said["findings"][0]["remedy"]
    (drop / "contacts.csv").unlink()
    watch(place, drop, "--accept", "--steady", "0")
    assert uploads(place) == [("refused",), ("stored",)]
    assert receipt(drop, "children.csv")["outcome"] == "stored"


def test_a_folder_for_each_night_is_a_set_of_its_own(new_place, tmp_path):
    place = new_place()
    drop = tmp_path / "drop"
    write_extract(drop / "2026-11-25", children=10)
    write_extract(drop / "2026-11-26", children=12)
    watch(place, drop, "--accept", "--steady", "0")
    assert snapshots(place) == 2
    newest = place.ask(
        "select t.rows from warehouse_storedtable t join warehouse_storedsnapshot s on"
        " s.id = t.snapshot_id where t.name = 'children' order by s.id desc"
    )
    assert newest[0] == (12,)


def test_real_files_before_the_decision_are_said_to_wait(new_place, drop):
    place = new_place()
    (drop / "truth.json").unlink()
    seen = watch(place, drop, "--accept", "--steady", "0")
    assert seen.returncode == 0
    assert "data-protection decision" in seen.stderr
    assert "data-protection decision" in receipt(drop, "children.csv")["says"]
    assert uploads(place) == []


def test_no_folder_is_said(new_place, tmp_path):
    refused = watch(new_place(), tmp_path / "nowhere")
    assert refused.returncode == 2
    assert "is not a folder" in refused.stderr


def test_a_link_is_not_followed_and_said(new_place, drop, tmp_path):
    place = new_place()
    elsewhere = tmp_path / "elsewhere.csv"
    elsewhere.write_text("child_id,started_on\nC0000001,2026-01-01\n")
    (drop / "short_breaks.csv").symlink_to(elsewhere)
    seen = watch(place, drop, "--accept", "--steady", "0")
    assert "links are not followed" in seen.stderr
    assert uploads(place) == []
