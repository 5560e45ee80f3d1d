"""`madegood data synth`, as a person runs it."""

from datetime import timedelta
from pathlib import Path
from time import process_time

import pytest
from click.testing import CliRunner, Result

from madegood.clock.today import today
from madegood.intake.findings import Severity
from madegood.intake.read import read_files
from madegood.jobs.data_synth import synth
from tests.synthetic.conftest import Authority

# The SSDA903 return lies in a folder of its own, and words are measured, not kept.
EXPECTED = ("not_entered", "free_text_column")


def run(out: Path, *more: str) -> Result:
    return CliRunner().invoke(synth, ["--out", str(out), "--children", "120", *more])


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        run(tmp_path / folder, "--seed", "7", "--until", "2026-11-01")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_another_seed_writes_other_children(tmp_path: Path) -> None:
    for seed in ("7", "8"):
        run(tmp_path / seed, "--seed", seed, "--until", "2026-11-01")
    assert contents(tmp_path / "7") != contents(tmp_path / "8")


def test_the_story_ends_yesterday_unless_told(tmp_path: Path) -> None:
    run(tmp_path)
    yesterday = today() - timedelta(days=1)
    assert Authority(tmp_path).truth["until"] == yesterday.isoformat()


@pytest.mark.parametrize(
    ("shape", "extract", "returned"),
    [("extract", True, False), ("ssda903", False, True), ("both", True, True)],
)
def test_the_files_asked_for_are_written(
    tmp_path: Path, shape: str, *, extract: bool, returned: bool
) -> None:
    run(tmp_path, "--format", shape)
    assert (tmp_path / "missing_episodes.csv").exists() is extract
    assert (tmp_path / "ssda903" / "missing.csv").exists() is returned
    assert (tmp_path / "truth.json").exists()


@pytest.mark.parametrize(
    ("shape", "files"),
    [
        ("annex-a", "annex-a/annex_a.xlsx annex-a/csv/list_8.csv"),
        ("cin-census", "cin-census/CIN_Census_2026.xml"),
        ("ssd", "ssd/csv/ssd_person.csv ssd/parquet/ssd_person.parquet"),
        ("csc-api", "csc-api/children.json"),
        ("ssda903", "ssda903/2025-26/reviews.csv ssda903/2025-26/ssda903.xml"),
        ("all", "visits.csv csc-api/children.json ssd/csv/ssd_missing.csv"),
    ],
)
def test_each_format_has_its_files_and_the_truth_beside_them(
    tmp_path: Path, shape: str, files: str
) -> None:
    answer = run(tmp_path, "--format", shape, "--until", "2026-11-01")
    assert answer.exit_code == 0
    for name in files.split():
        assert (tmp_path / name).exists()
        assert str(tmp_path / name) in answer.output
    assert (tmp_path / "truth.json").exists()


@pytest.mark.parametrize("until", ["2099-01-01", "1999-01-01"])
def test_a_last_day_it_cannot_tell_of_is_refused(tmp_path: Path, until: str) -> None:
    answer = run(tmp_path, "--until", until)
    assert answer.exit_code == 2
    assert until in answer.output
    assert "Give a" in answer.output


def test_reading_it_finds_only_what_was_planted(authority: Authority) -> None:
    reading = read_files([authority.folder])
    planted = [fault["code"] for fault in authority.truth["planted_faults"]]
    found = [f.code for f in reading.findings if f.code not in EXPECTED]
    assert sorted(found) == sorted(planted)
    assert not [f for f in reading.findings if f.severity is Severity.ERROR]


def test_the_ssda903_return_reads_and_holds_the_same_children(
    authority: Authority,
) -> None:
    reading = read_files([authority.folder / "ssda903"])
    assert not [f for f in reading.findings if f.severity is Severity.ERROR]
    returned = set(reading.snapshot.rows("children")["child_id"].to_pylist())
    assert returned <= {row["child_id"] for row in authority.table("children")}
    assert len(returned) > 600


def test_twelve_hundred_children_take_seconds(tmp_path: Path) -> None:
    began = process_time()
    run(tmp_path, "--children", "1200")
    assert process_time() - began < 5
