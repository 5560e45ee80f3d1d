"""`madegood inspections`, and a newer version of a plan through `plan import --into`."""

import json

import pytest
from click.testing import CliRunner

from madegood.jobs.command_line import main
from madegood.plan import queries
from tests.cast import person

pytestmark = pytest.mark.django_db

PLAN = """Recommendation 1
The offer and take up of return home interviews

Action
Who
Progress
Monthly contract monitoring of the interview provider
Head of Service Children’s Commissioning
{progress}

Expected Outcomes
• Interviews take place within 72 hours of return
"""


def run(*words):
    return CliRunner().invoke(main, [*words])


def by():
    return ("--by", person("priya").email)


def read(tmp_path, progress, *more):
    file = tmp_path / "plan.txt"
    file.write_text(PLAN.format(progress=progress))
    return run("plan", "import", str(file), "--confirm-all", *by(), *more)


def test_one_is_added_by_hand_and_listed_with_what_is_owed():
    said = run(
        "inspections", "add", "--kind", "ilacs", "--received", "2025-11-21",
        "--recommend", "Audit more", *by(),
    )  # fmt: skip
    assert said.exit_code == 0, said.output
    listed = run("inspections", "list", "--as-of", "2026-03-03")
    assert "1 working day left" in listed.output
    answer = json.loads(run("inspections", "list", "--json").output)
    [one] = answer["inspections"]
    assert [owed["due"] for owed in one["owed"]] == ["2026-01-07", "2026-03-04"]
    assert one["recommendations"] == [
        {"number": "1", "text": "Audit more", "answered_by": []}
    ]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["--kind", "ofsted"], "is not one of"),
        (["--received", "soon"], "--received"),
        (["--received", "2099-01-01"], "still to come"),
        (["--plan", "NONE"], "--plan"),
        (["--report", "nowhere.pdf"], "nowhere.pdf"),
        (["--started", "2026-01-02"], "both the first and the last"),
    ],
)
def test_what_cannot_be_is_refused_in_words(given, says):
    said = run("inspections", "add", *by(), *given)
    assert said.exit_code == 2
    assert says in said.output


def test_nothing_on_record_says_what_to_do():
    assert "inspections add" in run("inspections", "list").output


def test_a_newer_version_says_what_it_changes_and_changes_the_plan(tmp_path):
    assert read(tmp_path, "Completed", "--short", "ours").exit_code == 0
    newer = ("--into", "ours", "--adopted-on", "2026-06-01")
    said = read(tmp_path, "Not yet started", *newer)
    assert said.exit_code == 0, said.output
    assert "changed" in said.output
    [rec] = queries.plan().recommendations
    assert len(rec.actions[0].claims) == 2
    assert queries.plan_names() == ["OURS"]
    missing = read(tmp_path, "Completed", "--into", "none")
    assert (missing.exit_code, "--into" in missing.output) == (2, True)


def test_status_is_of_any_plan(tmp_path):
    read(tmp_path, "Completed", "--short", "one")
    read(tmp_path, "Completed", "--short", "two", "--beside")
    answer = json.loads(run("plan", "status", "--plan", "two", "--json").output)
    assert (answer["plan"], answer["main"]) == ("TWO", False)
    assert answer["recommendations"][0]["number"] == "TWO:1"
    wrong = run("plan", "status", "--plan", "three")
    assert (wrong.exit_code, "--plan" in wrong.output) == (2, True)
