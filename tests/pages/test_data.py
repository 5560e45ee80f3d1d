"""What was loaded, and loading more."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from madegood.warehouse.queries import data_protection_decided, snapshots
from madegood.web.received import received


def words(answer):
    return answer.content.decode()


def sent(folder, *names):
    """The files of a folder as a browser sends them."""
    paths = [folder / name for name in names] if names else sorted(folder.glob("*.*"))
    return [SimpleUploadedFile(path.name, path.read_bytes()) for path in paths]


@pytest.fixture
def anil(signed_in):
    return signed_in("anil")


def test_before_anything_is_loaded_the_page_says_so(anil):
    assert "No data has been loaded yet." in words(anil.get("/data"))


def test_rows_read_and_set_aside_add_up_on_the_page(anil, loaded):
    said = words(anil.get("/data"))
    assert "The newest data was loaded on" in said
    assert "Synthetic authority" in said


def test_a_snapshot_lists_its_files_and_what_was_found(anil, loaded):
    said = words(anil.get(f"/data/{loaded.pk}"))
    assert "missing_episodes.csv" in said
    assert "What was found" in said or "Nothing was found" in said


def test_a_snapshot_that_is_not_there_is_no_page(anil):
    assert anil.get("/data/999").status_code == 404


def test_files_chosen_together_become_one_snapshot_with_its_measures(anil, extract):
    answer = anil.post("/data/load", {"chosen_files": sent(extract)}, follow=True)
    assert answer.status_code == 200
    assert len(snapshots()) == 1
    assert "12 measures" in words(anil.get("/measures"))


def test_a_bad_file_is_refused_with_where_and_what_to_do(anil, extract):
    bad = SimpleUploadedFile(
        "missing_episodes.csv", b"episode_id,child_id,kind\nE1,C1,wandering\n"
    )
    answer = anil.post(
        "/data/load", {"chosen_files": [*sent(extract, "truth.json"), bad]}
    )
    assert answer.status_code == 400
    assert "Nothing was loaded" in words(answer)
    assert "missing_episodes.csv" in words(answer)
    assert snapshots() == []


def test_choosing_no_file_is_named(anil):
    answer = anil.post("/data/load", {})
    assert answer.status_code == 400
    assert "Choose the files to load" in words(answer)


def test_real_data_waits_for_the_data_protection_decision(anil, extract):
    real = sent(extract, "children.csv", "missing_episodes.csv")
    answer = anil.post("/data/load", {"chosen_files": real})
    assert "data-protection decision" in words(answer)
    assert snapshots() == []


def test_the_decision_is_recorded_with_who_and_when(anil):
    given = {
        "decided_by": "Data Protection Officer",
        "decided_on": "3 November 2026",
        "reference": "DPIA 114",
    }
    assert anil.post("/data/decision", given).url == "/data/load"
    assert data_protection_decided()


def test_a_decision_without_its_particulars_is_not_recorded(anil):
    answer = anil.post("/data/decision", {"decided_on": "soon"})
    assert "Enter a date, such as 30 November 2026" in words(answer)
    assert not data_protection_decided()


@pytest.mark.parametrize("name", ["../../etc/passwd", "..\\evil.csv", ""])
def test_a_file_name_cannot_point_anywhere_else(name):
    file = SimpleUploadedFile("x.csv", b"1")
    file._name = name
    with received([file]) as folder:
        (path,) = folder.iterdir()
        assert path.read_bytes() == b"1"
