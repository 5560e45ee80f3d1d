"""The police's missing reports, whose children have the police's ids: lists matched, a
pair confirmed by a person, the file loaded, and nobody guessed."""

import json
import re

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile

from madegood.jobs.command_line import main
from madegood.vault.keys import pseudonyms
from madegood.vault.models import KeptId, Proposal
from madegood.warehouse import actions, queries
from madegood.warehouse.blobs import read
from tests.cast import person
from tests.pages.sent import TRUTH

REASON = {
    "purpose": "act",
    "detail": "To load the police's reports of missing children",
}
WHY = "Same aunt and same school in both records"
OURS = """Child ID,Forename,Surname,Date of birth,Postcode,Sex
C-1,Aisha,Khan,12/03/2011,B91,F
C-2,Thomas,Okafor,2009-07-01,B37,M
"""
THEIRS = """Niche ID,First name,Last name,DOB,Postcode,Gender
CANARYMP7,Ayesha,Khan,12/03/2011,B91,Female
CANARYMP8,Tom,Okafor,2009-07-01,B37,Male
CANARYMP9,Nobody,Elsewhere,01/01/2014,M1,Male
"""
# Rows 3 and 5 are of children whom nobody has linked with ours, rows 4 of nobody.
REPORTS = """episode_id,child_id,kind,started_at,ended_at,team
CANARYR1,CANARYMP7,missing,2026-05-01T09:00,2026-05-02T09:00,Force
CANARYR2,CANARYMP9,missing,2026-06-01T09:00,2026-06-02T09:00,Force
CANARYR3,CANARYMP7,missing,2026-06-09T09:00,2026-06-10T09:00,Force
CANARYR4,CANARYMP8,missing,2026-06-11T09:00,2026-06-12T09:00,Force
"""
OUR_REPORTS = """episode_id,child_id,kind,started_at,ended_at,team
CANARYR1,C-2,missing,2026-04-01T09:00,2026-04-02T09:00,North
"""


@pytest.fixture(autouse=True)
def keys(settings, tmp_path):
    settings.KEYS_DIR = tmp_path.parent / f"{tmp_path.name}-keys"
    settings.DATA_DIR = tmp_path / "data"
    settings.DATA_DIR.mkdir()
    settings.MADEGOOD_AFTER_LOAD = []
    return settings.DATA_DIR


@pytest.fixture
def run():
    return lambda *words: CliRunner().invoke(main, [*map(str, words)])


@pytest.fixture
def load(run):
    def loaded(*words):
        return run("data", "load", "--engine", "reference", *words)

    return loaded


@pytest.fixture
def given(tmp_path):
    folder = tmp_path / "given"
    folder.mkdir()
    for name, text in {"ours.csv": OURS, "theirs.csv": THEIRS}.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def reports(tmp_path):
    def written(text=REPORTS, name="police"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "missing_episodes.csv").write_text(text)
        (folder / "truth.json").write_bytes(TRUTH[1])
        return folder

    return written


@pytest.fixture
def matched(db, run, given):
    said = run(
        "match", "propose", "--ours", given / "ours.csv", "--theirs",
        given / "theirs.csv",
    )  # fmt: skip
    assert said.exit_code == 0, said.output


@pytest.fixture
def confirm(signed_in):
    """Lena confirms the pair of one of our children, on its page."""
    lena = signed_in("lena")

    def confirmed(ours):
        pair = Proposal.objects.get(pseudonym=pseudonyms().of(ours))
        address = f"/data/vault/matching/{pair.pk}"
        lena.post(address, REASON, follow=True)
        lena.post(address, {"same": "yes", "why": WHY})

    return confirmed


def words(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def rows_of(table):
    (newest, *_) = queries.snapshots()
    held = {one.name: one for one in apps.get_model("warehouse", "StoredTable")
            .objects.filter(snapshot=newest.id)}  # fmt: skip
    return read(held[table].blob).to_pylist()


def everything(folder):
    """All that is on the disk and in the ledger, as text."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".parquet":
            yield str(pq.read_table(path).to_pylist())
        elif path.is_file():
            yield path.read_bytes().decode(errors="replace")
    for model in apps.get_models():
        for row in model._default_manager.values_list():
            yield str(row)


# ---- at the command line ----------------------------------------------------------
def test_linked_children_are_loaded_by_our_pseudonyms_and_the_rest_set_aside(
    matched, confirm, load, reports
):
    confirm("C-1")
    said = load(reports(), "--ids-of", "police", "--accept-set-aside")
    assert said.exit_code == 0, said.output
    assert "2 rows were set aside" in said.output
    code = pseudonyms().of("C-1")
    assert [row["child_id"] for row in rows_of("missing_episodes")] == [code, code]
    (upload,) = queries.uploads()
    assert (upload.rows, upload.read, upload.set_aside) == (4, 2, 2)
    findings = queries.findings(upload_id=upload.id, code="no_link")
    assert [one.row for one in findings] == [3, 5]
    assert {one.child for one in findings} == {""}
    assert "Data, Matching" in findings[0].remedy
    assert "row 3" in findings[0].message


def test_nothing_of_their_ids_is_left_anywhere(matched, confirm, load, reports, keys):
    confirm("C-1")
    remembered = KeptId.objects.count()
    load(reports(), "--ids-of", "police", "--accept-set-aside")
    assert KeptId.objects.count() == remembered
    texts = list(everything(keys))
    assert len(texts) > 20
    assert not [text for text in texts if "CANARY" in text]


def test_rows_without_a_link_are_a_persons_to_accept(matched, confirm, load, reports):
    confirm("C-1")
    said = load(reports(), "--ids-of", "police")
    assert said.exit_code == 2
    assert "row 3" in said.output
    assert "Confirm whose record it is" in said.output
    assert queries.snapshots() == []


def test_once_another_pair_is_confirmed_the_same_file_says_more(
    matched, confirm, load, reports
):
    confirm("C-1")
    folder = reports()
    load(folder, "--ids-of", "police", "--accept-set-aside")
    again = load(folder, "--ids-of", "police", "--accept-set-aside")
    assert "Nothing was changed" in again.output
    confirm("C-2")
    more = load(folder, "--ids-of", " Police ", "--accept-set-aside")
    assert more.exit_code == 0, more.output
    assert "1 rows were set aside" in more.output
    assert len(rows_of("missing_episodes")) == 3


def test_a_system_with_which_nothing_is_linked_is_refused(
    matched, confirm, load, reports
):
    folder = reports()
    said = load(folder, "--ids-of", "police", "--accept-set-aside")
    assert said.exit_code == 2
    assert "No child is linked with the system “police” yet" in said.output
    confirm("C-1")
    said = load(folder, "--ids-of", "housing", "--accept-set-aside")
    assert said.exit_code == 2
    assert "There are links with: police." in said.output
    assert queries.uploads() == []


def test_a_file_of_which_nobody_is_linked_keeps_nothing(
    matched, confirm, load, reports
):
    confirm("C-2")
    only = "\n".join(REPORTS.splitlines()[:4]) + "\n"
    said = load(reports(only), "--ids-of", "police", "--accept-set-aside")
    assert said.exit_code == 2
    assert "no row of these files can be kept" in said.output
    assert queries.snapshots() == []


def test_their_word_does_not_replace_ours(matched, confirm, load, reports):
    confirm("C-1")
    assert load(reports(OUR_REPORTS, "ours")).exit_code == 0
    police = reports()
    said = load(police, "--ids-of", "police", "--accept-set-aside", "--json")
    answer = json.loads(said.stdout)
    parts = {(one["source"], one["rows"]) for one in answer["parts"]}
    assert parts == {("extract", 1), ("extract:police", 2)}
    assert answer["tables"]["missing_episodes"] == ["extract"]
    (ours,) = rows_of("missing_episodes")
    assert ours["child_id"] == pseudonyms().of("C-2")


def test_an_order_that_names_them_lets_them_speak_first(
    matched, confirm, load, reports
):
    confirm("C-1")
    order = ["extract:police", "extract"]
    with pytest.raises(actions.NotAnOrder, match="such as ssda903:police"):
        actions.set_precedence(
            by=person("anil"), order=["extract:fire"], owner="Head", why="so it is said"
        )
    actions.set_precedence(
        by=person("anil"), order=order, table="missing_episodes", owner="Head of MASH",
        why="the police hear of it first",
    )  # fmt: skip
    load(reports(OUR_REPORTS, "ours"))
    load(reports(), "--ids-of", "police", "--accept-set-aside")
    theirs = rows_of("missing_episodes")
    assert {row["child_id"] for row in theirs} == {pseudonyms().of("C-1")}
    # What they call CANARYR1 is another episode than what we do.
    assert pseudonyms().of("CANARYR1") not in {row["episode_id"] for row in theirs}


# ---- on the pages -----------------------------------------------------------------
def test_the_form_asks_whose_ids_only_where_there_are_links(
    matched, confirm, signed_in
):
    anil = signed_in("anil")
    assert "Whose ids do the children have?" not in words(anil.get("/data/load"))
    confirm("C-1")
    said = words(anil.get("/data/load"))
    assert "Whose ids do the children have?" in said
    assert "Those of police" in said


def test_a_sent_file_says_whose_ids_it_has_and_what_is_set_aside(
    matched, confirm, signed_in
):
    anil = signed_in("anil")
    confirm("C-1")
    files = [
        SimpleUploadedFile(*TRUTH),
        SimpleUploadedFile("missing_episodes.csv", REPORTS.encode()),
    ]
    answer = anil.post(
        "/data/load", {"chosen_files": files, "how": "add", "ids_of": "police"}
    )
    (upload,) = queries.uploads()
    actions.process(upload.id)
    said = words(anil.get(answer.url))
    assert "Its children have the ids of police" in said
    assert "Child of another system that is linked with none of ours" in said
    assert "The Madegood extract, children by the ids of police" in said
    actions.accept(by=person("anil"), upload_id=upload.id, set_aside=2)
    actions.finish(upload.id)
    assert len(rows_of("missing_episodes")) == 2


def test_a_system_that_is_not_offered_is_refused(matched, confirm, signed_in):
    anil = signed_in("anil")
    confirm("C-1")
    answer = anil.post(
        "/data/load",
        {"chosen_files": [SimpleUploadedFile(*TRUTH)], "how": "add", "ids_of": "fire"},
    )
    assert answer.status_code == 400
    assert "Choose one of these" in words(answer)
