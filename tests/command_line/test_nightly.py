"""`madegood nightly`: everything that has to be done each night, and what is due."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from madegood.assurance import actions, night
from madegood.assurance.models import StandingRecord
from madegood.assurance.suggested import Suggestion
from madegood.clock.today import telling
from madegood.jobs.command_line import main
from madegood.plan import file_actions
from madegood.plan.actions import Given, add_evidence
from madegood.warehouse.locks import held
from tests.builders import a_plan
from tests.cast import person

pytestmark = pytest.mark.django_db
FEBRUARY = datetime(2026, 2, 10, 9, tzinfo=UTC)
MARCH = FEBRUARY + timedelta(days=30)
NIGHT = FEBRUARY + timedelta(days=120)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    settings.KEYS_DIR = tmp_path / "keys"
    settings.DATA_DIR.mkdir()


def run(*words, on=NIGHT):
    with telling(on):
        return CliRunner().invoke(main, ["nightly", *words])


@pytest.fixture
def seen():
    """Action 4.1 was good in a dip sample of February that is to be repeated in March."""
    with telling(FEBRUARY):
        a_plan()
        sample = Suggestion("sample", "Dip sample", target=0.8)
        actions.attach_test(by=person("priya"), number="4.1", test=sample)
        for rung, counted in (("done", {}), ("seen", {"looked_at": 12, "good": 11})):
            given = Given(
                rung, f"What shows {rung}", FEBRUARY.date(), MARCH.date(),
                "https://a.b/c", **counted,
            )  # fmt: skip
            add_evidence(by=person("tom"), number="4.1", given=given)
        actions.retest()


def states():
    kept = StandingRecord.objects.filter(kind="action").order_by("id")
    return list(kept.values_list("state", flat=True))


def test_what_became_too_old_in_the_night_slips_and_is_told(seen):
    assert states() == ["holding"]
    said = run()
    assert said.exit_code == 0, said.output
    assert "4.1: slipping, because" in said.output
    assert "What shows seen, to be looked at again by 12 March 2026" in said.output
    assert "4.1: What shows done; What shows seen" in said.output
    assert states() == ["holding", "slipping"]


def test_done_twice_it_changes_nothing_more(seen):
    run()
    again = run(on=NIGHT + timedelta(hours=1))
    assert "Every plan tested again: Every part stands as it did." in again.output
    assert states() == ["holding", "slipping"]


def test_two_at_once_are_one_and_a_refusal(seen):
    with held("nightly"):
        said = run()
    assert said.exit_code == 1
    assert "Another nightly run is at it" in said.output
    assert states() == ["holding"]


def test_one_step_that_cannot_be_done_keeps_none_of_the_others(seen, monkeypatch):
    def fails(**_):
        raise RuntimeError("The disk went away")

    monkeypatch.setattr(file_actions, "verify_files", fails)
    said = run()
    assert said.exit_code == 1
    assert "The disk went away" in said.output
    assert "Could not be done: attached files" in said.output
    assert states() == ["holding", "slipping"]


def test_before_there_is_a_plan_it_does_what_there_is_to_do():
    said = run()
    assert said.exit_code == 0, said.output
    assert "No plan has been confirmed yet." in said.output


def test_the_answer_keeps_its_keys(seen):
    answer = json.loads(run("--json").stdout)
    assert answer["done"] is True
    assert set(answer["steps"]) >= {
        "retest", "reproofs", "checks", "old", "colours", "expired", "lists", "files",
    }  # fmt: skip
    assert answer["steps"]["retest"]["lines"]


def test_a_reproof_that_is_due_is_told(seen):
    with telling(FEBRUARY):
        plan = night.due(FEBRUARY)
    assert plan.reproofs == ()
    assert plan.checks == ("4.1: What shows done; What shows seen",)
