"""Arguments no reasonable person gives: each is answered in words, with exit code 2."""

import pytest
from click.testing import CliRunner

from madegood.jobs.command_line import main

pytestmark = pytest.mark.django_db


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.mark.parametrize(
    "command",
    [
        ("migrate",),
        ("plan", "status"),
        ("demo", "--no-serve"),
        ("serve",),
    ],
    ids=" ".join,
)
def test_a_data_folder_that_is_a_file_is_refused(command, tmp_path, monkeypatch):
    monkeypatch.setenv("MADEGOOD_DATA", str(tmp_path))
    taken = tmp_path / "taken"
    taken.write_text("a file")
    answer = run(*command, "--dir", taken)
    assert answer.exit_code == 2
    assert "cannot be used (File exists)" in answer.stderr
    assert "--dir" in answer.stderr
    assert taken.read_text() == "a file"


def test_the_last_day_there_is_can_be_asked_about(tmp_path):
    answer = run("measures", "run", "--from", tmp_path, "--as-of", "9999-12-31")
    assert answer.exit_code == 2
    assert "--as-of" not in answer.stderr


def test_a_time_outside_every_calendar_is_refused(tmp_path):
    late = "9999-12-31T23:59-12:00"
    answer = run("measures", "run", "--from", tmp_path, "--as-of", late)
    assert answer.exit_code == 2
    assert "outside the years 1 to 9999" in answer.stderr


PASSWORD = {"PASS": "a long pass phrase"}


@pytest.mark.parametrize(
    ("name", "email", "says"),
    [
        (" ", "jo@example.org", "The name is blank"),
        ("A" * 5000, "jo@example.org", "no more than 150 characters"),
        ("Jo\nLee", "jo@example.org", "Give one line"),
        ("Jo Lee", "a" * 500 + "@example.org", "is not an e-mail address"),
        ("Jo Lee", "<b>@example.org", "is not an e-mail address"),
    ],
    ids=["blank", "too long", "two lines", "long address", "not an address"],
)
def test_a_sign_in_the_ledger_could_not_keep_is_refused(name, email, says):
    words = ["user", "add", "--name", name, "--email", email, "--role", "visitor"]
    words += ["--password-from-env", "PASS"]
    answer = CliRunner().invoke(main, words, env=PASSWORD)
    assert answer.exit_code == 2
    assert says in answer.stderr
