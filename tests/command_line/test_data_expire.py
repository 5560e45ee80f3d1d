"""`madegood data expire` and the worker: lists of people that have had their time."""

import json
from datetime import timedelta

import pytest
from click.testing import CliRunner

from madegood.clock.today import now
from madegood.jobs.command_line import main
from madegood.vault import actions
from madegood.vault.models import Identity
from madegood.vault.people import Known
from madegood.warehouse.actions import sweep_daily

LIST = [Known("C-1", "Aisha", "Khan", "2011-03-12", "B91", "f")]


@pytest.fixture(autouse=True)
def lists(settings, tmp_path, db):
    """Lists for matching with the police, 91 days old, and with housing, new ones."""
    settings.DATA_DIR = tmp_path / "data"
    settings.KEYS_DIR = tmp_path / "keys"
    settings.DATA_DIR.mkdir()
    for system in ("police", "housing"):
        actions.propose(by=None, system=system, ours=LIST, theirs=LIST)
    Identity.objects.filter(system="police").update(
        listed_at=now() - timedelta(days=91)
    )


def expire(*words):
    return CliRunner().invoke(main, ["data", "expire", *words])


def listed():
    return set(Identity.objects.values_list("system", flat=True))


def test_lists_over_their_time_are_cleared_and_it_is_said():
    said = expire()
    assert "The lists for matching with police were cleared. Links stay." in said.output
    assert listed() == {"housing"}


def test_a_dry_run_clears_none():
    said = expire("--dry-run", "--json")
    assert json.loads(said.stdout)["matching_lists"] == ["police"]
    assert listed() == {"police", "housing"}


def test_the_daily_round_clears_them_too():
    assert sweep_daily() == ["police"]
    assert sweep_daily() == []
    assert listed() == {"housing"}


def test_how_long_is_a_setting(settings):
    settings.MATCHING_DAYS = "92"
    assert "police" not in expire().output
    assert listed() == {"police", "housing"}


@pytest.mark.parametrize("days", ["", "0", "-1", "many", "9" * 5000, "1.5"])
def test_a_setting_that_is_no_number_of_days_clears_nothing(settings, days):
    settings.MATCHING_DAYS = days
    said = expire()
    assert said.exit_code == 2
    assert "MADEGOOD_MATCHING_DAYS" in said.output
    assert listed() == {"police", "housing"}
