"""The Data page: what is loaded, how old, what waits for somebody; the decision."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from madegood.warehouse import actions, queries
from madegood.web.received import received
from tests.cast import person
from tests.pages.sent import sent, taken


def words(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def anil(signed_in):
    return signed_in("anil")


def test_before_anything_is_loaded_the_page_says_so(anil):
    assert "No data has been loaded yet." in words(anil.get("/data"))


def test_rows_read_and_set_aside_add_up_on_the_page(anil, loaded):
    said = words(anil.get("/data"))
    assert "The newest data was loaded on" in said
    assert "Synthetic authority" in said


def test_what_is_loaded_is_told_by_theme_and_so_is_what_is_not(anil, loaded):
    said = words(anil.get("/data"))
    assert "return interviews" in said
    there = {table.name for table in queries.snapshot(loaded.pk).tables}
    assert ("Nothing is loaded about" in said) == (
        "homeless_presentations" not in there
    )


def test_a_load_that_waits_for_a_decision_stands_first(anil, extract):
    upload = taken(extract)
    said = words(anil.get("/data"))
    assert "1 load waits for somebody to accept or reject." in said
    assert f'href="/data/uploads/{upload}"' in said
    assert said.index("Waits for a decision") < said.index("What was sent")


def test_a_load_that_nobody_reads_is_not_called_being_read(anil, extract, settings):
    upload = taken(extract, read=False)
    assert "received, waiting to be read" in words(anil.get("/data"))
    assert queries.upload(upload).state == "received"


def test_how_long_rows_are_kept_and_who_set_it_are_said(anil, loaded):
    said = words(anil.get("/data"))
    assert "Every load’s rows are kept for" in said
    assert "the council has not set one" in said


def test_whether_the_keys_are_in_escrow_is_said(anil, loaded):
    assert "The keys have never been tried from escrow" in words(anil.get("/data"))


def test_what_does_not_add_up_is_said_above_everything(anil, loaded):

    from madegood.clock.today import now
    from madegood.warehouse.models import StoreCheck

    StoreCheck.objects.create(
        subject="rows", at=now(), ok=False, says="412 rows expected, 411 stored."
    )
    said = words(anil.get("/data"))
    assert "What is stored does not add up." in said
    assert said.index("412 rows expected") < said.index("What the newest data holds")


def test_a_director_sees_the_data_and_no_way_to_load_more(signed_in, loaded):
    said = words(signed_in("dana").get("/data"))
    assert "The newest data was loaded on" in said
    assert 'href="/data/load"' not in said


def test_only_the_last_few_uploads_are_listed_until_more_are_asked_for(
    anil, extract, monkeypatch
):
    from madegood.web.pages import data

    monkeypatch.setattr(data, "SHOWN", 1)
    taken(extract, read=False)
    taken(extract, read=False, alone=True)
    assert "Show earlier ones" in words(anil.get("/data"))
    assert "Show earlier ones" not in words(anil.get("/data?all=1"))


def test_real_data_waits_for_the_data_protection_decision(anil, extract):
    real = sent(extract, "children.csv", "missing_episodes.csv")
    answer = anil.post("/data/load", {"chosen_files": real, "how": "add"})
    assert answer.status_code == 400
    assert "data-protection decision" in words(answer)
    assert queries.uploads() == []


def test_the_decision_is_recorded_with_who_and_when(anil):
    given = {
        "decided_by": "Data Protection Officer",
        "decided_on": "3 November 2026",
        "reference": "DPIA 114",
    }
    assert anil.post("/data/decision", given).url == "/data/load"
    assert queries.data_protection_decided()


def test_a_decision_without_its_particulars_is_not_recorded(anil):
    answer = anil.post("/data/decision", {"decided_on": "soon"})
    assert "Enter a date, such as 30 November 2026" in words(answer)
    assert not queries.data_protection_decided()


@pytest.mark.parametrize("name", ["../../etc/passwd", "..\\evil.csv", ""])
def test_a_file_name_cannot_point_anywhere_else(name):
    file = SimpleUploadedFile("x.csv", b"1")
    file._name = name
    with received([file]) as folder:
        (path,) = folder.iterdir()
        assert path.read_bytes() == b"1"


def test_a_load_from_the_command_line_is_called_so(anil, extract):
    actions.load(by=None, paths=[extract])
    assert "by the command line" in words(anil.get("/data"))


def test_the_person_who_loaded_is_named(anil, extract):
    actions.load(by=person("anil"), paths=[extract])
    assert "by Anil Kumar" in words(anil.get("/data"))
