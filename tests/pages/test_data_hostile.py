"""Hostile uploads: nothing crashes, nothing lands elsewhere, everything is told."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from madegood.warehouse import actions, queries
from tests.pages.sent import EPISODES, TRUTH


def words(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def anil(signed_in):
    return signed_in("anil")


def post(browser, *files):
    return browser.post("/data/load", {"chosen_files": list(files), "how": "add"})


def file(name, content):
    made = SimpleUploadedFile("x", content)
    made.name = made._name = name
    return made


def truth():
    return file(*TRUTH)


@pytest.mark.parametrize(
    "name",
    ["../../../etc/cron.d/x.csv", "..\\..\\x.csv", "/etc/x.csv", "a\0b.csv", "x" * 300],
)
def test_a_name_cannot_point_elsewhere(anil, settings, name):
    before = set(Path(settings.DATA_DIR).parent.iterdir())
    answer = post(anil, truth(), file(name, EPISODES.encode()))
    assert answer.status_code in (302, 400)
    assert set(Path(settings.DATA_DIR).parent.iterdir()) == before
    for upload in queries.uploads():
        actions.process(upload.id)
        said = words(anil.get(f"/data/uploads/{upload.id}"))
        assert "etc/cron" not in said


def test_two_files_of_one_name_are_both_looked_at(anil):
    other = EPISODES.replace("E1", "E8").replace("E2", "E7")
    post(
        anil,
        truth(),
        file("missing_episodes.csv", EPISODES.encode()),
        file("missing_episodes.csv", other.encode()),
    )
    (upload,) = queries.uploads()
    actions.process(upload.id)
    assert queries.upload(upload.id).files_total == 2
    assert anil.get(f"/data/uploads/{upload.id}").status_code == 200


def test_a_file_of_no_bytes_is_named(anil):
    answer = post(anil, truth(), file("missing_episodes.csv", b""))
    assert answer.status_code == 400
    assert "is empty. Choose files that hold rows" in words(answer)


def test_a_thousand_files_are_refused_in_words(anil):
    many = [file(f"f{n}.csv", b"a,b\n1,2\n") for n in range(1000)]
    answer = post(anil, *many)
    assert answer.status_code == 400
    assert "files at once" in words(answer)
    assert queries.uploads() == []


def test_a_script_in_a_name_or_a_cell_is_only_text(anil):
    nasty = "<script>alert(1)</script>"
    rows = EPISODES + f'E3,C3,"{nasty}",2026-06-03T09:00,,"{nasty}"\n'
    post(anil, truth(), file(f"missing_episodes {nasty}.csv", rows.encode()))
    post(anil, truth(), file("missing_episodes.csv", rows.encode()))
    for upload in queries.uploads():
        actions.process(upload.id)
        for rest in ("", "/findings", "/findings/bad_code"):
            answer = anil.get(f"/data/uploads/{upload.id}{rest}")
            assert nasty.encode() not in answer.content


@pytest.mark.parametrize("content", [b"\x00" * 5000, b"PK\x03\x04" + b"\xff" * 900])
def test_bytes_that_are_no_file_we_read_are_refused_with_their_name(anil, content):
    post(anil, truth(), file("strange.xlsx", content))
    (upload,) = queries.uploads()
    actions.process(upload.id)
    said = words(anil.get(f"/data/uploads/{upload.id}"))
    assert "Refused: nothing of it was kept." in said
    assert "strange.xlsx" in said


@pytest.mark.parametrize("how", ["", "both", "add'; drop table"])
def test_what_becomes_of_the_rest_must_be_one_of_the_two(anil, how):
    answer = anil.post(
        "/data/load", {"chosen_files": [truth(), file("a.csv", b"a\n")], "how": how}
    )
    assert answer.status_code == 400


@pytest.mark.parametrize("given", [{}, {"set_aside": "x"}, {"set_aside": "-1"}])
def test_a_decision_without_its_number_decides_nothing(anil, given):
    from tests.pages.sent import taken

    upload = taken(missing_episodes=EPISODES)
    answer = anil.post(f"/data/uploads/{upload}/accept", given)
    assert answer.status_code in (400, 409)
    assert queries.upload(upload).state == "read"
