"""The evidence register, files that are attached, and who may read what families said."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from madegood.assurance import models, queries
from madegood.plan.actions import hold_post
from madegood.plan.evidence_models import Evidence
from tests.builders import ADOPTED
from tests.cast import person

ADD = "/plan/parts/4.1/evidence"
GIVEN = {
    "evidence-rung": "seen",
    "evidence-title": "Dip sample of 20 interviews",
    "evidence-link": "",
    "evidence-looked_at": "20",
    "evidence-good": "17",
    "evidence-happened_on": "14/9/2026",
    "evidence-review_by": "2027-03-14",
}
SAID = GIVEN | {
    "evidence-rung": "said",
    "evidence-link": "https://records.example.org/1",
    "evidence-words": "Nobody asked me what I wanted",
}


def words(answer):
    return answer.content.decode()


def a_file(name="sample.txt", data=b"18 of 20 plans are clear\n"):
    return {"evidence-file": SimpleUploadedFile(name, data)}


@pytest.fixture
def tom(signed_in, plan):
    return signed_in("tom")


@pytest.fixture(autouse=True)
def looked_into_here(monkeypatch):
    """What the reading process would say: it is tried in tests of its own."""
    monkeypatch.setattr(
        "madegood.intake.attached.looked_into._texts",
        lambda path, kind: [("line 1", path.read_text())],
    )


def test_a_file_is_attached_and_handed_out_only_to_be_saved(tom):
    answer = tom.post(ADD, GIVEN | a_file("plans <1>.txt"), follow=True)
    assert "plans &lt;1&gt;.txt" in words(answer)
    (kept,) = Evidence.objects.all()
    taken = tom.get(f"{ADD}/{kept.pk}/file")
    assert taken.content == b"18 of 20 plans are clear\n"
    assert taken["Content-Disposition"].startswith("attachment; filename=")
    assert taken["Content-Type"] == "text/plain"
    assert taken["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in taken["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (a_file(data=b"NHS 943 476 5919"), "NHS numbers (line 1)"),
        (a_file("a.html", b"<html>"), "is a web page"),
        (a_file("a.exe", b"MZ..."), "a program"),
        (a_file("a.txt", b""), "The file is empty"),
        (a_file("a.pdf", b"words"), "its name ends in .pdf"),
        ({}, "or attach the file"),
    ],
)
def test_a_file_that_may_not_be_kept_is_refused_and_what_was_typed_stays(
    tom, file, told
):
    answer = tom.post(ADD, GIVEN | file)
    assert answer.status_code == 400
    assert told in words(answer)
    assert "Dip sample of 20 interviews" in words(answer)
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"title": "Sample, NHS 943 476 5919"}, "NHS numbers (the title)"),
        ({"words": "She was born on 3 May 2012", "rung": "said"}, "dates of birth"),
        ({"words": "It helped"}, "belongs to evidence that shows “said”"),
        ({"replaces": "77"}, "Choose evidence that is recorded here"),
        ({"words": "x" * 6000, "rung": "said"}, "5,000 characters or fewer"),
    ],
)
def test_words_that_cannot_stand_are_refused(tom, changed, told):
    given = GIVEN | {"evidence-link": "https://records.example.org/1"}
    given |= {f"evidence-{name}": value for name, value in changed.items()}
    answer = tom.post(ADD, given)
    assert answer.status_code == 400
    assert told in words(answer)


def test_a_newer_version_takes_the_old_ones_place_which_stays(tom):
    tom.post(ADD, GIVEN | a_file())
    (first,) = Evidence.objects.all()
    newer = GIVEN | {"evidence-good": "19", "evidence-replaces": str(first.pk)}
    said = words(tom.post(ADD, newer | a_file(data=b"19 of 20\n"), follow=True))
    assert "version 2" in said
    assert "version 1, replaced" in said
    again = tom.post(ADD, newer | {"evidence-good": "20"} | a_file())
    assert again.status_code == 400


def test_what_families_said_is_for_those_who_must_act(tom, signed_in):
    tom.post(ADD, SAID | a_file())
    (kept,) = Evidence.objects.all()
    for who, reads in (("tom", True), ("ros", True), ("dana", False), ("priya", False)):
        browser = signed_in(who)
        said = words(browser.get("/plan/actions/4.1"))
        assert ("Nobody asked me" in said) == reads, who
        assert (browser.get(f"{ADD}/{kept.pk}/file").status_code == 200) == reads, who
        assert ("sample.txt" in words(browser.get("/evidence"))) == reads, who
        assert "Nobody asked me" not in words(browser.get("/evidence/index.csv"))


def test_an_owner_reads_what_families_said(tom, signed_in):
    tom.post(ADD, SAID)
    post = "Head of Service Children’s Commissioning"
    assert "Nobody asked me" not in words(signed_in("dana").get("/plan/actions/4.1"))
    hold_post(by=person("priya"), post=post, person=person("dana"), start=ADOPTED)
    assert "Nobody asked me" in words(signed_in("dana").get("/plan/actions/4.1"))


def test_the_register_tells_what_is_out_of_date_and_unchecked(tom):
    tom.post(ADD, GIVEN | {"evidence-review_by": "2026-10-01"} | a_file())
    said = words(tom.get("/evidence"))
    assert "1 piece of evidence on record: 1 out of date, 1 checked by nobody" in said
    assert "out of date from 2 Oct 2026" in said
    assert "Dip sample" in words(tom.get("/evidence?state=stale&kind=seen"))
    assert "Nothing is like that" in words(tom.get("/evidence?kind=done"))
    assert "Nothing is like that" in words(tom.get("/evidence?state=replaced"))


@pytest.mark.parametrize("asked", ["kind=proved", "state=%00", "recommendation=99999"])
def test_a_filter_that_nobody_knows_is_no_fault(tom, asked):
    assert tom.get(f"/evidence?{asked}").status_code == 200


def test_an_empty_register_says_where_evidence_is_added(tom):
    assert "added on the page of the action" in words(tom.get("/evidence"))


def test_the_index_is_a_workbook_and_a_csv_in_which_nothing_runs(tom):
    title = {"evidence-title": "=HYPERLINK(1)"}
    tom.post(ADD, GIVEN | title | a_file())
    book = openpyxl.load_workbook(io.BytesIO(tom.get("/evidence/index.xlsx").content))
    rows = list(book.active.values)
    assert rows[1][1] == "4.1"
    assert book.active.cell(2, 5).data_type == "s"
    assert len(rows[1][16]) == 64
    assert "'=HYPERLINK(1)" in words(tom.get("/evidence/index.csv"))
    assert tom.get("/evidence/index.exe").status_code == 404


def test_a_file_of_another_part_is_not_handed_out_here(tom):
    tom.post(ADD, GIVEN | a_file())
    (kept,) = Evidence.objects.all()
    assert tom.get(f"/plan/parts/4.2/evidence/{kept.pk}/file").status_code == 404


def test_a_file_that_was_altered_is_not_handed_out(tom, settings):
    tom.post(ADD, GIVEN | a_file())
    (kept,) = Evidence.objects.all()
    (path,) = [p for p in (settings.DATA_DIR / "attached").rglob("*") if p.is_file()]
    path.chmod(0o600)
    path.write_bytes(b"other")
    answer = tom.get(f"{ADD}/{kept.pk}/file")
    assert answer.status_code == 409
    assert "its hash differs" in words(answer)


def test_a_test_is_withdrawn_with_a_reason_and_goes_once_another_agrees(tom, signed_in):
    test = models.Test.objects.filter(action__number="4.2").first()
    base = f"/plan/parts/4.2/tests/{test.pk}"
    why = f"withdraw-{test.pk}-why"
    assert tom.post(f"{base}/withdraw", {why: "no"}).status_code == 400
    assert tom.post(f"{base}/withdraw", {why: ""}).status_code == 400
    said = words(tom.post(f"{base}/withdraw", {why: "it asks two things"}, follow=True))
    assert "asked all the same until" in said
    assert "I agree that it is the wrong question" not in said
    ros = signed_in("ros")
    page = words(ros.get("/plan/actions/4.2"))
    assert "I agree that it is the wrong question" in page
    ros.post(f"{base}/agree")
    asked = [t.id for t in queries.action_page("4.2").action.tests]
    assert test.pk not in asked


def test_a_complete_plan_with_nothing_attached_says_so(tom):
    assert "Said to be complete, nothing attached" in words(
        tom.get("/plan/actions/4.1")
    )
