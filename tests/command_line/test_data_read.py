"""`madegood data read`, `check` and `templates`, as an analyst at a prompt meets them."""

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from madegood.jobs.command_line import main

SAMPLES = Path(__file__).parents[1] / "formats" / "samples" / "ssda903"
EPISODES = "episode_id,child_id,kind,started_at,ended_at,provider\n"
GOOD = "E1,C1,missing,2026-05-01T18:30,2026-05-02T09:00,Elm House\n"


def run(*words):
    return CliRunner().invoke(main, ["data", *map(str, words)])


@pytest.fixture
def given(tmp_path):
    def write(content, name="missing_episodes.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def workbook():
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return packed.getvalue()


NAMED = {
    "spreadsheet day number": "children.csv",
    "the same heading twice": "children.csv",
    "a quotation mark left open in a column that is not read": "children.csv",
    "another council's layout": "export.csv",
}
# fault: what is in the file, and the row, column, message and remedy it must give
BAD = {
    "missing column": (
        "child_id,kind\nC1,missing\n",
        (1, "episode_id", "the column is missing", "data templates"),
    ),
    "wrong date": (
        EPISODES + "E1,C1,missing,31/02/2026,,\n",
        (2, "started_at", "'31/02/2026' is not a time that exists", "Write it as"),
    ),
    "date in English order": (
        EPISODES + GOOD + "E2,C1,missing,13/05/2026 10:30,,\n",
        (3, "started_at", "not written YYYY-MM-DDTHH:MM", "2026-05-13T10:30"),
    ),
    "spreadsheet day number": (
        "child_id,date_of_birth\nC1,45678\n",
        (2, "date_of_birth", "'45678' is not a date", "format the column"),
    ),
    "the hour that does not exist": (
        EPISODES + "E1,C1,missing,2026-03-29T01:30,,\n",
        (2, "started_at", "when the clocks went forward", "with its offset"),
    ),
    "duplicate id": (
        EPISODES + GOOD + GOOD,
        (3, "episode_id", "was given in row 2", "recorded_at"),
    ),
    "future date": (
        EPISODES + "E1,C1,missing,2099-05-01T18:30,,\n",
        (2, "started_at", "has not come yet", "source system"),
    ),
    "end before start": (
        EPISODES + "E1,C1,missing,2026-05-03T18:30,2026-05-02T09:00,\n",
        (2, "ended_at", "is before started_at", "source system"),
    ),
    "Latin-1 bytes": (
        (EPISODES + GOOD + "E2,C2,missing,,,Café\n").encode("latin-1"),
        (3, "provider", "the byte E9 is not UTF-8 (it would be 'é'", "CSV UTF-8"),
    ),
    "half-written last line": (
        EPISODES + GOOD + "E2,C2,mis",
        (3, None, "stops in the middle of its last line", "Export the file again"),
    ),
    "NUL bytes": (
        EPISODES + GOOD + "E2,C2,\0\0,,,\n",
        (3, "kind", "NUL bytes", "Export the file again"),
    ),
    "too few cells": (
        EPISODES + "E1,C1\n" + GOOD,
        (2, None, "2 cells and there are 6 headings", "under each heading"),
    ),
    "a comma in a cell": (
        EPISODES + "E1,C1,missing,,,Elm House, Shirley\n",
        (2, None, "7 cells and there are 6 headings", "quotation marks"),
    ),
    "a quotation mark left open": (
        EPISODES + 'E1,C1,missing,,,"Elm House\n' + GOOD,
        (2, None, "runs over 2 lines", "close it"),
    ),
    "a quotation mark left open for ever": (
        EPISODES + 'E1,C1,missing,,,"Elm House\n' + GOOD * 3_000,
        (2, None, "lines", "close it"),
    ),
    "a quotation mark left open in a column that is not read": (
        "child_id,sex,notes\n" + 'C1,f,"seen\n' + "C2,m,seen\n" * 3,
        (2, None, "runs over 4 lines", "swallowed"),
    ),
    "blank id": (
        EPISODES + ",C1,missing,,,\n",
        (2, "episode_id", "the cell is blank", "Fill the cell"),
    ),
    "a word in no list": (
        EPISODES + "E1,C1,misssing,,,\n",
        (2, "kind", "'misssing' is not in the list", "Did you mean missing?"),
    ),
    "the same heading twice": (
        "child_id,sex,sex\nC1,f,f\n",
        (1, "sex", "two columns with this heading", "take the other out"),
    ),
    "another council's layout": (
        "Case Ref,Went,Back\n1,2,3\n",
        (1, None, "(columns: 3) is not that of any file", "data templates"),
    ),
    "semicolons": (
        "episode_id;child_id;kind\n1;2;3\n",
        (1, None, "not separated by commas", "commas between"),
    ),
    "empty file": ("", (None, None, "nothing in the file", "Export the file again")),
    "only blank lines": ("\n\n", (None, None, "nothing in the file", "Export")),
    "workbook": (
        workbook(),
        (None, None, "the workbook is damaged", "save it again as .xlsx"),
    ),
    "PDF": (b"%PDF-1.7 ...", (None, None, "a PDF", "CSV")),
    "scanned picture": (b"\x89PNG\r\n\x1a\n", (None, None, "a picture", "CSV")),
    "UTF-16": (EPISODES.encode("utf-16"), (None, None, "UTF-16", "CSV")),
    "10 MB of noise": (
        bytes(range(256)) * 40_000,
        (None, None, "it is not text", "CSV"),
    ),
}


@pytest.mark.parametrize("fault", BAD)
def test_a_bad_file_is_told_by_file_row_column_and_remedy(fault, given):
    content, (row, column, says, remedy) = BAD[fault]
    name = NAMED.get(fault, "missing_episodes.csv")
    answer = run("read", given(content, name), "--json")
    findings = json.loads(answer.stdout)["findings"]
    found = next(one for one in findings if one["severity"] == "error")
    assert answer.exit_code == 2
    assert (found["row"], found["column"]) == (row, column)
    assert found["message"].startswith(name)
    assert says in found["message"]
    assert remedy in found["remedy"]
    assert found["message"] in answer.stderr
    assert "Nothing was stored" in answer.stderr


def test_the_sample_return_is_read_whole():
    answer = run("read", *sorted(SAMPLES.glob("*.csv")), "--json")
    assert answer.exit_code == 0
    counts = {}
    for file in json.loads(answer.stdout)["files"]:
        counts |= file["tables"]
    assert counts["Episodes"]["read"] == 5050
    assert counts["Header"]["read"] == 2675
    assert counts["Missing"]["read"] == 43
    assert all(c["rows"] == c["read"] + c["set_aside"] for c in counts.values())


def test_the_answer_has_the_keys_that_are_promised(given):
    answer = json.loads(run("read", given(EPISODES + "E1\n"), "--json").stdout)
    assert answer.keys() == {"files", "findings"}
    assert answer["files"][0].keys() >= {"path", "format", "edition", "tables"}
    assert answer["files"][0]["tables"]["missing_episodes"] == {
        "rows": 1,
        "read": 0,
        "set_aside": 1,
    }
    assert answer["findings"][0].keys() == {
        "file", "table", "row", "column", "value", "code", "severity", "message",
        "remedy",
    }  # fmt: skip


def test_without_json_there_is_a_table_to_read_and_findings_beside_it(given):
    answer = run("read", given(EPISODES + GOOD + "E2,C1,x,,,\n"))
    assert "missing_episodes.csv  extract 1  missing_episodes" in answer.stdout
    assert answer.stdout.split()[-3:] == ["2", "1", "1"]
    assert "Error: Not in the list (1)" in answer.stderr


def test_a_hundred_of_one_fault_are_shown_as_one(given):
    rows = "".join(f"E{n},C1,x,,,\n" for n in range(100))
    told = run("read", given(EPISODES + rows)).stderr
    assert "Error: Not in the list (100)" in told
    assert "… and 97 more like it." in told
    assert told.count("→") == 1


def test_a_path_that_is_not_there(tmp_path):
    answer = run("read", tmp_path / "nothing.csv")
    assert answer.exit_code == 2
    assert "nothing.csv: there is no such file." in answer.stderr


def test_a_good_file_is_read_although_another_is_bad(given):
    bad, good = given("", "children.csv"), given(EPISODES + GOOD)
    answer = run("read", bad, good, "--json")
    assert answer.exit_code == 2
    counts = [file["tables"] for file in json.loads(answer.stdout)["files"]]
    assert counts[0] == {}
    assert counts[1]["missing_episodes"]["read"] == 1


def test_the_published_example_fits_the_published_schema(request):
    answer = run("check", request.config.rootpath / "docs/extract/v1/example")
    assert answer.exit_code == 0, answer.stderr
    # It shows how free text is written, which is measured and not kept.
    (only,) = [line for line in answer.stderr.splitlines() if "Warning" in line]
    assert only == "Warning: Free text measured and not kept (4)"
    assert "Error" not in answer.stderr
    assert "fits the Madegood extract, version 1" in answer.stdout


def test_a_folder_with_a_fault_does_not_fit(given):
    answer = run("check", given(EPISODES + "E1,C1,x,,,\n").parent)
    assert answer.exit_code == 2
    assert "fits" not in answer.stdout


def test_checking_says_which_tables_were_not_supplied(given):
    answer = run("check", given(EPISODES + GOOD).parent)
    assert "Not supplied: children" in answer.stdout


def test_only_a_folder_can_be_checked(given):
    answer = run("check", given(EPISODES + GOOD))
    assert answer.exit_code == 2
    assert "is not a folder. Give the folder" in answer.stderr


def test_an_empty_folder_holds_no_data(tmp_path):
    answer = run("check", tmp_path)
    assert answer.exit_code == 2
    assert "no data files in this folder" in answer.stderr


def test_templates_are_empty_files_that_check_clean(tmp_path):
    answer = run("templates", "--out", tmp_path / "start")
    assert answer.exit_code == 0
    assert "dictionary.md" in answer.stdout
    assert run("check", tmp_path / "start").exit_code == 0


def test_templates_overwrite_nothing(tmp_path):
    (tmp_path / "children.csv").write_text("mine")
    answer = run("templates", "--out", tmp_path)
    assert answer.exit_code == 2
    assert "would be overwritten. Give an empty folder" in answer.stderr
    assert (tmp_path / "children.csv").read_text() == "mine"


def test_a_return_is_readable_and_is_not_the_extract():
    answer = run("check", SAMPLES)
    assert answer.exit_code == 2
    assert "Not files of the extract: DoLo.csv, ad1.csv" in answer.stderr
    assert "madegood data read" in answer.stderr
