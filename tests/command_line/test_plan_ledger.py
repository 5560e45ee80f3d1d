"""`madegood plan import` and `plan status`: a draft first, then claim beside proof."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from madegood.clock.today import today
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
Completed and ongoing

Expected Outcomes
• Interviews take place within 72 hours of return
"""


@pytest.fixture
def plan_file(tmp_path):
    file = tmp_path / "plan.txt"
    file.write_text(PLAN)
    return str(file)


def run(*words):
    return CliRunner().invoke(main, ["plan", *words])


def confirmed(plan_file, *more):
    by = person("priya").email
    return run("import", plan_file, "--confirm-all", "--by", by, *more)


def test_importing_makes_a_draft_and_says_how_to_confirm_it(plan_file):
    said = run("import", plan_file)
    assert said.exit_code == 0, said.output
    assert "Nothing is in the plan yet" in said.output
    assert len(queries.drafts()) == 1


def test_status_has_the_promised_keys(plan_file):
    assert confirmed(plan_file, "--adopted-on", "2026-01-01").exit_code == 0
    answer = json.loads(run("status", "--json").output)
    [given] = answer["recommendations"]
    assert {"number", "title", "claimed_complete", "actions", "outcomes"} <= set(given)
    [action] = given["actions"]
    assert (action["delivery"], action["rung"], action["assurance"]) == (
        "complete_monitored",
        "nothing",
        "claimed_not_evidenced",
    )
    assert action["because"].startswith("because ")


def test_status_can_be_read_by_a_person(plan_file):
    confirmed(plan_file)
    told = run("status").output
    assert "No inspection report was read in with it." in told
    assert "Said: 1 of 1 actions complete." in told
    assert "Shown: claimed, not evidenced." in told


def test_a_plan_is_not_tested_before_its_day(plan_file):
    day = today() + timedelta(days=50)
    confirmed(plan_file, "--tested-from", day.isoformat())
    said = f"nothing in this plan is tested before {day:%-d %B %Y}"
    assert said in run("status").output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("status",), "No plan has been confirmed yet"),
        (("status", "--as-of", "soon"), "Write it as 2026-11-23"),
        (("import", "PLAN", "--adopted-on", "1/2/26"), "Write it as 2026-11-23"),
        (("import", "PLAN", "--adopted-on", "2100-01-01"), "is still to come"),
        (("import", "PLAN", "--confirm-all"), "--by: nobody signs in as"),
        (("import", "nowhere.txt"), "nowhere.txt"),
    ],
)
def test_what_cannot_be_used_says_why_and_stores_nothing(plan_file, words, says):
    said = run(*(plan_file if word == "PLAN" else word for word in words))
    assert (said.exit_code, says in said.output) == (2, True), said.output
    assert queries.drafts() == []


def test_an_empty_file_is_refused(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    said = run("import", str(empty))
    assert said.exit_code == 2
    assert "empty.txt" in said.output


def test_only_a_plan_manager_may_confirm_from_the_command_line(plan_file):
    said = run("import", plan_file, "--confirm-all", "--by", person("sam").email)
    assert said.exit_code == 2
    assert "may not import plans" in said.output


def test_the_file_keeps_its_name_and_not_its_folder(plan_file):
    confirmed(plan_file)
    [action] = queries.plan().recommendations[0].actions
    assert action.source.file == Path(plan_file).name
