"""Folders that cannot be used, or that hold somebody's own work, are left alone."""

import pytest
from click.testing import CliRunner

from madegood.jobs.command_line import main


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def children_csv(tmp_path):
    file = tmp_path / "children.csv"
    file.write_text("child_id,date_of_birth\nC1,2012-03-04\n")
    return file


def test_a_synthetic_authority_does_not_overwrite_an_extract(children_csv):
    kept = children_csv.read_bytes()
    answer = run("data", "synth", "--children", 1, "--out", children_csv.parent)
    assert answer.exit_code == 2
    assert "holds children.csv, not written by this command" in answer.stderr
    assert children_csv.read_bytes() == kept


def test_a_synthetic_authority_can_be_made_again_in_its_place(tmp_path):
    words = ("data", "synth", "--children", 1, "--years", 1, "--out", tmp_path)
    assert [run(*words).exit_code for _ in range(2)] == [0, 0]


def test_more_children_than_there_are_is_refused(tmp_path):
    answer = run("data", "synth", "--children", 10**20, "--out", tmp_path)
    assert answer.exit_code == 2
    assert "1000000" in answer.stderr


@pytest.mark.parametrize("command", ["synth", "templates"])
def test_a_name_too_long_for_a_folder_is_refused(command, tmp_path):
    answer = run("data", command, "--out", tmp_path / ("x" * 300))
    assert answer.exit_code == 2
    assert "Give another folder" in answer.stderr


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ("[rhi_held_72h", "settings.toml: not readable as TOML"),
        ('authority = ""', "Write your ONS code in quotes"),
        ("a = " + "[" * 2000, "settings.toml: not readable as TOML"),
        ("a = " + "9" * 5000, "settings.toml: not readable as TOML"),
    ],
    ids=["half written", "blank code", "nested too deep", "number too long"],
)
def test_a_check_refuses_the_settings_a_load_would(settings, says, children_csv):
    (children_csv.parent / "settings.toml").write_text(settings)
    answer = run("data", "check", children_csv.parent)
    assert answer.exit_code == 2
    assert says in answer.stderr


def test_a_folder_called_settings_is_refused(children_csv):
    (children_csv.parent / "settings.toml").mkdir()
    words = ("measures", "run", "--from", children_csv.parent)
    answer = run(*words, "--as-of", "2026-11-22")
    assert answer.exit_code == 2
    assert "settings.toml: it cannot be opened (Is a directory)" in answer.stderr
