"""`madegood plan actions` and `plan edit`: a sheet away and back on the command line."""

from datetime import date

import openpyxl
import pytest
from click.testing import CliRunner

from madegood.jobs.command_line import main
from madegood.plan import queries
from tests.builders import a_plan
from tests.cast import person

pytestmark = pytest.mark.django_db


def run(*words):
    return CliRunner().invoke(main, ["plan", *map(str, words)])


@pytest.fixture
def moved(tmp_path):
    """The sheet with a new date for 4.1."""
    a_plan()
    path = tmp_path / "actions.xlsx"
    assert "1 actions written" in run("actions", "--out", path).output
    book = openpyxl.load_workbook(path)
    at = {cell.value: cell.column for cell in book["Actions"][1]}
    for name, value in (
        ("Due", "31 March 2027"),
        ("Who agreed a new date", "The board"),
        ("Why it changes", "The contract is late"),
    ):
        book["Actions"].cell(2, at[name]).value = value
    book.save(path)
    return path


def test_it_is_listed_first_and_changed_when_accepted(moved):
    by = person("priya").email
    told = run("edit", moved, "--by", by)
    assert "row 2, 4.1, Due: no date → 31 March 2027" in told.output
    assert "Nothing has been changed" in told.output
    assert queries.action_working("4.1")[0].due is None
    told = run("edit", moved, "--by", by, "--accept")
    assert "1 actions changed by Priya" in told.output
    assert queries.action_working("4.1")[0].due == date(2027, 3, 31)
    assert "1 as on record" in run("edit", moved, "--by", by).output


def test_what_cannot_be_is_said(moved, tmp_path):
    assert (
        "--plan: No plan is called"
        in run("actions", "--out", tmp_path / "a.csv", "--plan", "NONE19").output
    )
    assert "neither .csv nor .xlsx" in run("actions", "--out", "a.pdf").output
    assert "nobody signs in as" in run("edit", moved, "--by", "x@example.org").output
    tom = person("tom").email
    assert "may not change actions so" in run("edit", moved, "--by", tom).output
