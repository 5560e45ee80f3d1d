"""`madegood measures` on folders of files, as an analyst meets it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from madegood.jobs.command_line import main

EXAMPLE = str(Path("docs/extract/v1/example"))
NOT_YET = ["--as-of", "2026-11-23", "--engine", "reference"]


def ask(*words):
    return CliRunner().invoke(main, ["measures", *words])


def answer(*words):
    asked = ask(*words, "--json")
    assert asked.exit_code == 0, asked.output
    return json.loads(asked.stdout)


@pytest.fixture
def folder(tmp_path):
    """The published example, where a test may spoil it."""
    for path in Path(EXAMPLE).iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


def test_every_measure_is_listed_and_can_be_shown():
    assert "rhi_held_72h" in ask("list").stdout
    shown = ask("show", "rhi_held_72h").stdout
    assert "no more than 72 hours after return" in shown
    assert "Setting hours = 72" in shown


def test_one_result_for_each_measure_over_everything():
    told = answer("run", "--from", EXAMPLE, *NOT_YET)
    assert (told["as_of"], told["engine"]) == ("2026-11-23T23:59:59Z", "reference")
    held = next(r for r in told["results"] if r["measure"] == "rhi_held_72h")
    assert (held["from"], held["to"]) == ("2026-05-02", "2026-11-23")
    assert held["states"]["MET"] == held["numerator"]
    assert held["unit"] == "share"


def test_both_engines_answer_alike():
    engines = [
        answer("run", "--from", EXAMPLE, "--as-of", "2026-11-23", "--engine", engine)
        for engine in ("reference", "duckdb")
    ]
    assert engines[0]["results"] == engines[1]["results"]


def test_by_month_gives_every_month_since():
    told = answer(
        "run", "rhi_held_72h", "--from", EXAMPLE, *NOT_YET,
        "--since", "2026-04-01", "--until", "2026-06-30", "--by", "month",
    )  # fmt: skip
    months = [(r["by"]["month"], r["from"], r["to"]) for r in told["results"]]
    assert months[0] == ("2026-04", "2026-04-01", "2026-04-30")
    assert [name for name, _, _ in months] == ["2026-04", "2026-05", "2026-06"]


def test_a_row_has_its_dates_its_state_and_its_reason():
    told = answer("rows", "rhi_held_72h", "--from", EXAMPLE, *NOT_YET)
    assert told["rows"][0] == {
        "subject": "M-1",
        "child": "C-1001",
        "start": "2026-05-02T08:00:00Z",
        "due": "2026-05-05T08:00:00Z",
        "stop": "2026-05-05T07:59:00Z",
        "state": "MET",
        "reason": "held",
        "flags": [],
    }


def test_without_json_a_person_can_read_it():
    told = ask("rows", "rhi_held_72h", "--from", EXAMPLE, *NOT_YET).stdout
    assert "Returned 2 May 2026 at 09:00. The 72 hours ended 5 May 2026" in told
    results = ask("run", "rhi_held_72h", "--from", EXAMPLE, *NOT_YET).stdout
    assert "Return interviews held within 72 hours, of all due" in results


def test_settings_in_the_folder_are_used(folder):
    (folder / "settings.toml").write_text("[rhi_held_72h]\nhours = 24")
    told = answer("rows", "rhi_held_72h", "--from", str(folder), *NOT_YET)
    assert told["rows"][0]["due"] == "2026-05-03T08:00:00Z"


def test_a_missing_table_is_not_counted_as_nought(folder):
    (folder / "return_interviews.csv").unlink()
    told = answer("run", "rhi_held_72h", "--from", str(folder), *NOT_YET)
    assert told["results"][0]["value"] is None
    assert told["results"][0]["absent"] == ["return_interviews"]


def test_rows_are_listed_without_a_table_and_each_is_flagged(folder):
    (folder / "return_interviews.csv").unlink()
    listed = ask("rows", "rhi_held_72h", "--from", str(folder), *NOT_YET, "--json")
    assert "return_interviews.csv not found" in listed.stderr
    rows = json.loads(listed.stdout)["rows"]
    assert rows
    assert all("no_return_interviews_table" in row["flags"] for row in rows)


def test_rows_cannot_be_listed_without_the_table_they_come_from(folder):
    (folder / "missing_episodes.csv").unlink()
    refused = ask("rows", "rhi_held_72h", "--from", str(folder), *NOT_YET)
    assert refused.exit_code == 2
    assert "Add missing_episodes.csv" in refused.stderr


def test_an_end_before_its_start_is_counted_as_bad_data(folder):
    (folder / "missing_episodes.csv").write_text(
        "episode_id,child_id,kind,started_at,returned_at\n"
        "M-1,C-1001,missing,2026-05-03T09:00,2026-05-02T09:00\n"
    )
    told = answer("rows", "rhi_held_72h", "--from", str(folder), *NOT_YET)
    assert told["rows"][0]["state"] == "DQ_ERROR"
    assert told["rows"][0]["reason"] == "ended_before_started"


def test_a_cell_that_cannot_be_read_stops_the_count(folder):
    (folder / "missing_episodes.csv").write_text(
        "episode_id,child_id,kind,started_at\nM-1,C-1001,missing,soon\n"
    )
    refused = ask("run", "--from", str(folder), *NOT_YET)
    assert refused.exit_code == 2
    assert "missing_episodes.csv, row 2, column started_at" in refused.stderr
    assert refused.stdout == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run", "rhi_held", *NOT_YET], "There is no measure 'rhi_held'"),
        (["run", "--as-of", "soon"], "--as-of: 'soon' is not a time"),
        (["rows", "rhi_held_72h", *NOT_YET], "Give --from FOLDER"),
        (["run", "--from", "nowhere", *NOT_YET], "nowhere is not a folder"),
        (["run", *NOT_YET, "--by", "ward"], "give any of month, quarter, year,"),
        (["run", *NOT_YET, "--by", "month,year"], "give one step through time"),
        (["run", *NOT_YET, "--since", "2027-01-01"], "Give a --since on or before"),
    ],
)
def test_a_question_that_cannot_be_answered_says_what_to_do(words, said):
    refused = ask(*words)
    assert refused.exit_code == 2
    assert said in refused.stderr
